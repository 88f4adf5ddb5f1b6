"""How the hours a function needs come about: one bar for each thing that makes work, each beginning
where the one before ends, then what the phase leaves of them, then the sum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, Label, figure
from cidesign.domain.figures import MINUS, hours, percent
from cidesign.domain.need import NeedSteps
from cidesign.domain.value import plain
from cidesign.domain.words import Function
from cidesign.text import say

ROW = 50


@dataclass(frozen=True)
class _Row:
    label: str
    value: str
    first: Fraction
    last: Fraction
    colour: str
    bold: bool = False


def draw(
    needed: NeedSteps,
    function: Function,
    drivers: Mapping[str, str],
    phase: str,
    *,
    mode: Mode,
) -> go.Figure:
    """The steps of one function.

    Args:
        needed: how its need comes about.
        function: whose colour the sum has.
        drivers: what people read for a driver.
        phase: what people read for the phases of the year.
        mode: light or dark.
    """
    colours = palette(mode)
    rows, sum_so_far = [], Fraction(0)
    for step in needed.steps:
        after = sum_so_far + step.hours
        label = say(
            "{driver}: {count} × {hours} h",
            driver=drivers[step.driver],
            count=plain(step.count),
            hours=plain(step.hours_each),
        )
        rows.append(_Row(label, hours(step.hours), sum_so_far, after, colours.other))
        sum_so_far = after
    asks = say("{phase}: asks for {share}", phase=phase, share=percent(needed.factor))
    less = needed.together - needed.hours
    rows += [
        _Row(
            asks,
            f"{MINUS}{hours(less)}" if less else hours(0),
            needed.hours,
            sum_so_far,
            colours.edge,
        ),
        _Row(
            say("Hours needed a month"),
            hours(needed.hours),
            Fraction(0),
            needed.hours,
            colours.functions[function],
            bold=True,
        ),
    ]
    return _drawn(rows, float(needed.together) or 1.0, mode)


def _drawn(rows: Sequence[_Row], longest: float, mode: Mode) -> go.Figure:
    colours = palette(mode)
    words = []
    for place, row in enumerate(rows):
        top = place * ROW + 14
        words += [
            Label(0, top, row.label, colours.ink, ROW_LABEL, bold=row.bold),
            Label(1, top, row.value, colours.ink, at="middle left", bold=row.bold),
        ]
    bars = go.Bar(
        x=[float(row.last - row.first) / longest for row in rows],
        base=[float(row.first) / longest for row in rows],
        y=[place * ROW + 34 for place in range(len(rows))],
        width=BAR,
        orientation="h",
        marker={"color": [row.colour for row in rows], "line": {"width": 0}},
        hoverinfo="skip",
    )
    return figure(
        mode,
        [bars],
        words,
        height=ROW * len(rows) + 8,
        x={"range": [0, 1]},
        y={"range": [ROW * len(rows), 0]},
    )


def alt(needed: NeedSteps, function: str, drivers: Mapping[str, str]) -> str:
    """The chart in one sentence."""
    parts = ", ".join(f"{drivers[step.driver]} {hours(step.hours)}" for step in needed.steps)
    return say(
        "{function} needs {hours} a month: {share} of {parts}.",
        function=function,
        hours=hours(needed.hours),
        share=percent(needed.factor),
        parts=parts or say("nothing"),
    )
