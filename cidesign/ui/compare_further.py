"""On Compare, after the charts: how far we agree, other ways to add up, and the folds for those who
want to look closer.
"""

import streamlit as st

from cidesign.steps.compare import CompareView
from cidesign.steps.panel_agreement import meaning
from cidesign.steps.robustness import RobustnessView
from cidesign.text import say
from cidesign.ui.compare_agreement import leniency_fold
from cidesign.ui.compare_other_ways import cross_checks_part, when_wins_fold
from cidesign.ui.compare_rounds import seats_fold
from cidesign.ui.evidence import heading, sentences
from cidesign.ui.page import Page
from cidesign.ui.remembered import remembered


def further(page: Page, compare: CompareView, view: RobustnessView, *, ranked: bool) -> None:
    """The rest of the evidence; what speaks of an order only where there is one (``ranked``)."""
    st.space("small")
    heading(
        say("How far do we agree?"), say("Over the whole panel, from every member's own points.")
    )
    sentences(remembered(page, "compare.meaning", lambda: meaning(view.agreement, view.criteria)))
    if ranked:
        cross_checks_part(page, compare, view)
        when_wins_fold(page, view)
    seats_fold(page)
    leniency_fold(page)
