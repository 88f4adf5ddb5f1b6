"""Hours, purchases, claims and cash of a hiring plan whose posts are settled."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from cidesign.budget import Block, allocation
from cidesign.domain.allocation import Allocation
from cidesign.domain.outlook import Hired, Outlook, OutlookPlan, OutlookYear
from cidesign.domain.plan import Plan
from cidesign.domain.value import MONTHS
from cidesign.domain.words import Function
from cidesign.outlook.cash import MonthOfCash, Purse, month_of_cash, over_all
from cidesign.outlook.costs import ZERO, costs_of, month_costs
from cidesign.outlook.linked import Opening
from cidesign.outlook.program import THOUSAND, Years, linked_years
from cidesign.outlook.sources import Stream
from cidesign.outlook.years import told_year
from cidesign.solver import Session

Team = Sequence[Mapping[str, Decimal]]
"""FTE by year and role."""
SECONDS = 10.0
_SLACK = 1e-6
_PLACES = Decimal("0.000001")


def told_years(
    asked: Sequence[Plan],
    team: Team,
    years: OutlookPlan,
    sources: tuple[Stream, ...],
    needs: tuple[Mapping[Function, Decimal], ...],
    status: str,
    gap: float,
) -> Outlook:
    """Hours, purchases, claims and cash of posts that are settled."""
    posted = []
    for year, plan in enumerate(asked):
        before = team[year - 1] if year else {role.id: role.in_post for role in plan.roles}
        roles = tuple(
            role.model_copy(
                update={"in_post": Decimal(0) if role.is_contractor else before[role.id]}
            )
            for role in plan.roles
        )
        posted.append(plan.model_copy(update={"roles": roles}))
    program = linked_years(posted, [Opening() for _ in posted], years, sources)
    for year, part in enumerate(program.blocks):
        for place, role in enumerate(part.roles):
            steps = team[year][role.id] / part.plan.fte_step
            program.statement.addConstraint(
                part.staff[role.id].steps == float(steps), f"team_is_given_{year}_{place}"
            )
    values = _figures(program)
    if values is None:
        return Outlook(status="none_found")
    return _years(program, values, team, years, sources, needs, status, gap)


def _figures(program: Years) -> dict[str, float] | None:
    session = Session(program.statement, -1 * program.lacking, seconds=SECONDS)
    if not session.first.found:
        return None
    session.keep_at_least(-1 * program.lacking, (session.first.value or 0.0) - _SLACK)
    for question in (program.least, program.average):
        answer = session.most(question)
        session.keep_at_least(question, (answer.value or 0.0) - _SLACK)
    session.most(program.free)
    values = session.values()
    for part in program.blocks:
        for variable in part.wholes:
            session.fix(variable, round(values[variable.name]))
    session.wholes_are_settled()
    for question in (-1 * program.lacking, program.least, program.average, program.free):
        session.most(question)
        session.stay()
    return session.values()


def _years(
    program: Years,
    values: Mapping[str, float],
    team: Team,
    years: OutlookPlan,
    sources: tuple[Stream, ...],
    needs: tuple[Mapping[Function, Decimal], ...],
    status: str,
    gap: float,
) -> Outlook:
    purse = Purse(free_usd=Fraction(years.opening_reserve_usd))
    due = {one.id: ZERO for one in sources}
    told: list[OutlookYear] = []
    months: list[MonthOfCash] = []
    rows: list[Hired] = []
    for year, part in enumerate(program.blocks):
        found = allocation(part, values, status=status, gap=gap)
        opening = purse.free_usd
        followed = _follow(part, found, values, sources, purse, due, year)
        purse = followed[-1].purse
        months += followed
        told.append(told_year(years, year, needs[year], found, opening, followed))
        for role in part.roles:
            was = team[year - 1][role.id] if year else role.in_post
            now = team[year][role.id]
            rows.append(Hired(told[-1].year, role.id, float(now), float(now - was)))
    return Outlook(
        status=status,
        years=tuple(told),
        hiring=tuple(rows),
        gap=gap,
        **over_all(years.start, months),
    )


def _follow(
    part: Block,
    found: Allocation,
    values: Mapping[str, float],
    sources: tuple[Stream, ...],
    purse: Purse,
    due: dict[str, Fraction],
    year: int,
) -> list[MonthOfCash]:
    """A year's cash where each source pays its part of each month's cost as soon as its room
    allows.
    """
    plan = part.plan
    kept = 1 - Fraction(plan.overhead.fee_rate)
    employed = any((found.fte or {}).get(role.id) for role in plan.roles if not role.is_contractor)
    costs = costs_of(plan, found, has_office=bool(employed))
    parts = _parts_by_month(part, values)
    months = []
    for place, usd in enumerate(month_costs(costs, plan.overhead.indirect_rate)):
        month = year * MONTHS + place
        claims = {}
        for one in sources:
            if one.restricted:
                due[one.id] += parts.get((one.id, place + 1), ZERO)
                allowed = one.paid_in_usd(month) * kept
                so_far = purse.paid_usd.get(one.id, ZERO)
                claims[one.id] = max(ZERO, min(due[one.id], allowed) - so_far)
        months.append(month_of_cash(purse, month, usd, claims, sources, kept))
        purse = months[-1].purse
    return months


def _parts_by_month(part: Block, values: Mapping[str, float]) -> dict[tuple[str, int], Fraction]:
    """Dollars each source pays of the cost of each month, its indirect included."""
    found: dict[tuple[str, int], Fraction] = {}
    for payment in part.payments:
        for id, variable in payment.paid.items():
            thousands = max(0.0, values[variable.name]) * payment.uses[id]
            usd = Fraction(Decimal(repr(thousands * THOUSAND)).quantize(_PLACES))
            for month in payment.months:
                share = usd / len(payment.months)
                found[id, month] = found.get((id, month), ZERO) + share
    return found
