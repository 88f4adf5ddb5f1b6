"""A frontier is the plans of its budgets made one by one, however near or far they lie: grants,
fees, floors, people in post, budgets out of reach, more money than anyone can use.
"""

from decimal import Decimal
from random import Random

import pytest

from cidesign.budget import allocate, frontier, frontier_search, with_budget
from cidesign.budget.search import search
from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.plan import Plan
from tests.budget.milp import best
from tests.budget.plans import random_plan
from tests.seeds import each_seed

pytestmark = pytest.mark.slow

POINTS = 1e-6
SLACK = (
    3e-5  # points: the last 1e-5 may be given up, by the solver's own search from a gap of as much
)
DOLLARS = 0.05


def some_budgets(plan: Plan, draw: Random, *, near: int, far: int) -> list[Decimal]:
    """Around the plan's own a thousand dollars apart, and from a fifth to three times as much."""
    own = plan.funding.budget_usd
    near_by = [own + 1000 * step for step in range(near)]
    anywhere = [(own * draw.randint(20, 300) / 100).quantize(Decimal(1)) for _ in range(far)]
    return draw.sample([*near_by, *anywhere], near + far)


def one_by_one(plan: Plan, budget: Decimal) -> FrontierPoint:
    if budget < plan.funding.awarded_usd:
        return FrontierPoint(float(budget), "refused", None, None, None)
    told = allocate(with_budget(plan, budget))
    return FrontierPoint(
        float(budget), told.status, told.plan_score, told.coverage, told.fte, told.cost_usd
    )


def same(point: FrontierPoint, other: FrontierPoint) -> bool:
    return (
        (point.budget_usd, point.status, point.fte) == (other.budget_usd, other.status, other.fte)
        and point.plan_score == pytest.approx(other.plan_score, abs=POINTS)
        and point.coverage == pytest.approx(other.coverage, abs=POINTS)
        and point.cost_usd == pytest.approx(other.cost_usd, abs=DOLLARS)
    )


def different(plan: Plan, budgets: list[Decimal]) -> list[tuple[FrontierPoint, FrontierPoint]]:
    """Points of a frontier beside the plans made one by one, where they are not the same."""
    alone = [one_by_one(plan, budget) for budget in budgets]
    pairs = zip(frontier(plan, budgets), alone, strict=True)
    return [pair for pair in pairs if not same(*pair)]


@each_seed(range(25), range(25, 300))
def test_a_frontier_is_its_plans_made_one_by_one(seed: int) -> None:
    plan, draw = random_plan(seed), Random(seed)
    budgets = some_budgets(plan, draw, near=4, far=5)

    assert different(plan, budgets) == []


@each_seed(range(3000, 3006), range(3006, 3060))
def test_finer_steps_make_no_difference_to_a_frontier(seed: int) -> None:
    plan, draw = random_plan(seed, step=0.25), Random(seed)
    budgets = some_budgets(plan, draw, near=6, far=3)

    assert different(plan, budgets) == []


@each_seed(range(300, 320), range(320, 500))
def test_a_second_program_finds_the_same_score_at_each_budget(seed: int) -> None:
    plan = random_plan(seed)
    own, least = plan.funding.budget_usd, plan.funding.awarded_usd
    budgets = sorted({max(least, own * share / 100) for share in (40, 80, 100, 150)})

    points = frontier(plan, budgets)

    for budget, point in zip(budgets, points, strict=True):
        second = best(with_budget(plan, budget))
        assert point.status == ("infeasible" if second is None else "optimal"), budget
        assert point.plan_score == (
            None if second is None else pytest.approx(second.score, abs=1e-4)
        ), budget


@each_seed(range(500, 525), range(525, 900))
def test_the_tree_and_the_solvers_own_search_choose_the_same_plan(seed: int) -> None:
    plan = random_plan(seed, step=0.25 if seed % 2 else 0.5)

    ours, solvers = allocate(plan), search(plan, 20.0)

    assert (ours.status, ours.fte, ours.people) == (solvers.status, solvers.fte, solvers.people)
    if ours.found:
        assert ours.plan_score == pytest.approx(solvers.plan_score, abs=SLACK)
        assert ours.unrestricted_usd == pytest.approx(solvers.unrestricted_usd, abs=DOLLARS)


def test_a_budget_below_the_grants_is_refused_and_the_others_are_answered() -> None:
    plan = next(
        plan
        for plan in map(random_plan, range(100))
        if plan.funding.awarded_usd and allocate(plan).found
    )
    awarded, own = plan.funding.awarded_usd, plan.funding.budget_usd

    below, at, enough = frontier(plan, [awarded - 1, awarded, own])

    assert below == FrontierPoint(float(awarded - 1), "refused", None, None, None)
    assert at.status != "refused"
    assert enough.status == "optimal"
    assert [one.status for one in frontier(plan, [awarded - 1, awarded - 2])] == ["refused"] * 2


def test_the_order_of_budgets_and_one_asked_twice_change_nothing() -> None:
    plan = random_plan(3)
    own = plan.funding.budget_usd

    rising = frontier(plan, [own, own + 5000, own * 2])
    mixed = frontier(plan, [own * 2, own, own + 5000, own])

    assert mixed == (rising[2], rising[0], rising[1], rising[0])


def test_no_budget_is_no_point() -> None:
    assert frontier(random_plan(3), []) == ()


def test_points_are_told_while_others_are_sought_and_stay_when_it_is_stopped() -> None:
    plan = random_plan(3, step=0.25)
    own = plan.funding.budget_usd
    budgets = [own + 1000 * step for step in range(400)]
    search_under_way = frontier_search(plan, budgets)

    told = []
    for points in search_under_way:
        told.append(points)
        if len(points) > 1:
            break

    found = search_under_way.latest
    assert found is not None
    assert 1 < len(found) < len(budgets)
    assert found[: len(told[-1])] == told[-1]
    assert search_under_way.is_over
    assert list(found) == [one_by_one(plan, budget) for budget in budgets[: len(found)]]


def twins() -> Plan:
    """Two alike who do the same at the same pay: every other team is as good as its mirror."""
    alike = {
        "salary_usd": 80_000,
        "min_fte": "0.5",
        "max_fte": 1,
        "does": {"vision": 1, "aligned": 1},
    }
    return Plan.model_validate(
        {
            "need": {"vision": 130, "aligned": 130},
            "floor": 0,
            "roles": [{"id": "first", **alike}, {"id": "second", **alike}],
            "funding": {"budget_usd": 60_000, "grants": []},
        }
    )


@pytest.mark.parametrize(
    ("budget", "first", "second"),
    [(40_000, 0.5, 0.0), (60_000, 0.75, 0.0), (100_000, 0.75, 0.5), (130_000, 1.0, 0.5)],
)
def test_among_equals_the_first_in_order_of_id_gets_most(
    budget: int, first: float, second: float
) -> None:
    (point,) = frontier(twins(), [Decimal(budget)])

    assert point.fte == {"first": first, "second": second}


def test_a_tree_that_grows_too_large_leaves_the_plan_to_the_solver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cidesign.budget import budgets

    plan = random_plan(3)
    known: Allocation = budgets.search_plan(plan, 20.0)
    monkeypatch.setattr(budgets, "MOST_ASKED", 1)

    told = budgets.search_plan(plan, 20.0)

    assert (told.status, told.fte) == (known.status, known.fte)
    assert told.plan_score == pytest.approx(known.plan_score, abs=SLACK)
