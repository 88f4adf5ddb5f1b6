"""Year by year: the same team at new prices meets a new need, and the cash is followed through
twelve months.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from cidesign import budget
from cidesign.domain.allocation import Allocation
from cidesign.domain.money import Grant
from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import Outlook, OutlookMonth, OutlookPlan, OutlookYear
from cidesign.domain.plan import Plan
from cidesign.domain.value import months_after
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.outlook.awards import Stream, streams
from cidesign.outlook.cash import ZERO, Cost, MonthOfCash, Purse, month_of_cash
from cidesign.outlook.need import MONTHS, need_of_year
from cidesign.outlook.prices import Backbone, backbone, cost_usd, hiring_usd, plan_of_year

HALF_A_CENT = Fraction(1, 200)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class _Year:
    """One year as found: its answer, its months and the purse at its end."""

    booked: Allocation
    months: tuple[MonthOfCash, ...]


def project(plan: Plan, years: OutlookPlan, table: NeedTable) -> Outlook:
    """Needs, capacity and cash of each year, without uncertainty.

    Args:
        plan: the first year; its budget decides team and lines.
        years: the calendar, growth, hiring cost and funding.
        table: hours per driver and phase factors.

    Returns:
        years and months of the whole horizon; only a status where there is no first-year plan.

    Raises:
        BadInput: a driver of the plan or of the growth is unknown.
    """
    first = budget.allocate(budget.with_need(plan, table))
    needs = [need_of_year(plan, years, table, year) for year in range(years.years)]
    if not first.found:
        return Outlook(status=first.status)
    team = backbone(plan, first)
    awards = streams(years.funding, years.start)
    purse = Purse(free_usd=Fraction(years.opening_reserve_usd))
    told: list[OutlookYear] = []
    months: list[OutlookMonth] = []
    for year, need in enumerate(needs):
        found = _year(plan, years, team, awards, purse, year, need)
        if found.booked.status == "none_found":
            return Outlook(status="none_found")
        told.append(_told_year(years, team, year, need, found))
        months += [
            _told_month(years, year * MONTHS + place, month)
            for place, month in enumerate(found.months)
        ]
        end = found.months[-1].purse
        purse = Purse(max(end.free_usd, ZERO), end.balances, end.claimed, end.due)
    runs_out = next((month.month for month in months if month.free_cash_usd < -HALF_A_CENT), None)
    return Outlook(status=first.status, years=tuple(told), months=tuple(months), runs_out=runs_out)


def _year(
    plan: Plan,
    years: OutlookPlan,
    team: Backbone,
    awards: tuple[Stream, ...],
    purse: Purse,
    year: int,
    need: Mapping[Function, Decimal],
) -> _Year:
    """Book a year's hours and follow its cash; the year's grants help to choose between equally
    good bookings.
    """
    fee_rate = Fraction(plan.overhead.fee_rate)
    grants = _grants_of_year(awards, purse, year, fee_rate)
    then = plan_of_year(plan, years.growth, year, team, need=need, grants=grants)
    lines = {line: usd * (1 + years.growth.other) ** year for line, usd in team.lines.items()}
    booked = _booked(then, team, lines, years.hiring.ramp_up_loss if year == 0 else Decimal(0))
    by_function = {
        function: Fraction(booked.function_cost_usd.get(function, 0.0)) / MONTHS
        for function in FUNCTIONS
        if need.get(function, 0)
    }
    yearly = cost_usd(plan, years.growth, year, team)
    hiring = hiring_usd(plan, years.hiring.cost_share, team) if year == 0 else ZERO
    months: list[MonthOfCash] = []
    for month in range(MONTHS):
        cost = Cost(yearly / MONTHS + (ZERO if month else hiring), by_function)
        months.append(month_of_cash(purse, year * MONTHS + month, cost, awards, fee_rate))
        purse = months[-1].purse
    return _Year(booked, tuple(months))


def _booked(then: Plan, team: Backbone, lines: Mapping[str, Decimal], lost: Decimal) -> Allocation:
    """The year's hours; without a need where there is a priority they go to what is needed, and
    there is no plan score.
    """
    needed = [function for function in FUNCTIONS if (then.need or {}).get(function, 0)]
    if not needed:
        return Allocation(status="optimal")
    scored = bool(then.shares(then.need or {}))
    asked = (
        then
        if scored
        else then.model_copy(update={"priorities": dict.fromkeys(needed, Decimal(1))})
    )
    booked = budget.book(asked, team.fte, lines, hours_lost_share=lost)
    if booked.status == "infeasible":
        raise RuntimeError("the hours of a team that can be hired could not be booked")
    return booked if scored else replace(booked, plan_score=None)


def _grants_of_year(
    awards: tuple[Stream, ...], purse: Purse, year: int, fee_rate: Fraction
) -> tuple[Grant, ...]:
    """What restricted awards have to spend this year, gross, as the grants of a one-year plan."""
    begin, end = year * MONTHS, (year + 1) * MONTHS - 1
    listed = []
    for one in awards:
        if not one.award.functions or one.last < begin or one.first > end:
            continue
        if one.delay is not None:
            usd = one.allowance_usd(end) - purse.claimed.get(one.award.id, ZERO)
        else:
            kept = purse.balances.get(one.award.id, ZERO) / (1 - fee_rate)
            usd = kept + sum(
                (paid for month, paid in one.payments.items() if begin <= month <= end), ZERO
            )
        if (
            usd > 0
        ):  # saved up over years it may pass what one year allows, so it is not validated again
            grant = Grant(id=one.award.id, usd=Decimal(0), functions=one.award.functions)
            listed.append(grant.model_copy(update={"usd": Decimal(float(usd)).quantize(CENT)}))
    return tuple(listed)


def _told_year(
    years: OutlookPlan, team: Backbone, year: int, need: Mapping[Function, Decimal], found: _Year
) -> OutlookYear:
    end = found.months[-1].purse.free_usd
    coverage = found.booked.coverage or {}
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
        plan_score=found.booked.plan_score,
        fte={role: float(count) for role, count in sorted(team.fte.items())},
        cost_usd=float(sum((month.cost_usd for month in found.months), ZERO)),
        funding_usd=float(sum((month.funding_usd for month in found.months), ZERO)),
        grants_unspendable_usd=float(sum((month.unspendable_usd for month in found.months), ZERO)),
        reserve_usd=float(max(end, ZERO)),
        gap_usd=float(-end) if end < -HALF_A_CENT else 0.0,
    )


def _told_month(years: OutlookPlan, month: int, found: MonthOfCash) -> OutlookMonth:
    return OutlookMonth(
        month=months_after(years.start, month),
        funding_usd=float(found.funding_usd),
        cost_usd=float(found.cost_usd),
        free_cash_usd=float(found.purse.free_usd),
    )
