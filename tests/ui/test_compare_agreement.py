"""The fold of Compare on who scores higher, drawn by a small app of its own: worked out only when
opened, never while a round is open.
"""

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.views.compare import leniency
from tests.ui.planning import words
from tests.views.compare.panels import bundle, scores

FOUR = [
    f"{who} {candidate} {what} {score}"
    for who, score in zip(("ana", "ben", "chi", "dee"), (5, 3, 3, 2))
    for candidate in ("oak", "elm")
    for what in ("trust", "reach")
]


def alone() -> None:
    """The app: one page with nothing but the fold."""
    import streamlit as st

    from cidesign import ui
    from cidesign.ui.compare.agreement import leniency_fold

    def compare() -> None:
        leniency_fold(ui.open_page("compare"))

    st.navigation(
        [st.Page(compare, url_path="compare", title="Compare", default=True)], position="hidden"
    ).run()


def drawn(workshop: str, *, unfolded: bool = False) -> AppTest:
    tab = AppTest.from_function(alone, default_timeout=60)
    tab.query_params["w"] = workshop
    tab.run()
    if unfolded:
        tab.session_state["compare.leniency"] = True
        tab.run()
    assert not tab.exception
    return tab


def test_nothing_is_worked_out_before_somebody_opens_the_fold(store, monkeypatch):
    monkeypatch.setattr(leniency, "own_points", lambda sheets: pytest.fail("was worked out"))

    tab = drawn(store.create(bundle("scored", scores=scores(*FOUR))))

    assert [one.label for one in tab.expander] == ["Does anyone score higher than the others?"]
    assert "As scored" not in words(tab)


def test_opened_it_shows_both_columns_and_letters_only(store):
    told = words(drawn(store.create(bundle("scored", scores=scores(*FOUR))), unfolded=True))

    assert "| Candidate | As scored | Adjusted |" in told
    assert "| A | " in told
    assert not any(name in told for name in ("Ana", "ana", "Ben", "ben", "Chi", "Dee"))
    assert "never used for ranks" in told


def test_while_a_round_is_open_there_is_no_fold(store):
    assert not drawn(store.create(bundle("scoring", scores=scores(*FOUR)))).expander
