"""One row for each thing of a plan, one of them open at a time; and how a thing is taken out or
added.
"""

import streamlit as st

from cidesign.acts import Act
from cidesign.text import say
from cidesign.ui.kit import drafts, session
from cidesign.ui.kit.attempts import attempt
from cidesign.ui.kit.inputs import refused
from cidesign.ui.kit.layers import open_layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import sentence
from cidesign.ui.kit.words import as_label, plain, small


def row(section: str, place: int, id: str, name: str, told: str) -> bool:
    """A thing's name and what is entered of it, and a button that opens its fields below.

    Args:
        section: such as ``posts``.
        place: of the row.
        id: of the thing.
        name: what people read for it.
        told: what is entered of it.

    Returns:
        Whether it is open.
    """
    opened = bool(session.value(_open(section)) == id)
    with st.container(key=f"row_{section}_{place}"):
        words, change = st.columns([8.6, 1.4], vertical_alignment="center", gap="small")
        words.markdown(f"**{plain(name)}**  \n{small(plain(told))}")
        change.button(
            say("Close") if opened else say("Change"),
            key=f"team.{section}.open.{id}",
            on_click=show,
            args=(section, "" if opened else id),
            width="stretch",
        )
    return opened


def show(section: str, id: str) -> None:
    """Open the row of this thing, or none; a callback."""
    session.put(_open(section), id)


def remove(
    page: Page,
    section: str,
    name: str,
    act: Act,
    fields: str,
    *,
    goes_with: str = "",
    stays_for: str = "",
) -> None:
    """The button that takes a thing out, and what goes with it.

    Args:
        page: the open page.
        section: as for ``row``.
        name: what people read for the thing.
        act: of taking it out.
        fields: how the keys of its fields begin.
        goes_with: what else changes, in a sentence; empty where nothing does.
        stays_for: who pays for nothing else, in a sentence; empty where nobody does.
    """
    key = f"team.{section}.remove"
    with st.container(gap="xxsmall"):
        st.button(
            as_label(say("Remove {name}", name=name)),
            key=key,
            on_click=_removed,
            args=(page, section, act, fields),
        )
        for told in (goes_with, stays_for):
            if told:
                st.markdown(small(plain(sentence(told))))
        if stays_for:
            label = say("Open who pays")
            st.button(label, key=f"{key}.pays", on_click=open_layer, args=("who-pays",))
        refused(key)


def _removed(page: Page, section: str, act: Act, fields: str) -> None:
    if page.do(act, place=f"team.{section}.remove"):
        show(section, "")
        drafts.settle(page.workshop, fields)


def add(page: Page, section: str, id: str, act: Act, nonce: str, place: str) -> None:
    """Add a thing and open its row; a callback. ``place``: where its fields stand."""
    if attempt(page, place, act, nonce):
        drafts.settle(page.workshop, place)
        show(section, id)


def new(section: str) -> str:
    """Where the fields of a new thing of a section stand."""
    return f"team.{section}.own"


def _open(section: str) -> str:
    return f"team.{section}.opened"
