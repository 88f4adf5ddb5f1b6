"""How figures are written on a page: the house's one way of writing numbers, at hand for pages, and dates."""

from cidesign.domain.dates import day, day_short
from cidesign.domain.figures import (
    count,
    difference,
    fte,
    hours,
    hours_of,
    listed,
    money,
    money_range,
    money_short,
    month,
    percent,
    points,
)

__all__ = [
    "count",
    "day",
    "day_short",
    "difference",
    "fte",
    "hours",
    "hours_of",
    "listed",
    "money",
    "money_range",
    "money_short",
    "month",
    "percent",
    "points",
]
