"""How ready we are: a row of four segments for each condition, filled up to our answer, and what
that means in words.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, Label, figure
from cidesign.domain.choices import HIGHEST_ANSWER
from cidesign.domain.figures import listed
from cidesign.domain.readiness import ReadinessRow
from cidesign.domain.value import plain
from cidesign.text import say

ROW = 52
GAP = 0.05


def draw(rows: Sequence[ReadinessRow], *, mode: Mode) -> go.Figure:
    """The rows in the order given; what is in place is petrol and bold, the rest grey."""
    colours = palette(mode)
    words: list[Label] = []
    for place, row in enumerate(rows):
        y = place * ROW + 14
        words.append(Label(0, y, row.label, colours.ink, ROW_LABEL, bold=row.in_place))
        words.append(
            Label(
                HIGHEST_ANSWER,
                y,
                row.word,
                colours.ink if row.in_place else colours.muted,
                at="middle left",
            )
        )
    full = [(place, number, 1.0) for place in range(len(rows)) for number in range(HIGHEST_ANSWER)]
    reached = [
        (place, number, length)
        for place, number, _ in full
        if (length := _length(rows[place], number))
    ]
    return figure(
        mode,
        [
            _segments(full, [colours.grid] * len(full)),
            _segments(
                reached,
                [
                    colours.accent if rows[place].in_place else colours.other
                    for place, _, _ in reached
                ],
            ),
        ],
        words,
        height=ROW * len(rows) + 8,
        x={"range": [0, HIGHEST_ANSWER]},
        y={"range": [max(ROW * len(rows), 1), 0]},
    )


def _length(row: ReadinessRow, number: int) -> float:
    """How much of the segment with this number, counted from 0, the answer fills."""
    return 0.0 if row.answer is None else min(max(float(row.answer) - number, 0.0), 1.0)


def _segments(places: Sequence[tuple[int, int, float]], colours: Sequence[str]) -> go.Bar:
    return go.Bar(
        base=[number for _, number, _ in places],
        x=[
            length * (1 - (GAP if number < HIGHEST_ANSWER - 1 else 0))
            for _, number, length in places
        ],
        y=[place * ROW + 34 for place, _, _ in places],
        width=BAR,
        orientation="h",
        marker={"color": list(colours), "line": {"width": 0}},
        hoverinfo="skip",
    )


def alt(rows: Sequence[ReadinessRow]) -> str:
    """The chart in one or two sentences."""
    there, others = (
        [row.label for row in rows if row.in_place],
        [row.label for row in rows if not row.in_place],
    )
    if not there:
        return say("Nothing is in place yet: {others}.", others=listed(others))
    if not others:
        return say("All is in place: {there}.", there=listed(there))
    return say("In place: {there}. Not yet: {others}.", there=listed(there), others=listed(others))


def table(rows: Sequence[ReadinessRow]) -> list[dict[str, str]]:
    """One row for each check."""
    return [
        {
            say("What"): row.label,
            say("Answer, 0 to 4"): "–" if row.answer is None else plain(row.answer),
            say("How it stands"): row.word,
        }
        for row in rows
    ]
