"""The middle score of a cell: a single very high or very low score changes nothing."""

from cidesign.domain.rules import Aggregation
from cidesign.selection.cross_checks.values_anew import by, moved
from cidesign.selection.cross_checks.way import Way
from cidesign.text import mark

MEDIAN = Way(
    "median",
    mark("Median"),
    "points",
    by(Aggregation.MEDIAN),
    moved(Aggregation.MEDIAN),
    headline=True,
    instead_of=Aggregation.MEDIAN,
)
"""The middle score, the mean of the middle two where their number is even.

Source: Tukey 1977, Exploratory Data Analysis, chapter 2.
"""
