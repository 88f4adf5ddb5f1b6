"""The audit itself: an allocation with one figure moved must not pass."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from tests.budget.audit import faults_of, hours_bought
from tests.budget.changes import altered
from tests.budget.retold import Told

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
# hours: 15 of 50. An hour weighs the same in both: 80 * 2/3 + 30 * 1/3. The gift is placed on
# community work. Direct 100,000 + 7,000 - 5,000 = 102,000; cost 112,200; reserve 11,220; grant
# 60,000.
TOLD = Allocation(
    status="optimal",
    plan_score=190 / 3,
    gap=0.0,
    need={"vision": 100.0, "community": 50.0},
    coverage={"vision": 0.8, "community": 0.3},
    fte={"director": 1.0},
    lines={"voice": 7000.0},
    hours={"director": {"vision": 80.0, "community": 20.0}},
    hours_new={"director": {"vision": 80.0, "community": 20.0}},
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
        lambda told: replace(told, plan_score=64.0),
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


TEAM = Plan.model_validate(
    {
        "hours_per_fte_month": 100,
        "fte_step": 0.5,
        "benefit_curve": [{"coverage": 1, "benefit": 100}],
        "floor": 0.5,
        "priorities": {"vision": 2},
        "need": {"vision": 100, "aligned": 100, "community": 80, "measurement": 50},
        "roles": [
            {
                "id": "director",
                "salary_usd": 120000,
                "min_fte": 1,
                "max_fte": 1,
                "in_post": 1,
                "does": {"vision": 1},
            },
            {
                "id": "facilitator",
                "salary_usd": 60000,
                "min_fte": 1,
                "max_fte": 2,
                "in_post": 1,
                "start_month": 7,
                "does": {"aligned": 1, "community": 1},
            },
            {
                "id": "evaluator",
                "kind": "contractor",
                "salary_usd": 80000,
                "min_fte": 0.5,
                "max_fte": 1,
                "start_month": 4,
                "needs": ["director"],
                "does": {"measurement": 1},
            },
            {
                "id": "analyst",
                "salary_usd": 40000,
                "min_fte": 1,
                "max_fte": 1,
                "in_post": 1,
                "does": {"measurement": 1},
            },
        ],
        "supervision": {"by": ["director"], "hours_per_person": 10},
        "hiring": {
            "cost_share": 0.1,
            "ramp_up_loss": 0.2,
            "per_person_usd": 1000,
            "severance_share": 0.25,
        },
        "office": {"per_person_usd": 1000},
        "overhead": {"kind": "indirect", "rate": 0.1},
        "community_min_share": 0.16,
        "in_kind": [{"id": "room", "usd": 5000, "offsets": "office"}],
        "funding": {
            "budget_usd": 300000,
            "grants": [
                {"id": "post", "usd": 75000, "roles": ["facilitator"], "months": [7, 12]},
                {
                    "id": "work",
                    "usd": 20000,
                    "functions": ["aligned"],
                    "months": [1, 6],
                    "indirect_cap": 0.05,
                },
            ],
        },
    }
)
# By hand: one facilitator stays (100 h at 600 a year for an hour a month), one begins in July and
# loses a fifth of 50 hours: 40 h for 30,000, 750 each. The evaluator gives 0.5 * 9/12 * 100 h for
# 30,000. Four people: the director leads 30 of 100 h. 70, 80, 60 and 37.5 hours, weights 200, 100,
# 80 and 50: (14,000 + 8,000 + 6,000 + 3,750) / 430.
# Hiring 6,000 + 1,000, severance of the analyst 10,000, three desks of 1,000, which are given.
# Direct 120,000 + 90,000 + 30,000 + 17,000 = 257,000, indirect 24,000. Community work costs
# 40 * 600 + 20 * 750 = 39,000 of 243,000 (16.05%).
# Of the facilitators July to December cost 30,000 + 30,000, with indirect 66,000, and 7,000 for
# hiring: 73,000 for the first grant, if the second pays the first half of who stays in aligned
# work, 18,000, and 5% on it.
TOLD_TEAM = Told(
    status="optimal",
    plan_score=31750 / 430,
    gap=0.0,
    need={"vision": 100.0, "aligned": 100.0, "community": 80.0, "measurement": 50.0},
    coverage={"vision": 0.7, "aligned": 0.8, "community": 0.75, "measurement": 0.75},
    fte={"director": 1.0, "facilitator": 2.0, "evaluator": 0.5, "analyst": 0.0},
    hours={
        "director": {"vision": 70.0},
        "facilitator": {"aligned": 80.0, "community": 60.0},
        "evaluator": {"measurement": 37.5},
    },
    hours_new={"facilitator": {"aligned": 20.0, "community": 20.0}},
    supervision_hours={"director": 30.0},
    grants_used={"post": 73000.0, "work": 18900.0},
    in_kind_used={"room": 3000.0},
    in_kind_placed={"office": {"": 3000.0}},
    function_cost_usd={
        "vision": 92400.0,
        "aligned": 56100.0,
        "community": 42900.0,
        "measurement": 33000.0,
    },
    hiring_cost_usd=17000.0,
    direct_cost_usd=257000.0,
    cost_usd=281000.0,
    unrestricted_usd=189100.0,
    free_usd=205000.0,
)


def test_a_team_of_those_who_stay_and_who_are_new_passes() -> None:
    assert faults_of(TEAM, TOLD_TEAM) == []


def test_who_is_new_and_who_leads_need_not_be_told() -> None:
    idle = {"director": 30.0}

    assert faults_of(TEAM, replace(TOLD_TEAM, hours_new=None, supervision_hours=None)) != []
    assert (
        faults_of(
            TEAM,
            replace(TOLD_TEAM, hours_new=None, supervision_hours=None, unassigned_hours=idle),
        )
        == []
    )


@pytest.mark.parametrize(
    "wrong",
    [
        lambda told: replace(told, fte={**told.fte, "analyst": 1.0}),
        lambda told: replace(told, fte={**told.fte, "director": 0.0}, hours={}),
        lambda told: replace(
            told, supervision_hours={"director": 29.0}, unassigned_hours={"director": 1.0}
        ),
        lambda told: replace(
            told, supervision_hours={"director": 29.0, "facilitator": 1.0}, unassigned_hours={}
        ),
        lambda told: replace(told, hours_new={"facilitator": {"aligned": 30.0, "community": 10.0}}),
        lambda told: replace(told, hours_new={"facilitator": {"aligned": 20.0, "community": 21.0}}),
        lambda told: replace(told, hours_new={"facilitator": {"aligned": 20.0, "community": 19.0}}),
        lambda told: replace(told, hiring_cost_usd=7000.0),
        lambda told: replace(
            told, grants_used={"post": 73001.0, "work": 18900.0}, unrestricted_usd=189099.0
        ),
        lambda told: replace(
            told, grants_used={"post": 73000.0, "work": 18901.0}, unrestricted_usd=189099.0
        ),
        lambda told: replace(told, in_kind_placed={"office": {"": 2999.0}}),
        lambda told: replace(told, function_cost_usd={**told.function_cost_usd, "vision": 92401.0}),
        lambda told: replace(told, direct_cost_usd=240000.0),
        lambda told: replace(told, cost_usd=282700.0),
    ],
)
def test_one_figure_of_the_team_moved_is_seen(wrong: Callable[[Told], Told]) -> None:
    assert faults_of(TEAM, wrong(TOLD_TEAM)) != []


@pytest.mark.parametrize(
    "other",
    [
        {"community_min_share": 0.17},
        {"smallest_post": 1},
        {"supervision": {"by": ["director"], "hours_per_person": 11}},
        {"priorities": {"vision": 3}},
        {"office": {"per_person_usd": 1001}},
        {"floor": 0.71},
    ],
)
def test_a_plan_that_asks_for_something_else_is_seen(other: dict[str, Any]) -> None:
    assert faults_of(altered(TEAM, **other), TOLD_TEAM) != []


@pytest.mark.parametrize(("usd", "hours"), [(0, 0), (2000, 0), (7000, 5), (11000, 9), (50000, 9)])
def test_a_line_buys_hours_along_its_pieces(usd: float, hours: float) -> None:
    assert hours_bought(PLAN.lines[0], usd) == pytest.approx(hours)
