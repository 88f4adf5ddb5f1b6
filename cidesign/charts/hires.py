"""Whom we hire: a row of squares for each role, one square for each hiring step, so that part-time
is seen at once.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from typing import Any

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, palette
from cidesign.charts.template import ROW_LABEL, Label, figure
from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import fte, listed, money, money_short
from cidesign.domain.plan import Plan
from cidesign.domain.reading import is_needed, role_cost_usd
from cidesign.text import say

ROW = 60
SQUARE = 12
STEP = 19
MOST = 17
"""Squares that fit beside each other at 350 pixels; a longer row gets smaller squares."""


def draw(plan: Plan, allocation: Allocation, labels: Mapping[str, str], *, mode: Mode) -> go.Figure:
    """The team of a plan, roles in the plan's order; those not hired stay, muted."""
    colours = palette(mode)
    hired, cost = _posts(plan, allocation), role_cost_usd(plan, allocation)
    words: list[Label] = []
    for place, role in enumerate(plan.roles):
        y, here = place * ROW + 16, hired[role.id] > 0
        words.append(
            Label(0, y, _label(labels, role.id), colours.ink if here else colours.muted, ROW_LABEL)
        )
        if here:
            value = Label(
                1,
                y,
                f"· {money_short(cost[role.id])}",
                colours.muted,
                at="middle left",
                lead=say("{fte} FTE", fte=fte(hired[role.id])),
            )
            words.append(replace(value, lead_colour=colours.ink))
        else:
            why = (
                say("not in this budget")
                if is_needed(plan, allocation, role.id)
                else say("not needed")
            )
            words.append(Label(1, y, why, colours.muted, at="middle left"))
    filled, empty = _squares(plan, hired)
    return figure(
        mode,
        [],
        words,
        height=ROW * len(plan.roles) + 8,
        x={"range": [0, 1]},
        y={"range": [ROW * len(plan.roles), 0]},
        shapes=[
            _shape(empty, "rgba(0,0,0,0)", colours.edge),
            _shape(filled, colours.accent, colours.accent),
        ],
    )


def _squares(plan: Plan, hired: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """Outlines of filled and empty squares, in pixels from the upper left corner: as many as there
    are steps in whole posts.
    """
    counted = [_counted(hired[role.id], plan.fte_step) for role in plan.roles]
    scale = min(1.0, MOST / max((outlines for _, outlines in counted), default=1))
    filled: list[str] = []
    empty: list[str] = []
    for place, (taken, outlines) in enumerate(counted):
        for number in range(outlines):
            left, top, size = 1 + number * STEP * scale, place * ROW + 36, SQUARE * scale
            path = f"M{left:g},{-top:g}H{left + size:g}V{-top - size:g}H{left:g}Z"
            (filled if number < taken else empty).append(path)
    return filled, empty


def _counted(posts: float, step: Decimal) -> tuple[int, int]:
    """Squares that are filled, and squares in all: whole posts, at least one."""
    whole = max(Decimal(1), Decimal(str(round(posts, 6))).to_integral_value(ROUND_CEILING))
    return round(posts / float(step)), int((whole / step).to_integral_value(ROUND_CEILING))


def _shape(squares: list[str], fill: str, line: str) -> dict[str, Any]:
    """All squares of a kind as one shape that keeps its pixels at every width."""
    anchors = {
        "xref": "x",
        "yref": "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": 0,
    }
    return {
        "type": "path",
        "path": "".join(squares) or "M0,0",
        "fillcolor": fill,
        "line": {"color": line, "width": 1},
        **anchors,
    }


def _posts(plan: Plan, allocation: Allocation) -> dict[str, float]:
    hired = allocation.fte or {}
    return {role.id: hired.get(role.id, 0.0) for role in plan.roles}


def _label(labels: Mapping[str, str], role: str) -> str:
    return labels.get(role, role)


def alt(plan: Plan, allocation: Allocation, labels: Mapping[str, str]) -> str:
    """The chart in one sentence."""
    hired = _posts(plan, allocation)
    posts = [
        say("{role} {fte} FTE", role=_label(labels, role.id), fte=fte(hired[role.id]))
        for role in plan.roles
        if hired[role.id] > 0
    ]
    others = [role.id for role in plan.roles if hired[role.id] <= 0]
    lacking = [_label(labels, id) for id in others if is_needed(plan, allocation, id)]
    idle = [_label(labels, id) for id in others if not is_needed(plan, allocation, id)]
    hires = (
        say("The plan hires {posts}.", posts=listed(posts))
        if posts
        else say("The plan hires nobody.")
    )
    beside = (
        say("Not in this budget: {roles}.", roles=listed(lacking)) if lacking else "",
        say("Not needed: {roles}.", roles=listed(idle)) if idle else "",
    )
    return " ".join(one for one in (hires, *beside) if one)


def table(plan: Plan, allocation: Allocation, labels: Mapping[str, str]) -> list[dict[str, str]]:
    """One row a role."""
    hired, cost = _posts(plan, allocation), role_cost_usd(plan, allocation)
    return [
        {
            say("Role"): _label(labels, role.id),
            say("FTE"): fte(hired[role.id]),
            say("A year, with benefits"): money(cost[role.id]),
        }
        for role in plan.roles
    ]
