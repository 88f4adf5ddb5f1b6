"""Finding the one plan: the best score, then the contract's tie-breaks, one question after another.

Order of questions (CONTRACT 3): score; within 1e-5 points of it the least unrestricted money; the
most FTE, role by role in order of id; the most line dollars, line by line in order of id; the
greatest least coverage. Then, so that every reported dollar is settled: in-kind used as far as it
goes (least cost), grants and unassigned time filled in order of id.

Whole numbers (posts, lines used or not) are chosen first, within those slacks; then what is left is
linear and is asked the same questions again without any slack, so that figures are exact and no
later question eats into an earlier answer.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain

from cidesign.budget.block import Block, by_id
from cidesign.budget.program import booking_model, model
from cidesign.budget.reading import allocation
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan, Role
from cidesign.solver import Answer, Expression, Session, Variable, amount, total

SCORE_SLACK = 1e-5
"""Points of plan score the later questions may give up."""
MONEY_SLACK = 1e-5
"""Thousand dollars (a cent) that choices of whole numbers may differ by and still count as
equal.
"""
_LARGEST_WEIGHT = 5_000


def search(plan: Plan, seconds: float) -> Allocation:
    """The plan a budget buys.

    Args:
        plan: with ``need`` given.
        seconds: wall clock for the whole search.
    """
    program = model(plan)
    least_covered = _least_covered(program)
    session = Session(program.statement, program.score, seconds=seconds)
    order = [-1 * program.unrestricted, program.score, *_settling(program, least_covered)]
    return _told(program, session, chain(_choose_wholes(program, session), _settle(session, order)))


def search_booking(
    plan: Plan,
    team: Mapping[str, Decimal],
    lines: Mapping[str, Decimal],
    hours_lost_share: Decimal,
    seconds: float,
) -> Allocation:
    """The hours of a given team and given lines, booked for the best plan score; no floor and no
    budget binds.
    """
    program = booking_model(plan, team, lines, hours_lost_share)
    least_covered = _least_covered(program)
    session = Session(program.statement, program.score, seconds=seconds)
    order = [program.score, -1 * program.unrestricted, *_settling(program, least_covered)]
    return _told(program, session, chain(_keep_wholes(program, session), _settle(session, order)))


def best_score(plan: Plan, seconds: float) -> Answer:
    """The best plan score alone, without tie-breaks: enough to know whether a change helps."""
    program = model(plan)
    return Session(program.statement, program.score, seconds=seconds).first


def _least_covered(program: Block) -> Expression:
    least_covered = amount(program.statement, "least_coverage", 1)
    for place, function in enumerate(program.functions):
        program.statement.addConstraint(
            least_covered <= program.coverage[function], f"least_coverage_is_least_{place}"
        )
    return 1.0 * least_covered


def _told(program: Block, session: Session, questions: Iterator[Answer]) -> Allocation:
    """The plan after all questions, or after the last one the clock left time for."""
    best = session.first
    if not best.found:
        return Allocation(status=best.status)
    values, complete = session.values(), best.status == "optimal"
    gap = 0.0 if best.bound is None or best.value is None else max(0.0, best.bound - best.value)
    if complete:
        for answer in questions:
            complete = answer.status == "optimal"
            if not complete:
                break
            values = session.values()
    return allocation(
        program,
        values,
        status="optimal" if complete else "best_found",
        gap=0.0 if complete else gap,
    )


def _choose_wholes(program: Block, session: Session) -> Iterator[Answer]:
    """Posts and lines in whole numbers: the questions of the contract, each within a hair of the
    answers before.
    """
    session.keep_at_least(program.score, (session.first.value or 0.0) - SCORE_SLACK)
    answer = session.least(program.unrestricted)
    yield answer
    session.keep_at_most(program.unrestricted, (answer.value or 0.0) + MONEY_SLACK)

    for group in _groups(program):
        yield session.most(total(weight * program.posts[role.id] for role, weight in group))
        staffed = session.values()
        for role, _ in group:
            _fix(session, program.posts[role.id], staffed)
            if role.id in program.employed:
                _fix(session, program.employed[role.id], staffed)

    before = session.rows
    for line in by_id(program.plan.lines):
        if line.id <= max(program.used, default=""):
            answer = session.most(program.spend[line.id])
            yield answer
            session.keep_at_least(program.spend[line.id], (answer.value or 0.0) - MONEY_SLACK)
        if line.id in program.used:
            _fix(session, program.used[line.id], session.values())
    session.forget_since(before)


def _keep_wholes(program: Block, session: Session) -> Iterator[Answer]:
    """Posts and lines are given: keep them as they stand."""
    for variable in (*program.posts.values(), *program.employed.values(), *program.used.values()):
        _fix(session, variable, session.values())
    yield session.first


def _fix(session: Session, variable: Variable, values: Mapping[str, float]) -> None:
    session.fix(variable, round(values[variable.name]))


def _settle(session: Session, order: list[Expression]) -> Iterator[Answer]:
    """With whole numbers fixed, each expression in turn as large as the ones before allow, exactly:
    nothing is given up.
    """
    session.wholes_are_settled()
    for expression in order:
        yield session.most(expression)
        session.stay()


def _settling(program: Block, least_covered: Expression) -> Iterator[Expression]:
    """Line dollars in order of id, the greatest least coverage, in-kind as far as it goes, grants
    and unassigned time in order of id.
    """
    for line in by_id(program.plan.lines):
        if line.pieces:
            yield program.spend[line.id]
    yield least_covered
    if program.placed:
        yield -1 * program.cost
    for grant in by_id(program.plan.funding.grants):
        paid = [variable for (id, _), variable in program.paid.items() if id == grant.id]
        if paid:
            yield total(paid)
    for role in by_id(program.plan.roles):
        if role.max_fte:
            yield 1.0 * program.idle[role.id]


def _groups(program: Block) -> Iterator[list[tuple[Role, int]]]:
    """Roles in order of id, in groups that one question settles: a post of an earlier role
    outweighs all later posts of its group.
    """
    group: list[Role] = []
    for role in by_id(program.plan.roles):
        if group and _weights(program, [*group, role])[0] > _LARGEST_WEIGHT:
            yield list(zip(group, _weights(program, group), strict=True))
            group = []
        group.append(role)
    yield list(zip(group, _weights(program, group), strict=True))


def _weights(program: Block, roles: list[Role]) -> list[int]:
    weights = [1]
    for role in reversed(roles[1:]):
        weights.append(weights[-1] * (int(role.max_fte / program.plan.fte_step) + 1))
    return weights[::-1]
