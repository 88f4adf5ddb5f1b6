"""The map of the initiative: a box for each part, the backbone in the accent, and between two boxes
what runs down and what runs up.
"""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, Palette, palette
from cidesign.charts.template import AXIS, ROW_LABEL, Label, figure, wrapped
from cidesign.domain.initiative_map import InitiativeMap, Place, Tie
from cidesign.text import say

LETTERS = 48
TIE_LETTERS = 22
MOST_LINES, TIE_LINES = 2, 4
HEAD, LINE, PAD = 24, 18, 10
WIDTH = 100
LEFT, DOWN, UP = 4, 7, 55
"""Where words begin inside a box, and where the two arrows stand, in parts of the width."""


def draw(drawn: InitiativeMap, *, mode: Mode) -> go.Figure:
    """The places from top to bottom, drawn for 350 pixels and wider."""
    colours = palette(mode)
    labels: list[Label] = []
    boxes: list[dict[str, Any]] = []
    shafts: list[tuple[float, float, float]] = []
    top = 2.0
    for place, tie in zip(drawn.places, (*drawn.ties, None)):
        lines = [line for said in place.lines for line in wrapped(said, LETTERS, MOST_LINES)]
        bottom = top + PAD + HEAD + LINE * len(lines) + (PAD if lines else 0)
        boxes.append(_box(top, bottom, colours, leads=place.id == drawn.middle))
        labels.append(
            Label(
                LEFT,
                top + PAD + HEAD / 2 - 1,
                place.label,
                colours.ink,
                ROW_LABEL,
                bold=place.id == drawn.middle,
            )
        )
        labels += [
            Label(LEFT, top + PAD + HEAD + LINE * number + 9, line, colours.muted, AXIS)
            for number, line in enumerate(lines)
        ]
        top = bottom
        if tie is not None:
            top, words = _between(tie, bottom, colours)
            labels += words
            shafts += [(DOWN, bottom + 6, top - 6), (UP, top - 6, bottom + 6)]
    return figure(
        mode,
        [_shafts(shafts, colours), _heads(shafts, colours)],
        labels,
        height=int(top) + 10,
        x={"range": [0, WIDTH]},
        y={"range": [top + 2, 0]},
        shapes=boxes,
    )


def alt(drawn: InitiativeMap) -> str:
    """The map in words, from top to bottom."""
    return " ".join(
        f"{place.label}: {'; '.join(place.lines)}." if place.lines else f"{place.label}."
        for place in drawn.places
    )


def table(drawn: InitiativeMap) -> list[dict[str, str]]:
    """One row for each part: what stands there, and what runs to the next part below and back."""
    return [_row(place, tie) for place, tie in zip(drawn.places, (*drawn.ties, Tie("", "")))]


def _row(place: Place, tie: Tie) -> dict[str, str]:
    return {
        say("Part"): place.label,
        say("What stands there"): "; ".join(place.lines) or "–",
        say("To the next part"): tie.down or "–",
        say("From the next part"): tie.up or "–",
    }


def _between(tie: Tie, top: float, colours: Palette) -> tuple[float, list[Label]]:
    """The words beside the two arrows, and where the next box begins."""
    sides = [
        (DOWN, wrapped(tie.down, TIE_LETTERS, TIE_LINES)),
        (UP, wrapped(tie.up, TIE_LETTERS, TIE_LINES)),
    ]
    most = max(len(lines) for _, lines in sides)
    bottom = top + 2 * PAD + LINE * most
    words = [
        Label(
            x + 3,
            top + PAD + LINE * (number + (most - len(lines)) / 2) + 9,
            line,
            colours.muted,
            AXIS,
        )
        for x, lines in sides
        for number, line in enumerate(lines)
    ]
    return bottom, words


def _box(top: float, bottom: float, colours: Palette, *, leads: bool) -> dict[str, Any]:
    line = {"color": colours.accent if leads else colours.edge, "width": 2 if leads else 1}
    fill = colours.answer if leads else "rgba(0,0,0,0)"
    return {
        "type": "rect",
        "x0": 0.5,
        "x1": WIDTH - 0.5,
        "y0": top,
        "y1": bottom,
        "line": line,
        "fillcolor": fill,
        "layer": "below",
    }


def _shafts(shafts: Sequence[tuple[float, float, float]], colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[place for x, _, _ in shafts for place in (x, x, None)],
        y=[place for _, start, end in shafts for place in (start, end, None)],
        mode="lines",
        line={"color": colours.other, "width": 1.5},
        hoverinfo="skip",
    )


def _heads(shafts: Sequence[tuple[float, float, float]], colours: Palette) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _, _ in shafts],
        y=[end for _, _, end in shafts],
        mode="markers",
        marker={
            "symbol": [
                "triangle-down" if end > start else "triangle-up" for _, start, end in shafts
            ],
            "size": 9,
            "color": colours.other,
            "opacity": 1,
        },
        hoverinfo="skip",
    )
