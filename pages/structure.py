"""Which backbone structure fits us, and what must we watch?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import structure_fit
from cidesign.steps import structure_words as words
from cidesign.steps.deciding import with_structure
from cidesign.steps.structure import structure_view
from cidesign.text import say, say_count

page = ui.open_page("structure", "Structure")

with ui.calmly(say("Nothing was changed. Mend structure.yaml and open the bundle again.")):
    view = structure_view(page.bundle, catalog=page.catalog)

ui.question(say("Which backbone structure fits us, and what must we watch?"), words.note(view))
ui.answer(words.answer(view), words.and_line(view))

ui.heading(say("How much does each of these matter to us?"), say("0 is not at all, 4 is decisive. Saved as you choose."))
first, more = view.about("structure")[:4], view.about("structure")[4:]
ui.questions(page, first)
if more:
    with st.expander(say_count("{number} more question", "{number} more questions", len(more), number=ui.count(len(more), opening=True))):
        ui.questions(page, more)

st.space("small")
ui.evidence(
    words.claim(view),
    words.reading(view),
    structure_fit.draw(
        view.raw, {row.id: row.label for row in view.fits}, {row.id: words.strengths(row) for row in view.fits}, mode=page.mode
    ),
    alt=f"{words.answer(view)} {words.and_line(view)}",
    key="structure.fit",
    rows=words.table(view),
)

st.space("small")
why, watch = st.columns(2, gap="large")
with why:
    ui.heading(say("Why it fits"), view.best.what)
    ui.sentences(view.best.because)
with watch:
    ui.heading(say("What to watch"), say("What can go wrong with: {label}", label=view.best.label))
    ui.sentences(words.watch(view.best))

with st.expander(say("The other structures, for and against")):
    for row in view.fits[1:]:
        ui.heading(f"{row.label}: {ui.points(row.points)}", row.what)
        ui.sentences(words.against_and_for(row))
with st.expander(say("How others did it")):
    ui.rows_as_table(words.cases(view))

st.space("small")
ui.heading(words.mode_claim(view), words.mode_note(view))
ui.sentences(view.mode_because)
with st.expander(say("The questions behind this advice, and the other ways")):
    ui.questions(page, view.about("mode"))
    ui.rows_as_table(words.modes(view))

st.space("small")
with st.expander(say("Where these levels come from")):
    ui.rows_as_table(words.levels(view.best))
    ui.sentences(words.sources(view))

ui.prompts(page, "structure")
st.space("small")
ui.decision(
    page,
    ui.Ask(
        choices={row.id: row.label for row in view.fits},
        label=say("Our backbone will be"),
        first=tuple(row.id for row in view.fits if row.points == view.best.points),
        figures={"points": words.figures(view), "answer": words.answer(view)},
        also=with_structure,
    ),
)
