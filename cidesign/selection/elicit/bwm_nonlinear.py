"""The best-worst method as it was first described: how far each weight may move while the answers
are met as well as they can be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf, sqrt

from cidesign.selection.elicit.bwm import best_and_worst

HALVINGS = 60


@dataclass(frozen=True)
class Nonlinear:
    """The least largest miss, and what it leaves open.

    Args:
        xi: the largest miss of a comparison, told as a ratio of weights; 0 where all answers agree.
        ratio: xi over the most it can be for this answer of best to worst; None where best and
            worst are said to weigh the same.
        intervals: of each weight, in the order given, the least and the most it can be at this xi.
    """

    xi: float
    ratio: float | None
    intervals: tuple[tuple[float, float], ...]


def nonlinear_model(from_best: Sequence[Fraction], to_worst: Sequence[Fraction]) -> Nonlinear:
    """Least xi with |w_best / w_j - a_j| <= xi and |w_j / w_worst - b_j| <= xi for all j, and the
    intervals of the weights at it.

    With the worst weight as unit and r for the best one, the other weights do not bind each other:
    w_j lies between max(r / (a_j + xi), b_j - xi) and min(r / (a_j - xi), b_j + xi). So there are
    weights for a xi exactly where r fits between (a_j - xi)(b_j - xi) and (a_j + xi)(b_j + xi) for
    every j. The least such xi is found by halving; a weight is least where it is at its low end and
    all others are at their high ends.

    Source: Rezaei 2015, Omega 53:49-57; intervals, Rezaei 2016, Omega 64:126-130.
    """
    best, worst = best_and_worst(from_best, to_worst)
    if best == worst:
        return Nonlinear(0.0, None, ((1.0, 1.0),))
    asked = _Answers(tuple(map(float, from_best)), tuple(map(float, to_worst)), best, worst)
    low, high = 0.0, max(*asked.from_best, *asked.to_worst)
    if asked.fits(low):
        high = low
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if asked.fits(middle) else (middle, high)
    most = largest_xi(float(from_best[worst]))
    return Nonlinear(high, high / most if most else None, asked.intervals(high))


def largest_xi(best_to_worst: float) -> float:
    """The consistency index: the xi of answers that contradict each other as much as they can, for
    this answer of best to worst.

    For 1 to 9 these are 0, 0.44, 1, 1.63, 2.3, 3, 3.73, 4.47 and 5.23, as in the paper's table 1.

    Source: Rezaei 2015, Omega 53:49-57, equation 15.
    """
    twice = 1 + 2 * best_to_worst
    return (twice - sqrt(twice**2 - 4 * (best_to_worst**2 - best_to_worst))) / 2


@dataclass(frozen=True)
class _Answers:
    from_best: tuple[float, ...]
    to_worst: tuple[float, ...]
    best: int
    worst: int

    def fits(self, xi: float) -> bool:
        low, high = self._best(xi)
        return low <= high + 1e-12 * max(1.0, high)

    def _best(self, xi: float) -> tuple[float, float]:
        """The range of the best weight, the worst one being 1."""
        both = (self.from_best[self.worst], self.to_worst[self.best])
        lows, highs = [one - xi for one in both], [one + xi for one in both]
        for place, (a, b) in enumerate(zip(self.from_best, self.to_worst)):
            if place not in (self.best, self.worst):
                lows.append(max(a - xi, 0.0) * max(b - xi, 0.0))
                highs.append((a + xi) * (b + xi))
        return max(lows), min(highs)

    def intervals(self, xi: float) -> tuple[tuple[float, float], ...]:
        low, high = self._best(xi)
        middle = (low + high) / 2
        ends = [self._ends(place, middle, xi) for place in range(len(self.from_best))]
        bottom, top = sum(end[0] for end in ends), sum(end[1] for end in ends)
        return tuple(
            (least / (top - most + least), most / (bottom - least + most)) for least, most in ends
        )

    def _ends(self, place: int, best: float, xi: float) -> tuple[float, float]:
        if place in (self.best, self.worst):
            return (best, best) if place == self.best else (1.0, 1.0)
        a, b = self.from_best[place], self.to_worst[place]
        least = max(best / (a + xi), b - xi)
        return least, max(least, min(best / (a - xi) if a > xi else inf, b + xi))
