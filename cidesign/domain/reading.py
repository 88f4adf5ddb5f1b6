"""What is read off a plan that was found: how much of the need it covers, who is weakest, what a
post costs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS

FALLS = 0.005
"""A coverage that falls by less than half a percent does not count as falling."""


Shares = Mapping[str, float | None]


def covered_hours(need: Mapping[str, float], coverage: Shares | None) -> dict[str, float]:
    """Hours per month that are covered, by function with a need. ``coverage``: 0 to 1, None where
    there is no need.
    """
    shares = coverage or {}
    return {name: (shares.get(name) or 0.0) * hours for name, hours in need.items() if hours > 0}


def covered_share(need: Mapping[str, float], coverage: Shares | None) -> float | None:
    """Covered hours of all functions over all hours needed, 0 to 1; None without a plan or a
    need.
    """
    needed = sum(hours for hours in need.values() if hours > 0)
    return sum(covered_hours(need, coverage).values()) / needed if needed and coverage else None


def weakest(coverage: Shares | None) -> str | None:
    """The function with the least coverage, the first in order where several share it (to a
    millionth).
    """
    known = {
        name: share
        for name in map(str, FUNCTIONS)
        if (share := (coverage or {}).get(name)) is not None
    }
    return min(known, key=lambda name: round(known[name], 6)) if known else None


def total_fte(allocation: Allocation) -> float:
    """All posts together."""
    return sum((allocation.fte or {}).values())


def role_cost_usd(plan: Plan, allocation: Allocation) -> dict[str, float]:
    """What each role costs a year, salary with benefits, before in-kind and indirect."""
    hired = allocation.fte or {}
    return {role.id: hired.get(role.id, 0.0) * float(role.cost_per_fte_usd) for role in plan.roles}


@dataclass(frozen=True)
class Cost:
    """What a plan pays for, dollars a year. ``in_kind`` is what gifts take off; the parts add to
    ``total``.

    ``host`` is indirect cost or the fee; ``reserve`` what is put aside this year.
    """

    roles: dict[str, float]
    lines: dict[str, float]
    office: float
    in_kind: float
    host: float
    reserve: float
    total: float


def cost(plan: Plan, allocation: Allocation) -> Cost | None:
    """The plan's money by what it pays for; None without a plan."""
    if allocation.cost_usd is None or allocation.direct_cost_usd is None:
        return None
    fee = float(plan.overhead.fee_rate * plan.funding.budget_usd)
    reserve = float(plan.reserve_rate) * (allocation.cost_usd - fee)
    return Cost(
        roles={role: usd for role, usd in role_cost_usd(plan, allocation).items() if usd > 0},
        lines={line: usd for line, usd in allocation.lines.items() if usd > 0},
        office=float(plan.office.base_usd) + float(plan.office.per_fte_usd) * total_fte(allocation),
        in_kind=sum(allocation.in_kind_used.values()),
        host=allocation.cost_usd - allocation.direct_cost_usd,
        reserve=reserve,
        total=allocation.cost_usd + reserve,
    )


@dataclass(frozen=True)
class Step:
    """What the next amount of money changes.

    Args:
        usd: how much more.
        score: change of the plan score, points.
        fte: change by role, only where it changes.
        lines: change in dollars by line, only from a thousand dollars on.
        falls: functions whose coverage falls, with coverage before and after.
    """

    usd: float
    score: float
    fte: dict[str, float]
    lines: dict[str, float]
    falls: dict[str, tuple[float, float]]


def step_between(before: Allocation, after: Allocation, *, usd: float) -> Step | None:
    """The change from one plan to that of ``usd`` more; None where either was not found."""
    if before.plan_score is None or after.plan_score is None:
        return None
    was, will_be = before.coverage or {}, after.coverage or {}
    pairs = {
        name: (was.get(name) or 0.0, will_be.get(name) or 0.0)
        for name in was
        if was[name] is not None
    }
    return Step(
        usd=usd,
        score=after.plan_score - before.plan_score,
        fte=_changes(before.fte or {}, after.fte or {}, least=1e-6),
        lines=_changes(before.lines, after.lines, least=1000),
        falls={name: pair for name, pair in pairs.items() if pair[1] < pair[0] - FALLS},
    )


def _changes(
    before: Mapping[str, float], after: Mapping[str, float], *, least: float
) -> dict[str, float]:
    changes = {
        name: after.get(name, 0.0) - before.get(name, 0.0)
        for name in dict.fromkeys([*before, *after])
    }
    return {name: change for name, change in changes.items() if abs(change) >= least}


@dataclass(frozen=True)
class UsualRange:
    """What backbones usually cost a year, in the price year shown; ``id`` names the range,
    ``label`` is what people read.
    """

    id: str
    label: str
    low_usd: float
    high_usd: float
