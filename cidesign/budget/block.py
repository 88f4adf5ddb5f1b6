"""The block of one year: what may be chosen in it, and what each choice means in hours and dollars.

Every quantity of CONTRACT 3 is one named expression here, and the rules (``rules``) are stated on
them. Money inside is in thousands of dollars, so that the solver sees numbers of like size; hours
are per month, coverage is 0 to 1. Everything is sorted by id before it is built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cidesign.budget.rates import THOUSAND, benefit_lines, hour_cost, line_share
from cidesign.domain.money import Grant
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.solver import Expression, Variable, amount, problem, total, whole


@dataclass(frozen=True)
class Block:
    """One year's choices by what they mean, and the contract's words as expressions of them.

    Args:
        statement: the solver's problem: choices and limits with their names.
        functions: those with a need.
        posts: steps of FTE, by role.
        employed: 1 where a role is hired at all; only roles that may not be hired a step at a time.
        booked: hours by role and function; ``idle`` the hours booked to nothing.
        used: 1 where a line is bought at all; only lines that begin with a fixed amount.
        pieces: thousand dollars by line along its pieces; ``spend`` all of a line.
        counted: hours of lines that count, by function.
        placed: gifts by what they offset and the function there.
        paid: what a grant pays of a function.
        score: the plan score.
        direct, cost: D and C of the contract.
        unrestricted: the money of our own that the plan takes, reserve included.
    """

    plan: Plan
    statement: Any
    roles: tuple[Role, ...]
    lines: tuple[Line, ...]
    grants: tuple[Grant, ...]
    functions: tuple[Function, ...]
    posts: Mapping[str, Variable]
    employed: Mapping[str, Variable]
    booked: Mapping[tuple[str, Function], Variable]
    idle: Mapping[str, Variable]
    used: Mapping[str, Variable]
    pieces: Mapping[str, tuple[Variable, ...]]
    spend: Mapping[str, Expression]
    counted: Mapping[Function, Variable]
    coverage: Mapping[Function, Variable]
    placed: Mapping[tuple[str, Function | None], Variable]
    paid: Mapping[tuple[str, Function], Variable]
    score: Expression
    direct: Expression
    cost: Expression
    unrestricted: Expression

    def at_most(self, name: str, expression: Expression, most: Decimal | float) -> None:
        """State a limit under a name that is a phrase plus an index."""
        self.statement.addConstraint(expression <= float(most), name)

    def at_least(self, name: str, expression: Expression, least: Decimal | float) -> None:
        """State a limit under a name that is a phrase plus an index."""
        self.statement.addConstraint(expression >= float(least), name)

    def bound_above(self, choice: Variable, most: Decimal | float) -> None:
        """End a single choice: a bound, which is no row the solver has to look at."""
        choice.upBound = float(most)

    def bound_below(self, choice: Variable, least: Decimal | float) -> None:
        """Begin a single choice above 0, likewise."""
        choice.lowBound = float(least)

    def exactly(self, name: str, expression: Expression, value: Decimal | float) -> None:
        """Give an expression its value, under a name that is a phrase plus an index."""
        self.statement.addConstraint(expression == float(value), name)

    def direct_cost_of(self, function: Function) -> Expression:
        """Staff time at cost and lines in a function, after in-kind, without indirect."""
        return total(part for part, _ in self._parts(function))

    def cost_of(self, function: Function) -> Expression:
        """Likewise with indirect: what grants may pay."""
        return total(factor * part for part, factor in self._parts(function))

    def _parts(self, function: Function) -> Iterator[tuple[Expression, float]]:
        """Parts of a function's cost, each with what indirect makes of a dollar of it."""
        indirect = 1 + float(self.plan.overhead.indirect_rate)
        for role in self.roles:
            if (role.id, function) in self.booked:
                cost = float(hour_cost(self.plan, role) / THOUSAND) * self.booked[role.id, function]
                yield cost - self.placed.get((f"role:{role.id}", function), 0), indirect
        for line in self.lines:
            if line.functions.get(function, 0) > 0:
                cost = float(line_share(line, function)) * self.spend[line.id]
                yield (
                    cost - self.placed.get((f"line:{line.id}", function), 0),
                    indirect if line.indirect else 1.0,
                )


def by_id(things: tuple[Any, ...]) -> list[Any]:
    """Roles, lines, grants or gifts in order of id."""
    return sorted(things, key=lambda thing: thing.id)


def block(plan: Plan, hours_lost_share: Decimal = Decimal(0)) -> Block:
    """What may be chosen, and what each choice means; no rule is stated on it yet.

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
    used, pieces, spend, bought = _purchases(statement, lines)
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
    paid = {
        (grant.id, function): amount(statement, f"paid_{place}_{function}")
        for place, grant in enumerate(grants)
        for function in functions
        if function in grant.functions
    }
    return Block(
        plan=plan,
        statement=statement,
        roles=tuple(roles),
        lines=tuple(lines),
        grants=tuple(grants),
        functions=functions,
        posts=posts,
        employed=employed,
        booked=booked,
        idle=idle,
        used=used,
        pieces=pieces,
        spend=spend,
        counted=counted,
        coverage=coverage,
        placed=placed,
        paid=paid,
        score=score,
        direct=direct,
        cost=cost,
        unrestricted=(1 + float(plan.reserve_rate)) * cost - total(paid.values()),
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
        posts[role.id] = whole(statement, f"posts_{place}", 0)
        least = int(role.min_fte / plan.fte_step)
        if least > 1 and not role.must_have:  # a must is always hired: nothing to choose
            employed[role.id] = whole(statement, f"employed_{place}", 0, 1)
            statement.addConstraint(
                posts[role.id] >= least * employed[role.id], f"employed_at_least_minimum_{place}"
            )
            most = int(role.max_fte / plan.fte_step)
            statement.addConstraint(
                posts[role.id] <= most * employed[role.id], f"no_posts_where_not_employed_{place}"
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
) -> tuple[
    dict[str, Variable],
    dict[str, tuple[Variable, ...]],
    dict[str, Expression],
    dict[str, tuple[Line, Expression]],
]:
    used: dict[str, Variable] = {}
    pieces: dict[str, tuple[Variable, ...]] = {}
    spend: dict[str, Expression] = {}
    bought: dict[str, tuple[Line, Expression]] = {}
    for place, line in enumerate(lines):
        pieces[line.id] = tuple(
            amount(statement, f"piece_{place}_{n}") for n in range(len(line.pieces))
        )
        spend[line.id] = total(pieces[line.id])
        hours = total(
            float(piece.hours_per_month_per_1000_usd) * dollars
            for piece, dollars in zip(line.pieces, pieces[line.id], strict=True)
        )
        if line.fixed_usd or line.fixed_hours_per_month:
            used[line.id] = whole(statement, f"used_{place}", 0, 1)
            for n, (piece, dollars) in enumerate(zip(line.pieces, pieces[line.id], strict=True)):
                statement.addConstraint(
                    dollars <= float(piece.usd / THOUSAND) * used[line.id],
                    f"fixed_part_comes_first_{place}_{n}",
                )
            spend[line.id] = spend[line.id] + float(line.fixed_usd / THOUSAND) * used[line.id]
            hours = hours + float(line.fixed_hours_per_month) * used[line.id]
        bought[line.id] = (line, hours)
    return used, pieces, spend, bought


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
        counted[function] = amount(statement, f"counted_{place}", hours)
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
