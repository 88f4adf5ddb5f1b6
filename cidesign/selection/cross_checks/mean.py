"""The plain mean of the scores of a cell, where the sheet itself takes another middle."""

from cidesign.domain.rules import Aggregation
from cidesign.selection.cross_checks.values_anew import by, moved
from cidesign.selection.cross_checks.way import Way
from cidesign.text import mark

MEAN = Way(
    "mean",
    mark("Mean"),
    "points",
    by(Aggregation.MEAN),
    moved(Aggregation.MEAN),
    headline=True,
    instead_of=Aggregation.MEAN,
)
"""Every score counts alike, very high and very low ones too.

Source: additive value model, Keeney & Raiffa 1976, Decisions with Multiple Objectives, chapter 3.
"""
