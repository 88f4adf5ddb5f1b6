"""A page computes once for each state of a workshop."""

from types import SimpleNamespace

import pytest

from cidesign.ui.remembered import remembered


def page_at(revision, workshop="mill"):
    language = SimpleNamespace(language="en")
    return SimpleNamespace(workshop=workshop, revision=revision, catalog=remembered, bundle=SimpleNamespace(workshop=language))


def test_the_same_state_is_computed_once_and_a_new_revision_anew():
    made = []

    for revision in (1, 1, 2, 1):
        remembered(page_at(revision, "once"), "team.view", lambda: made.append(1) or len(made))

    assert len(made) == 2


def test_what_else_it_depends_on_tells_results_apart():
    found = [remembered(page_at(1, "modes"), "team.chart", lambda mode=mode: mode, mode) for mode in ("light", "dark", "light")]

    assert found == ["light", "dark", "light"]


def test_a_failure_is_not_remembered():
    def fails():
        raise ValueError("not yet")

    with pytest.raises(ValueError, match="not yet"):
        remembered(page_at(1, "fails"), "x", fails)

    assert remembered(page_at(1, "fails"), "x", lambda: "now") == "now"
