"""What the page Outlook shows: when the money runs out, what prevents it, and what the team covers year by year."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, listed, money, month, percent, rounded
from cidesign.domain.outlook import Award, Outlook, OutlookPlan, OutlookYear
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.reading import covered_share, weakest
from cidesign.domain.value import months_after, plain
from cidesign.domain.workshop import Bundle
from cidesign.outlook import Raising, months_of_reserve, project, raising
from cidesign.steps.team_terms import chosen_host, host_named, hosted
from cidesign.steps.team_words import inside

MONTHS = 12
NOTHING = Outlook(status="none_found")
AHEAD = {12: "once a year, ahead", 3: "every three months, ahead", 1: "every month"}


@dataclass(frozen=True)
class YearRow:
    """One year in figures.

    Args:
        label: the calendar year, or both where the year runs across two.
        covered: share of all hours needed that the team covers, 0 to 1; None where nothing is needed.
        weakest: label of the function covered least, with its share.
        reserve_months: months of this year's cost that its closing reserve pays; None where it costs nothing.
        below_target: whether that is less than the target.
        raw: the year as the engine has it.
    """

    label: str
    need_hours: float
    capacity_hours: float
    covered: float | None
    weakest: str
    weakest_share: float | None
    fte: float
    reserve_months: float | None
    below_target: bool
    raw: OutlookYear


@dataclass(frozen=True)
class AwardRow:
    """One source of money, in words: when it pays and what it may pay for."""

    id: str
    usd: float
    from_month: str
    to_month: str
    pays: str
    pays_for: str


@dataclass(frozen=True)
class OutlookView:
    """The page.

    Args:
        answer: when the money runs out, or that it lasts, in one sentence.
        and_line: what prevents it, or how the reserve stands.
        missing: what must be there first, in words; then there are no years.
        raising: what must be raised; None where the money lasts.
        warnings: what to watch, strongest first.
        assumptions: what the figures rest on that may come differently.
        outlook: the years and months as the engine has them, for the charts.
    """

    answer: str
    and_line: str
    missing: tuple[str, ...] = ()
    rows: tuple[YearRow, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    raising: Raising | None = None
    target_months: float = 0.0
    warnings: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    outlook: Outlook = NOTHING


def years_ahead(plan: Plan, years: OutlookPlan, catalog: Catalog) -> Outlook:
    """The years of a plan, with the catalog's hours per driver.

    Raises:
        BadInput: a driver nobody knows.
    """
    return project(plan, years, catalog.need_table())


def outlook_view(bundle: Bundle, catalog: Catalog, *, solve: Callable[[Plan, OutlookPlan, Catalog], Outlook] = years_ahead) -> OutlookView:
    """The bundle's years ahead, on the terms of the host our decision names. ``solve``: in place of ``years_ahead``, one that remembers.

    Raises:
        BadInput: what must be mended in the plan or the outlook.
    """
    plan, years = bundle.plan, bundle.outlook
    if plan is None or years is None:
        missing = tuple(_missing(bundle))
        return OutlookView("There is no outlook yet.", " ".join(missing), missing=missing)
    host = host_named(bundle, chosen_host(bundle))
    plan = hosted(plan, host)
    found = solve(plan, years, catalog)
    awards = tuple(_award_row(award, catalog) for award in years.funding)
    if not found.years:
        answer, way_out = NO_YEARS[found.status == "infeasible"]
        return OutlookView(answer, way_out, missing=(way_out,), awards=awards, outlook=found)
    needed = raising(found, fee_rate=plan.overhead.fee_rate)
    target = float(years.reserve_target_months)
    rows = tuple(_year_row(place, years, year, catalog) for place, year in enumerate(found.years))
    return OutlookView(
        answer=_answer(found),
        and_line=_and_line(needed, rows[-1], target),
        rows=rows,
        awards=awards,
        raising=needed,
        target_months=target,
        warnings=tuple(_warnings(rows, years, target, float(plan.funding.budget_usd))),
        assumptions=tuple(_assumptions(plan, years, catalog, host)),
        outlook=found,
    )


SPARSE = 0.6
"""Below this share of all hours a year is worth a warning: where the usual benefit curve bends first."""
NO_YEARS = {
    True: ("The first year's plan does not fit its budget.", "Mend the plan on the page Team; then there are years to show."),
    False: ("No first-year plan was found in time.", "Open the page again, or make the plan on the page Team smaller."),
}


def _missing(bundle: Bundle) -> list[str]:
    wanting = []
    if bundle.plan is None:
        wanting.append("There is no plan yet: make one on the page Team.")
    if bundle.outlook is None:
        wanting.append("There is nothing about the years yet: say when you start and who pays.")
    return wanting


def _year_row(place: int, years: OutlookPlan, year: OutlookYear, catalog: Catalog) -> YearRow:
    least = weakest(year.coverage)
    kept = months_of_reserve(year)
    first, last = (months_after(years.start, MONTHS * place + shift)[:4] for shift in (0, 11))
    return YearRow(
        label=first if first == last else f"{first}/{last[2:]}",
        need_hours=sum(year.need_hours.values()),
        capacity_hours=sum(year.capacity_hours.values()),
        covered=covered_share(year.need_hours, year.coverage),
        weakest=_function(catalog, least) if least else "",
        weakest_share=year.coverage[least] if least else None,
        fte=sum(year.fte.values()),
        reserve_months=kept,
        below_target=kept is not None and kept < float(years.reserve_target_months),
        raw=year,
    )


def _award_row(award: Award, catalog: Catalog) -> AwardRow:
    days, ahead = award.pays.arrears_days, award.pays.ahead_months
    pays = AHEAD[ahead or 12] if days is None else f"{days} days after it was spent"
    pays_for = listed([_function(catalog, function) for function in award.functions]) or "anything"
    return AwardRow(award.id, float(award.usd), award.from_, award.to, pays, pays_for)


def _answer(found: Outlook) -> str:
    if found.runs_out:
        return f"The money runs out in {month(found.runs_out)}."
    return f"The money lasts through {month(found.months[-1].month)}."


def _and_line(needed: Raising | None, last: YearRow, target: float) -> str:
    if needed is None:
        if last.reserve_months is None:
            return "Nothing is spent in the last year."
        return f"At the end the reserve pays {_tenths(last.reserve_months)} months; the target is {_tenths(target)}."
    amount, begins = money(needed.whole_usd_per_year), month(needed.from_month)
    if needed.years == 1:
        return f"{amount} more of free money by {begins} prevents it."
    return f"{amount} more of free money a year, for {count(needed.years)} years from {begins}, prevents it."


def _warnings(rows: tuple[YearRow, ...], years: OutlookPlan, target: float, budget_usd: float) -> list[str]:
    said = [f"{row.label} ends {money(row.raw.gap_usd)} short; the next year is counted from zero." for row in rows if row.raw.gap_usd]
    said += [
        f"Grants lose {money(row.raw.grants_unspendable_usd)} in {row.label}: their functions do not cost as much before they end."
        for row in rows
        if rounded(row.raw.grants_unspendable_usd) > 0
    ]
    brings = rows[0].raw.funding_usd
    if brings + float(years.opening_reserve_usd) < budget_usd - 0.5:
        said.append(f"The first year's plan counts on {money(budget_usd)}; the money listed here brings {money(brings)} in that year.")
    low = [row.label for row in rows if row.below_target]
    if low:
        said.append(f"The reserve ends below the target of {_tenths(target)} months in {listed(low)}.")
    last = max((award.to for award in years.funding), default="")
    if last and last < months_after(years.start, MONTHS * years.years - 1):
        said.append(f"Nobody has promised money for the time after {month(last)}.")
    said += [
        f"In {row.label} the team covers {percent(row.covered)} of the hours needed; "
        f"{inside(row.weakest)} has least, {percent(row.weakest_share)}."
        for row in rows
        if row.covered is not None and row.weakest_share is not None and row.covered < SPARSE
    ]
    return said


def _assumptions(plan: Plan, years: OutlookPlan, catalog: Catalog, host: Candidate | None) -> list[str]:
    growth, hiring = years.growth, years.hiring
    said = [
        "Team and lines stay as in the first year; only their prices and the hours' use change.",
        f"Salaries grow by {_rate(growth.salaries)} a year, other prices by {_rate(growth.other)}.",
        f"Hiring costs {_rate(hiring.cost_share)} of salary in the first month; new people lose {_rate(hiring.ramp_up_loss)} of their "
        "hours in the first year.",
    ]
    if plan.need is not None:
        said.append("The need is given in the plan, so phases do not change it.")
    elif growth.drivers:
        grown = [f"{catalog.label('drivers', name)} {_rate(rate)}" for name, rate in sorted(growth.drivers.items())]
        said.append(f"What makes work grows each year: {listed(grown)}.")
    if any(award.renewal or award.match for award in years.funding):
        said.append("No grant is counted as renewed, and no match as met.")
    if host:
        said.append(f"The terms of {host.label}, the chosen host, are counted in: pay scale, benefits, overhead and gifts.")
    if plan.overhead.fee_rate:
        said.append(f"The host keeps {_rate(plan.overhead.fee_rate)} of all money as it arrives.")
    return said


def _tenths(number: float) -> str:
    return plain(rounded(number, "0.1"))


def _function(catalog: Catalog, id: str) -> str:
    return next((entry.short for entry in catalog.functions if entry.id == id), id)


def _rate(share: Decimal) -> str:
    return f"{plain(rounded(share * 100, '0.1'))}%"
