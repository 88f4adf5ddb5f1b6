"""The page Initiative drawn without a browser: groups of questions, the committee, a backbone that
works already, the decision.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.record import changed, read_files, with_decision
from tests.ui.planning import just_begun, look_closer
from tests.ui.test_pages import press, visit, words
from tests.views.compare.panels import bundle, scores

CATALOG = load()


@pytest.fixture
def workshop(store):
    return store.create(just_begun())


def initiative(store, workshop):
    return store.read(workshop).bundle.workshop.initiative


def show(tab, section):
    tab.button_group(key="initiative.section").set_value(section).run()


def test_an_answer_is_saved_at_once_and_counted(store, workshop):
    tab = visit("initiative", workshop)
    first = CATALOG.checks_about("form")[0].id

    tab.button_group(key=f"initiative.{first}").set_value(3).run()

    assert not tab.exception
    assert initiative(store, workshop).checks == {first: 3}
    assert "One of six questions is answered" in words(tab)


def test_only_one_group_of_questions_is_on_the_screen(workshop):
    tab = visit("initiative", workshop)
    show(tab, "principle")

    shown = {one.key.removeprefix("initiative.") for one in tab.button_group if one.key}

    assert shown & {check.id for check in CATALOG.checks} == {
        check.id for check in CATALOG.checks_about("principle")
    }


def test_a_backbone_at_work_offers_the_team_and_asks_for_its_name(store, workshop):
    tab = visit("initiative", workshop)

    tab.button_group(key="initiative.existing").set_value("yes").run()
    tab.text_input(key="initiative.backbone").set_value("Mercer Trust").run()

    assert tab.header[0].value == "A backbone is already at work: plan its team\\."
    assert (
        initiative(store, workshop).existing_backbone,
        initiative(store, workshop).backbone,
    ) == ("yes", "Mercer Trust")


def test_the_profile_keeps_words_and_forgets_them_when_they_are_taken_away(store, workshop):
    tab = visit("initiative", workshop)
    show(tab, "profile")

    tab.text_input(key="initiative.goal").set_value("Fewer children in care").run()
    kept = initiative(store, workshop).goal
    tab.text_input(key="initiative.goal").set_value("").run()

    assert (kept, initiative(store, workshop).goal) == ("Fewer children in care", "")


def test_the_alliance_cannot_lose_its_name(store, workshop):
    tab = visit("initiative", workshop)
    show(tab, "profile")

    tab.text_input(key="initiative.name").set_value(" ").run()

    assert tab.error
    assert store.read(workshop).bundle.workshop.name == "Ours"


def test_somebody_joins_takes_a_seat_and_leaves(store, workshop):
    tab = visit("initiative", workshop)
    show(tab, "members")

    tab.text_input(key="initiative.join.name").set_value("Ana Reyes")
    press(tab, "initiative.join")
    joined = store.read(workshop).bundle.workshop.members
    missing = "Nobody on the committee sits there for residents" in words(tab)
    tab.text_input(key="initiative.seat.ana_reyes").set_value("residents").run()
    seated = store.read(workshop).bundle.workshop.members
    press(tab, "initiative.leave.ana_reyes")

    assert not tab.exception
    assert [member.name for member in joined] == ["Ana Reyes"]
    assert missing
    assert [member.seat for member in seated] == ["residents"]
    assert store.read(workshop).bundle.workshop.members == ()


def test_a_pasted_list_joins_at_one_press_and_what_is_odd_is_told_beside_it(store, workshop):
    tab = visit("initiative", workshop)
    show(tab, "members")
    tab.text_area(key="initiative.list").set_value("Ana Reyes, City\nBen Ortiz, orchestra")

    press(tab, "initiative.list.add")

    assert not tab.exception
    assert [(one.name, one.seat) for one in store.read(workshop).bundle.workshop.members] == [
        ("Ana Reyes", "city or county"),
        ("Ben Ortiz", "orchestra"),
    ]
    assert "Two members were added" in tab.success[0].value
    assert "orchestra" in words(tab)
    assert tab.text_area(key="initiative.list").value == ""


def test_a_list_with_a_fault_stays_as_it_was_pasted_and_nobody_joins(store, workshop):
    tab = visit("initiative", workshop)
    show(tab, "members")
    tab.text_area(key="initiative.list").set_value("Ana\tcity\t9\nBen Ortiz\n, health")

    press(tab, "initiative.list.add")

    assert store.read(workshop).bundle.workshop.members == ()
    assert tab.text_area(key="initiative.list").value == "Ana\tcity\t9\nBen Ortiz\n, health"
    assert [line in tab.error[0].value for line in ("Line 1", "Line 2", "Line 3")] == [
        True,
        False,
        True,
    ]


def test_a_member_without_a_name_is_told_and_nobody_joins(store, workshop):
    tab = visit("initiative", workshop)
    show(tab, "members")

    press(tab, "initiative.join")

    assert "there is none yet" in tab.error[0].value
    assert store.read(workshop).bundle.workshop.members == ()


def test_the_decision_departs_in_writing_from_what_the_answers_say(store):
    bundle = just_begun()
    fits = {check.id: 3 for check in CATALOG.checks_about("form")}
    workshop = store.create(changed(bundle, "workshop.yaml", {("initiative", "checks"): fits}))
    tab = visit("initiative", workshop)
    tab.radio(key="initiative.decision.chosen").set_value("another").run()
    tab.text_area(key="initiative.decision.because").set_value("We want to start small.")

    press(tab, "initiative.decision.record")
    refused, said = store.read(workshop).bundle.decisions.latest("initiative"), words(tab)
    tab.text_area(key="initiative.decision.departs").set_value("No money is in sight.")
    tab.multiselect(key="initiative.decision.forms").set_value(["coalition", "network"]).run()
    example = "Conservation Alliance for Seafood Solutions" in words(tab)
    press(tab, "initiative.decision.record")

    assert refused is None
    assert "No form is chosen" in said
    assert example
    assert initiative(store, workshop).forms == ("network", "coalition")
    assert (
        store.read(workshop).bundle.decisions.latest("initiative").what
        == "We work in another form for now: social sector network and coalition."
    )
    shown = visit("structure", workshop)
    assert "Not needed for our form" in words(shown)
    assert shown.radio(key="structure.decision.chosen")


def test_a_lean_start_is_asked_when_it_is_looked_at_again(store):
    bundle = just_begun()
    workshop = store.create(bundle)
    tab = visit("initiative", workshop)
    tab.radio(key="initiative.decision.chosen").set_value("lean").run()
    tab.text_area(key="initiative.decision.because").set_value("Money is short.")

    suggested = tab.text_input(key="initiative.decision.lean_until").value
    tab.text_input(key="initiative.decision.lean_until").set_value("Sep 2027").run()
    press(tab, "initiative.decision.record")

    assert suggested == "July 2027"
    assert initiative(store, workshop).lean_until == "2027-09"
    assert "look again in September 2027" in words(tab)


def test_a_check_nobody_knows_is_told_calmly(store):
    workshop = store.create(
        read_files({"workshop.yaml": b"name: Ours\ninitiative: {checks: {comon_agenda: 3}}\n"})
    )

    tab = visit("initiative", workshop)

    assert not tab.exception
    assert "did you mean common" in tab.error[0].value.replace("\\", "").lower()


def test_no_ranking_disappears_because_a_backbone_is_said_to_work_already(store):
    workshop = store.create(bundle("scored", scores=scores("ana oak trust 4", "ben oak trust 3")))
    tab = visit("initiative", workshop)

    tab.button_group(key="initiative.existing").set_value("yes").run()

    assert "no ranking is skipped without a reason" in tab.error[0].value
    assert not store.read(workshop).bundle.workshop.has_a_backbone
    assert [header.value for header in visit("compare", workshop).title] == [
        "Who leads, and would it hold?"
    ]


def test_once_a_group_is_answered_the_next_one_is_a_press_away(store):
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    fits = {check.id: 3 for check in CATALOG.checks_about("form")}
    answered = store.create(changed(bundle, "workshop.yaml", {("initiative", "checks"): fits}))
    tab, halfway = visit("initiative", answered), visit("initiative", store.create(bundle))
    show(tab, "form")

    press(tab, "initiative.next")

    assert tab.button_group(key="initiative.section").value == "condition"
    assert "initiative.next" not in {one.key for one in halfway.button}


@pytest.mark.parametrize(("given", "links"), [(["go"], ["Next: Structure"]), ([], [])])
def test_a_recorded_decision_leads_to_the_step_that_comes_next(store, given, links):
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})
    for way in given:
        held = Decision(page="initiative", what=way, because="So.", at="2026-10-20")
        bundle = with_decision(bundle, held)

    tab = visit("initiative", store.create(bundle))

    shown = [one.proto.label.replace("\\", "") for one in tab.get("page_link")]
    assert [one for one in shown if one.startswith("Next: ")] == links


def test_an_agenda_that_is_not_begun_is_one_sentence_and_one_field(workshop):
    tab = look_closer(visit("initiative", workshop), "agenda")

    assert "Our common agenda is not written here yet" in words(tab)
    fields = {one.key for one in tab.text_input} & {"initiative.vision", "initiative.target"}
    assert fields == {"initiative.vision"}
    assert "initiative.entry.add" not in {one.key for one in tab.button}


def test_a_vision_opens_the_rest_and_each_text_is_kept(store, workshop):
    tab = look_closer(visit("initiative", workshop), "agenda")
    tab.text_input(key="initiative.vision").set_value("All read").run()
    for name, said in {
        "target": "9 of 10 pass",
        "took_part": "60 residents",
        "agenda_version": "2",
        "agenda_again": "March 2028",
    }.items():
        tab.text_input(key=f"initiative.{name}").set_value(said).run()

    one = initiative(store, workshop)
    assert (one.vision, one.target, one.took_part) == ("All read", "9 of 10 pass", "60 residents")
    assert (one.agenda_version, one.agenda_again) == ("2", "2028-03")


def test_a_month_nobody_can_read_is_told_at_its_field(store, workshop):
    tab = look_closer(visit("initiative", workshop), "agenda")
    tab.text_input(key="initiative.vision").set_value("All read").run()

    tab.text_input(key="initiative.agenda_again").set_value("soon").run()

    assert "is not a month" in words(tab)
    assert initiative(store, workshop).agenda_again is None


def test_a_strategy_is_kept_changed_and_taken_out_in_its_row(store):
    workshop = store.create(
        read_files(
            {
                "workshop.yaml": b"name: Ours\ninitiative: {vision: v}\n",
                "groups.csv": b"id,name\njobs,Jobs\n",
                "measures.csv": b"id,name\ntests,Tests\n",
                "pathway.csv": b"id,name,kind\nfees,Fees,cause\n",
            }
        )
    )
    tab = look_closer(visit("initiative", workshop), "agenda")
    press(tab, "initiative.entry.add")
    tab.text_input(key="initiative.entry.name").set_value("First jobs")
    tab.selectbox(key="initiative.entry.activity").set_value("investing")
    tab.multiselect(key="initiative.entry.groups").set_value(["jobs"])
    press(tab, "initiative.entry.save")

    _, one = store.read(workshop).bundle.pathway
    assert (one.name, one.activity, one.groups) == ("First jobs", "investing", ("jobs",))
    assert "No measure shows: First jobs" in words(tab).replace("\\", "")

    assert "No strategy works on: Fees" in words(tab)

    press(tab, "initiative.entry.change.1")
    tab.multiselect(key="initiative.entry.measures").set_value(["tests"])
    tab.multiselect(key="initiative.entry.causes").set_value(["fees"])
    press(tab, "initiative.entry.save")
    changed = store.read(workshop).bundle.pathway[1]
    assert (changed.measures, changed.causes) == (("tests",), ("fees",))
    assert "No strategy works on: Fees" not in words(tab)

    press(tab, "initiative.entry.change.1")
    press(tab, "initiative.entry.out")
    press(tab, "initiative.entry.leave.yes")
    assert [one.id for one in store.read(workshop).bundle.pathway] == ["fees"]


def test_a_principle_asks_for_neither_group_nor_measure(workshop):
    tab = look_closer(visit("initiative", workshop), "agenda")
    tab.text_input(key="initiative.vision").set_value("All read").run()
    press(tab, "initiative.entry.add")

    tab.selectbox(key="initiative.entry.kind").set_value("principle").run()

    keys = {one.key for one in (*tab.selectbox, *tab.multiselect)}
    assert not keys & {f"initiative.entry.{name}" for name in ("activity", "groups", "measures")}


def test_several_backbones_are_listed_changed_and_what_is_done_twice_is_seen(store, workshop):
    tab = visit("initiative", workshop)
    tab.button_group(key="initiative.existing").set_value("several").run()
    empty = words(tab)
    for name, functions in (("Mill Trust", ["vision", "policy"]), ("City Fund", ["vision"])):
        press(tab, "initiative.one_backbone.add")
        tab.text_input(key="initiative.one_backbone.name").set_value(name)
        tab.multiselect(key="initiative.one_backbone.functions").set_value(functions)
        press(tab, "initiative.one_backbone.save")

    assert not tab.exception
    assert "List who convenes whom" in empty
    assert "One function is done twice, four by nobody" in words(tab)
    tab = look_closer(tab, "backbones")
    assert "done twice" in words(tab)
    press(tab, "initiative.one_backbone.change.1")
    press(tab, "initiative.one_backbone.out")
    press(tab, "initiative.one_backbone.leave.yes")
    assert [one.label for one in store.read(workshop).bundle.backbones] == ["Mill Trust"]


def test_places_are_kept_by_name_and_counted_for_the_work(store, workshop):
    tab = visit("initiative", workshop)
    show(tab, "profile")

    tab.text_input(key="initiative.places").set_value("Old Mill;  Pier ; Old Mill").run()

    assert initiative(store, workshop).places == ("Old Mill", "Pier")
    assert store.read(workshop).bundle.plan.drivers["sites"] == 2


def test_a_mirror_nobody_looked_into_is_one_sentence_and_one_button(workshop):
    tab = look_closer(visit("initiative", workshop), "equity-mirror")

    assert "Nobody has looked into the equity mirror yet" in words(tab)
    assert "initiative.practice_pay" not in {one.key for one in tab.button_group}

    press(tab, "initiative.mirror")
    assert "initiative.practice_pay" in {one.key for one in tab.button_group}


def test_practices_and_groups_are_kept_and_a_small_number_becomes_a_few(store, workshop):
    tab = look_closer(visit("initiative", workshop), "equity-mirror")
    press(tab, "initiative.mirror")
    tab.button_group(key="initiative.practice_pay").set_value("not_yet").run()
    tab.text_input(key="initiative.mirror_again").set_value("March 2028").run()
    press(tab, "initiative.everybody.add")
    tab.text_input(key="initiative.everybody.community").set_value("9,000")
    tab.text_input(key="initiative.everybody.committee").set_value("many")
    press(tab, "initiative.everybody.save")
    assert "is not a number" in words(tab)
    tab.text_input(key="initiative.everybody.committee").set_value("12")
    press(tab, "initiative.everybody.save")
    press(tab, "initiative.people.add")
    tab.text_input(key="initiative.people.name").set_value("Young people")
    tab.text_input(key="initiative.people.community").set_value("6000")
    tab.text_input(key="initiative.people.committee").set_value("2")
    press(tab, "initiative.people.save")

    bundle = store.read(workshop).bundle
    every, young = bundle.makeup
    assert (every.everybody, every.community, every.committee) == (True, 9000, 12)
    assert (young.name, young.committee) == ("Young people", "few")
    assert bundle.workshop.initiative.mirror_again == "2028-03"
    assert "Not our practice yet: pay for taking part" in words(tab)
    assert "Too few on the steering committee: Young people" in words(tab)

    press(tab, "initiative.people.change.1")
    press(tab, "initiative.people.out")
    press(tab, "initiative.people.leave.yes")
    assert [one.id for one in store.read(workshop).bundle.makeup] == ["everybody"]
