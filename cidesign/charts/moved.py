"""What a further round changed: one row for each candidate, from a hollow circle (points before) to
a diamond (points after).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts import dumbbell
from cidesign.charts.palette import Mode
from cidesign.charts.template import NARROW
from cidesign.domain.figures import difference, points, rounded
from cidesign.text import say

MOST = 8
STEP = 5
"""The scale begins and ends at a multiple of so many points; it need not begin at 0, because these
are points on a line and not bars.
"""


class Candidate(Protocol):
    """What the chart needs of a candidate: points as of both rounds, None where there were none;
    ``leads``: first after the later one.
    """

    @property
    def label(self) -> str: ...
    @property
    def before(self) -> Fraction | None: ...
    @property
    def after(self) -> Fraction | None: ...
    @property
    def leads(self) -> bool: ...


def draw(
    candidates: Sequence[Candidate], *, mode: Mode, most: int = MOST, width: int = NARROW
) -> go.Figure:
    """The first candidates that have points in both rounds, in the order given.

    Args:
        candidates: in rank order after the later round.
        mode: light or dark.
        most: at most so many are drawn; the table has all.
        width: pixels the chart has at the least; more on a wall.
    """
    rows = []
    for one in candidates:
        if one.before is not None and one.after is not None:
            first, second = _written(one.before, one.after)
            rows.append(
                dumbbell.Row(
                    one.label,
                    float(one.before),
                    float(one.after),
                    first,
                    second,
                    bold=one.leads,
                    strong=one.leads,
                )
            )
    shown = rows[:most]
    figures = [figure for row in shown for figure in (row.first, row.second)] or [0.0]
    low, high = floor(min(figures) / STEP) * STEP, ceil(max(figures) / STEP) * STEP
    ends = (points(low), say("{points} points", points=points(max(high, low + STEP))))
    return dumbbell.draw(shown, (low, max(high, low + STEP)), ends, mode=mode, width=width)


def _written(before: Fraction, after: Fraction) -> tuple[str, str]:
    """Both figures in words; the difference is that of the figures shown."""
    return say("{points} before", points=points(before)), say(
        "{points}, {change}", points=points(after), change=_change(before, after)
    )


def _change(before: Fraction, after: Fraction) -> str:
    return difference(rounded(after, "0.1") - rounded(before, "0.1"))


def alt(candidates: Sequence[Candidate]) -> str:
    """The chart in one sentence."""
    moved = [
        say(
            "{candidate} from {before} to {after}",
            candidate=one.label,
            before=points(one.before),
            after=points(one.after),
        )
        for one in candidates[:MOST]
        if one.before is not None and one.after is not None
    ]
    return (
        say("Points before and after the last round: {moves}.", moves="; ".join(moved))
        if moved
        else say("There are no points to compare.")
    )


def table(candidates: Sequence[Candidate]) -> list[dict[str, str]]:
    """One row for every candidate, those without points too."""
    return [
        {
            say("Candidate"): one.label,
            say("Before"): say("none") if one.before is None else points(one.before),
            say("After"): say("none") if one.after is None else points(one.after),
            say("Change"): say("none")
            if one.before is None or one.after is None
            else _change(one.before, one.after),
        }
        for one in candidates
    ]
