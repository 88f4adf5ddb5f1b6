"""Reasons as a numbered list, each opened by words in bold."""

from collections.abc import Iterable
from typing import Protocol

import streamlit as st

from cidesign.ui.kit.words import plain


class Reason(Protocol):
    """A sentence and the words that open it."""

    @property
    def lead(self) -> str: ...
    @property
    def rest(self) -> str: ...


def reasons(listed: Iterable[Reason]) -> None:
    """The list, in the order given; plain text."""
    st.markdown(
        "\n".join(
            f"{number}. **{plain(one.lead)}** {plain(one.rest)}"
            for number, one in enumerate(listed, start=1)
        )
    )
