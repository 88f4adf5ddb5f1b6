"""A page computes once for each state of a workshop."""

from contextlib import nullcontext
from types import SimpleNamespace

import pytest
import streamlit

from cidesign.ui.kit.remembered import number_of, remembered

pytestmark = pytest.mark.quick


def page_at(revision, workshop="mill", reader=""):
    language = SimpleNamespace(language="en")
    return SimpleNamespace(
        workshop=workshop,
        reader=reader,
        revision=revision,
        catalog=remembered,
        bundle=SimpleNamespace(workshop=language),
    )


def test_the_same_state_is_computed_once_and_a_new_revision_anew():
    made = []

    for revision in (1, 1, 2, 1):
        remembered(page_at(revision, "once"), "team.view", lambda: made.append(1) or len(made))

    assert len(made) == 2


def test_what_else_it_depends_on_tells_results_apart():
    found = [
        remembered(page_at(1, "modes"), "team.chart", lambda mode=mode: mode, mode)
        for mode in ("light", "dark", "light")
    ]

    assert found == ["light", "dark", "light"]


def test_what_was_made_for_one_reader_is_not_handed_to_another():
    found = [
        remembered(page_at(1, "readers", reader), "score.mine", lambda reader=reader: reader)
        for reader in ("ana", "ben", "ana")
    ]

    assert found == ["ana", "ben", "ana"]


def test_a_failure_is_not_remembered():
    def fails():
        raise ValueError("not yet")

    with pytest.raises(ValueError, match="not yet"):
        remembered(page_at(1, "fails"), "x", fails)

    assert remembered(page_at(1, "fails"), "x", lambda: "now") == "now"


def test_what_was_remembered_for_one_catalog_is_never_served_for_another_in_the_same_place_of_memory():
    numbers, places = [], []
    for _ in range(100):
        catalog = SimpleNamespace()
        places.append(id(catalog))
        numbers.append(number_of(catalog))
        del catalog

    assert len(set(places)) < len(places), (
        "no place of memory was used twice, so this test shows nothing"
    )
    assert len(set(numbers)) == len(numbers)


def test_a_catalog_keeps_its_number():
    catalog = SimpleNamespace()

    assert number_of(catalog) == number_of(catalog)


def test_only_the_first_time_says_what_it_waits_for(monkeypatch):
    told = []
    monkeypatch.setattr(streamlit, "spinner", lambda words: told.append(words) or nullcontext())

    for _ in range(3):
        remembered(page_at(1, "waits"), "team.view", lambda: 1, meanwhile="Solving, a second …")

    assert told == ["Solving, a second …"]
