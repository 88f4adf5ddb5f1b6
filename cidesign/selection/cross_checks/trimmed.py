"""The mean of a cell without its highest and its lowest score, as in sports that are judged."""

from cidesign.domain.rules import Aggregation
from cidesign.selection.cross_checks.values_anew import by, moved
from cidesign.selection.cross_checks.way import Way
from cidesign.text import mark

TRIMMED = Way(
    "trimmed",
    mark("Trimmed mean"),
    "points",
    by(Aggregation.TRIMMED),
    moved(Aggregation.TRIMMED),
    headline=True,
    instead_of=Aggregation.TRIMMED,
)
"""One highest and one lowest score are dropped; fewer than three scores: the plain mean.

Source: Tukey & McLaughlin 1963, Sankhya A 25(3):331-352.
"""
