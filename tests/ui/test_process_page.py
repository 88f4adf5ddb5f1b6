"""The page Process asks, answers and saves: who may apply, weeks, criteria, weights, and the seal
that fixes them.
"""

import re
from datetime import date

import pytest

from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.seal import is_sealed, seal_of
from cidesign.catalog import load
from cidesign.record import changed, document, example_bundle, read_files
from cidesign.views.process import weigh as weighing
from cidesign.workshop import Store
from tests.ui.planning import charts, drawn, just_begun, look_closer, tab_on, widget, words

EXAMPLE = "philadelphia_stem"
MEMBERS = [{"id": id, "name": f"{id.title()} Example"} for id in ("ann", "bo", "cy", "di", "ed")]


def new(mode: str = ""):
    """A new workshop with five members, its way of choosing as told."""
    bundle = changed(just_begun(), "workshop.yaml", {("members",): MEMBERS})
    if mode:
        return ChooseMode(mode=mode).on(bundle)
    return changed(bundle, "rules.yaml", {("mode",): None})


def held(store: Store, workshop: str):
    return store.read(workshop).bundle


def press(tab, key: str) -> None:
    widget(tab, "button", key).click().run()


def opened(tab, more: str):
    """The same page with this tab open, and the fold in it that changes criteria."""
    tab.session_state["process.criteria"] = True
    return look_closer(tab, more)


def submit(tab, label: str) -> None:
    next(one for one in tab.button if one.label == label).click().run()


def test_the_example_is_answered_with_its_seal():
    tab = drawn("process")

    assert not tab.exception
    assert (
        tab.header[0].value.replace("\\", "")
        == "Open selection over 14 weeks, nine criteria, sealed on 14 September 2026 as version 1."
    )
    assert "6875 a673 5b6e 2d7a" in words(tab)
    assert tab.code[0].value == "6875 a673 5b6e 2d7a"
    assert charts(tab) == 1


def test_after_the_seal_nothing_is_there_to_change_but_dates_and_advice():
    for more in ("", "who-may-apply", "criteria", "settings", "in-a-table"):
        tab = drawn("process", more=more)

        fields = [
            tab.text_input,
            tab.text_area,
            tab.number_input,
            tab.selectbox,
            tab.radio,
            tab.button_group,
        ]
        assert [one.key for kind in fields for one in kind] == ["process.closer"]
        assert [one.key for one in tab.button] == ["process.open"]


def test_a_name_alone_gets_a_first_rule_sheet_by_one_button(store):
    workshop = store.create(read_files({"workshop.yaml": b"name: Bare\n"}))
    tab = tab_on("process", workshop)
    assert tab.header[0].value.replace("\\", "") == "Nothing is sealed yet: there is no rule sheet."

    press(tab, "process.begin")

    assert not tab.exception
    assert [one.id for one in held(store, workshop).rules.criteria] == [
        one.id for one in load().criteria
    ]
    assert tab.header[0].value.replace("\\", "") == "Nothing is sealed yet: choose who may apply."


def test_who_may_apply_is_kept_in_both_places(store):
    workshop = store.create(new())
    tab = tab_on("process", workshop)

    widget(tab, "button_group", "process.mode").set_value("semi_open").run()

    bundle = held(store, workshop)
    assert (bundle.rules.mode, bundle.structure.decision.selection_mode) == (
        "semi_open",
        "semi_open",
    )
    assert (
        tab.header[0].value.replace("\\", "")
        == "Nothing is sealed yet, and nobody has weighed the criteria."
    )


def test_the_advice_follows_the_answers(store):
    workshop = store.create(new())
    tab = opened(tab_on("process", workshop), "who-may-apply")

    widget(tab, "button_group", "process.capable_hosts").set_value(1).run()

    assert "We advise: Closed selection" in words(tab)
    assert held(store, workshop).structure.answers["capable_hosts"] == 1


def test_the_only_candidate_that_holds_the_grant_is_named_before_the_seal(store):
    bundle = new("open")
    table = b"id,name,kind,eligible\noak,Oak House,,yes\n"
    workshop = store.create(read_files({**bundle.files, "candidates.csv": table}))
    tab = look_closer(tab_on("process", workshop), "who-holds-what")
    named = "Oak House is the only candidate, and it holds or applies for the grant"
    assert named not in words(tab)

    widget(tab, "text_input", "process.position_grant").set_value("oak house").run()

    assert held(store, workshop).workshop.positions == {"grant": "oak"}
    assert widget(tab, "text_input", "process.position_grant").value == "Oak House"
    assert [one for one in tab.warning if named in one.value]


def test_weeks_and_start_are_kept_and_shown_as_days(store):
    workshop = store.create(new("open"))
    tab = opened(tab_on("process", workshop), "weeks")

    tab.date_input(key="process.start").set_value(date(2027, 2, 1)).run()
    widget(tab, "number_input", "process.weeks.call").set_value(6.0).run()

    kept = held(store, workshop).workshop.timetable
    assert (kept.start, kept.weeks) == ("2027-02-01", {"call": 6})
    # 16 weeks from Monday, 1 February 2027 end on Sunday, 23 May.
    assert "16 weeks, from 1 February 2027 to 23 May 2027" in words(tab)


def test_years_ahead_before_the_award_are_told(store):
    workshop = store.create(
        changed(new("open"), "workshop.yaml", {("timetable",): {"start": "2027-02-01"}})
    )

    assert "The years ahead start in January 2027" in words(tab_on("process", workshop))


def test_one_criterion_is_edited_and_a_wrong_mark_loses_nothing(store):
    workshop = store.create(new("open"))
    tab = opened(tab_on("process", workshop), "criteria")
    key = "process.edit.neutrality."
    widget(tab, "text_input", f"{key}label").set_value("Trust")
    widget(tab, "text_input", f"{key}mark").set_value("9")

    press(tab, f"{key}save")
    refused, typed = words(tab), widget(tab, "text_input", f"{key}label").value
    widget(tab, "text_input", f"{key}mark").set_value("2")
    press(tab, f"{key}save")

    assert "9 is off the scale" in refused
    assert typed == "Trust"
    criterion = held(store, workshop).rules.criterion("neutrality")
    assert (criterion.label, criterion.pass_mark, len(criterion.scale.levels)) == ("Trust", 2, 5)


def test_criteria_come_and_go(store):
    workshop = store.create(new("open"))
    tab = opened(tab_on("process", workshop), "criteria")

    press(tab, "process.remove.neutrality")
    press(tab, "process.add")
    widget(tab, "text_input", "process.own").set_value("Near the bus")
    press(tab, "process.add_own")
    widget(tab, "selectbox", "process.part").set_value("leader_mediates")
    press(tab, "process.add_part")

    ids = [one.id for one in held(store, workshop).rules.criteria]
    assert ids[-3:] == ["neutrality", "near_the_bus", "leader_mediates"]
    assert "its worst and its best level have no words" in words(tab)


def test_settings_are_kept_and_said_in_a_sentence(store):
    workshop = store.create(new("open"))
    tab = opened(tab_on("process", workshop), "settings")

    widget(tab, "button_group", "process.set.aggregation").set_value("median").run()
    widget(tab, "button_group", "process.set.quorum").set_value(5).run()
    widget(tab, "radio", "process.set.ties").set_value(("lot",)).run()

    rules = held(store, workshop).rules
    assert (rules.aggregation.value, rules.quorum, rules.ties) == ("median", 5, ("lot",))
    assert "The panel's value is the middle score." in words(tab)


def test_equal_seats_are_chosen_and_told_in_a_plain_sentence(store):
    workshop = store.create(new("open"))
    tab = opened(tab_on("process", workshop), "settings")

    widget(tab, "button_group", "process.set.seats").set_value("equal").run()

    assert held(store, workshop).rules.seats.value == "equal"
    assert "Every seat counts the same, however many members it has" in words(tab)


def weigh(store, workshop: str, who: str, first: str, worth: int):
    tab = opened(tab_on("process", workshop), "weighing")
    widget(tab, "selectbox", "process.who").set_value(who).run()
    widget(tab, "radio", f"process.first.{who}").set_value(first).run()
    for one in held(store, workshop).rules.criteria:
        if one.id != first:
            widget(tab, "number_input", f"process.swing.{who}.{one.id}").set_value(worth)
    submit(tab, "Save these weights")
    return tab


def test_guided_swings_give_a_member_her_own_weights(store):
    workshop = store.create(new("open"))

    tab = weigh(store, workshop, "ann", "convening", 50)

    # 100 beside eight times 50: 20% and eight times 10%.
    assert not tab.exception
    own = weighing.own_weights(held(store, workshop), "ann")
    assert (own["convening"], own["funding"]) == (20, 10)
    assert held(store, workshop).rules.criterion("convening").weight == 14


def test_the_group_is_seen_only_after_ones_own_and_never_below_four(store):
    workshop = store.create(new("open"))
    for member in ("ann", "bo", "cy"):
        tab = weigh(store, workshop, member, "convening", 50)
    assert "What the group gives" not in words(tab)
    assert "The group is shown once four members have saved theirs" in words(tab)

    fourth = weigh(store, workshop, "di", "convening", 50)
    fifth = opened(tab_on("process", workshop), "weighing")
    widget(fifth, "selectbox", "process.who").set_value("ed").run()

    assert "What the group gives" in words(fourth)
    assert "What the group gives" not in words(fifth)
    press(fourth, "process.use_group")
    assert [one.weight for one in held(store, workshop).rules.criteria] == [
        20 if one.id == "convening" else 10 for one in load().criteria
    ]


def test_before_the_seal_it_is_told_whether_the_members_weights_stand(store):
    workshop = store.create(new("open"))
    for member in ("ann", "bo"):
        tab = weigh(store, workshop, member, "convening", 50)
    two = words(tab)
    for member in ("cy", "di"):
        weigh(store, workshop, member, "convening", 50)
    fifth = tab_on("process", workshop)
    four = words(fifth)

    press(fifth, "process.use_theirs")

    assert "Two members weighed alone. The sheet still has the usual weights, not theirs." in two
    assert not [one for one in tab.button if one.key == "process.use_theirs"]
    assert "Four members weighed alone. The sheet still has the usual weights, not theirs." in four
    assert "The sheet has the weights of the members who weighed." in words(fifth)
    assert held(store, workshop).rules.criterion("convening").weight == 20


def test_three_members_are_told_before_that_they_weigh_together(store):
    three = [{"id": "ann", "name": "Ann"}, {"id": "bo", "name": "Bo"}, {"id": "cy", "name": "Cy"}]
    tab = opened(
        tab_on(
            "process", store.create(changed(new("open"), "workshop.yaml", {("members",): three}))
        ),
        "weighing",
    )

    assert "You are fewer: choose “The committee, together”." in words(tab)
    assert widget(tab, "selectbox", "process.who").options == ["The committee, together"]


def test_a_committee_can_weigh_together_by_places(store):
    workshop = store.create(new("open"))
    tab = opened(tab_on("process", workshop), "weighing")
    widget(tab, "selectbox", "process.who").set_value("_together").run()
    widget(tab, "button_group", "process.method").set_value("places").run()
    for one in held(store, workshop).rules.criteria:
        widget(tab, "number_input", f"process.place._together.{one.id}").set_value(1)

    submit(tab, "Save these weights")

    # All equal: 100 / 9 = 11.1, and the one left over goes to the first.
    assert [one.weight for one in held(store, workshop).rules.criteria] == [12, *[11] * 8]
    assert held(store, workshop).weights == ()


def test_what_the_equity_mirror_suggests_is_in_the_sheet_by_one_press(store):
    practices = ("initiative", "practices", "practice_pay")
    workshop = store.create(changed(new(), "workshop.yaml", {practices: "not_yet"}))
    tab = tab_on("process", workshop)

    assert "We suggest 24 of 100 points for the community's voice" in words(tab)
    press(tab, "process.voice")

    weights = {one.id: one.weight for one in held(store, workshop).rules.criteria}
    assert weights["community_credibility"] == 24
    assert sum(weights.values()) == 100
    assert "process.voice" not in {one.key for one in tab.button}


def test_a_swing_left_empty_is_named(store):
    workshop = store.create(new("open"))
    tab = opened(tab_on("process", workshop), "weighing")
    widget(tab, "selectbox", "process.who").set_value("ann").run()
    widget(tab, "radio", "process.first.ann").set_value("convening").run()

    submit(tab, "Save these weights")

    assert "it has no number yet" in words(tab)
    assert held(store, workshop).weights == ()


def test_a_closed_choice_asks_for_marks_and_a_reason_before_the_seal(store):
    workshop = store.create(new("closed"))
    tab = tab_on("process", workshop)
    assert "Only one: good enough?" in words(tab)

    press(tab, "process.marks")
    next(one for one in tab.text_area if one.key.startswith("process.sole_source")).set_value(
        "Nobody else has staff here."
    )
    submit(tab, "Save the reason")

    bundle = held(store, workshop)
    assert {one.pass_mark for one in bundle.rules.criteria} == {3}
    assert bundle.workshop.sole_source == "Nobody else has staff here."
    assert (
        tab.header[0].value.replace("\\", "")
        == "Nothing is sealed yet, and nobody has weighed the criteria."
    )


def seal(tab, **said: str) -> None:
    for name, text in said.items():
        kind = "text_input" if name in ("by", "agreed") else "text_area"
        widget(tab, kind, f"process.decision.{name}").set_value(text)
    press(tab, "process.seal")


def know(tab) -> None:
    """Say that the usual weights become ours though nobody weighed."""
    widget(tab, "checkbox", "process.decision.unweighed").check()


@pytest.mark.parametrize("alone", [("ann",), ("ann", "bo"), ("ann", "bo", "cy", "di")])
def test_sealing_the_usual_weights_asks_first_also_where_members_weighed(store, alone):
    workshop = store.create(new("open"))
    for member in alone:
        weigh(store, workshop, member, "convening", 50)
    tab = tab_on("process", workshop)

    seal(tab, by="Ann Example", because="It is fair.")
    asked, still_open = words(tab), not is_sealed(held(store, workshop))
    know(tab)
    press(tab, "process.seal")

    assert ("the sheet has the usual weights" in asked, still_open) == (True, True)
    assert is_sealed(held(store, workshop))


def test_all_that_keeps_the_rules_from_being_sealed_is_told_at_once(store):
    workshop = store.create(new("open"))
    tab = tab_on("process", workshop)

    press(tab, "process.seal")

    (told,) = (one.value.replace("\\", "") for one in tab.error)
    assert [line.partition(":")[0].strip("*") for line in told.split("\n\n")[:3]] == [
        "Weights",
        "Sealed by",
        "Because",
    ]
    assert not is_sealed(held(store, workshop))


def test_weights_that_were_set_together_are_told_to_be_saved_and_need_no_second_word(store):
    workshop = store.create(new("open"))
    tab = weigh(store, workshop, "_together", "convening", 50)
    said = "".join(one.value for one in tab.success)
    seal(tab, by="Ann Example", because="It is fair.")

    assert said == "Saved. The rule sheet has these weights now."
    assert is_sealed(held(store, workshop))


def test_sealing_before_anybody_weighed_asks_first(store):
    workshop = store.create(new("open"))
    tab = tab_on("process", workshop)

    seal(tab, by="Ann Example", because="It is fair.")
    asked, still_open = words(tab), not is_sealed(held(store, workshop))
    know(tab)
    press(tab, "process.seal")

    assert "Nobody has weighed the criteria yet" in asked
    assert "Nothing was sealed." in asked
    assert still_open
    assert is_sealed(held(store, workshop))


def test_sealing_does_not_ask_where_the_sheet_has_weights_of_ours(store):
    workshop = store.create(changed(new("open"), "rules.yaml", {("criteria", 0, "weight"): 31}))
    tab = tab_on("process", workshop)

    seal(tab, by="Ann Example", because="It is fair.")

    assert is_sealed(held(store, workshop))


def test_after_the_seal_nothing_is_advised(store):
    before = tab_on("process", store.create(new("open")), more="who-may-apply")
    after = drawn("process", more="who-may-apply")

    assert "Why we advise" in words(before)
    assert "dvise" not in words(after)


def test_sealing_needs_a_name_and_a_reason_and_records_once(store):
    workshop = store.create(new("open"))
    tab = tab_on("process", workshop)

    press(tab, "process.seal")
    refused = words(tab)
    know(tab)
    seal(tab, by="Ann Example", because="It is fair.", agreed="All five")

    assert "Nothing was sealed." in refused
    bundle = held(store, workshop)
    assert seal_of(bundle).broken == ""
    assert [(one.by, one.because, one.agreed) for one in bundle.decisions.decisions] == [
        ("Ann Example", "It is fair.", "All five")
    ]
    assert bundle.workshop.stage.id == "sealed"
    assert (
        "No score and no file of an application was here before the seal. There are no dates yet: "
        "set the first day"
    ) in words(tab)
    assert tab.code[0].value == seal_of(bundle).short


def test_a_new_version_takes_two_people_and_keeps_the_old_one(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = tab_on("process", workshop)
    press(tab, "process.open")
    widget(tab, "text_area", "process.open.reason").set_value("One criterion was forgotten.")
    widget(tab, "text_input", "process.open.first").set_value("Dee Walker")
    widget(tab, "text_input", "process.open.second").set_value("Dee Walker")

    press(tab, "process.open.yes")
    refused, still = words(tab), is_sealed(held(store, workshop))
    widget(tab, "text_input", "process.open.second").set_value("Gus Moreno")
    press(tab, "process.open.yes")

    assert "the name is that of the first" in refused
    assert still
    assert tab.header[0].value.replace("\\", "") == "The rules are open again, for version 2."
    widget(tab, "checkbox", "process.decision.late").check()
    seal(tab, by="Dee Walker", because="Now it is whole.")
    told = seal_of(held(store, workshop))
    assert (told.version, told.reason) == (2, "One criterion was forgotten.")
    assert "Marked as late" in words(tab)
    assert held(store, workshop).workshop.stage.id == "scored"


def test_a_changed_sheet_under_an_old_seal_is_told_in_the_answer(store):
    bundle = example_bundle(EXAMPLE)
    content = bundle.files["rules.yaml"].replace(b"weight: 18", b"weight: 19", 1)
    workshop = store.create(read_files({**bundle.files, "rules.yaml": content}))

    tab = tab_on("process", workshop)

    assert tab.header[0].value.replace("\\", "") == "The rules no longer match their seal."
    assert "was changed after it was sealed" in words(tab)
    assert document(held(store, workshop), "rules.yaml")["criteria"][0]["weight"] == 19


def test_where_a_backbone_works_already_no_host_is_chosen(store):
    workshop = store.create(
        changed(new("open"), "workshop.yaml", {("initiative", "existing_backbone"): "yes"})
    )

    tab = tab_on("process", workshop)

    assert not tab.exception
    assert charts(tab) == 0
    assert not [one for one in tab.button if one.key == "process.seal"]


@pytest.mark.parametrize("more", ["", "weighing", "criteria", "weeks"])
@pytest.mark.parametrize("mode", ["open", "closed"])
def test_what_a_sentence_quotes_can_be_pressed_on_the_page(store, mode, more):
    tab = tab_on("process", store.create(new(mode)), more=more)
    named = {
        one.label for kind in (tab.button, tab.selectbox, tab.expander) for one in kind if one.label
    }
    tabs = {label for group in tab.button_group for label in group.options}
    listed = {option for box in tab.selectbox for option in box.options}

    quoted = set(re.findall("“([A-Z][^”]+)”", words(tab).replace("\\", "")))

    assert quoted - {one.label for one in load().criteria} <= named | tabs | listed
