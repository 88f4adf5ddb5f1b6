"""How far scores lie apart, for every criterion and candidate: pale where we agree, amber where we
do not, what to talk about numbered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import HEAT_STOPS, Mode, palette
from cidesign.charts.template import AXIS, NARROW, VALUE, Label, figure, wrapped
from cidesign.domain.agreement import LEVELS
from cidesign.domain.figures import points
from cidesign.text import say

MOST_SPREAD = 2.0
EDGE = 0.004
"""So that a frame at the edge is drawn whole."""
MOST_CANDIDATES, MOST_CRITERIA = 6, 12
BESIDE = 4
"""Up to so many candidates, criteria are named beside their cells; with more, above them."""
NAMES = 0.33
HEAD, LETTER, HEAD_LINES, HEAD_LINE = 12, 5.7, 3, 15
TALL, LOW, LINE, GAP = 40, 28, 17, 3
SPREAD, NUMBERED = 13, 17
LETTERS_BESIDE, LETTERS_ABOVE = 17, 46


class Named(Protocol):
    """A candidate or a criterion."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...


@dataclass(frozen=True)
class _Grid:
    """Where the columns lie, in shares of the width, and whether criteria are named beside the
    cells.
    """

    count: int

    @property
    def beside(self) -> bool:
        return self.count <= BESIDE

    @property
    def left(self) -> float:
        return NAMES if self.beside else 0.0

    @property
    def column(self) -> float:
        return (1 - self.left) / max(self.count, 1)


def draw(
    candidates: Sequence[Named],
    criteria: Sequence[Named],
    spreads: Mapping[tuple[str, str], float],
    numbered: Sequence[tuple[str, str]],
    *,
    mode: Mode,
) -> go.Figure:
    """Criteria down, candidates across; the first six and the first twelve.

    Args:
        candidates: in rank order.
        criteria: in order of weight.
        spreads: by candidate and criterion, the standard deviation of scores from 0 to 1; absent
            with fewer than two scores.
        numbered: the cells to talk about, in their order.
        mode: light or dark.
    """
    colours = palette(mode)
    across, down = candidates[:MOST_CANDIDATES], criteria[:MOST_CRITERIA]
    if not across or not down:
        return figure(mode, [], [], height=12, x={"range": [0, 1]}, y={"range": [1, 0]})
    grid = _Grid(len(across))
    labels, top = _heads(across, grid, mode)
    agenda = {cell: number for number, cell in enumerate(numbered, start=1)}
    edges, frames = [float(top)], []
    filled: list[list[float | None]] = []
    for criterion in down:
        name, room = _name(criterion, grid, top, mode)
        labels += name
        if room:
            edges.append(float(top + room))
            filled.append([None] * len(across))
        bottom = top + room + (TALL if grid.beside else LOW)
        for place, one in enumerate(across):
            cell, x = (one.id, criterion.id), grid.left + (place + 0.5) * grid.column
            label = _said(spreads.get(cell), agenda.get(cell))
            labels.append(
                Label(
                    x,
                    (top + room + bottom) / 2,
                    label,
                    colours.ink,
                    *_weight(cell in agenda),
                    at="middle center",
                )
            )
            if cell in agenda:
                frames.append(_frame(x, grid.column, top + room, bottom, colours.ink))
        filled.append(
            [
                None if (own := spreads.get((one.id, criterion.id))) is None else own * LEVELS
                for one in across
            ]
        )
        edges.append(float(bottom))
        top = bottom
    return figure(
        mode,
        [
            go.Heatmap(
                x=[grid.left + place * grid.column for place in range(len(across) + 1)],
                y=edges,
                z=filled,
                zmin=0,
                zmax=MOST_SPREAD,
                colorscale=[[stop, colour] for stop, colour in zip(HEAT_STOPS, colours.heat)],
                showscale=False,
                xgap=GAP,
                ygap=GAP,
                hoverinfo="skip",
            )
        ],
        labels,
        height=top + 8,
        x={"range": [-EDGE, 1 + EDGE]},
        y={"range": [top + 3, 0]},
        shapes=frames,
    )


def _heads(candidates: Sequence[Named], grid: _Grid, mode: Mode) -> tuple[list[Label], int]:
    letters = max(int(grid.column * NARROW / LETTER), 4)
    cut = [_head(one.label, letters) for one in candidates]
    deepest = max(len(lines) for lines in cut)
    labels = [
        Label(
            grid.left + (column + 0.5) * grid.column,
            8 + (deepest - len(lines) + place) * HEAD_LINE,
            line,
            palette(mode).muted,
            HEAD,
            at="middle center",
        )
        for column, lines in enumerate(cut)
        for place, line in enumerate(lines)
    ]
    return labels, deepest * HEAD_LINE + 5


def _head(label: str, letters: int) -> list[str]:
    """The name in at most three lines; words are not torn in two, one that is longer than a line by
    more than a letter is cut short.
    """
    words = [word.rstrip(",;") for word in label.split()]
    fitting = " ".join(
        word if len(word) <= letters + 1 else f"{word[: letters - 1]}…" for word in words
    )
    lines = wrap(fitting, letters, break_long_words=False) or [""]
    if len(lines) <= HEAD_LINES:
        return lines
    last = lines[HEAD_LINES - 1].rstrip("…")
    kept = last if len(last) < letters else last.rpartition(" ")[0] or last[: letters - 1]
    return [*lines[: HEAD_LINES - 1], f"{kept}…"]


def _name(criterion: Named, grid: _Grid, top: float, mode: Mode) -> tuple[list[Label], int]:
    """The criterion's name beside its cells or above them, and the room it takes above."""
    colour = palette(mode).ink
    if not grid.beside:
        return [
            Label(
                0, top + LINE / 2 + 4, wrapped(criterion.label, LETTERS_ABOVE, 1)[0], colour, VALUE
            )
        ], LINE + 5
    lines = wrapped(criterion.label, LETTERS_BESIDE, 2)
    middle = top + TALL / 2 - (len(lines) - 1) * LINE / 2
    return [
        Label(grid.left - 0.01, middle + place * LINE, line, colour, AXIS, at="middle left")
        for place, line in enumerate(lines)
    ], 0


def _said(spread: float | None, number: int | None) -> str:
    if number is not None:
        return f"{number}"
    return "–" if spread is None else points(spread * LEVELS)


def _weight(numbered: bool) -> tuple[int, bool]:
    return (NUMBERED, True) if numbered else (SPREAD, False)


def _frame(x: float, wide: float, top: float, bottom: float, colour: str) -> dict[str, Any]:
    half = wide / 2
    sides = {"x0": x - half, "x1": x + half, "y0": top, "y1": bottom}
    return {"type": "rect", **sides, "line": {"color": colour, "width": 2}}


def alt(
    candidates: Sequence[Named], criteria: Sequence[Named], numbered: Sequence[tuple[str, str]]
) -> str:
    """The chart in one sentence."""
    names = {one.id: one.label for one in (*candidates, *criteria)}
    cells = [
        say(
            "{candidate} on {criterion}",
            candidate=names.get(one, one),
            criterion=names.get(other, other),
        )
        for one, other in numbered
    ]
    if not cells:
        return say("How far scores lie apart, by criterion and candidate; nowhere far.")
    return say(
        "How far scores lie apart, by criterion and candidate; furthest for {cells}.",
        cells="; ".join(cells),
    )


def table(
    candidates: Sequence[Named], criteria: Sequence[Named], spreads: Mapping[tuple[str, str], float]
) -> list[dict[str, str]]:
    """One row a candidate, one column a criterion: all of them."""
    return [
        {
            say("Candidate"): one.label,
            **{of.label: _said(spreads.get((one.id, of.id)), None) for of in criteria},
        }
        for one in candidates
    ]
