"""The sentences of the page Outlook: claims over its charts, the first year's months, and what is
not modelled yet.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, money, month, percent, points
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.views.outlook.both import both
from cidesign.views.outlook.bridge import DOLLAR, bridge_of, in_months
from cidesign.views.outlook.carried import ASKED, CARRY, KEEP, KEY, Carried, as_figures
from cidesign.views.outlook.first_months import FIRST_YEAR, as_kept
from cidesign.views.outlook.view import OutlookView

SPREAD = 0.01
"""Shares that differ by less than this are told as the same."""
COURSES = {
    "level": mark("The team keeps pace with the work"),
    "rises": mark("The team catches up"),
    "falls": mark("The work outgrows the team"),
}


def not_yet() -> tuple[str, ...]:
    """What these figures do not hold yet."""
    return (say("No uncertainty yet: one course of events is shown, not how likely it is."),)


def about(bundle: Bundle, years: OutlookPlan, spent: str) -> str:
    """Whose years, and on which plan they stand; ``spent``: what that costs of its budget."""
    plan = bundle.plan
    said = f"{bundle.workshop.name}. {say('From {month}.', month=month(years.start))}"
    if plan is None:
        return said
    first = say("The first year is the plan of the page Team and budget: {spent}.", spent=spent)
    return f"{said} {first}"


def answer(view: OutlookView, carried: Carried | None = None) -> str:
    """What promised money carries, when it runs out for the team we plan and what keeps that team,
    in one sentence. ``carried``: None while nobody knows.
    """
    return both(view.kept, carried).plain if view.kept else view.answer


def and_line(view: OutlookView, carried: Carried | None = None, *, under_way: bool = False) -> str:
    """How much is lacking when, or how the reserve stands; what is not counted; and, where it is
    ``under_way``, that what money can carry is being worked out.
    """
    waits = say("What promised money can carry is being worked out.") if under_way else ""
    needed = view.raising
    if needed is None or view.outlook.runs_out is None:
        return " ".join(one for one in (*bridge(view), view.and_line, waits) if one)
    first, *later = [one.gap_usd for one in view.outlook.years[-needed.years :]] or [0.0]
    most = max(later, default=0.0)
    said = {"amount": money(first), "begins": month(needed.from_month), "most": money(most)}
    lacking = ""
    if needed.years > 1 and first >= DOLLAR:
        lacking = (
            say("{amount} is lacking in the year from {begins}.", **said)
            if most < DOLLAR
            else say(
                "{amount} is lacking in the year from {begins}, and no more in any later year.",
                **said,
            )
            if most <= first
            else say(
                "{amount} is lacking in the year from {begins}, and up to {most} in a later year.",
                **said,
            )
        )
    missing = view.outlook.missing_usd
    parts = (
        lacking,
        say(
            "{missing} is missing at the end; what to raise is rounded up to the next thousand.",
            missing=money(missing),
        )
        if missing >= DOLLAR
        else "",
        say(
            "The credit is up to {usd}, {when}.",
            usd=money(needed.credit_usd),
            when=in_months(needed.credit_months),
        )
        if needed.credit_usd >= DOLLAR
        else "",
        say("Nothing is counted that nobody has promised."),
        say("The hiring plan is the best found in time.")
        if carried is not None and carried.status == "best_found"
        else "",
        waits,
    )
    return " ".join(one for one in parts if one)


def cash_claim(view: OutlookView) -> str:
    """What the months show."""
    if view.outlook.runs_out:
        return say("Cash ends in {month}", month=month(view.outlook.runs_out))
    return say("Cash never falls below zero")


def money_claim(view: OutlookView) -> str:
    """What the years' money shows."""
    if view.outlook.runs_out:
        return say(
            "{missing} is missing at the end",
            missing=money(view.outlook.missing_usd),
        )
    return say("Money lasts to the end")


def bridge(view: OutlookView) -> tuple[str, ...]:
    """What is only a bridge, of the page's years."""
    return bridge_of(view.outlook)


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


def choices(view: OutlookView, carried: Carried | None) -> dict[str, str]:
    """On what we may plan: the team that stays, and what money carries where that is known and is
    somebody.
    """
    keep = (
        say("We keep the team of our plan.")
        if view.raising is None
        else say("We keep the team of our plan, and raise what is missing.")
    )
    if carried is None or not any(carried.fte):
        return {KEEP: keep}
    return {KEEP: keep, CARRY: say("We hire what promised money carries, and no more.")}


def figures(view: OutlookView, carried: Carried | None = None) -> dict[str, object]:
    """What the decision is taken on, as it is shown; with the hiring plan, where it is known."""
    return {
        "answer": answer(view, carried),
        **({ASKED: view.asked} if view.asked else {}),
        **({KEY: as_figures(carried)} if carried is not None else {}),
        **({FIRST_YEAR: as_kept(view.first_year)} if view.first_year else {}),
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
