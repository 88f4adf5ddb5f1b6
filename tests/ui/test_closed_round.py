"""A closed round stays readable while the next one is open; nothing of the open one shows in it, and
nothing can be decided on it.
"""

import pytest

from cidesign.views.compare.closed import last_closed
from cidesign.views.compare.view import compare_view
from tests.ui.test_pages import visit, words
from tests.views.compare.panels import bundle, scores

FIRST = [
    f"{rater} {candidate} {criterion} {score}"
    for candidate, score in (("oak", 5), ("elm", 4))
    for rater in ("ana", "ben", "chi")
    for criterion in ("trust", "reach")
]
# What stands in the open round so far: nothing, one score, everything turned round.
OPEN = [
    [],
    ["ana oak trust 1 2"],
    [row[:-1] + ("1" if "oak" in row else "5") + " 2" for row in FIRST],
]


def open_again(second):
    return bundle("scoring", more="round: 2\n", scores=scores(*FIRST, *second))


def closed_once():
    return bundle("scored", more="round: 1\n", scores=scores(*FIRST))


@pytest.mark.parametrize("second", OPEN)
def test_the_closed_round_says_the_same_whatever_stands_in_the_open_one(second):
    past = last_closed(open_again(second))

    assert compare_view(past).rows == compare_view(closed_once()).rows
    assert past.scores == closed_once().scores


@pytest.mark.parametrize("second", OPEN)
def test_the_page_shows_the_closed_round_and_lets_nobody_decide(store, second):
    tab = visit("compare", store.create(open_again(second)))
    before = visit("compare", store.create(closed_once()))

    assert not tab.exception
    assert tab.header[0].value == before.header[0].value
    assert "nothing of round 2 is in it" in tab.info[0].value.replace("\\", "")
    assert "The choice waits until round 2 is closed." in words(tab).replace("\\", "")
    assert not [one for one in tab.button if str(one.key).startswith("compare.decision")]


@pytest.mark.parametrize(
    "start",
    [
        bundle("scoring", scores=scores("ana oak trust 5")),
        bundle("scoring"),
        bundle("scored", scores=scores(*FIRST)),
        bundle("sealed"),
    ],
)
def test_without_a_closed_round_before_an_open_one_nothing_is_shown(start):
    assert last_closed(start) is None
