"""The audit itself: an allocation with one figure moved must not pass."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from tests.budget.audit import faults_of, hours_bought

PLAN = Plan.model_validate(
    {
        "hours_per_fte_month": 100,
        "fte_step": 0.5,
        "benefit_curve": [{"coverage": 1, "benefit": 100}],
        "floor": 0.2,
        "priorities": {"vision": 1, "community": 1},
        "need": {"vision": 100, "community": 50},
        "roles": [
            {
                "id": "director",
                "salary_usd": 100000,
                "min_fte": 0.5,
                "max_fte": 1,
                "must_have": True,
                "does": {"vision": 1, "community": 0.5},
            }
        ],
        "lines": [
            {
                "id": "voice",
                "functions": {"community": 1},
                "fixed_usd": 2000,
                "pieces": [{"usd": 9000, "hours_per_month_per_1000_usd": 1}],
            }
        ],
        "overhead": {"kind": "indirect", "rate": 0.1},
        "reserve_rate": 0.1,
        "community_min_share": 0.05,
        "in_kind": [{"id": "loan", "usd": 5000, "offsets": "role:director"}],
        "funding": {
            "budget_usd": 150000,
            "grants": [{"id": "g", "usd": 60000, "functions": ["vision"]}],
        },
    }
)
# By hand: one director, 80 h vision and 20 h community (10 effective); the line's 7,000 buy 5
# hours: 15 of 50. The gift is placed on community work. Direct 100,000 + 7,000 - 5,000 = 102,000;
# cost 112,200; reserve 11,220; grant 60,000.
TOLD = Allocation(
    status="optimal",
    plan_score=55.0,
    gap=0.0,
    need={"vision": 100.0, "community": 50.0},
    coverage={"vision": 0.8, "community": 0.3},
    fte={"director": 1.0},
    lines={"voice": 7000.0},
    hours={"director": {"vision": 80.0, "community": 20.0}},
    unassigned_hours={"director": 0.0},
    line_hours={"community": 5.0},
    grants_used={"g": 60000.0},
    in_kind_used={"loan": 5000.0},
    function_cost_usd={"vision": 88000.0, "community": 24200.0},
    direct_cost_usd=102000.0,
    cost_usd=112200.0,
    unrestricted_usd=63420.0,
    free_usd=90000.0,
)


def test_figures_worked_by_hand_pass() -> None:
    assert faults_of(PLAN, TOLD) == []


@pytest.mark.parametrize(
    "wrong",
    [
        lambda told: replace(told, plan_score=56.0),
        lambda told: replace(told, coverage={"vision": 0.8, "community": 0.31}),
        lambda told: replace(told, fte={"director": 0.5}),
        lambda told: replace(told, fte={"director": 0.0}),
        lambda told: replace(told, lines={"voice": 12000.0}),
        lambda told: replace(told, lines={"voice": 1000.0}),
        lambda told: replace(
            told, hours={"director": {"vision": 80.0, "community": 20.0, "policy": 1.0}}
        ),
        lambda told: replace(told, hours={"director": {"vision": 101.0, "community": -1.0}}),
        lambda told: replace(told, unassigned_hours={"director": 0.001}),
        lambda told: replace(told, line_hours={"community": 6.0}),
        lambda told: replace(told, grants_used={"g": 60001.0}),
        lambda told: replace(told, in_kind_used={"loan": 5001.0}),
        lambda told: replace(told, direct_cost_usd=107000.0),
        lambda told: replace(told, cost_usd=112200.1),
        lambda told: replace(told, unrestricted_usd=63419.0),
        lambda told: replace(told, free_usd=90001.0),
        lambda told: replace(told, function_cost_usd={"vision": 88001.0, "community": 24199.0}),
        lambda told: replace(told, function_cost_usd={"vision": 88000.0, "community": 24199.0}),
        lambda told: replace(told, function_cost_usd={"vision": 87000.0}),
    ],
)
def test_one_figure_moved_is_seen(wrong: Callable[[Allocation], Allocation]) -> None:
    assert faults_of(PLAN, wrong(TOLD)) != []


@pytest.mark.parametrize(("usd", "hours"), [(0, 0), (2000, 0), (7000, 5), (11000, 9), (50000, 9)])
def test_a_line_buys_hours_along_its_pieces(usd: float, hours: float) -> None:
    assert hours_bought(PLAN.lines[0], usd) == pytest.approx(hours)
