"""The group's weights: the middle of the members' shares, exactly, and whole numbers that still add
to 100.
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.selection import group_weights, whole_parts

GIVEN = st.lists(
    st.fixed_dictionaries(
        {"a": st.integers(1, 50), "b": st.integers(0, 50), "c": st.integers(0, 50)}
    ),
    min_size=1,
    max_size=7,
)


def exact(weights):
    return {id: Fraction(weight) for id, weight in weights.items()}


def test_three_members_by_hand():
    members = [
        exact({"a": 50, "b": 30, "c": 20}),
        exact({"a": 40, "b": 40, "c": 20}),
        exact({"a": 20, "b": 20, "c": 60}),
    ]

    group = group_weights(members)

    # Medians 0.4, 0.3 and 0.2 add to 0.9.
    assert group.shares == {"a": Fraction(4, 9), "b": Fraction(3, 9), "c": Fraction(2, 9)}
    assert group.ranges["a"] == (Fraction(1, 5), Fraction(1, 2))
    assert group.members == 3


def test_an_even_number_of_members_meets_halfway():
    group = group_weights([exact({"a": 1, "b": 1}), exact({"a": 3, "b": 1})])

    assert group.shares == {"a": Fraction(5, 8), "b": Fraction(3, 8)}


def test_members_who_agree_on_nothing_still_get_weights():
    members = [
        exact({"a": 1, "b": 0, "c": 0}),
        exact({"a": 0, "b": 1, "c": 0}),
        exact({"a": 0, "b": 0, "c": 1}),
    ]

    assert set(group_weights(members).shares.values()) == {Fraction(1, 3)}


def test_nobody_gives_no_group():
    assert group_weights([]) is None


@given(GIVEN)
def test_the_shares_add_to_one_and_the_order_of_members_does_not_matter(given_weights):
    members = [exact(one) for one in given_weights]

    group = group_weights(members)

    assert sum(group.shares.values()) == 1
    assert group == group_weights(members[::-1])


@given(GIVEN, st.integers(1, 9))
def test_a_member_who_writes_larger_numbers_counts_no_more(given_weights, times):
    members = [exact(one) for one in given_weights]
    louder = [{id: weight * times for id, weight in members[0].items()}, *members[1:]]

    assert group_weights(louder) == group_weights(members)


@pytest.mark.parametrize(
    ("shares", "whole"),
    [
        ({"a": 1, "b": 1, "c": 1}, {"a": 34, "b": 33, "c": 33}),
        # 100/7 = 14.29, 200/7 = 28.57, 400/7 = 57.14: one is left over and goes to the largest
        # remainder.
        ({"a": 1, "b": 2, "c": 4}, {"a": 14, "b": 29, "c": 57}),
        ({"a": 0, "b": 5}, {"a": 0, "b": 100}),
    ],
)
def test_whole_numbers_by_largest_remainder(shares, whole):
    assert whole_parts(exact(shares)) == whole


@given(GIVEN)
def test_whole_numbers_add_to_a_hundred_and_miss_no_share_by_one(given_weights):
    shares = group_weights([exact(one) for one in given_weights]).shares

    parts = whole_parts(shares)

    assert sum(parts.values()) == 100
    assert all(abs(parts[id] - share * 100) < 1 for id, share in shares.items())
