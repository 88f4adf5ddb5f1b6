"""The page Scenarios: plans side by side, a question answered in place, and scenarios that are
saved, changed, adopted, deleted.
"""

import time

import pytest

from cidesign.acts.decide import Decide
from cidesign.domain.allocation import FrontierPoint
from cidesign.record import changed, read_files
from cidesign.ui.kit import searches
from cidesign.views.scenarios import view
from cidesign.views.team import spent
from tests.ui.planning import charts, drawn, look_closer, plan_of, tab_on, widget, words

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
    look_closer(tab, "saved")
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
    assert charts(tab) == 1
    assert [one.value for one in tab.subheader] == [
        "What if …",
        "What each function gets",
        "Our decision",
    ]


@pytest.mark.parametrize(
    ("more", "heading"),
    [
        ("hosts-and-rules", "Hosts: "),
        ("one-function", "Ask about one function"),
        ("by-year", "What backbones usually cost"),
        ("saved", "Saved scenarios"),
        ("in-a-table", "What differs from ours"),
    ],
)
def test_every_other_piece_of_evidence_waits_in_a_tab(more, heading):
    tab = drawn("scenarios", more=more)

    assert not tab.exception
    assert not tab.error
    assert any(one.value.startswith(heading) for one in tab.subheader)


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
    assert (
        "A plan for $100k of $100k reaches a plan score of 50.0 of 100, one for $200k of $750k "
        "reaches 100.0." in words(tab)
    )


def test_what_was_said_of_the_plans_is_said_again_without_being_worked_out(
    store, workshop, monkeypatch
):
    """Why money stays free takes a third of a drawing."""
    worked_out, work_out = [], spent.idle
    monkeypatch.setattr(spent, "idle", lambda *asked: worked_out.append(asked) or work_out(*asked))
    tab = tab_on("scenarios", workshop)
    first, said = len(worked_out), words(tab)
    tab.run()

    assert first > 0
    assert len(worked_out) == first
    assert words(tab) == said


def test_a_host_chosen_to_stand_beside_ours_is_shown_with_what_differs(store, workshop):
    tab = tab_on("scenarios", workshop, more="in-a-table")

    widget(tab, "multiselect", "scenarios.shown").set_value(["host:half"]).run()

    assert not tab.exception
    assert "Half Pay: +50.0 points; +1 FTE director." in words(tab)


def test_what_does_this_function_get_at_this_budget_is_answered_in_place(store, workshop):
    tab = tab_on("scenarios", workshop, more="one-function")

    widget(tab, "number_input", "scenarios.usd").set_value(150_000).run()

    assert (
        "Community engagement gets 195 of 260 h a month from a plan for $150k of $150k: 75% of "
        "what it needs." in words(tab)
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
    said = words(tab_on("scenarios", workshop, more="by-year"))

    assert "$400k–600k" in said
    assert "$556k–834k" in said
    assert "What to commit by year" in said


def test_a_locked_scenario_is_neither_changed_nor_deleted_and_says_its_record(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)
    fill(tab, name="Lean year", budget=75_000.0)

    press(tab, "scenarios.lock.lean_year")

    assert not tab.exception
    kept = saved(store, workshop)["lean_year"].locked
    # 75,000 pay three quarters of a post: 97.5 of 260 hours.
    assert (kept.figures.plan_score, kept.figures.cost_usd) == (37.5, 75_000)
    assert "Locked: it keeps the figures of" in words(tab)
    assert "Nothing it rests on has changed since." in words(tab)
    assert [one.key for one in tab.button if one.key == "scenarios.delete.lean_year"] == []

    press(tab, "scenarios.unlock.lean_year")

    assert saved(store, workshop)["lean_year"].locked is None


def test_an_address_shows_the_scenario_it_names_beside_ours(store, workshop):
    tab = tab_on("scenarios", workshop)
    open_form(tab)
    fill(tab, name="Lean year", budget=75_000.0)

    other = tab_on("scenarios", workshop, scenario="lean_year")

    assert widget(other, "multiselect", "scenarios.shown").value == ["saved:lean_year"]
    assert "Lean year" in words(other)


def test_an_address_tells_what_stands_beside_ours_and_a_wrong_one_shows_what_is_there(
    store, workshop
):
    tab = tab_on("scenarios", workshop)
    widget(tab, "multiselect", "scenarios.shown").set_value(["host:half"]).run()
    assert tab.query_params["scenario"] == "host:half"

    wrong = tab_on("scenarios", workshop, scenario="nobody")

    assert not wrong.exception
    assert widget(wrong, "multiselect", "scenarios.shown").value == []


def test_a_funder_sees_the_cards_and_neither_notes_nor_members_nor_anything_to_press(
    store, workshop
):
    tab = tab_on("scenarios", workshop)
    open_form(tab)
    fill(tab, name="Lean year", budget=75_000.0, note="Ms. Winterbottom is against it")

    seen = tab_on("scenarios", workshop, scenario="lean_year", show="funder")

    assert not seen.exception
    said = words(seen)
    assert "Lean year" in said
    assert "What these figures rest on" in said
    assert "Our plan: Nothing of what the year costs is management." in said
    assert "Winterbottom" not in said
    assert "Our decision" not in said
    assert "What if" not in said
    inputs = (seen.button, seen.multiselect, seen.selectbox, seen.text_input, seen.text_area)
    assert [one.key for kind in inputs for one in kind] == []


def test_which_next_money_adds_most_is_answered_in_its_tab(store, workshop):
    said = words(tab_on("scenarios", workshop, more="next-dollars"))

    # A quarter post, 32.5 of 260 hours, whoever pays for it.
    assert "Fund next: free money, +12.5 points" in said
    assert "Free money, or money for any one function: +12.5 points; +0.25 FTE director." in said


class Line:
    """A search for the line of budgets whose answers the test gives."""

    def __init__(self):
        self.latest, self.is_over = None, False

    def stop(self):
        self.is_over = True


def points(*scores):
    """Budgets from $400,000 on, $5,000 apart."""
    return tuple(
        FrontierPoint(400_000.0 + 5_000 * place, "optimal", score, {"community": score / 100}, {})
        for place, score in enumerate(scores)
    )


@pytest.fixture
def lines(monkeypatch):
    """Every search for a line that was begun; none is known before."""
    begun = []

    def begin(_plan):
        begun.append(Line())
        return begun[-1]

    monkeypatch.setattr(view, "line_search", begin)
    searches.forget_all()
    yield begun
    searches.forget_all()


def test_the_line_of_budgets_is_drawn_as_it_is_found_and_says_how_far_it_is(store, workshop, lines):
    tab = tab_on("scenarios", workshop, more="next-dollars")
    assert "0 of 72 budgets solved." in words(tab)

    lines[0].latest = points(60.0, 61.0, 61.0)
    tab.run()

    assert "3 of 72 budgets solved." in words(tab)
    assert "Score of the best plan at each budget, of 100." in words(tab)
    assert len(lines) == 1


def test_a_line_of_budgets_that_is_stopped_keeps_what_was_found(store, workshop, lines):
    tab = tab_on("scenarios", workshop, more="next-dollars")
    lines[0].latest = points(60.0, 61.0, 61.0)
    tab.run()

    widget(tab, "button", "scenarios.line.stop").click().run()

    assert lines[0].is_over
    assert "The search ended after 3 of 72 budgets. What it found stands here." in words(tab)
    assert "Score of the best plan at each budget, of 100." in words(tab)
    widget(tab, "button", "scenarios.line.again").click().run()
    assert len(lines) == 2
    assert "0 of 72 budgets solved." in words(tab)


def test_a_whole_line_of_budgets_is_there_in_seconds_without_a_press(store, workshop):
    searches.forget_all()
    tab = tab_on("scenarios", workshop, more="next-dollars")
    for _ in range(600):
        if not any(button.key == "scenarios.line.stop" for button in tab.button):
            break
        time.sleep(0.05)
        tab.run()

    said = words(tab)
    assert "budgets solved" not in said
    assert "The search ended" not in said
    # 130 of 260 hours for $100,000; at $400,000 four posts could do twice what is needed
    assert "$100k to $400k: +50.0 points" in said
