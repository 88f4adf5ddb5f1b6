"""What the room sees on the wall while it works: where it stands, the time that is left, and the
code for latecomers; no names.
"""

import streamlit as st

from cidesign.ui.kit import current, projector, who
from cidesign.ui.kit.page import Page
from cidesign.ui.room import live
from cidesign.ui.room.door import show_code
from cidesign.ui.room.rehearsal import on_the_wall
from cidesign.workshop import people


def wall(page: Page) -> None:
    """Everything large, and the way back."""
    projector.enlarge()
    rehearsed = live.rehearsal(page)
    if rehearsed is not None and rehearsed.is_over:
        on_the_wall(page)
        live.rehearsal_stands(page)
    else:
        live.answer_to_all(page)
    live.clock(page)
    here = who.person()
    if here is not None and here.facilitates:
        held = people.code_of(current.store(), page.workshop, here)
        if held:
            show_code(held)
    st.space("small")
    projector.back("room")
