"""The panel's values made another way, then the sheet's own points and ranks: what mean, median and
trimmed mean share.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_FOR_DOTS, FEWEST_IN_A_GROUP
from cidesign.domain.figures import points, rounded
from cidesign.domain.panel import Standing
from cidesign.domain.rules import Aggregation
from cidesign.domain.value import plain
from cidesign.selection.cross_checks.way import Asked, Found, pair
from cidesign.text import say
from cidesign.value.aggregate import panel_value
from cidesign.value.points import product
from cidesign.value.ties import ranked

VALUE = "0.01"


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


def moved(aggregation: Aggregation) -> Callable[[Asked, Found], str]:
    """What puts another candidate first: the cell whose value moves most of the points between the
    two.

    The middle one of three scores is somebody's own score, so of few raters no figures are told.
    """

    def why(asked: Asked, found: Found) -> str:
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
        told = {
            "rival": asked.name(rival),
            "leader": asked.name(leader),
            "more": points(after[rival].points or 0),
            "less": points(after[leader].points or 0),
        }
        if min(len(asked.sheets.scores[cell]) for cell in gains) < FEWEST_IN_A_GROUP:
            return say(
                "{rival} is level with {leader} or ahead this way; of so few raters no figures are "
                "told.",
                **told,
            )
        if not gains[id, criterion]:
            return say("{rival} has {more} points this way and {leader} {less}.", **told)
        told |= {"name": asked.name(id), "criterion": asked.criterion(criterion)}
        if len(asked.sheets.scores[id, criterion]) < FEWEST_FOR_DOTS:
            return say(
                "{rival} has {more} points this way and {leader} {less}; what moves most is {name} "
                "on {criterion}.",
                **told,
            )
        return say(
            "{rival} has {more} points this way and {leader} {less}; what moves most is {name} on "
            "{criterion}, from {before} to {after}.",
            **told,
            before=_value(before[id].cells[criterion]),
            after=_value(after[id].cells[criterion]),
        )

    return why


def _value(value: Fraction | None) -> str:
    return plain(rounded(value or Fraction(0), VALUE))
