"""Where our budget lies among usual budgets: two thin bars and a line, on the scale of the slider
above them.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, Label, figure
from cidesign.domain.figures import inside, money, money_range
from cidesign.domain.reading import UsualRange
from cidesign.text import say

ROW = 40
BAR = 7
SHORTEST = 6
LETTER = 6.6 / 350
"""Width of a letter of a label as a share of the narrowest chart we draw for."""


def draw(
    budget_usd: float, ranges: Sequence[UsualRange], scale: tuple[float, float], *, mode: Mode
) -> go.Figure:
    """The ranges on ``scale`` (dollars at the left and right end); what lies outside is cut at the
    end.
    """
    colours = palette(mode)
    left, right = scale
    words: list[Label] = []
    starts: list[float] = []
    lengths: list[float] = []
    gaps: list[tuple[float, float]] = []
    ours = min(max(budget_usd, left), right)
    for place, usual in enumerate(ranges):
        low, high = max(usual.low_usd, left), min(usual.high_usd, right)
        starts.append(min(low, high))
        lengths.append(max(0.0, high - low))
        text = f"{usual.label}: {money_range(usual.low_usd, usual.high_usd)}"
        long = len(text) * LETTER * (right - left)
        begins = low + long <= right
        y = place * ROW + 12
        words.append(
            Label(
                low if begins else right,
                y,
                text,
                colours.muted,
                AXIS,
                at="middle right" if begins else "middle left",
            )
        )
        begin = low if begins else right - long
        if begin <= ours < begin + long:
            gaps.append((y - 9, y + 9))
    places = [place * ROW + 29 for place in range(len(ranges))]
    return figure(
        mode,
        [
            go.Bar(
                base=starts,
                x=lengths,
                y=places,
                width=BAR,
                orientation="h",
                marker={"color": colours.places[2], "line": {"width": 0}},
                hoverinfo="skip",
            ),
            _line(ours, gaps, ROW * len(ranges), colours.accent),
        ],
        words,
        height=ROW * len(ranges) + 8,
        x={"range": [left, right]},
        y={"range": [ROW * len(ranges), 0]},
    )


def _line(x: float, gaps: list[tuple[float, float]], bottom: float, colour: str) -> go.Scatter:
    """The line of our budget, open where it would cross a label."""
    edges = [0.0, *(edge for gap in gaps for edge in gap), float(bottom)]
    ys: list[float | None] = []
    for start, end in zip(edges[::2], edges[1::2]):
        ys += [start, end, None] if end - start >= SHORTEST else []
    return go.Scatter(
        x=[x] * len(ys),
        y=ys,
        mode="lines",
        line={"color": colour, "width": 2.5},
        connectgaps=False,
        hoverinfo="skip",
        cliponaxis=False,
    )


def alt(budget_usd: float, ranges: Sequence[UsualRange]) -> str:
    """The chart in words."""
    parts = [
        f"{inside(usual.label)} {money_range(usual.low_usd, usual.high_usd)}" for usual in ranges
    ]
    return say(
        "Our budget of {budget} beside usual budgets: {ranges}.",
        budget=money(budget_usd),
        ranges="; ".join(parts),
    )


def table(ranges: Sequence[UsualRange]) -> list[dict[str, str]]:
    """One row a range."""
    return [
        {
            say("Usual budget"): usual.label,
            say("From"): money(usual.low_usd),
            say("To"): money(usual.high_usd),
        }
        for usual in ranges
    ]
