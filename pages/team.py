"""Whom do we hire, what do we buy, and what does each function get, for this budget?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import budget_range, functions, hires, next_dollars
from cidesign.text import say
from cidesign.ui.kit.worth_knowing import other_years, worth_knowing
from cidesign.ui.team import evidence as team_evidence
from cidesign.ui.team import figures as team_figures
from cidesign.ui.team import inputs
from cidesign.views.team import pay, terms, words

page = ui.open_page("team")
top, card, money = st.container(), st.container(), st.container()
phase = st.container()
host = inputs.host(page, terms.hosts(page.bundle), terms.chosen_host(page.bundle))
with top:
    ui.question(
        page.question,
        terms.about(page.bundle, page.catalog, host=host),
    )

with card, ui.calmly(say("The plan is shown again once this is mended; nothing was changed.")):
    made = team_evidence.view(page, host)

if made is None:
    with card:
        inputs.no_plan(page)
    st.stop()

view, labels = made, made.labels
with card:
    answered = ui.answer(*ui.decided(page, view.answer, view.and_line), bold=view.bold)
with money:
    inputs.budget(
        page, view.budget_usd, view.budgets, view.less_usd, view.more_usd, view.price_year
    )
    figure = ui.remembered(
        page,
        "team.range",
        lambda: budget_range.draw(float(view.budget_usd), view.ranges, view.scale, mode=page.mode),
        host,
        page.mode,
    )
    ui.chart(figure, alt=budget_range.alt(float(view.budget_usd), view.ranges), key="team.ranges")
    st.markdown(ui.small(ui.plain(view.ranges_note)))
with phase:
    inputs.phase(page)

if not view.found.found:
    inputs.only_ways_out(page, view, first_in=answered)
    team_figures.everything(page)
    st.stop()

st.space("small")
left, right = st.columns(2, gap="large")
with left:
    figure = ui.remembered(
        page,
        "team.hires",
        lambda: hires.draw(view.plan, view.found, labels.roles, mode=page.mode),
        host,
        page.mode,
    )
    alt = hires.alt(view.plan, view.found, labels.roles)
    note = f"{words.squares_note(view.plan)} {pay.benefits_note()}"
    ui.evidence(say("Whom we hire"), note, figure, alt=alt, key="team.hires")
    st.markdown(
        ui.small(
            ui.plain(
                f"{words.bought(view.found, labels.lines)} "
                f"{words.unassigned(view.found, labels.roles)}"
            )
        )
    )
    team_evidence.paid(page, view, host)
with right:
    figure = ui.remembered(
        page,
        "team.functions",
        lambda: functions.draw(view.plan, view.found, labels.functions, mode=page.mode),
        host,
        page.mode,
    )
    alt, rows = (
        functions.alt(view.found, labels.functions),
        functions.table(view.plan, view.found, labels.functions),
    )
    ui.evidence(
        say("What each function gets"),
        words.floor_note(view.plan),
        figure,
        alt=alt,
        key="team.functions",
        rows=rows,
    )

st.space("small")
left, right = st.columns(2, gap="large")
with left:
    team_evidence.holds_back(page, view, host)
with right:
    points, more = team_evidence.next_money(page, view, host)
    figure = ui.remembered(
        page,
        "team.next",
        lambda: next_dollars.draw(points, float(view.budget_usd), mode=page.mode),
        host,
        page.mode,
    )
    alt = next_dollars.alt(points, float(view.budget_usd))
    note = say("Score of the best plan at each budget, of 100.")
    ui.evidence(more.heading, note, figure, alt=alt, key="team.next")
    st.markdown(ui.small(ui.plain(" ".join(more.details))))
    ui.as_table(next_dollars.table(points))

team_figures.everything(page)
worth_knowing(page, "forgotten_cost", say("What committees forget to budget"))
other_years(page)
st.markdown(ui.small(ui.plain(words.reading(view.plan, page.catalog))))
ui.prompts(page, "team")
st.space("small")
ui.decision(
    page, ui.Ask(what=view.decides, because=say("We adopt this plan because"), figures=view.figures)
)
