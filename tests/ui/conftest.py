"""What every test of a page may lean on: the store the app will read, and nothing remembered from
the test before.
"""

from collections.abc import Iterator

import pytest
import streamlit as st

from cidesign.workshop import Store, default_url


@pytest.fixture
def store() -> Iterator[Store]:
    """The store of this test alone, as the app opens it."""
    with Store(default_url()) as opened:
        yield opened


@pytest.fixture(autouse=True)
def nothing_cached() -> None:
    """No page remembers what another test computed."""
    st.cache_resource.clear()
    st.cache_data.clear()
