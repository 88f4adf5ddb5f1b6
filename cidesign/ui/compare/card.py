"""The five sentences of the page Compare, right under its answer: a short label in bold, and what
is so.
"""

import streamlit as st

from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain
from cidesign.views.compare.card import FiveSentences, five_sentences
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView


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
