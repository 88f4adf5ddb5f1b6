"""The sentences of the page Outlook: claims over its charts, the first year's months, and what is not modelled yet."""

from cidesign.domain.figures import count, money, money_up, month, percent, points
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.workshop import Bundle
from cidesign.steps.outlook import OutlookView
from cidesign.text import say

FIRST_YEAR = 12
SPREAD = 0.01
"""Shares that differ by less than this are told as the same."""


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
    return f"{said} {say('The first year is the plan of the page Team for {budget}.', budget=money(plan.funding.budget_usd))}"


def answer(view: OutlookView) -> str:
    """When the money runs out and what prevents it, or that it lasts."""
    needed = view.raising
    if needed is None or view.outlook.runs_out is None:
        return view.answer
    begins = month(needed.from_month)
    said = {"month": month(view.outlook.runs_out), "amount": money_up(needed.usd_per_year)}
    if needed.years == 1:
        return say("The money runs out in {month} unless we raise {amount} by {begins}.", **said, begins=begins)
    if needed.from_month.endswith("-01"):
        return say("The money runs out in {month} unless we raise {amount} a year from {year}.", **said, year=needed.from_month[:4])
    return say("The money runs out in {month} unless we raise {amount} a year from {begins}.", **said, begins=begins)


def and_line(view: OutlookView) -> str:
    """What kind of money that is, or how the reserve stands."""
    needed = view.raising
    if needed is None or view.outlook.runs_out is None:
        return view.and_line
    if needed.years > 1:
        free = say("Free money, at the start of the year, for {years} years.", years=count(needed.years))
    else:
        free = say("Free money, at the start of the year.")
    return f"{free} {say('Nothing is counted that nobody has promised.')}"


def cash_claim(view: OutlookView) -> str:
    """What the months show."""
    if view.outlook.runs_out:
        return say("Cash ends in {month}", month=month(view.outlook.runs_out))
    return say("Cash never falls below zero")


def work_claim(view: OutlookView) -> str:
    """What the years show: whether the team keeps up."""
    shares = [row.covered for row in view.rows if row.covered is not None]
    if len(shares) < 2 or abs(shares[-1] - shares[0]) < SPREAD:
        return say("The team keeps pace with the work")
    return say("The work outgrows the team") if shares[-1] < shares[0] else say("The team catches up")


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
        "covered": {row.label: percent(row.covered) for row in view.rows if row.covered is not None},
        "reserve_months": {row.label: points(row.reserve_months) for row in view.rows if row.reserve_months is not None},
    }
