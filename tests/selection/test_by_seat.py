"""Seats side by side: four or more only, and nobody left over can be computed."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.panel import Candidate
from cidesign.selection.by_seat import by_seat
from tests.value.panels import candidates, criterion, recused, scored, sheet

RULES = sheet(criterion("reach", 40))


def panel(**sizes):
    """``panel(residents=4)``: seat by rater, r-1 and so on."""
    return {
        f"{seat}-{number}": seat for seat, size in sizes.items() for number in range(1, size + 1)
    }


def rows(seats, *names, score=lambda rater, candidate: 3, criteria=("reach",)):
    return scored(
        *(
            f"{rater} {name} {what} {score(rater, name)}"
            for rater in seats
            for name in names or ("oak", "elm")
            for what in criteria
        )
    )


def shown(**sizes):
    seats = panel(**sizes)
    found = by_seat(RULES, rows(seats), seats=seats)
    return {one.seat: one.raters for one in found.groups}, found.outside


def test_each_seat_has_the_points_of_its_own_raters():
    # Residents give oak 5, 5, 4, 4 (4.5 -> 35) and elm 2 (10); funders oak 1 (0) and elm 3, 3, 3, 5
    # (3.5 -> 25).
    seats = panel(residents=4, funders=4)
    said = {
        "residents": {"oak": (5, 5, 4, 4), "elm": (2, 2, 2, 2)},
        "funders": {"oak": (1, 1, 1, 1), "elm": (3, 3, 3, 5)},
    }

    found = by_seat(
        RULES,
        rows(seats, score=lambda rater, name: said[seats[rater]][name][int(rater[-1]) - 1]),
        seats=seats,
    )

    assert [(one.seat, one.raters, one.points, one.first) for one in found.groups] == [
        ("funders", 4, {"elm": Fraction(25), "oak": Fraction(0)}, ("elm",)),
        ("residents", 4, {"elm": Fraction(10), "oak": Fraction(35)}, ("oak",)),
    ]
    assert (found.candidates, found.outside, found.seats) == (
        ("elm", "oak"),
        0,
        2,
    )  # both 2.75 over all: by id


@pytest.mark.parametrize(
    ("sizes", "seen", "outside"),
    [
        ({"a": 4}, {"a": 4}, 0),
        ({"a": 3}, {}, 3),
        ({"a": 5, "b": 4}, {"a": 5, "b": 4}, 0),
        # One small seat beside two large ones: its three could be computed from all, so the smaller
        # large seat gives way.
        ({"a": 5, "b": 4, "c": 3}, {"a": 5}, 7),
        ({"a": 6, "b": 1}, {}, 7),
        # Two small seats together are four: nobody can tell them apart.
        ({"a": 5, "b": 2, "c": 2}, {"a": 5}, 4),
        ({"a": 5, "b": 2, "c": 1}, {}, 8),
        ({"a": 2, "b": 2, "c": 3}, {}, 7),
    ],
)
def test_only_seats_of_four_are_shown_and_never_a_remainder_below_four(sizes, seen, outside):
    assert shown(**sizes) == (seen, outside)


def test_raters_without_a_seat_are_outside_too():
    seats = panel(a=5)
    others = {f"x{number}": "" for number in range(1, 4)}

    found = by_seat(RULES, rows(seats | others), seats=seats)

    assert found.groups == ()


def test_recusals_make_a_candidates_panel_smaller_and_are_asked_anew():
    seats = panel(a=4, b=4)

    found = by_seat(RULES, rows(seats), recusals=recused("a-1 oak"), seats=seats)

    # Of seat a three scored oak: neither its points, nor those of b, from which they could be
    # computed.
    assert [(one.seat, one.points["oak"], one.points["elm"]) for one in found.groups] == [
        ("a", None, 20),
        ("b", None, 20),
    ]
    assert [one.first for one in found.groups] == [(), ()]


def test_a_blank_is_asked_cell_by_cell():
    seats = panel(a=4, b=5)
    rules = sheet(criterion("reach", 40), criterion("trust", 10))
    all_given = rows(seats, criteria=("reach", "trust"))
    blank = [
        one
        for one in all_given
        if (one.rater, one.candidate, one.criterion) != ("a-1", "elm", "trust")
    ]

    found = by_seat(rules, blank, seats=seats)

    assert {one.seat: one.points["elm"] for one in found.groups} == {"a": None, "b": None}
    assert {one.seat: one.points["oak"] for one in found.groups} == {"a": 25, "b": 25}


def test_a_seats_first_is_an_eligible_one_and_several_where_they_tie():
    seats = panel(a=4)
    listed = [Candidate(id="oak", eligible=False), *candidates("elm", "fir")]

    found = by_seat(
        RULES,
        rows(seats, "oak", "elm", "fir", score=lambda _, name: 5 if name == "oak" else 4),
        candidates=listed,
        seats=seats,
    )

    assert [one.first for one in found.groups] == [("elm", "fir")]


def test_inside_a_seat_the_sheets_rule_holds_also_where_seats_count_equally():
    seats = panel(a=4, b=4)
    rules = sheet(criterion("reach", 40), seats="equal", aggregation="median", quorum=8)

    found = by_seat(
        rules,
        rows(seats, score=lambda rater, _: {"1": 1, "2": 2, "3": 4, "4": 5}[rater[-1]]),
        seats=seats,
    )

    assert [one.points["oak"] for one in found.groups] == [20, 20]


def test_an_agreed_score_has_no_seats():
    found = by_seat(
        sheet(criterion("reach"), aggregation="consensus"), scored("panel oak reach 3"), seats={}
    )

    assert found.groups == ()


SIZES = st.dictionaries(st.sampled_from("pqrstu"), st.integers(0, 7), min_size=1)


@given(
    SIZES,
    st.sets(
        st.tuples(st.sampled_from("pqrstu"), st.integers(1, 7), st.sampled_from(("oak", "elm"))),
        max_size=6,
    ),
)
def test_nobody_left_over_is_ever_fewer_than_four(sizes, pairs):
    seats = panel(**sizes)
    if not seats:
        return
    aside = {
        (f"{seat}-{number}", name) for seat, number, name in pairs if f"{seat}-{number}" in seats
    }

    found = by_seat(
        RULES,
        rows(seats),
        recusals=recused(*(" ".join(pair) for pair in sorted(aside))),
        seats=seats,
    )

    for name in ("oak", "elm"):
        scored_it = Counter(seat for rater, seat in seats.items() if (rater, name) not in aside)
        told = [one.seat for one in found.groups if one.points.get(name) is not None]
        left = sum(scored_it.values()) - sum(scored_it[seat] for seat in told)
        assert all(scored_it[seat] >= FEWEST_IN_A_GROUP for seat in told)
        assert not told or left == 0 or left >= FEWEST_IN_A_GROUP


@given(SIZES, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_members_never_matters(sizes, random):
    seats = panel(**sizes)
    given_rows = rows(seats, score=lambda rater, name: 1 + (len(name) + sum(map(ord, rater))) % 5)
    if not given_rows:
        return
    mixed = dict(random.sample(list(seats.items()), len(seats)))

    assert by_seat(RULES, random.sample(given_rows, len(given_rows)), seats=mixed) == by_seat(
        RULES, given_rows, seats=seats
    )
