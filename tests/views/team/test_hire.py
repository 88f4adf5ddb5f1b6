"""What makes it a team one can hire: each rule with what it costs today, and its switch."""

from decimal import Decimal

import pytest

from cidesign.budget import allocate
from cidesign.catalog import load
from cidesign.record import changed, example_bundle, read_files
from cidesign.views.overview.beginning import drafted
from cidesign.views.overview.drafting import Answers
from cidesign.views.overview.first_team import team_of
from cidesign.views.team import hire
from cidesign.views.team.hire_rules import HIRE_RULES, leader_of
from cidesign.views.team.other_team import other_team
from cidesign.views.team.terms import terms

CATALOG = load()
RULES = {rule.id: rule for rule in HIRE_RULES}
ROLE = {"salary_usd": 60_000, "min_fte": 1, "max_fte": 1, "does": {"vision": 1}}
# One director for 60,000; of 130 hours 100 are needed, so a whole post is too much.
PLAN = {
    "need": {"vision": 100, "community": 100},
    "floor": 0,
    "people_only_share": 0,
    "roles": [
        {**ROLE, "id": "director", "does": {"vision": 1, "community": 1}},
        {**ROLE, "id": "facilitator", "does": {"community": 1}},
    ],
    "funding": {"budget_usd": 200_000},
}


def ours(**more):
    return changed(
        read_files({"workshop.yaml": b"name: Ours\n"}), "plan.yaml", {(): {**PLAN, **more}}
    )


@pytest.fixture(scope="module")
def stem():
    return example_bundle("philadelphia_stem")


def switched(bundle, id, *, on):
    return RULES[id].switch(bundle, CATALOG, on=on).on(bundle)


@pytest.mark.parametrize("id", RULES)
def test_a_rule_of_the_example_is_on_and_off_and_on_again_as_it_was(stem, id):
    off = switched(stem, id, on=False)

    assert RULES[id].is_on(stem.plan)
    assert not RULES[id].is_on(off.plan)
    assert switched(off, id, on=True).plan == stem.plan


@pytest.mark.parametrize("id", RULES)
def test_a_rule_a_plain_plan_lacks_is_off_and_can_be_switched_on(id):
    plain = ours()

    assert not RULES[id].is_on(plain.plan)
    if id == "needs":
        return  # neither of the two posts usually needs another
    assert RULES[id].is_on(switched(plain, id, on=True).plan)


def test_what_hiring_costs_is_switched_where_it_is_written(stem):
    (change,) = RULES["hiring"].switch(stem, CATALOG, on=False).changes
    (beside,) = RULES["hiring"].switch(ours(), CATALOG, on=True).changes

    assert change == ("outlook.yaml", ("hiring", "cost_share"), 0)
    assert beside == ("plan.yaml", ("hiring", "cost_share"), Decimal("0.15"))


def test_who_leads_is_whom_the_plan_names_and_else_who_must_be_there():
    coordinator = {**ROLE, "id": "coordinator"}
    both = [*PLAN["roles"], coordinator]
    named = ours(roles=both, supervision={"by": ["coordinator"], "hours_per_person": 6})
    must = ours(roles=[*PLAN["roles"], {**coordinator, "must_have": True}])

    assert leader_of(ours(roles=both).plan).id == "director"
    assert leader_of(named.plan).id == "coordinator"
    assert leader_of(must.plan).id == "coordinator"
    assert leader_of(ours(roles=PLAN["roles"][1:]).plan) is None


def test_a_rule_costs_what_the_score_is_higher_without_it():
    # A director and a facilitator, 130 hours each. Without learning they give all 200 hours needed:
    # 100 points. A quarter lost: 195 of 200 hours; each function is worth half. One has 100 hours,
    # the other 95: coverage 0.95, which is 95 + 5 x 10 / 15 points. (100 + 98.33) / 2 = 99.17.
    learning = ours(hiring={"ramp_up_loss": 0.25})
    seen = hire.hire_view(learning, CATALOG)
    effect = next(one for one in seen.effects if one.rule.id == "learning")

    assert effect.on
    assert effect.points == pytest.approx(100 - (100 + 95 + 5 * 10 / 15) / 2, abs=1e-3)
    assert hire.cost_said(effect) == "It costs 0.8 points today."


def test_a_rule_that_is_off_tells_what_it_would_cost():
    seen = hire.hire_view(ours(), CATALOG)
    effect = next(one for one in seen.effects if one.rule.id == "learning")

    assert not effect.on
    assert hire.cost_said(effect) == "Off. It would cost 0.8 points."
    assert hire.hire_claim(seen) == "None of these rules is on"


@pytest.mark.slow
def test_each_cost_of_the_example_is_found_again_by_solving_without_the_rule(stem):
    seen = hire.hire_view(stem, CATALOG)
    now = allocate(terms(stem, CATALOG).plan).plan_score
    bare = stem

    for effect in seen.effects:
        without = switched(stem, effect.rule.id, on=False)
        bare = switched(bare, effect.rule.id, on=False)
        then = allocate(terms(without, CATALOG).plan).plan_score
        assert effect.points == pytest.approx(then - now, abs=1e-6)
    together = allocate(terms(bare, CATALOG).plan).plan_score - now
    assert seen.together == pytest.approx(together, abs=1e-6)


def test_without_a_plan_under_a_rule_nothing_is_compared():
    dear = ours(
        roles=[{**PLAN["roles"][0], "must_have": True}, PLAN["roles"][1]],
        funding={"budget_usd": 30_000},
    )
    effect = next(one for one in hire.hire_view(dear, CATALOG).effects if one.rule.id == "leader")

    assert effect.points is None
    assert "no plan" in hire.cost_said(effect)


def test_every_sentence_of_a_rule_is_whole_whether_it_is_on_or_off(stem):
    for bundle in (stem, ours(), ours(roles=PLAN["roles"][1:])):
        for rule in HIRE_RULES:
            said = rule.asks(bundle.plan, CATALOG)
            assert said.endswith(".")
            assert "None" not in said


def begun(usd):
    return drafted(Answers("Riverbend", "2027-01", budget_usd=Decimal(usd)), CATALOG)


def at(bundle, usd):
    return changed(bundle, "plan.yaml", {("funding", "budget_usd"): Decimal(usd)})


@pytest.mark.slow
@pytest.mark.parametrize(("before", "after"), [(200_000, 550_000), (550_000, 200_000)])
def test_other_money_offers_the_first_team_it_would_have_begun_with(before, after):
    now = at(begun(before), after)

    offered = other_team(now, CATALOG)

    assert offered is not None
    assert other_team(begun(before), CATALOG) is None
    moved = offered.act.on(now)
    fresh = begun(after)
    assert team_of(moved.plan) == team_of(fresh.plan)
    for key in ("floor", "roles", "supervision", "office"):
        assert getattr(moved.plan, key) == getattr(fresh.plan, key)
    assert other_team(moved, CATALOG) is None


def test_a_team_of_the_committees_own_is_left_alone(stem):
    assert other_team(at(stem, 200_000), CATALOG) is None
