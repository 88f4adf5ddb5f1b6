"""What does more or less money buy, and which host or rule costs us what?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import scenarios as chart
from cidesign.text import say
from cidesign.ui.scenarios import beside, funder, inputs
from cidesign.ui.scenarios.closer import closer
from cidesign.ui.scenarios.what_if import what_if_part
from cidesign.views.scenarios import view
from cidesign.views.team import terms

page = ui.open_page("scenarios")
bundle, catalog, for_funder = page.bundle, page.catalog, funder.is_on()
if for_funder:
    funder.dress()

with ui.calmly(say("The scenarios are shown again once this is mended; nothing was changed.")):
    known = ui.remembered(page, "scenarios.options", lambda: view.options(bundle, catalog))
if not known:
    ui.question(page.question)
    with ui.answer(
        say("There is no plan yet."),
        say("Scenarios change a few figures of our plan, so a plan comes first."),
    ):
        ui.go_to_change("team", say("Make a plan first"))
    ui.end()

plan, functions = known[0].plan, catalog.labels.functions
ui.question(page.question, terms.about(bundle, catalog, host=terms.chosen_host(bundle)))
card = st.container()
chosen = inputs.beside(known, asking=not for_funder)
with card:
    sides = beside.sides(page, known, chosen)
    told = beside.told(page, sides)
    ui.answer(told.answer, told.and_line)
beside.side_by_side(page, sides)
if not for_funder:
    what_if_part(page, known)

drawn = [chart.Plan(side.option.label, side.found.coverage or {}) for side in sides]
figure = ui.remembered(
    page, "scenarios.chart", lambda: chart.draw(drawn, functions, mode=page.mode), chosen, page.mode
)
alt = chart.alt(drawn, functions)
ui.evidence(say("What each function gets"), told.note, figure, alt=alt, key="scenarios.functions")
if for_funder:
    funder.ending(page, chosen, sides)
    ui.end()
ui.layers(page, closer(page, known, sides, drawn))

st.space("small")
ui.decision(
    page,
    ui.Ask(
        what=told.decides,
        because=say("We plan for this because"),
        figures=told.figures,
    ),
)
