"""What a second round changed, by hand; and that the first stays as it was."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.selection.movement import movement
from cidesign.value import rank, rater_sheets
from tests.value.panels import criterion, recused, scored, sheet

RULES = sheet(criterion("reach", 30), criterion("trust", 20))
FIRST = (
    *("a oak reach 5", "a oak trust 5", "a elm reach 1", "a elm trust 3"),
    *("b oak reach 3", "b oak trust 3", "b elm reach 3", "b elm trust 3"),
    *("c oak reach 3", "c oak trust 2", "c elm reach 4", "c elm trust 4"),
    *("d oak reach 3", "d oak trust 2", "d elm reach 5", "d elm trust 2"),
)


def moved_by(*second, recusals=(), first=FIRST):
    rows = scored(*first, *(f"{row} round=2" for row in second))
    asked = {"recusals": list(recusals)}
    sheets = [rater_sheets(RULES, rows, round=turn, **asked) for turn in (1, 2)]
    rankings = [rank(RULES, rows, round=turn, **asked) for turn in (1, 2)]
    return movement(*sheets, earlier=rankings[0], later=rankings[1])


def test_a_rater_who_moves_is_told_with_how_much_and_for_whom():
    # a: oak reach 5 -> 3 takes 30 x 2/4 = 15, elm reach 1 -> 3 gives 15, elm trust 3 -> 4 gives
    # 20/4 = 5: oak -15, elm +20.
    found = moved_by("a oak reach 3", "a elm reach 3", "a elm trust 4", "b oak reach 3")

    (one,) = found.moved
    assert (one.rater, one.changed, one.gained, one.lost) == ("a", 3, ("elm",), ("oak",))
    assert one.mean_change == Fraction(20 - 15, 2)
    assert found.changed == 3
    assert found.raters == ("a", "b", "c", "d")


def test_nearer_is_measured_from_what_the_others_said_before():
    # a alone changes: oak reach, the others 3, 3, 3. From 5 to 3: half a scale nearer in one of her
    # four cells, (2/4) / 4 = 1/8.
    (nearer,) = moved_by("a oak reach 3").moved
    # b: oak trust 3 -> 1; others 5, 2, 2 (middle 3): distance 0, then 2 of 4: 1/2 further in one of
    # four cells.
    (further,) = moved_by("b oak trust 1").moved

    assert nearer.nearer == Fraction(1, 8)
    assert further.nearer == Fraction(-1, 8)


def test_crossing_the_middle_by_as_much_is_neither():
    # The others said 3 and 3: from 1 to 5 is two levels away before and after.
    rows = ("a oak reach 1", "b oak reach 3", "c oak reach 3")

    (one,) = moved_by("a oak reach 5", first=rows).moved

    assert one.nearer == 0
    assert one.mean_change is None


def test_several_candidates_that_gain_alike_are_all_named():
    (one,) = moved_by("c oak reach 4", "c elm reach 5").moved

    assert (one.gained, one.lost) == (("elm", "oak"), ())


def test_a_score_given_first_or_withdrawn_counts_as_a_change_without_points():
    rows = [*FIRST[:-1]]

    (first,) = moved_by("d elm trust 2", first=rows).moved
    (gone,) = moved_by("a oak reach -").moved

    assert (first.changed, first.gained, first.lost) == (1, (), ())
    assert (gone.changed, gone.gained, gone.lost) == (1, (), ())


def test_nobody_moves_where_the_same_is_said_again_or_nothing():
    assert moved_by("a oak reach 5", "b elm trust 3").moved == ()


def test_a_recused_rater_moves_nothing():
    found = moved_by("a oak reach 1", "a elm reach 2", recusals=recused("a oak"))

    assert [(one.rater, one.changed) for one in found.moved] == [("a", 1)]


def test_the_spread_is_the_standard_deviation_of_the_shares():
    # oak reach: 5, 3, 3, 3 -> shares 1, .5, .5, .5: mean .625, SD sqrt((.375^2 + 3 x .125^2) / 3) =
    # .25; then all alike.
    found = moved_by("a oak reach 3")

    cell = next(one for one in found.cells if (one.candidate, one.criterion) == ("oak", "reach"))
    assert (cell.before, cell.after, cell.raters) == (pytest.approx(0.25), 0, 4)
    assert len(found.cells) == 4
    assert found.spread[0] - found.spread[1] == pytest.approx(0.25 / 4)


def test_one_score_has_no_spread():
    found = moved_by("a oak reach 2", first=("a oak reach 1",))

    assert [(one.before, one.after) for one in found.cells] == [(None, None)]
    assert found.spread is None


def test_places_stand_before_and_after_in_the_order_of_the_later_round():
    # Round 1: oak 3.5 and 3 -> 30 x 5/8 + 20 x 1/2 = 28.75; elm 3.25 and 3 -> 16.875 + 10 = 26.875.
    # Then a gives elm reach 5: 4.25 -> 24.375 + 10 = 34.375.
    found = moved_by("a elm reach 5")

    assert [(one.candidate, one.rank_before, one.rank_after) for one in found.places] == [
        ("elm", 2, 1),
        ("oak", 1, 2),
    ]
    assert [(one.points_before, one.points_after) for one in found.places] == [
        (Fraction("26.875"), Fraction("34.375")),
        (Fraction("28.75"), Fraction("28.75")),
    ]


ROW = st.tuples(
    st.sampled_from("abcd"),
    st.sampled_from(("oak", "elm")),
    st.sampled_from(("reach", "trust")),
    st.integers(1, 5),
)


@given(st.lists(ROW, max_size=12))
def test_the_first_round_ranks_as_before_whatever_the_second_brings(edits):
    alone = scored(*FIRST)
    rows = [
        *[one.model_copy(update={"seq": place}) for place, one in enumerate(alone)],
        *[
            one.model_copy(update={"round": 2, "seq": 100 + place})
            for place, one in enumerate(
                scored(
                    *(
                        f"{rater} {candidate} {what} {score}"
                        for rater, candidate, what, score in edits
                    )
                )
            )
        ],
    ]

    assert rank(RULES, rows, round=1) == rank(RULES, alone)
    assert rater_sheets(RULES, rows, round=1) == rater_sheets(RULES, alone)


@given(st.lists(ROW, max_size=12), st.randoms(use_true_random=False))
def test_the_changes_of_all_raters_add_up_to_the_change_of_the_panel(edits, random):
    latest = {(rater, candidate, what): score for rater, candidate, what, score in edits}
    second = [
        f"{rater} {candidate} {what} {score}" for (rater, candidate, what), score in latest.items()
    ]

    found = moved_by(*random.sample(second, len(second)))

    # Everybody scored everything, so the panel's points are the mean of the raters' own.
    panel = sum((one.points_after - one.points_before for one in found.places), Fraction(0))
    assert panel / 2 == sum((one.mean_change for one in found.moved), Fraction(0)) / 4
    assert found == moved_by(*second)
