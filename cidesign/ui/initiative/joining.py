"""A list of members that is pasted: on the page Initiative, and where members are missing."""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.pasting import paste
from cidesign.ui.kit.words import plain, small
from cidesign.views.initiative.joining import members_pasted


def paste_members(page: Page, place: str) -> None:
    """The field for the list, with the usual seats above; ``place``: its key, ``page.list``."""
    seats = ", ".join(seat.label for seat in page.catalog.seats)
    st.markdown(small(plain(say("Usual seats: {seats}. Others may be written.", seats=seats))))
    paste(
        page,
        place,
        say("One member on each line: name, seat"),
        hint=say("Ana Reyes, residents"),
        button=say("Add all members"),
        reads=lambda text: members_pasted(text, page.catalog),
    )
