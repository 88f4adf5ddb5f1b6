"""What will we need over the years, and when does the money run out?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import reserve
from cidesign.text import say
from cidesign.ui.kit import solving
from cidesign.ui.outlook import carrying, deciding, inputs
from cidesign.ui.outlook.closer import closer
from cidesign.views.outlook import words

page = ui.open_page("outlook")
years = page.bundle.outlook

if page.bundle.plan is None or years is None:
    ui.question(page.question)
    if page.bundle.plan is None:
        with ui.answer(
            say("There is no plan yet."),
            say("The years ahead start from the first year's team and purchases."),
        ):
            ui.go_to_change("team", say("Make a plan first"))
    else:
        inputs.begin(page)
    ui.end()

with ui.calmly(say("The years are shown again once this is mended; nothing was changed.")):
    view = solving.years_of(page)

carried, under_way = None, False
if view.plan:
    carried = carrying.known(page, view.plan, years)
    under_way = carrying.goes_on(page, view.plan, years)

ui.question(page.question, words.about(page.bundle, years, view.spent))
said = words.and_line(view, carried, under_way=under_way)
with ui.answer(*ui.decided(page, words.answer(view, carried), said)):
    if not view.rows:
        ui.go("team", say("Go to Team and budget"))
    elif view.kept and not view.kept.there.promised:
        carrying.say_who_pays()
    elif view.plan and carried is None and not under_way:
        carrying.button(page, view.plan, years, primary=True)
    if view.plan and under_way:
        carrying.progress(page, view.plan, years)
inputs.few(page, years)

if view.rows:
    st.space("small")
    ui.evidence(
        words.cash_claim(view),
        say("Free cash at each month's end. No uncertainty yet."),
        ui.remembered(
            page, "outlook.reserve", lambda: reserve.draw(view.outlook, mode=page.mode), page.mode
        ),
        alt=reserve.alt(view.outlook),
        key="outlook.reserve_chart",
    )
ui.layers(page, closer(page, years, view))
if not view.rows:
    ui.end()

st.space("small")
ui.decision(page, deciding.ask(view, carried))
