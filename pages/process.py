"""How do we choose a host?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import timetable, weights
from cidesign.text import say
from cidesign.ui.kit.not_needed import not_needed
from cidesign.ui.process import criteria as criteria_inputs
from cidesign.ui.process import inputs, sealing, weighing
from cidesign.views.process import view as process
from cidesign.views.process import words
from cidesign.views.process.timetable import real_selections

page = ui.open_page("process")
if page.bundle.workshop.has_a_backbone:
    not_needed(page)
    st.stop()

with ui.calmly(say("Nothing was changed. Mend the file and open the bundle again.")):
    view = ui.remembered(
        page, "process.view", lambda: process.process_view(page.bundle, page.catalog)
    )

ui.question(page.question, words.note(view))
with ui.answer(*ui.decided(page, words.answer(view), words.and_line(view))):
    inputs.begin(page, view)

st.space("small")
inputs.mode(page, view)

st.space("small")
rows = view.table.rows
ui.evidence(
    words.table_claim(view),
    words.table_note(view),
    ui.remembered(page, "process.table", lambda: timetable.draw(rows, mode=page.mode), page.mode),
    alt=timetable.alt(rows),
    key="process.timetable",
    rows=ui.remembered(page, "process.table.rows", lambda: timetable.table(rows)),
)
inputs.weeks(page, view)
if others := ui.remembered(page, "process.others", lambda: real_selections(page.catalog)):
    ui.as_table(others, say("How long it took others"))

if view.rules is None:
    ui.prompts(page, "process")
    st.stop()

st.space("small")
left, right = st.columns(2, gap="large")
with left:
    ui.evidence(
        words.criteria_claim(view),
        words.weights_note(view),
        ui.remembered(
            page, "process.weights", lambda: weights.draw(view.criteria, mode=page.mode), page.mode
        ),
        alt=weights.alt(view.criteria),
        key="process.weights",
        rows=ui.remembered(page, "process.weights.rows", lambda: weights.table(view.criteria)),
    )
with right:
    ui.heading(say("What each level means"), say("Open a criterion to read its levels."))
    criteria_inputs.read(page, view)
criteria_inputs.change(page, view)

member = weighing.weigh(page, view)
group = (
    ui.remembered(page, "process.group", lambda: process.group_rows(page.bundle)) if member else ()
)
if group:
    figure = ui.remembered(
        page, "process.group.figure", lambda: weights.draw(group, mode=page.mode), page.mode
    )
    note = say("Bar: the middle of the members. Line: from the smallest to the largest share.")
    ui.evidence(
        say("What the group gives"),
        note,
        figure,
        alt=weights.alt(group),
        key="process.group",
        rows=weights.table(group),
    )
    weighing.use_the_group(page)
elif member:
    weighing.too_few()

st.space("small")
ui.heading(
    say("How scores become a result"), say("Fixed with the seal, printed in memo and letters.")
)
criteria_inputs.settings(page, view)

inputs.fitness(page, view)
ui.prompts(page, "process")
sealing.seal(page, view)
