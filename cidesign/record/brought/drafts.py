"""What a kind of table makes of one: rows for the record, and how they compare with what is
there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cidesign.record.brought.understood import Counts


@dataclass(frozen=True)
class Draft:
    """Rows by column of the record, how many are new, changed, the same, and the table's shape.

    ``content``: the table as the act wants it, where that is more than these rows alone.
    """

    rows: tuple[Mapping[str, str], ...] = ()
    counts: Counts = field(default_factory=Counts)
    shape: str = ""
    content: bytes = b""
