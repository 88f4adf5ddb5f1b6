"""What the page Outlook shows: when the money runs out, what prevents it, and what the team covers
year by year.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from cidesign.budget import Search
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import (
    count,
    inside,
    listed,
    money,
    money_short,
    money_up,
    month,
    percent,
    rounded,
)
from cidesign.domain.outlook import HiringSoFar, Outlook, OutlookPlan
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.value import MONTHS, months_after, plain
from cidesign.domain.workshop import Bundle
from cidesign.outlook import FirstYear, Raising, first_year, project, raising, search_hiring
from cidesign.text import mark, say
from cidesign.views.outlook.both import Kept, kept_of
from cidesign.views.outlook.bridge import bridge_of
from cidesign.views.outlook.carried import fingerprint
from cidesign.views.outlook.rows import YearRow, tenths, year_row
from cidesign.views.team.spent import of_budget
from cidesign.views.team.terms import chosen_host, host_named, hosted

NOTHING = Outlook(status="none_found")
HIRING_SECONDS = 20.0
"""How long a hiring plan is looked for before it is told as it is."""


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
        spent: what the first year's plan costs of its budget; empty without a plan.
        kept: what the page's one sentence is about; None without years.
        plan: of the first year, on the terms the years stand on.
        first_year: its months; None without years.
        asked: fingerprint of plan and years; empty without years.
    """

    answer: str
    and_line: str
    missing: tuple[str, ...] = ()
    rows: tuple[YearRow, ...] = ()
    raising: Raising | None = None
    warnings: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    outlook: Outlook = NOTHING
    spent: str = ""
    kept: Kept | None = None
    plan: Plan | None = None
    first_year: FirstYear | None = None
    asked: str = ""


def years_ahead(plan: Plan, years: OutlookPlan, catalog: Catalog) -> Outlook:
    """The years of a plan, with the catalog's hours per driver.

    Raises:
        BadInput: a driver nobody knows.
    """
    return project(plan, years, catalog.need_table())


def hiring_search(
    plan: Plan, years: OutlookPlan, catalog: Catalog, *, seconds: float = HIRING_SECONDS
) -> Search[HiringSoFar]:
    """The search for what promised money can carry; it goes on in the background, for about so many
    seconds.

    Raises:
        BadInput: as ``years_ahead``.
    """
    return search_hiring(plan, years, catalog.need_table(), seconds=seconds)


def outlook_view(
    bundle: Bundle,
    catalog: Catalog,
    *,
    solve: Callable[[Plan, OutlookPlan, Catalog], Outlook] = years_ahead,
) -> OutlookView:
    """The bundle's years ahead, on the terms of the host our decision names. ``solve``: in place of
    ``years_ahead``, one that remembers.

    Raises:
        BadInput: what must be mended in the plan or the outlook.
    """
    plan, years = bundle.plan, bundle.outlook
    if plan is None or years is None:
        missing = tuple(_missing(bundle))
        return OutlookView(say("There is no outlook yet."), " ".join(missing), missing=missing)
    host = host_named(bundle, chosen_host(bundle))
    plan = hosted(plan, host)
    found = solve(plan, years, catalog)
    spent = of_budget(plan, found.first).plain
    if not found.years:
        answer, way_out = NO_YEARS[found.status == "infeasible"]
        return OutlookView(
            say(answer),
            say(way_out),
            missing=(say(way_out),),
            outlook=found,
            spent=spent,
            plan=plan,
        )
    needed = raising(found, fee_rate=plan.overhead.fee_rate)
    target = float(years.reserve_target_months)
    rows = tuple(year_row(place, years, year, catalog) for place, year in enumerate(found.years))
    return OutlookView(
        answer=_answer(found),
        and_line=_and_line(needed, rows[-1], target),
        rows=rows,
        raising=needed,
        warnings=tuple(
            _warnings(rows, years, target, (float(plan.funding.budget_usd), spent), found)
        ),
        assumptions=tuple(_assumptions(plan, years, catalog, host)),
        outlook=found,
        spent=spent,
        kept=kept_of(found, needed, years),
        plan=plan,
        first_year=first_year(plan, found),
        asked=fingerprint(plan, years),
    )


SPARSE = 0.6
"""Below this share of all hours a year is worth a warning: where the usual benefit curve bends
first.
"""
NO_YEARS = {
    True: (
        mark("The first year's plan does not fit its budget."),
        mark("Mend the plan on the page Team and budget; then there are years to show."),
    ),
    False: (
        mark("No first-year plan was found in time."),
        mark("Open the page again, or make the plan on the page Team and budget smaller."),
    ),
}


def _missing(bundle: Bundle) -> list[str]:
    wanting = []
    if bundle.plan is None:
        wanting.append(say("There is no plan yet: make one on the page Team and budget."))
    if bundle.outlook is None:
        wanting.append(
            say("There is nothing about the years yet: say when you start and who pays.")
        )
    return wanting


def _answer(found: Outlook) -> str:
    if found.runs_out:
        return runs_out_in(month(found.runs_out))
    return say("The money lasts through {month}.", month=month(found.months[-1].month))


def runs_out_in(month: str) -> str:
    """When the money runs out; ``month`` as people read it."""
    return say("The money runs out in {month}.", month=month)


def _and_line(needed: Raising | None, last: YearRow, target: float) -> str:
    if needed is None:
        if last.reserve_months is None:
            return say("Nothing is spent in the last year.")
        return say(
            "At the end the reserve pays {months} months; the target is {target}.",
            months=tenths(last.reserve_months),
            target=tenths(target),
        )
    amount, begins = money_up(needed.whole_usd_per_year), month(needed.from_month)
    if needed.years == 1:
        return say(
            "{amount} more of free money by {begins} prevents it.", amount=amount, begins=begins
        )
    return say(
        "{amount} more of free money a year, for {years} years from {begins}, prevents it.",
        amount=amount,
        years=count(needed.years),
        begins=begins,
    )


def _warnings(
    rows: tuple[YearRow, ...],
    years: OutlookPlan,
    target: float,
    budget: tuple[float, str],
    found: Outlook,
) -> list[str]:
    budget_usd, spent = budget
    said = [
        say(
            "What is lacking grows by {amount} in {year}.",
            year=row.label,
            amount=money(row.raw.gap_usd),
        )
        for row in rows
        if row.raw.gap_usd >= 1
    ]
    said += bridge_of(found)
    said += [
        say(
            "Grants lose {amount} in {year}: their functions do not cost as much before they end.",
            amount=money(row.raw.grants_unspendable_usd),
            year=row.label,
        )
        for row in rows
        if rounded(row.raw.grants_unspendable_usd) > 0
    ]
    brings = rows[0].raw.funding_usd
    if brings + float(years.opening_reserve_usd) < budget_usd - 0.5:
        said.append(
            say(
                "The first year's plan costs {spent}; the money listed here brings {listed} in "
                "that year.",
                spent=spent,
                listed=money_short(brings),
            )
        )
    low = [row.label for row in rows if row.below_target]
    if low:
        said.append(
            say(
                "The reserve ends below the target of {target} months in {years}.",
                target=tenths(target),
                years=listed(low),
            )
        )
    last = max((award.to for award in years.funding), default="")
    if last and last < months_after(years.start, MONTHS * years.years - 1):
        said.append(say("Nobody has promised money for the time after {month}.", month=month(last)))
    said += [
        say(
            "In {year} the team covers {share} of the hours needed; {function} has least, {least}.",
            year=row.label,
            share=percent(row.covered),
            function=inside(row.weakest),
            least=percent(row.weakest_share),
        )
        for row in rows
        if row.covered is not None and row.weakest_share is not None and row.covered < SPARSE
    ]
    return said


def _assumptions(
    plan: Plan, years: OutlookPlan, catalog: Catalog, host: Candidate | None
) -> list[str]:
    growth, hiring = years.growth, years.hiring
    said = [
        say(
            "Team and lines stay as in the first year; only their prices and the hours' use change."
        ),
        say(
            "Salaries grow by {salaries} a year, other prices by {other}.",
            salaries=_rate(growth.salaries),
            other=_rate(growth.other),
        ),
        say(
            "Hiring costs {cost} of salary in the month people start; new people lose {loss} of "
            "their hours in the first year.",
            cost=_rate(hiring.cost_share),
            loss=_rate(hiring.ramp_up_loss),
        ),
    ]
    if plan.need is not None:
        said.append(say("The need is given in the plan, so phases do not change it."))
    elif growth.drivers:
        grown = [
            f"{catalog.labels.drivers[name]} {_rate(rate)}"
            for name, rate in sorted(growth.drivers.items())
        ]
        said.append(say("What makes work grows each year: {drivers}.", drivers=listed(grown)))
    if any(award.renewal for award in years.funding):
        said.append(say("No grant is counted as renewed."))
    if any(award.match for award in years.funding):
        said.append(
            say(
                "What a source pays only against a match is counted; what the match itself must "
                "bring is not."
            )
        )
    if host:
        said.append(
            say(
                "The terms of {host}, the chosen host, are counted in: pay scale, benefits, "
                "overhead and gifts.",
                host=host.label,
            )
        )
    if plan.overhead.fee_rate:
        said.append(
            say(
                "The host keeps {rate} of all money as it arrives.",
                rate=_rate(plan.overhead.fee_rate),
            )
        )
    return said


def _rate(share: Decimal) -> str:
    return f"{plain(rounded(share * 100, '0.1'))}%"
