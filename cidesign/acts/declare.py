"""A member says that nothing ties her to a candidate; said before she reads its application."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.domain.entry_rows import Row, declaration_row
from cidesign.domain.panel import Declaration
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows
from cidesign.text import say

DECLARATIONS = "declarations.csv"


class Declare(Personal):
    """Of several candidates at once; those she steps aside for are left out."""

    kind: ClassVar[str] = "declare"
    step: ClassVar[str] = "candidates"
    rater_in: ClassVar[str] = "rater"
    rater: Id
    candidates: tuple[Id, ...]

    @property
    def document(self) -> str:
        return DECLARATIONS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if self.rater not in [member.id for member in record.workshop.members]:
            yield Problem(say("Who declares"), say("nobody is chosen"), say("choose a member"))

    def change(self, record: Bundle) -> Bundle:
        rows = [{"rater": self.rater, "candidate": id} for id in self._free(record)]
        key = ["rater", "candidate"]
        return with_rows(record, DECLARATIONS, rows, key=key) if rows else record

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        free = self._free(after)
        return tuple(declaration_row(Declaration(rater=self.rater, candidate=id)) for id in free)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} recorded that a member has no tie to candidates", who=who)

    def _free(self, record: Bundle) -> list[str]:
        aside = {one.candidate for one in record.recusals if one.rater == self.rater}
        return [id for id in self.candidates if id not in aside]
