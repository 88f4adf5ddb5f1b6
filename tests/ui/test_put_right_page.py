"""The facilitator puts an open round right on the page Score, and then closes it."""

import pytest

from tests.ui.test_no_dead_button import DECLARED, REFUSES
from tests.ui.test_pages import press, visit, words
from tests.views.compare.panels import CANDIDATES, bundle, scores

BEN = [
    f"ben {one} {criterion} 4" for one in ("oak", "elm", "ash") for criterion in ("trust", "reach")
]
LEFT = [["ana oak trust 5"], ["ana oak trust 5", "ana elm reach 2"], ["ana ash reach 1"]]


def opened(store, left):
    start = bundle("scoring", rules=REFUSES, scores=scores(*BEN, *left), declarations=DECLARED)
    assert "ash" in CANDIDATES
    workshop = store.create(start)
    tab = visit("score", workshop)
    tab.session_state["score.right.fold"] = True
    return workshop, tab.run()


def keys(tab):
    return {button.key for button in tab.button}


@pytest.mark.parametrize("left", LEFT)
def test_a_round_that_could_not_be_closed_is_put_right_and_closed(store, left):
    workshop, tab = opened(store, left)
    before = keys(tab)
    tab.selectbox(key="score.right.rater").set_value("ana").run()
    tab.text_input(key="score.right.reason").set_value("Fell ill").run()

    press(tab, "score.right.sheet.save")
    put_right = keys(tab)
    press(tab, "score.close")
    press(tab, "score.close.anyway")

    assert not {"score.close", "score.close.anyway"} & before
    assert "score.close" in put_right
    assert store.read(workshop).bundle.workshop.stage.id == "scored"


def test_without_a_member_or_a_reason_nothing_changes_and_both_are_asked_for(store):
    workshop, tab = opened(store, LEFT[0])
    before = store.read(workshop).revision

    press(tab, "score.right.sheet.save")

    said = words(tab).replace("\\", "")
    assert "Which member: nobody is chosen" in said
    assert "Why: there is no reason yet" in said
    assert store.read(workshop).revision == before
