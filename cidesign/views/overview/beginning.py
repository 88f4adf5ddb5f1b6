"""Where a workshop comes from: a bundle somebody brings, or a new one made of the catalog's usual
values.
"""

from decimal import ROUND_CEILING, Decimal
from typing import Any

from cidesign.acts.rule_sheet import first_rules
from cidesign.budget import with_need
from cidesign.domain.catalog import Catalog
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS
from cidesign.domain.workshop import Bundle
from cidesign.outlook import with_first_need
from cidesign.record import changed, read_files, read_zip
from cidesign.views.overview import drafting
from cidesign.views.overview.drafting import Answers
from cidesign.views.overview.first_team import COORDINATOR, first_team, team_of
from cidesign.views.sources import dollars
from cidesign.views.structure.view import structure_view
from cidesign.views.team.regional import at_prices_of, region_named

LONGEST_NAME = drafting.LONGEST_NAME


def brought(content: bytes, name: str, catalog: Catalog) -> Bundle:
    """The workshop in a zip that somebody opens.

    Raises:
        BadInput: every problem of every file, and drivers or questions that nobody knows.
    """
    bundle = read_zip(content, name)
    structure_view(bundle, catalog)
    if bundle.plan is not None:
        with_first_need(bundle.plan, bundle.outlook, catalog.need_table())
    return bundle


def begun(name: str, catalog: Catalog, *, start: str) -> Bundle:
    """A new workshop with usual values everywhere, so that every page can answer; each of them is
    there to be changed.

    Args:
        name: of the alliance.
        catalog: where the values come from.
        start: first month of the backbone, ``YYYY-MM``.

    Raises:
        BadInput: the name is empty or too long.
    """
    return drafted(Answers(name=name, start=start), catalog)


def drafted(answers: Answers, catalog: Catalog) -> Bundle:
    """A whole first draft out of eight answers: profile, structure answers, rule sheet, plan and
    years ahead; what was left open is usual.

    Raises:
        BadInput: every answer that cannot be used.
    """
    told = drafting.checked(answers, catalog)
    plan = first_plan(catalog, told)
    years = first_outlook(catalog, told)
    del plan["hiring"]  # the years say it
    team = team_of(Plan.model_validate(plan))
    is_small = team is None or team.is_small
    about_structure = drafting.structure_answers(told, catalog, is_small=is_small)
    bundle = read_files({"workshop.yaml": b"name: new\n"})
    profile = drafting.initiative(told, catalog)
    for file, document in (
        (
            "workshop.yaml",
            {"name": told.name, **({"initiative": profile} if profile else {}), "stage": "draft"},
        ),
        ("structure.yaml", {"answers": about_structure}),
        ("plan.yaml", plan),
        ("outlook.yaml", years),
    ):
        bundle = changed(bundle, file, {(): document})
    advised = structure_view(bundle, catalog).advised_mode.id
    return changed(bundle, "rules.yaml", {(): {**first_rules(catalog), "mode": advised}})


def first_plan(catalog: Catalog, told: Answers) -> dict[str, Any]:
    """What a first ``plan.yaml`` says: what was told, and usual values everywhere else; in dollars
    of the year it starts in, salaries brought there and at the price level of the state; with the
    first team that its money carries.
    """
    year = int(told.start[:4])
    plan = {
        "price_year": year,
        "hours_per_fte_month": catalog.price("hours_per_fte_month").value,
        "smallest_post": catalog.price("smallest_post").value,
        "people_only_share": catalog.price("people_only_share").value,
        "drivers": drafting.drivers(catalog, told.partners),
        "phase": told.phase_to_plan.value,
        "priorities": {function.value: 1 for function in FUNCTIONS},
        "roles": list(at_prices_of(catalog.plan_roles(year), region_named(catalog, told.region))),
        "supervision": {
            "by": [COORDINATOR],
            "hours_per_person": catalog.price("supervision_hours").value,
        },
        "hiring": _hiring(catalog),
        "lines": list(catalog.plan_lines()),
        "office": {
            "base_usd": catalog.price("office_base_usd").value,
            "per_person_usd": catalog.price("office_per_person_usd").value,
            "indirect": bool(catalog.price("office_bears_indirect").value),
        },
        "reserve_rate": catalog.price("reserve_rate").value,
        "community_min_share": catalog.price("community_min_share").value,
        "funding": {"budget_usd": told.budget_usd or usual_budget(catalog, year)},
    }
    whole = with_need(Plan.model_validate(plan), catalog.need_table())
    led = first_team(whole, catalog)
    return {
        **plan,
        "floor": led.floor,
        "roles": list(led.roles),
        "supervision": led.supervision,
        "office": led.office,
    }


def _hiring(catalog: Catalog) -> dict[str, Decimal]:
    return {
        "cost_share": catalog.price("hiring_cost_share").value,
        "severance_share": catalog.price("severance_share").value,
        "ramp_up_loss": catalog.price("ramp_up_loss").value,
    }


def usual_budget(catalog: Catalog, year: int) -> Decimal:
    """The lower end of the usual first years in dollars of a year, up to the next 5,000."""
    then = Decimal(repr(dollars.from_2017(catalog, year)))
    usual = catalog.price("budget_first_years_low").value * then
    return (usual / 5000).to_integral_value(ROUND_CEILING) * 5000


def first_outlook(catalog: Catalog, told: Answers) -> dict[str, Any]:
    """What a first ``outlook.yaml`` says. It names nobody who pays: a budget is no promise."""
    start = told.start
    return {
        "start": start,
        "years": 5,
        "phases": drafting.phases(start, told.phase_to_plan),
        "growth": {
            "salaries": catalog.price("salary_growth").value,
            "other": catalog.price("other_growth").value,
        },
        "hiring": _hiring(catalog),
        "reserve_target_months": catalog.price("reserve_target_months").value,
    }
