"""Where a workshop comes from: one of our examples, a bundle somebody brings, or a new one made of the catalog's usual values."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any

from cidesign.budget import with_need
from cidesign.domain.catalog import Catalog
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import months_after
from cidesign.domain.words import FUNCTIONS, Phase
from cidesign.domain.workshop import Bundle
from cidesign.home import data_folder
from cidesign.record import changed, read_bundle, read_files, read_mapping, read_zip
from cidesign.steps.structure import structure_view
from cidesign.text import say, say_count

LONGEST_NAME = 120


@dataclass(frozen=True)
class Example:
    """A workshop to look at: its folder's name, its own name, and the sentence that says it is an example."""

    id: str
    name: str
    about: str


def examples(folder: Path | None = None) -> tuple[Example, ...]:
    """The examples that come with the app, in order of their folders."""
    home = folder or data_folder() / "examples"
    found = (path for path in sorted(home.iterdir()) if (path / "workshop.yaml").is_file()) if home.is_dir() else iter(())
    return tuple(_example(path) for path in found)


def _example(path: Path) -> Example:
    said = read_mapping(path / "workshop.yaml")
    return Example(path.name, str(said.get("name", path.name)), str(said.get("example", "")))


def example(id: str, folder: Path | None = None) -> Bundle:
    """A copy of an example to play with.

    Raises:
        BadInput: there is no such example, or what is wrong in it.
    """
    home = folder or data_folder() / "examples"
    if id not in [one.id for one in examples(home)]:
        raise BadInput(
            [
                Problem(
                    id,
                    say("is none of our examples"),
                    say("take one of {names}", names=", ".join(one.id for one in examples(home))),
                )
            ]
        )
    return read_bundle(home / id)


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
    """A new workshop with usual values everywhere, so that every page can answer; each of them is there to be changed.

    Args:
        name: of the alliance.
        catalog: where the values come from.
        start: first month of the backbone, ``YYYY-MM``.

    Raises:
        BadInput: the name is empty or too long.
    """
    said = " ".join(name.split())
    if not said:
        raise BadInput(
            [Problem(say("Name"), say("there is none yet"), say("write the name of your alliance, such as Riverbend Works Together"))]
        )
    if len(said) > LONGEST_NAME:
        raise BadInput(
            [
                Problem(
                    say("Name"),
                    say_count("it has {number} letter", "it has {number} letters", len(said), number=len(said)),
                    say("write at most {most}", most=LONGEST_NAME),
                )
            ]
        )
    bundle = read_files({"workshop.yaml": b"name: new\n"})
    for file, document in (
        ("workshop.yaml", {"name": said, "stage": "draft"}),
        ("structure.yaml", {"answers": {driver.id: driver.default.value for driver in catalog.structure_drivers}}),
        ("rules.yaml", _rules(catalog)),
        ("plan.yaml", first_plan(catalog)),
        ("outlook.yaml", first_outlook(catalog, start)),
    ):
        bundle = changed(bundle, file, {(): document})
    return bundle


def _rules(catalog: Catalog) -> dict[str, Any]:
    return {
        "criteria": [
            {
                "id": entry.id,
                "label": entry.short,
                "question": entry.question,
                "weight": entry.weight.value,
                "scale": {
                    "worst": min(entry.levels),
                    "best": max(entry.levels),
                    "step": 1,
                    "levels": {level: f"{said.short}. {said.says}" for level, said in entry.levels.items()},
                },
            }
            for entry in catalog.criteria
        ],
        "aggregation": "mean",
        "missing": "refuse",
        "quorum": 3,
        "ties": ["shared"],
    }


def first_plan(catalog: Catalog) -> dict[str, Any]:
    """What a first ``plan.yaml`` says: usual values everywhere."""
    return {
        "price_year": catalog.price("price_factor_2017_2025").as_of.year,
        "hours_per_fte_month": catalog.price("hours_per_fte_month").value,
        "drivers": {driver.id: driver.usual.value for driver in catalog.drivers},
        "phase": Phase.INITIATE_ACTION.value,
        "priorities": {function.value: 1 for function in FUNCTIONS},
        "roles": list(catalog.plan_roles()),
        "lines": list(catalog.plan_lines()),
        "office": {"base_usd": catalog.price("office_base_usd").value, "per_fte_usd": catalog.price("office_per_fte_usd").value},
        "reserve_rate": catalog.price("reserve_rate").value,
        "community_min_share": catalog.price("community_min_share").value,
        "funding": {"budget_usd": _first_budget(catalog)},
    }


def _first_budget(catalog: Catalog) -> Decimal:
    """The lower end of the usual first years in today's dollars, up to the next 5,000."""
    today = catalog.price("budget_first_years_low").value * catalog.price("price_factor_2017_2025").value
    return (today / 5000).to_integral_value(ROUND_CEILING) * 5000


def first_outlook(catalog: Catalog, start: str) -> dict[str, Any]:
    """What a first ``outlook.yaml`` says; the money of the first year is the only money."""
    budget = _first_budget(catalog)
    return {
        "start": start,
        "years": 5,
        "phases": [
            {"phase": Phase.INITIATE_ACTION.value, "from": start},
            {"phase": Phase.ORGANIZE_FOR_IMPACT.value, "from": months_after(start, 24)},
        ],
        "growth": {"salaries": catalog.price("salary_growth").value, "other": catalog.price("other_growth").value},
        "hiring": {
            "cost_share": catalog.price("hiring_cost_share").value,
            "severance_share": catalog.price("severance_share").value,
            "ramp_up_loss": catalog.price("ramp_up_loss").value,
        },
        "reserve_target_months": catalog.price("reserve_target_months").value,
        "funding": [{"id": "first_year_budget", "usd": budget, "from": start, "to": months_after(start, 11), "pays": "yearly_ahead"}],
    }
