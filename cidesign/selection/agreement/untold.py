"""Why a measure of agreement cannot be told of a panel, each reason once."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from cidesign.domain.agreement import Agreement, Leniency, RaterSheets
from cidesign.domain.reason import Reason
from cidesign.domain.untold import (
    FewComplete,
    IccDividesByZero,
    NobodyComplete,
    NoOrderOfPoints,
    NoPointsShared,
    NoRangeOfAlpha,
    NoScoreCounts,
    NoScoresShared,
    NotAdjustedNoFigure,
    NotAdjustedUnscored,
    NothingToScore,
    NoWeightOnScores,
    OneCandidateShared,
    OneRater,
    PointsAllEqual,
    RatersNotLinked,
    ScoredTogether,
    ScoresAllEqual,
    SheetsIncomplete,
)
from cidesign.selection.agreement.alpha import FEWEST_FOR_AN_INTERVAL
from cidesign.selection.agreement.leniency import connected
from cidesign.value import CONSENSUS_RATER

FEWEST_CANDIDATES = 3
FEWEST_RATERS = 2


def untold(
    sheets: RaterSheets,
    points: Mapping[str, Mapping[str, Fraction]],
    found: Agreement,
) -> tuple[Reason, ...]:
    """One reason for each thing that could not be told, or that rests on little.

    Args:
        points: by candidate and rater, the complete sheets' own points.
        found: the measures.
    """
    if not sheets.criteria:
        return (NothingToScore(),)
    if not sheets.raters:
        return (NoScoreCounts(),)
    alone = len(sheets.raters) < FEWEST_RATERS
    said = [
        *(_of_one(sheets.raters[0]) if alone else _of_several(sheets, points, found)),
        *untold_of_leniency(sheets, points, found.leniency),
    ]
    return tuple(dict.fromkeys(said))


def _of_one(rater: str) -> Iterator[Reason]:
    yield ScoredTogether() if rater == CONSENSUS_RATER else OneRater(rater)


def _of_several(
    sheets: RaterSheets, points: Mapping[str, Mapping[str, Fraction]], found: Agreement
) -> Iterator[Reason]:
    shared = [candidate for candidate, given in points.items() if len(given) > 1]
    if not any(sheets.weights.values()):
        yield NoWeightOnScores()
        return
    yield from _of_alpha(shared, found)
    yield from _of_criteria(sheets, found)
    yield from _of_complete(found)


def _of_alpha(shared: Sequence[str], found: Agreement) -> Iterator[Reason]:
    if not shared:
        yield NoPointsShared()
    elif found.alpha is None:
        yield PointsAllEqual()
    elif len(shared) == 1:
        yield OneCandidateShared(shared[0])
    elif len(shared) < FEWEST_FOR_AN_INTERVAL:
        yield NoRangeOfAlpha(len(shared))


def _of_criteria(sheets: RaterSheets, found: Agreement) -> Iterator[Reason]:
    untold_ones = [criterion for criterion, value in found.by_criterion.items() if value is None]
    shared = {criterion for (_, criterion), given in sheets.shares.items() if len(given) > 1}
    if alike := tuple(one for one in untold_ones if one in shared):
        yield ScoresAllEqual(alike)
    if alone := tuple(one for one in untold_ones if one not in shared):
        yield NoScoresShared(alone)


def _of_complete(found: Agreement) -> Iterator[Reason]:
    if len(found.complete) < FEWEST_CANDIDATES:
        yield FewComplete(len(found.complete))
        return
    if found.kendall_w is None:
        yield NoOrderOfPoints()
    if missing := tuple(form for form, value in found.icc.items() if value is None):
        yield IccDividesByZero(missing)


def untold_of_leniency(
    sheets: RaterSheets,
    points: Mapping[str, Mapping[str, Fraction]],
    found: Leniency | None,
) -> Iterator[Reason]:
    """Why nobody's leniency can be told, or whose, or whose points are not adjusted; nothing where
    all of it can.
    """
    scored = {candidate: given for candidate, given in points.items() if given}
    if not scored:
        yield NobodyComplete()
        return
    if found is None:
        yield RatersNotLinked(tuple(map(tuple, connected(scored))))
        return
    linked = {rater for given in scored.values() for rater in given}
    if without := tuple(rater for rater in sheets.raters if rater not in linked):
        yield SheetsIncomplete(without)
    if empty := tuple(one for one in sheets.candidates if one not in scored):
        yield NotAdjustedUnscored(empty)
    if lacking := tuple(one for one in scored if sheets.calculated[one] is None):
        yield NotAdjustedNoFigure(lacking)
