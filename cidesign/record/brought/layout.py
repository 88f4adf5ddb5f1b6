"""What the columns of a crossed table may hold, and what each was found to hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cidesign.record.brought.dimensions import Dimension
from cidesign.record.brought.spelling import Found, Known
from cidesign.record.brought.understood import KEEP

REASONS = re.compile(
    r"\b(comments?|reasons?|why|notes?|justif\w*|rationale|explain|explanation|feedback|remarks?|"
    r"strengths?|weakness\w*|concerns?|observations?)\b"
)
"""Headers of texts people write beside a value."""
REASON_OF = "reason:"


@dataclass(frozen=True)
class Named:
    """A column of the record beside dimensions and value, and headers that say it."""

    id: str
    label: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """What the columns of one kind of crossed table may hold.

    Args:
        dimensions: in the order in which a doubtful column is given to them.
        value: the column that holds what is given, such as the score.
        fields: further columns of the record.
        reasons: whether a text beside a value belongs to it.
        numbers: whether a value is a number; else a mark such as yes.
    """

    dimensions: tuple[Dimension, ...]
    value: Named
    fields: tuple[Named, ...] = ()
    reasons: bool = False
    numbers: bool = True


@dataclass(frozen=True)
class Column:
    """What one column holds.

    Args:
        place: 0 is A.
        header: its name as written.
        word: the name that a question calls it by; no two columns share one.
        role: ``dimension``, ``value``, ``field``, ``reason``, ``keep``, ``leave-out``; empty: open.
        of: id of the dimension or field.
        ids: what its name fixes for a value or a reason, by dimension.
        how: how that was found.
        because: why it is left out, as a sentence.
    """

    place: int
    header: str
    word: str
    role: str = KEEP
    of: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    how: Found = Found.NOTHING
    because: str = ""

    @property
    def answer(self) -> str:
        """The answer that says the same."""
        if self.role in ("dimension", "field"):
            return self.of
        told = "+".join(self.ids.values())
        if self.role == "value":
            return told or self.of
        if self.role == "reason":
            return REASON_OF + told if told else "reason"
        return self.role


@dataclass(frozen=True)
class Columns:
    """All columns of a table, and the names each dimension knows."""

    columns: tuple[Column, ...]
    known: Mapping[str, Known]

    def of(self, role: str) -> tuple[Column, ...]:
        """The columns of one role."""
        return tuple(one for one in self.columns if one.role == role)

    def dimension(self, id: str) -> Column | None:
        """The column that names this dimension row by row."""
        return next((one for one in self.of("dimension") if one.of == id), None)
