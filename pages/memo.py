"""What do we hand to the board, the candidates and the public?"""

import streamlit as st

from cidesign import ui
from cidesign.memo import memo, words
from cidesign.memo.agreement import agreement
from cidesign.memo.director import director_paper
from cidesign.report.annex import annex_document
from cidesign.report.memo import memo_document
from cidesign.report.paper import paper_document
from cidesign.report.workbook import workbook
from cidesign.text import say
from cidesign.ui.memo import handouts
from cidesign.ui.memo.closer import closer

page = ui.open_page("memo")
top, card, paper = st.container(), st.container(), st.container()

with top:
    ui.question(
        page.question,
        page.bundle.workshop.name,
    )
with card:
    made = handouts.memo_now(page)
    shown = ui.remembered(
        page, "memo.page", lambda: words.memo_page(made, page.catalog), made.made_on
    )
    ui.answer(shown.answer, shown.and_line)
    if shown.warnings:
        ui.sentences(shown.warnings)

with paper:
    handouts.in_short(shown)

st.space("small")
ui.heading(say("Take it along"), say("Each is made when you ask, from this workshop as it is now."))
maker = handouts.made_by(page)
handouts.handed_out(
    page,
    words.handouts(page.bundle),
    {
        "memo": lambda: memo_document(memo.named(made, maker)),
        "annex": lambda: annex_document(memo.named(made, maker)),
        "agreement": lambda: paper_document(
            agreement(page.bundle, page.catalog, made_on=made.made_on)
        ),
        "director": lambda: paper_document(
            director_paper(page.bundle, page.catalog, made_on=made.made_on)
        ),
        "profiles": lambda: paper_document(handouts.profiles_now(page, made.made_on)),
        "workbook": lambda: workbook(page.bundle, page.catalog),
        "bundle": lambda: handouts.whole_bundle(page),
    },
    maker,
)

ui.layers(page, closer(page, shown))
st.space("small")
ui.decision(page, ui.Ask(what=say("We adopt this memo."), figures=words.figures(made)))
