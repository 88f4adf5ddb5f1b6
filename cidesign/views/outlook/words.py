"""The sentences of the page Outlook: claims over its charts, the first year's months, and what is
not modelled yet.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, money, money_up, month, percent, points
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.workshop import Bundle
from cidesign.outlook import Raising
from cidesign.text import mark, say, say_count
from cidesign.views.outlook.view import OutlookView, runs_out_in

FIRST_YEAR = 12
DOLLAR = 1
"""Less than this is told as nothing."""
SPREAD = 0.01
"""Shares that differ by less than this are told as the same."""
COURSES = {
    "level": mark("The team keeps pace with the work"),
    "rises": mark("The team catches up"),
    "falls": mark("The work outgrows the team"),
}


def not_yet() -> tuple[str, ...]:
    """What these figures do not hold yet."""
    return (
        say("No uncertainty yet: one course of events is shown, not how likely it is."),
        say("The team of the first year stays; hiring and parting over the years come later."),
    )


def about(bundle: Bundle, years: OutlookPlan) -> str:
    """Whose years, and on which plan they stand."""
    plan = bundle.plan
    said = f"{bundle.workshop.name}. {say('From {month}.', month=month(years.start))}"
    if plan is None:
        return said
    first = say(
        "The first year is the plan of the page Team and budget for {budget}.",
        budget=money(plan.funding.budget_usd),
    )
    return f"{said} {first}"


def answer(view: OutlookView) -> str:
    """When the money runs out and what is lacking then and later, or what prevents it, or that it
    lasts.
    """
    needed = view.raising
    if needed is None or view.outlook.runs_out is None:
        return view.answer
    begins, out = month(needed.from_month), month(view.outlook.runs_out)
    if needed.years == 1:
        return say(
            "The money runs out in {month} unless we raise {amount} by {begins}.",
            month=out,
            amount=_amount(needed),
            begins=begins,
        )
    first, *later = [one.gap_usd for one in view.outlook.years[-needed.years :]] or [0.0]
    if first < DOLLAR:
        return runs_out_in(out)
    said = {"month": out, "amount": money_up(first), "begins": begins}
    most = max(later, default=0.0)
    if most < DOLLAR:
        return say(
            "The money runs out in {month}: {amount} is lacking in the year from {begins}.", **said
        )
    if most <= first:
        return say(
            "The money runs out in {month}: {amount} is lacking in the year from {begins}, and "
            "less in later years.",
            **said,
        )
    return say(
        "The money runs out in {month}: {amount} is lacking in the year from {begins}, and up to "
        "{most} in a later year.",
        **said,
        most=money_up(most),
    )


def _amount(needed: Raising) -> str:
    return money_up(needed.usd_per_year)


def and_line(view: OutlookView) -> str:
    """What prevents it and what kind of money that is, or how the reserve stands."""
    needed = view.raising
    if needed is None or view.outlook.runs_out is None:
        return view.and_line
    if needed.years > 1:
        free = say(
            "Raised evenly, {amount} of free money at the start of each year, for {years} years "
            "from {begins}, prevents it.",
            amount=_amount(needed),
            years=count(needed.years),
            begins=month(needed.from_month),
        )
    else:
        free = say("Free money, at the start of the year.")
    return f"{free} {say('Nothing is counted that nobody has promised.')}"


def cash_claim(view: OutlookView) -> str:
    """What the months show."""
    if view.outlook.runs_out:
        return say("Cash ends in {month}", month=month(view.outlook.runs_out))
    return say("Cash never falls below zero")


def work_claim(view: OutlookView) -> str:
    """What the years show: whether the team keeps up, and no more than every single year bears
    out.
    """
    shares = [row.covered for row in view.rows if row.covered is not None]
    course = course_of(shares)
    if course == "both":
        return say(
            "The team covers {least} to {most}",
            least=percent(min(shares)),
            most=percent(max(shares)),
        )
    return say(COURSES[course])


def course_of(shares: Sequence[float]) -> Literal["level", "rises", "falls", "both"]:
    """Which way the shares go from year to year; ``both`` where they rise in one year and fall in
    another.
    """
    if not shares or max(shares) - min(shares) < SPREAD:
        return "level"
    rises = any(after - before >= SPREAD for before, after in pairwise(shares))
    falls = any(before - after >= SPREAD for before, after in pairwise(shares))
    if rises == falls:
        return "both"
    return "rises" if rises else "falls"


def first_months(view: OutlookView) -> list[dict[str, str]]:
    """Cash of the first year, one row a month."""
    return [
        {
            say("Month"): month(one.month),
            say("Money in"): money(one.funding_usd),
            say("Cost"): money(one.cost_usd),
            say("Free cash at the end"): money(one.free_cash_usd),
        }
        for one in view.outlook.months[:FIRST_YEAR]
    ]


def figures(view: OutlookView) -> dict[str, object]:
    """What the decision is taken on, as it is shown."""
    return {
        "answer": answer(view),
        "covered": {
            row.label: percent(row.covered) for row in view.rows if row.covered is not None
        },
        "reserve_months": {
            row.label: points(row.reserve_months)
            for row in view.rows
            if row.reserve_months is not None
        },
    }


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands there before the decision, without a full stop."""
    if bundle.plan is None or bundle.outlook is None:
        return say("Waits for a plan")
    return say_count(
        "{years} year from {month}",
        "{years} years from {month}",
        bundle.outlook.years,
        years=count(bundle.outlook.years, opening=True),
        month=month(bundle.outlook.start),
    )
