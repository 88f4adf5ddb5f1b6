"""Who leads, and by how much?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import points
from cidesign.steps import compare_words as words
from cidesign.steps.letters import shown_as_letters
from cidesign.text import say

page = ui.open_page("compare", "Compare")
seal = (page.bundle.rules.seal or {}) if page.bundle.rules else {}

with ui.calmly(say("Nothing was changed. Mend the file and open the bundle again.")):
    view = words.shown_view(page.bundle, page.catalog)

ui.question(
    say("Who leads, and by how much?"),
    "" if view.missing else words.note(view, ui.day(str(seal.get("at", ""))), letters=shown_as_letters(page.bundle)),
)
ui.answer(words.answer(view), words.and_line(view))

if view.missing:
    ui.empty(
        say("See how it looks."),
        say("An example has candidates, scores and a result."),
        page="pages/overview.py",
        label=say("Open an example"),
    )
    st.stop()

st.space("small")
ui.evidence(
    words.claim(view),
    words.reading(view, points.MOST, sealed=bool(seal)),
    points.draw(view.criteria, view.rows, mode=page.mode),
    alt=f"{words.answer(view)} {words.and_line(view)}",
    key="compare.points",
    rows=words.table(view),
)
st.markdown(ui.small(ui.plain(words.raters(view))))

if view.unranked:
    ui.heading(say("Without a rank"), say("Points are shown where there are any; the reason decides."))
    ui.sentences(words.without_rank(view))
if words.to_know(view):
    ui.heading(say("Know this before you choose"))
    ui.sentences(words.to_know(view))

ui.prompts(page, "compare")
st.space("small")
ui.decision(
    page,
    ui.Ask(
        choices={row.id: row.label for row in view.ranked},
        first=tuple(row.id for row in view.leaders),
        hint=say("Two or three sentences the candidates will read."),
        figures={"round": view.round, "answer": words.answer(view), "points": words.totals(view)},
    ),
)
