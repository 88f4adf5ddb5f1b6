"""Pages of a store that fails: what is wrong and what to do, and nothing half-written."""

import pytest

from cidesign.ui.kit.one_store import store as kept_by_the_app
from tests.ui.test_pages import minimal, press, visit, words
from tests.workshop.failing import FULL, READ_ONLY, damage, refusing


@pytest.fixture
def app_store():
    """The store as the app itself keeps it open."""
    return kept_by_the_app()


def plainly(tab):
    """All words on the page as they are read."""
    return words(tab).replace("\\", "")


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        (READ_ONLY, "The store of this server: it can only be read, not written."),
        (FULL, "The store of this server: its disk is full."),
    ],
)
def test_what_could_not_be_kept_is_told_with_what_to_do(app_store, setting, says):
    minimal(app_store)
    before = app_store.names()
    with refusing(app_store, setting):
        tab = visit()
        press(tab, "overview.example.philadelphia_stem")

        assert not tab.exception
        assert says in plainly(tab)
        assert "Tell whoever runs the server" in plainly(tab)

    assert app_store.names() == before


@pytest.mark.parametrize("page", ["overview", "team", "score"])
def test_a_page_of_a_damaged_store_says_so_and_what_to_do(app_store, page):
    id = minimal(app_store)
    damage(app_store)
    app_store._fresh.clear()

    tab = visit(page, id)

    assert not tab.exception
    assert "The store of this server: it is damaged." in plainly(tab)
    assert "cidesign doctor says where" in plainly(tab)
