"""Finding the one plan: the best score, then the contract's tie-breaks, one question after another.

Order of questions (CONTRACT 3): score; within 1e-5 points of it the least unrestricted money; the
least cost (in-kind used as far as it goes); the most FTE, role by role in order of id; the most
line dollars, line by line in order of id; the greatest least coverage. Then, so that every reported
figure is settled: coverage, grants, gifts and unassigned time, each the most in order of id.

Whole numbers (posts, lines used or not) are chosen first, within those slacks; then what is left is
linear and is asked the same questions again without any slack, so that figures are exact and no
later question eats into an earlier answer.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain
from typing import Protocol

from cidesign.budget.block import Block, by_id
from cidesign.budget.program import booking_model, model
from cidesign.budget.rates import THOUSAND
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
    """The plan a budget buys, by the solver's own search: where a tree would grow too large.

    Args:
        plan: with ``need`` given.
        seconds: wall clock for the whole search.
    """
    program = model(plan)
    lowest = lowest_coverage(program)
    session = Session(program.statement, program.score, seconds=seconds)
    order = in_order(program, lowest)
    return _told(program, session, chain(choose_wholes(program, session), settle(session, order)))


def search_booking(
    plan: Plan,
    team: Mapping[str, Decimal],
    lines: Mapping[str, Decimal],
    seconds: float,
) -> Allocation:
    """The hours of a given team and given lines, booked for the best plan score; no floor and no
    budget binds.
    """
    program = booking_model(plan, team, lines)
    lowest = lowest_coverage(program)
    session = Session(program.statement, program.score, seconds=seconds)
    order = [program.score, -1 * program.unrestricted, -1 * program.cost]
    order += _settling(program, lowest)
    return _told(program, session, chain(_keep_wholes(program, session), settle(session, order)))


def search_kept(
    plan: Plan,
    team: Mapping[str, Decimal],
    lines: Mapping[str, Decimal],
    free_usd: Decimal,
    seconds: float,
) -> Allocation:
    """The hours of a team and purchases that are kept through a later year: first what lacks to the
    floors, then what money lacks, then the best plan score, then the least money of our own.

    Args:
        plan: of that year, the team in post, its grants what the sources have left.
        team: FTE by role.
        lines: dollars by line.
        free_usd: free money of the year.
        seconds: wall clock.
    """
    program = booking_model(plan, team, lines)
    lowest = lowest_coverage(program)
    lacking = lacking_hours(program)
    missing = amount(program.statement, "missing_money")
    own = program.cost - total(program.used_of(grant.id) for grant in program.grants)
    program.at_most("what_money_lacks", own - missing, free_usd / THOUSAND)
    session = Session(program.statement, -1 * lacking, seconds=seconds)
    order = [-1 * lacking, -1 * missing, program.score, -1 * own, -1 * program.cost]
    order += _settling(program, lowest)
    return _told(program, session, chain(_keep_wholes(program, session), settle(session, order)))


def lacking_hours(program: Block) -> Expression:
    """Hours that lack to the floors of a year, stated softly."""
    need, plan = program.plan.need or {}, program.plan
    found = []
    for place, function in enumerate(program.functions):
        floor = plan.floor_of(function)
        if floor:
            short = amount(program.statement, f"lacking_{place}")
            hours = float(need[function])
            program.at_least(
                f"hours_to_the_floor_lack_{place}",
                hours * program.coverage[function] + short,
                hours * float(floor),
            )
            found.append(short)
    return total(found)


def best_score(plan: Plan, seconds: float) -> Answer:
    """The best plan score alone, without tie-breaks: enough to know whether a change helps."""
    program = model(plan)
    return Session(program.statement, program.score, seconds=seconds).first


def in_order(program: Block, lowest: Expression) -> list[Expression]:
    """What a plan settles once its whole numbers are chosen, each in turn as large as can be."""
    order = [-1 * program.unrestricted, -1 * program.cost, program.score]
    return [*order, *_settling(program, lowest)]


def lowest_coverage(program: Block) -> Expression:
    """The least coverage of all functions, to be made as large as can be."""
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


class Asked(Protocol):
    """Who answers questions of whole numbers: a session, or a tree."""

    @property
    def first(self) -> Answer:
        """The best score."""

    @property
    def rows(self) -> int:
        """How many rows there are by now."""

    def most(self, expression: Expression) -> Answer:
        """The greatest value of an expression."""

    def least(self, expression: Expression) -> Answer:
        """The least value of an expression."""

    def keep_at_least(self, expression: Expression, value: float) -> None:
        """From now on the expression is at least ``value``."""

    def keep_at_most(self, expression: Expression, value: float) -> None:
        """From now on the expression is at most ``value``."""

    def fix(self, variable: Variable, value: float) -> None:
        """From now on the variable has this value."""

    def forget_since(self, rows: int) -> None:
        """Drop what was kept since there were this number of ``rows``."""

    def values(self) -> Mapping[str, float]:
        """Value of each whole number by name, of the last answer."""


def choose_wholes(program: Block, session: Asked) -> Iterator[Answer]:
    """Posts and lines in whole numbers: the questions of the contract, each within a hair of the
    answers before.
    """
    session.keep_at_least(program.score, (session.first.value or 0.0) - SCORE_SLACK)
    answer = session.least(program.unrestricted)
    yield answer
    session.keep_at_most(program.unrestricted, (answer.value or 0.0) + MONEY_SLACK)
    if program.placed or program.payments:  # else cost is what we pay ourselves
        answer = session.least(program.cost)
        yield answer
        session.keep_at_most(program.cost, (answer.value or 0.0) + MONEY_SLACK)

    for group in _groups(program):
        yield session.most(total(weight * program.staff[role.id].steps for role, weight in group))
        staffed = session.values()
        for role, _ in group:
            for choice in program.staff[role.id].wholes:
                _fix(session, choice, staffed)

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
    for variable in program.wholes:
        _fix(session, variable, session.values())
    yield session.first


def _fix(session: Asked, variable: Variable, values: Mapping[str, float]) -> None:
    session.fix(variable, round(values[variable.name]))


def settle(session: Session, order: list[Expression]) -> Iterator[Answer]:
    """With whole numbers fixed, each expression in turn as large as the ones before allow, exactly:
    nothing is given up.
    """
    session.wholes_are_settled()
    for expression in order:
        yield session.most(expression)
        session.stay()


def _settling(program: Block, lowest: Expression) -> Iterator[Expression]:
    """Line dollars in order of id, the greatest least coverage, then each function's coverage, each
    grant's use, each gift's and each role's unassigned time, in order of id.
    """
    for line in by_id(program.plan.lines):
        if line.pieces:
            yield program.spend[line.id]
    yield lowest
    for function in sorted(program.functions, key=str):
        yield 1.0 * program.coverage[function]
    for grant in by_id(program.plan.funding.grants):
        if program.is_payable(grant.id):
            yield program.used_of(grant.id)
    for gift in by_id(program.plan.in_kind):
        yield 1.0 * program.gifts[gift.id]
    for role in by_id(program.plan.roles):
        if role.max_fte:
            yield total(one for (id, _), one in program.idle.items() if id == role.id)


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
