"""What is read off a plan: hand sums beside each case."""

from decimal import Decimal

import pytest

from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.money import Funding
from cidesign.domain.plan import Plan, Role
from cidesign.domain.reading import covered_hours, covered_share, role_cost_usd, step_between, weakest

NEED = {"vision": 100.0, "policy": 50.0, "community": 0.0}
COVERAGE = {"vision": 0.8, "policy": 0.5, "community": None}


def test_hours_are_covered_only_where_there_is_a_need():
    assert covered_hours(NEED, COVERAGE) == {"vision": 80.0, "policy": 25.0}


def test_the_share_covered_counts_every_hour_alike():
    assert covered_share(NEED, COVERAGE) == pytest.approx(0.7)  # 105 of 150 hours


def test_without_a_plan_nothing_is_said_to_be_covered():
    assert covered_share(NEED, None) is None
    assert weakest(None) is None


def test_the_weakest_function_is_the_first_in_order_where_two_share_it():
    assert weakest({"resources": 0.35, "aligned": 0.35 + 1e-12, "vision": 1.0, "policy": None}) == "aligned"


def test_a_post_costs_its_salary_with_benefits_by_the_part_hired():
    role = Role(id="director", salary_usd=100000, benefits_rate="0.25", min_fte="0.5", max_fte=1, does={"vision": 1})
    plan = Plan(priorities={"vision": 1}, need={"vision": 130}, roles=(role,), funding=Funding(budget_usd=Decimal(1)))

    assert role_cost_usd(plan, Allocation("optimal", 50.0, fte={"director": 0.5})) == {"director": 62500.0}


def test_the_next_money_names_what_grows_and_what_falls():
    before = FrontierPoint(500_000, "optimal", 80.0, {"vision": 0.9, "policy": 0.4, "community": None}, {"director": 1.0, "clerk": 0.5})
    after = FrontierPoint(525_000, "optimal", 81.5, {"vision": 0.8, "policy": 0.6, "community": None}, {"director": 1.0, "analyst": 0.25})

    step = step_between(before, after)

    assert (step.usd, step.score) == (25_000, 1.5)
    assert step.fte == {"clerk": -0.5, "analyst": 0.25}
    assert step.falls == {"vision": (0.9, 0.8)}


def test_there_is_no_step_from_a_budget_without_a_plan():
    without = FrontierPoint(300_000, "infeasible", None, None, None)

    assert step_between(without, FrontierPoint(325_000, "optimal", 60.0, {}, {})) is None
