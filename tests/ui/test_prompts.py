"""Questions to talk about at a page: there with their source, and silent where there are none."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.domain.guidance import Prompt
from cidesign.record import read_files
from cidesign.ui import Page
from cidesign.ui.kit import current


def drawn() -> None:
    """Runs as a page of its own: every name comes from inside."""
    from cidesign.ui.kit import current
    from cidesign.ui.kit.prompts import prompts

    prompts(current.page)


@pytest.fixture
def shown(monkeypatch):
    catalog = replace(
        load(), prompts=(Prompt(id="one", page="team", asks="Who is *missing*?", source="own"),)
    )
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})

    def show(name: str) -> AppTest:
        monkeypatch.setattr(
            current, "page", Page(name, "w", bundle, 1, catalog, "light"), raising=False
        )
        return AppTest.from_function(drawn).run()

    return show


def test_a_prompt_stands_with_its_source_and_its_signs_are_no_markup(shown):
    tab = shown("team")

    assert tab.markdown[0].value.startswith(r"- Who is \*missing\*? :small[:gray[")


def test_a_page_without_prompts_shows_nothing(shown):
    tab = shown("outlook")

    assert not tab.exception
    assert not tab.markdown
