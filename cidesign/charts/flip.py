"""The smallest change of weights that ties: one row for each weight that moves, from a hollow
circle (now) to a diamond (needed).
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts import dumbbell
from cidesign.charts.palette import Mode
from cidesign.charts.template import NARROW
from cidesign.domain.figures import percent, rate, rounded
from cidesign.text import say

UNSEEN = 1e-4
LEAST = 0.005
"""A weight moves when its share changes by at least so much."""


class Weight(Protocol):
    """One criterion: its share of all weight now, and the share with which the rival ties."""

    @property
    def label(self) -> str: ...
    @property
    def now(self) -> float: ...
    @property
    def needed(self) -> float: ...


def moving(weights: Sequence[Weight]) -> list[Weight]:
    """The weights that move, largest move first."""
    moved = [one for one in weights if abs(one.needed - one.now) >= LEAST - 1e-9]
    return sorted(moved, key=lambda one: -abs(one.needed - one.now))


def left_out(weights: Sequence[Weight]) -> int:
    """How many weights move by less than is drawn, and yet by something."""
    return sum(UNSEEN < abs(one.needed - one.now) < LEAST - 1e-9 for one in weights)


def draw(
    weights: Sequence[Weight], *, mode: Mode, rows: int | None = None, width: int = NARROW
) -> go.Figure:
    """One row for each weight that moves, largest move first; all rows share one scale that begins
    at 0.

    Args:
        weights: all criteria; those that do not move are left out.
        mode: light or dark.
        rows: at most so many are drawn; all where None.
        width: pixels the chart has at the least; more on a wall.
    """
    shown = moving(weights)[:rows]
    most = _end([share for one in shown for share in (one.now, one.needed)])
    drawn = [dumbbell.Row(one.label, one.now, one.needed, *_written(one)) for one in shown]
    return dumbbell.draw(drawn, (0.0, most), (percent(0), percent(most)), mode=mode, width=width)


def _end(shares: Sequence[float]) -> float:
    """Where the scale ends: the next tenth above every share, at most the whole."""
    tenths = (Decimal(str(max(shares, default=1.0))) * 10 - Decimal("1e-9")).to_integral_value(
        ROUND_CEILING
    )
    return min(max(float(tenths / 10), 0.1), 1.0)


def _written(one: Weight) -> tuple[str, str]:
    """Both shares without decimals, or with one where they would read alike."""
    step = "0.01" if rounded(one.now, "0.01") != rounded(one.needed, "0.01") else "0.001"
    now, needed = (rate(rounded(share, step)) for share in (one.now, one.needed))
    return say("{share} now", share=now), say("{share} needed", share=needed)


def alt(weights: Sequence[Weight], rival: str) -> str:
    """The chart in one sentence. ``rival``: who ties."""
    moves = [
        say(
            "{criterion} {now}, {needed}",
            criterion=one.label,
            now=_written(one)[0],
            needed=_written(one)[1],
        )
        for one in moving(weights)
    ]
    if not moves:
        return say("No weight has to move by half a percent for {rival} to tie.", rival=rival)
    return say("With these weights {rival} ties: {moves}.", rival=rival, moves="; ".join(moves))


def table(weights: Sequence[Weight]) -> list[dict[str, str]]:
    """One row for every weight, those that stay too, largest move first."""
    ordered = sorted(weights, key=lambda one: -abs(one.needed - one.now))
    return [
        {
            say("Criterion"): one.label,
            say("Counts now"): rate(rounded(one.now, "0.001")),
            say("Needed"): rate(rounded(one.needed, "0.001")),
        }
        for one in ordered
    ]
