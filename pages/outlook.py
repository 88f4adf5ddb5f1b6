"""What will we need over the years, and when does the money run out?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import need_capacity, reserve
from cidesign.text import say
from cidesign.ui.kit import solving
from cidesign.ui.outlook import inputs
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
            ui.go("team", say("Make a plan first"))
    else:
        inputs.begin(page)
    st.stop()

with ui.calmly(say("The years are shown again once this is mended; nothing was changed.")):
    view = solving.years_of(page)

ui.question(page.question, words.about(page.bundle, years))
with ui.answer(*ui.decided(page, words.answer(view), words.and_line(view))):
    if not view.rows:
        ui.go("team", say("Go to Team and budget"))
inputs.few(page, years)

if not view.rows:
    inputs.everything(page, years)
    st.stop()

st.space("small")
labels = [row.label for row in view.rows]
left, right = st.columns(2, gap="large")
with left:
    ui.evidence(
        words.cash_claim(view),
        say("Free cash at each month's end. No uncertainty yet."),
        ui.remembered(
            page, "outlook.reserve", lambda: reserve.draw(view.outlook, mode=page.mode), page.mode
        ),
        alt=reserve.alt(view.outlook),
        key="outlook.reserve_chart",
        rows=ui.remembered(page, "outlook.cash_rows", lambda: reserve.table(view.outlook)),
    )
with right:
    ui.evidence(
        words.work_claim(view),
        say("Hours a month. Solid: covered; hatched: not."),
        ui.remembered(
            page,
            "outlook.work",
            lambda: need_capacity.draw(view.outlook, labels, mode=page.mode),
            page.mode,
        ),
        alt=need_capacity.alt(view.outlook, labels),
        key="outlook.work_chart",
        rows=ui.remembered(
            page, "outlook.work_rows", lambda: need_capacity.table(view.outlook, labels)
        ),
    )
ui.as_table(
    ui.remembered(page, "outlook.months", lambda: words.first_months(view)),
    say("The first year, month by month"),
)

inputs.everything(page, years)

if view.warnings:
    st.space("small")
    ui.heading(say("What to watch"))
    ui.sentences(view.warnings[:3])
    if view.warnings[3:]:
        with st.expander(say("More to watch")):
            ui.sentences(view.warnings[3:])

st.space("small")
ui.heading(say("What this rests on, and what is not in it yet"))
ui.sentences((*view.assumptions, *words.not_yet()))

ui.prompts(page, "outlook")
st.space("small")
ask = say("What we raise, by when, and what we do if it fails")
ui.decision(
    page,
    ui.Ask(
        what=say("We plan the years ahead on these figures."),
        because=ask,
        figures=words.figures(view),
    ),
)
