"""A page in two layers: as it opens it is short; the rest waits in tabs, is drawn only when it is
opened, and has an address.
"""

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.record import read_files
from cidesign.ui import Page
from cidesign.ui.kit import current
from tests.ui.driving import open_example, press_until_chosen, settled
from tools.tour import TABS


def drawn() -> None:
    """Runs as a page of its own: every name comes from inside."""
    import streamlit as st

    from cidesign.ui import Layer, layers
    from cidesign.ui.kit import current

    layers(
        current.page,
        [
            Layer("would-it-hold", "Would it *hold*?", lambda: st.text("It would.")),
            Layer("in-a-table", "In a table", lambda: st.text("A table.")),
        ],
    )


@pytest.fixture
def shown(monkeypatch):
    """A page with two tabs and, for the team, its questions to talk about."""
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})

    def show(name: str = "nowhere", **address: str) -> AppTest:
        page = Page(name, "w", bundle, 1, load(), "light")
        monkeypatch.setattr(current, "page", page, raising=False)
        tab = AppTest.from_function(drawn)
        for key, value in address.items():
            tab.query_params[key] = value
        return tab.run()

    return show


def texts(tab: AppTest) -> list[str]:
    return [one.value for one in tab.text]


def test_nothing_of_a_tab_is_drawn_before_it_is_opened(shown):
    tab = shown()

    assert not tab.exception
    assert tab.button_group[0].options == [r"Would it \*hold\*?", "In a table"]
    assert texts(tab) == []


def test_only_the_tab_that_was_pressed_is_drawn_and_its_name_stands_in_the_address(shown):
    tab = shown()

    tab.button_group[0].set_value("in-a-table").run()

    assert texts(tab) == ["A table."]
    assert tab.query_params["more"] == "in-a-table"


def test_an_open_tab_that_is_pressed_again_is_closed(shown):
    tab = shown(more="in-a-table")

    tab.button_group[0].set_value(None).run()

    assert texts(tab) == []
    assert "more" not in tab.query_params


def test_an_address_opens_a_tab(shown):
    assert texts(shown(more="would-it-hold")) == ["It would."]


def test_an_address_that_names_no_tab_opens_none(shown):
    tab = shown(more="<b>nothing</b>")

    assert not tab.exception
    assert texts(tab) == []


def test_the_questions_to_talk_about_come_last(shown):
    tab = shown("team", more="to-talk-about")

    assert not tab.exception
    assert tab.button_group[0].options[-1] == "Talk about this"
    assert len(tab.markdown) == len(load().prompts_for("team")) > 0


@pytest.mark.browser
def test_a_tab_opens_by_the_keyboard_alone_and_a_reload_keeps_it_open(page):
    address = open_example(page)
    page.goto(f"/outlook?{address}")
    settled(page)
    tabs = page.locator(TABS)

    tabs.first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".st-key-layer_outlook h3").first).to_be_visible()
    settled(page)
    opened = page.locator(".st-key-layer_outlook h3").first.inner_text()
    assert page.url.endswith("more=team")
    page.reload()
    settled(page)

    assert page.locator(".st-key-layer_outlook h3").first.inner_text() == opened


@pytest.mark.browser
def test_the_way_back_closes_the_tab_that_was_opened_last(page):
    address = open_example(page)
    page.goto(f"/outlook?{address}")
    settled(page)

    press_until_chosen(page.locator(TABS).first)
    expect(page.locator(".st-key-layer_outlook h3").first).to_be_visible()
    page.go_back()

    expect(page.locator(".st-key-layer_outlook")).to_have_count(0)
