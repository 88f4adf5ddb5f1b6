"""On Compare, after the charts: how far we agree, other ways to add up, and the folds for those who
want to look closer.
"""

import streamlit as st

from cidesign.text import say
from cidesign.ui.compare.agreement import leniency_fold
from cidesign.ui.compare.other_ways import cross_checks_part, when_wins_fold
from cidesign.ui.compare.rounds import seats_fold
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.views.compare.labels import in_rows
from cidesign.views.compare.panel_agreement import meaning
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView


def further(page: Page, compare: CompareView, view: RobustnessView, *, ranked: bool) -> None:
    """The rest of the evidence; what speaks of an order only where there is one (``ranked``)."""
    st.space("small")
    heading(
        say("How far do we agree?"), say("Over the whole panel, from every member's own points.")
    )
    sentences(
        remembered(
            page,
            "compare.meaning",
            lambda: meaning(view.agreement, in_rows(compare)),
        )
    )
    if ranked:
        cross_checks_part(page, compare, view)
        when_wins_fold(page, compare, view)
    seats_fold(page)
    leniency_fold(page)
