"""Points by criterion: the pale track is as long as the weight, the bar as the points, so one sees
what counts and who earns it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, TOTAL, Label, figure, wrapped
from cidesign.domain.figures import percent
from cidesign.domain.figures import points as written
from cidesign.text import say

MOST = 4
TRACK = 0.56
LETTERS_IN_ALL = 46
ROW, LINE, HEADER_LINE = 42, 19, 18


class Criterion(Protocol):
    """What the chart needs of a criterion; ``weight`` is also the most points it can give."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def weight(self) -> Decimal: ...


class Candidate(Protocol):
    """What the chart needs of a candidate, exact; ``leads``: first, or sharing the first rank."""

    @property
    def label(self) -> str: ...
    @property
    def points(self) -> Fraction | None: ...
    @property
    def products(self) -> Mapping[str, Fraction | None]: ...
    @property
    def leads(self) -> bool: ...


def draw(
    criteria: Sequence[Criterion],
    candidates: Sequence[Candidate],
    *,
    mode: Mode,
    rows: int | None = None,
    letters: int = LETTERS_IN_ALL,
) -> go.Figure:
    """Rows are criteria in order of weight, columns the first four candidates that have points;
    leaders share the accent.

    Args:
        criteria: of the rule sheet.
        candidates: in rank order.
        mode: light or dark.
        rows: at most so many criteria are drawn; all where None.
        letters: of candidates' names that stand side by side; more on a wide screen.
    """
    colours = palette(mode)
    columns = [one for one in candidates if one.points is not None][:MOST]
    counting = sorted((one for one in criteria if one.weight), key=lambda one: -one.weight)
    total = sum((one.weight for one in counting), Decimal(0))
    unit = TRACK / float(counting[0].weight)
    labels, top = _heads(columns, letters, mode)
    bars = []
    for criterion in counting[:rows]:
        lines = wrapped(criterion.label, 38, 2)
        for place, line in enumerate(lines):
            counts = (
                say("· counts {share}", share=percent(criterion.weight / total))
                if place == len(lines) - 1
                else ""
            )
            labels.append(
                Label(
                    0,
                    top + 9 + place * LINE,
                    line,
                    colours.ink,
                    ROW_LABEL,
                    after=counts,
                    after_colour=colours.muted,
                )
            )
        y, track = top + len(lines) * LINE + 8, float(criterion.weight) * unit
        for column, candidate in enumerate(columns):
            product = candidate.products.get(criterion.id)
            said = say("none") if product is None else written(product)
            bars.append(_Bar(column, y, float(product or 0) * unit, track, candidate.leads))
            labels.append(
                Label(
                    column + track + 0.01,
                    y,
                    said,
                    colours.ink if candidate.leads else colours.muted,
                )
            )
        top += len(lines) * LINE + ROW - LINE
    return figure(
        mode,
        [
            _bars(bars, [bar.track for bar in bars], [colours.grid] * len(bars)),
            _bars(
                bars,
                [bar.length for bar in bars],
                [colours.accent if bar.leads else colours.other for bar in bars],
            ),
        ],
        labels,
        height=top + 8,
        x={"range": [0, max(len(columns), 1)]},
        y={"range": [top, 0]},
    )


def _heads(
    columns: Sequence[Candidate], letters_in_all: int, mode: Mode
) -> tuple[list[Label], int]:
    colours = palette(mode)
    letters = letters_in_all // max(len(columns), 2)
    cut = [wrapped(candidate.label, _whole(candidate.label, letters), 4) for candidate in columns]
    deepest = max((len(lines) for lines in cut), default=1)
    labels = []
    for column, (candidate, lines) in enumerate(zip(columns, cut)):
        ink = colours.ink if candidate.leads else colours.muted
        for place, line in enumerate(lines):
            labels.append(
                Label(
                    column,
                    9 + (deepest - len(lines) + place) * HEADER_LINE,
                    line,
                    ink,
                    bold=candidate.leads,
                )
            )
        labels.append(
            Label(
                column,
                deepest * HEADER_LINE + 18,
                written(candidate.points or 0),
                ink,
                TOTAL,
                bold=candidate.leads,
            )
        )
    return labels, deepest * HEADER_LINE + 50


def _whole(name: str, letters: int) -> int:
    """Letters in a line; one more where that keeps a word from being torn."""
    return letters + any(len(word) == letters + 1 for word in name.split())


@dataclass(frozen=True)
class _Bar:
    """A bar and its track, in columns; ``y`` in pixels from the top."""

    column: int
    y: int
    length: float
    track: float
    leads: bool


def _bars(bars: Sequence[_Bar], lengths: Sequence[float], colours: Sequence[str]) -> go.Bar:
    return go.Bar(
        x=list(lengths),
        y=[bar.y for bar in bars],
        base=[bar.column for bar in bars],
        width=BAR,
        orientation="h",
        marker={"color": list(colours), "line": {"width": 0}},
        hoverinfo="skip",
    )
