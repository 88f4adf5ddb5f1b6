"""A member no longer steps aside for a candidate; only before scoring has begun."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.acts.step_aside import RECUSALS
from cidesign.domain.entry_rows import DECLARATIONS, Row
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id
from cidesign.domain.workshop import Bundle
from cidesign.record import without_rows
from cidesign.text import say


class ComeBack(Personal):
    """She has then declared nothing, and is asked again."""

    kind: ClassVar[str] = "come_back"
    step: ClassVar[str] = "candidates"
    rater_in: ClassVar[str] = "rater"
    rater: Id
    candidate: Id

    @property
    def document(self) -> str:
        return RECUSALS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        against = record.workshop.stage.against_candidates
        if against:
            yield against.at(say("Round {round}", round=record.workshop.round))
        elif record.scores:
            yield Problem(
                say("Stepping aside"),
                say("scores are in"),
                say("leave it: who stepped aside stays out of the result"),
            )

    def change(self, record: Bundle) -> Bundle:
        return without_rows(record, RECUSALS, {"rater": self.rater, "candidate": self.candidate})

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        return (Row(DECLARATIONS, (self.rater, self.candidate), None),)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} recorded that a member no longer steps aside", who=who)
