"""The list of figures on the page Sources: words to look for, a basis, a file, and one page of rows
at a time.
"""

from collections.abc import Sequence

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.texts import asked
from cidesign.ui.kit.words import plain, small
from cidesign.views.sources.view import (
    Asked,
    FactRow,
    SourcesView,
    found,
    found_words,
    page_of,
    pages_of,
)


def figures(page: Page, view: SourcesView) -> None:
    """What to look for, and the rows that are like that."""
    looked = _asked(page, view)
    rows: Sequence[FactRow] = remembered(page, "sources.found", lambda: found(view, looked), looked)
    st.markdown(small(plain(found_words(rows, view))))
    listed = st.container()
    number = 1
    if pages_of(rows) > 1:
        number = st.pagination(
            pages_of(rows),
            max_visible_pages=5,
            key=f"sources.page.{looked.basis}.{looked.kind}.{len(rows)}",
        )
    with listed:
        st.markdown(
            remembered(
                page, "sources.figures", lambda: _written(page_of(rows, number)), looked, number
            )
        )


def _written(rows: Sequence[FactRow]) -> str:
    """One paragraph for each figure: it fits every width."""
    return "\n\n".join(
        f"**{plain(row.what)}** · {plain(row.value)}  \n{small(plain(row.told))}" for row in rows
    )


def _asked(page: Page, view: SourcesView) -> Asked:
    words, basis, kind = st.columns(3)
    with words:
        said = asked(
            page.workshop,
            "sources.words",
            say("Words to look for"),
            placeholder=say("such as director salary"),
        )
    with basis:
        of = one_of(
            say("What it rests on"),
            list(view.bases),
            format_func=lambda id: view.bases[id],
            key="sources.basis",
        )
    with kind:
        file = one_of(
            say("About"),
            list(view.kinds),
            format_func=lambda id: view.kinds[id],
            key="sources.kind",
        )
    return Asked(said.strip(), of, file)
