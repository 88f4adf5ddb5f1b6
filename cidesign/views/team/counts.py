"""What an hour of a function counts, and what ten more of them would add, in words."""

from collections.abc import Mapping
from decimal import Decimal

from cidesign.domain.figures import difference
from cidesign.domain.value import plain
from cidesign.domain.words import Function
from cidesign.text import say, say_count

USUAL = (Decimal(0), Decimal(1), Decimal(2), Decimal(3))
HOURS = 10
"""A month, told for every function alike."""
LEAST_TOLD = 0.05
"""Points: scores are told to 0.1."""


def times(count: Decimal) -> str:
    """How often an hour counts: 1 time; 1.5 times."""
    return say_count("{count} time", "{count} times", 1 if count == 1 else 2, count=plain(count))


def adds(points: Mapping[Function, float], function: Function) -> str:
    """What ten more hours a month in this function would add to the plan score; empty where it has
    no need.

    Args:
        points: of functions that have a need and count.
        function: one of the six.
    """
    if function not in points:
        return ""
    if points[function] == 0:
        return say("Ten more hours a month add nothing: all is there.")
    if points[function] < LEAST_TOLD:
        return say("Ten more hours a month: under +0.1 points of the plan score.")
    return say(
        "Ten more hours a month: {points} points of the plan score.",
        points=difference(points[function]),
    )
