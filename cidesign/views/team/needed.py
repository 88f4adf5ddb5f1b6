"""How the hours a function needs come about, in figures and words: what makes work, hours for each,
what the phase asks for, each with its bounds and where it comes from.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cidesign.budget import need_steps
from cidesign.domain.catalog import Catalog
from cidesign.domain.entries import HIGHEST_NEED_LEVEL as HIGHEST
from cidesign.domain.fact import Fact
from cidesign.domain.figures import hours, listed, percent
from cidesign.domain.need import NeedSteps
from cidesign.domain.plan import Plan
from cidesign.domain.value import MONTHS, plain
from cidesign.domain.words import FUNCTIONS, Function, Phase
from cidesign.domain.workshop import Bundle
from cidesign.outlook import phases_in_year
from cidesign.text import say, say_count
from cidesign.views.overview import drafting
from cidesign.views.partners.words import where_counted

WHOLE_HOUR = Decimal(1)


def steps_of(bundle: Bundle, catalog: Catalog, function: Function) -> NeedSteps | None:
    """How the first year's need of a function comes about; None where the hours are set by hand."""
    plan = bundle.plan
    if plan is None or plan.drivers is None:
        return None
    return need_steps(function, plan.drivers, months_of(bundle, plan), catalog.need_table())


def how_to_read(bundle: Bundle, catalog: Catalog) -> str:
    """How the steps are read, and which of them are counted from a list."""
    said = say("Hours a month: what makes work, then what the phase asks for of it.")
    return f"{said} {where_counted(bundle, catalog)}".strip()


def phases_named(bundle: Bundle, catalog: Catalog) -> str:
    """The phases of the first year, each with its months where there are several."""
    months = months_of(bundle, bundle.plan) if bundle.plan else {}
    names = {phase: catalog.labels.phases[str(phase)] for phase in months}
    if len(months) < 2:
        return "".join(names.values())
    return listed(
        [
            say_count("{phase}, {n} month", "{phase}, {n} months", n, phase=names[phase], n=n)
            for phase, n in months.items()
        ]
    )


def months_of(bundle: Bundle, plan: Plan) -> Mapping[Phase, int]:
    """How many months of the first year lie in each phase."""
    if bundle.outlook is not None:
        return phases_in_year(plan, bundle.outlook, 0)
    return {plan.phase: MONTHS} if plan.phase else {}


def step_rows(bundle: Bundle, catalog: Catalog, function: Function) -> list[dict[str, str]]:
    """Every factor, one row each: how many, hours for each with its bounds and its source, and what
    they make; the phases and the sum last.
    """
    needed, plan = steps_of(bundle, catalog, function), bundle.plan
    if needed is None or plan is None:
        return []
    facts = {one.id: one.hours[function] for one in catalog.drivers if function in one.hours}
    what, factor, source, makes = say("Step"), say("Factor"), say("Where from"), say("A month")
    rows = [
        {
            what: say("{driver}, counted", driver=catalog.labels.drivers[step.driver])
            if step.driver in bundle.counts
            else catalog.labels.drivers[step.driver],
            factor: say(
                "{count} × {hours} h each",
                count=plain(step.count),
                hours=plain(step.hours_each),
            ),
            source: _source(catalog, facts[step.driver]),
            makes: hours(step.hours),
        }
        for step in needed.steps
    ]
    levels = [
        {
            what: catalog.labels.phases[str(phase)],
            factor: say("level {level} of {highest}", level=plain(level.value), highest=HIGHEST),
            source: _source(catalog, level),
            makes: say_count("{n} month of the year", "{n} months of the year", n, n=n),
        }
        for phase, n in months_of(bundle, plan).items()
        for level in [catalog.entry("phases", str(phase)).need_level[function]]
    ]
    asked = {
        what: say("Hours needed"),
        factor: say("{share} of the hours above", share=percent(needed.factor)),
        source: "",
        makes: hours(needed.hours),
    }
    return [*rows, *levels, asked]


def _source(catalog: Catalog, fact: Fact) -> str:
    low, high = (plain(bound) for bound in fact.range)
    return say(
        "{basis}, {low} to {high} {unit} ({source})",
        basis=fact.basis.in_words,
        low=low,
        high=high,
        unit=fact.unit,
        source=catalog.source(fact.source).in_short,
    )


def by_hand(solved: Plan) -> dict[str, Any]:
    """Hours by function as they are now, to whole hours, to begin with when they are set by hand.

    Args:
        solved: the plan with its need in hours.
    """
    need = solved.need or {}
    return {str(f): need.get(f, Decimal(0)).quantize(WHOLE_HOUR) for f in FUNCTIONS}


def from_work(bundle: Bundle, catalog: Catalog, plan: Plan) -> tuple[dict[str, Decimal], str]:
    """What makes work in usual numbers, and the phase, to begin with where hours follow from them
    again.
    """
    told = bundle.workshop.initiative.partners
    return drafting.drivers(catalog, told), str(plan.phase or drafting.USUAL_PHASE)
