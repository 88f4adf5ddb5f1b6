"""Finding the one plan: the best score, then the contract's tie-breaks, one question after another.

Order of questions (CONTRACT 3): score; within 1e-5 points of it the least unrestricted money; the most FTE, role by role in
order of id; the most line dollars, line by line in order of id; the greatest least coverage. Then, so that every reported
dollar is settled: in-kind used as far as it goes (least cost), grants and unassigned time filled in order of id.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cidesign.budget.choices import Program, by_id
from cidesign.budget.program import booking_model, model
from cidesign.budget.reading import allocation
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan, Role
from cidesign.solver import Answer, Expression, Session, amount, total

SCORE_SLACK = 1e-5
"""Points of plan score the later questions may give up."""
MONEY_SLACK = 1e-6
"""Thousand dollars (a tenth of a cent) the later questions may give up."""
HOURS_SLACK = 1e-6
_LARGEST_WEIGHT = 5_000


def search(plan: Plan, seconds: float) -> Allocation:
    """The plan a budget buys.

    Args:
        plan: with ``need`` given.
        seconds: wall clock for the whole search.
    """
    return _settle(model(plan), seconds)


def search_booking(
    plan: Plan, team: Mapping[str, Decimal], lines: Mapping[str, Decimal], hours_lost_share: Decimal, seconds: float
) -> Allocation:
    """The hours of a given team and given lines, booked for the best plan score; no floor and no budget binds."""
    return _settle(booking_model(plan, team, lines, hours_lost_share), seconds)


def best_score(plan: Plan, seconds: float) -> Answer:
    """The best plan score alone, without tie-breaks: enough to know whether a change helps."""
    program = model(plan)
    return Session(program.statement, program.score, seconds=seconds).first


def _settle(program: Program, seconds: float) -> Allocation:
    least_covered = amount(program.statement, "least_coverage", 1)
    for place, function in enumerate(program.functions):
        program.statement.addConstraint(least_covered <= program.coverage[function], f"least_coverage_is_least_{place}")
    session = Session(program.statement, program.score, seconds=seconds)
    best = session.first
    if not best.found:
        return Allocation(status=best.status)
    values, complete = session.values(), best.status == "optimal"
    gap = 0.0 if best.bound is None or best.value is None else max(0.0, best.bound - best.value)
    if complete:
        session.keep_at_least(program.score, (best.value or 0.0) - SCORE_SLACK)
        for answer in _tie_breaks(program, session, least_covered):
            complete = answer.status == "optimal"
            if not complete:
                break
            values = session.values()
    return allocation(program, values, status="optimal" if complete else "best_found", gap=0.0 if complete else gap)


def _tie_breaks(program: Program, session: Session, least_covered: Expression) -> Iterator[Answer]:
    answer = session.least(program.unrestricted)
    yield answer
    session.keep_at_most(program.unrestricted, (answer.value or 0.0) + MONEY_SLACK)

    for group in _groups(program):
        yield session.most(total(weight * program.posts[role.id] for role, weight in group))
        staffed = session.values()
        for role, _ in group:
            session.fix(program.posts[role.id], round(staffed[program.posts[role.id].name]))
            if role.id in program.employed:
                session.fix(program.employed[role.id], min(1, round(staffed[program.posts[role.id].name])))

    for line in by_id(program.plan.lines):
        if line.most_usd:
            answer = session.most(program.spend[line.id])
            yield answer
            session.keep_at_least(program.spend[line.id], (answer.value or 0.0) - MONEY_SLACK)
        if line.id in program.used:
            session.fix(program.used[line.id], round(session.values()[program.used[line.id].name]))

    session.wholes_are_settled()
    answer = session.most(1.0 * least_covered)
    yield answer
    session.keep_at_least(1.0 * least_covered, (answer.value or 0.0) - 1e-9)

    if program.placed:
        answer = session.least(program.cost)
        yield answer
        session.keep_at_most(program.cost, (answer.value or 0.0) + MONEY_SLACK)
    for expression, slack in _filled_in_order(program):
        answer = session.most(expression)
        yield answer
        session.keep_at_least(expression, (answer.value or 0.0) - slack)


def _groups(program: Program) -> Iterator[list[tuple[Role, int]]]:
    """Roles in order of id, in groups that one question settles: a post of an earlier role outweighs all later posts of its group."""
    group: list[Role] = []
    for role in by_id(program.plan.roles):
        if group and _weights(program, [*group, role])[0] > _LARGEST_WEIGHT:
            yield list(zip(group, _weights(program, group), strict=True))
            group = []
        group.append(role)
    yield list(zip(group, _weights(program, group), strict=True))


def _weights(program: Program, roles: list[Role]) -> list[int]:
    weights = [1]
    for role in reversed(roles[1:]):
        weights.append(weights[-1] * (int(role.max_fte / program.plan.fte_step) + 1))
    return weights[::-1]


def _filled_in_order(program: Program) -> Iterator[tuple[Expression, float]]:
    for grant in by_id(program.plan.funding.grants):
        paid = [variable for (id, _), variable in program.paid.items() if id == grant.id]
        if paid:
            yield total(paid), MONEY_SLACK
    for role in by_id(program.plan.roles):
        if role.max_fte:
            yield 1.0 * program.idle[role.id], HOURS_SLACK
