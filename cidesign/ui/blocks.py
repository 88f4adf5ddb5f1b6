"""Longer reading as one element, written once for each state of a workshop: named pieces with sentences, or a table."""

from collections.abc import Callable, Hashable, Iterable, Sequence

import streamlit as st

from cidesign.ui.page import Page
from cidesign.ui.remembered import remembered
from cidesign.ui.words import plain, small, table

Block = tuple[str, str, Sequence[str]]
"""A name, a note and sentences; any of them may be empty."""


def blocks(page: Page, name: str, make: Callable[[], Iterable[Block]], *also: Hashable) -> None:
    """Pieces of reading, each a name in bold, a muted note, and sentences as a list; all plain text.

    Args:
        page: the open page.
        name: ``page.thing``.
        make: gives the pieces; called once for each state of the workshop.
        also: what else they depend on.
    """
    st.markdown(remembered(page, f"{name}.written", lambda: "\n\n".join(_written(block) for block in make()), *also))


def written_rows(page: Page, name: str, make: Callable[[], Sequence[dict[str, str]]], *also: Hashable) -> None:
    """A table, written likewise; nothing where there are no rows."""
    written = remembered(page, f"{name}.written", lambda: table(list(rows)) if (rows := make()) else "", *also)
    if written:
        st.markdown(written)


def _written(block: Block) -> str:
    name, note, lines = block
    parts = [f"**{plain(name)}**" if name else "", small(plain(note)) if note else ""]
    head = "  \n".join(part for part in parts if part)
    listed = "\n".join(f"- {plain(line)}" for line in lines)
    return "\n\n".join(part for part in (head, listed) if part)
