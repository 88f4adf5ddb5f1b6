"""What each measure was, year by year, and the straight line to its target: a row for each, on its
own scale.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, Palette, palette
from cidesign.charts.template import AXIS, ROW_LABEL, VALUE, Label, figure, wrapped
from cidesign.domain.course import CourseRow

LETTERS = 46
HEAD, ROOM, FOOT, BETWEEN = 22, 44, 28, 12
LEFT, RIGHT = 0.04, 0.78
"""Where the first and the last year of a row stand; the target's words stand beside the last."""


def draw(rows: Sequence[CourseRow], *, mode: Mode) -> go.Figure:
    """The rows in the order given; each has a year at least."""
    colours = palette(mode)
    labels: list[Label] = []
    traces: list[go.Scatter] = []
    top = 0.0
    for row in rows:
        places = _places(row, top + HEAD + 18)
        label = wrapped(row.label, LETTERS, 1)[0]
        labels.append(Label(0, top + HEAD / 2, label, colours.ink, ROW_LABEL))
        labels += _words(row, places, top + HEAD + 18 + ROOM + FOOT / 2, colours)
        traces += _lines(row, places, colours)
        top += HEAD + 18 + ROOM + FOOT + BETWEEN
    return figure(
        mode,
        traces,
        labels,
        height=int(top),
        x={"range": [0, 1]},
        y={"range": [top, 0]},
    )


def _places(row: CourseRow, top: float) -> list[tuple[float, float]]:
    """Where the years stand, the target last where there is one."""
    points = [*row.years, *([row.target] if row.target else [])]
    years, values = [year for year, _ in points], [value for _, value in points]
    wide, high = max(years) - min(years), max(values) - min(values)
    return [
        (
            LEFT + (RIGHT - LEFT) * (year - min(years)) / wide if wide else LEFT,
            top + ROOM * (1 - (value - min(values)) / high) if high else top + ROOM / 2,
        )
        for year, value in points
    ]


def _lines(
    row: CourseRow, places: Sequence[tuple[float, float]], colours: Palette
) -> list[go.Scatter]:
    told = places[: len(row.years)]
    colour = colours.wrong if row.behind else colours.accent
    measured = go.Scatter(
        x=[x for x, _ in told],
        y=[y for _, y in told],
        mode="lines+markers",
        line={"color": colour, "width": 2},
        marker={"color": colour, "size": 9},
        cliponaxis=False,
        hoverinfo="skip",
    )
    if row.target is None:
        return [measured]
    ends = [told[0], places[-1]]
    line = go.Scatter(
        x=[x for x, _ in ends],
        y=[y for _, y in ends],
        mode="lines+markers",
        line={"color": colours.edge, "width": 1, "dash": "dot"},
        marker={
            "color": colours.page,
            "size": [0, 10],
            "line": {"color": colours.edge, "width": 1.5},
        },
        cliponaxis=False,
        hoverinfo="skip",
    )
    return [line, measured]


def _words(
    row: CourseRow, places: Sequence[tuple[float, float]], foot: float, colours: Palette
) -> list[Label]:
    last = places[len(row.years) - 1]
    colour = colours.wrong if row.behind else colours.accent
    words = [
        Label(last[0], last[1] - 14, row.last_words, colour, VALUE, bold=True, at="middle center"),
        Label(places[0][0], foot, str(row.years[0][0]), colours.muted, AXIS, at="middle center"),
    ]
    if len(row.years) > 1:
        year = str(row.years[-1][0])
        words.append(Label(last[0], foot, year, colours.muted, AXIS, at="middle center"))
    if row.target is not None:
        x, y = places[-1]
        words.append(Label(x + 0.03, y, row.target_words, colours.ink, VALUE))
        year = str(row.target[0])
        if row.target[0] != row.years[-1][0]:
            words.append(Label(x, foot, year, colours.muted, AXIS, at="middle center"))
    return words
