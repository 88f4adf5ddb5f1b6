"""What of a rehearsal is told: levels without names, and of fewer than four only whether they
agree.
"""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.acts.rehearsal import against_rehearsing, readings, to_rehearse
from cidesign.domain.rehearsal import Rehearsal
from tests.views.compare import panels

HELD = Rehearsal("k", ("larkfield", "bellwether"), ("trust",))
CELL = ("larkfield", "trust")


def given(*levels):
    return {CELL: {f"m{place}": Decimal(level) for place, level in enumerate(levels)}}


def test_levels_are_told_in_order_of_size_and_not_of_who_gave_them():
    assert readings(HELD, given(5, 2, 4, 2)) == readings(HELD, given(2, 2, 4, 5))


@pytest.mark.parametrize(
    ("levels", "scores"),
    [((1, 1, 5), ()), ((1, 1, 5, 5), (1, 1, 5, 5)), ((2,), ())],
)
def test_fewer_than_four_people_are_not_told_one_by_one(levels, scores):
    (only,) = readings(HELD, given(*levels))

    assert only.scores == tuple(map(Fraction, scores))
    assert only.people == len(levels)


def test_a_level_written_otherwise_is_the_same_level():
    (only,) = readings(HELD, given("3", "3.0", "3.00", "3"))

    assert only.alike


def test_what_nobody_read_is_not_told():
    assert readings(HELD, {CELL: {}}) == ()
    assert readings(HELD, {}) == ()


def test_a_criterion_without_words_for_its_levels_or_that_nobody_scores_is_not_rehearsed():
    assert [one.id for one in to_rehearse(panels.bundle())] == ["trust"]
    assert against_rehearsing(panels.bundle()) == ()


def test_a_sheet_without_words_for_its_levels_is_told_what_it_lacks():
    bare = re.sub(r", levels: \{[^}]*\}", "", panels.RULES)
    record = panels.bundle(rules=bare)

    assert to_rehearse(record) == ()
    assert "levels in words" in against_rehearsing(record)[0].what
