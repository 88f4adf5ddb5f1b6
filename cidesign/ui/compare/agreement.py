"""The fold of the page Compare that tells whether a member scores higher than the others; worked
out only while it is open.
"""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.evidence import rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.views.compare.leniency import leniency_view


def leniency_fold(page: Page) -> None:
    """Points as scored and adjusted side by side, by letter; nothing at all while a round is
    open.
    """
    if page.bundle.workshop.round_is_open or page.bundle.rules is None:
        return
    fold = st.expander(
        say("Does anyone score higher than the others?"), key="compare.leniency", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        view = remembered(page, "compare.leniency", lambda: leniency_view(page.bundle))
        sentences(view.sentences)
        if view.candidates:
            rows_as_table(view.candidates)
        if view.members:
            rows_as_table(view.members)
