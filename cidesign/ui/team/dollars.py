"""Where each dollar goes, on the page Team: a picture and a table, one who pays, each function, and
what buys nothing.
"""

import streamlit as st

from cidesign.charts import flows
from cidesign.text import say
from cidesign.ui.kit.choices import chips
from cidesign.ui.kit.evidence import evidence, heading, rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.team import evidence as team_evidence
from cidesign.views.team import by_host, dollars
from cidesign.views.team.left_over import all_buys, left_over
from cidesign.views.team.one_pays import one_pays
from cidesign.views.team.view import TeamView
from cidesign.views.team.words import rounded_parts


def where(page: Page, view: TeamView, host: str) -> None:
    """All of it, the picture first."""
    seen = remembered(
        page,
        "team.dollars",
        lambda: dollars.dollars(page.bundle, view.labels, view.plan, view.found),
        host,
    )
    words = flows.Words(seen.who, seen.items, seen.uses)
    figure = remembered(
        page,
        "team.flows",
        lambda: flows.draw(seen.flows, words, mode=page.mode),
        host,
        page.mode,
    )
    evidence(
        say("Where does each dollar go?"),
        dollars.how_to_read(seen),
        figure,
        alt=flows.alt(seen.flows, words),
        key="team.flows",
        rows=remembered(page, "team.dollar_rows", lambda: dollars.rows(seen), host),
    )
    st.space("small")
    team_evidence.paid(page, view, host)
    st.space("small")
    _one(page, seen)
    st.space("small")
    if hosts := by_host.lines(page.bundle, page.catalog, view.plan, view.found, host):
        heading(say("What does each host work for?"))
        sentences([one.plain for one in hosts])
    heading(say("What does each function cost?"), dollars.management_means())
    st.markdown(f"**{plain(dollars.management(view.plan, view.found).plain)}**")
    rows_as_table(
        remembered(
            page,
            "team.cost_rows",
            lambda: dollars.by_function(view.plan, view.found, view.labels),
            host,
        )
    )
    st.markdown(small(plain(rounded_parts())))
    st.space("small")
    heading(say("What buys nothing this year?"))
    left = remembered(page, "team.left_over", lambda: left_over(seen), host)
    sentences(left or [all_buys()])


def _one(page: Page, seen: dollars.Dollars) -> None:
    """What the money of one who pays goes to; the first, until another is chosen."""
    heading(say("What does one of them pay for?"))
    payers = {str(place): who for place, who in enumerate(seen.who)}
    chosen = chips(
        say("Who pays"),
        list(payers),
        default="0",
        required=True,
        format_func=lambda place: as_label(seen.who[payers[place]]),
        key="team.who_pays",
    )
    told = one_pays(seen, payers.get(chosen or "0", payers["0"]))
    st.markdown(f"**{plain(told.question)}**")
    rows_as_table(list(told.rows))
    sentences(told.said)
