"""What must be so before a member may score a candidate or write about it."""

from collections.abc import Iterator

from cidesign.acts.sheets import is_rater, undeclared
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.text import say


def against_scoring(record: Bundle, rater: str, candidate: str) -> Iterator[Problem]:
    """Whatever keeps this member from scoring this candidate now."""
    where = say("Score")
    if record.rules is None or not record.rules.seal:
        yield Problem(where, say("the rules are not sealed"), say("seal them on the page Process"))
    if not record.workshop.round_is_open:
        yield Problem(where, say("no round is open"), say("ask the facilitator to open one"))
    if not is_rater(record, rater):
        yield Problem(
            where, say("{rater} is nobody on the panel", rater=shown(rater)), say("choose a member")
        )
    if candidate not in [one.id for one in record.candidates]:
        yield Problem(
            where,
            say("{candidate} is no candidate", candidate=shown(candidate)),
            say("choose one from the list"),
        )
    if any((one.rater, one.candidate) == (rater, candidate) for one in record.recusals):
        yield Problem(
            where, say("this member steps aside for this candidate"), say("score the others")
        )
    elif candidate in undeclared(record, rater):
        label = labels_of(record).candidates[candidate]
        what = say(
            "this member has not said yet whether anything ties her to {candidate}", candidate=label
        )
        remedy = say("declare first whether anything ties you to {candidate}", candidate=label)
        yield Problem(where, what, remedy)
