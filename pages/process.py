"""How do we choose a host?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import weights
from cidesign.text import say
from cidesign.ui.kit.not_needed import not_needed
from cidesign.ui.process import inputs, sealing
from cidesign.ui.process.closer import closer
from cidesign.views.process import view as process
from cidesign.views.process import words

page = ui.open_page("process")
if page.bundle.workshop.has_a_backbone:
    not_needed(page)
    ui.end()

with ui.calmly(say("Nothing was changed. Mend the file and open the bundle again.")):
    view = ui.remembered(
        page, "process.view", lambda: process.process_view(page.bundle, page.catalog)
    )

ui.question(page.question, words.note(view))
with ui.answer(*ui.decided(page, words.answer(view), words.and_line(view))):
    inputs.begin(page, view)

inputs.defaults(page, view)
st.space("small")
inputs.mode(page, view)

if view.rules:
    st.space("small")
    ui.evidence(
        words.criteria_claim(view),
        words.weights_note(view),
        ui.remembered(
            page, "process.weights", lambda: weights.draw(view.criteria, mode=page.mode), page.mode
        ),
        alt=weights.alt(view.criteria),
        key="process.weights",
    )
    inputs.voice(page)
    inputs.fitness(page, view)
ui.layers(page, closer(page, view))
if view.rules:
    sealing.seal(page, view)
