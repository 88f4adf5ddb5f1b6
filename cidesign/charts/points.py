"""Points by criterion: the pale track is as long as the weight, the bar as the points, so one sees what counts and who earns it."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, TOTAL, Label, figure, wrapped
from cidesign.domain.figures import percent
from cidesign.domain.figures import points as written
from cidesign.domain.panel import Standing
from cidesign.domain.rules import Criterion, RuleSheet

MOST = 4
TRACK = 0.56
LETTERS_IN_ALL = 50
ROW, LINE, HEADER_LINE = 42, 19, 18


def shown(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Whom the chart shows: the first four that have points; the rest stand in the table."""
    return tuple(standing for standing in standings if standing.points is not None)[:MOST]


def draw(rules: RuleSheet, standings: Sequence[Standing], names: Mapping[str, str], *, mode: Mode) -> go.Figure:
    """Rows are criteria in order of weight, columns candidates in order of rank; whoever leads is in the accent, ties share it."""
    colours = palette(mode)
    columns = shown(standings)
    criteria = sorted((one for one in rules.criteria if one.weight), key=lambda one: -one.weight)
    total = float(sum(one.weight for one in criteria))
    unit = TRACK / float(criteria[0].weight)
    heads, top = _heads(columns, names, mode)
    labels, bars = heads, []
    for criterion in criteria:
        lines = wrapped(criterion.name, 38, 2)
        for place, line in enumerate(lines):
            last = place == len(lines) - 1
            counts = f"· counts {percent(float(criterion.weight) / total)}" if last else ""
            labels.append(Label(0, top + 9 + place * LINE, line, colours.ink, ROW_LABEL, after=counts, after_colour=colours.muted))
        y = top + len(lines) * LINE + 8
        for column, standing in enumerate(columns):
            bar = _length(standing, criterion) * unit
            bars.append((column, y, bar, float(criterion.weight) * unit, standing.rank == 1))
            labels.append(_value(column, y, standing, criterion, unit, colours.ink if standing.rank == 1 else colours.muted))
        top += len(lines) * LINE + ROW - LINE
    return figure(
        mode,
        [
            _bars(bars, [track for _, _, _, track, _ in bars], [colours.grid] * len(bars)),
            _bars(bars, [bar for _, _, bar, _, _ in bars], [colours.accent if leads else colours.other for *_, leads in bars]),
        ],
        labels,
        height=top + 8,
        x={"range": [0, max(len(columns), 1)]},
        y={"range": [top, 0]},
    )


def _heads(columns: Sequence[Standing], names: Mapping[str, str], mode: Mode) -> tuple[list[Label], int]:
    colours = palette(mode)
    letters = LETTERS_IN_ALL // max(len(columns), 2)
    cut = [wrapped(names.get(standing.candidate, standing.candidate), letters, 3) for standing in columns]
    deepest = max((len(lines) for lines in cut), default=1)
    labels = []
    for column, (standing, lines) in enumerate(zip(columns, cut)):
        leads = standing.rank == 1
        ink = colours.ink if leads else colours.muted
        for place, line in enumerate(lines):
            labels.append(Label(column, 9 + (deepest - len(lines) + place) * HEADER_LINE, line, ink, bold=leads))
        total = written(float(standing.points or 0))
        labels.append(Label(column, deepest * HEADER_LINE + 18, total, ink, TOTAL, bold=leads))
    return labels, deepest * HEADER_LINE + 50


def _length(standing: Standing, criterion: Criterion) -> float:
    return float(standing.products.get(criterion.id) or 0)


def _value(column: int, y: int, standing: Standing, criterion: Criterion, unit: float, colour: str) -> Label:
    product = standing.products.get(criterion.id)
    text = "none" if product is None else written(float(product))
    return Label(column + float(criterion.weight) * unit + 0.01, y, text, colour)


def _bars(bars: Sequence[tuple[int, int, float, float, bool]], lengths: Sequence[float], colours: Sequence[str]) -> go.Bar:
    return go.Bar(
        x=list(lengths),
        y=[y for _, y, *_ in bars],
        base=[column for column, *_ in bars],
        width=BAR,
        orientation="h",
        marker={"color": list(colours), "line": {"width": 0}},
        hoverinfo="skip",
    )
