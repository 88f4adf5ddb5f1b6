"""What is read off a plan that was found: how much of the need it covers, who is weakest, what a
post costs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import NEARLY_ALL
from cidesign.domain.plan import Plan, Role
from cidesign.domain.words import FUNCTIONS, Function

FALLS = 0.005
"""A coverage that falls by less than half a percent does not count as falling."""


COVERED = float(NEARLY_ALL)
"""A function that lacks less than this share of its hours is covered."""

SAME_COVERAGE = 1e-6
"""A coverage this near a bend of the benefit curve is on it."""

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


def points_of_hours(plan: Plan, allocation: Allocation, hours: float) -> dict[Function, float]:
    """What so many more hours a month would add to the plan score in each function alone, on the
    stretch of the benefit curve it is on: weight x slope x hours / need. 0 where a function has all
    it needs; only functions with a need and a priority; empty without a plan.

    Args:
        plan: with ``need`` given.
        allocation: the plan found for it.
        hours: such as 10.
    """
    if plan.need is None or not allocation.coverage:
        return {}
    weights = plan.weights(plan.need)
    whole = sum(weights.values())
    return {
        function: float(weight / whole)
        * _slope(plan, allocation.coverage[function] or 0.0)
        * hours
        / float(plan.need[function])
        for function, weight in weights.items()
    }


def _slope(plan: Plan, coverage: float) -> float:
    """Points of benefit for each whole share of coverage, on the stretch that begins here."""
    before = (0.0, 0.0)
    for point in plan.benefit_curve:
        after = (float(point.coverage), float(point.benefit))
        if coverage < after[0] - SAME_COVERAGE:
            return (after[1] - before[1]) / (after[0] - before[0])
        before = after
    return 0.0


def total_fte(allocation: Allocation) -> float:
    """All posts together."""
    return sum((allocation.fte or {}).values())


def covers_all(coverage: Shares | None) -> bool:
    """Whether every function with a need has all of its hours: a plan may cover nearly all hours
    together and still lack some of one function's.
    """
    known = [share for share in (coverage or {}).values() if share is not None]
    return bool(known) and min(known) > 1 - COVERED


def is_needed(plan: Plan, allocation: Allocation, role: str) -> bool:
    """Whether a function that this role can work on lacks hours: where none does, it is not for
    want of money that nobody is hired.
    """
    coverage = allocation.coverage or {}
    does = next((one.does for one in plan.roles if one.id == role), {})
    shares = [coverage.get(str(function)) for function in does]
    return any(share is not None and share < 1 - COVERED for share in shares)


def role_cost_usd(plan: Plan, allocation: Allocation) -> dict[str, float]:
    """What each role costs in the year, salary with benefits, before in-kind and indirect; whoever
    starts later is paid from then on.
    """
    hired = allocation.fte or {}
    return {
        role.id: _paid_fte(role, hired.get(role.id, 0.0)) * float(role.cost_per_fte_usd)
        for role in plan.roles
    }


def _paid_fte(role: Role, fte: float) -> float:
    """FTE of a whole year's pay."""
    who = role.filled(Decimal(repr(fte)))
    return float(who.stay + who.new * role.year_share)


@dataclass(frozen=True)
class Cost:
    """What a plan pays for, dollars a year. ``in_kind`` is what gifts take off; the parts add to
    ``total``.

    ``host`` is indirect cost or the fee; ``reserve`` what is put aside this year; ``hiring`` what
    it costs once that people come and go.
    """

    roles: dict[str, float]
    lines: dict[str, float]
    office: float
    in_kind: float
    host: float
    reserve: float
    total: float
    hiring: float = 0.0


def cost(plan: Plan, allocation: Allocation) -> Cost | None:
    """The plan's money by what it pays for; None without a plan."""
    if allocation.cost_usd is None or allocation.direct_cost_usd is None:
        return None
    fee = float(plan.overhead.fee_rate * plan.funding.budget_usd)
    reserve = float(plan.reserve_rate) * (allocation.cost_usd - fee)
    return Cost(
        roles={role: usd for role, usd in role_cost_usd(plan, allocation).items() if usd > 0},
        lines={line: usd for line, usd in allocation.lines.items() if usd > 0},
        office=_office_usd(plan, allocation),
        in_kind=sum(allocation.in_kind_used.values()),
        host=allocation.cost_usd - allocation.direct_cost_usd,
        reserve=reserve,
        total=allocation.cost_usd + reserve,
        hiring=allocation.hiring_cost_usd or 0.0,
    )


def _office_usd(plan: Plan, allocation: Allocation) -> float:
    """The base, and desks of those who are employed."""
    desks = [role.id for role in plan.roles if not role.is_contractor]
    fte = sum((allocation.fte or {}).get(id, 0.0) for id in desks)
    people = sum(allocation.people.get(id, 0) for id in desks)
    office = plan.office
    return (
        float(office.base_usd)
        + float(office.per_fte_usd) * fte
        + float(office.per_person_usd) * people
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
