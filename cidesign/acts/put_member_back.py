"""A member who was recorded by mistake as stepping aside for a candidate scores it after all."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.put_right import against_silence
from cidesign.acts.step_aside import RECUSALS
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import without_rows
from cidesign.text import say


class PutMemberBack(Shared):
    """She has then declared nothing, and is asked again before she sees the sheet."""

    kind: ClassVar[str] = "put_member_back"
    step: ClassVar[str] = "score"
    hidden: ClassVar[frozenset[str]] = frozenset({"reason"})
    rater_in: ClassVar[str] = "rater"
    rater: Text
    candidate: Text
    reason: Text

    @property
    def document(self) -> str:
        return RECUSALS

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if (self.rater, self.candidate) not in {
            (one.rater, one.candidate) for one in record.recusals
        }:
            yield Problem(
                say("Who stepped aside, and for whom"),
                say("nobody is chosen"),
                say("choose one of the list"),
            )
        else:
            yield from against_silence(record, self.rater, self.reason)

    def change(self, record: Bundle) -> Bundle:
        return without_rows(record, RECUSALS, {"rater": self.rater, "candidate": self.candidate})

    def told(self, who: str, record: Bundle) -> str:
        return say(
            "{who} recorded that a member had stepped aside for {candidate} by mistake",
            who=who,
            candidate=labels_of(record).candidates[self.candidate],
        )
