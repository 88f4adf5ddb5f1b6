"""A page begins at its top when it asks something new: the next candidate, the next member.

Streamlit leaves a page scrolled as it was, so whoever takes a phone that is handed on would see its
end first. A page has no way to scroll; but it cannot stay scrolled while it is short. So for a
twentieth of a second it is: see ``cid-top`` in ``theme.py``.
"""

from collections.abc import Hashable

import streamlit as st

from cidesign.ui.kit import session


def at_the_top(page: str, what: Hashable) -> None:
    """Begin this drawing at its top where the page asks another thing than it did before.

    ``what``: what it asks. Called once, before anything else of the page is drawn.
    """
    asked = f"_top.{page}"
    before, side = session.value(asked, (what, "even"))
    if before != what:
        side = "odd" if side == "even" else "even"
    session.put(asked, (what, side))
    with st.container(key=f"top_{side}"):
        st.html("<i></i>")
