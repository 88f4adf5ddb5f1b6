"""Questions to talk about at a page: there with their source, and silent where there are none."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.domain.guidance import Prompt
from cidesign.record import read_files
from cidesign.ui import Page
from cidesign.ui.kit import current


def drawn(name: str) -> None:
    """Runs as a page of its own: every name comes from inside."""
    from cidesign.ui.kit import current
    from cidesign.ui.kit.prompts import prompts

    prompts(current.page, name)


@pytest.fixture
def shown(monkeypatch):
    catalog = replace(
        load(), prompts=(Prompt(id="one", page="team", asks="Who is *missing*?", source="own"),)
    )
    page = Page("team", "w", read_files({"workshop.yaml": b"name: Ours\n"}), 1, catalog, "light")
    monkeypatch.setattr(current, "page", page, raising=False)
    return lambda name: AppTest.from_function(drawn, args=(name,)).run()


def test_a_prompt_stands_with_its_source_and_its_signs_are_no_markup(shown):
    tab = shown("team")

    assert [fold.label for fold in tab.expander] == ["Talk about this"]
    assert tab.expander[0].markdown[0].value.startswith(r"- Who is \*missing\*? :small[:gray[")


def test_a_page_without_prompts_shows_nothing(shown):
    tab = shown("outlook")

    assert not tab.exception
    assert not tab.expander
