"""From a solved program to the plan people read: figures recomputed from what was chosen, never the
solver's object.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from cidesign.budget.block import Block, by_id
from cidesign.budget.rates import (
    THOUSAND,
    benefit_lines,
    free_money,
    hour_cost,
    line_hours,
    line_share,
)
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.solver import Expression

_CENT = Decimal("0.01")
_NOTHING = 1e-6
_NOTHING_USD = Decimal("0.0001")


def allocation(
    program: Block, values: Mapping[str, float], *, status: str, gap: float
) -> Allocation:
    """The plan that the values of a solved program say.

    Args:
        program: as stated.
        values: by variable name.
        status: optimal or best_found.
        gap: points by which a better plan could still lie above.
    """
    plan = program.plan
    read = {key: _clean(values[variable.name]) for key, variable in program.booked.items()}
    fte = {
        role.id: round(values[program.posts[role.id].name]) * plan.fte_step for role in plan.roles
    }
    lines = {line.id: _dollars(_expression(program.spend[line.id], values)) for line in plan.lines}
    placed = {
        key: Decimal(repr(_clean(values[variable.name]))) * THOUSAND
        for key, variable in program.placed.items()
    }
    line_hours = {f: _counted(plan, lines, f) for f in program.functions}
    hours = {
        role.id: {str(f): read[role.id, f] for f in FUNCTIONS if (role.id, f) in read}
        for role in plan.roles
    }
    effective = {
        f: sum(
            float(role.does[f]) * read.get((role.id, f), 0.0)
            for role in by_id(plan.roles)
            if f in role.does
        )
        for f in program.functions
    }
    covered = {
        f: min(1.0, (effective[f] + line_hours[f]) / float((plan.need or {})[f]))
        for f in program.functions
    }

    given = sum(placed.values(), Decimal(0))
    people = sum((fte[role.id] * role.cost_per_fte_usd for role in by_id(plan.roles)), Decimal(0))
    office = plan.office.base_usd + plan.office.per_fte_usd * sum(fte.values(), Decimal(0))
    direct = people + sum(lines.values(), Decimal(0)) + office - given
    cost = direct + plan.overhead.indirect_rate * (
        direct - _free_of_indirect(plan, lines, office, placed)
    )
    paid = {
        key: Decimal(repr(_clean(values[variable.name]))) * THOUSAND
        for key, variable in program.paid.items()
    }
    grants = {
        grant.id: sum((usd for (id, _), usd in paid.items() if id == grant.id), Decimal(0))
        for grant in by_id(plan.funding.grants)
    }
    by_function = {f: _function_cost(plan, read, lines, placed, f) for f in FUNCTIONS}
    return Allocation(
        status=status,
        plan_score=_score(plan, covered),
        gap=gap,
        need={
            str(f): float((plan.need or {}).get(f, 0)) for f in FUNCTIONS if f in (plan.need or {})
        },
        coverage={
            str(f): round(covered[f], 9) if f in covered else None
            for f in FUNCTIONS
            if f in (plan.need or {})
        },
        fte={id: float(posts) for id, posts in fte.items()},
        lines={id: float(usd) for id, usd in lines.items()},
        hours=hours,
        unassigned_hours={
            role.id: _clean(values[program.idle[role.id].name]) for role in plan.roles
        },
        line_hours={str(f): h for f, h in line_hours.items()},
        grants_used={id: _cents(usd) for id, usd in grants.items()},
        in_kind_used=_by_gift(plan, placed),
        in_kind_placed=_by_target(placed),
        function_cost_usd={
            str(f): float(cost) for f, cost in by_function.items() if cost or f in program.functions
        },
        direct_cost_usd=_cents(direct),
        cost_usd=_cents(cost + plan.overhead.fee_rate * plan.funding.budget_usd),
        unrestricted_usd=_cents((1 + plan.reserve_rate) * cost - sum(grants.values(), Decimal(0))),
        free_usd=_cents(free_money(plan)),
    )


def _clean(value: float) -> float:
    rounded = round(value, 9)
    return 0.0 if abs(rounded) < _NOTHING else rounded


def _dollars(thousands: float) -> Decimal:
    return (Decimal(repr(round(thousands, 9))) * THOUSAND).quantize(_CENT, ROUND_HALF_UP)


def _cents(usd: Decimal) -> float:
    return float(usd.quantize(_CENT, ROUND_HALF_UP))


def _expression(expression: Expression, values: Mapping[str, float]) -> float:
    return float(expression.constant) + sum(
        float(factor) * values[variable.name] for variable, factor in expression.items()
    )


def _counted(plan: Plan, lines: Mapping[str, Decimal], function: Function) -> float:
    hours = [
        line_hours(line, lines[line.id]) * line_share(line, function) for line in by_id(plan.lines)
    ]
    return float(
        min(sum(hours, Decimal(0)), (1 - plan.people_only_share) * (plan.need or {})[function])
    )


def _score(plan: Plan, covered: Mapping[Function, float]) -> float:
    shares = plan.shares(plan.need or {})
    whole = float(sum(shares.values(), Decimal(0)))
    top = float(plan.benefit_curve[-1].benefit)
    benefit = {
        f: min(top, *(slope * covered[f] + start for slope, start in benefit_lines(plan)))
        for f in shares
    }
    return sum(float(share) * benefit[f] for f, share in shares.items()) / whole


def _free_of_indirect(
    plan: Plan,
    lines: Mapping[str, Decimal],
    office: Decimal,
    placed: Mapping[tuple[str, Function | None], Decimal],
) -> Decimal:
    """Direct cost, after in-kind, that bears no indirect."""
    cost = {f"line:{line.id}": lines[line.id] for line in by_id(plan.lines) if not line.indirect}
    if not plan.office.indirect:
        cost["office"] = office
    given = sum((usd for (target, _), usd in placed.items() if target in cost), Decimal(0))
    return sum(cost.values(), Decimal(0)) - given


def _by_target(
    placed: Mapping[tuple[str, Function | None], Decimal],
) -> dict[str, dict[str, float]]:
    """What is placed on each target, by function; the empty name holds what is no function's."""
    told: dict[str, dict[str, float]] = {}
    for (target, function), usd in placed.items():
        told.setdefault(target, {})[str(function or "")] = float(usd)
    return told


def _by_gift(plan: Plan, placed: Mapping[tuple[str, Function | None], Decimal]) -> dict[str, float]:
    """What is placed on a target is taken from its gifts in order of id."""
    left = {
        gift.offsets: sum(
            (usd for (target, _), usd in placed.items() if target == gift.offsets), Decimal(0)
        )
        for gift in plan.in_kind
    }
    used = {}
    for gift in by_id(plan.in_kind):
        part = min(gift.usd, left[gift.offsets])
        left[gift.offsets] -= part
        used[gift.id] = _cents(part)
    return used


def _function_cost(
    plan: Plan,
    booked: Mapping[tuple[str, Function], float],
    lines: Mapping[str, Decimal],
    placed: Mapping[tuple[str, Function | None], Decimal],
    function: Function,
) -> Decimal:
    cost, nothing = Decimal(0), Decimal(0)
    for role in by_id(plan.roles):
        hours = Decimal(repr(booked.get((role.id, function), 0.0)))
        cost += (
            hours * hour_cost(plan, role) - placed.get((f"role:{role.id}", function), nothing)
        ) * (1 + plan.overhead.indirect_rate)
    for line in by_id(plan.lines):
        part = lines[line.id] * line_share(line, function) - placed.get(
            (f"line:{line.id}", function), nothing
        )
        cost += part * (1 + (plan.overhead.indirect_rate if line.indirect else nothing))
    return cost if cost >= _NOTHING_USD else nothing
