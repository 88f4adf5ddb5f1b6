"""Questions the committee may talk about at a page, each with where it comes from; out of the way
until somebody wants them.
"""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small


def prompts(page: Page, name: str) -> None:
    """The catalog's questions for a page, in one fold; nothing where there are none.

    Args:
        page: the open page.
        name: the page they belong to, as the catalog names it.
    """
    asked = page.catalog.prompts_for(name)
    if not asked:
        return
    lines = [
        f"- {plain(prompt.asks)} {small(plain(page.catalog.source(prompt.source).in_short))}"
        for prompt in asked
    ]
    with st.expander(say("Talk about this")):
        st.markdown("\n".join(lines))
