"""Where a workshop comes from: a bundle somebody brings, or a new one made of the catalog's usual
values.
"""

from decimal import ROUND_CEILING, Decimal
from typing import Any

from cidesign.acts.rule_sheet import first_rules
from cidesign.budget import allocate, with_need
from cidesign.domain.catalog import Catalog
from cidesign.domain.value import months_after
from cidesign.domain.words import FUNCTIONS
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, read_files, read_zip
from cidesign.views.overview import drafting
from cidesign.views.overview.drafting import Answers
from cidesign.views.structure.view import structure_view
from cidesign.views.team.regional import at_prices_of, region_named

LONGEST_NAME = drafting.LONGEST_NAME
SMALLEST_POST = Decimal("0.25")
NOTHING_TOLD = Answers(name="", start="")


def brought(content: bytes, name: str, catalog: Catalog) -> Bundle:
    """The workshop in a zip that somebody opens.

    Raises:
        BadInput: every problem of every file, and drivers or questions that nobody knows.
    """
    bundle = read_zip(content, name)
    structure_view(bundle, catalog)
    if bundle.plan is not None:
        with_need(bundle.plan, catalog.need_table())
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

    Where the money does not pay for the usual posts, the plan is a lean one (``lean``).

    Raises:
        BadInput: every answer that cannot be used.
    """
    told = drafting.checked(answers, catalog)
    plan = first_plan(catalog, told)
    bundle = changed(read_files({"workshop.yaml": b"name: new\n"}), "plan.yaml", {(): plan})
    if is_lean := not _can_be_paid(bundle, catalog):
        plan = lean(plan)
    profile = drafting.initiative(told, catalog)
    for file, document in (
        (
            "workshop.yaml",
            {"name": told.name, **({"initiative": profile} if profile else {}), "stage": "draft"},
        ),
        ("structure.yaml", {"answers": drafting.structure_answers(told, catalog, lean=is_lean)}),
        ("plan.yaml", plan),
        ("outlook.yaml", first_outlook(catalog, told.start, told)),
    ):
        bundle = changed(bundle, file, {(): document})
    advised = structure_view(bundle, catalog).advised_mode.id
    return changed(bundle, "rules.yaml", {(): {**first_rules(catalog), "mode": advised}})


def _can_be_paid(bundle: Bundle, catalog: Catalog) -> bool:
    if bundle.plan is None or bundle.plan.funding.budget_usd >= usual_budget(catalog):
        return True
    return allocate(with_need(bundle.plan, catalog.need_table())).found


def first_plan(catalog: Catalog, told: Answers = NOTHING_TOLD) -> dict[str, Any]:
    """What a first ``plan.yaml`` says: what was told, and usual values everywhere else; salaries at
    the price level of the state.
    """
    return {
        "price_year": catalog.price("price_factor_2017_2025").as_of.year,
        "hours_per_fte_month": catalog.price("hours_per_fte_month").value,
        "drivers": drafting.drivers(catalog, told.partners),
        "phase": told.phase_to_plan.value,
        "priorities": {function.value: 1 for function in FUNCTIONS},
        "roles": list(at_prices_of(catalog.plan_roles(), region_named(catalog, told.region))),
        "lines": list(catalog.plan_lines()),
        "office": {
            "base_usd": catalog.price("office_base_usd").value,
            "per_fte_usd": catalog.price("office_per_fte_usd").value,
        },
        "reserve_rate": catalog.price("reserve_rate").value,
        "community_min_share": catalog.price("community_min_share").value,
        "funding": {"budget_usd": told.budget_usd or usual_budget(catalog)},
    }


def lean(plan: dict[str, Any]) -> dict[str, Any]:
    """The same plan where little money is in sight: no post is a must, the smallest is a quarter,
    rooms come in kind, no least coverage.
    """
    roles = [
        role.model_copy(update={"must_have": False, "min_fte": min(role.min_fte, SMALLEST_POST)})
        for role in plan["roles"]
    ]
    return {**plan, "floor": 0, "roles": roles, "office": {**plan["office"], "base_usd": 0}}


def usual_budget(catalog: Catalog) -> Decimal:
    """The lower end of the usual first years in today's dollars, up to the next 5,000."""
    today = (
        catalog.price("budget_first_years_low").value
        * catalog.price("price_factor_2017_2025").value
    )
    return (today / 5000).to_integral_value(ROUND_CEILING) * 5000


def first_outlook(catalog: Catalog, start: str, told: Answers = NOTHING_TOLD) -> dict[str, Any]:
    """What a first ``outlook.yaml`` says; the money of the first year is the only money."""
    budget = told.budget_usd or usual_budget(catalog)
    return {
        "start": start,
        "years": 5,
        "phases": drafting.phases(start, told.phase_to_plan),
        "growth": {
            "salaries": catalog.price("salary_growth").value,
            "other": catalog.price("other_growth").value,
        },
        "hiring": {
            "cost_share": catalog.price("hiring_cost_share").value,
            "severance_share": catalog.price("severance_share").value,
            "ramp_up_loss": catalog.price("ramp_up_loss").value,
        },
        "reserve_target_months": catalog.price("reserve_target_months").value,
        "funding": [
            {
                "id": "first_year_budget",
                "usd": budget,
                "from": start,
                "to": months_after(start, 11),
                "pays": "yearly_ahead",
            }
        ],
    }
