"""The table of contents: one page for each step of the walk, in its order."""

import streamlit as st

from cidesign import ui
from cidesign.domain.walk import WALK

PAGES = ui.pages_of_this_tab(
    lambda: [st.Page(step.file, title=step.label, default=step is WALK[0]) for step in WALK]
)

shown = st.navigation(PAGES, position="hidden")


def draw() -> None:
    """The walk and the page; where the store fails, what is wrong and what to do."""
    with ui.told_where_the_store_fails():
        ui.sidebar(PAGES, shown.title)
        ui.knocking(shown.title)
        shown.run()


ui.to_the_end(draw)
