"""The parts of Compare about rounds, seats and notes, each drawn by a small app of its own."""

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.record import changed
from tests.ui.planning import widget, words
from tests.views.compare.panels import bundle, scores

FOUR = ("ana", "ben", "chi", "dee")
FIRST = [
    f"{who} {candidate} {what} {score}"
    for who, score in zip(FOUR, (5, 3, 3, 2))
    for candidate in ("oak", "elm")
    for what in ("trust", "reach")
]


def alone() -> None:
    """The app: one page with the three parts, and a page Score to go to."""
    import streamlit as st

    from cidesign import ui
    from cidesign.domain.agreement import AgendaCell
    from cidesign.ui.compare import rounds
    from cidesign.ui.kit import session

    def compare() -> None:
        page = ui.open_page("compare")
        cells = tuple(
            AgendaCell("oak", criterion, 0.5, 0.5, ()) for criterion in ("trust", "reach")
        )
        rounds.rounds_part(page)
        rounds.seats_fold(page)
        rounds.notes_fold(page, cells)

    score = st.Page(lambda: None, url_path="score", title="Score")
    session.put("_pages", {"score": score})
    st.navigation(
        [st.Page(compare, url_path="compare", title="Compare", default=True), score],
        position="hidden",
    ).run()


def drawn(workshop: str, **address: str) -> AppTest:
    tab = AppTest.from_function(alone, default_timeout=60)
    tab.query_params["w"] = workshop
    for name, value in address.items():
        tab.query_params[name] = value
    return tab.run()


def unfolded(tab: AppTest, key: str) -> AppTest:
    tab.session_state[key] = True
    return tab.run()


def two_rounds(stage: str = "scored"):
    return bundle(stage, scores=scores(*FIRST, "ana oak trust 3 2"), more="round: 2\n")


def links(tab: AppTest) -> list[str]:
    return [one.proto.label for one in tab.get("page_link")]


def test_who_moved_is_drawn_with_letters_and_tables(store):
    tab = drawn(store.create(two_rounds()))

    assert not tab.exception
    assert [one.value for one in tab.subheader] == ["What round 2 changed"]
    assert "changed one score, against Oak House." in words(tab)
    assert "Ana" not in words(tab)
    assert [chart.key for chart in tab.get("plotly_chart")] == ["compare.moved"]


def test_one_round_has_nothing_to_tell(store):
    tab = drawn(store.create(bundle("scored", scores=scores(*FIRST))))

    assert not tab.exception
    assert not tab.subheader


def test_a_note_is_saved_once_and_read_again(store):
    workshop = store.create(bundle("scored", scores=scores(*FIRST)))
    tab = unfolded(drawn(workshop), "compare.notes")

    widget(tab, "text_input", "compare.note.by").set_value("Dee")
    widget(tab, "text_area", "compare.note.oak.trust").set_value("They hosted *us* twice.")
    widget(tab, "button", "compare.note.oak.trust.save").click().run()

    assert not tab.exception
    (one,) = store.read(workshop).bundle.notes
    assert (one.candidate, one.criterion, one.round, one.note, one.by) == (
        "oak",
        "trust",
        1,
        "They hosted *us* twice.",
        "Dee",
    )
    again = unfolded(drawn(workshop), "compare.notes")
    assert widget(again, "text_area", "compare.note.oak.trust").value == "They hosted *us* twice."
    assert widget(again, "button", "compare.note.oak.trust.save").label == "Save the change"


def test_a_saved_note_says_so_until_it_is_changed(store):
    tab = unfolded(drawn(store.create(bundle("scored", scores=scores(*FIRST)))), "compare.notes")

    widget(tab, "text_area", "compare.note.oak.trust").set_value("They hosted us twice.")
    before = "Saved " in words(tab)
    widget(tab, "button", "compare.note.oak.trust.save").click().run()
    saved = "Saved " in words(tab)
    widget(tab, "text_area", "compare.note.oak.trust").set_value("They hosted us once.").run()

    assert (before, saved, "Saved " in words(tab)) == (False, True, False)


def test_a_note_of_the_round_before_is_shown_letter_by_letter(store):
    noted = (
        "candidate,criterion,round,note,by,at,seq\noak,trust,1,They *hosted* "
        "us,Dee,2026-10-01,1\nelm,reach,1,Far away,,,2\n"
    )
    workshop = store.create(
        bundle("scored", scores=scores(*FIRST, "ana oak trust 3 2"), more="round: 2\n", notes=noted)
    )

    tab = unfolded(drawn(workshop), "compare.notes")

    assert not tab.exception
    assert [one.value for one in tab.text] == ["They *hosted* us", "Far away"]
    assert "Oak House on trust · after round 1 · Dee · 1 October 2026" in words(tab)
    assert widget(tab, "text_area", "compare.note.oak.trust").value == ""
    assert "Elm Fund on reach" in words(tab)


def test_the_way_to_the_next_round_stands_below(store):
    tab = drawn(store.create(two_rounds()))

    assert links(tab) == ["Go to Score and open round 3"]


def test_once_the_selection_is_final_notes_are_only_read(store):
    noted = "candidate,criterion,note\noak,trust,They hosted us\n"
    tab = unfolded(
        drawn(store.create(bundle("final", scores=scores(*FIRST), notes=noted))), "compare.notes"
    )

    assert not tab.exception
    assert [one.value for one in tab.text] == ["They hosted us"]
    assert not tab.text_area
    assert links(tab) == []


def test_seats_are_told_in_their_fold(store):
    seats = {("members", place, "seat"): "residents" for place in range(4)}
    tab = unfolded(
        drawn(store.create(changed(two_rounds(), "workshop.yaml", seats))), "compare.seats"
    )

    assert not tab.exception
    assert "residents, four members: Elm Fund first." in words(tab)
    assert "A seat is shown from four members up" in words(tab)


@pytest.mark.parametrize(("stage", "address"), [("scoring", {}), ("scored", {"show": "projector"})])
def test_neither_an_open_round_nor_the_wall_shows_any_of_it(store, stage, address):
    noted = "candidate,criterion,note\noak,trust,They hosted us\n"
    found = bundle(
        stage, scores=scores(*FIRST, "ana oak trust 3 2"), more="round: 2\n", notes=noted
    )

    tab = drawn(store.create(found), **address)

    assert not tab.exception
    assert not tab.expander
    assert not tab.subheader
    assert "hosted" not in words(tab)
    assert links(tab) == []
