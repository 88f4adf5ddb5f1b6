"""Where are we, what is decided, what is next?"""

import streamlit as st

from cidesign import ui
from cidesign.steps.beginning import examples
from cidesign.steps.overview import overview_view

entrance = ui.open_entrance("Overview")
ui.question("Where are we, what is decided, what is next?")

if entrance.page is None:
    ui.answer(
        "Which backbone fits us, who hosts it, whom do we hire, and how long does the money last?",
        "Four answers from one record. Open an example to see them, or start with your own alliance.",
    )
    st.space("small")
    ui.doors(examples())
    if entrance.kept:
        ui.heading("Kept on this machine", "Every change is saved at once. Nothing leaves this machine.")
        ui.kept(entrance.kept, None)
    st.stop()

page = entrance.page
view = overview_view(page.bundle, page.catalog, ui.walk())

with ui.answer(view.answer, view.and_line):
    if view.next:
        ui.go(view.next.page, f"Go to {view.next.label}")

st.space("small")
ui.heading(view.heading, " · ".join(part for part in (view.name, view.about) if part))
ui.path(view.path)
ui.steps(view.rows)

st.space("small")
ui.heading("Keep it, hand it on", "The bundle is a zip a person can read. It opens here and on any other machine.")
ui.take_away(page)

with st.expander("Other workshops, examples, a new one"):
    ui.kept(entrance.kept, page.workshop)
    st.space("small")
    ui.doors(examples())
