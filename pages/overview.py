"""Where are we, what is decided, what is next?"""

import streamlit as st

from cidesign import ui
from cidesign.text import say
from cidesign.ui.overview import first_plan
from cidesign.ui.overview.first_answer import first_answer
from cidesign.ui.overview.history import history_fold
from cidesign.views.overview.view import overview_view

entrance = ui.open_entrance()

if entrance.page is None and first_plan.is_asked():
    ui.question(say("What could our first year look like?"))
    ui.answer(
        say("Eight answers make a first plan."),
        say(
            "Only the name is needed. What you leave open gets a usual value, and the plan says "
            "so. Each can be corrected."
        ),
    )
    first_plan.first_plan(entrance.catalog)
    st.stop()

ui.question(entrance.question)

if entrance.page is None:
    with ui.answer(
        say(
            "Which backbone fits us, who hosts it, whom do we hire, and how long does the money "
            "last?"
        ),
        say(
            "Four answers from one record. Answer eight questions for a first plan, or look at an "
            "example."
        ),
    ):
        first_plan.offer("overview.first.ask", primary=True)
    st.space("small")
    ui.doors()
    if entrance.kept:
        ui.heading(
            say("Kept on this machine"),
            say("Every change is saved at once. Nothing leaves this machine."),
        )
        ui.kept(entrance.kept, None)
    st.stop()

page = entrance.page
view = ui.remembered(page, "overview.view", lambda: overview_view(page.bundle, page.catalog))

first_answer(page, view)

st.space("small")
ui.heading(view.heading, " · ".join(part for part in (view.name, view.about) if part))
ui.path(view.path)
ui.steps(view.rows)

if view.assumed:
    with st.expander(
        say("What still rests on usual values of ours"), expanded=view.nothing_decided
    ):
        ui.sentences(view.assumed)
        st.markdown(ui.small(say("Correct what is different for you, on the page named first.")))

history_fold(page)
ui.prompts(page, "overview")
st.space("small")
ui.heading(
    say("Keep it, hand it on"),
    say("The bundle is a zip a person can read. It opens here and on any other machine."),
)
ui.take_away(page)

others = st.expander(
    say("Other workshops, examples, a new one"), key="overview.others", on_change="rerun"
)
if others.open:
    with others:
        ui.kept(entrance.kept, page.workshop)
        st.space("small")
        first_plan.offer("overview.first.again", primary=False)
        ui.doors()
