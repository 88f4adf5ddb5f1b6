"""Cards for a page that cannot answer yet: what is so, why, and the way out."""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit import who
from cidesign.ui.kit.current import address


def empty(
    what: str, why: str, *, page: str | None = None, label: str = "", key: str = "empty"
) -> None:
    """Nothing to show yet. ``page``: the page file that is the way out, with its label."""
    with st.container(border=True, key=f"state_{key}"):
        st.markdown(f"**{what}** {why}")
        if page:
            st.page_link(page, label=label, icon=":material/arrow_forward:", query_params=address())


def an_example(has: str) -> None:
    """Where there is nothing to show yet: the way to an example; nothing for who may open none.
    ``has``: a sentence on what an example has.
    """
    if who.runs_the_server():
        at, label = "pages/overview.py", say("Open an example")
        empty(say("See how it looks."), has, page=at, label=label)


def locked(badge: str, rule: str, *, key: str = "locked") -> None:
    """Hidden by a rule: the badge with its date, the rule as a sentence."""
    with st.container(border=True, key=f"state_{key}"):
        st.badge(badge, icon=":material/lock:", color="gray")
        st.markdown(rule)
