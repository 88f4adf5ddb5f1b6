"""What must be so before the list of candidates may change, and what no change of it may touch."""

from collections.abc import Iterator

from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
from cidesign.text import say

CANDIDATES = "candidates.csv"
LONGEST_NAME = 160


def against_change(record: Bundle) -> tuple[Problem, ...]:
    """Why the list stays as it is in this stage of the selection; none where it may change."""
    refusal = record.workshop.stage.against_candidates
    if refusal is None:
        return ()
    is_open, number = record.workshop.stage.round_is_open, record.workshop.round
    where = say("Round {round}", round=number) if is_open else say("Candidates")
    return (refusal.at(where),)


def against_other_points(record: Bundle, after: Bundle) -> Iterator[Problem]:
    """Each figure that gives points and is another one in ``after``, though scores are in and the
    rules are sealed.
    """
    if record.rules is None or not record.rules.seal:
        return
    if not any(one.score is not None for one in record.scores):
        return
    before = {one.id: one.values for one in record.candidates}
    what = say("scores are in, and another figure would change the points")
    remedy = say("open a new version of the rules, with a reason and two names, and change it then")
    for one in after.candidates:
        for criterion in (each for each in record.rules.criteria if each.calculated):
            known = before.get(one.id, {}).get(criterion.id)
            if known not in (None, one.values.get(criterion.id)):
                yield Problem(f"{one.label}: {criterion.name}", what, remedy)
