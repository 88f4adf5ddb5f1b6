"""A fitness check: one bar for each criterion, a tick at its pass mark, and in words whether it is
passed.
"""

from collections.abc import Sequence
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, Label, figure, wrapped
from cidesign.text import say

ROW, LETTERS, TICK = 52, 34, 9
TRACK = 0.64


class Checked(Protocol):
    """What the chart needs of a criterion; shares from 0 (worst) to 1 (best), None where there is
    no value or no mark.
    """

    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def mark(self) -> str: ...
    @property
    def verdict(self) -> str: ...
    @property
    def share(self) -> float | None: ...
    @property
    def mark_share(self) -> float | None: ...
    @property
    def passed(self) -> bool | None: ...


def draw(rows: Sequence[Checked], *, mode: Mode) -> go.Figure:
    """One row each, in the order given; what is below its mark is grey and named."""
    colours = palette(mode)
    labels: list[Label] = []
    places: list[int] = []
    marks_x: list[float | None] = []
    marks_y: list[float | None] = []
    for number, row in enumerate(rows):
        top = number * ROW
        weak = row.passed is False
        labels.append(
            Label(0, top + 12, wrapped(row.label, LETTERS, 1)[0], colours.ink, ROW_LABEL, bold=weak)
        )
        labels.append(
            Label(
                1,
                top + 12,
                row.verdict,
                colours.wrong if weak else colours.muted,
                bold=weak,
                at="middle left",
            )
        )
        labels.append(Label(0.67, top + 32, _said(row), colours.muted))
        places.append(top + 32)
        if row.mark_share is not None:
            marks_x += [row.mark_share * TRACK, row.mark_share * TRACK, None]
            marks_y += [top + 32 - TICK, top + 32 + TICK, None]
    bottom = len(rows) * ROW
    return figure(
        mode,
        [
            _bars(places, [TRACK] * len(rows), [colours.grid] * len(rows)),
            _bars(
                places,
                [(row.share or 0.0) * TRACK for row in rows],
                [colours.other if row.passed is False else colours.accent for row in rows],
            ),
            go.Scatter(
                x=marks_x,
                y=marks_y,
                mode="lines",
                line={"color": colours.ink, "width": 2.5},
                connectgaps=False,
                hoverinfo="skip",
                cliponaxis=False,
            ),
        ],
        labels,
        height=bottom + 8,
        x={"range": [0, 1]},
        y={"range": [max(bottom, 1), 0]},
    )


def _said(row: Checked) -> str:
    if not row.value:
        return say("no value")
    return say("{value}, mark {mark}", value=row.value, mark=row.mark) if row.mark else row.value


def _bars(places: Sequence[int], lengths: Sequence[float], colours: Sequence[str]) -> go.Bar:
    return go.Bar(
        x=list(lengths),
        y=list(places),
        width=BAR,
        orientation="h",
        marker={"color": list(colours), "line": {"width": 0}},
        hoverinfo="skip",
    )
