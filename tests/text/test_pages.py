"""Every page can be said in another language, down to its charts: shown in a pretend one, no letter
of ours is left in English.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
import yaml
from streamlit.testing.v1 import AppTest

from cidesign.catalog import load
from cidesign.domain.choices import CaseEntry, Example, Judged
from cidesign.domain.entries import Proxy
from cidesign.domain.fact import Source
from cidesign.domain.guidance import Region
from cidesign.domain.naming import name_from
from cidesign.domain.value import Model
from cidesign.domain.walk import WALK
from cidesign.domain.workshop import Bundle
from cidesign.home import choices_file
from cidesign.record import changed, example_bundle, examples
from cidesign.workshop import Store, default_url
from tests.text.visible import Pretended, plainly, shown, unsaid

pytestmark = pytest.mark.slow
APP = Path(__file__).parents[2] / "app.py"
PRETENDED = Pretended()
ONE_SMALL_WORD = re.compile(r"[a-z]*")
EXAMPLES = [one.id for one in examples()]
# Names and figures: what they are.
ALWAYS = {"cidesign": "our name", "FTE": "the unit of posts, the same in every language we know of"}


@pytest.fixture
def pretended(monkeypatch, components_are_looked_for_once):
    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setattr("cidesign.ui.kit.language.language", lambda code: PRETENDED)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("page", [step.id for step in WALK])
def test_a_page_says_nothing_in_english_only(pretended, page, example):
    bundle = changed(example_bundle(example), "workshop.yaml", {("language",): "qq"})
    with Store(default_url()) as store:
        workshop = store.create(bundle)
    tab = AppTest.from_file(str(APP), default_timeout=120)
    tab.query_params["w"] = workshop
    tab = tab.run() if page == "overview" else tab.switch_page(f"pages/{page}.py").run()
    names = names_in(bundle, page)

    assert not tab.exception
    assert left_in_english(tab, names) == []
    for button in [one for one in tab.button if one.key == f"{page}.decision.record"]:
        button.click().run()  # with nothing filled in, so that it says what is missing
        assert tab.error
        assert left_in_english(tab, names) == []


@pytest.mark.parametrize(
    ("section", "row"),
    [
        ("work", ""),
        ("priorities", ""),
        ("posts", "facilitator"),
        ("purchases", "data_platform"),
        ("gifts", "employers_equipment"),
        ("money", ""),
        ("hiring", ""),
    ],
)
def test_the_figures_behind_a_plan_say_nothing_in_english_only(pretended, section, row):
    bundle = changed(example_bundle(EXAMPLES[0]), "workshop.yaml", {("language",): "qq"})
    with Store(default_url()) as store:
        workshop = store.create(bundle)
    tab = AppTest.from_file(str(APP), default_timeout=120)
    tab.query_params["w"] = workshop
    tab.query_params["more"] = "change"
    tab.session_state["team.section"] = section
    tab.session_state[f"team.{section}.opened"] = row
    tab.switch_page("pages/team.py").run()
    gifts = [name_from(gift.id) for gift in bundle.plan.in_kind]

    assert not tab.exception
    assert left_in_english(tab, [*names_in(bundle, "team"), *gifts]) == []


def left_in_english(tab: AppTest, names: list[str]) -> list[str]:
    return [left for text in dict.fromkeys(shown(tab)) if (left := unsaid(text, names))]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("⟦Oak leads by ⟦two⟧ points.⟧", ""),
        (":small[:gray[**⟦Plan⟧**]]", ""),
        ("⟦Points⟧ 74.4, $550k", ""),
        ("⟦Decided⟧ by nobody", "by nobody"),
        ("Next", "Next"),
        ("Oak Street Center: ⟦first⟧", ""),
        ("0.5 Oak Street… 0.7", ""),
        ("0.5 Elm Street… 0.7", "0.5 Elm Street… 0.7"),
    ],
)
def test_a_letter_outside_is_seen(text, left):
    assert unsaid(text, ["Oak Street Center", "Oak"]) == left


def names_in(bundle: Bundle, page: str) -> list[str]:
    """What no translator translates: people's own text, names in our facts, and the words of files
    and commands; longest first.
    """
    others = {one.name for one in examples()}
    told = {*_written(bundle), *_names(), *others, *ALWAYS}
    sure = {one for one in told if not ONE_SMALL_WORD.fullmatch(one)} | {
        candidate.kind for candidate in bundle.candidates
    }
    if page == "structure":
        sure |= _names()  # words that are quoted, single ones too
    if page == "sources":
        sure |= set(_of_files())
    return sorted({said for one in sure if (said := plainly(one))}, key=len, reverse=True)


def _of_files() -> Iterator[str]:
    """The page Sources prints a text for people who read files, and lists the words of data and
    code beside those of the screen.
    """
    yield from (
        line.strip("#- ")
        for line in choices_file().read_text(encoding="utf-8").splitlines()
        if line.strip()
    )
    yield from (word.code for word in load().glossary)


def _written(bundle: Bundle) -> Iterator[str]:
    """What the people of an example wrote: every text of its files."""
    for path, content in bundle.files.items():
        text = content.decode("utf-8")
        if path.endswith((".yaml", ".yml")):
            yield from (one for one in _leaves(yaml.safe_load(text)) if len(one) > 2)
        elif path.endswith(".csv"):
            yield from (
                cell for row in csv.reader(text.splitlines()) for cell in row if len(cell) > 2
            )
        else:
            yield text.strip()


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif isinstance(value, str):
        yield " ".join(value.split())


def _names() -> set[str]:
    """Names in our own facts: cases, places, sources, and words that are quoted."""
    catalog = load()
    return {
        name for field in fields(catalog) for name in _named(getattr(catalog, field.name)) if name
    }


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _named(one)
    if isinstance(value, Source):
        yield from (
            str(text)
            for name in ("title", "publisher", "year", "url")
            if isinstance(text := getattr(value, name), str)
        )
    elif isinstance(value, (CaseEntry, Example, Judged, Region, Proxy)):
        yield from (
            str(getattr(value, name, ""))
            for name in ("label", "place", "name", "words", "occupation")
        )
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _named(getattr(value, name))
