"""Whom do we hire, what do we buy, and what does each function get, for this budget?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import budget_range, hires
from cidesign.text import say
from cidesign.ui.team import evidence as team_evidence
from cidesign.ui.team import inputs
from cidesign.ui.team.closer import closer
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
    ui.end()

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
    st.markdown(f"{ui.plain(view.promised)}  \n{ui.small(ui.plain(view.ranges_note))}")
with phase:
    inputs.phase(page)
    inputs.lean(page)

if view.found.found:
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
else:
    inputs.only_ways_out(page, view, first_in=answered)
ui.layers(page, closer(page, view, host))
if not view.found.found:
    ui.end()

st.space("small")
ui.decision(
    page, ui.Ask(what=view.decides, because=say("We adopt this plan because"), figures=view.figures)
)
