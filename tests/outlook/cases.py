"""The worked cases of the outlook: plan, years and what must come out, as plain values from
YAML.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.words import Function, Phase

GOLDEN = Path(__file__).parents[1] / "golden" / "outlook"
NO_TABLE = NeedTable(hours_per_driver={}, phase_factor={})


def names() -> list[str]:
    return sorted(path.stem for path in GOLDEN.glob("*.yaml"))


def case(name: str) -> dict[str, Any]:
    return yaml.load((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def inputs(case: dict[str, Any]) -> tuple[Plan, OutlookPlan, NeedTable]:
    return (
        Plan.model_validate(case["plan"]),
        OutlookPlan.model_validate(case["outlook"]),
        table(case.get("table")),
    )


def table(given: dict[str, Any] | None) -> NeedTable:
    if given is None:
        return NO_TABLE
    hours = {driver: by_function(row) for driver, row in given["hours_per_driver"].items()}
    return NeedTable(
        hours, {Phase(phase): by_function(row) for phase, row in given["phase_factor"].items()}
    )


def by_function(row: dict[str, Any]) -> dict[Function, Decimal]:
    return {Function(name): Decimal(str(value)) for name, value in row.items()}
