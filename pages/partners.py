"""Who does what with whom, and how will we see it?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import work_matrix
from cidesign.text import say
from cidesign.ui.kit import projector
from cidesign.ui.partners import inputs, wall
from cidesign.ui.partners.closer import closer
from cidesign.views.partners import measures, words
from cidesign.views.partners.need import need_moved
from cidesign.views.partners.view import partners_view

page = ui.open_page("partners")
view = ui.remembered(page, "partners.view", lambda: partners_view(page.bundle))

if projector.is_on() and view.parts:
    wall.show(page, view)
    ui.end()
if view.parts:
    head, wide = st.columns([4, 1.3], vertical_alignment="bottom")
    with head:
        ui.question(page.question, words.note(view, page.bundle))
    with wide:
        projector.link("partners")
else:
    ui.question(page.question, words.note(view, page.bundle))
moved = ui.remembered(page, "partners.need", lambda: need_moved(page.bundle, page.catalog))
ui.answer(words.answer(view), words.and_line(view, page.catalog, moved))
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
