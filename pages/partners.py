"""Who does what with whom, and how will we see it?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import work_matrix
from cidesign.text import say
from cidesign.ui.partners import inputs
from cidesign.ui.partners.closer import closer
from cidesign.views.partners import measures, words
from cidesign.views.partners.view import partners_view

page = ui.open_page("partners")
view = ui.remembered(page, "partners.view", lambda: partners_view(page.bundle))

ui.question(page.question, words.note(view, page.bundle))
ui.answer(words.answer(view), words.and_line(view, page.catalog))
inputs.first(page, view)

if view.groups:
    missing = measures.all_missing(view, page.catalog)
    ui.heading(say("What is missing") if missing else say("Nothing is missing"))
    ui.sentences(missing)
if view.parts:
    st.space("small")
    claim, note = words.picture(view)
    at_work, shown = view.at_work, view.working
    figure = ui.remembered(
        page,
        "partners.matrix",
        lambda: work_matrix.draw(at_work, shown, view.parts, mode=page.mode),
        page.mode,
    )
    alt = work_matrix.alt(view.partners, shown, view.parts)
    ui.evidence(claim, note, figure, alt=alt, key="partners.matrix")
ui.layers(page, closer(page, view))
