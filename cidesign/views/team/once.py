"""Work of the first year only, such as time to build trust: what would be usual, how many hours a
month it needs, and what they cost.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.budget import need_steps
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.entries import DriverEntry
from cidesign.domain.figures import money, rounded
from cidesign.domain.plan import Plan
from cidesign.domain.reading import role_cost_usd
from cidesign.domain.value import MONTHS, plain
from cidesign.domain.words import FUNCTIONS
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, inside, known, of, sentence, told
from cidesign.views.overview.drafting import PARTNERS
from cidesign.views.team.needed import months_of


@dataclass(frozen=True)
class Once:
    """Work of the first year only.

    Args:
        entry: what makes it.
        hours: a month, as the phase asks for them.
        usd: what so many hours cost in a year, at what an hour of the team costs; None without a
            team.
    """

    entry: DriverEntry
    hours: Fraction
    usd: float | None


def once(bundle: Bundle, catalog: Catalog, solved: Plan, found: Allocation) -> tuple[Once, ...]:
    """All work of the first year only that our plan asks for.

    Args:
        bundle: the workshop.
        catalog: hours for each, and what a phase asks for.
        solved: the plan whose team was found.
        found: that team.
    """
    plan, rate = bundle.plan, usd_of_an_hour(solved, found)
    if plan is None or plan.drivers is None:
        return ()
    made = []
    for entry in catalog.drivers:
        if not entry.first_year_only or not plan.drivers.get(entry.id):
            continue
        alone = {entry.id: plan.drivers[entry.id]}
        needed = sum(
            (
                need_steps(function, alone, months_of(bundle, plan), catalog.need_table()).hours
                for function in FUNCTIONS
            ),
            Fraction(0),
        )
        usd = None if rate is None else rate * float(needed) * MONTHS
        made.append(Once(entry, needed, usd))
    return tuple(made)


def usd_of_an_hour(solved: Plan, found: Allocation) -> float | None:
    """What an hour at work of the team costs, salary with benefits; None without a team."""
    costs = role_cost_usd(solved, found) if found.found else {}
    paid = sum(
        costs[role.id] / float(role.cost_per_fte_usd) for role in solved.roles if costs.get(role.id)
    )
    whole = paid * float(solved.hours_per_fte_month) * MONTHS
    return sum(costs.values()) / whole if whole else None


def line(one: Once) -> Sentence:
    """How many hours it needs and what they cost, in one sentence."""
    name = known(one.entry.label)
    needs = Figure(
        f"{rounded(one.hours):,}",
        one.hours,
        "hours/month",
        told(say("Hours a month of the first year: {what}"), what=inside(name)),
        of("hours_for", one.entry.id),
    )
    if one.usd is None:
        said = say("{what}: the plan needs {hours} hours a month for it, in the first year only.")
        return told(said, what=name, hours=sentence(needs))
    cost = Figure(
        money(one.usd),
        one.usd,
        "USD/year",
        told(say("What these hours cost: {what}"), what=inside(name)),
        of("cost_of_hours", one.entry.id),
    )
    said = say(
        "{what}: the plan needs {hours} hours a month for it, in the first year only. At what an "
        "hour of our team costs, that is {usd} of staff."
    )
    return told(said, what=name, hours=sentence(needs), usd=cost)


def usual(entry: DriverEntry, bundle: Bundle) -> str:
    """What would be usual for our partners; empty for what has no such figure."""
    fact, plan = entry.for_each_partner, bundle.plan
    partners = (plan.drivers or {}).get(PARTNERS) if plan else None
    if fact is None or not partners:
        return ""
    low, high = (plain(bound) for bound in fact.range)
    return say(
        "We assume {each} hours a month for each partner ({low} to {high}): {total} for "
        "{partners} partners.",
        each=plain(fact.value),
        low=low,
        high=high,
        total=plain((fact.value * partners).quantize(Decimal("0.1")).normalize() + 0),
        partners=plain(partners),
    )
