"""A whole table of partners is brought in: new ones join the list, others are written as the table
has them, and nobody leaves.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.brought_list import against_brought
from cidesign.domain.problem import Problem
from cidesign.domain.work import PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record import reread
from cidesign.text import say


class BringPartners(Shared):
    """``content``: the whole list with the table's rows in it."""

    kind: ClassVar[str] = "bring_partners"
    step: ClassVar[str] = "partners"
    brings: ClassVar[str] = "partners"
    content: bytes

    @property
    def document(self) -> str:
        return PARTNERS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_brought(self, record, lambda bundle: bundle.partners)

    def change(self, record: Bundle) -> Bundle:
        return reread(record, {PARTNERS: self.content})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of partners", who=who)
