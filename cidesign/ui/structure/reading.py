"""Reading in the tabs of the page Structure: levels, other structures, the six functions,
other initiatives.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.blocks import blocks, written_rows
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.structure import functions as told
from cidesign.views.structure import words
from cidesign.views.structure.page import others_told
from cidesign.views.structure.view import StructureView


def levels(page: Page, view: StructureView) -> None:
    """The points as a table, the levels behind the best, and every source."""
    written_rows(page, "structure.table", lambda: words.table(view))
    with st.expander(say("The levels behind the first, and every source")):
        written_rows(page, "structure.levels", lambda: words.levels(view.best))
        blocks(page, "structure.sources", lambda: [(say("Sources"), "", words.sources(view))])


def others(page: Page, view: StructureView) -> None:
    """The structures that fit less well, for and against."""
    with st.expander(say("The other structures, for and against")):
        blocks(page, "structure.others", lambda: others_told(view, page.catalog))


def examples(page: Page, view: StructureView, id: str) -> None:
    """Beside the choice of a structure: who has it; nothing where we know of nobody."""
    said = next((words.examples(row, page.catalog) for row in view.fits if row.id == id), "")
    if said:
        st.markdown(small(plain(said)))


def functions(page: Page) -> None:
    """The six functions, how good backbones go about them, and what a backbone does not do."""
    with st.expander(say("The six functions, and what a backbone does not do")):
        blocks(
            page,
            "structure.functions",
            lambda: [
                *told.functions_told(page.catalog),
                (say("What a backbone is not"), "", told.is_not(page.catalog)),
                (say("How good ones go about it"), "", told.approach(page.catalog)),
            ],
        )


def map_rows(page: Page, make: Callable[[], Sequence[dict[str, str]]]) -> None:
    """The map as a table."""
    with st.expander(say("The same as a table")):
        written_rows(page, "structure.map", make)


def cases(page: Page, view: StructureView) -> None:
    """What happened in other initiatives."""
    with st.expander(say("How others did it")):
        written_rows(page, "structure.cases", lambda: words.cases(view))
