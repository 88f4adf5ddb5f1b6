"""Why a plan is what it is: rules in conflict, what mends it, and the rules that hold it back, each
against a second opinion.
"""

from decimal import Decimal
from functools import cache
from itertools import count, islice

import pytest

from cidesign.budget import allocate, binding, conflict, repairs
from cidesign.domain.allocation import Allocation, Repair, RuleOn
from cidesign.domain.plan import Plan
from tests.budget.changes import floors, repaired, rules_of
from tests.budget.milp import best_score
from tests.budget.plans import random_plan

pytestmark = pytest.mark.slow

IMPOSSIBLE = 8
POSSIBLE = 15


@cache
def possible(seed: int) -> bool:
    return best_score(random_plan(seed)) is not None


def nth(number: int, *, can_be: bool) -> Plan:
    """Of all random plans that can (or cannot) be, the one with this number, from 0."""
    like_it = (seed for seed in count() if possible(seed) is can_be)
    return random_plan(next(islice(like_it, number, None)))


@pytest.fixture(params=range(IMPOSSIBLE))
def broken(request: pytest.FixtureRequest) -> Plan:
    """A plan that cannot be."""
    return nth(request.param, can_be=False)


MORE = [pytest.param(block, marks=pytest.mark.soak) for block in range(300, 450, 10)]


# What others set (what a grant may pay, how much of a line there is) and the reserve inside the
# money rule always hold in a conflict.
ALWAYS = ("grant", "line_limit", "reserve")


def check_conflict(plan: Plan) -> None:
    told = set(conflict(plan))
    others = {rule for rule in rules_of(plan) - told if rule.rule not in ALWAYS}
    assert best_score(plan, without=others) is None, f"{told} can be kept together"
    for rule in told:
        assert best_score(plan, without=others | {rule}) is not None, (
            f"{told} is in conflict without {rule} too"
        )


def test_rules_in_conflict_cannot_all_hold_and_each_is_needed_for_that(broken: Plan) -> None:
    check_conflict(broken)


@pytest.mark.parametrize("block", MORE)
def test_rules_in_conflict_hold_up_on_many_more_plans(block: int) -> None:
    for seed in range(block, block + 10):
        if not possible(seed):
            check_conflict(random_plan(seed))


def levers(plan: Plan) -> dict[str, Plan]:
    """Each lever pulled as far as it goes; money apart, which has no end."""
    pulled = {}
    if any(floors(plan).values()):
        pulled["floor"] = repaired(plan, Repair("floor", -float(max(floors(plan).values())), None))
    for lever in ("community_min_share", "reserve_rate"):
        if getattr(plan, lever):
            pulled[lever] = repaired(plan, Repair(lever, -float(getattr(plan, lever)), None))
    for role in plan.roles:
        if role.must_have:
            pulled[f"must_have:{role.id}"] = repaired(
                plan, Repair(f"must_have:{role.id}", -float(role.min_fte), None)
            )
    return pulled


def check_repairs(plan: Plan) -> None:
    told = {repair.lever: repair for repair in repairs(plan)}
    expected = {lever for lever, pulled in levers(plan).items() if best_score(pulled) is not None}
    if best_score(plan, without={RuleOn("budget")}) is not None:
        expected.add("budget_usd")
    expected |= {
        f"max_fte:{role.id}"
        for role in plan.roles
        if best_score(plan, without={RuleOn("max_fte", role.id)}) is not None
    }
    assert set(told) == expected
    for lever, repair in told.items():
        assert best_score(repaired(plan, repair)) == pytest.approx(repair.plan_score, abs=0.01), (
            lever
        )
        if lever.startswith("must_have:"):
            role = next(role for role in plan.roles if lever.endswith(f":{role.id}"))
            assert repair.change == -float(role.min_fte)
            continue
        little = {"budget_usd": Decimal(2), "max_fte": plan.fte_step}.get(
            lever.partition(":")[0], Decimal("0.001")
        )
        assert best_score(repaired(plan, repair, short_by=little)) is None, (
            f"{lever}: less would do"
        )


def test_each_repair_alone_mends_the_plan_and_less_of_it_does_not(broken: Plan) -> None:
    check_repairs(broken)


@pytest.mark.parametrize("block", MORE)
def test_repairs_hold_up_on_many_more_plans(block: int) -> None:
    for seed in range(block, block + 10):
        if not possible(seed):
            check_repairs(random_plan(seed))


@pytest.mark.parametrize("number", range(3))
def test_a_plan_that_can_be_has_no_conflict_and_needs_no_repair(number: int) -> None:
    can_be = nth(number, can_be=True)

    assert (conflict(can_be), repairs(can_be)) == ((), ())


def tight(plan: Plan, told: Allocation) -> set[RuleOn]:
    """The rules about one role, line or function that the plan keeps with nothing to spare."""
    found = set()
    for role in plan.roles:
        fte = told.fte[role.id]
        found |= {RuleOn("max_fte", role.id)} if fte == float(role.max_fte) else set()
        found |= (
            {RuleOn("must_have", role.id)}
            if role.must_have and fte == float(role.min_fte)
            else set()
        )
        found |= {RuleOn("needs", role.id)} if role.needs and not fte else set()
    for line in plan.lines:
        found |= (
            {RuleOn("line_limit", line.id)}
            if abs(told.lines[line.id] - float(line.most_usd)) < 0.02
            else set()
        )
        found |= (
            {RuleOn("min_usd", line.id)}
            if line.min_usd and told.lines[line.id] < float(line.min_usd) + 0.01
            else set()
        )
    for function, floor in floors(plan).items():
        # The greatest least coverage may use up the last 1e-5 points, so a tight floor can be left
        # by a few millionths.
        found |= (
            {RuleOn("floor", function)}
            if floor and told.coverage[function] - float(floor) < 1e-4
            else set()
        )
        cap = (1 - float(plan.people_only_share)) * float(plan.need[function])
        found |= (
            {RuleOn("people_only_share")}
            if cap - told.line_hours.get(function, 0.0) < 1e-4
            else set()
        )
    return found


def check_binding(plan: Plan) -> None:
    told = allocate(plan)
    if told.plan_score is None:
        return
    named = set(binding(plan, told))
    assert named <= rules_of(plan)
    assert {
        rule
        for rule in named
        if rule.rule not in ("budget", "reserve", "grant", "community_min_share", "supervision")
    } <= tight(plan, told)
    gains = {rule: best_score(plan, without={rule}) - told.plan_score for rule in rules_of(plan)}
    assert {rule for rule in named if gains[rule] < 1e-4} == set(), "lifting it wins nothing"
    holding_back = {
        rule for rule in (tight(plan, told) | {RuleOn("budget")}) & set(gains) if gains[rule] > 0.05
    }
    assert holding_back - named == set(), "lifting it would win points"


@pytest.mark.parametrize("seed", range(POSSIBLE))
def test_a_rule_is_binding_when_it_is_tight_and_lifting_it_would_raise_the_score(seed: int) -> None:
    check_binding(random_plan(seed))


@pytest.mark.parametrize("block", MORE)
def test_binding_rules_hold_up_on_many_more_plans(block: int) -> None:
    for seed in range(block, block + 10):
        check_binding(random_plan(seed))
