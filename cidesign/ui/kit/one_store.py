"""The store of this server, opened once."""

import streamlit as st

from cidesign.workshop import Store, default_url


@st.cache_resource
def _store(url: str) -> Store:
    return Store(url)


def store() -> Store:
    """The store of this server, opened once.

    Raises:
        BadInput: its database cannot be opened.
    """
    return _store(default_url())
