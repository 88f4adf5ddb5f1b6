"""How well each backbone structure fits: one bar of 100 points each, best first, and under it where
the points come from.
"""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, BAR, ROW_LABEL, Label, figure, wrapped
from cidesign.domain.figures import points as written
from cidesign.domain.structure import StructureFit

LETTERS = 56
ROW, LINE = 58, 18


def draw(
    fits: Sequence[StructureFit],
    names: Mapping[str, str],
    notes: Mapping[str, Sequence[str]],
    *,
    mode: Mode,
) -> go.Figure:
    """The fits as given, best first.

    Args:
        fits: points from 0 to 100.
        names: what people read for a structure's id.
        notes: for a structure's id, a few pieces of words on where its points come from.
        mode: light or dark.
    """
    colours = palette(mode)
    best = max((fit.points for fit in fits), default=0.0)
    labels: list[Label] = []
    places: list[int] = []
    top = 0
    for fit in fits:
        leads = fit.points == best
        ink = colours.ink if leads else colours.muted
        lines = _packed(notes.get(fit.structure, ()))
        labels.append(
            Label(
                0,
                top + 10,
                names.get(fit.structure, fit.structure),
                colours.ink,
                ROW_LABEL,
                bold=leads,
            )
        )
        labels.append(Label(100, top + 10, written(fit.points), ink, bold=leads, at="middle left"))
        labels += [
            Label(0, top + 46 + place * LINE, line, colours.muted, AXIS)
            for place, line in enumerate(lines)
        ]
        places.append(top + 28)
        top += ROW + LINE * max(len(lines), 1)
    return figure(
        mode,
        [
            _bars(places, [100.0] * len(places), [colours.grid] * len(places)),
            _bars(
                places,
                [fit.points for fit in fits],
                [colours.accent if fit.points == best else colours.other for fit in fits],
            ),
        ],
        labels,
        height=top + 8,
        x={"range": [0, 100]},
        y={"range": [max(top, 1), 0]},
    )


def _packed(pieces: Sequence[str]) -> list[str]:
    """Pieces on as few lines as hold them, at most two; no piece is cut unless it is longer than a
    line.
    """
    lines: list[str] = []
    for piece in pieces:
        if lines and len(f"{lines[-1]} · {piece}") <= LETTERS:
            lines[-1] = f"{lines[-1]} · {piece}"
        else:
            lines.append(wrapped(piece, LETTERS, 1)[0])
    return lines[:2]


def _bars(places: Sequence[int], lengths: Sequence[float], colours: Sequence[str]) -> go.Bar:
    return go.Bar(
        x=list(lengths),
        y=list(places),
        width=BAR,
        orientation="h",
        marker={"color": list(colours), "line": {"width": 0}},
        hoverinfo="skip",
    )
