"""What must be true of any plan: order never matters, more is never worse, and a function's name is
only a name.
"""

import itertools
from decimal import Decimal
from random import Random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cidesign.budget import allocate, frontier, with_budget
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from tests.budget.changes import (
    altered,
    floors,
    renamed,
    reordered,
    with_floors_at_most,
    with_grants_in_two,
    with_money,
    with_one_more_role,
    with_smaller_posts,
    with_wider_grants,
)
from tests.budget.plans import random_plan

pytestmark = pytest.mark.slow

POINTS = 2e-4
plans = st.builds(random_plan, st.integers(0, 10**6))
draws = st.builds(Random, st.integers(0, 10**6))


def score(told: Allocation) -> float:
    """The plan score; below every score where there is no plan."""
    return -1.0 if told.plan_score is None else told.plan_score


@settings(max_examples=30)
@given(plan=plans, draw=draws)
@example(plan=random_plan(375), draw=Random(0))
def test_the_order_of_anything_never_changes_a_figure(plan: Plan, draw: Random) -> None:
    assert allocate(reordered(plan, draw)) == allocate(plan)


@settings(max_examples=15)
@given(plan=plans, more=st.integers(1, 80_000))
def test_more_money_never_lowers_the_plan_score(plan: Plan, more: int) -> None:
    assert score(allocate(with_money(plan, Decimal(more)))) >= score(allocate(plan)) - POINTS


@settings(max_examples=15)
@given(plan=plans.filter(lambda plan: plan.funding.grants))
def test_a_wider_grant_never_lowers_the_plan_score(plan: Plan) -> None:
    assert score(allocate(with_wider_grants(plan))) >= score(allocate(plan)) - POINTS


@settings(max_examples=15)
@given(
    plan=plans.filter(lambda plan: any(floors(plan).values())),
    most=st.decimals(0, Decimal("0.4"), places=2),
)
def test_a_lower_floor_never_lowers_the_plan_score(plan: Plan, most: Decimal) -> None:
    assert score(allocate(with_floors_at_most(plan, most))) >= score(allocate(plan)) - POINTS


@settings(max_examples=15)
@given(plan=plans.filter(lambda plan: plan.smallest_post > 0), steps=st.integers(1, 4))
def test_a_smaller_smallest_post_never_lowers_the_plan_score(plan: Plan, steps: int) -> None:
    assert score(allocate(with_smaller_posts(plan, steps))) >= score(allocate(plan)) - POINTS


@settings(max_examples=15)
@given(plan=plans, other=plans)
def test_one_more_allowed_role_never_lowers_the_plan_score(plan: Plan, other: Plan) -> None:
    assume(other.fte_step == plan.fte_step)

    assert score(allocate(with_one_more_role(plan, other))) >= score(allocate(plan)) - POINTS


@settings(max_examples=15)
@given(plan=plans.filter(lambda plan: plan.funding.grants))
def test_a_grant_given_as_two_equal_ones_changes_nothing(plan: Plan) -> None:
    one, two = allocate(plan), allocate(with_grants_in_two(plan))

    assert (two.status, two.fte) == (one.status, one.fte)
    assert score(two) == pytest.approx(score(one), abs=POINTS)
    assert two.lines == pytest.approx(one.lines, abs=0.05)
    assert sum(two.grants_used.values()) == pytest.approx(sum(one.grants_used.values()), abs=0.05)


@settings(max_examples=15)
@given(plan=plans, draw=draws)
def test_a_function_is_treated_alike_under_any_name(plan: Plan, draw: Random) -> None:
    plain = altered(plan, community_min_share=0)

    told, under_other_names = allocate(plain), allocate(renamed(plain, draw))

    assert score(under_other_names) == pytest.approx(score(told), abs=POINTS)
    assert under_other_names.fte == told.fte


@settings(max_examples=8)
@given(
    plan=plans,
    shares=st.lists(st.integers(0, 150), min_size=2, max_size=4, unique=True).map(sorted),
)
def test_a_frontier_is_the_plan_at_each_budget_and_never_falls(
    plan: Plan, shares: list[int]
) -> None:
    grants = sum((grant.usd for grant in plan.funding.grants), Decimal(0))
    budgets = [plan.funding.budget_usd * share / 100 for share in shares]

    points = frontier(plan, budgets)

    assert [point.budget_usd for point in points] == pytest.approx(
        [float(budget) for budget in budgets]
    )
    for point, budget in zip(points, budgets, strict=True):
        if budget < grants:
            assert (point.status, point.plan_score, point.coverage, point.fte) == (
                "refused",
                None,
                None,
                None,
            )
            continue
        told = allocate(with_budget(plan, budget))
        assert (point.status, point.plan_score, point.coverage, point.fte) == (
            told.status,
            told.plan_score,
            told.coverage,
            told.fte,
        )
    scores = [-1.0 if point.plan_score is None else point.plan_score for point in points]
    assert all(later >= earlier - POINTS for earlier, later in itertools.pairwise(scores))


@pytest.mark.soak
@pytest.mark.parametrize("block", range(0, 400, 10))
def test_the_laws_hold_on_many_more_plans(block: int) -> None:
    for seed in range(5000 + block, 5010 + block):
        plan, draw = random_plan(seed), Random(seed)
        told = allocate(plan)
        assert allocate(reordered(plan, draw)) == told, seed
        least = score(told) - POINTS
        assert score(allocate(with_money(plan, Decimal(draw.randint(1, 60_000))))) >= least, seed
        assert score(allocate(with_wider_grants(plan))) >= least, seed
        assert score(allocate(with_floors_at_most(plan, Decimal("0.15")))) >= least, seed
        assert score(allocate(with_smaller_posts(plan, 4))) >= least, seed
        assert score(allocate(with_grants_in_two(plan))) >= least, seed
        other = random_plan(seed + 1)
        if other.fte_step == plan.fte_step:
            assert score(allocate(with_one_more_role(plan, other))) >= least, seed
