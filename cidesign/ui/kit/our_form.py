"""On a page of the walk: what the form we chose makes of it, and the way back to that choice."""

import streamlit as st

from cidesign.domain.catalog import Catalog
from cidesign.domain.walk import step_of
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.current import address
from cidesign.ui.kit.words import as_label, plain
from cidesign.views.initiative.forms import of_page

CHOICE = "initiative"


def our_form(page: str, bundle: Bundle, catalog: Catalog) -> None:
    """Nothing where we go on with collective impact; the page below stays as it is."""
    told = of_page(page, bundle, catalog)
    if told is None:
        return
    with st.container(border=True, key=f"our_form_{page}", gap="xsmall"):
        st.markdown(f"**{plain(told.what)}** {plain(' '.join(told.more))}")
        st.page_link(
            page_of(CHOICE),
            label=as_label(say("Back to the choice: {page}", page=say(step_of(CHOICE).label))),
            icon=":material/undo:",
            query_params=address(),
        )
