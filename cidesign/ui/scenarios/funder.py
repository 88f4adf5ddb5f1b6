"""What a funder is shown: the plans side by side, made to be read and printed; no notes, no
members, nothing to press.
"""

from collections.abc import Sequence

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.projector import SHOW
from cidesign.ui.kit.words import plain, small
from cidesign.ui.scenarios import evidence
from cidesign.ui.scenarios.shown import leads_to
from cidesign.views.scenarios import funder
from cidesign.views.scenarios.view import Side

ON = "funder"
STYLE = """<style>
[data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stExpandSidebarButton"] {
  display: none !important; }
[data-testid="stMainBlockContainer"] { padding-top: 1.5rem; }
[class*="st-key-row_side_"], [data-testid="stPlotlyChart"] { break-inside: avoid; }
@media print { [data-testid="stPageLink"] { display: none !important; } }
</style>"""


def is_on() -> bool:
    """Whether this tab shows what a funder is shown."""
    return st.query_params.get(SHOW) == ON


def dress() -> None:
    """Hide what is for the committee only; constant text."""
    st.html(STYLE)


def link(chosen: Sequence[str]) -> None:
    """The way to it, with the plans that are chosen."""
    st.page_link(
        page_of("scenarios"),
        label=say("As a funder sees it, to print"),
        icon=":material/print:",
        query_params=leads_to(chosen, **{SHOW: ON}),
    )


def ending(page: Page, chosen: Sequence[str], sides: Sequence[Side]) -> None:
    """What to commit by year, what is management, what the figures rest on, and the way back."""
    evidence.commitment(page)
    if said := funder.management_of(sides):
        heading(say("What share is management?"), funder.management_means())
        sentences(said)
    heading(say("What these figures rest on"))
    st.markdown(small(plain(" ".join(funder.rests_on(page.bundle)))))
    st.page_link(
        page_of("scenarios"),
        label=say("Leave the funder's view"),
        icon=":material/arrow_back:",
        query_params=leads_to(chosen),
    )
