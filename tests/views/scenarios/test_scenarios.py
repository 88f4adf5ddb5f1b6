"""Scenarios: what stands beside our plan, what hosts and rules cost, what a function gets; and
saving, changing, adopting one.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from cidesign.acts.adopt_scenario import AdoptScenario
from cidesign.acts.delete_scenario import DeleteScenario
from cidesign.acts.save_scenario import SaveScenario
from cidesign.budget import allocate, with_offer
from cidesign.catalog import load
from cidesign.domain.allocation import FrontierPoint
from cidesign.domain.labels import Labels, Named
from cidesign.domain.money import InKind
from cidesign.domain.panel import Offer
from cidesign.domain.problem import BadInput
from cidesign.domain.words import Function
from cidesign.record import changed, document, read_files
from cidesign.views.scenarios import costs, view
from cidesign.views.scenarios import words as scenarios_words
from cidesign.views.scenarios.cards import cards
from cidesign.views.scenarios.hosts import why
from cidesign.views.scenarios.kept import draft_of

# One post that does one thing: $100,000 buys 130 of 260 hours, so each $25,000 (a quarter post)
# covers an eighth.
PLAN = {
    "price_year": 2025,
    "need": {"community": 260},
    "priorities": {"community": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}],
    "floor": 0.2,
    "roles": [
        {
            "id": "helper",
            "salary_usd": 100_000,
            "min_fte": 0.25,
            "max_fte": 8,
            "must_have": True,
            "does": {"community": 1},
        }
    ],
    "funding": {"budget_usd": 100_000},
}
HOSTS = b"id,name,offer_pay_scale,offer_overhead,offer_rate\nhalf,Half Pay,0.5,none,\ndear,Dear House,1,fee,0.5\nsilent,Silent,,,\n"
LABELS = Labels(
    roles=Named({"helper": "Helper"}), functions=Named({"community": "Community engagement"})
)


def small(**plan):
    files = {"workshop.yaml": b"name: Small\n", "candidates.csv": HOSTS}
    return changed(read_files(files), "plan.yaml", {(): {**PLAN, **plan}})


@pytest.fixture(scope="module")
def known():
    return view.options(small(), load())


def by_id(known, id):
    return next(one for one in known if one.id == id)


def test_beside_our_plan_stand_budgets_hosts_with_an_offer_and_rules_it_has(known):
    assert [one.id for one in known] == [
        "ours",
        "budget:400000",
        "budget:550000",
        "budget:750000",
        "host:half",
        "host:dear",
        "rule:floor",
        "rule:must_have",
        "rule:people_only_share",
    ]


def test_without_a_plan_there_is_nothing_to_compare():
    assert view.options(read_files({"workshop.yaml": b"name: Bare\n"}), load()) == ()


def test_our_own_budget_is_not_repeated_and_a_budget_below_the_grants_is_left_out():
    bundle = small(
        funding={
            "budget_usd": 750_000,
            "grants": [{"id": "city", "usd": 500_000, "functions": ["community"]}],
        }
    )

    assert [one.id for one in view.options(bundle, load()) if one.kind == "budget"] == [
        "budget:550000"
    ]


def test_a_host_at_half_pay_brings_what_the_hand_sum_says(known):
    half, dear = view.host_effects(known)

    # Our team costs 100,000 on our terms and 50,000 at half pay; chosen anew it is two posts: 100
    # points in place of 50.
    assert half.same_team_usd == pytest.approx(50_000)
    assert half.points == pytest.approx(50)
    # Half of all revenue is kept: 50,000 less to spend, half a post and 25 points less.
    assert dear.same_team_usd == pytest.approx(-50_000)
    assert dear.points == pytest.approx(-25)


def test_the_best_and_the_worst_host_are_named_each_with_its_reason(known):
    effects = view.host_effects(known)

    assert costs.host_claim(effects) == "Hosts: −25.0 to +50.0 points"
    assert (
        costs.host_ends(effects)
        == "Best: Half Pay. Worst: Dear House. Each offer against our terms now."
    )
    assert costs.host_rows(effects)[1] == {
        "Host": "Dear House",
        "Our team there, a year": "−$50,000",
        "Points, team chosen anew": "−25.0",
    }
    assert costs.host_reasons(effects) == [
        "Half Pay: pay 50% lower.",
        "Dear House: fee of 50%.",
    ]


def test_hosts_that_change_no_score_are_not_told_as_better_or_worse(known):
    same = [replace(one, points=0.0, same_team_usd=0.0) for one in view.host_effects(known)]

    assert costs.host_claim(same) == "All hosts' terms score alike"
    assert costs.host_claim(same[:1]) == "Half Pay: 0.0 points"
    assert "Best" not in costs.host_ends(same)


def test_hosts_that_score_alike_and_cost_otherwise_are_not_told_as_alike(known):
    # 50,000 more at half pay, 50,000 less where half of all revenue is kept.
    alike = [replace(one, points=0.0) for one in view.host_effects(known)]

    assert costs.host_claim(alike) == "Hosts score alike, but leave −$50k to +$50k a year"
    assert (
        costs.host_ends(alike)
        == "Cheapest: Half Pay. Dearest: Dear House. Each offer against our terms now."
    )


def test_every_part_of_an_offer_that_differs_is_a_reason(known):
    ours = known[0].plan
    gift = InKind(id="room", usd=Decimal(6_000), offsets="office")
    offer = Offer(
        pay_scale=Decimal("1.1"),
        benefits_rate=Decimal("0.25"),
        overhead={"kind": "indirect", "rate": "0.08"},
        in_kind=(gift,),
    )

    assert why(ours, with_offer(ours, offer)) == (
        "pay 10% higher, benefits 25% instead of 0%, indirect cost of 8% and $6k more gifts in kind"
    )
    assert why(with_offer(ours, offer), ours).endswith("no charge and $6k less gifts in kind")
    assert why(ours, ours) == "the same terms"


def test_the_claim_over_the_budgets_speaks_of_our_own(known):
    def line(*points):
        return [FrontierPoint(usd, "optimal", score, {}, {}) for usd, score in points]

    steep = line((400_000, 60.0), (425_000, 63.8), (450_000, 64.0), (475_000, 66.1))

    assert costs.step_claim(steep, 450_000) == "Our next $25,000: +2.1 points"
    assert costs.step_claim(steep, 475_000) == "$450k to $475k: +2.1 points"
    assert (
        costs.step_claim(line((430_000, 60.0), (450_000, 61.0)), 430_000)
        == "$430k to $450k: +1.0 points"
    )
    assert costs.step_claim(steep, 900_000) == "What the next $25,000 adds"


def test_a_rule_that_costs_nothing_is_said_to_and_a_dear_one_is_told_in_points():
    bundle = small(reserve_rate=0.34, funding={"budget_usd": 100_000})

    effects = view.rule_effects(view.options(bundle, load()))

    # 1.34 x 75,000 is over 100,000, so half a post with the reserve: 25 points; 50 without.
    assert costs.rule_sentences(effects) == [
        "The reserve: +25.0 points without it.",
        "The floor, the must-have posts and the limit on purchases cost us nothing today.",
    ]
    assert costs.rule_claim(effects) == "One of our rules costs points"


def test_the_answer_spans_the_least_and_the_largest_budget(known):
    sides = view.compared(known, ("budget:400000", "budget:550000"), load())

    # 400,000 pays for four posts, and two cover all.
    assert (
        scenarios_words.answer(sides)
        == "A plan for $100k of $100k reaches a plan score of 50.0 of 100, one for $200k of $550k "
        "reaches 100.0."
    )
    assert scenarios_words.differences(sides, LABELS)[0] == "$400k: +50.0 points; +1 FTE helper."


def test_a_budget_too_small_for_the_rules_is_said_to_be(known):
    broke = replace(
        known[0], plan=by_id(known, "ours").plan.model_copy(update={"floor": Decimal("0.9")})
    )
    sides = view.compared((broke, *known[1:]), ("budget:400000",), load())

    (ours, _) = cards(sides, LABELS.functions, {})
    assert ours.without == (
        "At $100k no team and no purchases keep every rule. Set this budget on Team and budget, and "
        "it tells what would do."
    )
    assert "keeps not all of our rules" in scenarios_words.and_line(sides)


def test_what_one_function_gets_at_a_budget_is_answered_in_sentences(known):
    asked, found = view.at_budget(known[0].plan, Decimal(150_000))

    assert costs.gets(asked, found, Function.COMMUNITY, LABELS) == [
        "Community engagement gets 195 of 260 h a month from a plan for $150k of $150k: 75% of what "
        "it needs.",
        "Who works on it: helper 195 h.",
        "It costs $150,000 a year, the host's share on it included, the office not.",
    ]


def test_hours_of_each_post_are_told_as_they_count_so_that_the_parts_make_the_sum(known):
    handy = {**PLAN["roles"][0], "does": {"community": 1.1}}
    plan = view.options(small(roles=[handy]), load())[0].plan
    asked, found = view.at_budget(plan, Decimal(150_000))

    told = costs.gets(asked, found, Function.COMMUNITY, LABELS)

    # One and a half posts work 195 hours, which count 1.1 each: 214.5 of 260.
    assert (
        told[0]
        == "Community engagement gets 215 of 260 h a month from a plan for $150k of $150k: 83% of "
        "what it needs."
    )
    assert told[1] == "Who works on it: helper 215 h (195 h worked, each counted as 1.1)."


def test_a_function_that_gets_less_of_more_money_is_told_why(known):
    plan = known[0].plan
    low = (plan, replace(allocate(plan), plan_score=70.0, coverage={"community": 0.89}))
    high = view.at_budget(plan, Decimal(150_000))
    high = (high[0], replace(high[1], plan_score=75.5, coverage={"community": 0.85}))

    told = costs.gets(*high, Function.COMMUNITY, LABELS, beside=low)[-1]

    assert told.startswith("It gets 89% for $100k of $100k but 85% for $150k of $150k: ")
    assert "(70.0 to 75.5)" in told
    assert costs.gets(*low, Function.COMMUNITY, LABELS, beside=high)[-1] == told
    more = (high[0], replace(high[1], coverage={"community": 0.95}))
    assert not any(
        "of $100k but" in one for one in costs.gets(*more, Function.COMMUNITY, LABELS, beside=low)
    )


def test_another_budget_is_compared_with_ours_and_ours_with_a_step_below(known):
    plan = known[0].plan

    assert view.beside(plan, Decimal(150_000)) == plan
    assert view.beside(plan, Decimal(100_000)).funding.budget_usd == 75_000


def test_a_budget_below_the_grants_is_refused():
    bundle = small(
        funding={
            "budget_usd": 100_000,
            "grants": [{"id": "city", "usd": 60_000, "functions": ["community"]}],
        }
    )
    plan = view.options(bundle, load())[0].plan

    with pytest.raises(BadInput, match="below the grants"):
        view.at_budget(plan, Decimal(50_000))


def test_the_line_of_budgets_begins_and_ends_at_the_usual_ones_and_holds_ours(known):
    plan = known[0].plan

    *_, line = view.line_search(plan)

    assert [point.budget_usd for point in line] == [100_000, *range(400_000, 755_000, 5_000)]
    assert line[0].plan_score == pytest.approx(50)
    steps = view.in_steps(plan, line)
    assert [point.budget_usd for point in steps] == [100_000, *range(400_000, 775_000, 25_000)]


# Saved scenarios.


def draft(**filled):
    plan = small().plan
    asked = {
        "id": "",
        "name": "Lean year",
        "note": "",
        "host": "",
        "budget_usd": plan.funding.budget_usd,
        "floor": Decimal("0.2"),
        "community_min_share": Decimal(0),
        "reserve_rate": Decimal(0),
        "must_have": True,
    }
    return SaveScenario(**{**asked, **filled})


def test_only_what_differs_from_our_plan_is_written():
    kept = draft(budget_usd=Decimal(75_000), host="half", note="if the state says no").on(small())

    assert document(kept, "scenarios/lean_year.yaml") == {
        "name": "Lean year",
        "note": "if the state says no",
        "host": "half",
        "funding": {"budget_usd": 75_000},
    }


def test_a_saved_scenario_stands_on_its_hosts_terms_beside_ours():
    kept = draft(host="half", must_have=False, floor=Decimal(0)).on(small())

    option = by_id(view.options(kept, load()), "saved:lean_year")

    assert option.plan.roles[0].salary_usd == 50_000
    assert not option.plan.roles[0].must_have
    assert option.plan.floor == 0


def test_the_form_starts_with_what_was_saved_and_saving_it_again_changes_nothing():
    kept = draft(host="half", must_have=False, floor=Decimal(0), budget_usd=Decimal(75_000)).on(
        small()
    )

    again = draft_of(by_id(view.options(kept, load()), "saved:lean_year"))

    assert again.on(kept).files == kept.files


def test_what_the_form_does_not_ask_about_stays_in_the_file():
    bundle = changed(
        small(),
        "scenarios/own.yaml",
        {
            (): {
                "name": "Own",
                "people_only_share": Decimal("0.3"),
                "roles": [{"id": "helper", "max_fte": 2}],
            }
        },
    )
    option = by_id(view.options(bundle, load()), "saved:own")

    changed_there = draft_of(option).model_copy(update={"budget_usd": Decimal(75_000)})
    kept = changed_there.on(bundle)

    assert document(kept, "scenarios/own.yaml") == {
        "name": "Own",
        "people_only_share": Decimal("0.3"),
        "roles": [{"id": "helper", "max_fte": 2}],
        "funding": {"budget_usd": 75_000},
    }


@pytest.mark.parametrize("name", ["", "   "])
def test_a_scenario_needs_a_name(name):
    with pytest.raises(BadInput, match="there is none yet"):
        draft(name=name).on(small())


def test_two_scenarios_never_bear_one_name_and_two_names_never_one_file():
    once = draft(name="Lean!").on(small())

    with pytest.raises(BadInput, match="another one has this name"):
        draft(name="Lean!").on(once)
    assert set(draft(name="Lean?").on(once).scenarios) == {"lean", "lean_2"}


def test_a_name_without_letters_of_ours_still_gets_a_file():
    assert set(draft(name="../Ж").on(small()).scenarios) == {"scenario"}


def test_making_it_our_plan_puts_its_figures_into_the_plan_and_keeps_the_rest():
    kept = draft(budget_usd=Decimal(75_000), reserve_rate=Decimal("0.05")).on(small())

    adopted = AdoptScenario(id="lean_year").on(kept)

    assert adopted.plan.funding.budget_usd == 75_000
    assert adopted.plan.reserve_rate == Decimal("0.05")
    assert adopted.plan.roles == small().plan.roles


def test_a_deleted_scenario_is_gone_and_nothing_else():
    kept = draft().on(small())

    assert DeleteScenario(id="lean_year").on(kept).files == small().files


def test_a_scenario_that_leads_to_no_plan_is_refused_with_its_file():
    bundle = small(
        funding={
            "budget_usd": 100_000,
            "grants": [{"id": "city", "usd": 60_000, "functions": ["community"]}],
        }
    )

    with pytest.raises(BadInput, match="the grants add to") as refused:
        draft(budget_usd=Decimal(50_000)).on(bundle)

    assert refused.value.problems[0].where.startswith("scenarios/lean_year.yaml: funding")


def test_so_far_counts_what_is_saved():
    assert scenarios_words.so_far(small(), load()) == "No scenario saved yet"
    assert scenarios_words.so_far(draft().on(small()), load()) == "1 scenario saved"
