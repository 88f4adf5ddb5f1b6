"""The page Partners: nothing listed, a list pasted, a group with lead and support, and what its
counts change on other pages.
"""

from cidesign.record import example_bundle, read_files
from tests.ui.planning import look_closer
from tests.ui.test_brought_page import brought
from tests.ui.test_pages import press, visit, words
from tests.views.partners.test_partners import PLAN

GROUP = "partners.group"


def header(tab):
    return tab.header[0].value.replace("\\", "")


def start(store, **files):
    return store.create(read_files({"workshop.yaml": b"name: Ours\n", **files}))


def fill(tab, **cells):
    for key, value in cells.items():
        tab.text_input(key=f"{GROUP}.{key}").set_value(value)


def test_a_committee_that_has_none_of_this_sees_one_sentence_and_one_way_in(store):
    tab = visit("partners", start(store))

    assert header(tab) == "Nobody is listed yet."
    assert [box.key for box in tab.text_area] == ["partners.list"]
    assert [one.key for one in tab.main.button] == ["partners.list.add"]
    assert not tab.get("plotly_chart")


def test_a_pasted_list_is_kept_and_what_it_came_to_stays_in_sight(store):
    workshop = start(store)
    tab = visit("partners", workshop)
    tab.text_area(key="partners.list").set_value("Oak House; health\nElm Center; arts; nonprofit")

    press(tab, "partners.list.add")

    assert header(tab) == "Two partners, and no working group yet."
    assert "Two partners were added" in words(tab)
    assert [(one.name, one.sector, one.kind) for one in store.read(workshop).bundle.partners] == [
        ("Oak House", "health", ""),
        ("Elm Center", "arts", "nonprofit"),
    ]


def test_a_table_is_brought_in_on_the_page(store):
    tab, workshop = brought(store, "partners", "Partner,Sector\nOak House,health\n")

    press(tab, "partners.table.save")

    assert [(one.name, one.sector) for one in store.read(workshop).bundle.partners] == [
        ("Oak House", "health")
    ]


def test_a_group_with_its_lead_shows_in_the_picture_and_lacks_what_nobody_said(store):
    workshop = start(store, **{"partners.csv": b"id,name\noak,Oak House\nelm,Elm Center\n"})
    tab = visit("partners", workshop)
    press(tab, f"{GROUP}.add")
    fill(tab, name="Early years", aim="All read", begins="March 2027")
    tab.selectbox(key=f"{GROUP}.lead").set_value("oak")
    tab.multiselect(key=f"{GROUP}.supports").set_value(["elm"])
    tab.number_input(key=f"{GROUP}.meetings_a_year").set_value(12.0)
    tab.radio(key=f"{GROUP}.people_affected").set_value(True)

    press(tab, f"{GROUP}.save")

    group = store.read(workshop).bundle.groups[0]
    assert (group.lead, group.supports, group.meetings_a_year) == ("oak", ("elm",), 12)
    assert (group.people_affected, group.evidence, group.begins) == (True, False, "2027-03")
    assert header(tab) == "Two partners share one group."
    assert "Without a chair: Early years" in words(tab).replace("\\", "")
    assert len(tab.get("plotly_chart")) == 1


def test_a_group_that_cannot_be_kept_says_why_at_its_form_and_keeps_what_was_typed(store):
    workshop = start(store, **{"partners.csv": b"id,name\noak,Oak House\n"})
    tab = visit("partners", workshop)
    press(tab, f"{GROUP}.add")
    fill(tab, name="Jobs", begins="soon")

    press(tab, f"{GROUP}.save")

    assert "First month" in words(tab)
    assert tab.text_input(key=f"{GROUP}.name").value == "Jobs"
    assert store.read(workshop).bundle.groups == ()


def test_a_partner_is_changed_and_taken_out_in_its_row(store):
    workshop = start(store, **{"partners.csv": b"id,name\noak,Oak House\nelm,Elm Center\n"})
    tab = look_closer(visit("partners", workshop), "who")
    press(tab, "partners.partner.change.0")
    tab.text_input(key="partners.partner.sector").set_value("health")
    press(tab, "partners.partner.save")
    assert store.read(workshop).bundle.partners[0].sector == "health"

    press(tab, "partners.partner.change.0")
    press(tab, "partners.partner.out")
    press(tab, "partners.partner.leave.yes")

    assert [one.id for one in store.read(workshop).bundle.partners] == ["elm"]


def test_what_a_partner_gives_and_promises_is_typed_once_and_told(store):
    workshop = start(store, **{"partners.csv": b"id,name\noak,Oak House\nelm,Elm Center\n"})
    tab = look_closer(visit("partners", workshop), "who")
    press(tab, "partners.partner.change.0")
    tab.radio(key="partners.partner.formal_member").set_value(True)
    tab.text_input(key="partners.partner.has_committed").set_value("Open on Sundays")
    tab.text_input(key="partners.partner.credit_wanted").set_value("Named first")
    tab.number_input(key="partners.partner.own_money_usd").set_value(45000.0)
    tab.number_input(key="partners.partner.volunteer_hours").set_value(120.0)

    press(tab, "partners.partner.save")

    one = store.read(workshop).bundle.partners[0]
    assert (one.formal_member, one.own_money_usd, one.volunteer_hours) == (True, 45000, 120)
    said = words(tab).replace("\\", "")
    assert "1 partner puts in $45,000 a year of its own money." in said
    assert "promised: open on Sundays" in said
    press(tab, "partners.partner.change.0")
    assert tab.number_input(key="partners.partner.own_money_usd").value == 45000


def test_a_form_begins_with_what_is_known_of_the_group(store):
    tab = look_closer(
        visit("partners", store.create(example_bundle("philadelphia_stem"))), "groups"
    )

    press(tab, f"{GROUP}.change.1")

    assert tab.selectbox(key=f"{GROUP}.lead").value == "north_ward_public_schools"
    assert tab.number_input(key=f"{GROUP}.meetings_a_year").value == 18


def test_the_page_team_tells_what_is_counted_and_asks_for_it_no_more(store):
    tab = visit("team", store.create(example_bundle("philadelphia_stem")))
    tab.session_state["team.section"] = "work"
    said = words(look_closer(tab, "change"))

    assert "Counted from the lists on the page Partners" in said
    assert not [one.key for one in tab.number_input if one.key == "team.driver.partners"]
    assert [one.key for one in tab.number_input if one.key == "team.driver.events"]


def test_a_measure_is_kept_and_what_it_lacks_stays_in_sight(store):
    workshop = start(store, **{"partners.csv": b"id,name\noak,Oak House\n"})
    tab = look_closer(visit("partners", workshop), "how-we-see-it")
    press(tab, "partners.measure.add")
    tab.text_input(key="partners.measure.name").set_value("Reading")
    tab.multiselect(key="partners.measure.owners").set_value(["oak"])
    tab.selectbox(key="partners.measure.how_often").set_value("yearly")
    tab.text_input(key="partners.measure.target").set_value("55%")
    tab.text_input(key="partners.measure.target_year").set_value("2030")
    tab.text_input(key="partners.measure.by_year").set_value("2025: 38%, 2026: 40%")
    tab.text_input(key="partners.measure.by_group").set_value("girls: 36%; boys: 44")

    press(tab, "partners.measure.save")

    one = store.read(workshop).bundle.measures[0]
    assert (one.name, one.owners, one.how_often) == ("Reading", ("oak",), "yearly")
    assert "Not split by group, so no gap shows: Reading" in words(tab).replace("\\", "")
    assert "it would be 41.4%: it is behind." in words(tab).replace("\\", "")
    assert "36% of girls, 44% of boys; they stand 8 apart." in words(tab).replace("\\", "")
    table = store.read(workshop).bundle.files["measures.csv"]
    assert b"2025=38; 2026=40" in table
    assert b"girls=36; boys=44" in table


def test_a_measure_is_changed_and_taken_out_in_its_row(store):
    workshop = start(store, **{"measures.csv": b"id,name,why\na,Reading,law\nb,Sums,\n"})
    tab = look_closer(visit("partners", workshop), "how-we-see-it")
    press(tab, "partners.measure.change.0")
    tab.text_input(key="partners.measure.target_year").set_value("2030")
    press(tab, "partners.measure.save")
    assert store.read(workshop).bundle.measures[0].target_year == "2030"
    assert b",law," in store.read(workshop).bundle.files["measures.csv"]

    press(tab, "partners.measure.change.1")
    press(tab, "partners.measure.out")
    press(tab, "partners.measure.leave.yes")

    assert [one.id for one in store.read(workshop).bundle.measures] == ["a"]


def test_the_matrix_is_shown_on_the_wall_with_question_answer_and_the_way_back(store):
    groups = b"id,name,lead,supports\na,Reading,oak,elm\n"
    partners = b"id,name\noak,Oak House\nelm,Elm Center\n"
    tab = visit("partners", start(store, **{"partners.csv": partners, "groups.csv": groups}))
    tab.query_params["show"] = "projector"

    tab.run()

    assert not tab.exception
    assert header(tab) == "Two partners share one group."
    assert len(tab.get("plotly_chart")) == 1
    assert not tab.main.button


def test_groups_and_measures_are_brought_in_once_there_are_partners(store):
    workshop = start(store, **{"partners.csv": b"id,name\noak,Oak House\n"})
    for place, text in (
        ("partners.groups_table", "Working group,Lead\nReading,Oak House\n"),
        ("partners.measures_table", "Indicator,Owner\nPupils who pass,Oak House\n"),
    ):
        tab = visit("partners", workshop)
        tab.session_state[f"{place}.fold"] = True
        look_closer(tab, "many")
        field = next(one for one in tab.get("file_uploader") if one.key == f"{place}.file.0")
        field.set_value(("t.csv", text.encode(), "text/csv")).run()
        press(tab, f"{place}.save")
        assert not tab.exception

    kept = store.read(workshop).bundle
    assert [(one.name, one.lead) for one in kept.groups] == [("Reading", "oak")]
    assert [(one.name, one.owners) for one in kept.measures] == [("Pupils who pass", ("oak",))]


def test_the_page_tells_what_the_lists_change_in_the_hours_needed(store):
    files = {"partners.csv": b"id,name\noak,Oak House\n", "plan.yaml": PLAN}
    tab = visit("partners", start(store, **files))

    assert "by the plan's own numbers it takes" in words(tab).replace("\\", "")


def test_what_a_partners_help_costs_is_entered_and_a_tab_tells_what_it_saves(store):
    workshop = start(store, **{"partners.csv": b"id,name\noak,Oak House\n"})
    tab = look_closer(visit("partners", workshop), "who")
    assert "What does help cost?" not in words(tab)
    press(tab, "partners.partner.change.0")
    for name, value in (("people_a_year", 400.0), ("each_usd", 210.0), ("alone_usd", 260.0)):
        tab.number_input(key=f"partners.partner.{name}").set_value(value)

    press(tab, "partners.partner.save")

    (oak,) = store.read(workshop).bundle.partners
    assert [float(one) for one in oak.costs] == [400, 210, 260]
    assert "helps 400 people a year at $210 each (alone $260)" in words(tab).replace("\\", "")
    told = words(look_closer(tab, "cost")).replace("\\", "")
    assert "Dividing the work makes help cheaper" in told
    assert "That is $20,000 less a year." in told


def test_a_long_list_shows_its_first_and_each_of_the_others_can_be_changed(store):
    rows = "".join(f"p{n},Partner {n}\n" for n in range(10))
    workshop = start(store, **{"partners.csv": f"id,name\n{rows}".encode()})
    tab = look_closer(visit("partners", workshop), "who")
    folds = [one.label for one in tab.expander]
    assert "4 more" in folds

    press(tab, "partners.partner.change.9")
    tab.text_input(key="partners.partner.sector").set_value("arts")
    press(tab, "partners.partner.save")

    assert [one.sector for one in store.read(workshop).bundle.partners][-2:] == ["", "arts"]
