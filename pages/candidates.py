"""Who applied, who is eligible, who has a conflict?"""

import streamlit as st

from cidesign import ui
from cidesign.text import say
from cidesign.ui.candidates import conflicts as conflict_inputs
from cidesign.ui.candidates import inputs
from cidesign.ui.candidates.closer import closer
from cidesign.ui.kit.not_needed import not_needed
from cidesign.views.candidates import words
from cidesign.views.candidates.view import candidates_view

page = ui.open_page("candidates")
if page.bundle.workshop.has_a_backbone:
    not_needed(page)
    ui.end()

view = ui.remembered(page, "candidates.view", lambda: candidates_view(page.bundle, page.catalog))
ui.question(page.question, words.note(view))
with ui.answer(words.answer(view), words.and_line(view)):
    if not view.lines:
        inputs.add_button(page, primary=True)
for warning in words.warnings(view):
    st.warning(ui.plain(warning), icon=":material/lock_open:")
if view.lines and not view.sealed and not view.scored:
    ui.go_to_change("process", say("Seal the rules"))

st.space("small")
if view.lines:
    ui.heading(say("Who applied"), say("Who may be chosen is decided before anybody scores."))
inputs.listed(page, view)

if view.lines:
    st.space("small")
    conflict_inputs.conflicts(page, view)
else:
    ui.an_example(say("An example has candidates, conflicts and scores."))

ui.layers(page, closer(page, view))
st.space("small")
if view.lines:
    ui.decision(
        page,
        ui.Ask(
            what=words.decides(view),
            because=say("We let them go on because"),
            figures=words.figures(view),
        ),
    )
