"""Where does every number come from, and how is each result computed?"""

import streamlit as st

from cidesign import ui
from cidesign.text import say
from cidesign.ui.sources import inputs, reading
from cidesign.views.sources import view as sources

page = ui.open_page("sources")
view = ui.remembered(page, "sources.view", lambda: sources.sources_view(page.catalog))

ui.question(
    page.question,
    say(
        "Our own data, the same for every workshop. What you enter yourselves stands in your "
        "bundle."
    ),
)
ui.answer(sources.answer(view), sources.and_line(view))

ui.heading(
    say("Every figure, assumptions first"),
    say("Usual value, honest bounds, when it was true, and what it rests on."),
)
inputs.figures(page, view)
reading.all_sources(page)

st.space("small")
ui.heading(
    say("How each result is computed"),
    say("No result is a verdict: each is a way to look, and you decide."),
)
reading.methods(page)
reading.open_choices(page)

st.space("small")
ui.heading(say("What is not in here"))
reading.limits(page)

st.space("small")
ui.heading(say("Words and other initiatives"))
reading.glossary(page)
reading.initiatives(page)
ui.prompts(page, "sources")
