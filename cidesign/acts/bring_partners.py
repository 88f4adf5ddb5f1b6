"""A whole table of partners is brought in: new ones join the list, others are written as the table
has them, and nobody leaves.
"""

from collections.abc import Sequence
from typing import ClassVar

from cidesign.acts.brought_list import BringList
from cidesign.domain.work import PARTNERS, Partner
from cidesign.domain.workshop import Bundle
from cidesign.text import say


class BringPartners(BringList):
    """Of partners."""

    kind: ClassVar[str] = "bring_partners"
    brings: ClassVar[str] = "partners"
    file: ClassVar[str] = PARTNERS

    def listed(self, record: Bundle) -> Sequence[Partner]:
        return record.partners

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of partners", who=who)
