"""What a draft still takes from our usual values: each group of figures nobody here has put in, and
the page to correct it on.
"""

from collections.abc import Iterator

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, money, rate
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.overview import drafting
from cidesign.views.overview.beginning import usual_budget
from cidesign.views.team.regional import at_prices_of, note, region_named


def assumed(bundle: Bundle, catalog: Catalog) -> tuple[str, ...]:
    """One sentence for each group of usual values that is still in use; nothing where all are the
    committee's own.
    """
    return (
        *_about_structure(bundle, catalog),
        *_about_rules(bundle, catalog),
        *_about_plan(bundle, catalog),
        *_about_years(bundle, catalog),
    )


def _about_structure(bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    given = bundle.structure.answers if bundle.structure else {}
    usual = [
        driver
        for driver in catalog.structure_drivers
        if given.get(driver.id) == driver.default.value
    ]
    if usual:
        yield say_count(
            "Structure: {n} of {all} answers is a usual one.",
            "Structure: {n} of {all} answers are usual ones.",
            len(usual),
            n=count(len(usual)),
            all=count(len(catalog.structure_drivers)),
        )


def _about_rules(bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    weights = (
        {criterion.id: criterion.weight for criterion in bundle.rules.criteria}
        if bundle.rules
        else {}
    )
    if weights and weights == {entry.id: entry.weight.value for entry in catalog.criteria}:
        yield say(
            "Process: the {n} criteria and their weights are usual ones.", n=count(len(weights))
        )


def _about_plan(bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    plan = bundle.plan
    if plan is None:
        return
    if plan.funding.budget_usd == usual_budget(catalog):
        yield say(
            "Team and budget: {budget} is the lower end of usual first years, in today's dollars.",
            budget=money(usual_budget(catalog)),
        )
    yield from _drivers(plan, bundle, catalog)
    yield from _salaries(plan, bundle, catalog)
    if plan.roles and not any(role.must_have for role in plan.roles) and not plan.floor:
        yield say(
            "Team and budget: little money is in sight, so no post is a must, rooms are given in "
            "kind, and a function may go uncovered."
        )


def _drivers(plan: Plan, bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    told = bundle.workshop.initiative.partners
    usual = drafting.drivers(catalog, told)
    same = [
        id
        for id, number in (plan.drivers or {}).items()
        if usual.get(id) == number and (told is None or id != drafting.PARTNERS)
    ]
    if not same:
        return
    if told is None:
        yield say_count(
            "Team and budget: {n} of the numbers that make work is a usual one.",
            "Team and budget: {n} of the numbers that make work, such as partners and meetings, "
            "are usual ones.",
            len(same),
            n=count(len(same)),
        )
    else:
        yield say_count(
            "Team and budget: {n} of the numbers that make work follows your {partners} partners "
            "in the usual ratio.",
            "Team and budget: {n} of the numbers that make work, such as meetings, follow your "
            "{partners} partners in the usual ratio.",
            len(same),
            n=count(len(same)),
            partners=told,
        )


def _salaries(plan: Plan, bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    region = region_named(catalog, bundle.workshop.initiative.state)
    salaries = {role.id: role.salary_usd for role in plan.roles}
    for place in dict.fromkeys((region, None)):
        usual = {role.id: role.salary_usd for role in at_prices_of(catalog.plan_roles(), place)}
        if any(usual.get(id) == salary for id, salary in salaries.items()):
            yield say("Team and budget: {note}", note=note(catalog, place))
            return


def _about_years(bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    years = bundle.outlook
    if years is None:
        return
    if years.growth.salaries == catalog.price("salary_growth").value:
        yield say(
            "Outlook: salaries grow by {rate} a year, a usual rate.",
            rate=rate(years.growth.salaries),
        )
    if len(years.phases) > 1 and [(one.phase.value, one.from_) for one in years.phases] == [
        (one["phase"], one["from"]) for one in drafting.phases(years.start, years.phases[0].phase)
    ]:
        yield say("Outlook: a phase lasts {n} months.", n=drafting.MONTHS_OF_A_PHASE)
    if (
        len(years.funding) == 1
        and bundle.plan
        and years.funding[0].usd == bundle.plan.funding.budget_usd
    ):
        yield say("Outlook: the first year's money is the only money so far.")
