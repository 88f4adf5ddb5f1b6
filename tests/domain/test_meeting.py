"""The time of a meeting is given out to the last minute, in steps of five, nobody without one."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.meeting import LENGTHS, STEP, minutes_of

USUAL = st.lists(st.integers(1, 60).map(Decimal), min_size=1, max_size=12)


def test_time_is_given_in_proportion_to_what_things_usually_take():
    """By hand: 20, 10 and 10 in an hour are twelve steps, six, three and three."""
    assert minutes_of([Decimal(20), Decimal(10), Decimal(10)], 60) == (30, 15, 15)


def test_what_usually_takes_next_to_nothing_still_gets_a_step():
    assert minutes_of([Decimal(1), Decimal(59)], 60) == (5, 55)


@given(USUAL, st.sampled_from(LENGTHS))
def test_all_items_add_up_to_the_meeting(usual, whole):
    told = minutes_of(usual, whole)

    assert sum(told) == whole
    assert min(told) >= STEP
    assert all(minutes % STEP == 0 for minutes in told)


@given(USUAL, st.sampled_from(LENGTHS))
def test_what_usually_takes_longer_never_gets_less(usual, whole):
    told = minutes_of(usual, whole)

    pairs = [(a, b) for a in range(len(usual)) for b in range(len(usual)) if usual[a] > usual[b]]
    assert all(told[a] >= told[b] for a, b in pairs)
