"""Where are we, what is decided, what is next?"""

import streamlit as st

from cidesign import ui
from cidesign.report.guide import guide_document
from cidesign.text import say
from cidesign.ui.kit import solving
from cidesign.ui.overview import first_plan
from cidesign.ui.overview.closer import closer
from cidesign.ui.overview.first_answer import first_answer
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
    ui.end()

ui.question(entrance.question)

if entrance.page is None:
    with ui.answer(
        say(
            "Which backbone fits us, who hosts it, whom do we hire, and how long does the money "
            "last?"
        ),
        say(
            "A backbone is the few people, at one organization or several, who keep all partners "
            "working together. Answer eight questions for a first plan, or look at an example."
        ),
    ):
        first_plan.offer("overview.first.ask", primary=True)
    st.space("small")
    if entrance.kept:
        ui.heading(*ui.where_it_is_kept())
        ui.kept(entrance.kept, None)
        st.space("small")
    ui.doors()
    ui.end()

page = entrance.page
view = ui.remembered(
    page,
    "overview.view",
    lambda: overview_view(page.bundle, page.catalog, solve=solving.solve),
    meanwhile=say("Solving the plan, a second or two …"),
)

first_answer(page, view)

st.space("small")
ui.heading(view.heading, " · ".join(part for part in (view.name, view.about) if part))
ui.path(view.path)
ui.steps(view.rows, view.talked)
if view.our_form:
    ui.heading(say("What our form makes of these steps"))
    ui.sentences(view.our_form)

if view.assumed:
    with st.expander(
        say("What still rests on usual values of ours"), expanded=view.nothing_decided
    ):
        ui.usual_values(view.assumed)

st.space("small")
ui.heading(
    say("Keep it, hand it on"),
    say("The bundle is a zip a person can read. It opens here and on any other machine."),
)
ui.take_away(page)
ui.layers(page, closer(entrance, page, guide_document))
