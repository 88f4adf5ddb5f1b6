"""The way on from a page whose decision is recorded: the one step that comes next."""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit import current
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label
from cidesign.views.overview.view import following


def next_step(page: Page) -> None:
    """A link to the step that comes next; nothing where that is this page, or all is decided."""
    step = following(page.bundle, page.catalog)
    if step is None or step.id == page.name:
        return
    st.page_link(
        page_of(step.id),
        label=as_label(say("Next: {page}", page=say(step.label))),
        icon=":material/arrow_forward:",
        query_params=current.address(),
    )
