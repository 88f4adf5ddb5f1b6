"""What is read off a plan: hand sums beside each case."""

from decimal import Decimal

import pytest

from cidesign.domain.allocation import Allocation
from cidesign.domain.money import Funding
from cidesign.domain.plan import Plan, Role
from cidesign.domain.reading import (
    cost,
    covered_hours,
    covered_share,
    points_of_hours,
    role_cost_usd,
    step_between,
    weakest,
)

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
    assert (
        weakest({"resources": 0.35, "aligned": 0.35 + 1e-12, "vision": 1.0, "policy": None})
        == "aligned"
    )


def test_a_post_costs_its_salary_with_benefits_by_the_part_hired():
    role = Role(
        id="director",
        salary_usd=100000,
        benefits_rate="0.25",
        min_fte="0.5",
        max_fte=1,
        does={"vision": 1},
    )
    plan = Plan(
        priorities={"vision": 1},
        need={"vision": 130},
        roles=(role,),
        funding=Funding(budget_usd=Decimal(1)),
    )

    assert role_cost_usd(plan, Allocation("optimal", 50.0, fte={"director": 0.5})) == {
        "director": 62500.0
    }


def test_what_a_plan_pays_for_adds_to_its_total():
    role = Role(id="director", salary_usd=100000, min_fte="0.5", max_fte=1, does={"vision": 1})
    plan = Plan(
        priorities={"vision": 1},
        need={"vision": 130},
        roles=(role,),
        office={"base_usd": 10000, "per_fte_usd": 4000},
        overhead={"kind": "indirect", "rate": "0.1"},
        reserve_rate="0.05",
        funding=Funding(budget_usd=Decimal(200000)),
    )
    found = Allocation(
        "optimal",
        50.0,
        fte={"director": 0.5},
        lines={"web": 8000.0, "print": 0.0},
        in_kind_used={"desk": 2000.0},
        direct_cost_usd=68000.0,
        cost_usd=74800.0,
    )

    paid = cost(plan, found)

    # 50,000 + 8,000 + (10,000 + 2,000) - 2,000 = 68,000; a tenth more is 74,800; 5 percent of that
    # put aside: 3,740
    assert (paid.roles, paid.lines, paid.office, paid.in_kind) == (
        {"director": 50000.0},
        {"web": 8000.0},
        12000.0,
        2000.0,
    )
    assert paid.host == pytest.approx(6800)
    assert paid.reserve == pytest.approx(3740)
    assert paid.total == pytest.approx(78540)


def test_a_fee_is_the_hosts_and_nothing_is_put_aside_for_it():
    role = Role(id="director", salary_usd=80000, min_fte=1, max_fte=1, does={"vision": 1})
    plan = Plan(
        priorities={"vision": 1},
        need={"vision": 130},
        roles=(role,),
        overhead={"kind": "fee", "rate": "0.1"},
        reserve_rate="0.05",
        funding=Funding(budget_usd=Decimal(100000)),
    )

    paid = cost(
        plan,
        Allocation(
            "optimal", 50.0, fte={"director": 1.0}, direct_cost_usd=80000.0, cost_usd=90000.0
        ),
    )

    assert (paid.host, paid.reserve, paid.total) == pytest.approx(
        (10000, 4000, 94000)
    )  # 5 percent of 80,000


def test_the_next_money_names_what_grows_and_what_falls():
    before = Allocation(
        "optimal",
        80.0,
        coverage={"vision": 0.9, "policy": 0.4, "community": None},
        fte={"director": 1.0, "clerk": 0.5},
        lines={"web": 5000.0, "print": 900.0},
    )
    after = Allocation(
        "optimal",
        81.5,
        coverage={"vision": 0.8, "policy": 0.6, "community": None},
        fte={"director": 1.0, "analyst": 0.25},
        lines={"web": 9000.0, "print": 950.0},
    )

    step = step_between(before, after, usd=25_000)

    assert (step.usd, step.score) == (25_000, 1.5)
    assert step.fte == {"clerk": -0.5, "analyst": 0.25}
    assert step.lines == {"web": 4000.0}
    assert step.falls == {"vision": (0.9, 0.8)}


def test_there_is_no_step_from_a_budget_without_a_plan():
    assert step_between(Allocation("infeasible"), Allocation("optimal", 60.0), usd=25_000) is None


def _two(**more):
    return Plan.model_validate(
        {
            "need": {"vision": 100, "measurement": 300},
            "roles": [
                {"id": "a", "salary_usd": 1, "min_fte": 0, "max_fte": 1, "does": {"vision": 1}}
            ],
            "funding": {"budget_usd": 1},
            **more,
        }
    )


def _covering(vision, measurement):
    return Allocation(
        status="optimal", coverage={"vision": vision, "measurement": measurement, "policy": None}
    )


@pytest.mark.parametrize(
    ("coverage", "priorities", "points"),
    [
        # Weights 1/4 and 3/4. Slopes 75/0.6 = 125 and 20/0.25 = 80; x 10 / need.
        ((0.5, 0.7), {}, {"vision": 3.125, "measurement": 2.0}),
        # An hour of measurement counts twice: weights 1/7 and 6/7.
        ((0.5, 0.7), {"measurement": 2}, {"vision": 12.5 / 7, "measurement": 16 / 7}),
        # On a bend, the next stretch counts: 80 at 0.6, 5/0.15 at 0.85.
        ((0.6, 0.85), {}, {"vision": 2.0, "measurement": 0.75 * (5 / 0.15) * 10 / 300}),
        # All is there, or an hour counts nothing.
        ((1.0, 0.2), {"measurement": 0}, {"vision": 0.0}),
    ],
)
def test_ten_more_hours_add_weight_times_slope_of_the_present_stretch(coverage, priorities, points):
    told = points_of_hours(_two(priorities=priorities), _covering(*coverage), 10)

    assert told == pytest.approx(points)


def test_without_a_plan_no_hours_add_anything():
    assert points_of_hours(_two(), Allocation(status="infeasible"), 10) == {}
