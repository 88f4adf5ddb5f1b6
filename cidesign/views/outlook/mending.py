"""What would mend it: for each function that some year covers least, whose time would bring the
hours it lacks beside all work together, and what that costs a year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte, hours, inside, listed, money_short, percent
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan, Role
from cidesign.domain.reading import covered_share, weakest
from cidesign.domain.words import Function
from cidesign.outlook.prices import at_prices
from cidesign.text import say
from cidesign.views.outlook.rows import YearRow
from cidesign.views.outlook.view import OutlookView

_A_LITTLE = 0.5
"""Fewer hours a month than this lack nothing that one would mend."""


@dataclass(frozen=True)
class More:
    """More of one post.

    Args:
        fte: how much more.
        hours: effective hours a month that it could give to the function.
        usd: what it costs in a year, the host's share and the desk in it.
        once_usd: what hiring costs beside, once.
    """

    role: Role
    fte: Decimal
    hours: Decimal
    usd: Decimal
    once_usd: Decimal


def mending(view: OutlookView, years: OutlookPlan, catalog: Catalog) -> tuple[str, ...]:
    """One sentence for each function that is weakest in some year, and what would mend it in the
    last of these years; () where each year covers all alike.
    """
    if view.plan is None:
        return ()
    lacking: dict[Function, list[tuple[int, YearRow]]] = {}
    for place, row in enumerate(view.rows):
        least = weakest(row.raw.coverage)
        if least and _lacks(row, Function(least)) >= _A_LITTLE:
            lacking.setdefault(Function(least), []).append((place, row))
    said = tuple(
        _said(view.plan, years, function, found, catalog) for function, found in lacking.items()
    )
    if not said:
        return ()
    free = say(
        "Without more money, let an hour of it count more on the page Team and budget: then other "
        "functions get less."
    )
    return (*said, free)


def _lacks(row: YearRow, function: Function) -> float:
    """Hours a month it has fewer than if it were covered as all work together is."""
    covered = covered_share(row.raw.need_hours, row.raw.coverage) or 0.0
    return (covered - (row.raw.coverage[function] or 0.0)) * row.raw.need_hours[function]


def _said(
    plan: Plan,
    years: OutlookPlan,
    function: Function,
    found: list[tuple[int, YearRow]],
    catalog: Catalog,
) -> str:
    place, row = found[-1]
    lacks = _lacks(row, function)
    slots = {
        "function": catalog.labels.functions[function],
        "years": listed([one.label for _, one in found]),
        "hours": hours(lacks),
        "share": percent(row.covered or 0.0),
        "year": row.label,
    }
    weak = say(
        "{function} is weakest in {years}: with {hours} a month more in {year} it would be covered "
        "as all work together is, {share}.",
        **slots,
    )
    more = _cheapest(at_prices(plan, years.growth, place), years, row, function, lacks)
    return f"{weak} {_mends(more, row, catalog)}"


def _mends(more: More | None, row: YearRow, catalog: Catalog) -> str:
    if more is None:
        return say("No post of the plan could do more of it: add one on the page Team and budget.")
    slots = {
        "fte": fte(more.fte),
        "post": inside(catalog.labels.roles[more.role.id]),
        "hours": hours(more.hours),
        "usd": money_short(more.usd),
        "year": row.label,
    }
    if not more.once_usd:
        return say(
            "Cheapest: {fte} FTE more as {post}, up to {hours} of it for {usd} in {year}.", **slots
        )
    return say(
        "Cheapest: {fte} FTE more as {post}, up to {hours} of it for {usd} in {year}, and {once} "
        "once for hiring.",
        **slots,
        once=money_short(more.once_usd),
    )


def _cheapest(
    plan: Plan, years: OutlookPlan, row: YearRow, function: Function, lacks: float
) -> More | None:
    """The cheapest that gives as many hours as lack; where nobody does, who gives most."""
    known = [
        more
        for role in plan.roles
        if role.does.get(function) and all(row.raw.fte.get(id) for id in role.needs)
        for more in _more(plan, years, row, role, function)
    ]
    enough = [one for one in known if one.hours >= lacks]
    if enough:
        return min(enough, key=lambda one: (one.usd, one.role.id))
    return min(known, key=lambda one: (-one.hours, one.usd, one.role.id), default=None)


def _more(
    plan: Plan, years: OutlookPlan, row: YearRow, role: Role, function: Function
) -> Iterator[More]:
    """Every FTE the post could have beyond what it has, in steps."""
    now = Decimal(repr(row.raw.fte.get(role.id, 0.0))).quantize(Decimal("0.0001"))
    for run in plan.runs_of(role):
        for steps in range(run.least, run.most + 1):
            then = steps * plan.fte_step
            if then <= now:
                continue
            added, people = then - now, 0 if role.is_contractor else ceil(then) - ceil(now)
            pay = role.cost_per_fte_usd * added
            office = people * plan.office.per_person_usd
            if not role.is_contractor:
                office += added * plan.office.per_fte_usd
            bears = pay + (office if plan.office.indirect else 0)
            once = (
                Decimal(0)
                if role.is_contractor
                else years.hiring.cost_share * role.salary_usd * added
                + people * plan.hiring.per_person_usd
            )
            yield More(
                role,
                added,
                added * plan.hours_per_fte_month * role.does[function],
                pay + office + plan.overhead.indirect_rate * bears,
                once,
            )
