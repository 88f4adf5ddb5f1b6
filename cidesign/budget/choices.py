"""What may be chosen in one year, and what each choice means in hours and dollars.

Every quantity of CONTRACT 3 is one named expression here. Money inside is in thousands of dollars,
so that the solver sees numbers of like size; hours are per month, coverage is 0 to 1. Everything is
sorted by id before it is built.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cidesign.budget.rates import THOUSAND, benefit_lines, hour_cost, line_share
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.solver import Expression, Variable, amount, problem, total, whole


@dataclass(frozen=True)
class Program:
    """The stated program: its variables by what they mean, and the contract's words as expressions
    (thousand dollars).
    """

    plan: Plan
    statement: Any
    functions: tuple[Function, ...]
    posts: Mapping[str, Variable]
    employed: Mapping[str, Variable]
    booked: Mapping[tuple[str, Function], Variable]
    idle: Mapping[str, Variable]
    used: Mapping[str, Variable]
    spend: Mapping[str, Expression]
    counted: Mapping[Function, Variable]
    coverage: Mapping[Function, Variable]
    placed: Mapping[tuple[str, Function | None], Variable]
    paid: Mapping[tuple[str, Function], Variable]
    score: Expression
    direct: Expression
    community: Expression
    cost: Expression
    unrestricted: Expression


def by_id(things: tuple[Any, ...]) -> list[Any]:
    """Roles, lines, grants or gifts in order of id."""
    return sorted(things, key=lambda thing: thing.id)


def choices(plan: Plan, hours_lost_share: Decimal = Decimal(0)) -> Program:
    """What may be chosen, and what each choice means; none of the rules that may exclude each
    other.

    Args:
        plan: with ``need`` given.
        hours_lost_share: part of every post's hours that is lost (new hires); charged to no
            function.
    """
    if plan.need is None:
        raise ValueError("the plan's need must be computed first: with_need")
    statement = problem("year")
    need = plan.need
    functions = tuple(f for f in FUNCTIONS if need.get(f, 0) > 0)
    roles, lines, grants = by_id(plan.roles), by_id(plan.lines), by_id(plan.funding.grants)

    posts, employed, booked, idle = _people(statement, plan, roles, functions, hours_lost_share)
    used, spend, bought = _purchases(statement, lines)
    counted, coverage, score = _coverage(statement, plan, functions, booked, bought)

    fte = {role.id: float(plan.fte_step) * posts[role.id] for role in roles}
    office = float(plan.office.base_usd / THOUSAND) + float(
        plan.office.per_fte_usd / THOUSAND
    ) * total(fte.values())
    placed = _in_kind(statement, plan, roles, lines, booked, idle, spend, office)

    given = {
        key: total(v for (target, _), v in placed.items() if target == key)
        for key in {target for target, _ in placed}
    }
    people = total(
        float(role.cost_per_fte_usd / THOUSAND) * fte[role.id] - given.get(f"role:{role.id}", 0)
        for role in roles
    )
    bought_net = {line.id: spend[line.id] - given.get(f"line:{line.id}", 0) for line in lines}
    office_net = office - given.get("office", 0)
    direct = people + total(bought_net.values()) + office_net
    bearing = (
        people
        + total(bought_net[line.id] for line in lines if line.indirect)
        + (office_net if plan.office.indirect else 0)
    )
    cost = direct + float(plan.overhead.indirect_rate) * bearing

    by_function = {
        f: _function_cost(plan, roles, lines, booked, spend, placed, f) for f in FUNCTIONS
    }
    paid = _grants(statement, plan, grants, functions, by_function)
    unrestricted = (1 + float(plan.reserve_rate)) * cost - total(paid.values())
    return Program(
        plan,
        statement,
        functions,
        posts,
        employed,
        booked,
        idle,
        used,
        spend,
        counted,
        coverage,
        placed,
        paid,
        score,
        direct,
        total(part for part, _ in by_function[Function.COMMUNITY]),
        cost,
        unrestricted,
    )


def _people(
    statement: Any,
    plan: Plan,
    roles: list[Role],
    functions: tuple[Function, ...],
    hours_lost_share: Decimal,
) -> tuple[
    dict[str, Variable],
    dict[str, Variable],
    dict[tuple[str, Function], Variable],
    dict[str, Variable],
]:
    posts: dict[str, Variable] = {}
    employed: dict[str, Variable] = {}
    booked: dict[tuple[str, Function], Variable] = {}
    idle: dict[str, Variable] = {}
    hours_per_post = float(plan.hours_per_fte_month * plan.fte_step * (1 - hours_lost_share))
    for place, role in enumerate(roles):
        least, most = int(role.min_fte / plan.fte_step), int(role.max_fte / plan.fte_step)
        posts[role.id] = whole(statement, f"posts_{place}", least if role.must_have else 0, most)
        if least > 1 and not role.must_have:
            employed[role.id] = whole(statement, f"employed_{place}", 0, 1)
            statement.addConstraint(
                posts[role.id] >= least * employed[role.id], f"employed_at_least_minimum_{place}"
            )
            statement.addConstraint(
                posts[role.id] <= most * employed[role.id], f"employed_at_most_maximum_{place}"
            )
        for function in functions:
            if function in role.does:
                booked[role.id, function] = amount(statement, f"booked_{place}_{function}")
        idle[role.id] = amount(statement, f"idle_{place}")
        hours = total(booked[role.id, f] for f in functions if f in role.does) + idle[role.id]
        statement.addConstraint(hours == hours_per_post * posts[role.id], f"hours_of_role_{place}")
    return posts, employed, booked, idle


def _purchases(
    statement: Any, lines: list[Line]
) -> tuple[dict[str, Variable], dict[str, Expression], dict[str, tuple[Line, Expression]]]:
    used: dict[str, Variable] = {}
    spend: dict[str, Expression] = {}
    bought: dict[str, tuple[Line, Expression]] = {}
    for place, line in enumerate(lines):
        pieces = [
            amount(statement, f"piece_{place}_{n}", float(piece.usd / THOUSAND))
            for n, piece in enumerate(line.pieces)
        ]
        spend[line.id] = total(pieces)
        hours = total(
            float(piece.hours_per_month_per_1000_usd) * dollars
            for piece, dollars in zip(line.pieces, pieces, strict=True)
        )
        if line.fixed_usd or line.fixed_hours_per_month:
            used[line.id] = whole(statement, f"used_{place}", 0, 1)
            for n, (piece, dollars) in enumerate(zip(line.pieces, pieces, strict=True)):
                statement.addConstraint(
                    dollars <= float(piece.usd / THOUSAND) * used[line.id],
                    f"fixed_part_comes_first_{place}_{n}",
                )
            spend[line.id] = spend[line.id] + float(line.fixed_usd / THOUSAND) * used[line.id]
            hours = hours + float(line.fixed_hours_per_month) * used[line.id]
        bought[line.id] = (line, hours)
    return used, spend, bought


def _coverage(
    statement: Any,
    plan: Plan,
    functions: tuple[Function, ...],
    booked: Mapping[tuple[str, Function], Variable],
    bought: Mapping[str, tuple[Line, Expression]],
) -> tuple[dict[Function, Variable], dict[Function, Variable], Expression]:
    need = plan.need or {}
    shares = plan.shares(need)
    whole_share = sum(shares.values(), Decimal(0))
    effect = {(role.id, f): float(value) for role in plan.roles for f, value in role.does.items()}
    counted, coverage, score = {}, {}, []
    for place, function in enumerate(functions):
        hours = float(need[function])
        counted[function] = amount(
            statement, f"counted_{place}", hours * float(1 - plan.people_only_share)
        )
        coverage[function] = amount(statement, f"coverage_{place}", 1)
        lines = total(
            float(line_share(line, function)) * h
            for line, h in bought.values()
            if line.functions.get(function, 0) > 0
        )
        statement.addConstraint(counted[function] <= lines, f"counted_hours_are_bought_{place}")
        staff = total(effect[key] * hour for key, hour in booked.items() if key[1] == function)
        statement.addConstraint(staff <= hours, f"booked_hours_are_needed_{place}")
        statement.addConstraint(
            hours * coverage[function] <= staff + counted[function],
            f"coverage_comes_from_hours_{place}",
        )
        if function in shares:
            benefit = amount(statement, f"benefit_{place}", float(plan.benefit_curve[-1].benefit))
            for n, (slope, start) in enumerate(benefit_lines(plan)):
                statement.addConstraint(
                    benefit <= slope * coverage[function] + start,
                    f"benefit_follows_the_curve_{place}_{n}",
                )
            score.append(float(shares[function] / whole_share) * benefit)
    return counted, coverage, total(score)


def _in_kind(
    statement: Any,
    plan: Plan,
    roles: list[Role],
    lines: list[Line],
    booked: Mapping[tuple[str, Function], Variable],
    idle: Mapping[str, Variable],
    spend: Mapping[str, Expression],
    office: Expression,
) -> dict[tuple[str, Function | None], Variable]:
    gifts: dict[str, Decimal] = {}
    for gift in by_id(plan.in_kind):
        gifts[gift.offsets] = gifts.get(gift.offsets, Decimal(0)) + gift.usd
    there: list[tuple[str, Function | None, Expression]] = [("office", None, office)]
    for role in roles:
        rate = float(hour_cost(plan, role) / THOUSAND)
        there += [
            (f"role:{role.id}", f, rate * booked[role.id, f])
            for f in FUNCTIONS
            if (role.id, f) in booked
        ]
        there += [(f"role:{role.id}", None, rate * idle[role.id])]
    for line in lines:
        there += [
            (f"line:{line.id}", f, float(line_share(line, f)) * spend[line.id])
            for f in FUNCTIONS
            if line.functions.get(f, 0) > 0
        ]
    placed: dict[tuple[str, Function | None], Variable] = {}
    for place, (target, function, cost) in enumerate(there):
        if target in gifts:
            placed[target, function] = amount(statement, f"placed_{place}")
            statement.addConstraint(
                placed[target, function] <= cost, f"in_kind_meets_a_cost_{place}"
            )
    for place, target in enumerate(gifts):
        given = total(variable for (aim, _), variable in placed.items() if aim == target)
        statement.addConstraint(
            given <= float(gifts[target] / THOUSAND), f"in_kind_is_given_{place}"
        )
    return placed


def _function_cost(
    plan: Plan,
    roles: list[Role],
    lines: list[Line],
    booked: Mapping[tuple[str, Function], Variable],
    spend: Mapping[str, Expression],
    placed: Mapping[tuple[str, Function | None], Variable],
    function: Function,
) -> list[tuple[Expression, float]]:
    """Parts of a function's cost, each with what indirect makes of a dollar of it."""
    indirect = 1 + float(plan.overhead.indirect_rate)
    parts: list[tuple[Expression, float]] = []
    for role in roles:
        if (role.id, function) in booked:
            cost = float(hour_cost(plan, role) / THOUSAND) * booked[role.id, function]
            parts.append((cost - placed.get((f"role:{role.id}", function), 0), indirect))
    for line in lines:
        if line.functions.get(function, 0) > 0:
            cost = float(line_share(line, function)) * spend[line.id]
            parts.append(
                (
                    cost - placed.get((f"line:{line.id}", function), 0),
                    indirect if line.indirect else 1.0,
                )
            )
    return parts


def _grants(
    statement: Any,
    plan: Plan,
    grants: list[Any],
    functions: tuple[Function, ...],
    by_function: Mapping[Function, list[tuple[Expression, float]]],
) -> dict[tuple[str, Function], Variable]:
    paid: dict[tuple[str, Function], Variable] = {}
    for place, grant in enumerate(grants):
        for function in functions:
            if function in grant.functions:
                paid[grant.id, function] = amount(statement, f"paid_{place}_{function}")
        spent = [paid[grant.id, f] for f in functions if f in grant.functions]
        if spent:
            most = float((1 - plan.overhead.fee_rate) * grant.usd / THOUSAND)
            statement.addConstraint(total(spent) <= most, f"grant_is_not_overspent_{place}")
    for place, function in enumerate(functions):
        received = [variable for (_, f), variable in paid.items() if f == function]
        if received:
            cost = total(factor * part for part, factor in by_function[function])
            statement.addConstraint(
                total(received) <= cost, f"grants_pay_only_what_a_function_costs_{place}"
            )
    return paid
