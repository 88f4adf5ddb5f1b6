"""Why free money is left, and what comes next; every figure worked by hand."""

from dataclasses import replace
from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.idle import WhyFree, idle
from cidesign.domain.plan import Plan

SHEET = {
    "hours_per_fte_month": 100,
    "fte_step": 0.5,
    "need": {"vision": 100, "measurement": 100},
    "roles": [
        {
            "id": "director",
            "salary_usd": 100_000,
            "min_fte": 1,
            "max_fte": 1,
            "does": {"vision": 1},
        },
        {
            "id": "analyst",
            "salary_usd": 80_000,
            "min_fte": 0.5,
            "max_fte": 1,
            "does": {"measurement": 1},
        },
    ],
    "office": {"per_fte_usd": 10_000, "per_person_usd": 2_000},
    "overhead": {"kind": "indirect", "rate": 0.1},
    "reserve_rate": 0.1,
    "hiring": {"cost_share": 0.1},
    "funding": {"budget_usd": 200_000},
}
PLAN = Plan.model_validate(SHEET)
FOUND = Allocation(
    "optimal",
    75.0,
    need={"vision": 100.0, "measurement": 100.0},
    coverage={"vision": 1.0, "measurement": 0.5},
    fte={"director": 1.0, "analyst": 0.5},
    unrestricted_usd=170_000.0,
    free_usd=200_000.0,
)


def test_the_next_half_post_is_told_with_all_it_takes():
    told = idle(PLAN, FOUND)

    assert (told.left_usd, told.why) == (30_000, WhyFree.TOO_DEAR)
    # 40,000 pay and 5,000 desk (the same person), 10% on both, hiring 4,000, 10% reserve on all
    assert told.next is not None
    assert told.next.usd == Decimal(58850)


def test_a_later_start_is_the_first_that_the_money_left_pays_for():
    told = idle(PLAN, FOUND).next

    # Desk and hiring take (5,500 + 4,000) x 1.1 = 10,450; a month of pay 40,000 / 12 x 1.21 = 4,033:
    # four months fit into 30,000 (26,583), five do not (30,617).
    assert told is not None
    assert told.later == 9
    assert round(told.later_usd) == 26_583


def test_money_is_not_needed_where_everything_is_covered():
    covered = {"vision": 1.0, "measurement": 1.0}

    assert idle(PLAN, replace(FOUND, coverage=covered)).why is WhyFree.COVERED


def test_posts_at_their_most_are_full():
    full = replace(FOUND, fte={"director": 1.0, "analyst": 1.0}, coverage={"vision": 0.9})

    assert idle(PLAN, full).why is WhyFree.FULL


def test_a_step_that_the_money_would_pay_for_is_kept_back_by_rules():
    rich = replace(FOUND, free_usd=300_000.0)

    assert idle(PLAN, rich).why is WhyFree.RULES


def test_a_role_that_needs_another_that_is_not_there_is_no_next_step():
    roles = [SHEET["roles"][0], {**SHEET["roles"][1], "needs": ["director"]}]
    plan = Plan.model_validate({**SHEET, "roles": roles})
    alone = replace(FOUND, fte={"director": 0.0, "analyst": 0.5}, coverage={"measurement": 0.5})

    assert idle(plan, alone).why is WhyFree.FULL


def test_a_purchase_that_begins_with_a_fixed_amount_can_be_the_next_step():
    line = {
        "id": "tool",
        "functions": {"measurement": 1},
        "fixed_usd": 40_000,
        "fixed_hours_per_month": 5,
    }
    plan = Plan.model_validate({**SHEET, "lines": [line]})
    told = idle(plan, replace(FOUND, lines={"tool": 0.0})).next

    assert told is not None
    assert (told.kind, told.id, told.usd) == ("line", "tool", Decimal(48400))  # x 1.1 x 1.1
