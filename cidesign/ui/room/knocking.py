"""That somebody waits at the door, told to who may let her in on whichever page she works."""

import streamlit as st

from cidesign.domain.walk import step_of
from cidesign.text import Language, say, speak, spoken
from cidesign.ui.kit import current, projector, who
from cidesign.ui.kit.contents import page_of
from cidesign.views.room import words
from cidesign.workshop import people

ROOM = "room"
EVERY_SECONDS = 5


def knocking(shown: str) -> None:
    """Beside a page, who waits and the way to let her in; nothing on the wall, and nothing on Room,
    which tells it itself.

    Args:
        shown: the label of the page now on screen.
    """
    if not who.is_shared() or not who.facilitates() or projector.is_on():
        return
    if shown != step_of(ROOM).label:
        _told(spoken())


@st.fragment(run_every=EVERY_SECONDS)
def _told(language: Language) -> None:
    """Asked anew every few seconds: one short question to the store, and no page drawn."""
    speak(language)
    here, workshop = who.person(), current.workshop()
    if here is None or workshop is None:
        return
    names = people.at_the_door(current.store(), workshop, here)
    if not names:
        return
    with st.container(key="room_knock", gap=None):
        st.text(words.waits(names))
        label = say("Go to {page}", page=say(step_of(ROOM).label))
        st.page_link(page_of(ROOM), label=label, query_params=current.address())
