"""The panel's values made another way, then the sheet's own points and ranks: what mean, median and
trimmed mean share.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_FOR_DOTS, FEWEST_IN_A_GROUP
from cidesign.domain.otherwise import LevelOrAhead, MovedFromTo, MovedMost, OtherPoints
from cidesign.domain.panel import Standing
from cidesign.domain.reason import Reason
from cidesign.domain.rules import Aggregation
from cidesign.selection.cross_checks.way import Asked, Found, pair
from cidesign.value.aggregate import panel_value
from cidesign.value.points import product
from cidesign.value.ties import ranked


def by(aggregation: Aggregation) -> Callable[[Asked], Found]:
    """The result with this aggregation in place of the sheet's; weights, scales, seats, rounding
    and tie rules stay as they are.

    A calculated criterion has one figure and keeps it. Pass marks are not asked anew: who has a
    rank keeps one. A tie the sheet leaves to a lot stays a tie here.
    """

    def find(asked: Asked) -> Found:
        anew = [_anew(asked, standing, aggregation) for standing in asked.standings]
        _, first = ranked(asked.rules, anew, None)[0]
        return Found(first, {standing.candidate: standing.points for standing in anew})

    return find


def _anew(asked: Asked, standing: Standing, aggregation: Aggregation) -> Standing:
    rules, cells = asked.rules, dict(standing.cells)
    other = rules.model_copy(update={"aggregation": aggregation})
    for criterion in rules.rated:
        by_rater = asked.sheets.scores[standing.candidate, criterion.id]
        cells[criterion.id] = panel_value(other, by_rater, asked.sheets.seats)
    products = {
        one.id: product(one, cells[one.id] or Fraction(0), rules.rounding) for one in rules.criteria
    }
    return replace(
        standing, points=sum(products.values(), Fraction(0)), cells=cells, products={**products}
    )


def moved(aggregation: Aggregation) -> Callable[[Asked, Found], Reason]:
    """What puts another candidate first: the cell whose value moves most of the points between the
    two.

    The middle one of three scores is somebody's own score, so of few raters no figures are told.
    """

    def why(asked: Asked, found: Found) -> Reason:
        leader, rival = pair(asked, found)
        before = {one.candidate: one for one in asked.standings}
        after = {id: _anew(asked, before[id], aggregation) for id in (leader, rival)}
        gains = {
            (id, criterion.id): sign
            * ((after[id].products[criterion.id] or 0) - (before[id].products[criterion.id] or 0))
            for id, sign in ((leader, -1), (rival, 1))
            for criterion in asked.rules.rated
        }
        id, criterion = max(gains, key=lambda cell: gains[cell])
        if min(len(asked.sheets.scores[cell]) for cell in gains) < FEWEST_IN_A_GROUP:
            return LevelOrAhead(rival, leader)
        more, less = (after[one].points or Fraction(0) for one in (rival, leader))
        if not gains[id, criterion]:
            return OtherPoints(rival, leader, more, less)
        if len(asked.sheets.scores[id, criterion]) < FEWEST_FOR_DOTS:
            return MovedMost(rival, leader, more, less, id, criterion)
        values = (one[id].cells[criterion] or Fraction(0) for one in (before, after))
        return MovedFromTo(rival, leader, more, less, id, criterion, *values)

    return why
