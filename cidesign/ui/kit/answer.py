"""The top of a page: the question as its title, and the answer as the largest thing on it."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.ui.kit.words import plain, small


def question(title: str, note: str = "") -> None:
    """The page's question, and one line on whose figures these are, how fresh, under which
    rules.
    """
    with st.container(gap=None):
        st.title(title, anchor=False)
        if note:
            st.markdown(small(plain(note)))


def answer(
    sentence: str, and_line: str = "", *, bold: Sequence[str] = (), key: str = "page"
) -> DeltaGenerator:
    """The answer card; use what is returned to put at most one primary button into it.

    Args:
        sentence: the answer, plain text.
        and_line: what else matters most, plain text.
        bold: parts of the and-line to be set in bold.
        key: one card a page needs none.
    """
    card = st.container(key=f"answer_{key}", gap="xsmall")
    card.header(plain(sentence), anchor=False)
    if and_line:
        card.markdown(emphasized(and_line, bold))
    return card


def emphasized(text: str, bold: Sequence[str]) -> str:
    """Plain text in which each of these parts is bold at its first place."""
    written = plain(text)
    for part in bold:
        written = written.replace(plain(part), f"**{plain(part)}**", 1)
    return written
