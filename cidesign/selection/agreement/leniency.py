"""Who scores higher than the others, and the candidates' points without that: told beside the
points, never in place of them.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from cidesign.domain.agreement import Leniency

Points = Mapping[str, Mapping[str, Fraction]]
"""By candidate, the raters' own points: those who scored it completely. A candidate without any is
absent.
"""
NOISE = 1e-12


def leniency(
    points: Points, calculated: Mapping[str, Fraction | None], *, ridge: int
) -> Leniency | None:
    """Least squares of points = candidate + leniency of the rater, where leniencies add to 0.

    Args:
        points: at least one candidate's.
        calculated: by candidate (all of them), the points of its calculated criteria, which are
            added back; None where one is missing.
        ridge: what a point of leniency, squared, costs beside the squared misses: 1 draws
            leniencies that few sheets show towards 0; with 0 they are taken at their word.

    Returns:
        None where raters and candidates are not connected, so that leniency and quality cannot be
        told apart.

    Source: the additive rater model, de Gruijter 1984, Applied Psychological Measurement
    8(2):213-218; ridge: Hoerl & Kennard 1970, Technometrics 12(1):55-67.
    """
    if len(connected(points)) != 1:
        return None
    raters = sorted({rater for given in points.values() for rater in given})
    means = {
        candidate: sum(given.values(), Fraction(0)) / len(given)
        for candidate, given in points.items()
    }
    found = _leniencies(points, raters, means, ridge)
    adjusted = {
        candidate: _adjusted(points, means, found, candidate, figure)
        for candidate, figure in calculated.items()
    }
    return Leniency(found, adjusted)


def connected(points: Points) -> tuple[tuple[str, ...], ...]:
    """Groups of candidates that hang together, because a rater scored two of them, or a chain of
    raters and candidates links them.

    Returns:
        ids, sorted within and among the groups; one group where all hang together.

    Source: Weeks & Williams 1964, Technometrics 6(3):319-324.
    """
    groups: list[tuple[set[str], set[str]]] = []
    for candidate in sorted(points):
        raters, together = set(points[candidate]), {candidate}
        apart = []
        for others, theirs in groups:
            if others & raters:
                raters |= others
                together |= theirs
            else:
                apart.append((others, theirs))
        groups = [*apart, (raters, together)]
    return tuple(sorted(tuple(sorted(together)) for _, together in groups))


def _leniencies(
    points: Points, raters: Sequence[str], means: Mapping[str, Fraction], ridge: int
) -> dict[str, float]:
    """The normal equations with the candidates eliminated; a constant added everywhere fixes the
    sum at 0 and keeps them regular.
    """
    place = {rater: number for number, rater in enumerate(raters)}
    left = np.eye(len(raters)) * ridge + 1 / len(raters)
    right = [Fraction(0)] * len(raters)
    for candidate, given in points.items():
        here = [place[rater] for rater in given]
        left[here, here] += 1
        left[np.ix_(here, here)] -= 1 / len(here)
        for rater, value in given.items():
            right[place[rater]] += value - means[candidate]
    size = max(map(abs, right)) or Fraction(1)
    solved = np.linalg.solve(left, np.array([float(value / size) for value in right]))
    solved -= solved.mean()
    solved[np.abs(solved) < NOISE] = 0
    return {rater: float(solved[place[rater]] * float(size)) for rater in raters}


def _adjusted(
    points: Points,
    means: Mapping[str, Fraction],
    leniencies: Mapping[str, float],
    candidate: str,
    calculated: Fraction | None,
) -> float | None:
    given = points.get(candidate, {})
    if not given or calculated is None:
        return None
    whole_panel = len(given) == len(
        leniencies
    )  # then their leniencies add to 0, and nothing changes
    return float(means[candidate] + calculated) - (
        0.0 if whole_panel else sum(leniencies[rater] for rater in given) / len(given)
    )
