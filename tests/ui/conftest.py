"""What every test of a page may lean on: the store the app will read, and nothing remembered from
the test before.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st

from cidesign.workshop import Store, default_url
from tests.serve.phones import Begin, loaded_once

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of pages are slow: in `make test`, not in `make fast`. A file that draws no page says so
    with the mark `quick`.
    """
    for item in items:
        if item.path.is_relative_to(HERE) and not item.get_closest_marker("quick"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def store() -> Iterator[Store]:
    """The store of this test alone, as the app opens it."""
    with Store(default_url()) as opened:
        yield opened


@pytest.fixture(autouse=True)
def no_store_of_another_test(components_are_looked_for_once: None) -> None:
    """No page keeps another test's store. What was solved is kept by its content, so it stays."""
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def sheet_copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], Begin]]:
    """Makes servers of the sheet, by store and workshop, out of one process that has everything
    loaded.
    """
    with loaded_once(tmp_path_factory.mktemp("copies") / "serve.log") as begin:
        yield begin
