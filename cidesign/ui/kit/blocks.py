"""Longer reading as one element, written once for each state of a workshop: named pieces with
sentences, or a table.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence

import streamlit as st

from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small, table

Block = tuple[str, str, Sequence[str]]
"""A name, a note and sentences; any of them may be empty."""
FIT = 2
"""Columns that fit a phone."""


def blocks(page: Page, name: str, make: Callable[[], Iterable[Block]], *also: Hashable) -> None:
    """Pieces of reading, each a name in bold, a muted note, and sentences as a list; all plain
    text.

    Args:
        page: the open page.
        name: ``page.thing``.
        make: gives the pieces; called once for each state of the workshop.
        also: what else they depend on.
    """
    st.markdown(
        remembered(
            page, f"{name}.written", lambda: "\n\n".join(_written(block) for block in make()), *also
        )
    )


def written_rows(
    page: Page, name: str, make: Callable[[], Sequence[dict[str, str]]], *also: Hashable
) -> None:
    """Rows with the same keys, written likewise so that they fit a phone; nothing where there are
    none.

    Two columns are a table. More of them become a paragraph a row: the first cell in bold, then the
    others with their heads.
    """
    written = remembered(page, f"{name}.written", lambda: _rows(make()), *also)
    if written:
        st.markdown(written)


def _rows(rows: Sequence[dict[str, str]]) -> str:
    if not rows:
        return ""
    return table(list(rows)) if len(rows[0]) <= FIT else "\n\n".join(_record(row) for row in rows)


def _record(row: dict[str, str]) -> str:
    first, *others = row.items()
    told = " · ".join(f"{plain(head)}: {plain(cell)}" for head, cell in others if cell)
    return f"**{plain(first[1])}**  \n{small(told)}"


def _written(block: Block) -> str:
    name, note, lines = block
    parts = [f"**{plain(name)}**" if name else "", small(plain(note)) if note else ""]
    head = "  \n".join(part for part in parts if part)
    listed = "\n".join(f"- {plain(line)}" for line in lines)
    return "\n\n".join(part for part in (head, listed) if part)
