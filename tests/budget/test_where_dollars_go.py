"""Each dollar of a budget goes somewhere, and only once: on a plan worked by hand, on the contract's
cases and on random plans.
"""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from cidesign.budget import allocate
from cidesign.domain.allocation import Allocation
from cidesign.domain.flows import (
    TO_RAISE,
    WhoPays,
    WhyUnspent,
    beyond,
    flows,
    summed,
    why_unspent,
    year_cost,
)
from cidesign.domain.plan import Plan
from cidesign.domain.reading import cost
from cidesign.domain.words import FUNCTIONS
from tests.budget.plans import random_plan

CONTRACT = sorted((Path(__file__).parents[1] / "golden" / "plan").glob("contract_*.yaml"))
CENT = Decimal("0.01")
NEAR = 0.011
"""Dollars: each of two figures that are compared may be rounded to a cent."""

# By hand: an hour of the director costs 600, ten of her hundred are for leading one other person.
# Staff 100,000, the purchase 5,000, office 10,000; indirect 10% on all but the purchase: 11,000.
# The grant pays 28,571.43 of the worker and 5% on it: 30,000. Free money pays the other 96,000 of
# 126,000; of its 120,000 the foundation promised 80,000. The 24,000 nobody needs need not be
# raised, so 16,000 is to be raised and spent, and the foundation pays 80 of 96 parts.
SHEET = {
    "hours_per_fte_month": 100,
    "fte_step": 1,
    "floor": 0,
    "need": {"vision": 90, "community": 100},
    "roles": [
        {
            "id": "director",
            "salary_usd": 60000,
            "min_fte": 1,
            "max_fte": 1,
            "must_have": True,
            "does": {"vision": 1},
        },
        {
            "id": "worker",
            "salary_usd": 40000,
            "min_fte": 1,
            "max_fte": 1,
            "must_have": True,
            "does": {"community": 1},
        },
    ],
    "supervision": {"by": ["director"], "hours_per_person": 10},
    "lines": [
        {
            "id": "papers",
            "functions": {"vision": 1},
            "fixed_usd": 5000,
            "min_usd": 5000,
            "indirect": False,
        }
    ],
    "office": {"base_usd": 10000},
    "overhead": {"kind": "indirect", "rate": 0.1},
    "funding": {
        "budget_usd": 150000,
        "grants": [
            {"id": "state", "usd": 30000, "functions": ["community"], "indirect_cap": 0.05},
        ],
    },
}
PLAN = Plan.model_validate(SHEET)
STATE, FOUNDATION = WhoPays("grant", "state"), WhoPays("free", "foundation")


@pytest.fixture(scope="module")
def found() -> Allocation:
    return allocate(PLAN)


def dollars(found: Allocation, who: WhoPays) -> dict[tuple[str, str, str], Decimal]:
    listed = flows(PLAN, found, {"foundation": Decimal(80_000)})
    return {
        (one.item.kind, one.item.id, one.use): one.usd.quantize(CENT)
        for one in listed
        if one.who == who
    }


def test_a_grant_pays_what_it_names_and_the_charge_it_bears(found: Allocation) -> None:
    assert dollars(found, STATE) == {
        ("role", "worker", "community"): Decimal("28571.43"),
        ("host", "", "host"): Decimal("1428.57"),
    }


def test_who_promised_free_money_pays_a_part_of_all_that_it_pays(found: Allocation) -> None:
    assert dollars(found, FOUNDATION) == {
        ("role", "director", "vision"): Decimal("45000.00"),
        ("role", "director", "leading"): Decimal("5000.00"),
        ("role", "worker", "community"): Decimal("9523.81"),
        ("line", "papers", "vision"): Decimal("4166.67"),
        ("office", "", "office"): Decimal("8333.33"),
        ("host", "", "host"): Decimal("7976.19"),
    }


def test_what_stays_unspent_is_first_what_nobody_promised(found: Allocation) -> None:
    told = dollars(found, TO_RAISE)

    assert told["unspent", "", "unspent"] == 24_000
    assert sum(told.values()) == pytest.approx(40_000, abs=0.03)


def test_more_promised_than_the_budget_holds_leaves_nothing_to_raise(found: Allocation) -> None:
    listed = flows(PLAN, found, {"one": Decimal(80_000), "two": Decimal(80_000)})

    told = summed(listed, lambda one: one.who)
    assert {who: usd.quantize(CENT) for who, usd in told.items()} == {
        STATE: 30_000,
        WhoPays("free", "one"): 60_000,
        WhoPays("free", "two"): 60_000,
    }


def test_each_use_costs_what_was_worked_by_hand(found: Allocation) -> None:
    told = year_cost(PLAN, found)

    assert {use: one.direct_usd for use, one in told.uses.items() if one.usd} == {
        "vision": 59_000,
        "community": 40_000,
        "leading": 6_000,
        "office": 10_000,
    }
    assert {use: one.host_usd for use, one in told.uses.items() if one.usd} == {
        "vision": 5_400,
        "community": 4_000,
        "leading": 600,
        "office": 1_000,
    }
    vision = told.uses["vision"]
    assert (vision.posts_usd, vision.others_usd) == (54_000, 5_000)


def test_management_is_leading_the_office_and_what_the_host_takes(found: Allocation) -> None:
    told = year_cost(PLAN, found)

    assert told.management_usd == 6_000 + 10_000 + 11_000
    assert told.management_share == Decimal(27_000) / 126_000


def test_what_a_grant_cannot_pay_for_is_what_it_does_not_name(found: Allocation) -> None:
    (grant,) = PLAN.funding.grants

    assert beyond(PLAN, found, grant) == {"vision": 59_000, "leading": 6_000, "office": 10_000}


def granted(**terms: object) -> Plan:
    grant = {"id": "state", "usd": 60000, **terms}
    return Plan.model_validate({**SHEET, "funding": {"budget_usd": 170000, "grants": [grant]}})


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"functions": ["policy"]}, WhyUnspent.NOTHING),
        ({"functions": ["community"], "months": [1, 6]}, WhyUnspent.MONTHS),
        ({"functions": ["community"]}, WhyUnspent.ALL_PAID),
    ],
)
def test_a_grant_left_over_says_why(terms: dict[str, object], why: WhyUnspent) -> None:
    plan = granted(**terms)

    assert why_unspent(plan, allocate(plan), plan.funding.grants[0]) is why


def test_two_grants_for_the_same_say_that_the_other_pays_it_too() -> None:
    both = [
        {"id": "a", "usd": 30000, "functions": ["community"]},
        {"id": "b", "usd": 30000, "functions": ["community"]},
    ]
    plan = Plan.model_validate({**SHEET, "funding": {"budget_usd": 170000, "grants": both}})
    found = allocate(plan)

    left = [one for one in plan.funding.grants if found.grants_used[one.id] < 29_999]

    assert [why_unspent(plan, found, one) for one in left] == [WhyUnspent.OTHERS]


def holds(plan: Plan, found: Allocation) -> None:
    """Every sum, against figures that were found another way."""
    free = {"foundation": plan.funding.budget_usd / 3}
    listed = flows(plan, found, free)
    fee, by_who = plan.overhead.fee_rate, summed(listed, lambda one: one.who)
    by_item = summed(listed, lambda one: one.item.kind)
    spent = cost(plan, found)
    assert spent is not None

    assert sum(one.usd for one in listed).quantize(CENT) == plan.funding.budget_usd.quantize(CENT)
    assert all(one.usd > 0 for one in listed)
    for grant in plan.funding.grants:
        who = WhoPays("grant", grant.id)
        unspent = sum(one.usd for one in listed if one.who == who and one.item.kind == "unspent")
        assert by_who.get(who, Decimal(0)).quantize(CENT) == grant.usd.quantize(CENT)
        used = float(grant.usd * (1 - fee) - unspent)
        assert used == pytest.approx(found.grants_used[grant.id], abs=NEAR)
    unspent = sum(one.usd for one in listed if one.item.kind == "unspent")
    idle = sum(float(g.usd * (1 - fee)) - found.grants_used[g.id] for g in plan.funding.grants)
    idle += (found.free_usd or 0) - (found.unrestricted_usd or 0)
    assert float(unspent) == pytest.approx(idle, abs=0.05)
    assert float(by_item.get("host", 0)) == pytest.approx(spent.host, abs=NEAR)
    assert float(by_item.get("reserve", 0)) == pytest.approx(spent.reserve, abs=NEAR)
    assert float(by_item.get("hiring", 0)) == pytest.approx(spent.hiring, abs=NEAR)
    paid = sum(float(by_item.get(kind, 0)) for kind in ("role", "line", "office"))
    ours = sum(spent.roles.values()) + sum(spent.lines.values()) + spent.office - spent.in_kind
    assert paid == pytest.approx(ours, abs=0.05)
    year = year_cost(plan, found)
    for function in FUNCTIONS:
        ours = found.function_cost_usd.get(str(function), 0.0)
        assert float(year.uses[str(function)].usd) == pytest.approx(ours, abs=NEAR)
    assert float(year.usd) == pytest.approx(found.cost_usd or 0, abs=NEAR)


@pytest.mark.parametrize("path", CONTRACT, ids=lambda path: path.stem)
def test_all_flows_of_a_contract_case_are_its_budget(path: Path) -> None:
    plan = Plan.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))["plan"])
    found = allocate(plan)

    if found.found:
        holds(plan, found)
    else:
        assert flows(plan, found) == ()


@pytest.mark.slow
@pytest.mark.parametrize("first", [0, pytest.param(100, marks=pytest.mark.soak)])
def test_all_flows_of_a_random_plan_are_its_budget(first: int) -> None:
    checked = 0
    for seed in range(first, first + (40 if not first else 400)):
        plan = random_plan(seed)
        found = allocate(plan)
        if found.found:
            holds(plan, found)
            checked += 1

    assert checked >= 10
