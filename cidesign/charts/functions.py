"""What each function gets: the track is the hours needed, the bar the hours we have, always in the
same order.
"""

from collections.abc import Mapping

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import BAR, ROW_LABEL, Label, figure
from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import hours, hours_of, percent
from cidesign.domain.plan import Plan
from cidesign.domain.reading import covered_hours, weakest
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say

ROW = 60


def draw(plan: Plan, allocation: Allocation, labels: Mapping[str, str], *, mode: Mode) -> go.Figure:
    """Coverage of the six functions, each in its own colour; a tick stands at the floor, the lowest
    is named.
    """
    colours = palette(mode)
    shares, covered = allocation.coverage or {}, covered_hours(allocation.need, allocation.coverage)
    lowest = weakest(allocation.coverage)
    needed = [function for function in FUNCTIONS if shares.get(function) is not None]
    words: list[Label] = []
    for place, function in enumerate(FUNCTIONS):
        top, share = place * ROW + 16, shares.get(function)
        tail = say("lowest") if function == lowest and len(needed) > 1 else ""
        ink = colours.muted if share is None else colours.ink
        words.append(Label(0, top, _label(labels, function), ink, ROW_LABEL, tail=tail))
        if share is None:
            words.append(
                Label(1, top, say("no need in this phase"), colours.muted, at="middle left")
            )
        else:
            amount = hours_of(covered[function], allocation.need[function])
            words.append(
                Label(
                    1,
                    top,
                    f"· {amount}",
                    colours.muted,
                    at="middle left",
                    lead=percent(share),
                    lead_colour=colours.ink,
                ),
            )
    bars = [FUNCTIONS.index(function) * ROW + 42 for function in needed]
    return figure(
        mode,
        [
            _bars(bars, [1.0] * len(bars), [colours.grid] * len(bars)),
            _bars(
                bars,
                [shares[function] or 0.0 for function in needed],
                [colours.functions[function] for function in needed],
            ),
            _floors(plan, needed, bars, colours.ink),
        ],
        words,
        height=ROW * len(FUNCTIONS) + 8,
        x={"range": [0, 1]},
        y={"range": [ROW * len(FUNCTIONS), 0]},
    )


def _bars(places: list[int], lengths: list[float], colours: list[str]) -> go.Bar:
    return go.Bar(
        x=lengths,
        y=places,
        width=BAR + 2,
        orientation="h",
        marker={"color": colours, "line": {"width": 0}},
        hoverinfo="skip",
    )


def _floors(plan: Plan, needed: list[Function], places: list[int], colour: str) -> go.Scatter:
    ticks = [
        (float(plan.floor_of(function)), y)
        for function, y in zip(needed, places)
        if plan.floor_of(function) > 0
    ]
    return go.Scatter(
        x=[x for x, _ in ticks],
        y=[y for _, y in ticks],
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": 18,
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


def _label(labels: Mapping[str, str], function: Function) -> str:
    return labels.get(function, function)


def alt(allocation: Allocation, labels: Mapping[str, str]) -> str:
    """The chart in one sentence."""
    shares = allocation.coverage or {}
    parts = [
        f"{_label(labels, function)} {percent(share)}"
        for function in FUNCTIONS
        if (share := shares.get(function)) is not None
    ]
    return (
        say(
            "Share of the hours needed that the plan covers: {functions}.",
            functions=", ".join(parts),
        )
        if parts
        else say("There is no plan to show.")
    )


def table(plan: Plan, allocation: Allocation, labels: Mapping[str, str]) -> list[dict[str, str]]:
    """One row a function; a function without a need shows a dash."""
    shares, covered = allocation.coverage or {}, covered_hours(allocation.need, allocation.coverage)
    rows = []
    for function in FUNCTIONS:
        share = shares.get(function)
        rows.append(
            {
                say("Function"): _label(labels, function),
                say("Covered"): "–" if share is None else percent(share),
                say("Hours we have a month"): "–" if share is None else hours(covered[function]),
                say("Hours needed a month"): hours(allocation.need.get(function, 0.0)),
                say("Floor"): percent(plan.floor_of(function)),
            }
        )
    return rows
