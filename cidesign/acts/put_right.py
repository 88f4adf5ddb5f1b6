"""What the facilitator's acts that put a round right have in common: somebody and a reason, and
scores that are withdrawn and stay in the record.
"""

from collections.abc import Iterator

from cidesign.acts.sheets import Sheet, raters
from cidesign.domain.problem import Problem
from cidesign.domain.stage import Refusal, Stage
from cidesign.domain.workshop import Bundle
from cidesign.record.entries import with_remark, with_score
from cidesign.text import mark, say

_CLOSED = Refusal(
    mark("the round is closed, and its result would change"),
    mark("open the next round first, and put it right there"),
)


def after_a_close(stage: Stage) -> Refusal | None:
    """Refused between rounds and after the last, where it would change a result people have
    seen.
    """
    return _CLOSED if stage.round_was_closed else None


def against_silence(record: Bundle, rater: str, reason: str) -> Iterator[Problem]:
    """Whom it is about, and why, must be said."""
    if rater not in raters(record):
        yield Problem(say("Which member"), say("nobody is chosen"), say("choose a member"))
    if not reason.strip():
        yield Problem(
            say("Why"), say("there is no reason yet"), say("write one sentence for the record")
        )


def withdrawn(record: Bundle, rater: str, sheet: Sheet) -> Bundle:
    """The record without what a member gave on a sheet: blank rows behind hers, so that nothing is
    lost.
    """
    after, turn = record, record.workshop.round
    for cell in sheet.cells:
        if cell.score is not None:
            after = with_score(
                after,
                rater=rater,
                candidate=sheet.candidate.id,
                criterion=cell.criterion.id,
                score=None,
                round=turn,
            )
    if sheet.strength or sheet.concern:
        after = with_remark(
            after,
            rater=rater,
            candidate=sheet.candidate.id,
            strength="",
            concern="",
            round=turn,
        )
    return after
