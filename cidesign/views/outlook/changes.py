"""What changes in a hiring plan when, and what else is new at that time, in sentences."""

from collections.abc import Mapping

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte, hours, inside, listed, month
from cidesign.domain.naming import payer_named
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.value import MONTHS, months_after, months_between
from cidesign.text import say
from cidesign.views.outlook.carried import Carried
from cidesign.views.outlook.rows import label_of_year
from cidesign.views.team.words import phase_begins

MOVED = 0.1
"""A need that changes by at least this share is told."""
_SMALL = 1e-9


def changes(carried: Carried, plan: Plan, years: OutlookPlan, catalog: Catalog) -> tuple[str, ...]:
    """A sentence for each year in which posts change, and one where none does after the first.

    Args:
        carried: the hiring plan.
        plan: of the first year: who is in post before it, and what each role does.
        years: the calendar, phases and sources.
        catalog: what people read for an id.
    """
    said: list[str] = []
    last: Mapping[str, float] = in_post(plan)
    for place, year in enumerate(carried.years):
        moved = _moved(last, year.posts, catalog)
        if moved:
            parts = (
                say(
                    "{year}: {changes}.",
                    year=label_of_year(years.start, place),
                    changes="; ".join(moved),
                ),
                _also(carried, place, plan, years, catalog) if place else "",
            )
            said.append(" ".join(one for one in parts if one))
        last = year.posts
    if len(carried.years) > 1 and all(
        one.posts == carried.years[0].posts for one in carried.years[1:]
    ):
        said.append(
            say("After that the posts stay as they are.")
            if said
            else say("The posts stay as they are.")
        )
    return tuple(said)


def in_post(plan: Plan) -> dict[str, float]:
    """FTE in post before the first year, by role."""
    return {role.id: float(role.in_post) for role in plan.roles if role.in_post}


def _moved(before: Mapping[str, float], now: Mapping[str, float], catalog: Catalog) -> list[str]:
    said = []
    for id in sorted({*before, *now}, key=lambda one: catalog.labels.roles[one].casefold()):
        was, there = before.get(id, 0.0), now.get(id, 0.0)
        slots = {"role": inside(catalog.labels.roles[id]), "was": fte(was), "now": fte(there)}
        if abs(there - was) < _SMALL:
            continue
        if not was:
            said.append(say("{role} comes with {now} FTE", **slots))
        elif not there:
            said.append(say("{role} leaves with {was} FTE", **slots))
        elif there > was:
            said.append(say("{role} grows from {was} to {now} FTE", **slots))
        else:
            said.append(say("{role} goes down from {was} to {now} FTE", **slots))
    return said


def _also(carried: Carried, place: int, plan: Plan, years: OutlookPlan, catalog: Catalog) -> str:
    """What else is new in a year: phases that begin, money that begins or has ended, and of what
    the posts that change do the need that moved most.
    """
    first = months_after(years.start, MONTHS * place)
    last = months_after(first, MONTHS - 1)
    facts = [phase_begins(one, catalog) for one in years.phases if first <= one.from_ <= last]
    for one in years.funding:
        if first <= one.from_ <= last and one.from_ > years.start:
            facts.append(
                say(
                    "the money of {who} begins in {month}",
                    who=payer_named(one.id),
                    month=month(one.from_),
                )
            )
        if 0 <= months_between(one.to, last) <= MONTHS and one.usd:
            facts.append(
                say(
                    "the money of {who} ends in {month}",
                    who=payer_named(one.id),
                    month=month(one.to),
                )
            )
    facts += _need(carried, place, plan, catalog)
    return say("At that time: {facts}.", facts=listed(facts)) if facts else ""


def _need(carried: Carried, place: int, plan: Plan, catalog: Catalog) -> list[str]:
    before, year = carried.years[place - 1], carried.years[place]
    was, now = before.need_hours, year.need_hours
    done = {
        str(function)
        for role in plan.roles
        if before.posts.get(role.id, 0.0) != year.posts.get(role.id, 0.0)
        for function in role.does
    }
    moves = {id: now[id] - was.get(id, 0.0) for id in now if id in done}
    id = max(moves, key=lambda one: abs(moves[one]), default="")
    if not id or abs(moves[id]) < MOVED * max(was.get(id, 0.0), 1.0):
        return []
    slots = {
        "function": inside(catalog.labels.functions[id]),
        "now": hours(now[id]),
        "was": hours(was.get(id, 0.0)),
    }
    return [say("{function} needs {now} a month, before it {was}", **slots)]
