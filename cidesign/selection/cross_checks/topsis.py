"""TOPSIS: who is nearest to a host that is best on everything, and farthest from one that is worst
on everything.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from cidesign.domain.otherwise import Closeness
from cidesign.domain.reason import Reason
from cidesign.selection.cross_checks.ballots import best
from cidesign.selection.cross_checks.way import Asked, Found, Way, pair
from cidesign.text import mark

DIGITS = 12
"""Figures alike in so many decimal places are equal."""


def closeness(
    values: Sequence[Sequence[float]], weights: Sequence[float], more_is_better: Sequence[bool]
) -> list[float]:
    """For each row 0 (at the worst point) to 1 (at the best one): distance to the worst over both
    distances.

    Columns are divided by the root of their sum of squares; a cost has its best point at its least
    value. Rows that are all alike are all at the best point.

    Args:
        values: candidates x criteria, in their own units.
        weights: of the criteria, any sum.
        more_is_better: False for a cost.

    Source: Hwang & Yoon 1981, Multiple Attribute Decision Making, chapter 3.
    """
    matrix, share = np.array(values, dtype=float), np.array(weights, dtype=float)
    length = np.sqrt((matrix**2).sum(axis=0))
    weighted = matrix / np.where(length > 0, length, 1.0) * (share / share.sum())
    up = np.array(more_is_better)
    high, low = weighted.max(axis=0), weighted.min(axis=0)
    to_best = np.sqrt(((weighted - np.where(up, high, low)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - np.where(up, low, high)) ** 2).sum(axis=1))
    both = to_best + to_worst
    return [float(one) for one in np.where(both > 0, to_worst / np.where(both > 0, both, 1.0), 1.0)]


def _find(asked: Asked) -> Found:
    """Over the panel's values as the sheet has them, on each criterion's own scale."""
    criteria = asked.rules.criteria
    values = [
        [float(standing.cells[one.id] or 0) for one in criteria] for standing in asked.standings
    ]
    near = closeness(
        values,
        [float(one.weight) for one in criteria],
        [one.scale.best > one.scale.worst for one in criteria],
    )
    figures = {id: Fraction(str(round(one, DIGITS))) for id, one in zip(asked.candidates, near)}
    return Found(best({**figures}), {**figures})


def _why(asked: Asked, found: Found) -> Reason:
    leader, rival = pair(asked, found)
    more, less = (found.figures[id] or Fraction(0) for id in (rival, leader))
    return Closeness(rival, leader, more, less)


TOPSIS = Way("topsis", mark("TOPSIS"), "closeness", _find, _why, raters=False)
