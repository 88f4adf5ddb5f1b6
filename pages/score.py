"""How do I rate them? A member's sheet, made for a phone."""

import streamlit as st

from cidesign import ui
from cidesign.text import say
from cidesign.ui.kit.not_needed import not_needed
from cidesign.ui.room import rehearsal
from cidesign.ui.score import bar, round
from cidesign.ui.score import sheet as score_sheet
from cidesign.ui.score.facilitator import facilitator
from cidesign.views.score import words

page = ui.open_page("score")
bundle = page.bundle
if bundle.workshop.has_a_backbone:
    not_needed(page)
    ui.end()

me = round.me(page) if bundle.workshop.round_is_open else ""
sheets = (
    ui.remembered(page, "score.mine", lambda: words.shown_sheets(bundle, me, page.catalog), me)
    if me
    else ()
)
where = bar.at()
shown = next((one for one in sheets if where and one.candidate.id == where[0]), None)
ui.at_the_top("score", (me, where if shown else None))
if shown and where:
    score_sheet.sheet(page, me, sheets, shown, where[1])
    ui.end()

ui.question(page.question, words.note(bundle))
waits = words.waits_for(bundle)
if me:
    ui.answer(words.mine(bundle, me, sheets), words.mine_more(bundle, me, sheets))
else:
    with ui.answer(
        *ui.remembered(page, "score.answer", lambda: (words.answer(bundle), words.and_line(bundle)))
    ):
        if waits:
            ui.go_to_change(waits, say("Go there"))
if rehearsal.is_open_for_me(page):
    rehearsal.notice()
if waits:
    ui.locked(
        say("Not open"),
        say("Nobody scores before the rule sheet is sealed and the candidates are known."),
    )
    ui.end()

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
facilitator(page)
ui.layers(page, ())
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
