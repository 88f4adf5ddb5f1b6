"""The pages drawn without a browser: doors, answers, saving by callback, problems told calmly."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.acts.set_keys import SetKeys
from cidesign.domain.workshop import Decision
from cidesign.record import changed, example_bundle, examples, read_files, with_decision
from cidesign.workshop import Store
from tests.ui.planning import drawn, just_begun, look_closer

APP = Path(__file__).parents[2] / "app.py"
PAGES = ("structure", "process", "candidates", "score", "compare", "team", "scenarios", "outlook")
EXAMPLE = "philadelphia_stem"


def visit(page: str = "overview", workshop: str = "") -> AppTest:
    """A new tab on a page."""
    tab = AppTest.from_file(str(APP), default_timeout=60)
    if workshop:
        tab.query_params["w"] = workshop
    return tab.run() if page == "overview" else tab.switch_page(f"pages/{page}.py").run()


def words(tab: AppTest) -> str:
    """All words on the page, headings, cards and messages."""
    kinds = (
        tab.title,
        tab.header,
        tab.subheader,
        tab.markdown,
        tab.text,
        tab.error,
        tab.warning,
        tab.success,
    )
    return "\n".join(element.value for kind in kinds for element in kind)


def press(tab: AppTest, key: str) -> None:
    next(button for button in tab.button if button.key == key).click().run()


def minimal(store: Store) -> str:
    return store.create(read_files({"workshop.yaml": b"name: Bare\n"}))


def test_without_a_workshop_there_are_three_doors():
    tab = visit()

    assert not tab.exception
    assert [heading.value for heading in tab.subheader] == [
        "Look at an example",
        "Start ours",
        "Open a bundle",
    ]


@pytest.mark.parametrize("page", PAGES)
def test_without_a_workshop_a_page_shows_the_way_to_the_doors(page):
    tab = visit(page)

    assert not tab.exception
    assert tab.title[0].value == "No workshop is open"
    assert "Open an example" in words(tab)


def test_an_address_that_names_no_workshop_asks_which_and_shows_it(store):
    id = store.create(example_bundle("philadelphia_stem"))
    entrance = visit()
    tab = visit("compare")
    asked = tab.title[0].value
    press(tab, f"which.{id}")

    assert "Nothing leaves this machine" in words(entrance)  # served to this machine alone
    assert asked == "Which workshop?"
    assert "No workshop is open" not in [one.value for one in tab.title]
    assert tab.query_params["w"] == id
    assert not tab.exception


@pytest.mark.parametrize("example", [one.id for one in examples()])
def test_one_click_opens_a_copy_of_an_example_with_its_watermark(store, example):
    tab = visit()

    press(tab, f"overview.example.{example}")

    assert not tab.exception
    assert [name for _, name, _ in store.names()] == [example_bundle(example).workshop.name]
    assert tab.text[0].value.endswith(example_bundle(example).workshop.example)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("example", [one.id for one in examples()])
def test_every_page_answers_for_every_example(example, page):
    tab = drawn(page, example)

    assert not tab.exception
    assert len(tab.header) == 1
    assert not tab.error


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_for_a_new_workshop(store, page):
    workshop = store.create(just_begun())

    tab = visit(page, workshop)

    assert not tab.exception
    assert len(tab.header) == 1
    assert not tab.error


@pytest.mark.parametrize("page", ["overview", *PAGES])
def test_every_page_copes_with_a_workshop_that_holds_only_a_name(store, page):
    tab = visit(page, minimal(store))

    assert not tab.exception
    assert len(tab.header) == 1


def test_no_page_shows_a_raw_none_or_nan():
    shown = "\n".join(words(drawn(page)) for page in ("overview", *PAGES))

    assert (
        re.findall(r"\bNone\b(?! or one)|\bnan\b|\bNaN\b|Decimal\(|Fraction\(|<Function", shown)
        == []
    )


def test_start_ours_needs_a_name(store):
    tab = visit()

    press(tab, "overview.start")

    assert "There is no name yet" in tab.error[0].value
    assert store.names() == ()


def test_start_ours_keeps_a_workshop_under_its_name_whatever_signs_it_has(store):
    tab = visit()
    tab.text_input(key="overview.name").set_value("<b>Ann</b> & *Bob*")

    press(tab, "overview.start")

    assert not tab.exception
    assert [name for _, name, _ in store.names()] == ["<b>Ann</b> & *Bob*"]


def test_a_changed_answer_is_in_the_store_at_once_and_in_a_new_tab(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("structure", workshop)

    tab.button_group(key="structure.neutrality").set_value(1).run()

    assert store.read(workshop).bundle.structure.answers["neutrality"] == 1
    assert visit("structure", workshop).button_group(key="structure.neutrality").value == 1


THEIRS = SetKeys(
    of="structure",
    path="structure.yaml",
    thing="an answer",
    changes=((("answers", "neutrality"), 0),),
)


def second_to_change(store):
    """A tab whose change came after somebody else's of the same document."""
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("structure", workshop)
    store.do(workshop, THEIRS, nonce="theirs")
    tab.button_group(key="structure.funding").set_value(1).run()
    return workshop, tab


def funding_and_neutrality(store, workshop):
    answers = store.read(workshop).bundle.structure.answers
    return answers["funding"], answers["neutrality"]


def test_what_somebody_else_changed_meanwhile_is_kept_and_both_changes_are_told(store):
    before = example_bundle(EXAMPLE).structure.answers["funding"]

    workshop, tab = second_to_change(store)

    assert funding_and_neutrality(store, workshop) == (before, 0)
    told = tab.warning[0].value
    assert "Somebody changed this meanwhile" in told
    assert "Theirs: " in told
    assert "changed an answer" in told
    assert "Yours: You" in told
    assert tab.button_group(key="structure.funding").value == before


def test_keep_mine_puts_our_change_beside_theirs(store):
    workshop, tab = second_to_change(store)

    press(tab, "conflict.mine")

    assert funding_and_neutrality(store, workshop) == (1, 0)
    assert not tab.warning
    assert tab.button_group(key="structure.funding").value == 1


def test_take_theirs_lets_go_of_our_change(store):
    before = example_bundle(EXAMPLE).structure.answers["funding"]
    workshop, tab = second_to_change(store)

    press(tab, "conflict.theirs")

    assert funding_and_neutrality(store, workshop) == (before, 0)
    assert not tab.warning


def test_after_the_conflict_the_same_change_goes_through(store):
    workshop, tab = second_to_change(store)

    tab.button_group(key="structure.funding").set_value(1).run()

    assert store.read(workshop).bundle.structure.answers["funding"] == 1


def test_a_decision_needs_a_choice_and_a_reason(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("compare", workshop)

    press(tab, "compare.decision.record")

    assert "nothing is chosen" in tab.error[0].value
    assert "no reason yet" in tab.error[0].value
    assert store.read(workshop).bundle.decisions.latest("compare") is None


def test_a_decision_for_the_first_is_kept_with_its_reason_and_figures(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("compare", workshop)
    first = tab.radio(key="compare.decision.chosen").options[0]
    tab.radio(key="compare.decision.chosen").set_value(_id(tab, 0)).run()
    tab.text_area(key="compare.decision.because").set_value("They are trusted.")
    tab.text_input(key="compare.decision.agreed").set_value("Six of seven")

    press(tab, "compare.decision.record")

    held = store.read(workshop).bundle.decisions.latest("compare")
    assert (held.what, held.because, held.agreed, held.departs) == (
        first.replace("\\", ""),
        "They are trusted.",
        "Six of seven",
        "",
    )
    assert held.figures["chosen"] == _id(tab, 0)
    assert "They are trusted." in words(tab)
    assert not [one for one in tab.radio if one.key == "compare.decision.chosen"]


def _id(tab: AppTest, place: int) -> str:
    """The id of the candidate at this place of the ranking of the example."""
    from cidesign.views.compare.view import compare_view

    return compare_view(example_bundle(EXAMPLE)).ranked[place].id


def test_choosing_another_than_the_first_needs_a_written_reason(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("compare", workshop)
    tab.radio(key="compare.decision.chosen").set_value(_id(tab, 1)).run()
    tab.text_area(key="compare.decision.because").set_value("They are near.")

    press(tab, "compare.decision.record")
    refused = store.read(workshop).bundle.decisions.latest("compare")
    tab.text_area(key="compare.decision.departs").set_value("The first withdrew.")
    press(tab, "compare.decision.record")

    assert refused is None
    assert store.read(workshop).bundle.decisions.latest("compare").departs == "The first withdrew."


def test_a_replacement_begins_with_an_empty_form(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("compare", workshop)
    tab.radio(key="compare.decision.chosen").set_value(_id(tab, 0)).run()
    tab.text_area(key="compare.decision.because").set_value("They are trusted.")

    press(tab, "compare.decision.record")
    press(tab, "compare.replace")

    assert tab.radio(key="compare.decision.chosen").value is None
    assert tab.text_area(key="compare.decision.because").value == ""


def test_a_decision_can_be_replaced_and_the_old_record_stays_in_the_file(store):
    workshop = store.create(
        with_decision(
            example_bundle(EXAMPLE), Decision(page="compare", what="Old", at="2026-05-01")
        )
    )
    tab = visit("compare", workshop)
    press(tab, "compare.replace")
    tab.radio(key="compare.decision.chosen").set_value(_id(tab, 0)).run()
    tab.text_area(key="compare.decision.because").set_value("We looked again.")

    press(tab, "compare.decision.record")

    records = [
        one.because
        for one in store.read(workshop).bundle.decisions.decisions
        if one.page == "compare"
    ]
    assert records == ["", "We looked again."]


def test_the_structure_decision_also_names_the_structure_in_the_profile(store):
    workshop = store.create(just_begun())
    tab = visit("structure", workshop)
    tab.radio(key="structure.decision.chosen").set_value("government").run()
    tab.text_area(key="structure.decision.because").set_value("The city asked.")
    tab.text_area(key="structure.decision.departs").set_value("No funder is at hand.")

    press(tab, "structure.decision.record")

    bundle = store.read(workshop).bundle
    assert (bundle.structure.decision.structure, bundle.decisions.latest("structure").what) == (
        "government",
        "Government",
    )


def test_raters_stand_as_letters_where_the_rules_say_so(store):
    bundle = example_bundle(EXAMPLE)
    workshop = store.create(bundle)

    shown = words(visit("compare", workshop))

    assert [
        rater
        for rater in {score.rater for score in bundle.scores}
        if f"{rater}:" in shown or f" {rater}," in shown
    ] == []


def test_a_workshop_that_was_deleted_is_told_calmly(store):
    tab = visit("overview", "not-a-workshop")

    assert not tab.exception
    assert "not in this store" in tab.warning[0].value


def test_deleting_takes_a_second_word(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("overview", workshop)
    look_closer(tab, "others")

    press(tab, f"overview.delete.{workshop}")
    still = store.names()
    press(tab, f"overview.yes.{workshop}")

    assert len(still) == 1
    assert store.names() == ()
    assert not tab.exception


def test_a_closed_workshop_stays_in_the_list(store):
    workshop = store.create(example_bundle(EXAMPLE))
    tab = visit("overview", workshop)

    press(tab, "overview.close")

    assert [button.key for button in tab.button if button.key == f"overview.open.{workshop}"] == [
        f"overview.open.{workshop}"
    ]


@pytest.mark.parametrize("kept", [[], [EXAMPLE], ["rtd_southeast_rail_2015", EXAMPLE]])
def test_a_new_tab_opens_no_workshop_unasked_and_offers_each_that_is_kept(store, kept):
    ids = {store.create(example_bundle(one)) for one in kept}

    tab = visit()

    assert "Start ours" in [heading.value for heading in tab.subheader]
    assert {str(one.key) for one in tab.button if str(one.key).startswith("overview.open.")} == {
        f"overview.open.{id}" for id in ids
    }


def test_people_cannot_put_markup_on_the_screen_through_names(store):
    named = changed(
        example_bundle(EXAMPLE),
        "workshop.yaml",
        {("name",): "**Bold** <img src=x>", ("example",): ""},
    )
    workshop = store.create(named)

    shown = words(visit("overview", workshop))

    assert "**Bold**" not in shown
    assert r"\*\*Bold\*\* \<img src\=x\>" in shown


def test_a_decision_says_when_its_figures_have_changed_since(store):
    bundle = just_begun()
    old = Decision(
        page="structure",
        what="Funder-based",
        because="So.",
        at="2026-05-01",
        figures={"answer": "Funder-based fits best: 99.0."},
    )
    workshop = store.create(with_decision(bundle, old))

    told = words(visit("structure", workshop))

    assert "The figures have changed since." in told
    assert "99" in told


@pytest.mark.parametrize(
    ("chosen", "beside"),
    [("existing_nonprofit", "The figures"), ("government", "The figures put another first")],
)
def test_once_decided_the_answer_is_what_was_decided_and_the_figures_stand_beside_it(
    store, chosen, beside
):
    bundle = just_begun()
    held = Decision(
        page="structure",
        what="Their choice",
        because="So.",
        at="2026-05-01",
        figures={"chosen": chosen},
    )
    before = visit("structure", store.create(bundle)).header[0].value

    tab = visit("structure", store.create(with_decision(bundle, held)))

    assert tab.header[0].value == r"We chose: Their choice\."
    assert r"Decided 1 May 2026\." in words(tab)
    assert beside in words(tab)
    assert before in words(tab)
