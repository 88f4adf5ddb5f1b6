"""What turns drivers into hours: hours per driver by function, and how much of each function a
phase asks for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.words import Function, Phase


@dataclass(frozen=True)
class NeedTable:
    """Need of a function (hours per month) = phase factor x sum over drivers of (how many x hours
    per driver).

    Args:
        hours_per_driver: by driver id and function, hours per month for one of them; a function
            left out needs none.
        phase_factor: by phase and function, 0 or more; a function left out counts 0.
        first_year_only: ids of drivers that make work in the first year and in none after it.
    """

    hours_per_driver: Mapping[str, Mapping[Function, Decimal]]
    phase_factor: Mapping[Phase, Mapping[Function, Decimal]]
    first_year_only: frozenset[str] = frozenset()

    def still(self, year: int, drivers: Mapping[str, Decimal]) -> dict[str, Decimal]:
        """The drivers that make work in a year (0 is the first)."""
        gone = self.first_year_only if year else ()
        return {name: many for name, many in drivers.items() if name not in gone}


@dataclass(frozen=True)
class NeedStep:
    """One driver's part in a function's need: so many of it, each with so many hours a month."""

    driver: str
    count: Decimal
    hours_each: Decimal

    @property
    def hours(self) -> Fraction:
        """Hours a month in a phase that asks for all of it."""
        return Fraction(self.count) * Fraction(self.hours_each)


@dataclass(frozen=True)
class NeedSteps:
    """How a function's need comes about.

    Args:
        steps: the drivers that make work for it, in order of the table.
        factor: how much of that the phase asks for, the mean of the year's months.
    """

    steps: tuple[NeedStep, ...]
    factor: Fraction

    @property
    def together(self) -> Fraction:
        """Hours a month in a phase that asks for all of it."""
        return sum((step.hours for step in self.steps), Fraction(0))

    @property
    def hours(self) -> Fraction:
        """Hours a month needed, exact."""
        return self.factor * self.together
