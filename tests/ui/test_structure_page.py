"""The page Structure drawn without a browser: six answers kept, a variant, functions given away,
questions behind a button.
"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.record import changed, example_bundle
from cidesign.views.overview import beginning
from cidesign.workshop import Store
from tests.ui.planning import drawn

APP = Path(__file__).parents[2] / "app.py"
EXAMPLE = "philadelphia_stem"


def visit(workshop: str) -> AppTest:
    tab = AppTest.from_file(str(APP), default_timeout=60)
    tab.query_params["w"] = workshop
    return tab.switch_page("pages/structure.py").run()


def press(tab: AppTest, key: str) -> AppTest:
    return next(button for button in tab.button if button.key == key).click().run()


def headings(tab: AppTest) -> list[str]:
    return [one.value for one in tab.subheader]


def told(tab: AppTest) -> str:
    return "\n".join(one.value for one in tab.markdown)


def ours(store: Store) -> str:
    return store.create(beginning.begun("Ours", load(), start="2027-01"))


def test_four_questions_stand_open_and_the_others_behind_a_button(store):
    tab = visit(ours(store))
    before = len(tab.button_group)

    press(tab, "structure.more.toggle")

    assert not tab.exception
    assert (before, len(tab.button_group)) == (
        4,
        sum(driver.about == "structure" for driver in load().structure_drivers),
    )


def test_the_card_says_which_of_the_six_are_open(store):
    tab = visit(ours(store))

    assert "Still open: existing or new, how to choose, how much staff" in told(tab)
    assert "Six questions to settle" in headings(tab)


def test_a_suggested_answer_is_kept_at_once_and_counted(store):
    workshop = ours(store)
    tab = press(visit(workshop), "structure.six.toggle")
    field = tab.selectbox(key="structure.six.staff_report_to")

    field.set_value(field.options[0]).run()

    assert not tab.exception
    assert store.read(workshop).bundle.structure.decision.staff_report_to == field.options[0]
    assert "One of six questions answered" in headings(tab)


def test_an_answer_of_ones_own_is_shown_and_can_be_changed(store):
    workshop = store.create(
        changed(
            example_bundle(EXAMPLE),
            "structure.yaml",
            {("decision", "place"): "Above *the* bakery"},
        )
    )
    tab = visit(workshop)

    shown = told(tab)
    press(tab, "structure.six.toggle")

    assert r"Above \*the\* bakery" in shown
    assert tab.selectbox(key="structure.six.place").value == "Above *the* bakery"


def test_a_variant_is_kept(store):
    workshop = ours(store)
    tab = visit(workshop)

    tab.selectbox(key="structure.variant").set_value("loaned").run()

    assert not tab.exception
    assert store.read(workshop).bundle.structure.decision.variant == "loaned"


def test_a_function_is_given_to_a_candidate(store):
    bundle = example_bundle(EXAMPLE)
    workshop = store.create(bundle)
    tab = press(visit(workshop), "structure.hosts.toggle")

    tab.selectbox(key="structure.host.policy").set_value(bundle.candidates[0].id).run()

    assert not tab.exception
    assert store.read(workshop).bundle.structure.hosts == {"policy": bundle.candidates[0].id}
    assert "1 of six functions sits elsewhere" in headings(tab)


def test_the_map_and_the_nearest_initiatives_are_shown():
    tab = drawn("structure")

    assert "The map of our initiative" in headings(tab)
    assert [one for one in headings(tab) if one.startswith("Most like us: ")]


def test_where_a_backbone_works_already_the_way_past_is_shown(store):
    said = {
        ("initiative", "existing_backbone"): "yes",
        ("initiative", "backbone"): "Harbor Alliance",
    }
    tab = visit(store.create(changed(example_bundle(EXAMPLE), "workshop.yaml", said)))

    assert "A backbone works already" in tab.info[0].value
    assert (
        tab.header[0].value == "This step is not needed: Harbor Alliance is our backbone already\\."
    )


def test_of_a_question_with_two_parts_the_open_part_is_named(store):
    half = changed(
        example_bundle(EXAMPLE), "structure.yaml", {("decision", "funds_long_term"): None}
    )
    tab = visit(store.create(half))

    assert "In the long run: not answered yet" in told(tab)
    assert "Five of six questions answered" in headings(tab)


def test_a_function_cannot_be_given_away_before_anybody_is_listed(store):
    tab = visit(ours(store))

    assert "Once candidates are listed" in told(tab)
    assert not [button for button in tab.button if button.key == "structure.hosts.toggle"]
