"""Dollars of one year in dollars of another, where prices are known at two points in time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PriceIndex:
    """What a dollar of ``first`` costs in ``last``: ``factor`` dollars."""

    first: int
    last: int
    factor: float

    def from_first(self, year: int) -> float:
        """Dollars of ``year`` for one of ``first``: even growth in between, and no guess before the
        first or after the last year.
        """
        known = min(max(year, self.first), self.last)
        return float(self.factor ** ((known - self.first) / (self.last - self.first)))
