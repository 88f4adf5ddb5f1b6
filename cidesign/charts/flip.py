"""The smallest change of weights that ties: one row for each weight that moves, from a hollow circle (now) to a diamond (needed)."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from typing import Literal, Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, NARROW, ROW_LABEL, VALUE, Label, figure, taken, wrapped
from cidesign.domain.figures import percent, rate, rounded
from cidesign.text import say

LEAST = 0.005
"""A weight moves when its share changes by at least so much."""
LETTERS = 42
LINE, UNDER, AXIS_ROW = 19, 34, 28
CIRCLE, DIAMOND, TICK = 10, 15, 5
AIR = "\u2002\u2002"
"""Between a mark and its words; pixels cannot be given."""


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


def draw(weights: Sequence[Weight], *, mode: Mode, rows: int | None = None, width: int = NARROW) -> go.Figure:
    """Words stand on the outer sides of the two marks, so they never meet; all rows share one scale that begins at 0.

    Args:
        weights: all criteria; those that do not move are left out.
        mode: light or dark.
        rows: at most so many are drawn; all where None.
        width: pixels the chart has at the least; more on a wall.
    """
    colours = palette(mode)
    shown = moving(weights)[:rows]
    most = _end([share for one in shown for share in (one.now, one.needed)])
    labels: list[Label] = []
    places: list[int] = []
    top = 0
    for one in shown:
        lines = wrapped(one.label, LETTERS * width // NARROW, 2)
        labels += [Label(0, top + 12 + place * LINE, line, colours.ink, ROW_LABEL) for place, line in enumerate(lines)]
        places.append(top + len(lines) * LINE + 14)
        top += len(lines) * LINE + UNDER
    left, right = _sides(shown, width)
    unit = (1 - left - right) / most
    for one, y in zip(shown, places):
        now, needed = (left + share * unit for share in (one.now, one.needed))
        first, second = _written(one)
        rises = one.needed > one.now
        labels.append(Label(now, y, f"{first}{AIR}" if rises else f"{AIR}{first}", colours.muted, at=_beside(rises)))
        labels.append(Label(needed, y, f"{AIR}{second}" if rises else f"{second}{AIR}", colours.accent, bold=True, at=_beside(not rises)))
    ends = [left, left + most * unit] if shown else []
    labels += [Label(x, top + 15, percent(share), colours.muted, AXIS, at="middle center") for x, share in zip(ends, (0, most))]
    points = [(left + one.now * unit, left + one.needed * unit) for one in shown]
    return figure(
        mode,
        [
            _lines([(ends[0], top, ends[1], top), *((x, top, x, top + TICK) for x in ends)] if ends else [], colours.edge, 1),
            _lines([(now, y, needed, y) for (now, needed), y in zip(points, places)], colours.other, 2.5),
            _marks([needed for _, needed in points], places, "diamond", DIAMOND, colours.accent, colours.accent, 0),
            _marks([now for now, _ in points], places, "circle", CIRCLE, colours.page, colours.muted, 2),
        ],
        labels,
        height=top + AXIS_ROW,
        x={"range": [0, 1]},
        y={"range": [max(top, 1) + AXIS_ROW, 0]},
    )


def _end(shares: Sequence[float]) -> float:
    """Where the scale ends: the next tenth above every share, at most the whole."""
    tenths = (Decimal(str(max(shares, default=1.0))) * 10 - Decimal("1e-9")).to_integral_value(ROUND_CEILING)
    return min(max(float(tenths / 10), 0.1), 1.0)


def _sides(weights: Sequence[Weight], width: int) -> tuple[float, float]:
    """How much of the width the words at either side need, where a mark stands at the very end of the scale."""
    left = right = 0.0
    for one in weights:
        first, second = (taken(AIR + words, VALUE, bold=True) for words in _written(one))
        rises = one.needed > one.now
        left, right = max(left, first if rises else second), max(right, second if rises else first)
    return left / width, right / width


def _beside(left: bool) -> Literal["middle left", "middle right"]:
    return "middle left" if left else "middle right"


def _written(one: Weight) -> tuple[str, str]:
    """Both shares without decimals, or with one where they would read alike."""
    step = "0.01" if rounded(one.now, "0.01") != rounded(one.needed, "0.01") else "0.001"
    now, needed = (rate(rounded(share, step)) for share in (one.now, one.needed))
    return say("{share} now", share=now), say("{share} needed", share=needed)


def _lines(ends: Sequence[tuple[float, float, float, float]], colour: str, width: float) -> go.Scatter:
    xs = [x for x0, _, x1, _ in ends for x in (x0, x1, None)]
    ys = [y for _, y0, _, y1 in ends for y in (y0, y1, None)]
    return go.Scatter(
        x=xs, y=ys, mode="lines", line={"color": colour, "width": width}, connectgaps=False, hoverinfo="skip", cliponaxis=False
    )


def _marks(xs: Sequence[float], ys: Sequence[int], symbol: str, size: int, fill: str, edge: str, width: float) -> go.Scatter:
    return go.Scatter(
        x=list(xs),
        y=list(ys),
        mode="markers",
        marker={"symbol": symbol, "size": size, "opacity": 1, "color": fill, "line": {"width": width, "color": edge}},
        hoverinfo="skip",
        cliponaxis=False,
    )


def alt(weights: Sequence[Weight], rival: str) -> str:
    """The chart in one sentence. ``rival``: who ties."""
    moves = [
        say("{criterion} {now}, {needed}", criterion=one.label, now=_written(one)[0], needed=_written(one)[1]) for one in moving(weights)
    ]
    if not moves:
        return say("No weight has to move by half a percent for {rival} to tie.", rival=rival)
    return say("With these weights {rival} ties: {moves}.", rival=rival, moves="; ".join(moves))


def table(weights: Sequence[Weight]) -> list[dict[str, str]]:
    """One row for every weight, those that stay too, largest move first."""
    ordered = sorted(weights, key=lambda one: -abs(one.needed - one.now))
    return [
        {say("Criterion"): one.label, say("Counts now"): rate(rounded(one.now, "0.001")), say("Needed"): rate(rounded(one.needed, "0.001"))}
        for one in ordered
    ]
