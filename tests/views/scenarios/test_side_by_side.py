"""Plans side by side with their years: every figure of a card is what the engine gives when it is
asked directly; what differs is marked by sign or word; a locked one keeps what it had.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from cidesign.acts.lock_scenario import LockScenario
from cidesign.acts.save_scenario import SaveScenario
from cidesign.acts.set_budget import SetBudget
from cidesign.budget import allocate, with_need
from cidesign.catalog import load
from cidesign.domain.figures import fte, money_short, month, points
from cidesign.domain.scenario import Figures
from cidesign.outlook import project
from cidesign.record import changed, example_bundle, read_files, rests_on
from cidesign.views.scenarios import cards, funder, next_step, view
from cidesign.views.scenarios.questions import QUESTIONS, askable
from cidesign.views.scenarios.what_if import subject

CATALOG = load()
FUNCTIONS = CATALOG.labels.functions
# One post that does one thing: $100,000 buys 130 of 260 hours. 100,000 are promised a year until
# 2028, half of them for community work.
PLAN = {
    "need": {"community": 260},
    "priorities": {"community": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}],
    "floor": 0,
    "roles": [
        {"id": "helper", "salary_usd": 100_000, "min_fte": 0, "max_fte": 8, "does": {"community": 1}}
    ],
    "funding": {"budget_usd": 150_000},
}  # fmt: skip
YEARS = {
    "start": "2027-01",
    "years": 3,
    "funding": [
        {"id": "church", "usd": 50_000, "from": "2027-01", "to": "2028-12"},
        {"id": "city", "usd": 50_000, "from": "2027-01", "to": "2028-12", "functions": ["community"]},
    ],
}  # fmt: skip
SMALL = changed(
    changed(read_files({"workshop.yaml": b"name: Small\n"}), "plan.yaml", {(): PLAN}),
    "outlook.yaml",
    {(): YEARS},
)
LEAN = SaveScenario(
    name="Lean", note="hush", budget_usd=100_000, community_min_share=0, reserve_rate=0, must_have=False
)  # fmt: skip
SAVED = LEAN.on(SMALL)


def sides_of(bundle, *chosen):
    return view.compared(view.options(bundle, CATALOG), chosen, CATALOG)


def lines(card):
    return {line.figure: line.value for line in card.lines}


def cards_of(bundle, *chosen):
    shown = sides_of(bundle, *chosen)
    kept = [one.option.saved for one in shown if one.option.saved]
    files = {one.id: rests_on(bundle.files, one.id) for one in kept}
    return cards.cards(shown, FUNCTIONS, files)


def test_a_card_holds_what_the_hand_sum_says():
    (ours,) = cards_of(SMALL)

    # 1.5 posts cost 150,000 a year and bring 195 of 260 hours. 100,000 a year are promised for two
    # years; 50,000 of the budget are not, so that two years lack 50,000 each and the third all.
    # January 2028 brings 50,000 free, which make up for 2027, and City's pay four months more.
    assert lines(ours) == {
        "Cost of budget": "$150k of $150k",
        "Plan score": "75.0",
        "FTE": "1.5",
        "Weakest": "Community engagement, 75%",
        "Still to raise": "$50k",
        "Runs out": "May 2028",
        "Missing at the end": "$250k",
        "Bridge needed": "nothing",
    }


def test_what_differs_is_marked_by_a_sign_or_in_words_and_what_does_not_is_not():
    _, lean = cards_of(SAVED, "saved:lean")

    # 100,000 pay one post: promised money carries it for two years, and the third lacks 100,000.
    assert lines(lean) == {
        "Cost of budget": "$100k of $100k, −$50k",
        "Plan score": "50.0, −25.0",
        "FTE": "1, −0.5",
        "Weakest": "Community engagement, 50% (new)",
        "Still to raise": "nothing, −$50k",
        "Runs out": "January 2029, 8 months later",
        "Missing at the end": "$100k, −$150k",
        "Bridge needed": "nothing",
    }
    assert [line.figure for line in lean.lines if not line.differs] == ["Bridge needed"]


def test_a_larger_budget_that_buys_nothing_more_is_marked_by_the_budget():
    # Two posts cover all 260 hours for 200,000.
    ours, more = cards_of(SetBudget(usd=Decimal(200_000)).on(SMALL), "budget:750000")

    assert lines(ours)["Cost of budget"] == "$200k of $200k"
    assert lines(more)["Cost of budget"] == "$200k of $750k, budget +$550k"


def test_every_figure_of_the_example_is_that_of_the_engine_asked_directly():
    bundle = example_bundle("philadelphia_stem")
    side = sides_of(bundle, "budget:750000")[1]
    plan = bundle.plan.model_copy(
        update={"funding": bundle.plan.funding.model_copy(update={"budget_usd": Decimal(750_000)})}
    )
    found = allocate(with_need(plan, CATALOG.need_table()))
    years = project(plan, bundle.outlook, CATALOG.need_table())
    (told,) = cards.cards([side], FUNCTIONS, {})

    assert years.first.plan_score == pytest.approx(side.found.plan_score)
    assert lines(told) | {"Weakest": ""} == {
        "Cost of budget": f"{money_short(found.cost_usd)} of $750k",
        "Plan score": points(found.plan_score),
        "FTE": fte(sum(found.fte.values())),
        "Weakest": "",
        "Still to raise": "$200k",  # 300,000 + 100,000 + 90,000 + 60,000 are promised
        "Runs out": month(years.runs_out),
        "Missing at the end": money_short(years.missing_usd),
        "Bridge needed": money_short(years.bridge_usd),
    }


def test_at_most_six_may_stand_beside_ours():
    assert view.MOST_BESIDE_OURS == 6


def locked():
    side = sides_of(SAVED, "saved:lean")[1]
    return LockScenario(id="lean", at="2026-11-29T12:00:00+00:00", figures=side.today).on(SAVED)


def test_a_locked_scenario_says_under_which_record_it_was_computed():
    first, second = cards_of(locked(), "saved:lean")[1].lock

    assert first.startswith("Locked on 29 November 2026, record ")
    assert second == "Nothing it rests on has changed since."


def test_a_locked_scenario_keeps_its_figures_and_says_what_changed_since():
    # The scenario says its own budget, so that pay must change for it to be another one.
    dear = {("roles", "helper", "salary_usd"): 200_000}
    after = changed(locked(), "plan.yaml", dear)

    card = cards_of(after, "saved:lean")[1]

    assert lines(card)["Plan score"].startswith("50.0, ")
    # 100,000 pay half a post then, 65 hours.
    assert card.lock[1] == "Changed since: our plan."
    assert card.lock[2].startswith("Today: Plan score 25.0")


def test_what_changed_without_moving_a_figure_is_told_as_such():
    after = SetBudget(usd=Decimal(175_000)).on(locked())

    assert cards_of(after, "saved:lean")[1].lock[1:] == (
        "Changed since: our plan.",
        "Its figures would be the same today.",
    )


def test_a_scenario_that_has_no_plan_any_more_is_told_to_have_none_today():
    side = sides_of(locked(), "saved:lean")[1]
    broke = replace(side, found=replace(side.found, plan_score=None, cost_usd=None, fte=None, status="infeasible"))  # fmt: skip

    told = cards.lock_told(side.lock, broke.today, {}, FUNCTIONS)

    assert told[-1] == "Today no team and no purchases would keep every rule."


def test_without_years_a_card_says_nothing_of_them():
    bare = changed(read_files({"workshop.yaml": b"name: Small\n"}), "plan.yaml", {(): PLAN})

    assert list(lines(cards_of(bare)[0])) == ["Cost of budget", "Plan score", "FTE", "Weakest"]


def test_what_is_still_to_raise_is_never_below_nothing():
    assert Figures(budget_usd=10, promised_usd=30).to_raise_usd == 0
    assert Figures(budget_usd=10).to_raise_usd is None


def test_a_funder_reads_of_which_record_the_figures_are_and_no_note():
    told = " ".join(funder.rests_on(SAVED))

    assert "Computed from the record " in told
    assert "hush" not in told


def test_a_gift_for_all_work_adds_what_free_money_adds_and_one_for_none_of_it_nothing():
    # 25,000 pay a quarter post, 32.5 of 260 hours: 12.5 points.
    bundle = changed(
        SMALL,
        "plan.yaml",
        {("need",): {"community": 260, "policy": 26}, ("priorities",): {"community": 1, "policy": 0}},
    )  # fmt: skip
    plan = view.options(bundle, CATALOG)[0].plan

    made = next_step.gifts(plan)

    assert [(str(one.function), round(one.points, 6)) for one in made] == [
        ("None", 12.5),
        ("community", 12.5),
        ("policy", 0.0),
    ]
    assert next_step.claim(made, FUNCTIONS) == "Fund next: free money, +12.5 points"
    first, second = next_step.sentences(made, allocate(plan), CATALOG.labels)
    assert first.startswith("Free money or community engagement: +12.5 points; +0.25 FTE ")
    assert second.endswith("$25k of it finds nothing it may pay.")


def test_what_falls_although_there_is_more_money_is_told_with_the_gift():
    plan = view.options(SMALL, CATALOG)[0].plan
    now = allocate(plan)
    then = replace(now, plan_score=now.plan_score + 5, coverage={"community": 0.3})
    now = replace(now, coverage={"community": 0.4})

    (said,) = next_step.sentences((next_step.Gift(None, 5.0, then, 25_000.0),), now, CATALOG.labels)

    assert said == (
        "Free money: +5.0 points; the same team and purchases. Community engagement falls from 40% "
        "to 30%."
    )


def test_a_funder_reads_what_share_of_each_plan_is_management():
    # 50,000 for half a post, of which nothing leads, and an office of 10,000: a sixth of 60,000
    plan = {("office",): {"base_usd": 10_000}, ("funding",): {"budget_usd": 60_000}}
    ours = view.options(changed(SMALL, "plan.yaml", plan), CATALOG)[0]
    side = view.Side(ours, allocate(ours.plan))
    without = view.Side(ours, replace(side.found, status="infeasible", plan_score=None))

    assert funder.management_of([side, without]) == (
        "Our plan: 17% of what the year costs is management: $10,000 for the office.",
    )


def test_a_gift_for_one_function_never_adds_more_than_free_money():
    plan = view.options(example_bundle("philadelphia_stem"), CATALOG)[0].plan

    free, *bound = sorted(next_step.gifts(plan), key=lambda one: one.function is not None)

    assert len(bound) == 6
    assert all(one.points <= free.points + 1e-4 for one in bound)


def test_each_question_sets_the_switches_it_says():
    asked = {
        id: [way.asked.written() for way in ways] for id, ways in askable(subject(SMALL)).items()
    }

    assert asked == {
        "unrestricted": [{"unrestricted": ("city",)}],
        "five-years": [{"grant_length": {"church": 36}}, {"grant_length": {"city": 36}}],
        "stops": [{"match_fails": {"church": 2}}, {"match_fails": {"city": 2}}],
        "full-time": [{"smallest_post": 1}],
        "pay": [{"pay": Decimal("0.15")}],
    }
    assert [*asked, "match"] == sorted([one.id for one in QUESTIONS], key=lambda id: id == "match")


def test_whoever_asks_for_a_match_is_meant_where_it_fails_and_the_others_where_a_source_stops():
    city = {**YEARS["funding"][1], "match": {"usd": 10_000}}
    bundle = changed(SMALL, "outlook.yaml", {(): {**YEARS, "funding": [YEARS["funding"][0], city]}})

    asked = askable(subject(bundle))

    assert [way.label for way in asked["match"]] == ["City"]
    assert [way.label for way in asked["stops"]] == ["Church"]
