"""The table of contents: one page for each step of the walk, in its order."""

import streamlit as st

from cidesign import ui
from cidesign.domain.walk import WALK

PAGES = [st.Page(step.file, title=step.label, default=step is WALK[0]) for step in WALK]

shown = st.navigation(PAGES, position="hidden")
ui.sidebar(PAGES, shown.title)
ui.to_the_end(shown.run)
