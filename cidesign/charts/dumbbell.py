"""From one figure to another: a row with two marks and a line between them; their words stand on
the outer sides and never meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, NARROW, ROW_LABEL, VALUE, Label, figure, taken, wrapped

LETTERS = 50
LINE, UNDER, AXIS_ROW = 19, 34, 28
HOLLOW, DIAMOND, TICK = 10, 15, 5
AIR = "\u2002\u2002"
"""Between a mark and its words; pixels cannot be given."""


@dataclass(frozen=True)
class Row:
    """A row: where its hollow circle (as it was) and its diamond (as it is to be) stand, and what
    is written beside each.

    ``bold``: its label; ``strong``: the diamond has the accent.
    """

    label: str
    first: float
    second: float
    first_words: str
    second_words: str
    bold: bool = False
    strong: bool = True

    @property
    def rises(self) -> bool:
        """Whether the diamond stands at the right of the circle."""
        return self.second >= self.first


def draw(
    rows: Sequence[Row],
    scale: tuple[float, float],
    ends: tuple[str, str],
    *,
    mode: Mode,
    width: int = NARROW,
) -> go.Figure:
    """The rows in the order given, on one scale.

    Args:
        rows: both figures of each lie on the scale.
        scale: its two ends; they differ.
        ends: what is written under them.
        mode: light or dark.
        width: pixels the chart has at the least.
    """
    colours = palette(mode)
    labels: list[Label] = []
    places: list[int] = []
    top = 0
    for row in rows:
        lines = wrapped(row.label, LETTERS * width // NARROW, 2)
        labels += [
            Label(0, top + 12 + place * LINE, line, colours.ink, ROW_LABEL, bold=row.bold)
            for place, line in enumerate(lines)
        ]
        places.append(top + len(lines) * LINE + 14)
        top += len(lines) * LINE + UNDER
    left, right = _sides(rows, width)
    unit = (1 - left - right) / (scale[1] - scale[0])
    firsts = [left + (row.first - scale[0]) * unit for row in rows]
    seconds = [left + (row.second - scale[0]) * unit for row in rows]
    for row, first, second, y in zip(rows, firsts, seconds, places):
        labels.append(_beside(first, y, row.first_words, colours.muted, left=row.rises))
        ink = colours.accent if row.strong else colours.ink
        labels.append(_beside(second, y, row.second_words, ink, left=not row.rises, bold=True))
    corners = [left, 1 - right] if rows else []
    labels += [
        Label(x, top + 15, words, colours.muted, AXIS, at="middle center")
        for x, words in zip(corners, ends)
    ]
    axis = (
        [(left, top, 1 - right, top), *((x, top, x, top + TICK) for x in corners)] if rows else []
    )
    return figure(
        mode,
        [
            _lines(axis, colours.edge, 1),
            _lines(
                [(first, y, second, y) for first, second, y in zip(firsts, seconds, places)],
                colours.other,
                2.5,
            ),
            _marks(
                seconds,
                places,
                "diamond",
                DIAMOND,
                [colours.accent if row.strong else colours.other for row in rows],
            ),
            _marks(
                firsts,
                places,
                "circle",
                HOLLOW,
                [colours.page] * len(rows),
                {"width": 2, "color": colours.muted},
            ),
        ],
        labels,
        height=top + AXIS_ROW,
        x={"range": [0, 1]},
        y={"range": [max(top, 1) + AXIS_ROW, 0]},
    )


def _sides(rows: Sequence[Row], width: int) -> tuple[float, float]:
    """How much of the width the words at either side need, where a mark stands at the very end of
    the scale.
    """
    left = right = 0.0
    for row in rows:
        first, second = (
            taken(AIR + words, VALUE, bold=True) / width
            for words in (row.first_words, row.second_words)
        )
        left, right = (
            max(left, first if row.rises else second),
            max(right, second if row.rises else first),
        )
    return left, right


def _beside(x: float, y: int, words: str, colour: str, *, left: bool, bold: bool = False) -> Label:
    at: Literal["middle left", "middle right"] = "middle left" if left else "middle right"
    return Label(x, y, f"{words}{AIR}" if left else f"{AIR}{words}", colour, bold=bold, at=at)


def _lines(
    ends: Sequence[tuple[float, float, float, float]], colour: str, thick: float
) -> go.Scatter:
    xs = [x for x0, _, x1, _ in ends for x in (x0, x1, None)]
    ys = [y for _, y0, _, y1 in ends for y in (y0, y1, None)]
    line = {"color": colour, "width": thick}
    return go.Scatter(
        x=xs, y=ys, mode="lines", line=line, connectgaps=False, hoverinfo="skip", cliponaxis=False
    )


def _marks(
    xs: Sequence[float],
    ys: Sequence[int],
    symbol: str,
    size: int,
    fills: Sequence[str],
    edge: dict[str, Any] | None = None,
) -> go.Scatter:
    marker = {
        "symbol": symbol,
        "size": size,
        "opacity": 1,
        "color": list(fills),
        "line": edge or {"width": 0},
    }
    return go.Scatter(
        x=list(xs), y=list(ys), mode="markers", marker=marker, hoverinfo="skip", cliponaxis=False
    )
