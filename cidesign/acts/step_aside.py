"""A member steps aside for a candidate: she neither reads, scores nor counts."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.acts.declare import DECLARATIONS
from cidesign.domain.entry_rows import Row, recusal_row
from cidesign.domain.panel import Recusal
from cidesign.domain.problem import Problem
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows, without_rows
from cidesign.text import mark, say

RECUSALS = "recusals.csv"
# Why somebody steps aside: the word in the record, and what people read.
TIES = {
    "employee": mark("works there"),
    "board": mark("sits on its board"),
    "family": mark("is close to somebody there"),
    "money": mark("gives it money or gets money from it"),
    "helped": mark("helped to write its application"),
    "other": mark("has another reason"),
}
SET_ASIDE = "unfinished"
"""In place of a tie: her unfinished sheet was set aside."""


class StepAside(Personal):
    """``tie``: one of ``TIES``; ``reason``: in a few words of her own."""

    kind: ClassVar[str] = "step_aside"
    step: ClassVar[str] = "candidates"
    hidden: ClassVar[frozenset[str]] = frozenset({"tie", "reason"})
    rater_in: ClassVar[str] = "rater"
    rater: Text
    candidate: Text
    tie: Text
    reason: Text

    @property
    def document(self) -> str:
        return RECUSALS

    def problems(self, record: Bundle) -> Iterator[Problem]:
        against = record.workshop.stage.against_recusals
        if against:
            yield against.at(say("Candidates"))
        if self.rater not in [member.id for member in record.workshop.members]:
            yield Problem(say("Who steps aside"), say("nobody is chosen"), say("choose a member"))
        if self.candidate not in [one.id for one in record.candidates]:
            yield Problem(
                say("For which candidate"), say("none is chosen"), say("choose a candidate")
            )
        if self.tie not in TIES:
            yield Problem(
                say("What kind of tie"), say("nothing is chosen"), say("choose what comes nearest")
            )
        if not self.reason.strip():
            yield Problem(
                say("In a few words"),
                say("nothing is written there"),
                say("write what an outsider should know"),
            )

    def change(self, record: Bundle) -> Bundle:
        key = {"rater": self.rater, "candidate": self.candidate}
        after = without_rows(record, DECLARATIONS, key) if record.declarations else record
        row = {**key, "kind": self.tie, "reason": self.reason}
        return with_rows(after, RECUSALS, [row], key=list(key))

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        reason = " ".join(self.reason.split())
        told = Recusal(rater=self.rater, candidate=self.candidate, kind=self.tie, reason=reason)
        return (recusal_row(told),)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} recorded that a member steps aside for a candidate", who=who)
