"""What if, on the page Scenarios: switches that leave the record as it is, kept as a scenario, and
opened again.
"""

from time import sleep

import pytest

from cidesign.acts.remove_award import RemoveAward
from cidesign.record import changed, read_files
from tests.ui.planning import look_closer, tab_on, widget, words

# One post that does one thing, $100,000 a year: half of 260 hours. City pays 60,000, free 40,000.
PLAN = {
    "price_year": 2025,
    "drivers": {"partners": 30},
    "phase": "initiate_action",
    "priorities": {"community": 1},
    "floor": 0,
    "roles": [
        {"id": "director", "salary_usd": 100_000, "min_fte": 0, "max_fte": 2, "does": {"community": 1}}
    ],
    "funding": {"budget_usd": 100_000},
}  # fmt: skip
YEARS = {
    "start": "2027-01",
    "years": 3,
    "funding": [
        {"id": "city_hall", "usd": 60_000, "from": "2027-01", "to": "2028-12", "functions": ["community"]},
        {"id": "church", "usd": 40_000, "from": "2027-01", "to": "2029-12"},
    ],
}  # fmt: skip
PAY, LOST, LENGTH, FREE = (
    f"scenarios.what_if.{key}" for key in ("pay", "source_lost", "grant_length", "unrestricted")
)


@pytest.fixture
def workshop(store):
    planned = changed(read_files({"workshop.yaml": b"name: Small\n"}), "plan.yaml", {(): PLAN})
    return store.create(changed(planned, "outlook.yaml", {(): YEARS}))


def record(store, workshop):
    return {
        path: content
        for path, content in store.read(workshop).bundle.files.items()
        if path != "ledger.jsonl"
    }


def switches(workshop, **address):
    """A tab on the page with all switches open."""
    return unfolded(tab_on("scenarios", workshop, **address))


def unfolded(tab):
    tab.session_state["scenarios.switches"] = True
    return tab.run()


def switch(tab, **settings):
    kinds = {"pay": "number_input", "hours_per_partner": "number_input"}
    unfolded(tab)
    for key, setting in settings.items():
        kind = kinds.get(key, "multiselect")
        widget(tab, kind, f"scenarios.what_if.{key}").set_value(setting).run()


def save(tab, name, button="save", into="new"):
    tab.session_state["scenarios.what_if_fold"] = True
    tab.run()
    widget(tab, "text_input", f"scenarios.what_if_form.{into}.name").set_value(name)
    widget(tab, "button", f"scenarios.what_if_form.{into}.{button}").click().run()


def test_a_switch_answers_and_leaves_the_record_byte_for_byte_as_it_is(store, workshop):
    before = record(store, workshop)
    tab = tab_on("scenarios", workshop)

    switch(tab, pay=10.0, source_lost=["church"], grant_length=[("city_hall", -12)])

    assert not tab.exception
    assert "If Church is lost, City hall ends one year earlier and pay is 10% higher," in words(tab)
    assert record(store, workshop) == before


def test_what_was_asked_is_asked_still_when_one_comes_back_from_another_page(store, workshop):
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=-10.0)

    tab.switch_page("pages/team.py").run()
    unfolded(tab.switch_page("pages/scenarios.py").run())

    assert widget(tab, "number_input", PAY).value == -10
    assert "If pay is 10% lower" in words(tab)


def test_saved_it_is_one_new_file_and_opens_with_the_same_switches(store, workshop):
    before = record(store, workshop)
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=12.5, source_lost=["church"], grant_length=[("city_hall", 24)])
    switch(tab, unrestricted=["city_hall"])

    save(tab, "Lean and free")

    after = record(store, workshop)
    assert after.keys() - before.keys() == {"scenarios/lean_and_free.yaml"}
    assert {path: after[path] for path in before} == before
    later = switches(workshop)
    assert widget(later, "number_input", PAY).value == 0
    look_closer(later, "saved")
    widget(later, "button", "scenarios.open.lean_and_free").click().run()
    assert widget(later, "number_input", PAY).value == 12.5
    assert widget(later, "multiselect", LOST).value == ["church"]
    assert widget(later, "multiselect", LENGTH).value == [("city_hall", 24)]
    assert widget(later, "multiselect", FREE).value == ["city_hall"]
    assert "Its switches are set above, under What if." in words(later)


def test_an_opened_scenario_is_changed_in_its_own_file(store, workshop):
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=10.0)
    save(tab, "Dear")
    assert "The switches are those of the saved scenario Dear." in words(tab)

    switch(tab, pay=20.0)
    assert "Changed from the scenario Dear, and not saved yet." in words(tab)
    save(tab, "Very dear", "change", into="dear")

    kept = store.read(workshop).bundle.scenarios
    assert [(one.name, str(one.what_if.pay)) for one in kept.values()] == [("Very dear", "0.2")]


def test_an_opened_scenario_stays_as_it_is_where_a_new_one_is_made_of_it(store, workshop):
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=10.0)
    save(tab, "Dear")

    switch(tab, pay=20.0)
    save(tab, "Dearer", into="dear")

    kept = store.read(workshop).bundle.scenarios
    assert {id: str(one.what_if.pay) for id, one in kept.items()} == {"dear": "0.1", "dearer": "0.2"}  # fmt: skip


def test_the_form_of_an_opened_scenario_bears_its_own_name(store, workshop):
    tab = tab_on("scenarios", workshop)
    for name, share in (("Dear", 10.0), ("Cheap", -10.0)):
        widget(tab, "button", "scenarios.what_if.off").click().run() if name == "Cheap" else None
        switch(tab, pay=share)
        save(tab, name)

    look_closer(tab, "saved")
    widget(tab, "button", "scenarios.open.dear").click().run()
    tab.session_state["scenarios.what_if_fold"] = True
    tab.run()

    assert widget(tab, "text_input", "scenarios.what_if_form.dear.name").value == "Dear"


def test_without_a_name_nothing_is_saved_and_the_form_says_why(store, workshop):
    before = record(store, workshop)
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=10.0)

    save(tab, "  ")

    assert record(store, workshop) == before
    assert "Name of the scenario: there is none yet." in words(tab)


def test_an_address_with_what_is_asked_opens_it_in_another_browser(store, workshop):
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=12.5, source_lost=["church"])

    other = switches(workshop, what_if=tab.query_params["what_if"])

    assert widget(other, "number_input", PAY).value == 12.5
    assert widget(other, "multiselect", LOST).value == ["church"]


@pytest.mark.parametrize("address", ["{", '{"pay": 9}', '{"nobody": 1}', "[]", '{"pay": "NaN"}'])
def test_an_address_nobody_can_ask_asks_nothing(store, workshop, address):
    tab = switches(workshop, what_if=address)

    assert not tab.exception
    assert widget(tab, "number_input", PAY).value == 0


def test_another_workshop_is_not_asked_what_this_one_was(store, workshop):
    planned = changed(read_files({"workshop.yaml": b"name: Other\n"}), "plan.yaml", {(): PLAN})
    other = store.create(planned)
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=10.0)

    tab.query_params["w"] = other
    tab.query_params.pop("what_if")
    unfolded(tab.switch_page("pages/scenarios.py").run())

    assert "Other" in words(tab)
    assert widget(tab, "number_input", PAY).value == 0


def test_a_source_taken_out_underneath_is_told_and_the_rest_is_still_asked(store, workshop):
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=10.0, source_lost=["church"])
    save(tab, "Lean")
    store.do(workshop, RemoveAward(id="church"), nonce="out")

    later = tab_on("scenarios", workshop)
    look_closer(later, "saved")
    widget(later, "button", "scenarios.open.lean").click().run()

    assert not later.exception
    assert "Church is not there any more, so nothing is asked of it." in words(later)
    assert "If pay is 10% higher, the plan score" in words(later)
    assert widget(later, "multiselect", LOST).value == []
    assert widget(later, "number_input", PAY).value == 10


def test_a_second_length_of_one_source_takes_the_place_of_the_first(store, workshop):
    tab = tab_on("scenarios", workshop)

    switch(tab, grant_length=[("city_hall", 12)])
    switch(tab, grant_length=[("city_hall", 12), ("city_hall", 24)])

    assert widget(tab, "multiselect", LENGTH).value == [("city_hall", 24)]


def test_where_no_plan_keeps_every_rule_the_ways_out_are_told(store):
    planned = changed(read_files({"workshop.yaml": b"name: Small\n"}), "plan.yaml", {(): {**PLAN, "floor": {"community": 0.2}}})  # fmt: skip
    tab = tab_on("scenarios", store.create(changed(planned, "outlook.yaml", {(): YEARS})))

    switch(tab, source_lost=["church", "city_hall"])

    assert not tab.exception
    assert "no team and no purchases keep every rule" in words(tab)
    assert "These cannot all hold: the budget of $0" in words(tab)
    assert "Lower the floor to 0%" in words(tab)


def test_years_that_must_be_mended_are_told_and_the_page_goes_on(store):
    broken = {**YEARS, "growth": {"drivers": {"nobody": 0.1}}}
    planned = changed(read_files({"workshop.yaml": b"name: Small\n"}), "plan.yaml", {(): PLAN})
    tab = tab_on("scenarios", store.create(changed(planned, "outlook.yaml", {(): broken})))

    switch(tab, pay=10.0)

    assert not tab.exception
    assert "nobody" in words(tab)
    assert "Our decision" in words(tab)


def test_all_switches_go_off_together(store, workshop):
    tab = tab_on("scenarios", workshop)
    switch(tab, pay=10.0, source_lost=["church"])

    widget(tab, "button", "scenarios.what_if.off").click().run()

    assert widget(tab, "number_input", PAY).value == 0
    assert widget(tab, "multiselect", LOST).value == []
    assert "If pay" not in words(tab)


def test_what_nothing_could_change_is_not_asked(store):
    plan = {**PLAN, "need": {"community": 260}, "funding": {"budget_usd": 100_000}}
    for key in ("drivers", "phase"):
        plan.pop(key)
    bare = read_files({"workshop.yaml": b"name: Small\n"})
    tab = switches(store.create(changed(bare, "plan.yaml", {(): plan})))

    asked = [one.key for kind in (tab.number_input, tab.multiselect, tab.selectbox) for one in kind]
    assert [one.split(".")[-1] for one in asked if one.startswith("scenarios.what_if.")] == [
        "budget", "pay", "needs", "without_post", "one_more", "smallest_post"
    ]  # fmt: skip


def test_a_question_is_answered_by_one_press_and_of_somebody_else_by_a_second(store, workshop):
    tab = tab_on("scenarios", workshop)
    assert "If " not in words(tab)

    widget(tab, "button_group", "scenarios.question").set_value("five-years").run()
    assert "If City hall ends three years later" in words(tab)

    widget(tab, "button_group", "scenarios.whose").set_value(1).run()
    assert "If Church ends two years later" in words(tab)

    widget(tab, "button_group", "scenarios.question").set_value(None).run()
    assert "If Church" not in words(tab)


def test_full_time_posts_only_are_asked_by_one_press(store, workshop):
    tab = tab_on("scenarios", workshop)

    widget(tab, "button_group", "scenarios.question").set_value("full-time").run()

    assert "If all posts are full time" in words(tab)


def test_every_switch_is_saved_and_comes_back(store, workshop):
    tab = tab_on("scenarios", workshop)
    switch(tab, match_fails=[("church", 2)], without_post=["director"], one_more=["director"])
    widget(tab, "number_input", "scenarios.what_if.budget").set_value(25_000.0).run()
    widget(tab, "selectbox", "scenarios.what_if.smallest_post").set_value("1").run()

    save(tab, "All of it")

    assert not tab.exception
    (kept,) = store.read(workshop).bundle.scenarios.values()
    assert kept.what_if.written() == {
        "budget": 25_000,
        "match_fails": {"church": 2},
        "smallest_post": 1,
        "without_post": ("director",),
        "one_more": ("director",),
    }


def hired(tab):
    """The page once the search in the background has ended."""
    for _ in range(600):
        if not any(button.key == "outlook.carry.stop" for button in tab.button):
            return tab
        sleep(0.05)
        tab.run()
    raise AssertionError("the search is not over")


def test_what_promised_money_carries_is_worked_out_for_one_scenario_and_only_when_asked(
    store, workshop
):
    tab = tab_on("scenarios", workshop)
    switch(tab, source_lost=["church"])
    save(tab, "Lean")
    look_closer(tab, "what-money-carries")
    widget(tab, "selectbox", "scenarios.carried").set_value("saved:lean").run()
    assert "FTE through" not in words(tab)

    tab = hired(widget(tab, "button", "outlook.carry").click().run())

    assert not tab.exception
    # City's 60,000 a year carry half a post of 100,000 until it ends with 2028.
    assert "0.5 FTE through 2028" in words(tab)
