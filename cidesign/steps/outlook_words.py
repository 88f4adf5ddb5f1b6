"""The sentences of the page Outlook: claims over its charts, the first year's months, and what is not modelled yet."""

from cidesign.domain.figures import count, money, money_up, month, percent, points
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.workshop import Bundle
from cidesign.steps.outlook import OutlookView

FIRST_YEAR = 12
SPREAD = 0.01
"""Shares that differ by less than this are told as the same."""
NOT_YET = (
    "No uncertainty yet: one course of events is shown, not how likely it is.",
    "The team of the first year stays; hiring and parting over the years come later.",
)


def about(bundle: Bundle, years: OutlookPlan) -> str:
    """Whose years, and on which plan they stand."""
    plan = bundle.plan
    budget = f" The first year is the plan of the page Team for {money(plan.funding.budget_usd)}." if plan else ""
    return f"{bundle.workshop.name}. From {month(years.start)}.{budget}"


def answer(view: OutlookView) -> str:
    """When the money runs out and what prevents it, or that it lasts."""
    needed = view.raising
    if needed is None or view.outlook.runs_out is None:
        return view.answer
    begins = month(needed.from_month)
    when = f"a year from {begins.removeprefix('January ')}" if needed.years > 1 else f"by {begins}"
    return f"The money runs out in {month(view.outlook.runs_out)} unless we raise {money_up(needed.usd_per_year)} {when}."


def and_line(view: OutlookView) -> str:
    """What kind of money that is, or how the reserve stands."""
    needed = view.raising
    if needed is None or view.outlook.runs_out is None:
        return view.and_line
    often = f", for {count(needed.years)} years" if needed.years > 1 else ""
    return f"Free money, at the start of the year{often}. Nothing is counted that nobody has promised."


def cash_claim(view: OutlookView) -> str:
    """What the months show."""
    if view.outlook.runs_out:
        return f"Cash ends in {month(view.outlook.runs_out)}"
    return "Cash never falls below zero"


def work_claim(view: OutlookView) -> str:
    """What the years show: whether the team keeps up."""
    shares = [row.covered for row in view.rows if row.covered is not None]
    if len(shares) < 2 or abs(shares[-1] - shares[0]) < SPREAD:
        return "The team keeps pace with the work"
    return "The work outgrows the team" if shares[-1] < shares[0] else "The team catches up"


def first_months(view: OutlookView) -> list[dict[str, str]]:
    """Cash of the first year, one row a month."""
    return [
        {
            "Month": month(one.month),
            "Money in": money(one.funding_usd),
            "Cost": money(one.cost_usd),
            "Free cash at the end": money(one.free_cash_usd),
        }
        for one in view.outlook.months[:FIRST_YEAR]
    ]


def sources_of_money(view: OutlookView) -> list[dict[str, str]]:
    """Who pays, one row each."""
    return [
        {
            "Who pays": award.id,
            "A year": money(award.usd),
            "From": month(award.from_month),
            "To": month(award.to_month),
            "Pays": award.pays,
            "For": award.pays_for,
        }
        for award in view.awards
    ]


def figures(view: OutlookView) -> dict[str, object]:
    """What the decision is taken on, as it is shown."""
    return {
        "answer": answer(view),
        "covered": {row.label: percent(row.covered) for row in view.rows if row.covered is not None},
        "reserve_months": {row.label: points(row.reserve_months) for row in view.rows if row.reserve_months is not None},
    }
