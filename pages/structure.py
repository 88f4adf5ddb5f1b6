"""Which backbone structure fits us, and what must we watch?"""

import streamlit as st

from cidesign import ui
from cidesign.acts.choose_structure import ChooseStructure
from cidesign.charts import initiative_map, structure_fit
from cidesign.text import say
from cidesign.ui.structure import inputs, reading
from cidesign.views.structure import words
from cidesign.views.structure.map import map_note
from cidesign.views.structure.near import near_heading, near_view
from cidesign.views.structure.page import structure_page
from cidesign.views.structure.six import six_heading

page = ui.open_page("structure")
with ui.calmly(say("Nothing was changed. Mend structure.yaml and open the bundle again.")):
    shown = ui.remembered(page, "structure.page", lambda: structure_page(page.bundle, page.catalog))
view = shown.view

ui.question(page.question, words.note(view))
ui.answer(*ui.decided(page, shown.answer, shown.and_line, first=words.first(view)))
inputs.onward(page)

ui.heading(
    say("How much does each of these matter to us?"),
    say("0 is not at all, 4 is decisive. Saved as you choose."),
)
ui.questions(page, shown.first)
inputs.more_questions(page, shown.more)

st.space("small")
names, strong = (
    {row.id: row.label for row in view.fits},
    {row.id: words.strengths(row) for row in view.fits},
)
figure = ui.remembered(
    page,
    "structure.fit",
    lambda: structure_fit.draw(view.raw, names, strong, mode=page.mode),
    page.mode,
)
ui.evidence(
    words.claim(view),
    words.reading(view),
    figure,
    alt=f"{shown.answer} {shown.and_line}",
    key="structure.fit",
)
reading.levels(page, view)

st.space("small")
why, watch = st.columns(2, gap="large")
with why:
    ui.heading(say("Why it fits"), view.best.what)
    ui.sentences(view.best.because)
with watch:
    ui.heading(say("What to watch"), say("What can go wrong with: {label}", label=view.best.label))
    ui.sentences(words.watch(view.best))
reading.others(page, view)
reading.functions(page)

st.space("small")
ui.heading(
    six_heading(shown.six),
    say("They belong to the structure. Any answer is as good as the suggested ones."),
)
inputs.six(page, shown.six)
inputs.way_to("process", words.mode_claim(view))

st.space("small")
ui.heading(say("The map of our initiative"), map_note(shown.map))
figure = ui.remembered(
    page, "structure.map", lambda: initiative_map.draw(shown.map, mode=page.mode), page.mode
)
with st.container(width=560):
    ui.chart(figure, alt=initiative_map.alt(shown.map), key="structure.map")
reading.map_rows(page, lambda: initiative_map.table(shown.map))

st.space("small")
inputs.arrangement(page, shown.variants, shown.hosts)

st.space("small")
told = say("Comparing with real initiatives, a second or two …")
near = ui.remembered(
    page, "structure.nearest", lambda: near_view(page.bundle, page.catalog), meanwhile=told
)
ui.heading(near_heading(near), near.reading)
ui.blocks(page, "structure.near", lambda: near.blocks)
reading.cases(page, view)
ui.prompts(page, "structure")

st.space("small")
ui.decision(
    page,
    ui.Ask(
        choices=names,
        label=say("Our backbone will be"),
        first=words.first(view),
        figures={"points": words.figures(view), "answer": words.answer(view)},
        act=ChooseStructure,
    ),
)
