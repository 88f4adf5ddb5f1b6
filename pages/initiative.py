"""Who are we, is collective impact the right form, how ready are we?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import readiness
from cidesign.text import say
from cidesign.ui.initiative import inputs
from cidesign.ui.initiative.backbones import backbones
from cidesign.ui.initiative.closer import closer
from cidesign.ui.initiative.deciding import way
from cidesign.views.initiative import words
from cidesign.views.initiative.view import initiative_view

page = ui.open_page("initiative")
ui.at_the_top("initiative", inputs.turned())

with ui.calmly(say("Nothing was changed. Mend workshop.yaml and open the bundle again.")):
    view = ui.remembered(
        page, "initiative.view", lambda: initiative_view(page.bundle, page.catalog)
    )

if page.bundle.workshop.seeks_a_person:
    st.space("small")
    inputs.committee(page, view)
    ui.end()

ui.question(page.question, words.note(view))
with ui.answer(words.answer(view), words.and_line(view)):
    if view.initiative.existing_backbone == "yes":
        ui.go_to_change("team", say("Plan its team"))
inputs.backbone(page)

if view.initiative.existing_backbone == "several":
    backbones(page)

st.space("small")
inputs.everything(page, view)

if view.conditions.answered:
    st.space("small")
    conditions = words.rows(view.conditions, view)
    ui.evidence(
        words.conditions_claim(view),
        say("Your answers, 0 to 4. In place: 3 or 4."),
        ui.remembered(
            page,
            "initiative.conditions",
            lambda: readiness.draw(conditions, mode=page.mode),
            page.mode,
        ),
        alt=readiness.alt(conditions),
        key="initiative.conditions",
    )
ui.layers(page, closer(page, view))

st.space("small")
ui.decision(page, way(page, view))
