"""A list with a form for each entry: the button for one more, and a row with its button to change
it.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from cidesign.domain.listed import Entry
from cidesign.text import say, say_count
from cidesign.ui.kit.opened import NEW, is_open, open_form
from cidesign.ui.kit.words import plain, small

E = TypeVar("E", bound=Entry)


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


def listing(
    form: str,
    listed: Sequence[E],
    draw: Callable[[E, int], None],
    *,
    most: int,
    label: str = "",
    expanded: bool = False,
) -> None:
    """The entries of a list; those beyond the first few wait in a fold, open while one of them is
    changed.

    Args:
        form: of the entries.
        listed: all of them.
        draw: one entry at its place, as its row or its form.
        most: so many are seen at once.
        label: what the fold is called; else how many wait in it.
        expanded: whether it is open whatever is changed.
    """
    for place, one in enumerate(listed[:most]):
        draw(one, place)
    others = listed[most:]
    if not others:
        return
    n = len(others)
    told = label or say_count("{n} more", "{n} more", n, n=n)
    changing = expanded or any(is_open(form, one.id) for one in others)
    with st.expander(told, expanded=changing, key=f"{form}.others"):
        for place, one in enumerate(others, start=most):
            draw(one, place)
