"""How do I rate them? A member's sheet, made for a phone."""

import streamlit as st

from cidesign import ui
from cidesign.acts.sheets import raters, steps_aside_for
from cidesign.text import say
from cidesign.ui.kit.not_needed import not_needed
from cidesign.ui.score import bar, round
from cidesign.ui.score import sheet as score_sheet
from cidesign.views.score import words

page = ui.open_page("score")
bundle = page.bundle
if bundle.workshop.has_a_backbone:
    not_needed(page)
    st.stop()

me = round.me(page) if bundle.workshop.round_is_open else ""
sheets = (
    ui.remembered(page, "score.mine", lambda: words.shown_sheets(bundle, me, page.catalog), me)
    if me
    else ()
)
where = bar.at()
shown = next((one for one in sheets if where and one.candidate.id == where[0]), None)
if shown and where:
    score_sheet.sheet(page, me, shown, where[1])
    st.stop()

ui.question(page.question, words.note(bundle))
waits = words.waits_for(bundle)
if me:
    name = raters(bundle)[me]
    ui.answer(words.mine(sheets, name), words.mine_more(sheets, steps_aside_for(bundle, me)))
else:
    with ui.answer(
        *ui.remembered(page, "score.answer", lambda: (words.answer(bundle), words.and_line(bundle)))
    ):
        if waits:
            ui.go(waits, say("Go there"))
if waits:
    ui.locked(
        say("Not open"),
        say("Nobody scores before the rule sheet is sealed and the candidates are known."),
    )
    st.stop()

st.space("small")
if bundle.workshop.round_is_open:
    round.who(page)
    if me:
        round.mine(page, me, sheets)
else:
    ui.locked(*words.closed_state(bundle))
    if words.can_decide(bundle):
        ui.go("compare", say("To the comparison"))

st.space("small")
round.facilitator(page)
ui.prompts(page, "score")
if words.can_decide(bundle):
    st.space("small")
    ui.decision(
        page,
        ui.Ask(
            what=words.decides(bundle),
            because=say("We go on because"),
            figures=words.figures(bundle),
        ),
    )
