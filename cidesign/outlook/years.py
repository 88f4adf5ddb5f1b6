"""Keeping the team: the first year is the plan, every later year has the same people and purchases
at grown prices, and the cash is followed month by month.
"""

import time
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cidesign import budget
from cidesign.domain.allocation import Allocation
from cidesign.domain.first_year import plan_of_first_year
from cidesign.domain.money import Funding, Grant
from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import Outlook, OutlookPlan, OutlookYear
from cidesign.domain.plan import Line, Plan
from cidesign.domain.value import MONTHS, months_after
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.outlook.cash import (
    MonthOfCash,
    Purse,
    free_usd_of_year,
    gap_usd,
    month_of_cash,
    over_all,
)
from cidesign.outlook.claims import claims_of
from cidesign.outlook.costs import ZERO, Costs, costs_of, month_costs, steps
from cidesign.outlook.need import need_of_year, with_first_need
from cidesign.outlook.prices import at_prices
from cidesign.outlook.sources import Stream, streams

HALF_A_CENT = Decimal("0.005")


def project(
    plan: Plan, years: OutlookPlan, table: NeedTable, *, seconds: float = budget.SECONDS
) -> Outlook:
    """Needs, capacity and cash of each year if the team stays.

    Args:
        plan: the first year; its budget decides team and lines.
        years: the calendar, growth, hiring cost and sources.
        table: hours per driver and phase factors.
        seconds: wall clock of the first year's plan, and of all later years together.

    Returns:
        years and months of the whole horizon; only a status where there is no first-year plan.

    Raises:
        BadInput: a driver of the plan or of the growth is unknown.
    """
    needs = tuple(need_of_year(plan, years, table, year) for year in range(years.years))
    asked = with_first_need(plan_of_first_year(plan, years), years, table)
    first = budget.allocate(asked, seconds=seconds)
    if not first.found:
        return Outlook(status=first.status)
    try:
        return budget.within(seconds, keep, asked, years, needs, first, seconds)  # type: ignore[no-any-return]
    except budget.OutOfTimeError:
        return Outlook(status="none_found")


def with_needs(plan: Plan, need: Mapping[Function, Decimal]) -> Plan:
    """The plan with hours in place of drivers."""
    return plan.model_copy(update={"need": dict(need), "drivers": None})


def keep(
    plan: Plan,
    years: OutlookPlan,
    needs: tuple[Mapping[Function, Decimal], ...],
    first: Allocation,
    seconds: float,
) -> Outlook:
    """The years of a team that stays, from the plan that hired it. Runs under a clock.

    Args:
        plan: of the first year, with its need.
        years: the calendar, growth and sources.
        needs: by year.
        first: what the plan hires, books and buys.
        seconds: for all years together.
    """
    ends = time.monotonic() + seconds
    sources = streams(years.funding, years.start)
    kept = 1 - Fraction(plan.overhead.fee_rate)
    team = {id: steps(plan, count) for id, count in (first.fte or {}).items()}
    lines = {line.id: _spend(line, first.lines.get(line.id, 0.0)) for line in plan.lines}
    purse = Purse(free_usd=Fraction(years.opening_reserve_usd))
    told: list[OutlookYear] = []
    months: list[MonthOfCash] = []
    for year, need in enumerate(needs):
        then, found = plan, first
        if year:
            free = free_usd_of_year(purse, sources, year, kept)
            then = _kept_plan(plan, years, year, team, need, _rooms(sources, purse, year, kept))
            price = (1 + years.growth.other) ** year
            spent = {id: usd * price for id, usd in lines.items()}
            left = max(0.01, ends - time.monotonic())
            found = budget.search_kept(then, team, spent, _decimal(free), left)
            if found.status == "none_found":
                return Outlook(status="none_found")
            if found.fte is None:
                raise RuntimeError("the hours of a team that can be hired could not be booked")
            found = replace(found, lines={id: float(usd) for id, usd in spent.items()})
        opening = purse.free_usd
        followed = follow(then, costs_of(then, found), sources, purse, year)
        purse = followed[-1].purse
        months += followed
        told.append(told_year(years, year, need, found, opening, followed))
    return Outlook(
        status=first.status,
        years=tuple(told),
        first=first,
        **over_all(years.start, months),
    )


def follow(
    plan: Plan, costs: Costs, sources: tuple[Stream, ...], purse: Purse, year: int
) -> list[MonthOfCash]:
    """A year's twelve months of cash, the sources claiming in turn."""
    kept = 1 - Fraction(plan.overhead.fee_rate)
    claims = claims_of(
        costs,
        sources,
        year=year,
        indirect_rate=plan.overhead.indirect_rate,
        kept=kept,
        paid_usd=purse.paid_usd,
    )
    found = []
    for place, usd in enumerate(month_costs(costs, plan.overhead.indirect_rate)):
        month = year * MONTHS + place
        found.append(month_of_cash(purse, month, usd, claims[place], sources, kept))
        purse = found[-1].purse
    return found


def _spend(line: Line, usd: float) -> Decimal:
    """Dollars of a line, within what it can hold although they were told in cents."""
    told = Decimal(repr(float(usd)))
    return min(max(told, line.fixed_usd), line.most_usd) if told > HALF_A_CENT else Decimal(0)


def _kept_plan(
    plan: Plan,
    years: OutlookPlan,
    year: int,
    team: Mapping[str, Decimal],
    need: Mapping[Function, Decimal],
    grants: tuple[Grant, ...],
) -> Plan:
    """A later year's plan in which everybody is in post."""
    then = with_needs(at_prices(plan, years.growth, year), need)
    roles = tuple(
        role.model_copy(
            update={
                "in_post": Decimal(0) if role.is_contractor else team[role.id],
                "must_have": False,
                "start_month": 1,
            }
        )
        for role in then.roles
    )
    funding = Funding(budget_usd=Decimal(0)).model_copy(update={"grants": grants})
    return then.model_copy(update={"roles": roles, "funding": funding, "reserve_rate": Decimal(0)})


def _rooms(
    sources: tuple[Stream, ...], purse: Purse, year: int, kept: Fraction
) -> tuple[Grant, ...]:
    """What restricted sources have left to pay in a year, before the fee, as a plan's grants."""
    found = []
    for one in sources:
        months = one.source.months_in_year(_start(one), year) if one.restricted else None
        if months is not None:
            room = one.room_usd((year + 1) * MONTHS - 1) - purse.paid_usd.get(one.id, ZERO) / kept
            found.append(one.source.as_grant(max(Decimal(0), _decimal(room)), months))
    return tuple(found)


def _start(one: Stream) -> str:
    return months_after(one.source.from_, -one.first)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def told_year(
    years: OutlookPlan,
    year: int,
    need: Mapping[Function, Decimal],
    found: Allocation,
    opening: Fraction,
    months: list[MonthOfCash],
) -> OutlookYear:
    """One year as people read it."""
    closing = months[-1].purse.free_usd
    coverage = found.coverage or {}
    shares = {
        function.value: coverage.get(function.value) if need.get(function, 0) else None
        for function in FUNCTIONS
    }
    needed = {function.value: float(need.get(function, 0)) for function in FUNCTIONS}
    return OutlookYear(
        year=int(months_after(years.start, year * MONTHS)[:4]),
        need_hours=needed,
        capacity_hours={name: (shares[name] or 0.0) * hours for name, hours in needed.items()},
        coverage=shares,
        plan_score=found.plan_score,
        fte=dict(sorted((found.fte or {}).items())),
        cost_usd=float(sum((month.cost_usd for month in months), ZERO)),
        funding_usd=float(sum((month.funding_usd for month in months), ZERO)),
        grants_unspendable_usd=float(sum((month.unspendable_usd for month in months), ZERO)),
        balance_usd=float(closing),
        gap_usd=float(gap_usd(opening, closing)),
    )
