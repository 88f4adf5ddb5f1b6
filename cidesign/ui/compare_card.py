"""The five sentences of the page Compare, right under its answer: a short label in bold, and what
is so.
"""

import streamlit as st

from cidesign.steps.compare import CompareView
from cidesign.steps.compare_card import FiveSentences, five_sentences
from cidesign.steps.robustness import RobustnessView
from cidesign.ui.page import Page
from cidesign.ui.remembered import remembered
from cidesign.ui.words import plain


def card(page: Page, view: CompareView, evidence: RobustnessView) -> None:
    """Five rows: the label beside its sentences, above them on a phone; one element, written once
    for a state of the workshop.
    """
    with st.container(key="five"):
        st.markdown(
            remembered(page, "compare.five", lambda: written(five_sentences(view, evidence)))
        )


def written(seen: FiveSentences) -> str:
    """The rows as paragraphs; the sentences are plain text, people's names in them too."""
    return "\n\n".join(f"**{plain(label)}** {plain(text)}" for label, text in seen.rows)
