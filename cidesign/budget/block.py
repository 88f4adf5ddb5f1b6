"""The block of one year: what may be chosen in it, and what each choice means in hours and dollars.

Every quantity of CONTRACT 3 is one named expression here, and the rules (``rules``) are stated on
them. Money inside is in thousands of dollars, so that the solver sees numbers of like size; hours
are per month, coverage is 0 to 1. Everything is sorted by id before it is built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from cidesign.budget.pieces import ALL_YEAR, Key, Payment, Piece, payments
from cidesign.budget.rates import THOUSAND, benefit_lines, line_share
from cidesign.budget.staffing import Part, Staffed, Staffing
from cidesign.domain.money import Grant
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.solver import Expression, Variable, amount, problem, total, whole

Booked = Mapping[tuple[str, bool, Function], Variable]
"""Hours by role, whether those who give them are new, and function."""
Other = Mapping[tuple[str, bool], Variable]
"""Hours that are no function's, by role and whether those who give them are new."""


@dataclass(frozen=True)
class Block:
    """One year's choices by what they mean, and the contract's words as expressions of them.

    Args:
        statement: the solver's problem: choices and limits with their names.
        functions: those with a need.
        staff: who fills each role.
        booked: hours a month in functions.
        leading: hours of supervision.
        idle: hours booked to nothing.
        used: 1 where a line is bought at all; only lines that begin with a fixed amount.
        pieces: thousand dollars by line along its pieces; ``spend`` all of a line.
        counted: hours of lines that count, by function.
        placed: gifts by what they offset, the part of a role, and the function there.
        gifts: thousand dollars used of each gift.
        lying: every piece of cost.
        payments: what grants pay.
        score: the plan score.
        is_open: 1 where the office's base is due.
        people: how many there are in all; only where the plan counts people.
        community: staff time and lines in community, before gifts.
        gross: direct cost before gifts and without hiring.
        direct, cost: D and C of the contract.
        unrestricted: the money of our own that the plan takes, reserve included.
    """

    plan: Plan
    statement: Any
    roles: tuple[Role, ...]
    lines: tuple[Line, ...]
    grants: tuple[Grant, ...]
    functions: tuple[Function, ...]
    staff: Mapping[str, Staffed]
    booked: Booked
    leading: Other
    idle: Other
    used: Mapping[str, Variable]
    pieces: Mapping[str, tuple[Variable, ...]]
    spend: Mapping[str, Expression]
    counted: Mapping[Function, Variable]
    coverage: Mapping[Function, Variable]
    placed: Mapping[Key, Variable]
    gifts: Mapping[str, Variable]
    lying: Mapping[Key, Piece]
    payments: tuple[Payment, ...]
    score: Expression
    is_open: Expression
    people: Expression
    community: Expression
    gross: Expression
    direct: Expression
    cost: Expression
    unrestricted: Expression

    @property
    def wholes(self) -> Iterator[Variable]:
        """Every choice of whole numbers."""
        for who in self.staff.values():
            yield from who.wholes
        yield from self.used.values()
        if not isinstance(self.is_open, (int, float)):
            yield from self.is_open.keys()

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

    def used_of(self, grant: str) -> Expression:
        """Thousand dollars used of a grant, the indirect it bears included."""
        return total(
            one.uses[grant] * one.paid[grant] for one in self.payments if grant in one.paid
        )

    def is_payable(self, grant: str) -> bool:
        """Whether there is anything it may pay for."""
        return any(grant in one.paid for one in self.payments)


def by_id(things: tuple[Any, ...]) -> list[Any]:
    """Roles, lines, grants or gifts in order of id."""
    return sorted(things, key=lambda thing: thing.id)


def block(
    plan: Plan,
    *,
    statement: Any = None,
    staffing: Staffing | None = None,
) -> Block:
    """What may be chosen, and what each choice means; no rule is stated on it yet.

    Args:
        plan: with ``need`` given.
        statement: the solver's problem it becomes a part of; one of its own where none is given.
        staffing: who may fill the posts; by itself, whom the plan says to be in post.
    """
    if plan.need is None:
        raise ValueError("the plan's need must be computed first: with_need")
    statement = problem("year") if statement is None else statement
    staffing = staffing or Staffing()
    need = plan.need
    functions = tuple(f for f in FUNCTIONS if need.get(f, 0) > 0)
    roles, lines, grants = by_id(plan.roles), by_id(plan.lines), by_id(plan.funding.grants)
    parts = [part for role in roles for part in staffing.parts(plan, role)]

    staff = {
        role.id: staffing.staffed(statement, plan, role, place) for place, role in enumerate(roles)
    }
    booked, leading, idle = _hours(statement, plan, parts, staff, functions)
    used, pieces, spend, bought = _purchases(statement, lines)
    counted, coverage, score = _coverage(statement, plan, functions, booked, bought)

    is_open = staffing.office(statement, plan, staff)
    office = _office(plan, roles, staff, is_open)
    lying = _pieces(plan, parts, lines, functions, booked, leading, idle, spend, office, staff)
    placed, gifts, lying = _in_kind(statement, plan, lying)

    pay = total(
        float(part.year_share) * float(part.role.cost_per_fte_usd / THOUSAND) * fte
        for part in parts
        for fte in [staff[part.role.id].fte[part.new]]
    )
    hiring = total(_hiring(plan, role, staff[role.id]) for role in roles)
    given = total(placed.values())
    gross = pay + total(spend.values()) + office
    direct = gross + hiring - given
    free_of_indirect = hiring + total(
        piece.net for piece in lying.values() if not piece.bears and (piece.line or piece.is_office)
    )
    cost = direct + float(plan.overhead.indirect_rate) * (direct - free_of_indirect)
    paid = payments(statement, plan, grants, lying)
    return Block(
        plan=plan,
        statement=statement,
        roles=tuple(roles),
        lines=tuple(lines),
        grants=tuple(grants),
        functions=functions,
        staff=staff,
        booked=booked,
        leading=leading,
        idle=idle,
        used=used,
        pieces=pieces,
        spend=spend,
        counted=counted,
        coverage=coverage,
        placed=placed,
        gifts=gifts,
        lying=lying,
        payments=paid,
        score=score,
        is_open=is_open,
        people=total(one.people for one in staff.values()),
        community=total(
            piece.cost for (_, _, f), piece in lying.items() if f is Function.COMMUNITY
        ),
        gross=gross,
        direct=direct,
        cost=cost,
        unrestricted=(1 + float(plan.reserve_rate)) * cost
        - total(one.uses[grant] * dollars for one in paid for grant, dollars in one.paid.items()),
    )


def _hours(
    statement: Any,
    plan: Plan,
    parts: list[Part],
    staff: Mapping[str, Staffed],
    functions: tuple[Function, ...],
) -> tuple[
    dict[tuple[str, bool, Function], Variable],
    dict[tuple[str, bool], Variable],
    dict[tuple[str, bool], Variable],
]:
    """Each part's hours go to functions it does, to leading, or stay unassigned."""
    booked: dict[tuple[str, bool, Function], Variable] = {}
    leading: dict[tuple[str, bool], Variable] = {}
    idle: dict[tuple[str, bool], Variable] = {}
    leaders = plan.supervision.by if plan.supervision else ()
    for place, part in enumerate(parts):
        role = part.role
        for function in functions:
            if function in role.does:
                booked[(*part.key, function)] = amount(statement, f"booked_{place}_{function}")
        if role.id in leaders:
            leading[part.key] = amount(statement, f"leading_{place}")
        idle[part.key] = amount(statement, f"idle_{place}")
        given = [one for key, one in booked.items() if key[:2] == part.key]
        given += [one[part.key] for one in (leading, idle) if part.key in one]
        hours = float(part.hours_per_fte)
        statement.addConstraint(
            total(given) == hours * staff[role.id].fte[part.new], f"hours_of_role_{place}"
        )
    return booked, leading, idle


def _office(
    plan: Plan, roles: list[Role], staff: Mapping[str, Staffed], is_open: Expression
) -> Expression:
    """A base where there is an office, and an amount for each FTE and each person employed."""
    desks = [staff[role.id] for role in roles if not role.is_contractor]
    return (
        float(plan.office.base_usd / THOUSAND) * is_open
        + float(plan.office.per_fte_usd * plan.fte_step / THOUSAND)
        * total(one.steps for one in desks)
        + float(plan.office.per_person_usd / THOUSAND) * total(one.people for one in desks)
    )


def _hiring(plan: Plan, role: Role, who: Staffed) -> Expression:
    """Hiring and severance of one role."""
    return (
        _hired(plan, role, who)
        + float(plan.hiring.severance_share * role.salary_usd / THOUSAND) * who.leave
    )


def _hired(plan: Plan, role: Role, who: Staffed) -> Expression:
    if role.is_contractor or True not in who.fte:
        return total([])
    share = float(plan.hiring.cost_share * role.salary_usd / THOUSAND)
    return share * who.fte[True] + float(plan.hiring.per_person_usd / THOUSAND) * who.new_people


def _pieces(
    plan: Plan,
    parts: list[Part],
    lines: list[Line],
    functions: tuple[Function, ...],
    booked: Booked,
    leading: Other,
    idle: Other,
    spend: Mapping[str, Expression],
    office: Expression,
    staff: Mapping[str, Staffed],
) -> dict[Key, Piece]:
    """Every piece of cost by what a gift would offset, the part of a role, and the function."""
    lying: dict[Key, Piece] = {
        ("office", False, None): Piece(office, ALL_YEAR, bears=plan.office.indirect, is_office=True)
    }
    for part in parts:
        role, months = part.role.id, (part.first_month, ALL_YEAR[1])
        rate = float(part.hour_cost_usd / int(THOUSAND))
        for function in functions:
            if (*part.key, function) in booked:
                cost = rate * booked[(*part.key, function)]
                lying[f"role:{role}", part.new, function] = Piece(
                    cost, months, bears=True, function=function, role=role
                )
        other = total(one[part.key] for one in (leading, idle) if part.key in one)
        lying[f"role:{role}", part.new, None] = Piece(rate * other, months, bears=True, role=role)
        if part.new and not part.role.is_contractor:
            month = (part.first_month, part.first_month)
            hired = _hired(plan, part.role, staff[role])
            lying[f"hiring:{role}", True, None] = Piece(hired, month, bears=False, role=role)
    for line in lines:
        for function in FUNCTIONS:
            if line.functions.get(function, 0) > 0:
                lying[f"line:{line.id}", False, function] = Piece(
                    float(line_share(line, function)) * spend[line.id],
                    ALL_YEAR,
                    bears=line.indirect,
                    function=function if function in functions else None,
                    line=line.id,
                )
    return lying


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
    booked: Booked,
    bought: Mapping[str, tuple[Line, Expression]],
) -> tuple[dict[Function, Variable], dict[Function, Variable], Expression]:
    need = plan.need or {}
    weights = plan.weights(need)
    whole_weight = sum(weights.values(), Decimal(0))
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
        staff = total(
            effect[role, function] * hour
            for (role, _, given_to), hour in booked.items()
            if given_to is function
        )
        statement.addConstraint(staff <= hours, f"booked_hours_are_needed_{place}")
        statement.addConstraint(
            hours * coverage[function] <= staff + counted[function],
            f"coverage_comes_from_hours_{place}",
        )
        if function in weights:
            benefit = amount(statement, f"benefit_{place}", float(plan.benefit_curve[-1].benefit))
            for n, (slope, start) in enumerate(benefit_lines(plan)):
                statement.addConstraint(
                    benefit <= slope * coverage[function] + start,
                    f"benefit_follows_the_curve_{place}_{n}",
                )
            score.append(float(weights[function] / whole_weight) * benefit)
    return counted, coverage, total(score)


def _in_kind(
    statement: Any, plan: Plan, lying: Mapping[Key, Piece]
) -> tuple[
    dict[Key, Variable],
    dict[str, Variable],
    dict[Key, Piece],
]:
    """Gifts on the pieces they offset, each at most what it costs."""
    targets = {gift.offsets for gift in plan.in_kind}
    placed: dict[Key, Variable] = {}
    met: dict[Key, Piece] = {}
    for place, (key, piece) in enumerate(lying.items()):
        if key[0] in targets:
            placed[key] = amount(statement, f"placed_{place}")
            statement.addConstraint(placed[key] <= piece.cost, f"in_kind_meets_a_cost_{place}")
            met[key] = replace(piece, given=placed[key])
        else:
            met[key] = piece
    gifts = {
        gift.id: amount(statement, f"gift_{place}", float(gift.usd / THOUSAND))
        for place, gift in enumerate(by_id(plan.in_kind))
    }
    for place, target in enumerate(sorted(targets)):
        given = total(gifts[gift.id] for gift in plan.in_kind if gift.offsets == target)
        there = total(one for (aim, _, _), one in placed.items() if aim == target)
        statement.addConstraint(there == given, f"in_kind_is_given_{place}")
    return placed, gifts, met
