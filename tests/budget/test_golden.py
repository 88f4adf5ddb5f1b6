"""Each case of tests/golden/plan settles one sentence of what a plan is, worked by hand in its
comment.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from cidesign.budget import allocate, binding, conflict, repairs
from cidesign.domain.allocation import RuleOn
from cidesign.domain.plan import Plan
from tests.budget.audit import faults_of

CASES = sorted((Path(__file__).parents[1] / "golden" / "plan").glob("*.yaml"))
CENT = 0.05  # the last 1e-5 points of a score are worth a few cents
DOLLARS = ("lines", "grants_used", "in_kind_used", "function_cost_usd")


@cache
def case(path: Path) -> tuple[Plan, dict[str, Any]]:
    sheet = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return Plan.model_validate(sheet["plan"]), sheet["expected"]


def rules(listed: list[list[str]]) -> set[RuleOn]:
    return {RuleOn(rule, name) for rule, name in listed}


def test_there_are_cases() -> None:
    assert len(CASES) >= 23


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_plan_is_the_one_worked_by_hand(path: Path) -> None:
    plan, expected = case(path)

    told = allocate(plan)

    assert told.status == expected.get("status", "optimal")
    assert told.plan_score == pytest.approx(expected["plan_score"], abs=1e-3)
    if told.plan_score is None:
        assert (told.fte, told.coverage) == (None, None)
        return
    assert faults_of(plan, told) == []
    if "fte" in expected:
        assert told.fte == expected["fte"]
    for function, coverage in expected.get("coverage", {}).items():
        assert told.coverage[function] == pytest.approx(coverage, abs=1e-3)
    for key in DOLLARS:
        if key in expected:
            assert {
                name: usd
                for name, usd in getattr(told, key).items()
                if usd or name in expected[key]
            } == pytest.approx(expected[key], abs=CENT)
    if "unassigned_hours" in expected:
        named = {role: told.unassigned_hours[role] for role in expected["unassigned_hours"]}
        assert named == pytest.approx(expected["unassigned_hours"], abs=1e-3)
    for key in ("direct_cost_usd", "cost_usd", "unrestricted_usd", "free_usd"):
        if key in expected:
            assert getattr(told, key) == pytest.approx(expected[key], abs=CENT)


@pytest.mark.parametrize(
    "path", [path for path in CASES if "binding" in case(path)[1]], ids=lambda path: path.stem
)
def test_the_binding_rules_are_those_worked_by_hand(path: Path) -> None:
    plan, expected = case(path)

    told = binding(plan, allocate(plan))

    assert set(told) == rules(expected["binding"])


@pytest.mark.parametrize(
    "path", [path for path in CASES if "conflict" in case(path)[1]], ids=lambda path: path.stem
)
def test_a_plan_that_cannot_be_says_which_rules_collide_and_what_mends_it(path: Path) -> None:
    plan, expected = case(path)

    told = {repair.lever: (repair.change, repair.plan_score) for repair in repairs(plan)}

    assert set(conflict(plan)) == rules(expected["conflict"])
    assert set(told) == set(expected["repairs"])
    for lever, (change, score) in expected["repairs"].items():
        within = 1.0 if lever == "budget_usd" else 1e-3
        assert told[lever] == (pytest.approx(change, abs=within), pytest.approx(score, abs=0.05))
