"""Plans side by side: for each function one bar a plan, in the function's colour and always in the
same order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, Label, figure, wrapped
from cidesign.domain.figures import percent
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say

ACROSS = 2
GUTTER = 0.07
HEAD, ROW, GAP = 30, 38, 18
LETTERS = 17


@dataclass(frozen=True)
class Plan:
    """One plan of the chart: what people read, and its coverage by function (None: no need, or no
    plan).
    """

    label: str
    coverage: Mapping[str, float | None]


def draw(plans: Sequence[Plan], labels: Mapping[str, str], *, mode: Mode) -> go.Figure:
    """Six small charts in two columns; the first plan, ours, in bold words and full colour, the
    others paler.
    """
    colours = palette(mode)
    block = HEAD + ROW * len(plans) + GAP
    width = (1 - GUTTER) / ACROSS
    words: list[Label] = []
    tracks: list[tuple[float, float, str, float]] = []
    for place, function in enumerate(FUNCTIONS):
        left, top = (place % ACROSS) * (width + GUTTER), (place // ACROSS) * block
        colour = colours.functions[function]
        words.append(
            Label(left, top + 12, labels.get(function, function), colour, ROW_LABEL, bold=True)
        )
        for row, plan in enumerate(plans):
            share, y = plan.coverage.get(str(function)), top + HEAD + row * ROW
            name = wrapped(plan.label, LETTERS, 1)[0]
            ink = colours.ink if row == 0 else colours.muted
            words.append(Label(left, y + 8, name, ink, 13, bold=row == 0))
            words.append(
                Label(
                    left + width,
                    y + 8,
                    percent(share) if share is not None else "–",
                    ink,
                    13,
                    bold=row == 0,
                    at="middle left",
                )
            )
            tracks.append((left, y + 24, colours.grid, width))
            if share:
                tracks.append((left, y + 24, colour, width * min(1.0, share)))
    return figure(
        mode,
        [_bars(tracks)],
        words,
        height=block * (len(FUNCTIONS) // ACROSS),
        x={"range": [0, 1]},
        y={"range": [block * (len(FUNCTIONS) // ACROSS), 0]},
    )


def _bars(tracks: Sequence[tuple[float, float, str, float]]) -> go.Bar:
    return go.Bar(
        base=[left for left, *_ in tracks],
        x=[length for *_, length in tracks],
        y=[y for _, y, *_ in tracks],
        width=BAR,
        orientation="h",
        marker={"color": [colour for *_, colour, _ in tracks], "line": {"width": 0}},
        hoverinfo="skip",
    )


def alt(plans: Sequence[Plan], labels: Mapping[str, str]) -> str:
    """The chart in words."""
    if not plans:
        return say("There is no plan to show.")
    return say(
        "Share of the hours needed that each plan covers, by function. {plans}",
        plans=" ".join(f"{plan.label}: {', '.join(_told(plan, labels))}." for plan in plans),
    )


def _told(plan: Plan, labels: Mapping[str, str]) -> list[str]:
    return [
        f"{labels.get(name, name)} {percent(share)}"
        for name in FUNCTIONS
        if (share := plan.coverage.get(str(name))) is not None
    ]


def table(plans: Sequence[Plan], labels: Mapping[str, str]) -> list[dict[str, str]]:
    """One row a function, one column a plan."""
    return [
        {
            say("Function"): labels.get(name, name),
            **{plan.label: _cell(plan, name) for plan in plans},
        }
        for name in FUNCTIONS
    ]


def _cell(plan: Plan, function: Function) -> str:
    share = plan.coverage.get(str(function))
    return "–" if share is None else percent(share)
