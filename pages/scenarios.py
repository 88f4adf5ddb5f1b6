"""What does more or less money buy, and which host or rule costs us what?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import next_dollars
from cidesign.charts import scenarios as chart
from cidesign.text import say
from cidesign.ui.kit import solving
from cidesign.ui.kit.worth_knowing import paid_for
from cidesign.ui.scenarios import evidence, inputs
from cidesign.views.scenarios import costs, view, words
from cidesign.views.team import terms

page = ui.open_page("scenarios")
bundle, catalog, solve = page.bundle, page.catalog, solving.solve

with ui.calmly(say("The scenarios are shown again once this is mended; nothing was changed.")):
    known = ui.remembered(page, "scenarios.options", lambda: view.options(bundle, catalog))
if not known:
    ui.question(page.question)
    with ui.answer(
        say("There is no plan yet."),
        say("Scenarios change a few figures of our plan, so a plan comes first."),
    ):
        ui.go("team", say("Make a plan first"))
    st.stop()

plan, functions = known[0].plan, catalog.labels.functions
ui.question(page.question, terms.about(bundle, catalog, host=terms.chosen_host(bundle)))
card = st.container()
chosen = inputs.beside(known)
told = say("Solving each plan, a second or two …")
with card:
    sides = ui.remembered(
        page,
        "scenarios.sides",
        lambda: view.compared(known, chosen, solve=solve),
        chosen,
        meanwhile=told,
    )
    ui.answer(words.answer(sides), words.and_line(sides, functions))
ui.rows_as_table(words.rows(sides, functions))

st.space("small")
ui.heading(
    say("Ask about one function"),
    say("The best plan at that budget, by our rules and on our terms above."),
)
function, usd = inputs.one_function(functions, words.lowest(sides))
evidence.one_function(page, plan, function, usd)

st.space("small")
drawn = [chart.Plan(side.option.label, side.found.coverage or {}) for side in sides]
figure = ui.remembered(
    page, "scenarios.chart", lambda: chart.draw(drawn, functions, mode=page.mode), chosen, page.mode
)
note = say("Share of the hours needed. Our plan comes first, in bold.")
alt, rows = chart.alt(drawn, functions), chart.table(drawn, functions)
ui.evidence(
    say("What each function gets"), note, figure, alt=alt, key="scenarios.functions", rows=rows
)
if chosen:
    ui.heading(say("What differs from ours"))
    ui.sentences(words.differences(sides, catalog.labels))

st.space("small")
left, right = st.columns(2, gap="large")
with left:
    evidence.rules(page, known)
with right:
    evidence.hosts(page, known)

st.space("small")
told, budget = say("Solving fifteen budgets, a few seconds …"), float(plan.funding.budget_usd)
points = ui.remembered(
    page, "scenarios.steps", lambda: view.frontier(plan, solve=solve), meanwhile=told
)
figure = ui.remembered(
    page, "scenarios.line", lambda: next_dollars.draw(points, budget, mode=page.mode), page.mode
)
note = say("Score of the best plan at each budget, of 100.")
ui.evidence(
    costs.step_claim(points, budget),
    note,
    figure,
    alt=next_dollars.alt(points, budget),
    key="scenarios.line",
)
ui.as_table(
    ui.remembered(page, "scenarios.step_rows", lambda: costs.step_rows(points, functions)),
    say("What each $25,000 add"),
)

st.space("small")
left, right = st.columns(2, gap="large")
with left:
    evidence.commitment(page)
with right:
    evidence.usual(page, plan)

st.space("small")
ui.heading(
    say("Saved scenarios"),
    say("Each changes a few figures of our plan; the rest follows our plan."),
)
inputs.saved(page, known)
paid_for(page)
ui.prompts(page, "scenarios")
ui.decision(
    page,
    ui.Ask(
        what=words.decides(sides[0]),
        because=say("We plan for this because"),
        figures=words.figures(sides),
    ),
)
