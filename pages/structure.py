"""Which backbone structure fits us, and what must we watch?"""

import streamlit as st

from cidesign import ui
from cidesign.acts.choose_structure import ChooseStructure
from cidesign.charts import structure_fit
from cidesign.text import say
from cidesign.ui.structure import inputs, reading
from cidesign.ui.structure.closer import closer
from cidesign.views.structure import words
from cidesign.views.structure.page import structure_page
from cidesign.views.structure.sets import usual_benefits

page = ui.open_page("structure")
with ui.calmly(say("Nothing was changed. Mend structure.yaml and open the bundle again.")):
    shown = ui.remembered(page, "structure.page", lambda: structure_page(page.bundle, page.catalog))
view = shown.view

ui.question(page.question, words.note(view))
ui.answer(*ui.decided(page, shown.answer, shown.and_line, first=words.first(view)))
inputs.onward(page)
if shown.warnings:
    st.warning(ui.plain(" ".join(shown.warnings)), icon=":material/groups:")

ui.heading(
    say("How much does each of these matter to us?"),
    say("0 is not at all, 4 is decisive. Saved as you choose."),
)
ui.questions(page, shown.first)
st.space("small")
names, strong = (
    {row.id: row.label for row in view.fits},
    {row.id: words.strengths(row) for row in view.fits},
)
figure = ui.remembered(
    page,
    "structure.fit",
    lambda: structure_fit.draw(view.raw[: words.SHOWN], names, strong, mode=page.mode),
    page.mode,
)
ui.evidence(
    words.claim(view),
    words.reading(view),
    figure,
    alt=f"{shown.answer} {shown.and_line}",
    key="structure.fit",
)
ui.layers(page, closer(page, shown))

st.space("small")
ui.decision(
    page,
    ui.Ask(
        choices=names,
        label=say("Our backbone will be"),
        first=words.first(view),
        figures={"points": words.figures(view), "answer": words.answer(view)},
        act=ChooseStructure,
        more=usual_benefits(page.catalog),
        shows=lambda id: reading.examples(page, view, id),
    ),
)
