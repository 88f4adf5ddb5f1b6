"""Whether a measure is on its way to the target: what it was year by year, and what it would be on
a straight line from the first year told to the target's year.
"""

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from cidesign.domain.measures import Measure

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Way(Enum):
    """How far it has come."""

    FIRST = "first"
    OPEN = "open"
    REACHED = "reached"
    ON = "on"
    BEHIND = "behind"


@dataclass(frozen=True)
class Course:
    """One measure over the years.

    Args:
        first: the first year told, and what it was then.
        last: likewise the last.
        target: where we want to be; None where the words for it hold no number, or no year after
            the first.
        expected: what it would be in the last year on a straight line to the target, and the
            target from its year on.
        unit: a percent sign where the target has one.
    """

    first: tuple[int, Fraction]
    last: tuple[int, Fraction]
    target: tuple[int, Fraction] | None
    expected: Fraction | None
    unit: str

    @property
    def way(self) -> Way:
        """Reached and behind are told by the side of the target on which we began."""
        if self.target is None or self.expected is None:
            return Way.OPEN
        goal, rises = self.target[1], self.target[1] > self.first[1]
        here = self.last[1]
        if here == goal or (here > goal) == rises:
            return Way.REACHED
        if self.first == self.last:
            return Way.FIRST
        on_line = here == self.expected or (here > self.expected) == rises
        return Way.ON if on_line else Way.BEHIND


@dataclass(frozen=True)
class CourseRow:
    """A measure: its years with their values, the words beside the last, and the target with its
    year and words; None where there is none. ``behind``: of the straight line.
    """

    label: str
    years: tuple[tuple[int, float], ...]
    last_words: str
    target: tuple[int, float] | None
    target_words: str
    behind: bool = False


def course_of(one: Measure) -> Course | None:
    """How it goes; None where no year is told."""
    if not one.by_year:
        return None
    first, last = one.by_year[0], one.by_year[-1]
    goal = number_in(one.target, one.target_year)
    year = int(one.target_year) if one.target_year else 0
    unit = unit_of(one)
    if goal is None or year <= first[0] or goal == first[1]:
        return Course(first, last, None, None, unit)
    part = min(Fraction(last[0] - first[0], year - first[0]), Fraction(1))
    return Course(first, last, (year, goal), first[1] + (goal - first[1]) * part, unit)


def unit_of(one: Measure) -> str:
    """A percent sign where its target has one."""
    return "%" if "%" in one.target else ""


def number_in(text: str, year: str = "") -> Fraction | None:
    """The one number in somebody's words, its year aside; None where there is none or several."""
    found = [one.replace(",", "") for one in _NUMBER.findall(text)]
    numbers = [one for one in found if one != year]
    return Fraction(numbers[0]) if len(numbers) == 1 else None
