"""What a draft still takes from our usual values: each group of figures nobody here has put in, and
the page to correct it on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cidesign.acts.seal import is_sealed
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, money, rate
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.overview import drafting
from cidesign.views.overview.beginning import usual_budget
from cidesign.views.overview.first_team import first_team_said
from cidesign.views.sources import dollars
from cidesign.views.sources.facts import value_words
from cidesign.views.structure.ours import usual_answers
from cidesign.views.structure.sets import sets_view
from cidesign.views.team.regional import at_prices_of, note, region_named

CHANGE = "change"
"""The tab in which a page lets its figures be changed."""


@dataclass(frozen=True)
class Usual:
    """A group of usual values that is still in use.

    Args:
        said: which, in a sentence that begins with its page.
        page: where it is changed.
        tab: the tab of that page; empty where it stands open.
    """

    said: str
    page: str
    tab: str = ""


def still_usual(bundle: Bundle, catalog: Catalog) -> tuple[Usual, ...]:
    """Each group of usual values that is still in use, with the place where it is changed; nothing
    where all are the committee's own.
    """
    groups = (
        (_about_structure(bundle, catalog), "structure", ""),
        (_about_sets(bundle, catalog), "structure", "arrangement"),
        (_about_the_way(bundle, catalog), "process", "who-may-apply"),
        (_about_rules(bundle, catalog), "process", "weighing"),
        (_about_plan(bundle, catalog), "team", CHANGE),
        (_about_years(bundle, catalog), "outlook", CHANGE),
    )
    return tuple(Usual(said, page, tab) for told, page, tab in groups for said in told)


def assumed(bundle: Bundle, catalog: Catalog) -> tuple[str, ...]:
    """The same as sentences."""
    return tuple(one.said for one in still_usual(bundle, catalog))


def _about_structure(bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    usual, all_asked = _usual_of("structure", bundle, catalog)
    if usual:
        yield say_count(
            "Structure: {n} of {all} answers is a usual one.",
            "Structure: {n} of {all} answers are usual ones.",
            usual,
            n=count(usual),
            all=count(all_asked),
        )


def _about_sets(bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    """Figures that a choice about the structure sets in the plan, and nobody has changed."""
    for one in sets_view(bundle, catalog).counted:
        if one.usual is not None and one.value == one.usual.value:
            yield say(
                "Structure: {figure}, {value}, is counted in the plan and is a usual figure.",
                figure=inside(one.label),
                value=value_words(one.usual),
            )


def _about_the_way(bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    usual, all_asked = _usual_of("mode", bundle, catalog)
    if usual and not is_sealed(bundle):
        yield say_count(
            "Process: {n} of {all} answers about who may apply is a usual one.",
            "Process: {n} of {all} answers about who may apply are usual ones.",
            usual,
            n=count(usual),
            all=count(all_asked),
        )


def _usual_of(about: str, bundle: Bundle, catalog: Catalog) -> tuple[int, int]:
    """How many answers about this are usual ones, and how many there are."""
    asked = [one.id for one in catalog.structure_drivers if one.about == about]
    usual = usual_answers(bundle.structure, catalog)
    return sum(id in usual for id in asked), len(asked)


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
    year = plan.price_year or dollars.index(catalog).last
    if plan.funding.budget_usd == usual_budget(catalog, year):
        yield say(
            "Team and budget: {budget} is the lower end of usual first years, in dollars of "
            "{year}, rounded up.",
            budget=money(usual_budget(catalog, year)),
            year=year,
        )
    lean = catalog.price("lean_year_usd")
    if bundle.workshop.initiative.lean_until and plan.funding.budget_usd == lean.value:
        yield say(
            "Team and budget: {budget} is what a lean year may cost.", budget=money(lean.value)
        )
    yield from _drivers(plan, bundle, catalog)
    yield from _salaries(plan, bundle, catalog)
    if said := first_team_said(plan, catalog):
        yield say("Team and budget: {sentence}", sentence=said)


def _drivers(plan: Plan, bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    told = bundle.workshop.initiative.partners
    usual = drafting.drivers(catalog, told)
    same = [
        id
        for id, number in (plan.drivers or {}).items()
        if id not in bundle.counts
        and usual.get(id) == number
        and (told is None or id != drafting.PARTNERS)
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
        return
    listed = bundle.counts.get(drafting.PARTNERS, told)
    if listed == told:
        yield say_count(
            "Team and budget: {n} of the numbers that make work follows your {partners} partners "
            "in the usual ratio.",
            "Team and budget: {n} of the numbers that make work, such as meetings, follow your "
            "{partners} partners in the usual ratio.",
            len(same),
            n=count(len(same)),
            partners=told,
        )
    else:
        yield say_count(
            "Team and budget: {n} of the numbers that make work follows the {partners} partners "
            "told at first, and the list has {listed}.",
            "Team and budget: {n} of the numbers that make work, such as meetings, follow the "
            "{partners} partners told at first, and the list has {listed}.",
            len(same),
            n=count(len(same)),
            partners=told,
            listed=listed,
        )


def _salaries(plan: Plan, bundle: Bundle, catalog: Catalog) -> Iterator[str]:
    region = region_named(catalog, bundle.workshop.initiative.state)
    salaries = {role.id: role.salary_usd for role in plan.roles}
    for place in dict.fromkeys((region, None)):
        for year in dict.fromkeys((plan.price_year, None)):
            roles = at_prices_of(catalog.plan_roles(year), place)
            usual = {role.id: role.salary_usd for role in roles}
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
    if not years.funding:
        yield say("Outlook: nobody who pays is listed, so no money is promised yet.")
