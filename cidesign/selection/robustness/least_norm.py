"""The smallest change that keeps a list of promises, exactly: the point with the least sum of
squares in a polyhedron.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

Row = tuple[Sequence[int], int]
"""Whole factors a and the least value b of a · x."""
Point = tuple[Fraction, ...]


def least_norm(
    size: int,
    *,
    equal: Sequence[Row] = (),
    at_least: Sequence[Row] = (),
    more: Callable[[Point], Row | None] = lambda point: None,
) -> Point | None:
    """The point x with the least sum of squares among those with a · x = b for each ``equal`` and a
    · x >= b for each ``at_least``.

    Args:
        size: how many numbers a point has.
        equal: rows that hold exactly.
        at_least: rows that bound from below.
        more: for a point that keeps all of these, a further row that it breaks, or None.

    Returns:
        Exact; None where no point keeps all rows.

    Source: dual active-set method, Goldfarb & Idnani 1983, Mathematical Programming 27:1-33, for
    the unit matrix, in fractions.
    """
    search = _Search(size)
    for row in equal:
        if not search.keep_equal(row):
            return None
    while (broken := _most_broken(search.point, at_least) or more(search.point)) is not None:
        if not search.keep(broken):
            return None
    return search.point


def _most_broken(point: Point, rows: Sequence[Row]) -> Row | None:
    found, worst = None, Fraction(0)
    for row in rows:
        short = row[1] - _product(row[0], point)
        if short > worst:
            found, worst = row, short
    return found


def _product(factors: Sequence[int], point: Sequence[Fraction]) -> Fraction:
    return sum((factor * value for factor, value in zip(factors, point) if factor), Fraction(0))


class _Search:
    """The least point of the rows kept so far, and what each of them pulls."""

    def __init__(self, size: int) -> None:
        self.point: Point = (Fraction(0),) * size
        self._held: list[Sequence[int]] = []
        self._pull: list[Fraction] = []
        self._equals = 0

    def keep_equal(self, row: Row) -> bool:
        """Whether the row can be held exactly beside the equal ones held before; if so it is held
        for good.
        """
        factors, value = row
        short = value - _product(factors, self.point)
        if short < 0:
            factors, short = [-factor for factor in factors], -short
        _, away = self._parted(factors)
        if not any(away):
            return not short
        self._move(away, short / _product(factors, away))
        self._held.append(factors)
        self._pull.append(Fraction(0))
        self._equals += 1
        return True

    def keep(self, row: Row) -> bool:
        """Whether the broken row can be kept beside those held; rows in its way are let go."""
        factors, value = row
        pull = Fraction(0)
        while True:
            shares, away = self._parted(factors)
            limits = [
                (self._pull[place] / shares[place], place)
                for place in range(self._equals, len(self._held))
                if shares[place] > 0
            ]
            first = min(limits, default=None)
            full = (
                (value - _product(factors, self.point)) / _product(factors, away)
                if any(away)
                else None
            )
            if first is None and full is None:
                return False
            step = full if first is None or (full is not None and full <= first[0]) else first[0]
            assert step is not None  # noqa: S101 - one of both is there
            pull += step
            self._pull = [held - step * share for held, share in zip(self._pull, shares)]
            if full is not None:
                self._move(away, step)
            if full is not None and step == full:
                self._held.append(factors)
                self._pull.append(pull)
                return True
            assert first is not None  # noqa: S101 - a full step was not possible
            del self._held[first[1]], self._pull[first[1]]

    def _move(self, away: Sequence[Fraction], step: Fraction) -> None:
        self.point = tuple(value + step * part for value, part in zip(self.point, away))

    def _parted(self, factors: Sequence[int]) -> tuple[list[Fraction], list[Fraction]]:
        """The factors as shares of the held rows, and what is left at right angles to all of
        them.
        """
        gram = [
            [sum(a * b for a, b in zip(one, other)) for other in self._held] for one in self._held
        ]
        shares = solved(gram, [sum(a * b for a, b in zip(one, factors)) for one in self._held])
        away = [
            Fraction(factor)
            - sum((share * held[place] for share, held in zip(shares, self._held)), Fraction(0))
            for place, factor in enumerate(factors)
        ]
        return shares, away


def solved(matrix: Sequence[Sequence[int]], values: Sequence[int]) -> list[Fraction]:
    """The x with matrix · x = values, for a symmetric positive definite matrix of whole numbers.

    Source: fraction-free elimination, Bareiss 1968, Mathematics of Computation 22:565-578.
    """
    rows = [[*row, value] for row, value in zip(matrix, values)]
    before = 1
    for place, lead in enumerate(rows):
        pivot = lead[place]
        for other, row in enumerate(rows):
            if other != place:
                factor = row[place]
                rows[other] = [(pivot * a - factor * b) // before for a, b in zip(row, lead)]
        before = pivot
    return [Fraction(row[-1], before) for row in rows]
