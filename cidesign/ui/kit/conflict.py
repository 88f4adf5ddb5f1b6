"""Somebody changed the same thing meanwhile: both versions in words, and the choice."""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit import saving
from cidesign.ui.kit.words import plain


def conflict(waiting: saving.Waiting) -> None:
    """What came first, what was not saved, and two buttons; nothing is written until one is
    pressed.
    """
    theirs = [plain(sentence) for sentence in waiting.theirs]
    mine = plain(waiting.act.told(say("You"), saving.present(waiting.workshop)))
    with st.container(border=True, key="conflict"):
        st.warning(
            "\n\n".join(
                [
                    say("**Somebody changed this meanwhile.** Your last change is not saved yet."),
                    *(say("Theirs: {sentence}.", sentence=sentence) for sentence in theirs),
                    say("Yours: {sentence}.", sentence=mine),
                ]
            ),
            icon=":material/history:",
        )
        with st.container(horizontal=True):
            st.button(
                say("Keep mine"), key="conflict.mine", on_click=saving.keep_mine, args=(waiting,)
            )
            st.button(
                say("Take theirs"),
                key="conflict.theirs",
                type="primary",
                on_click=saving.take_theirs,
            )
