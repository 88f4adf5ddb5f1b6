"""What would change the order: for each rival the smallest change of weights with which it comes
first or ties for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

import numpy as np

from cidesign.domain.robustness import DecisionMatrix, Flip
from cidesign.selection.robustness.least_norm import Point, Row, least_norm
from cidesign.selection.robustness.simplex import Program

CLOSE = 1e-9
"""Leads that decimals see as smaller than this are compared in whole numbers; the decimals' own
error is a millionth of it.
"""

Shares = Sequence[Fraction | int]


@dataclass(frozen=True)
class Nearest:
    """The weights nearest to the present ones with which a candidate is first or tied: shares, and
    the sum of |new - old|.
    """

    change: Fraction
    shares: tuple[Fraction, ...]


def nearest_weights(matrix: DecisionMatrix) -> tuple[Nearest | None, ...]:
    """For each candidate, the nearest weights with which it is first or tied with everybody; None
    where there are none at all.

    Nearest is by the sum of |new - old| over all weights from 0 that add to 1; of several equally
    near ones those with the least sum of squares are taken. The present weights, with a change of
    0, for whoever is first already.

    Source: the smallest change of weights that changes the first, Wolters & Mareschal 1995, EJOR
    81:281-290, as a linear program whose rows are added when they are broken (Kelley 1960, SIAM
    Journal 8:703-712), since only few rivals bind.
    """
    weighing = _Weighing(matrix)
    return tuple(weighing.nearest(place) for place in range(len(matrix.candidates)))


def flips(matrix: DecisionMatrix, nearest: Sequence[Nearest | None]) -> tuple[Flip, ...]:
    """The rivals of the leader that can come first, smallest change first, then by id.

    Args:
        matrix: its first candidate is the leader.
        nearest: as ``nearest_weights`` gives them.
    """
    found = [
        (one.change, rival, one.shares)
        for rival, one in list(zip(matrix.candidates, nearest))[1:]
        if one is not None
    ]
    return tuple(
        Flip(rival, float(change), dict(zip(matrix.criteria, map(float, shares))))
        for change, rival, shares in sorted(found, key=lambda one: one[:2])
    )


class _Weighing:
    """A decision matrix in whole numbers: values over one denominator, weights over another
    (``whole``).
    """

    def __init__(self, matrix: DecisionMatrix) -> None:
        unit = lcm(*(value.denominator for row in matrix.values for value in row))
        self._values = [[int(value * unit) for value in row] for row in matrix.values]
        self._decimals = np.array([[float(value) for value in row] for row in matrix.values])
        self.whole = lcm(*(share.denominator for share in matrix.weights))
        self.weights = [int(share * self.whole) for share in matrix.weights]

    def nearest(self, rival: int) -> Nearest | None:
        """As ``nearest_weights``, for one candidate."""
        ahead = self.ahead(rival, self.weights, self.whole, ())
        if ahead is None:
            return Nearest(
                Fraction(0), tuple(Fraction(weight, self.whole) for weight in self.weights)
            )
        task = _Task(self, rival, ahead)
        while task.program.solve():
            weights, total = task.weights()
            ahead = self.ahead(rival, weights, total, task.rivals)
            if ahead is None:
                return task.answer()
            task.add(ahead)
        return None

    def ahead(self, rival: int, weights: Shares, total: int, known: Sequence[int]) -> int | None:
        """Who is ahead of the candidate with these weights, by most as decimals see it; None where
        nobody is, to the last digit.

        Args:
            rival: the candidate's place.
            weights: to be divided by ``total``.
            known: places of those that are not ahead.
        """
        points = self._decimals @ np.array([float(weight / total) for weight in weights])
        leads = points - points[rival]
        leads[[rival, *known]] = -1
        farthest = int(leads.argmax())
        if leads[farthest] > CLOSE:
            return farthest
        close = (int(other) for other in np.flatnonzero(leads > -CLOSE))
        return next(
            (other for other in close if self._product(self.gap(rival, other), weights) < 0), None
        )

    def gap(self, rival: int, other: int) -> list[int]:
        """By criterion how much better the one is than the other, in the smallest whole numbers."""
        gaps = [ours - theirs for ours, theirs in zip(self._values[rival], self._values[other])]
        common = gcd(*gaps) or 1
        return [gap // common for gap in gaps]

    @staticmethod
    def _product(factors: Sequence[int], weights: Shares) -> Fraction | int:
        return sum(factor * weight for factor, weight in zip(factors, weights) if factor)


class _Task:
    """The program of one rival: how far each weight goes up or down, and the rows of those who must
    not be ahead.

    The weight of criterion ``pivot`` takes up what the others let go, so that the sum stays; its
    own way up is the program's first row, and the change, ups and downs together, is twice the
    downs.
    """

    def __init__(self, weighing: _Weighing, rival: int, ahead: int) -> None:
        self._weighing, self._rival = weighing, rival
        first = weighing.gap(rival, ahead)
        places = range(len(first))
        self._pivot = max(places, key=lambda place: first[place])
        ups = [place for place in places if place != self._pivot]
        downs = [place for place in places if weighing.weights[place]]
        self._columns = [(place, 1) for place in ups] + [(place, -1) for place in downs]
        self.program = Program(
            [0] * len(ups) + [2] * len(downs),
            [None] * len(ups) + [weighing.weights[place] for place in downs],
        )
        self._up = {place: amount for amount, place in enumerate(ups)}
        self._down = {place: amount for amount, place in enumerate(downs, start=len(ups))}
        self._up[self._pivot] = self.program.add([-way for _, way in self._columns], 0)
        self._rows: dict[int, int] = {}  # by rival, the number of its row
        self.add(ahead)

    @property
    def rivals(self) -> tuple[int, ...]:
        """Those who have a row."""
        return tuple(self._rows)

    def add(self, other: int) -> None:
        """From now on this candidate must not be ahead."""
        gap = self._weighing.gap(self._rival, other)
        constant = sum(part * weight for part, weight in zip(gap, self._weighing.weights))
        self._rows[other] = self.program.add(
            [way * (gap[place] - gap[self._pivot]) for place, way in self._columns], constant
        )

    def weights(self) -> tuple[list[int], int]:
        """The weights found, and their sum."""
        values, whole = self.program.values(len(self._columns) + 1)
        weights = [weight * whole for weight in self._weighing.weights]
        for place, amount in self._up.items():
            weights[place] += values[amount]
        for place, amount in self._down.items():
            weights[place] -= values[amount]
        return weights, whole * self._weighing.whole

    def answer(self) -> Nearest:
        """The weights found; of several equally near ones those with the least sum of squares."""
        cost, whole = self.program.cost
        weights, total = self.weights()
        shares = tuple(Fraction(weight, total) for weight in weights)
        if not self.program.only_one:
            shares = self._least_squares(weights, whole)
        return Nearest(Fraction(cost, whole * self._weighing.whole), shares)

    def _least_squares(self, weights: Sequence[int], whole: int) -> tuple[Fraction, ...]:
        """Among the answers of least cost, which the program's prices describe: what has a price
        stays at its bound.

        Source: complementary slackness; Goldman & Tucker 1956, in Linear Inequalities and Related
        Systems.
        """
        present = self._weighing.weights
        rising = [place for place, amount in self._up.items() if not self.program.at_bound(amount)]
        falling = [
            place for place, amount in self._down.items() if not self.program.at_bound(amount)
        ]
        free = [*rising, *falling]
        base = [Fraction(weight, whole) for weight in weights]
        for place in free:
            base[place] = Fraction(present[place])
        fixed = [
            int(weight) for weight in base
        ]  # a weight that cannot move is at 0 or where it was

        def row(gap: Sequence[int]) -> Row:
            return [gap[place] for place in free], -sum(
                part * weight for part, weight in zip(gap, fixed)
            )

        def moved(point: Point) -> list[Fraction]:
            weights = list(base)
            for place, change in zip(free, point):
                weights[place] += change
            return weights

        def broken(point: Point) -> Row | None:
            other = self._weighing.ahead(
                self._rival, moved(point), self._weighing.whole, self.rivals
            )
            return None if other is None else row(self._weighing.gap(self._rival, other))

        tight = [other for other, number in self._rows.items() if self.program.at_bound(number)]
        loose = [other for other in self._rows if other not in tight]
        equal: list[Row] = [([1] * len(free), self._weighing.whole - sum(fixed))]
        equal += [row(self._weighing.gap(self._rival, other)) for other in tight]
        at_least = [row(self._weighing.gap(self._rival, other)) for other in loose]
        at_least += [_bound(len(free), column, 1, 0) for column in range(len(rising))]
        at_least += [_bound(len(free), column, -1, 0) for column in range(len(rising), len(free))]
        at_least += [
            _bound(len(free), column, 1, -present[free[column]])
            for column in range(len(rising), len(free))
        ]
        found = least_norm(len(free), equal=equal, at_least=at_least, more=broken)
        if found is None:
            raise RuntimeError(
                "the program's own answer keeps all its rows, so least squares must find one"
            )
        return tuple(weight / self._weighing.whole for weight in moved(found))


def _bound(size: int, column: int, way: int, least: int) -> Row:
    return [way if place == column else 0 for place in range(size)], least
