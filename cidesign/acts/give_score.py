"""A member scores a candidate on one criterion; earlier scores stay, the latest counts."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.acts.may_score import against_scoring
from cidesign.domain.entry_rows import Row, score_row
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion, Reasons
from cidesign.domain.value import Exact, Id, Number, Text, plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record.entries import SCORES, with_score
from cidesign.text import say


class GiveScore(Personal):
    """``score`` None withdraws it; ``via``: phone, paper or sheet; ``entered_by``: who typed it."""

    kind: ClassVar[str] = "give_score"
    step: ClassVar[str] = "score"
    hidden: ClassVar[frozenset[str]] = frozenset({"reason", "entered_by"})
    rater_in: ClassVar[str] = "rater"
    rater: Id
    candidate: Id
    criterion: Id
    score: Number | None = None
    reason: Text = ""
    via: Text = ""
    entered_by: Text = ""

    @property
    def document(self) -> str:
        return SCORES

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from against_scoring(record, self.rater, self.candidate)
        rated = record.rules.rated if record.rules else ()
        criterion = next((one for one in rated if one.id == self.criterion), None)
        if criterion is None:
            yield Problem(
                say("Score"),
                say(
                    "{criterion} is no criterion of the rule sheet", criterion=shown(self.criterion)
                ),
                say("choose one of the sheet"),
            )
        elif self.score is not None and not criterion.scale.holds(self.score):
            low, high = plain(criterion.scale.low), plain(criterion.scale.high)
            yield Problem(
                criterion.name,
                say("{score} is off the scale", score=plain(self.score)),
                say("choose a level from {low} to {high}", low=low, high=high),
            )
        elif self._lacks_a_reason(record, criterion):
            yield Problem(
                say("Why?"),
                say("the rule sheet asks for a reason here"),
                say("write one sentence that the candidate may read"),
            )

    def _lacks_a_reason(self, record: Bundle, criterion: Criterion) -> bool:
        if self.score is None or self.reason.strip() or record.rules is None:
            return False
        return reason_owed(record.rules.reasons, criterion, self.score)

    def change(self, record: Bundle) -> Bundle:
        return with_score(record, **self.model_dump(), round=record.workshop.round)

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        return (score_row(after.scores[-1]),)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} saved a score", who=who)


def reason_owed(reasons: Reasons, criterion: Criterion, score: Exact) -> bool:
    """Whether a score needs a written reason of its own."""
    at_an_end = score in (criterion.scale.worst, criterion.scale.best)
    return reasons is Reasons.PER_SCORE or (reasons is Reasons.EXTREMES and at_an_end)
