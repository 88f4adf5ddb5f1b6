"""The page Scenarios: plans side by side, a question answered in place, and scenarios that are
saved, changed, adopted, deleted.
"""

import pytest

from cidesign.acts.decide import Decide
from cidesign.record import changed, read_files
from tests.ui.planning import charts, drawn, plan_of, tab_on, widget, words

# One post that does one thing: $100,000 buys 130 of 260 hours, half of what is needed.
PLAN = {
    "price_year": 2025,
    "need": {"community": 260},
    "priorities": {"community": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}],
    "floor": 0.2,
    "roles": [
        {
            "id": "director",
            "salary_usd": 100_000,
            "min_fte": 0.25,
            "max_fte": 8,
            "must_have": True,
            "does": {"community": 1},
        }
    ],
    "funding": {"budget_usd": 100_000},
}
HOSTS = b"id,name,offer_pay_scale\nhalf,Half Pay,0.5\n"


@pytest.fixture
def workshop(store):
    return store.create(
        changed(
            read_files({"workshop.yaml": b"name: Small\n", "candidates.csv": HOSTS}),
            "plan.yaml",
            {(): PLAN},
        )
    )


def press(tab, key):
    widget(tab, "button", key).click().run()


def saved(store, workshop):
    return store.read(workshop).bundle.scenarios


def open_form(tab, start="ours"):
    tab.session_state["scenarios.fold"] = True
    tab.run()
    widget(tab, "selectbox", "scenarios.start").set_value(start).run()


def fill(tab, start="ours", **filled):
    for name, value in filled.items():
        kind = {
            "name": "text_input",
            "note": "text_input",
            "host": "selectbox",
            "must": "checkbox",
        }.get(name, "number_input")
        widget(tab, kind, f"scenarios.form.{start}.{name}").set_value(value)
    press(tab, f"scenarios.form.{start}.save")


def test_the_example_answers_with_every_piece_of_evidence():
    tab = drawn("scenarios")

    assert not tab.exception
    assert not tab.error
    assert len(tab.header) == 1
    assert charts(tab) == 2
    headings = [one.value for one in tab.subheader]
    wanted = (
        "Ask about one function",
        "What each function gets",
        "What differs from ours",
        "Saved scenarios",
    )
    assert [one for one in wanted if one not in headings] == []


def test_without_a_plan_the_card_shows_the_way(store):
    tab = tab_on("scenarios", store.create(read_files({"workshop.yaml": b"name: Bare\n"})))

    assert not tab.exception
    assert [one.value for one in tab.header] == ["There is no plan yet\\."]


def test_the_usual_budgets_stand_beside_ours_at_first(store, workshop):
    tab = tab_on("scenarios", workshop)

    assert widget(tab, "multiselect", "scenarios.shown").value == [
        "budget:400000",
        "budget:550000",
        "budget:750000",
    ]
    assert "From $100k to $750k the plan score goes from 50.0 to 100.0." in words(tab)


def test_a_host_chosen_to_stand_beside_ours_is_shown_with_what_differs(store, workshop):
    tab = tab_on("scenarios", workshop)

    widget(tab, "multiselect", "scenarios.shown").set_value(["host:half"]).run()

    assert not tab.exception
    assert "Half Pay: +50.0 points; +1 FTE director." in words(tab)


def test_what_does_this_function_get_at_this_budget_is_answered_in_place(store, workshop):
    tab = tab_on("scenarios", workshop)

    widget(tab, "number_input", "scenarios.usd").set_value(150_000).run()

    assert (
        "Community engagement gets 195 of 260 h a month at $150,000: 75% of what it needs."
        in words(tab)
    )


def test_a_scenario_is_saved_under_its_name_and_shown_beside_ours(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)

    fill(tab, name="Lean year", budget=75_000.0, note="if the state says no")

    assert not tab.exception
    kept = saved(store, workshop)["lean_year"]
    assert (kept.name, kept.note, kept.plan.funding.budget_usd) == (
        "Lean year",
        "if the state says no",
        75_000,
    )
    assert "saved:lean_year" in widget(tab, "multiselect", "scenarios.shown").value


def test_without_a_name_nothing_is_saved_and_the_page_says_why(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)

    fill(tab, budget=75_000.0)

    assert saved(store, workshop) == {}
    assert "there is none yet" in words(tab)


def test_a_saved_scenario_is_changed_in_its_file(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)
    fill(tab, name="Lean year", budget=75_000.0)
    widget(tab, "selectbox", "scenarios.start").set_value("saved:lean_year").run()

    fill(tab, "saved:lean_year", budget=80_000.0)

    assert [(id, one.plan.funding.budget_usd) for id, one in saved(store, workshop).items()] == [
        ("lean_year", 80_000)
    ]


def test_a_scenario_becomes_our_plan_after_a_second_word(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)
    fill(tab, name="Lean year", budget=75_000.0)

    press(tab, "scenarios.adopt.lean_year")
    assert plan_of(store, workshop).funding.budget_usd == 100_000
    press(tab, "scenarios.yes.lean_year")

    assert plan_of(store, workshop).funding.budget_usd == 75_000


def test_a_scenario_is_deleted_after_a_second_word_and_the_page_goes_on(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)
    fill(tab, name="Lean year", budget=75_000.0)

    press(tab, "scenarios.delete.lean_year")
    press(tab, "scenarios.yes.lean_year")

    assert not tab.exception
    assert saved(store, workshop) == {}
    assert "saved:lean_year" not in widget(tab, "multiselect", "scenarios.shown").value


def test_names_and_notes_of_people_are_shown_letter_by_letter(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)

    fill(tab, name="<b>*Lean*</b> $x$", note=":red[no] `code`")

    assert not tab.exception
    assert "<b>*Lean*</b> $x$" in words(tab)
    assert ":red[no] `code`" in words(tab)


def test_the_decision_says_for_what_we_plan(store, workshop):
    act = Decide(of="scenarios", what="We plan for $100,000.", because="It is what we have.")
    store.do(workshop, act, nonce="decided")

    assert "We plan for $100,000." in words(tab_on("scenarios", workshop))


def test_the_memos_ranges_stand_in_both_price_years_and_the_way_to_the_outlook_is_shown(
    store, workshop
):
    said = words(tab_on("scenarios", workshop))

    assert "$400k–600k" in said
    assert "$556k–834k" in said
    assert "What to commit by year" in said
