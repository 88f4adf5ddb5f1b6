"""What would a candidate have to score to win: the smallest rise of the panel's value, cell by
cell.
"""

from collections.abc import Iterator
from fractions import Fraction

from cidesign.domain.panel import Ranking, Standing
from cidesign.domain.robustness import Rise
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.value import half_up, product, scale_share


def rises(rules: RuleSheet, ranking: Ranking) -> tuple[Rise, ...]:
    """For each rival and criterion the smallest rise of that one panel value with which its points
    reach the best of the others.

    The value rises towards the good end of its scale and stays on it, and on the grid of the
    sheet's rounding where it rounds cells; products are rounded as the sheet rounds them. First or
    tied is told by points, before any tie rule: a tie rule can only be won by some more, and there
    is no smallest more.

    Args:
        rules: the sheet.
        ranking: of ``rank``; candidates without a rank are left aside.

    Returns:
        Exact, only what is possible, smallest share of the scale first, then by rival and
        criterion. Nothing for a candidate whose points are the best already.

    Source: the additive model solved for one value; "post factum" analysis, Kadziński, Ciomek,
    Rychły & Słowiński 2016, Journal of Global Optimization 65:531-562.
    """
    ranked = [standing for standing in ranking.standings if standing.rank is not None]
    best = max(
        (standing.points for standing in ranked if standing.points is not None), default=Fraction(0)
    )
    found = [rise for standing in ranked for rise in _of(rules, standing, best)]
    return tuple(sorted(found, key=lambda rise: (rise.share, rise.rival, rise.criterion)))


def _of(rules: RuleSheet, standing: Standing, best: Fraction) -> Iterator[Rise]:
    gap = best - (standing.points or Fraction(0))
    for criterion in rules.criteria:
        now, points = standing.cells[criterion.id], standing.products[criterion.id]
        if gap <= 0 or not criterion.weight or now is None or points is None:
            continue
        on_a_grid = rules.rounding.cell is not None
        needed = (
            _on_the_grid(rules, criterion, now, points + gap)
            if on_a_grid
            else _anywhere(rules, criterion, points + gap)
        )
        if needed is not None:
            share = scale_share(criterion.scale, needed) - scale_share(criterion.scale, now)
            yield Rise(standing.candidate, criterion.id, now, needed, share)


def _anywhere(rules: RuleSheet, criterion: Criterion, wanted: Fraction) -> Fraction | None:
    """The least good value whose product is at least so many points; halves are rounded up, so half
    a unit less is enough.
    """
    places = rules.rounding.points
    least = wanted if places is None else wanted - Fraction(1, 2 * 10**places)
    share = least / Fraction(criterion.weight)
    worst, best = Fraction(criterion.scale.worst), Fraction(criterion.scale.best)
    return worst + share * (best - worst) if share <= 1 else None


def _on_the_grid(
    rules: RuleSheet, criterion: Criterion, now: Fraction, wanted: Fraction
) -> Fraction | None:
    """The same among the values that a rounded cell can have, by halving: a better value never has
    fewer points.
    """
    end = half_up(Fraction(criterion.scale.best), rules.rounding.cell)
    step = Fraction(1, 10 ** (rules.rounding.cell or 0)) * (1 if end > now else -1)
    too_few, enough = 0, int((end - now) / step)

    def suffices(steps: int) -> bool:
        return product(criterion, now + steps * step, rules.rounding) >= wanted

    if not suffices(enough):
        return None
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if suffices(middle):
            enough = middle
        else:
            too_few = middle
    return now + enough * step
