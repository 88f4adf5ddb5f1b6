"""Small linear programs in whole numbers: no tolerance, so a tie is a tie and "impossible" is a
proof.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

Whole = np.ndarray[Any, np.dtype[np.object_]]
"""Python's own integers, which never overflow."""
PIVOTS_BEFORE_CARE = 60


class Program:
    """Least cost of amounts from 0 that keep rows at or above 0, solved again from where it stands
    whenever a row is added.

    Every entry of the table is a whole number over one common denominator (a minor of the program),
    so nothing is rounded. Amounts are numbered from 0; rows that are added get the numbers after
    them.

    Source: dual simplex, Lemke 1954, Naval Research Logistics Quarterly 1:36-47, with the integer
    pivots of Edmonds 1967, Journal of Research of the National Bureau of Standards 71B:241-245;
    rules of Bland 1977, Mathematics of Operations Research 2:103-107.
    """

    def __init__(self, costs: Sequence[int], most: Sequence[int | None]) -> None:
        """A program without rows, all amounts 0.

        Args:
            costs: of one unit of each amount, none below 0.
            most: upper end of each amount; None for no end.
        """
        self._most: list[int | None] = list(most)
        self._basic: list[int] = []
        self._others = list(range(len(costs)))
        self._turned: set[int] = set()  # amounts counted down from their upper end
        self._whole = 1
        self._table: Whole = np.array(
            [[*costs, 0]], dtype=object
        )  # rows of the basic ones, then the cost; last column: value

    def add(self, factors: Sequence[int], constant: int) -> int:
        """From now on factors · amounts + constant is at least 0; returns the row's number."""
        row: Whole = np.zeros(len(self._others) + 1, dtype=object)
        row[-1] = constant * self._whole
        places = {amount: place for place, amount in enumerate(self._others)}
        rows = {amount: place for place, amount in enumerate(self._basic)}
        for amount, factor in enumerate(factors):
            if not factor:
                continue
            if amount in self._turned:
                row[-1] += factor * self._whole * (self._most[amount] or 0)
                factor = -factor
            if amount in places:
                row[places[amount]] += factor * self._whole
            else:
                row += factor * self._table[rows[amount]]
        self._table = np.vstack([self._table[:-1], row, self._table[-1:]])
        self._basic.append(len(self._most))
        self._most.append(None)
        return self._basic[-1]

    def solve(self) -> bool:
        """Whether all rows can be kept; if so, amounts now have the least cost."""
        pivots = 0
        while (leaving := self._broken(first=pivots > PIVOTS_BEFORE_CARE)) is not None:
            entering = self._cheapest(leaving, first=pivots > PIVOTS_BEFORE_CARE)
            if entering is None:
                return False
            self._pivot(leaving, entering)
            pivots += 1
        return True

    def values(self, amounts: int) -> tuple[list[int], int]:
        """Values of the first so many amounts, as numerators and their common denominator."""
        found = [0] * amounts
        for amount, value in zip(self._basic, self._table[:-1, -1]):
            if amount < amounts:
                found[amount] = value
        for amount in self._turned:
            found[amount] = (self._most[amount] or 0) * self._whole - found[amount]
        return found, self._whole

    def at_bound(self, amount: int) -> bool:
        """Whether every answer of least cost holds the amount, or the row, at the bound where it is
        now, as its price shows.
        """
        return amount in self._others and bool(self._table[-1, self._others.index(amount)])

    @property
    def only_one(self) -> bool:
        """Whether the prices show that no other answer has the same cost."""
        return all(self._table[-1, :-1])

    @property
    def cost(self) -> tuple[int, int]:
        """The least cost: numerator and denominator."""
        return self._table[-1, -1], self._whole

    def _broken(self, *, first: bool) -> int | None:
        """The row whose value is out of bounds: farthest out, or (``first``) that of the lowest
        number; None when all are within.
        """
        found, worst = None, 0
        for place, (amount, value) in enumerate(zip(self._basic, self._table[:-1, -1])):
            most = self._most[amount]
            over = 0 if most is None else value - most * self._whole
            out = max(-value, over)
            if out > 0 and (
                found is None or (amount < self._basic[found] if first else out > worst)
            ):
                found, worst = place, out
        if found is not None and self._table[found, -1] > 0:
            self._turn(found)
        return found

    def _turn(self, place: int) -> None:
        """Count the amount of a row down from its upper end instead of up from 0."""
        amount = self._basic[place]
        self._table[place] = -self._table[place]
        self._table[place, -1] += (self._most[amount] or 0) * self._whole
        self._turned ^= {amount}

    def _cheapest(self, leaving: int, *, first: bool) -> int | None:
        """The column that mends the row at the least price per unit; among equals the one that does
        most, or (``first``) the lowest.
        """
        row, prices = self._table[leaving], self._table[-1]
        best: int | None = None
        for place in range(len(self._others)):
            factor = row[place]
            if factor <= 0:
                continue
            if best is None:
                best = place
                continue
            ours, theirs = prices[place] * row[best], prices[best] * factor
            wins_tie = self._others[place] < self._others[best] if first else factor > row[best]
            if ours < theirs or (ours == theirs and wins_tie):
                best = place
        return best

    def _pivot(self, leaving: int, entering: int) -> None:
        row, column = self._table[leaving].copy(), self._table[:, entering].copy()
        pivot = row[entering]
        self._table = (self._table * pivot - np.outer(column, row)) // self._whole
        self._table[:, entering] = column
        self._table[leaving] = -row
        self._table[leaving, entering] = self._whole
        self._whole = pivot
        self._basic[leaving], self._others[entering] = self._others[entering], self._basic[leaving]
