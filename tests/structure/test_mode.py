"""Open, semi-open or closed: the memo's advice comes out of the rules in the data."""

from itertools import permutations

import pytest

from cidesign.catalog import load
from cidesign.domain.structure import StructureProfile
from cidesign.structure import advise_mode
from cidesign.views.structure.reasons import Entries, in_words
from tests.structure.small import answering, mode

OPEN = mode("open", ("Fair.", 3, {"doors": 3}), ("Slow.", -2, {"hurry": 3}))
SEMI = mode("semi_open", ("Middle.", 1, {}))
CLOSED = mode("closed", ("Quick.", 2, {"hurry": 3}))


def said(advice):
    return in_words(advice.because, Entries((), (), (OPEN, SEMI, CLOSED)))


def test_the_mode_with_the_most_points_is_advised_with_reasons_for_and_then_against():
    # open 3 - 2 = 1, semi-open 1, closed 2
    assert advise_mode(answering(doors=4, hurry=3), (OPEN, SEMI, CLOSED)).advice == "closed"

    advice = advise_mode(answering(doors=4), (OPEN, SEMI, CLOSED))
    assert (advice.advice, said(advice)) == ("open", ("Fair.",))


@pytest.mark.parametrize("order", list(permutations((OPEN, SEMI, CLOSED))))
def test_of_two_level_modes_the_more_open_one_is_advised_in_any_order(order):
    # open 3 - 2 = 1, semi-open 1, closed 0
    closed = mode("closed")
    modes = tuple(closed if one is CLOSED else one for one in order)

    advice = advise_mode(answering(doors=3, hurry=4), modes)

    assert (advice.advice, said(advice)) == ("open", ("Fair.", "Slow."))


def test_without_answers_the_middle_way_is_advised():
    assert advise_mode(StructureProfile(), (OPEN, SEMI, CLOSED)).advice == "semi_open"


@pytest.mark.parametrize(
    ("answers", "advice"),
    [
        # The memo: communities that put a premium on inclusion often choose an open process,
        ({"inclusion": 4}, "open"),
        # it is most helpful where a group feels left out,
        ({"left_out": 4}, "open"),
        # and a closed one makes sense where only one organization has the size and capacity.
        ({"capable_hosts": 1}, "closed"),
        ({"capable_hosts": 1, "inclusion": 4, "left_out": 4}, "closed"),
        # Where nobody is known there is nobody to ask alone, however short the time is.
        ({"capable_hosts": 0}, "open"),
        ({"capable_hosts": 0, "time_pressure": 4, "contention": 4}, "open"),
        ({"capable_hosts": 3, "time_pressure": 4}, "semi_open"),
        ({}, "semi_open"),
    ],
)
def test_our_rules_say_what_the_memo_says(answers, advice):
    assert advise_mode(answering(**answers), load().modes).advice == advice


def test_every_advice_of_ours_has_a_reason():
    modes = load().modes

    for inclusion in range(5):
        for hosts in range(5):
            for hurry in range(5):
                assert advise_mode(
                    answering(inclusion=inclusion, capable_hosts=hosts, time_pressure=hurry), modes
                ).because
