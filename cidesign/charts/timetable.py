"""The weeks of a selection, step below step: where a bar begins the one above it has ended, and its
dates stand at the right.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import AXIS, BAR, ROW_LABEL, Label, figure, wrapped
from cidesign.text import say

LINE, UNDER = 19, 39
LETTERS = 30
LETTER = 6.8 / 350
"""Width of a letter of a note as a share of the narrowest chart we draw for."""


class Step(Protocol):
    """What the chart needs of a step; ``begins`` and ``ends`` in weeks from the start, ``length``
    and ``when`` in words.
    """

    @property
    def label(self) -> str: ...
    @property
    def begins(self) -> Decimal: ...
    @property
    def ends(self) -> Decimal: ...
    @property
    def length(self) -> str: ...
    @property
    def when(self) -> str: ...
    @property
    def marks(self) -> str: ...


def draw(steps: Sequence[Step], *, mode: Mode) -> go.Figure:
    """One row a step, in order; steps on which other dates rest (seal, scoring, award) have the
    accent.
    """
    colours = palette(mode)
    total = float(max((step.ends for step in steps), default=Decimal(1))) or 1.0
    words: list[Label] = []
    places: list[int] = []
    top = 0
    for step in steps:
        lines = wrapped(step.label, LETTERS, 2)
        for place, line in enumerate(lines):
            words.append(
                Label(
                    0, top + 10 + place * LINE, line, colours.ink, ROW_LABEL, bold=bool(step.marks)
                )
            )
        words.append(Label(1, top + 10, step.when, colours.ink, AXIS, at="middle left"))
        y = top + len(lines) * LINE + 8
        places.append(y)
        words.append(_length(step, total, y, colours.muted))
        top = y + UNDER - LINE + 5
    return figure(
        mode,
        [
            _bars(
                places,
                [float(step.begins) / total for step in steps],
                [float(step.ends - step.begins) / total for step in steps],
                [colours.accent if step.marks else colours.other for step in steps],
            ),
        ],
        words,
        height=max(top, 2) + 8,
        x={"range": [0, 1]},
        y={"range": [max(top, 1), 0]},
    )


def _length(step: Step, total: float, y: int, colour: str) -> Label:
    """The weeks beside their bar: after it where there is room, else before it, else on it."""
    begins, ends, long = (
        float(step.begins) / total,
        float(step.ends) / total,
        len(step.length) * LETTER,
    )
    if ends + long <= 1:
        return Label(ends + 0.015, y, step.length, colour, AXIS)
    if begins >= long:
        return Label(begins - 0.015, y, step.length, colour, AXIS, at="middle left")
    return Label(0, y + 16, step.length, colour, AXIS)


def _bars(
    places: list[int], starts: list[float], lengths: list[float], colours: list[str]
) -> go.Bar:
    return go.Bar(
        base=starts,
        x=lengths,
        y=places,
        width=BAR,
        orientation="h",
        marker={"color": colours, "line": {"width": 0}},
        hoverinfo="skip",
    )


def alt(steps: Sequence[Step]) -> str:
    """The chart in words."""
    return " ".join(
        say("{label}: {when}, {length}.", label=step.label, when=step.when, length=step.length)
        for step in steps
    )


def table(steps: Sequence[Step]) -> list[dict[str, str]]:
    """One row a step."""
    return [
        {say("Step"): step.label, say("When"): step.when, say("How long"): step.length}
        for step in steps
    ]
