"""Points in all: one bar for each candidate, best first, on the track of all points there are; made
to be read from far away.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import ROW_LABEL, Label, figure, wrapped
from cidesign.domain.figures import points as written

ROW, THICK, LETTERS = 56, 20, 60
MOST = 8


class Candidate(Protocol):
    """What the chart needs of a candidate; ``leads``: first, or sharing the first rank."""

    @property
    def label(self) -> str: ...
    @property
    def points(self) -> Fraction | None: ...
    @property
    def leads(self) -> bool: ...


def draw(candidates: Sequence[Candidate], most_points: Decimal, *, mode: Mode) -> go.Figure:
    """The first eight that have points; leaders in the accent."""
    colours = palette(mode)
    rows = [one for one in candidates if one.points is not None][:MOST]
    most = float(most_points) or 1.0
    labels: list[Label] = []
    for place, one in enumerate(rows):
        ink = colours.ink if one.leads else colours.muted
        labels.append(
            Label(
                0,
                place * ROW + 12,
                wrapped(one.label, LETTERS, 1)[0],
                ink,
                ROW_LABEL,
                bold=one.leads,
            )
        )
        labels.append(
            Label(
                most,
                place * ROW + 12,
                written(one.points or 0),
                ink,
                ROW_LABEL,
                bold=one.leads,
                at="middle left",
            )
        )
    places = [place * ROW + 36 for place in range(len(rows))]
    return figure(
        mode,
        [
            _bars(places, [most] * len(rows), [colours.grid] * len(rows)),
            _bars(
                places,
                [float(one.points or 0) for one in rows],
                [colours.accent if one.leads else colours.other for one in rows],
            ),
        ],
        labels,
        height=len(rows) * ROW + 8,
        x={"range": [0, most]},
        y={"range": [max(len(rows), 1) * ROW, 0]},
    )


def _bars(places: Sequence[int], lengths: Sequence[float], colours: Sequence[str]) -> go.Bar:
    return go.Bar(
        x=list(lengths),
        y=list(places),
        width=THICK,
        orientation="h",
        marker={"color": list(colours), "line": {"width": 0}},
        hoverinfo="skip",
    )
