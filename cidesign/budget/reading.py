"""From a solved program to the plan people read: figures recomputed from what was chosen, never the
solver's object.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cidesign.budget.block import Block, Other, by_id
from cidesign.budget.rates import (
    THOUSAND,
    benefit_lines,
    free_money,
    line_hours,
    line_share,
)
from cidesign.budget.spending import Chosen, spent
from cidesign.budget.staffing import fte_of, parts_of
from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.filling import Filled
from cidesign.domain.plan import Plan, Role
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.solver import Expression

Placed = Mapping[tuple[str, bool, Function | None], Decimal]
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
    plan, read = program.plan, _read(program, values)
    paid = tuple(
        {id: _exactly(values[one.name]) * THOUSAND for id, one in payment.paid.items()}
        for payment in program.payments
    )
    grants = {
        grant.id: sum(
            (
                dollars[grant.id] * _exactly(payment.uses[grant.id])
                for payment, dollars in zip(program.payments, paid, strict=True)
                if grant.id in dollars
            ),
            Decimal(0),
        )
        for grant in by_id(plan.funding.grants)
    }
    chosen = Chosen(
        hours=read.hours,
        leading={key: _clean(values[one.name]) for key, one in program.leading.items()},
        idle={key: _clean(values[one.name]) for key, one in program.idle.items()},
        there=read.there,
        lines=read.lines,
        office=read.office_usd,
        placed=read.placed,
        paid=paid,
    )
    by_function = {f: _function_cost(plan, read, f) for f in FUNCTIONS}
    return Allocation(
        status=status,
        plan_score=_score(plan, read.covered),
        gap=gap,
        need={
            str(f): float((plan.need or {}).get(f, 0)) for f in FUNCTIONS if f in (plan.need or {})
        },
        coverage=_told_coverage(plan, read.covered),
        fte=_told_fte(read.fte),
        people={id: who.people for id, who in read.there.items()},
        lines={id: float(usd) for id, usd in read.lines.items()},
        hours=read.booked,
        hours_new=_by_role(plan, {key: given for key, given in read.hours.items() if key[1]}),
        supervision_hours=_other(plan, program.leading, values, only_there=True),
        unassigned_hours=_other(plan, program.idle, values, only_there=False),
        line_hours={str(f): h for f, h in read.line_hours.items()},
        grants_used={id: _cents(usd) for id, usd in grants.items()},
        in_kind_used={
            gift.id: _cents(_exactly(values[program.gifts[gift.id].name]) * THOUSAND)
            for gift in by_id(plan.in_kind)
        },
        in_kind_placed=_by_target(read.placed),
        function_cost_usd={
            str(f): float(cost) for f, cost in by_function.items() if cost or f in program.functions
        },
        hiring_cost_usd=_cents(read.hiring_usd),
        direct_cost_usd=_cents(read.direct_usd),
        cost_usd=_told_cost(plan, read.cost_usd),
        unrestricted_usd=_cents(
            (1 + plan.reserve_rate) * read.cost_usd - sum(grants.values(), Decimal(0))
        ),
        free_usd=_cents(free_money(plan)),
        spent=spent(program, chosen),
    )


def point(program: Block, values: Mapping[str, float]) -> FrontierPoint:
    """Of the plan that the values of a solved program say, what a frontier tells."""
    plan, read = program.plan, _read(program, values)
    return FrontierPoint(
        budget_usd=float(plan.funding.budget_usd),
        status="optimal",
        plan_score=_score(plan, read.covered),
        coverage=_told_coverage(plan, read.covered),
        fte=_told_fte(read.fte),
        cost_usd=_told_cost(plan, read.cost_usd),
    )


def point_of(budget_usd: Decimal, found: Allocation) -> FrontierPoint:
    """Of a plan, what a frontier tells."""
    return FrontierPoint(
        budget_usd=float(budget_usd),
        status=found.status,
        plan_score=found.plan_score,
        coverage=found.coverage,
        fte=found.fte,
        cost_usd=found.cost_usd,
    )


@dataclass(frozen=True)
class _Read:
    """What the values of a solved program come to.

    Args:
        hours: booked, by role, whether those who give them are new, and function.
        booked: the same by role and function.
        fte, there: by role.
        lines: dollars by line.
        line_hours: counted, by function.
        covered: share of the need, by function; so many digits that equal plans are told alike.
        placed: dollars of gifts by piece.
        hiring_usd: severance in it.
        cost_usd: without a fee.
    """

    hours: Mapping[tuple[str, bool, Function], float]
    booked: dict[str, dict[str, float]]
    fte: Mapping[str, Decimal]
    there: Mapping[str, Filled]
    lines: Mapping[str, Decimal]
    line_hours: Mapping[Function, float]
    covered: Mapping[Function, float]
    placed: Placed
    office_usd: Decimal
    hiring_usd: Decimal
    direct_usd: Decimal
    cost_usd: Decimal


def _read(program: Block, values: Mapping[str, float]) -> _Read:
    plan = program.plan
    hours = {key: _clean(values[variable.name]) for key, variable in program.booked.items()}
    fte = {role.id: fte_of(plan, program.staff[role.id], values) for role in plan.roles}
    there = {role.id: role.filled(fte[role.id]) for role in plan.roles}
    lines = {line.id: _dollars(_expression(program.spend[line.id], values)) for line in plan.lines}
    placed = {
        key: _exactly(values[variable.name]) * THOUSAND for key, variable in program.placed.items()
    }
    line_hours = {f: _counted(plan, lines, f) for f in program.functions}
    booked = _by_role(plan, hours)
    effective = {
        f: sum(
            float(role.does[f]) * booked[role.id].get(str(f), 0.0)
            for role in by_id(plan.roles)
            if f in role.does
        )
        for f in program.functions
    }
    given = sum(placed.values(), Decimal(0))
    pay = _usd(sum((_pay(role, there[role.id]) for role in by_id(plan.roles)), Fraction(0)))
    hiring = _usd(
        sum((_hiring(plan, role, there[role.id]) for role in by_id(plan.roles)), Fraction(0))
    )
    office = _office(plan, fte, there)
    direct = pay + hiring + sum(lines.values(), Decimal(0)) + office - given
    return _Read(
        hours=hours,
        booked=booked,
        fte=fte,
        there=there,
        lines=lines,
        line_hours=line_hours,
        covered={
            f: round(min(1.0, (effective[f] + line_hours[f]) / float((plan.need or {})[f])), 9)
            for f in program.functions
        },
        placed=placed,
        office_usd=office,
        hiring_usd=hiring,
        direct_usd=direct,
        cost_usd=direct
        + plan.overhead.indirect_rate
        * (direct - hiring - _free_of_indirect(plan, lines, office, placed)),
    )


def _told_coverage(plan: Plan, covered: Mapping[Function, float]) -> dict[str, float | None]:
    return {str(f): covered.get(f) for f in FUNCTIONS if f in (plan.need or {})}


def _told_fte(fte: Mapping[str, Decimal]) -> dict[str, float]:
    return {id: float(posts) for id, posts in fte.items()}


def _told_cost(plan: Plan, cost_usd: Decimal) -> float:
    return _cents(cost_usd + plan.overhead.fee_rate * plan.funding.budget_usd)


def _by_role(
    plan: Plan, hours: Mapping[tuple[str, bool, Function], float]
) -> dict[str, dict[str, float]]:
    """Hours by role and function, of those who were there and those who are new together."""
    found: dict[str, dict[Function, float]] = {role.id: {} for role in plan.roles}
    for (id, _, function), given in hours.items():
        found[id][function] = found[id].get(function, 0.0) + given
    return {
        id: {str(f): _clean(given[f]) for f in FUNCTIONS if f in given}
        for id, given in found.items()
    }


def _other(
    plan: Plan, hours: Other, values: Mapping[str, float], *, only_there: bool
) -> dict[str, float]:
    """Hours by role that are no function's."""
    told = {
        role.id: [values[one.name] for (id, _), one in hours.items() if id == role.id]
        for role in plan.roles
    }
    return {id: _clean(sum(given)) for id, given in told.items() if given or not only_there}


def _pay(role: Role, who: Filled) -> Fraction:
    return Fraction(role.cost_per_fte_usd) * (who.stay + role.year_share * who.new)


def _hiring(plan: Plan, role: Role, who: Filled) -> Fraction:
    return plan.hiring_usd(role, who) + plan.severance_usd(role, who)


def _office(plan: Plan, fte: Mapping[str, Decimal], there: Mapping[str, Filled]) -> Decimal:
    desks = [role.id for role in plan.roles if not role.is_contractor]
    return (
        plan.office.base_usd
        + plan.office.per_fte_usd * sum((fte[id] for id in desks), Decimal(0))
        + plan.office.per_person_usd * sum(there[id].people for id in desks)
    )


def _usd(value: Fraction) -> Decimal:
    """Exact dollars as far as a decimal goes."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _exactly(value: float) -> Decimal:
    return Decimal(repr(_clean(value)))


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


def _score(plan: Plan, covered: Mapping[Function, float]) -> float | None:
    """None where nothing that counts is needed."""
    weights = plan.weights(plan.need or {})
    whole = float(sum(weights.values(), Decimal(0)))
    if not whole:
        return None
    top = float(plan.benefit_curve[-1].benefit)
    benefit = {
        f: min(top, *(slope * covered[f] + start for slope, start in benefit_lines(plan)))
        for f in weights
    }
    return sum(float(weight) * benefit[f] for f, weight in weights.items()) / whole


def _free_of_indirect(
    plan: Plan,
    lines: Mapping[str, Decimal],
    office: Decimal,
    placed: Placed,
) -> Decimal:
    """What of lines and office, after in-kind, bears no indirect."""
    cost = {f"line:{line.id}": lines[line.id] for line in by_id(plan.lines) if not line.indirect}
    if not plan.office.indirect:
        cost["office"] = office
    given = sum((usd for (target, _, _), usd in placed.items() if target in cost), Decimal(0))
    return sum(cost.values(), Decimal(0)) - given


def _by_target(placed: Placed) -> dict[str, dict[str, float]]:
    """What is placed on each target, by function; the empty name holds what is no function's."""
    told: dict[str, dict[str, Decimal]] = {}
    for (target, _, function), usd in placed.items():
        of_target = told.setdefault(target, {})
        of_target[str(function or "")] = of_target.get(str(function or ""), Decimal(0)) + usd
    return {
        target: {name: float(usd) for name, usd in parts.items()} for target, parts in told.items()
    }


def _function_cost(plan: Plan, read: _Read, function: Function) -> Decimal:
    cost, nothing = Decimal(0), Decimal(0)
    for role in by_id(plan.roles):
        for part in parts_of(plan, role):
            given = _exactly(read.hours.get((*part.key, function), 0.0))
            gift = read.placed.get((f"role:{role.id}", part.new, function), nothing)
            cost += (given * _usd(part.hour_cost_usd) - gift) * (1 + plan.overhead.indirect_rate)
    for line in by_id(plan.lines):
        part_usd = read.lines[line.id] * line_share(line, function) - read.placed.get(
            (f"line:{line.id}", False, function), nothing
        )
        cost += part_usd * (1 + (plan.overhead.indirect_rate if line.indirect else nothing))
    return cost if cost >= _NOTHING_USD else nothing
