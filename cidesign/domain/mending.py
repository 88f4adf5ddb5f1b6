"""A repair as an edit of ``plan.yaml``: in round numbers, on the side that keeps the plan
possible.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from cidesign.domain.allocation import Repair
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS

THOUSAND = Decimal(1000)
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Edit:
    """One change of a plan.

    Args:
        lever: what is changed, such as ``budget_usd`` or ``max_fte``.
        id: the role it is about; empty for the plan's own.
        before: the value now.
        after: the value that makes the plan possible.
        changes: new value by place in ``plan.yaml``.
    """

    lever: str
    id: str
    before: Decimal
    after: Decimal
    changes: Mapping[tuple[str | int, ...], Any]


def edit_of(plan: Plan, repair: Repair) -> Edit:
    """The edit that carries out a repair, rounded: budgets up to a thousand dollars, shares down to
    a whole percent.

    Args:
        plan: as it stands in ``plan.yaml``; its roles in the file's order.
        repair: one of ``repairs(plan)``.

    Raises:
        KeyError: a lever this version does not know.
    """
    lever, _, id = repair.lever.partition(":")
    change = Decimal(str(repair.change))
    if lever == "budget_usd":
        before = plan.funding.budget_usd
        return _set(
            lever,
            before,
            _stepped(before + change, THOUSAND, ROUND_CEILING),
            ("funding", "budget_usd"),
        )
    if lever == "floor":
        return _floor(plan, change)
    if lever in ("community_min_share", "reserve_rate"):
        rate: Decimal = getattr(plan, lever)
        return _set(lever, rate, _stepped(rate + change, HUNDREDTH, ROUND_FLOOR), (lever,))
    place = next(place for place, role in enumerate(plan.roles) if role.id == id)
    role = plan.roles[place]
    if lever == "max_fte":
        return Edit(
            lever,
            id,
            role.max_fte,
            role.max_fte + change,
            {("roles", place, "max_fte"): role.max_fte + change},
        )
    if lever == "must_have":
        return Edit(lever, id, role.min_fte, Decimal(0), {("roles", place, "must_have"): False})
    raise KeyError(repair.lever)


def _set(lever: str, before: Decimal, after: Decimal, place: tuple[str, ...]) -> Edit:
    return Edit(lever, "", before, after, {place: after})


def _floor(plan: Plan, change: Decimal) -> Edit:
    top = max(plan.floor_of(function) for function in FUNCTIONS)
    cap = max(Decimal(0), _stepped(top + change, HUNDREDTH, ROUND_FLOOR))
    if not isinstance(plan.floor, dict):
        return Edit("floor", "", top, cap, {("floor",): cap})
    lowered: dict[tuple[str | int, ...], Any] = {
        ("floor", str(function)): min(share, cap)
        for function, share in plan.floor.items()
        if share > cap
    }
    return Edit("floor", "", top, cap, lowered)


def _stepped(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding) * step
