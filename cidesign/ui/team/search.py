"""The way from the director's profile to a search for her or him, a workshop of its own."""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit import session, who
from cidesign.ui.kit.contents import go_to_workshops
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.words import plain, small
from cidesign.ui.overview.doors import keep_new
from cidesign.views.team.director import DirectorView
from cidesign.views.team.director_search import director_search, search_name

SEARCH, _FOUND = "team.director.search", "_director.problems"


def offer(page: Page, view: DirectorView) -> None:
    """The button that opens a search, for who may begin a workshop, and the searches there are."""
    if not view.chosen:
        return
    go_to_workshops(search_name(page.bundle.workshop))
    if not who.runs_the_server():
        said = say("Whoever runs the server can open a search with these as its criteria.")
        st.markdown(small(plain(said)))
        return
    st.button(
        say("Open a search for the director"),
        key=SEARCH,
        on_click=_open,
        args=(page, session.nonce(SEARCH)),
    )
    said = say(
        "A workshop of its own: your committee, these as criteria with their levels, people as "
        "candidates; sealed, scored on phones and closed as a host is chosen."
    )
    st.markdown(small(plain(said)))
    if found := session.value(_FOUND):
        problems(found, say("Nothing was opened, and nothing was changed."))


def _open(page: Page, nonce: str) -> None:
    page.speak()
    made = keep_new(lambda: director_search(page.bundle, page.catalog), SEARCH, nonce)
    session.put(_FOUND, made)
