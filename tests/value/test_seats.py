"""Seats that count equally: the panel's value of a cell is the mean of the seats' own values,
exactly.
"""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cidesign.domain.problem import Wrong
from cidesign.domain.rules import RuleSheet, Seats
from cidesign.value import panel_value, rank, rater_sheets
from tests.saying import said
from tests.value.panels import cell, criterion, points, problems, ranks, recused, scored, sheet

SEATS = {"r1": "residents", "r2": "residents", "r3": "residents", "f1": "funders"}


def equal(*criteria, **keys):
    return sheet(*criteria, seats="equal", **keys)


def test_each_rater_counts_the_same_where_the_sheet_says_nothing():
    assert sheet().seats is Seats.EACH_RATER

    ranking = rank(
        sheet(),
        scored("r1 oak reach 1", "r2 oak reach 2", "r3 oak reach 3", "f1 oak reach 5"),
        seats=SEATS,
    )

    assert cell(ranking, "oak", "reach") == Fraction(11, 4)


def test_each_seat_counts_the_same_where_the_sheet_says_so():
    # By hand: residents (1 + 2 + 3) / 3 = 2, funders 5; (2 + 5) / 2 = 3.5; points 10 x (3.5 - 1) /
    # 4 = 6.25.
    ranking = rank(
        equal(),
        scored("r1 oak reach 1", "r2 oak reach 2", "r3 oak reach 3", "f1 oak reach 5"),
        seats=SEATS,
    )

    assert cell(ranking, "oak", "reach") == Fraction(7, 2)
    assert points(ranking) == {"oak": Fraction(25, 4)}


def test_equal_seats_can_turn_an_order():
    # By hand: oak 5, 5, 5 and 1: raters 4, seats (5 + 1) / 2 = 3; elm 3, 3, 3 and 4: raters 3.25,
    # seats 3.5.
    rows = scored(
        *(f"{r} oak reach 5" for r in ("r1", "r2", "r3")),
        "f1 oak reach 1",
        *(f"{r} elm reach 3" for r in ("r1", "r2", "r3")),
    )
    rows += scored("f1 elm reach 4")

    assert ranks(rank(sheet(), rows, seats=SEATS)) == {"oak": 1, "elm": 2}
    assert ranks(rank(equal(), rows, seats=SEATS)) == {"elm": 1, "oak": 2}


@pytest.mark.parametrize(
    ("aggregation", "value"),
    # Residents 1, 2, 5, 5 and funders 4, 4, 1: mean 3.25 and 3; median 3.5 and 4; trimmed 3.5 and
    # 4.
    [("mean", Fraction(25, 8)), ("median", Fraction(15, 4)), ("trimmed", Fraction(15, 4))],
)
def test_inside_a_seat_the_sheets_aggregation_holds(aggregation, value):
    seats = {"a": "r", "b": "r", "c": "r", "d": "r", "x": "f", "y": "f", "z": "f"}
    given_scores = dict(zip(seats, map(Fraction, (1, 2, 5, 5, 4, 4, 1))))

    assert panel_value(equal(aggregation=aggregation), given_scores, seats) == value


def test_a_seat_without_a_counted_score_in_a_cell_is_left_out_of_its_mean():
    # f1 steps aside for oak and leaves elm blank: only residents stand, mean 2.
    rows = scored(
        "r1 oak reach 1", "r2 oak reach 3", "f1 oak reach 5", "r1 elm reach 2", "f1 elm reach -"
    )

    ranking = rank(equal(), rows, recusals=recused("f1 oak"), seats=SEATS)

    assert cell(ranking, "oak", "reach") == 2
    assert cell(ranking, "elm", "reach") == 2


def test_the_mean_of_seats_is_rounded_as_a_cell_is_and_never_before():
    # Residents 4/3, funders 2: (4/3 + 2) / 2 = 5/3, rounded 1.7; rounding the seat first would give
    # (1.3 + 2) / 2 = 1.65.
    rows = scored("r1 oak reach 1", "r2 oak reach 1", "r3 oak reach 2", "f1 oak reach 2")

    ranking = rank(equal(rounding={"cell": 2}), rows, seats=SEATS)

    assert cell(ranking, "oak", "reach") == Fraction(167, 100)


def test_a_rater_without_a_seat_is_named_with_the_way_out():
    rows = scored("r1 oak reach 1", "x9 oak reach 5")

    [(where, what, remedy)] = problems(equal(), rows, seats=SEATS)

    assert where == "workshop.yaml: members"
    assert '"x9" has scored and has no seat' in what
    assert "Initiative" in remedy
    assert problems(sheet(), rows, seats=SEATS) == []


def test_a_blank_seat_is_none():
    [(_, what, _)] = problems(equal(), scored("r1 oak reach 1"), seats={"r1": "  "})

    assert "has no seat" in what


def test_a_rater_whose_scores_do_not_count_needs_no_seat():
    rows = scored("r1 oak reach 1", "x9 oak reach 5")

    assert cell(rank(equal(), rows, recusals=recused("x9 oak"), seats=SEATS), "oak", "reach") == 1


def test_where_nobody_knows_the_members_the_remedy_is_the_bundle():
    [(where, _, remedy)] = problems(equal(), scored("r1 oak reach 1"))

    assert where == "rules.yaml: seats"
    assert "give --bundle" in remedy
    assert "leave the key seats out" in remedy


def test_one_agreed_score_and_equal_seats_are_refused_in_the_sheet():
    with pytest.raises(ValidationError) as error:
        equal(aggregation="consensus")

    wrong = error.value.errors()[0]["ctx"]["error"]
    assert isinstance(wrong, Wrong)
    assert [at for at, _, _ in wrong.faults] == [".seats"]


def test_a_seat_of_one_is_told_without_a_name():
    rows = scored("r1 oak reach 1", "r2 oak reach 2", "r3 oak reach 3", "f1 oak reach 5")

    [warning] = [one for one in said(rank(equal(), rows, seats=SEATS).warnings) if "seat" in one]

    assert "counts as much as 3 members" in warning
    assert not re.search(r"\bf1\b|funders|residents", warning)
    assert not [one for one in said(rank(sheet(), rows, seats=SEATS).warnings) if "seat" in one]


def test_seats_of_one_each_need_no_warning():
    rows = scored("r1 oak reach 1", "f1 oak reach 5")

    assert rank(equal(), rows, seats=SEATS).warnings == ()


def test_the_plain_mean_of_a_seat_too_small_to_trim_is_told():
    rows = scored("r1 oak reach 1", "r2 oak reach 2", "r3 oak reach 3", "f1 oak reach 5")

    assert any(
        "plain mean" in one
        for one in said(rank(equal(aggregation="trimmed"), rows, seats=SEATS).warnings)
    )
    assert not any(
        "plain mean" in one
        for one in said(rank(sheet(aggregation="trimmed"), rows, seats=SEATS).warnings)
    )


def test_the_sheets_know_the_seats_of_their_raters_only():
    sheets = rater_sheets(sheet(), scored("r1 oak reach 1", "x9 oak reach 5"), seats=SEATS)

    assert sheets.seats == {"r1": "residents"}
    assert rater_sheets(sheet(), scored("r1 oak reach 1")).seats == {}


RATERS = ("a", "b", "c", "d", "e")


@st.composite
def rows_of_a_panel(draw):
    lines = [
        f"{rater} {candidate} {criterion_id} {draw(st.integers(1, 5))}"
        for rater in RATERS
        for candidate in ("oak", "elm")
        for criterion_id in ("reach", "trust")
        if draw(st.integers(0, 4))
    ]
    return scored(*lines)


TWO = (criterion("reach", 30), criterion("trust", 20))


@given(rows_of_a_panel())
def test_with_one_rater_a_seat_equal_seats_are_the_mean_of_the_raters(rows):
    alone = {rater: f"seat of {rater}" for rater in RATERS}

    for aggregation in ("mean", "median", "trimmed"):
        by_seat = rank(equal(*TWO, aggregation=aggregation), rows, seats=alone)

        assert by_seat.standings == rank(sheet(*TWO), rows).standings


@given(
    rows_of_a_panel(),
    st.lists(st.sampled_from(("one", "two", "three")), min_size=5, max_size=5),
    st.randoms(use_true_random=False),
)
def test_neither_the_order_of_rows_nor_of_members_nor_a_seats_name_matters(rows, drawn, random):
    seats = dict(zip(RATERS, drawn))
    mixed = dict(random.sample(list(seats.items()), len(seats)))
    renamed = {rater: f"z{seat[::-1]}" for rater, seat in mixed.items()}
    rules = equal(*TWO, aggregation="median")

    first = rank(rules, rows, seats=seats)

    assert rank(rules, random.sample(rows, len(rows)), seats=mixed) == first
    assert rank(rules, rows, seats=renamed).standings == first.standings


@given(rows_of_a_panel(), st.lists(st.sampled_from(("one", "two")), min_size=5, max_size=5))
def test_a_second_way_to_the_mean_of_seats_gives_the_same_points(rows, drawn):
    seats = dict(zip(RATERS, drawn))

    for standing in rank(equal(*TWO), rows, seats=seats).standings:
        for criterion_id, value in standing.cells.items():
            means = []
            for seat in ("one", "two"):
                mine = [
                    Fraction(one.score)
                    for one in rows
                    if (one.candidate, one.criterion) == (standing.candidate, criterion_id)
                    and seats[one.rater] == seat
                ]
                means += [Fraction(sum(mine), len(mine))] if mine else []
            assert value == (sum(means) / len(means) if means else None)


def test_a_sheet_reads_the_key_as_a_word():
    assert (
        RuleSheet.model_validate({"criteria": [criterion("reach")], "seats": "equal"}).seats
        is Seats.EQUAL
    )
    with pytest.raises(ValidationError):
        RuleSheet.model_validate({"criteria": [criterion("reach")], "seats": "fair"})
