"""Questions the committee may talk about at a page, each with where it comes from."""

import streamlit as st

from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small


def prompts(page: Page) -> None:
    """The catalog's questions for this page; nothing where there are none."""
    asked = page.catalog.prompts_for(page.name)
    if not asked:
        return
    lines = [
        f"- {plain(prompt.asks)} {small(plain(page.catalog.source(prompt.source).in_short))}"
        for prompt in asked
    ]
    st.markdown("\n".join(lines))
