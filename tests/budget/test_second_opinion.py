"""The second program and the exhaustive search by themselves: the cases worked by hand, and each
other.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from cidesign.domain.plan import Plan
from tests.budget.audit import faults_of
from tests.budget.milp import best, broken_ties
from tests.budget.oracle import exhaust
from tests.budget.plans import random_plan
from tests.budget.retold import retold
from tests.seeds import each_seed

pytestmark = pytest.mark.slow

CASES = sorted((Path(__file__).parents[1] / "golden" / "plan").glob("*.yaml"))
POINTS = 1e-3
DOLLARS = 0.02
WITHIN = {"plan_score": POINTS, "coverage": 1e-3, "fte": 1e-9, "unassigned_hours": 1e-3}


def case(path: Path) -> tuple[Plan, dict[str, Any]]:
    sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Plan.model_validate(sheet["plan"]), sheet["expected"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_second_program_finds_the_plan_worked_by_hand(path: Path) -> None:
    plan, expected = case(path)

    ties = broken_ties(plan)

    if ties is None:
        assert expected["plan_score"] is None
        return
    told = retold(plan, ties)
    assert faults_of(plan, told) == []
    for key in set(expected) - {"status", "binding"}:
        figures, within = getattr(told, key), WITHIN.get(key, DOLLARS)
        if isinstance(expected[key], dict):
            figures = {name: figures.get(name, 0.0) for name in expected[key]}
        assert figures == pytest.approx(expected[key], abs=within), key


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_staffing_is_better_than_the_plan_worked_by_hand(path: Path) -> None:
    plan, expected = case(path)

    all_of_them, second = exhaust(plan), best(plan)

    assert all_of_them.score == (
        None
        if expected["plan_score"] is None
        else pytest.approx(expected["plan_score"], abs=POINTS)
    )
    assert all_of_them.money == (
        None if second is None else pytest.approx(second.money, abs=DOLLARS)
    )


@each_seed(range(20), range(20, 400))
def test_the_second_program_and_the_search_agree(seed: int) -> None:
    plan = random_plan(seed)

    all_of_them, second = exhaust(plan), best(plan)

    assert (all_of_them.score, all_of_them.money) == (
        (None, None)
        if second is None
        else (pytest.approx(second.score, abs=1e-6), pytest.approx(second.money, abs=0.01))
    )


@each_seed(range(1000, 1005), range(1005, 1040))
def test_they_agree_with_finer_steps(seed: int) -> None:
    plan = random_plan(seed, step=0.25)

    all_of_them, second = exhaust(plan), best(plan)

    assert (all_of_them.score, all_of_them.money) == (
        (None, None)
        if second is None
        else (pytest.approx(second.score, abs=1e-6), pytest.approx(second.money, abs=DOLLARS))
    )


@each_seed(range(20), range(20, 200))
def test_every_figure_of_the_second_programs_plan_holds_and_its_ties_keep_what_was_found(
    seed: int,
) -> None:
    plan = random_plan(seed)

    ties = broken_ties(plan)

    if ties is None:
        return
    told = retold(plan, ties)
    assert faults_of(plan, told) == []
    assert told.plan_score == pytest.approx(ties.score, abs=1e-4)
    assert told.unrestricted_usd == pytest.approx(ties.money, abs=0.05)
