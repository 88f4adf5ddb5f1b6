"""The page Candidates: the list, the form that keeps what was typed, conflicts, what was sent in, a
table brought in.
"""

import pytest

from cidesign.acts.form_fields import FIELDS
from cidesign.record import changed, read_files
from tests.ui.planning import drawn, look_closer
from tests.ui.test_pages import press, visit, words
from tests.views.compare.panels import bundle

MEMO = b"We have held the table for ten years. **Not bold**"


def header(tab):
    return tab.header[0].value.replace("\\", "")


def fill(tab, **cells):
    for key, value in cells.items():
        kind = tab.number_input if isinstance(value, float) else tab.text_input
        kind(key=f"candidates.form.{key}").set_value(value)


def keys(tab):
    return [button.key for button in tab.button]


def test_the_answer_counts_candidates_and_those_who_step_aside():
    tab = drawn("candidates")

    assert header(tab) == "Six candidates, all eligible."
    assert r"Two members step aside once each\." in words(tab)


def test_a_candidate_added_by_hand_is_kept_with_an_id_made_of_its_name(store):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    press(tab, "candidates.add")
    fill(tab, name="Birch Union", kind="union", **{"figure.price": 30.0, "usd": 12000.0})
    tab.selectbox(key="candidates.form.overhead").set_value("fee")
    fill(tab, rate=7.0)

    press(tab, "candidates.form.save")

    birch = store.read(workshop).bundle.candidates[-1]
    assert (birch.id, birch.kind, birch.values["price"], str(birch.offer.overhead.rate)) == (
        "birch_union",
        "union",
        30,
        "0.07",
    )
    assert (birch.offer.in_kind[0].usd, birch.offer.in_kind[0].offsets) == (12000, "office")
    assert header(tab) == "Four candidates, three eligible."
    assert "candidates.form.save" not in keys(tab)


def test_a_pasted_list_of_candidates_is_added_at_one_press(store):
    workshop = store.create(read_files({"workshop.yaml": b"name: Bare\n"}))
    tab = visit("candidates", workshop)
    tab.text_area(key="candidates.list").set_value("Oak House, nonprofit\nElm Fund")

    press(tab, "candidates.list.add")

    assert not tab.exception
    assert [(one.name, one.kind) for one in store.read(workshop).bundle.candidates] == [
        ("Oak House", "nonprofit"),
        ("Elm Fund", ""),
    ]
    assert "Two candidates were added" in tab.success[0].value


def test_members_who_are_missing_are_pasted_where_they_are_missed(store):
    files = {"workshop.yaml": b"name: Bare\n", "candidates.csv": b"id,name\noak,Oak House\n"}
    workshop = store.create(read_files(files))
    tab = visit("candidates", workshop)
    tab.text_area(key="candidates.members").set_value("Ana Reyes, health\nBen Ortiz, orchestra")

    press(tab, "candidates.members.add")

    assert not tab.exception
    members = store.read(workshop).bundle.workshop.members
    assert [(one.name, one.seat) for one in members] == [
        ("Ana Reyes", "health"),
        ("Ben Ortiz", "orchestra"),
    ]
    assert "Two members were added" in tab.success[0].value
    assert 'Line 2: "orchestra" is no usual seat' in words(tab).replace("\\", "")
    assert "Declare a conflict" in tab.button_group(key="candidates.closer").options


def test_a_list_that_names_one_who_is_there_already_adds_nobody(store):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    tab.session_state["candidates.list.fold"] = True
    look_closer(tab, "many")
    tab.text_area(key="candidates.list").set_value("Ash\nElm Fund")

    press(tab, "candidates.list.add")

    assert "Line 2: Elm Fund is on the list already" in tab.error[0].value.replace("\\", "")
    assert len(store.read(workshop).bundle.candidates) == 3
    assert tab.text_area(key="candidates.list").value == "Ash\nElm Fund"


def test_what_must_be_mended_is_told_in_the_form_and_what_was_typed_stays(store):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    press(tab, "candidates.add")
    fill(tab, kind="union", **{"figure.price": 300.0})

    press(tab, "candidates.form.save")

    assert "there is none yet" in tab.error[0].value
    assert "300 is off the scale" in tab.error[0].value
    assert tab.text_input(key="candidates.form.kind").value == "union"
    assert len(store.read(workshop).bundle.candidates) == 3


@pytest.mark.parametrize("rate", [0.5, 10.0, 100.0])
@pytest.mark.parametrize("charges", ["", "none"])
def test_a_rate_of_what_is_not_charged_is_told_and_not_dropped(store, charges, rate):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    press(tab, "candidates.add")
    fill(tab, name="Birch Union", rate=rate, **{"figure.price": 30.0})
    tab.selectbox(key="candidates.form.overhead").set_value(charges).run()

    press(tab, "candidates.form.save")

    assert "there is a rate, and nothing that is charged" in tab.error[0].value
    assert tab.number_input(key="candidates.form.rate").value == rate
    assert len(store.read(workshop).bundle.candidates) == 3


def test_a_fault_in_the_form_names_the_field_and_no_file(store):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    press(tab, "candidates.add")
    fill(tab, name="Birch Union", start="next spring", **{"figure.price": 30.0})

    press(tab, "candidates.form.save")

    told = tab.error[0].value.replace("\\", "")
    assert "Can start in: " in told
    assert "candidates.csv" not in told
    assert "offer_" not in told


def test_every_field_a_fault_may_name_stands_on_the_form(store):
    tab = visit("candidates", store.create(bundle()))

    press(tab, "candidates.add")

    shown = {
        one.label
        for kind in (tab.text_input, tab.number_input, tab.selectbox, tab.radio)
        for one in kind
    }
    assert set(FIELDS.values()) <= shown


def test_a_candidate_found_ineligible_says_why_on_the_list(store):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    press(tab, "candidates.change.0")
    tab.radio(key="candidates.form.eligible").set_value(False)
    fill(tab, eligible_reason="Applied after the last day")

    press(tab, "candidates.form.save")

    assert store.read(workshop).bundle.candidates[0].eligible is False
    assert "Not eligible: Applied after the last day" in words(tab)


def test_taking_a_candidate_out_takes_a_second_word(store):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    press(tab, "candidates.change.1")

    press(tab, "candidates.form.out")
    still = len(store.read(workshop).bundle.candidates)
    press(tab, "candidates.form.leave.yes")

    assert (still, [one.id for one in store.read(workshop).bundle.candidates]) == (
        3,
        ["oak", "ash"],
    )


def open_declaration(tab):
    return look_closer(tab, "conflicts")


def test_a_member_steps_aside_and_fewer_are_left(store):
    workshop = store.create(bundle())
    tab = open_declaration(visit("candidates", workshop))
    tab.selectbox(key="candidates.aside.rater").set_value("ana").run()
    tab.selectbox(key="candidates.aside.candidate").set_value("oak")
    tab.selectbox(key="candidates.aside.kind").set_value("board")
    tab.text_input(key="candidates.aside.reason").set_value("Its treasurer")

    press(tab, "candidates.aside.save")

    assert [
        (one.rater, one.candidate, one.reason) for one in store.read(workshop).bundle.recusals
    ] == [("ana", "oak", "Its treasurer")]
    assert "Ana Reyes steps aside for Oak House: sits on its board" in words(tab)
    assert "| Oak House | 3 of 4 |" in words(look_closer(tab, "who-is-left"))


def test_no_conflict_with_any_other_is_kept_for_each_candidate(store):
    workshop = store.create(bundle(recusals="rater,candidate\nana,oak\n"))
    tab = open_declaration(visit("candidates", workshop))
    tab.selectbox(key="candidates.aside.rater").set_value("ana").run()

    press(tab, "candidates.clear.save")

    assert [one.candidate for one in store.read(workshop).bundle.declarations] == ["elm", "ash"]


def test_fewer_raters_than_the_quorum_are_warned_about(store):
    aside = "rater,candidate\n" + "".join(f"{rater},oak\n" for rater in ("ana", "ben", "chi"))

    tab = visit("candidates", store.create(bundle(recusals=aside)))

    assert [one.value for one in tab.warning if "Only one member may score Oak House" in one.value]


def test_rules_that_are_not_sealed_are_warned_about(store):
    tab = visit("candidates", store.create(bundle("draft", sealed=False)))

    assert [one.value for one in tab.warning if "not sealed" in one.value]


def with_letter(**tables):
    files = bundle(**tables).files
    links = b"https://example.org/oak\njavascript:alert(1)\nhttp://example.org/a b\n"
    return read_files(
        {**files, "applications/oak/letter.md": MEMO, "applications/oak/links.txt": links}
    )


def read_as(store, tables, member):
    tab = look_closer(visit("candidates", store.create(with_letter(**tables))), "sent-in")
    tab.session_state["candidates.read.oak"] = True
    tab.selectbox(key="candidates.reader").set_value(member).run()
    return words(tab)


def test_an_application_opens_for_a_member_who_has_declared(store):
    shown = read_as(store, {"declarations": "rater,candidate\nana,oak\n"}, "ana")

    assert MEMO.decode() in shown
    assert "<https://example.org/oak>" in shown
    assert "javascript" not in shown
    assert "a b>" not in shown


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({}, "Declare first"),
        ({"recusals": "rater,candidate\nana,oak\n"}, "its application stays closed"),
    ],
)
def test_it_stays_closed_before_a_declaration_and_for_one_who_steps_aside(store, tables, says):
    shown = read_as(store, tables, "ana")

    assert says in shown
    assert "ten years" not in shown


def test_while_a_round_is_open_nothing_can_be_changed_here(store):
    tab = visit("candidates", store.create(bundle("scoring")))

    assert [
        key for key in keys(tab) if key.startswith(("candidates.change", "candidates.add"))
    ] == []


def test_where_a_backbone_works_already_the_page_leads_to_the_plan(store):
    has = changed(
        bundle(),
        "workshop.yaml",
        {("initiative", "existing_backbone"): "yes", ("initiative", "backbone"): "Mill Trust"},
    )

    tab = visit("candidates", store.create(has))

    assert header(tab) == "This step is not needed: Mill Trust is our backbone already."
    assert not tab.text_area


def test_the_decision_names_who_goes_to_scoring(store):
    workshop = store.create(bundle())
    tab = visit("candidates", workshop)
    tab.text_area(key="candidates.decision.because").set_value("Both meet the call.")

    press(tab, "candidates.decision.record")

    held = store.read(workshop).bundle.decisions.latest("candidates")
    assert (held.what, held.figures["eligible"]) == (
        "These candidates go to scoring: Oak House and Elm Fund.",
        2,
    )


def test_what_a_group_beyond_the_committee_said_is_typed_kept_and_not_told_before_the_close(store):
    workshop = store.create(bundle())
    tab = look_closer(visit("candidates", workshop), "heard")
    tab.text_input(key="candidates.heard.who").set_value("Parents")
    tab.number_input(key="candidates.heard.asked").set_value(3)
    tab.number_input(key="candidates.heard.mean.oak").set_value(3.5)
    tab.text_input(key="candidates.heard.said.elm").set_value("PLANTED far away")
    press(tab, "candidates.heard.keep")
    assert "fewer than four were asked" in words(tab)
    assert tab.text_input(key="candidates.heard.who").value == "Parents"

    tab.number_input(key="candidates.heard.asked").set_value(24)
    press(tab, "candidates.heard.keep")

    kept = [(one.candidate, one.asked, one.mean) for one in store.read(workshop).bundle.heard]
    assert kept == [("oak", 24, 3.5), ("elm", 24, None)]
    assert "What one group said is kept" in " ".join(one.value for one in tab.success)
    assert "Parents, 24 asked" in words(tab)
    assert "PLANTED" not in words(tab)
