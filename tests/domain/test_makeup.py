"""The equity mirror: what is kept of a count, what may be shown, and when a group is missing."""

from fractions import Fraction

import pytest

from cidesign.domain.makeup import FEW, Body, BodyKind, kept

FOUR_FIFTHS = Fraction(4, 5)


def body(total, parts=None, **counts):
    return Body(BodyKind.COMMITTEE, "", total, counts, parts or {})


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("0", "0"),
        ("1", FEW),
        (" 3 ", FEW),
        ("4", "4"),
        ("152,000", "152000"),
        ("Few", FEW),
        ("", ""),
    ],
)
def test_one_to_three_people_are_kept_as_a_few(typed, held):
    assert kept(typed) == held


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (body(12, women=FEW), "the others would tell the few"),
        (body(12, women=9), "three are not in it"),
        (body(12, women=5, men=5), "two are in neither"),
        (body(None, women=5), "nobody said how many in all"),
        (body(16, {"both": ("women", "young")}, women=8, young=6, both=4), "two are young men"),
        (body(16, {"both": ("women", "young")}, women=10, young=8, both=4), "two are in neither"),
    ],
)
def test_no_share_is_shown_that_would_tell_one_to_three_people(one, why):
    assert not one.is_told, why


@pytest.mark.parametrize(
    "one",
    [
        body(12, women=8),
        body(12, women=12, men=0),
        body(16, {"both": ("women", "young")}, women=8, young=8, both=4),
        body(152_000, women=151_998),
    ],
)
def test_other_shares_are_shown(one):
    assert one.is_told


def test_of_few_people_it_is_only_said_what_nobody_can_count_from():
    assert body(12, a=FEW, b=5).is_told_in_words
    # Whoever knows that there are nine of three groups, two of them of four or more, knows the rest.
    assert not body(9, a=FEW, b=4, c=4).is_told_in_words
    # Six in two groups of a few are three and three.
    assert not body(6, a=FEW, b=FEW).is_told_in_words


# A group is a third of the community. Of 12 people that would be 4; four fifths of it are 3.2.
# Of 30 it would be 10, and four fifths 8.
@pytest.mark.parametrize(
    ("total", "people", "short"),
    [(30, 7, True), (30, 8, False), (12, 0, True), (12, FEW, True), (12, 4, False), (2, 0, False)],
)
def test_a_group_is_missing_below_four_fifths_and_by_one_person(total, people, short):
    community = Body(BodyKind.COMMUNITY, "", 3000, {"a": 1000}, {})

    found = body(total, a=people).is_short("a", community, least=FOUR_FIFTHS, people=Fraction(1))

    assert found is short


def test_a_few_are_taken_for_three_so_that_a_gap_tells_nothing_of_how_many():
    community = Body(BodyKind.COMMUNITY, "", 3000, {"a": 900}, {})

    # 30% of 12 are 3.6; four fifths of it 2.9. One would be a gap, three are none.
    assert not body(12, a=FEW).is_short("a", community, least=FOUR_FIFTHS, people=Fraction(1))
