"""What is entered of a plan, in a row of words each: a post, a purchase, a gift in kind; and what
would go with one that is taken out.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import month
from cidesign.domain.figures import fte, inside, listed, money, rate
from cidesign.domain.labels import Labels
from cidesign.domain.money import InKind
from cidesign.domain.naming import id_as_named, name_from, payer_named
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.ties import Listed, ties_of
from cidesign.domain.value import MONTHS, months_after, plain
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.team.regional import at_prices_of, region_named

OFFICE = "office"
MOST_OF_ITS_OWN = Decimal(1)
"""A post of the committee's own begins with at most one full-time person."""


def post(role: Role, labels: Labels, start: str) -> str:
    """A post: its pay and size, and what else was said of it.

    Args:
        role: as the plan has it.
        labels: what people read for posts and functions.
        start: first month of the first year, ``YYYY-MM``; empty where nobody has said.
    """
    size = (
        fte(role.min_fte)
        if role.min_fte == role.max_fte
        else say("{least} to {most}", least=fte(role.min_fte), most=fte(role.max_fte))
    )
    parts = [
        say(
            "{salary} full time, {rate} benefits",
            salary=money(role.salary_usd),
            rate=rate(role.benefits_rate),
        ),
        say("{size} FTE", size=size),
        say("a must") if role.must_have else "",
        say("contractor") if role.is_contractor else "",
        say("{fte} FTE in post", fte=fte(role.in_post)) if role.in_post else "",
        _part_of_a_year(role, start) if role.start_month > 1 else "",
        say("only with {posts}", posts=_names(role.needs, labels.roles)) if role.needs else "",
        listed(
            [
                f"{inside(labels.functions[f])} {plain(role.does[f])}"
                for f in FUNCTIONS
                if f in role.does
            ]
        ),
    ]
    return " · ".join(part for part in parts if part)


def _part_of_a_year(role: Role, start: str) -> str:
    """Since when, and for how many months of the first year, whoever is new is paid."""
    months = MONTHS + 1 - role.start_month
    return say_count(
        "from {month}, {months} month of the first year",
        "from {month}, {months} months of the first year",
        months,
        month=month_named(role.start_month, start),
        months=months,
    )


def month_named(place: int, start: str) -> str:
    """A month of the first year: March 2027; month 3 where nobody has said when it begins."""
    return month(months_after(start, place - 1)) if start else say("month {place}", place=place)


def months_of_a_year(start: str) -> dict[int, str]:
    """The twelve of them, by place."""
    return {place: month_named(place, start) for place in range(1, MONTHS + 1)}


def start_of(bundle: Bundle) -> str:
    """First month of the first year; empty where nobody has said."""
    return bundle.outlook.start if bundle.outlook else ""


def purchase(line: Line, labels: Labels) -> str:
    """A purchase: what it costs, what it serves, whether it is always bought."""
    least = (
        say("always bought, at least {usd}", usd=money(line.min_usd))
        if line.min_usd
        else say("bought where it pays")
    )
    served = [f for f in FUNCTIONS if line.functions.get(f)]
    parts = [
        say("up to {usd} a year", usd=money(line.most_usd)),
        least,
        say("serves {functions}", functions=listed([inside(labels.functions[f]) for f in served])),
        "" if line.indirect else say("bears no indirect cost"),
    ]
    return " · ".join(part for part in parts if part)


def gift(one: InKind, labels: Labels) -> str:
    """A gift in kind: what it is worth, and what it takes cost off."""
    return say(
        "{usd} a year, off {what}",
        usd=money(one.usd),
        what=inside(offset_named(one.offsets, labels)),
    )


def offset_named(offsets: str, labels: Labels) -> str:
    """What people read for what a gift takes cost off."""
    kind, _, id = offsets.partition(":")
    if kind == OFFICE:
        return say("The office")
    return labels.roles[id] if kind == "role" else labels.lines[id]


def offsets_of(plan: Plan, labels: Labels) -> dict[str, str]:
    """All a gift may take cost off, with what people read for it."""
    there = [
        OFFICE,
        *(f"role:{role.id}" for role in plan.roles),
        *(f"line:{line.id}" for line in plan.lines),
    ]
    return {one: offset_named(one, labels) for one in there}


def goes_with(record: Bundle, kind: Listed, id: str, labels: Labels) -> str:
    """What else changes where a post or purchase is taken out; empty where nothing does."""
    ties = ties_of(record, kind, id)
    said = [
        *(say("{post} no longer needs it", post=labels.roles[id]) for id in ties.needed_by),
        say("nobody leads any more, and no time is kept for it") if ties.leads_alone else "",
        say("it no longer leads") if ties.leads and not ties.leads_alone else "",
        *(say("the gift {gift} goes too", gift=name_from(id)) for id in ties.gifts),
        *(say("{source} no longer pays for it", source=payer_named(id)) for id in ties.payers),
        *(
            say("the scenario {name} no longer changes it", name=record.scenarios[id].name)
            for id in ties.scenarios
        ),
    ]
    told = [one for one in said if one]
    return say("With it: {changes}.", changes=listed(told)) if told else ""


def stays_for(record: Bundle, kind: Listed, id: str) -> str:
    """Who pays for nothing else, so that it cannot go before they may pay for something else;
    empty where nobody does.
    """
    only = [payer_named(one) for one in ties_of(record, kind, id).only_payers]
    told = say_count(
        "{sources} pays for nothing else: first say what else it may pay for.",
        "{sources} pay for nothing else: first say what else they may pay for.",
        len(only),
        sources=listed(only),
    )
    return told if only else ""


def usual_posts(bundle: Bundle, catalog: Catalog) -> dict[str, Role]:
    """Usual posts the plan does not have, none a must, each needing only posts that are there;
    salaries in the plan's dollars and at our state's price level.
    """
    there = {role.id for role in bundle.plan.roles} if bundle.plan else set()
    year = bundle.plan.price_year if bundle.plan else None
    region = region_named(catalog, bundle.workshop.initiative.state)
    return {
        role.id: role.model_copy(
            update={"must_have": False, "needs": tuple(id for id in role.needs if id in there)}
        )
        for role in at_prices_of(catalog.plan_roles(year), region)
        if role.id not in there
    }


def usual_purchases(plan: Plan, catalog: Catalog) -> dict[str, Line]:
    """Usual purchases the plan does not have."""
    there = {line.id for line in plan.lines}
    return {line.id: line for line in catalog.plan_lines() if line.id not in there}


def own_post(
    plan: Plan, catalog: Catalog, name: str, salary_usd: Decimal, function: Function
) -> dict[str, Any]:
    """A post of the committee's own as ``plan.yaml`` holds it: of the smallest size up to full
    time, with usual benefits, for one function.
    """
    least = plan.smallest_post or plan.fte_step
    return {
        "id": id_as_named(name),
        "salary_usd": salary_usd,
        "benefits_rate": catalog.price("benefits_nonprofit").value,
        "min_fte": least,
        "max_fte": max(least, MOST_OF_ITS_OWN // plan.fte_step * plan.fte_step),
        "does": {str(function): 1},
    }


def own_purchase(
    name: str, usd: Decimal, hours_per_month: Decimal, function: Function
) -> dict[str, Any]:
    """A purchase of the committee's own as ``plan.yaml`` holds it: always bought, for one
    function.
    """
    return {
        "id": id_as_named(name),
        "functions": {str(function): 1},
        "fixed_usd": usd,
        "fixed_hours_per_month": hours_per_month,
        "min_usd": usd,
    }


def _names(ids: tuple[str, ...], labels: Mapping[str, str]) -> str:
    return listed([inside(labels[id]) for id in ids])
