"""What a rehearsal reads, and what of it may be told once it is over."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.problem import Problem
from cidesign.domain.rehearsal import Reading, Rehearsal
from cidesign.domain.rules import Criterion
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say

MOST_CRITERIA = 3
"""Two candidates on so many are read in ten minutes."""
Given = Mapping[tuple[str, str], Mapping[str, Decimal]]
"""By candidate and criterion what each rater gave."""


def to_rehearse(record: Bundle) -> tuple[Criterion, ...]:
    """The heaviest criteria of the rule sheet whose levels stand in words, in its order."""
    rated = record.rules.rated if record.rules else ()
    levelled = [one for one in rated if one.weight and one.scale.step and one.scale.levels]
    heaviest = sorted(levelled, key=lambda one: -one.weight)[:MOST_CRITERIA]
    return tuple(one for one in levelled if one in heaviest)


def against_rehearsing(record: Bundle) -> tuple[Problem, ...]:
    """What the record lacks for a rehearsal, as one problem; none where it lacks nothing."""
    if to_rehearse(record):
        return ()
    what = say("no criterion has levels in words yet")
    remedy = say("describe the levels of a criterion on the page Process")
    return (Problem(say("Rehearsal"), what, remedy),)


def against_giving(
    record: Bundle, held: Rehearsal, candidate: str, criterion: str, score: Decimal | None
) -> tuple[Problem, ...]:
    """Why this level cannot be given, as one problem; none where it can. ``score``: None takes it
    back.
    """
    rated = record.rules.rated if record.rules else ()
    one = next((one for one in rated if one.id == criterion), None)
    if one is None or (candidate, criterion) not in held.cells:
        what = say("this is not read in the rehearsal (any more)")
        return (Problem(say("Rehearsal"), what, say("load the page again")),)
    if score is not None and not one.scale.holds(score):
        low, high = plain(one.scale.low), plain(one.scale.high)
        what = say("{score} is off the scale", score=plain(score))
        remedy = say("choose a level from {low} to {high}", low=low, high=high)
        return (Problem(one.name, what, remedy),)
    return ()


def readings(rehearsal: Rehearsal, given: Given) -> tuple[Reading, ...]:
    """How far apart each cell was read, without names; of fewer than four people only whether they
    agree.
    """
    return tuple(
        _reading(cell, given[cell].values()) for cell in rehearsal.cells if given.get(cell)
    )


def _reading(cell: tuple[str, str], given: Iterable[Decimal]) -> Reading:
    scores = tuple(sorted(Fraction(one) for one in given))
    told = scores if len(scores) >= FEWEST_IN_A_GROUP else ()
    return Reading(*cell, people=len(scores), alike=len(set(scores)) == 1, scores=told)
