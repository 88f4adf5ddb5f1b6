"""Who are we, is collective impact the right form, how ready are we?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import readiness
from cidesign.text import say
from cidesign.ui.initiative import inputs
from cidesign.ui.kit.worth_knowing import worth_knowing
from cidesign.views.initiative import advice, words
from cidesign.views.initiative.view import initiative_view

page = ui.open_page("initiative")

with ui.calmly(say("Nothing was changed. Mend workshop.yaml and open the bundle again.")):
    view = ui.remembered(
        page, "initiative.view", lambda: initiative_view(page.bundle, page.catalog)
    )

ui.question(page.question, words.note(view))
with ui.answer(words.answer(view), words.and_line(view)):
    if view.initiative.existing_backbone == "yes":
        ui.go("team", say("Plan its team"))
inputs.backbone(page)

if view.initiative.existing_backbone == "several":
    ui.heading(say("Several backbones: what to do"), advice.several_note(page.catalog))
    ui.sentences(advice.several_lines())

st.space("small")
inputs.everything(page, view)

if view.conditions.answered or view.readiness.answered:
    st.space("small")
    left, right = st.columns(2, gap="large")
    conditions, signs = words.rows(view.conditions, view), words.rows(view.readiness, view)
    with left:
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
            rows=readiness.table(conditions),
        )
    with right:
        ui.evidence(
            words.readiness_claim(view),
            say("Your answers, 0 to 4. Weak: 0 or 1."),
            ui.remembered(
                page, "initiative.signs", lambda: readiness.draw(signs, mode=page.mode), page.mode
            ),
            alt=readiness.alt(signs),
            key="initiative.signs",
            rows=readiness.table(signs),
        )

if words.to_do_first(view):
    st.space("small")
    ui.heading(
        say("What to do first"),
        say("Weakest first: what a start needs, then conditions, then principles."),
    )
    ui.sentences(words.to_do_first(view))

st.space("small")
with st.expander(say("A lean start: part-time, in kind or shared"), expanded=view.begin_lean):
    ui.sentences(advice.lean_lines(view.lean))
with st.expander(advice.forms_claim(view), expanded=view.another_form):
    ui.rows_as_table(advice.form_rows(view))
worth_knowing(page, "equity", say("Questions of equity"))
worth_knowing(page, "leadership", say("What leaders of a backbone need"))
worth_knowing(page, "collective_activity", say("What such initiatives do together"))
worth_knowing(page, "pathway", say("What holds a common path together"))
with st.expander(say("Where these questions come from")):
    ui.sentences(advice.source_lines(view, page.catalog))
ui.prompts(page, "initiative")

st.space("small")
ui.decision(
    page,
    ui.Ask(
        choices=words.paths(view),
        label=say("Our way"),
        first=words.advised_paths(view),
        figures=words.figures(view),
    ),
)
