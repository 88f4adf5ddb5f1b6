"""Who is here, who is done, and what happens next?"""

import streamlit as st

from cidesign import ui
from cidesign.report.links import links_sheet
from cidesign.ui.kit import projector, who
from cidesign.ui.room import door, links, live, rehearsal
from cidesign.ui.room.closer import closer
from cidesign.ui.room.stage import begins_anew, stage, to_the_result
from cidesign.ui.room.timer import timer
from cidesign.ui.room.wall import wall
from cidesign.views.room import words

page = ui.open_page("room")
begins_anew(page)
if who.is_shared() and projector.is_on():
    wall(page)
    ui.end()

held = live.rehearsal(page)
ui.question(page.question, words.note(page.bundle))
if not who.is_shared():
    ui.answer(*words.alone())
elif who.facilitates():
    live.answer(page)
    st.space("small")
    next_box, clock = st.columns([6, 5], gap="large")
    with next_box:
        stage(page)
    with clock:
        timer(page)
    rehearsal.rehearsal(page, held)
    live.everybody(page)
    st.space("small")
    links.for_all(page, links_sheet)
    door.code(page)
    projector.link("room")
else:
    live.answer_and_time(page)
    to_the_result(page)
    rehearsal.for_the_others(page, held)
ui.layers(page, closer(page, links_sheet))
