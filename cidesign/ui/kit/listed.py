"""A list with a form for each entry: the button for one more, and a row with its button to change
it.
"""

from collections.abc import Sequence

import streamlit as st

from cidesign.domain.listed import Entry
from cidesign.text import say
from cidesign.ui.kit.opened import NEW, open_form
from cidesign.ui.kit.words import plain, small


def add(form: str, label: str, *, primary: bool = False) -> None:
    """The button that opens the form for one that is not on the list yet."""
    st.button(
        label,
        key=f"{form}.add",
        icon=":material/add:",
        type="primary" if primary else "secondary",
        on_click=open_form,
        args=(form, NEW),
    )


def row(form: str, one: Entry, lines: Sequence[str], place: int, *, changes: bool = True) -> None:
    """One entry: its name, what is known of it in small lines (empty ones are left out), and the
    button that opens its form. ``place``: in the list, from 0; ``changes``: whether who sits here
    may open it.
    """
    with st.container(key=f"row_{form.replace('.', '_')}_{place}"):
        name, change = st.columns([8.8, 1.4], vertical_alignment="center", gap="small")
        with name.container(gap=None):
            st.markdown(f"**{plain(one.label)}**")
            for said in lines:
                if said:
                    st.markdown(small(plain(said)))
        if not changes:
            return
        change.button(
            say("Change"),
            key=f"{form}.change.{place}",
            on_click=open_form,
            args=(form, one.id),
            width="stretch",
        )
