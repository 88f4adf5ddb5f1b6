"""What more money buys: the score of the best plan at each budget, drawn as steps because posts
come in steps.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import Label, figure
from cidesign.charts.ticks import nice_ticks
from cidesign.domain.allocation import FrontierPoint
from cidesign.domain.figures import difference_between, fte, money, money_short, points
from cidesign.text import say

HEIGHT = 240
EN_SPACE = "\u2002"
EARLY = 0.42
"""Left of this share of the axis there is no room above the line at the left: the gain then stands
below the score.
"""


def draw(
    frontier: Sequence[FrontierPoint],
    budget_usd: float,
    *,
    mode: Mode,
    line: Sequence[FrontierPoint] = (),
) -> go.Figure:
    """A grey step line, a filled dot for our budget and a hollow one for the next step; budgets
    without a plan are left out.

    Args:
        frontier: budgets a step apart.
        budget_usd: ours.
        mode: light or dark.
        line: budgets that lie nearer to each other, for the line alone; those of the frontier where
            none are given.
    """
    colours = palette(mode)
    shown = [point for point in frontier if point.plan_score is not None]
    drawn = [point for point in line or frontier if point.plan_score is not None]
    xs, ys = (
        [point.budget_usd for point in drawn],
        [float(point.plan_score or 0.0) for point in drawn],
    )
    x_range, y_range = _widened(xs, 0.02), _widened(ys, 0.22, least=4.0)
    now = next((place for place, point in enumerate(shown) if point.budget_usd == budget_usd), None)
    marks = [] if now is None else [place for place in (now, now + 1) if place < len(shown)]
    words = _words(shown, marks, x_range, y_range, colours.ink, colours.accent)
    return figure(
        mode,
        [
            go.Scatter(
                x=xs,
                y=ys,
                mode="lines",
                line={"shape": "hv", "color": colours.other, "width": 2},
                hoverinfo="skip",
                cliponaxis=False,
            ),
            go.Scatter(
                x=[shown[place].budget_usd for place in marks],
                y=[shown[place].plan_score for place in marks],
                mode="markers",
                marker={
                    "size": 13,
                    "opacity": 1,
                    "color": [colours.accent if place == now else colours.page for place in marks],
                    "line": {"width": 2.5, "color": colours.accent},
                },
                hoverinfo="skip",
                cliponaxis=False,
            ),
        ],
        words,
        height=HEIGHT,
        margin={"l": 34, "r": 0, "t": 8, "b": 30},
        x={
            "range": x_range,
            "showticklabels": True,
            "tickvals": (ticks := nice_ticks(*_inner(x_range), 3)),
            "ticktext": [money_short(tick) for tick in ticks],
            "ticklabelstandoff": 8,
        },
        y={
            "range": y_range,
            "showgrid": True,
            "showticklabels": True,
            "tickvals": (
                grid := [tick for tick in nice_ticks(y_range[0], y_range[1], 3) if tick <= 100]
            ),
            "ticktext": [f"{tick:g}" for tick in grid],
            "ticklabelstandoff": 8,
        },
    )


def _widened(values: list[float], share: float, least: float = 1.0) -> list[float]:
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    pad = max((high - low) * share, least / 2)
    return [low - pad, high + pad]


def _inner(ends: list[float]) -> tuple[float, float]:
    """The middle of an axis, where a tick's words are not cut at the end."""
    pad = (ends[1] - ends[0]) * 0.08
    return ends[0] + pad, ends[1] - pad


def _words(
    shown: Sequence[FrontierPoint],
    marks: list[int],
    x_range: list[float],
    y_range: list[float],
    ink: str,
    accent: str,
) -> list[Label]:
    """The score now below its dot, the gain of the next step above its own; both kept inside the
    chart.
    """
    if not marks:
        return []
    now = shown[marks[0]]
    low, high = now.plan_score or 0.0, shown[marks[-1]].plan_score or 0.0
    line = 0.1 * (y_range[1] - y_range[0])
    place = (now.budget_usd - x_range[0]) / (x_range[1] - x_range[0])
    at_left = place > 0.62
    below = max(low - line, y_range[0] + line * (0.5 if place > EARLY else 1.5))
    text = say("at {budget}", budget=money_short(now.budget_usd))
    words = [_beside(now.budget_usd, below, text, ink, points(low), at_left)]
    if len(marks) > 1:
        text = say(
            "for {amount} more", amount=money_short(shown[marks[1]].budget_usd - now.budget_usd)
        )
        above = min(high + line, y_range[1] - line / 2) if place > EARLY else below - line
        words.append(
            _beside(
                now.budget_usd, above, text, accent, difference_between(low, high), place > EARLY
            )
        )
    return words


def _beside(x: float, y: float, text: str, colour: str, lead: str, at_left: bool) -> Label:
    """Words beside a place, an en space away from it."""
    if at_left:
        return Label(x, y, f"{text}{EN_SPACE}", colour, lead=lead, at="middle left")
    return Label(x, y, text, colour, lead=f"{EN_SPACE}{lead}", at="middle right")


def alt(frontier: Sequence[FrontierPoint], budget_usd: float) -> str:
    """The chart in one sentence."""
    shown = [point for point in frontier if point.plan_score is not None]
    if not shown:
        return say("There is no plan at any of these budgets.")
    first, last = shown[0], shown[-1]
    now = next((point for point in shown if point.budget_usd == budget_usd), None)
    said = {
        "least": points(first.plan_score or 0),
        "lowest": money_short(first.budget_usd),
        "most": points(last.plan_score or 0),
        "highest": money_short(last.budget_usd),
    }
    if now is None:
        return say(
            "Score of the best plan, of 100 points: {least} at {lowest}, {most} at {highest}.",
            **said,
        )
    return say(
        "Score of the best plan, of 100 points: {least} at {lowest}, {most} at {highest}; {now} at "
        "our {budget}.",
        **said,
        now=points(now.plan_score or 0),
        budget=money_short(budget_usd),
    )


def table(frontier: Sequence[FrontierPoint]) -> list[dict[str, str]]:
    """One row a budget."""
    return [
        {
            say("Budget"): money(point.budget_usd),
            say("Plan score, of 100"): say("no plan")
            if point.plan_score is None
            else points(point.plan_score),
            say("FTE"): "–" if point.fte is None else fte(sum(point.fte.values())),
        }
        for point in frontier
    ]
