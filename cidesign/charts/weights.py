"""How much each criterion counts: a bar for the group, and a line from the smallest to the largest
share a member gives; no names.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, Label, figure, wrapped
from cidesign.domain.figures import percent
from cidesign.text import say

LINE = 19
LETTERS, LETTERS_BESIDE_A_RANGE = 42, 30
SHORTEST_AXIS = 0.3


class Weight(Protocol):
    """One criterion: its share of all points, and the members' range; ``low`` and ``high`` are None
    where it is not shown.
    """

    @property
    def label(self) -> str: ...
    @property
    def share(self) -> Fraction: ...
    @property
    def low(self) -> Fraction | None: ...
    @property
    def high(self) -> Fraction | None: ...


def draw(weights: Sequence[Weight], *, mode: Mode) -> go.Figure:
    """Rows in the order given; every bar begins at nothing, and all share one scale."""
    colours = palette(mode)
    scale = max(
        [
            SHORTEST_AXIS,
            *(float(one.high or one.share) for one in weights),
            *(float(one.share) for one in weights),
        ]
    )
    words: list[Label] = []
    places: list[int] = []
    letters = LETTERS_BESIDE_A_RANGE if any(one.low is not None for one in weights) else LETTERS
    top = 0
    for one in weights:
        lines = wrapped(one.label, letters, 3)
        words += [
            Label(0, top + 10 + place * LINE, line, colours.ink, ROW_LABEL)
            for place, line in enumerate(lines)
        ]
        words.append(
            Label(
                1,
                top + 10,
                _range(one),
                colours.muted,
                at="middle left",
                lead=percent(one.share),
                lead_colour=colours.ink,
            ),
        )
        y = top + len(lines) * LINE + 7
        places.append(y)
        top = y + 19
    return figure(
        mode,
        [
            _bars(places, [1.0] * len(places), colours.grid),
            _bars(places, [float(one.share) / scale for one in weights], colours.accent),
            _lines(weights, places, scale, colours.members),
        ],
        words,
        height=max(top, 2) + 8,
        x={"range": [0, 1]},
        y={"range": [max(top, 1), 0]},
    )


def _range(one: Weight) -> str:
    if one.low is None or one.high is None:
        return ""
    return say("· {low} to {high}", low=percent(one.low), high=percent(one.high))


def _bars(places: list[int], lengths: list[float], colour: str) -> go.Bar:
    return go.Bar(
        x=lengths,
        y=places,
        width=BAR,
        orientation="h",
        marker={"color": colour, "line": {"width": 0}},
        hoverinfo="skip",
    )


def _lines(weights: Sequence[Weight], places: list[int], scale: float, colour: str) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for one, y in zip(weights, places):
        if one.low is not None and one.high is not None:
            xs += [float(one.low) / scale, float(one.high) / scale, None]
            ys += [y, y, None]
    return go.Scatter(
        x=xs,
        y=ys,
        mode="lines+markers",
        line={"color": colour, "width": 2.5},
        marker={
            "symbol": "line-ns",
            "size": 14,
            "opacity": 1,
            "line": {"width": 2.5, "color": colour},
        },
        connectgaps=False,
        hoverinfo="skip",
        cliponaxis=False,
    )


def alt(weights: Sequence[Weight]) -> str:
    """The chart in words."""
    return say(
        "How much each criterion counts: {shares}.",
        shares=", ".join(f"{one.label} {percent(one.share)}" for one in weights),
    )


def table(weights: Sequence[Weight]) -> list[dict[str, str]]:
    """One row a criterion; the members' range only where it is shown."""
    return [
        {
            say("Criterion"): one.label,
            say("Counts"): percent(one.share),
            **(
                {
                    say("Smallest by a member"): percent(one.low),
                    say("Largest by a member"): percent(one.high),
                }
                if one.low is not None and one.high is not None
                else {}
            ),
        }
        for one in weights
    ]
