"""Where are we, what is decided, what is next?"""

import streamlit as st

from cidesign import ui
from cidesign.steps.beginning import examples
from cidesign.steps.overview import overview_view
from cidesign.text import say

entrance = ui.open_entrance("Overview")
ui.question(say("Where are we, what is decided, what is next?"))

if entrance.page is None:
    ui.answer(
        say("Which backbone fits us, who hosts it, whom do we hire, and how long does the money last?"),
        say("Four answers from one record. Open an example to see them, or start with your own alliance."),
    )
    st.space("small")
    ui.doors(examples())
    if entrance.kept:
        ui.heading(say("Kept on this machine"), say("Every change is saved at once. Nothing leaves this machine."))
        ui.kept(entrance.kept, None)
    st.stop()

page = entrance.page
view = overview_view(page.bundle, page.catalog, ui.walk())

with ui.answer(view.answer, view.and_line):
    if view.next:
        ui.go(view.next.page, say("Go to {label}", label=say(view.next.label)))

st.space("small")
ui.heading(view.heading, " · ".join(part for part in (view.name, view.about) if part))
ui.path(view.path)
ui.steps(view.rows)

st.space("small")
ui.heading(say("Keep it, hand it on"), say("The bundle is a zip a person can read. It opens here and on any other machine."))
ui.take_away(page)

with st.expander(say("Other workshops, examples, a new one")):
    ui.kept(entrance.kept, page.workshop)
    st.space("small")
    ui.doors(examples())
