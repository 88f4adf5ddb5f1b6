"""A whole table of people by group is brought in: new groups join the equity mirror, others are
written as the table has them, and none leaves.
"""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.domain.makeup import MAKEUP
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import reread
from cidesign.text import say


class BringMakeup(Shared):
    """``content``: the whole list with the table's rows in it."""

    kind: ClassVar[str] = "bring_makeup"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"content"})
    brings: ClassVar[str] = "makeup"
    content: bytes

    @property
    def document(self) -> str:
        return MAKEUP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        try:
            self.change(record)
        except BadInput as error:
            yield from error.problems

    def change(self, record: Bundle) -> Bundle:
        return reread(record, {MAKEUP: self.content})

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} brought in a table of people by group", who=who)
