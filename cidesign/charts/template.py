"""The frame every chart shares: no box, no legend, no zoom; text written on the chart; one template
per mode.

A chart module makes ``Label`` values for all its words and calls ``figure`` once with its traces:
all labels become one text trace.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go

from cidesign.charts.palette import DARK, LIGHT, Mode, Palette

FAMILY = "Source Sans, sans-serif"
ROW_LABEL = 15
VALUE = 14
AXIS = 13
TOTAL = 24
BAR = 10
NARROW = 350
"""Width in pixels of the narrowest screen we draw for."""

_QUIET = {
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "showticklabels": False,
    "fixedrange": True,
    "automargin": False,
}


@dataclass(frozen=True)
class Label:
    """Words at a place of the chart, in its coordinates.

    ``at`` is Plotly's anchor: ``middle right`` stands to the right of the point, so its text starts
    there. ``lead`` and ``tail`` are bold words before and after the text, in ``lead_colour`` (the
    text's own where there is none). ``after`` is a plain ending in its own colour.
    """

    x: float
    y: float
    text: str
    colour: str
    size: int = VALUE
    bold: bool = False
    at: Literal[
        "middle right",
        "middle left",
        "middle center",
        "top center",
        "bottom center",
        "top right",
        "top left",
    ] = "middle right"
    lead: str = ""
    tail: str = ""
    lead_colour: str = ""
    after: str = ""
    after_colour: str = ""


def _template(colours: Palette) -> go.layout.Template:
    return go.layout.Template(
        layout={
            "font": {"family": FAMILY, "size": VALUE, "color": colours.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 0, "r": 0, "t": 8, "b": 0, "pad": 0},
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "barmode": "overlay",
            "xaxis": {
                **_QUIET,
                "tickfont": {"size": AXIS, "color": colours.muted},
                "gridcolor": colours.grid,
            },
            "yaxis": {
                **_QUIET,
                "tickfont": {"size": AXIS, "color": colours.muted},
                "gridcolor": colours.grid,
            },
        }
    )


_TEMPLATES = {"light": _template(LIGHT), "dark": _template(DARK)}


def text_trace(labels: Sequence[Label]) -> go.Scatter:
    """All words of a chart as one trace; text of people is escaped, so no tag of theirs is
    obeyed.
    """
    return go.Scatter(
        x=[label.x for label in labels],
        y=[label.y for label in labels],
        mode="text",
        text=[_marked(label) for label in labels],
        textposition=[label.at for label in labels],
        textfont={
            "size": [label.size for label in labels],
            "color": [label.colour for label in labels],
            "weight": [700 if label.bold else 400 for label in labels],
        },
        cliponaxis=False,
        hoverinfo="skip",
    )


def _marked(label: Label) -> str:
    style = f' style="color:{label.lead_colour}"' if label.lead_colour else ""
    parts = [
        f"<b{style}>{escaped(label.lead)}</b>" if label.lead else "",
        escaped(label.text),
        f"<b{style}>{escaped(label.tail)}</b>" if label.tail else "",
        f'<span style="color:{label.after_colour}">{escaped(label.after)}</span>'
        if label.after
        else "",
    ]
    return " ".join(part for part in parts if part)


def wrapped(text: str, letters: int, lines: int) -> list[str]:
    """A text in at most so many lines of about so many letters, cut at spaces; what does not fit
    ends in an ellipsis.
    """
    cut = wrap(" ".join(text.split()), letters, break_long_words=True) or [""]
    if len(cut) <= lines:
        return cut
    last = cut[lines - 1]
    return [*cut[: lines - 1], f"{last[: letters - 1].rstrip(' ,;')}…"]


def taken(text: str, size: int = VALUE, *, bold: bool = False) -> float:
    """About how many pixels a text takes, a little more rather than less."""
    return len(text) * size * (0.54 if bold else 0.51)


def escaped(text: str) -> str:
    """A text in which Plotly finds no tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def scaled(drawn: go.Figure, factor: float) -> go.Figure:
    """The same chart for a screen that is read from far away: words, bars and lines are larger by
    this factor.
    """
    larger = go.Figure(drawn)
    larger.update_layout(height=round((drawn.layout.height or 0) * factor))
    for trace in larger.data:
        if trace.type == "scatter" and trace.mode == "text":
            trace.textfont.size = [size * factor for size in trace.textfont.size]
        elif trace.type == "scatter":
            trace.line.width = (trace.line.width or 2) * factor
            if "markers" in (trace.mode or ""):
                trace.marker.size = (trace.marker.size or 6) * factor
                trace.marker.line.width = (trace.marker.line.width or 0) * factor
    for shape in larger.layout.shapes:
        shape.line.width = (shape.line.width or 2) * factor
    return larger


def figure(
    mode: Mode,
    traces: Sequence[Any],
    labels: Sequence[Label],
    *,
    height: int,
    x: dict[str, Any] | None = None,
    y: dict[str, Any] | None = None,
    shapes: Sequence[dict[str, Any]] = (),
    **layout: Any,
) -> go.Figure:
    """The finished chart, by one constructor call.

    Args:
        mode: light or dark.
        traces: bars, lines and marks, drawn in this order; the labels come last.
        labels: every word on the chart; keep their places inside the axis ranges, outside they are
            not drawn.
        height: pixels; follows from the number of rows, never from the screen.
        x: what differs from the template's quiet x axis, such as its range.
        y: likewise for the y axis.
        shapes: Plotly shapes; add ``layer="below"`` to those behind the bars.
        layout: further layout keys, such as ``bargap``.
    """
    words = [text_trace(labels)] if labels else []
    return go.Figure(
        data=[*traces, *words],
        layout={
            "template": _TEMPLATES[mode],
            "height": height,
            "xaxis": x or {},
            "yaxis": y or {},
            "shapes": list(shapes),
            **layout,
        },
    )
