"""In how many weightings who comes first: closed forms, a count by hand, ties of every sort, and
nothing that hangs on the order given.
"""

import tracemalloc
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from math import comb, sqrt
from pathlib import Path

import numpy as np
import pytest
import yaml

from cidesign.domain.problem import BadInput
from cidesign.domain.robustness import DecisionMatrix
from cidesign.selection import acceptability
from cidesign.selection.robustness.sampling import anything, draws
from cidesign.selection.robustness.standing import lifted, places
from tests.seeds import each_seed
from tests.selection.exact_panels import matrix_of, random_matrix

GOLDEN = Path(__file__).parents[1] / "golden" / "robustness" / "closed_form_compromise.yaml"
CASES = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))["cases"]
SAMPLES = 100_000


def near(share, samples=SAMPLES):
    """The bounds of a share known exactly: four standard errors, and half the last digit it was
    given with.
    """
    return pytest.approx(share, abs=4 * sqrt(share * (1 - share) / samples) + 5e-5)


def by_hand(matrix, weights):
    """Places, wins, weights of wins and who is ahead, sample by sample in exact arithmetic."""
    size = len(matrix.candidates)
    ranks = [[Fraction(0)] * size for _ in range(size)]
    central = [[0.0] * len(matrix.criteria) for _ in range(size)]
    pairwise = [[Fraction(0)] * size for _ in range(size)]
    for drawn in weights:
        exact = [Fraction(float(weight)) for weight in drawn]
        points = [sum(value * weight for value, weight in zip(row, exact)) for row in matrix.values]
        for one, mine in enumerate(points):
            ahead, level = (
                sum(other > mine for other in points),
                sum(other == mine for other in points),
            )
            for place in range(ahead, ahead + level):
                ranks[one][place] += Fraction(1, level)
            if not ahead:
                central[one] = [told + weight / level for told, weight in zip(central[one], drawn)]
            for other, theirs in enumerate(points):
                pairwise[one][other] += Fraction(mine > theirs) + Fraction(mine == theirs, 2)
    wins = [row[0] for row in ranks]
    return (
        [[float(share / len(weights)) for share in row] for row in ranks],
        [[told / float(won) for told in row] if won else None for row, won in zip(central, wins)],
        [[float(share / len(weights)) for share in row] for row in pairwise],
    )


def one_member(matrix, samples=50):
    """Weights that do not vary: those of one member who says what the sheet says."""
    return acceptability(
        matrix, member_shares=[dict(zip(matrix.criteria, matrix.weights))], samples=samples
    )


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['criteria']} criteria, {case['value']}"
)
def test_a_compromise_among_corners_comes_out_as_its_closed_form(case):
    size = case["criteria"]
    corners = {
        f"corner{place}": [int(place == criterion) for criterion in range(size)]
        for place in range(size)
    }
    matrix = matrix_of({"compromise": [case["value"]] * size} | corners, [1] * size)

    seen = acceptability(matrix)

    for place, share in enumerate(case.get("compromise_places", [])):
        assert seen.ranks[0][place] == near(share)
    if "compromise_first" in case:
        assert seen.first("compromise") == near(case["compromise_first"])
    for corner in range(1, size + 1):
        if "corner_first" in case:
            assert seen.ranks[corner][0] == near(case["corner_first"])
            assert seen.pairwise[0][corner] == near(case["compromise_ahead_of_corner"])
        if "corner_central_own" in case:
            assert seen.central[corner][corner - 1] == pytest.approx(
                case["corner_central_own"], abs=0.004
            )
            assert seen.central[corner][corner % size] == pytest.approx(
                case["corner_central_other"], abs=0.004
            )
    if "compromise_central" in case:
        assert seen.central[0] == pytest.approx([case["compromise_central"]] * size, abs=0.004)


@pytest.mark.parametrize(("criteria", "value"), [(2, 0.6), (5, 0.3), (8, 0.2), (8, 0.3)])
def test_a_compromise_wins_as_often_as_no_weight_exceeds_it(criteria, value):
    corners = {
        f"c{place}": [int(place == criterion) for criterion in range(criteria)]
        for place in range(criteria)
    }
    # Inclusion and exclusion over the weights that may exceed it (Whitworth).
    exact = sum(
        (-1) ** k * comb(criteria, k) * max(1 - k * value, 0) ** (criteria - 1)
        for k in range(criteria + 1)
    )

    seen = acceptability(matrix_of({"all": [value] * criteria} | corners, [1] * criteria))

    assert seen.first("all") == near(exact)


@each_seed(range(12), range(12, 312))
def test_every_figure_is_what_a_count_by_hand_gives(seed):
    matrix = random_matrix(seed, most_candidates=6, most_criteria=5)

    seen = acceptability(matrix, samples=60, seed=seed)

    in_order = np.argsort(matrix.criteria)  # criteria are drawn in the order of their ids
    drawn = draws(anything(len(matrix.criteria)), 60, seed=seed)[:, np.argsort(in_order)]
    ranks, central, pairwise = by_hand(matrix, drawn)
    assert np.array(seen.ranks) == pytest.approx(np.array(ranks), abs=1e-12)
    assert np.array(seen.pairwise) == pytest.approx(np.array(pairwise), abs=1e-12)
    for mine, theirs in zip(seen.central, central):
        assert mine == (None if theirs is None else pytest.approx(theirs, abs=1e-9))


@each_seed(range(12))
def test_weights_that_do_not_vary_tie_whoever_has_equal_points(seed):
    matrix = random_matrix(seed, most_candidates=6, most_criteria=4)

    seen = one_member(matrix)

    exact = [
        sum(value * share for value, share in zip(row, matrix.weights)) for row in matrix.values
    ]
    for one, mine in enumerate(exact):
        ahead, level = sum(other > mine for other in exact), exact.count(mine)
        expected = [
            1 / level if ahead <= place < ahead + level else 0 for place in range(len(exact))
        ]
        assert seen.ranks[one] == pytest.approx(expected)
        assert seen.pairwise[one] == pytest.approx(
            [0.5 + (mine > other) / 2 - (mine < other) / 2 for other in exact]
        )


def test_three_with_equal_points_share_three_places():
    matrix = matrix_of(
        {"a": [1, 0, 0.5], "b": [0, 1, 0.5], "c": [0.5, 0.5, 0.5], "d": [0, 0, 0]}, [1, 1, 1]
    )

    seen = one_member(matrix)

    assert np.array(seen.ranks) == pytest.approx(
        np.array([[1 / 3, 1 / 3, 1 / 3, 0]] * 3 + [[0, 0, 0, 1]])
    )
    assert np.array(seen.pairwise[0]) == pytest.approx([0.5, 0.5, 0.5, 1])
    assert seen.central[0] == pytest.approx([1 / 3] * 3)
    assert seen.central[3] is None


@pytest.mark.parametrize("others", [0, 8, 40])
def test_two_that_are_the_same_on_all_criteria_always_tie(others):
    draw = np.random.default_rng(3)
    rows = {f"other{place:02}": draw.random(7).tolist() for place in range(others)}
    twin = [0.1, 0.7, 0.3, 0.9, 1 / 3, 0.2, 0.6]

    seen = acceptability(matrix_of({"a": twin} | rows | {"z": twin}, range(1, 8)), samples=20_000)

    assert seen.pairwise[0][-1] == seen.pairwise[-1][0] == 0.5
    assert seen.ranks[0] == seen.ranks[-1]
    assert seen.central[0] == seen.central[-1]
    assert np.array(seen.ranks).sum(axis=0) == pytest.approx(np.ones(others + 2))
    assert np.array(seen.ranks).sum(axis=1) == pytest.approx(np.ones(others + 2))


def test_a_shared_win_counts_in_part_for_the_weights_that_win():
    # a and b win together where k1 weighs more than half; c wins else. k1 is then 3/4 on average.
    seen = acceptability(matrix_of({"a": [1, 0], "b": [1, 0], "c": [0, 1]}, [1, 1]))

    assert [seen.first(id) for id in "abc"] == [near(0.25), near(0.25), near(0.5)]
    assert seen.central[0] == pytest.approx([0.75, 0.25], abs=0.003)
    assert seen.central[2] == pytest.approx([0.25, 0.75], abs=0.003)


@pytest.mark.parametrize("size", [1, 2, 5, 30, 31, 60, 256, 300])
def test_places_are_how_many_stand_ahead_however_many_candidates(size):
    values = np.random.default_rng(size).integers(0, 3 * size, (size, 300)) / (3 * size)

    found = places(lifted(values))

    assert np.array_equal(found, (values[None, :, :] > values[:, None, :]).sum(axis=1))


@pytest.mark.parametrize("others", [0, 40])
def test_values_within_a_hair_tie_and_so_does_a_chain_of_them(others):
    chain = [
        0.5,
        0.5 + 0.8e-9,
        0.5 + 1.6e-9,
        0.5 + 3e-9,
    ]  # the first three hang together, the last is on its own
    low = np.linspace(0, 0.4, others).tolist()
    for order in permutations(range(4)):
        values = np.array([[chain[place]] for place in order] + [[value] for value in low])

        found = places(lifted(values))

        assert found[:4, 0].tolist() == [0 if place == 3 else 1 for place in order]


def test_nothing_hangs_on_the_order_in_which_candidates_and_criteria_are_given():
    matrix = random_matrix(5, most_candidates=6, most_criteria=5)
    rows, columns = range(len(matrix.candidates))[::-1], range(len(matrix.criteria))[::-1]
    turned = DecisionMatrix(
        candidates=tuple(matrix.candidates[row] for row in rows),
        criteria=tuple(matrix.criteria[column] for column in columns),
        values=tuple(tuple(matrix.values[row][column] for column in columns) for row in rows),
        weights=tuple(matrix.weights[column] for column in columns),
    )
    members = [
        {id: Fraction(place + turn) for place, id in enumerate(matrix.criteria, start=1)}
        for turn in range(3)
    ]
    assert len(rows) > 1
    assert len(columns) > 1

    for how in ({}, {"within": "order"}, {"member_shares": members}):
        one, other = (
            acceptability(matrix, samples=500, **how),
            acceptability(turned, samples=500, **how),
        )

        assert np.array_equal(np.array(one.ranks)[rows], other.ranks)
        assert np.array_equal(np.array(one.pairwise)[np.ix_(rows, rows)], other.pairwise)
        assert [
            central and tuple(central[column] for column in columns)
            for central in reversed(one.central)
        ] == list(other.central)


def test_a_seed_gives_the_same_figures_and_another_seed_others():
    matrix = random_matrix(4, most_candidates=6, most_criteria=5)

    assert acceptability(matrix, samples=500) == acceptability(matrix, samples=500, seed=1)
    assert acceptability(matrix, samples=500) != acceptability(matrix, samples=500, seed=2)


def test_the_order_of_the_sheet_keeps_its_heaviest_criterion_heaviest():
    # k1 weighs more than half in three of four draws in which it weighs most: no weight exceeds a
    # half in 1/4 of all.
    matrix = matrix_of({"a": [1, 0, 0], "b": [0.5, 0.5, 0.5], "c": [0, 0, 1]}, [3, 2, 1])

    seen = acceptability(matrix, within="order")

    assert seen.within == "order"
    assert [seen.first(id) for id in "abc"] == [near(0.75), near(0.25), 0]


def test_members_vary_the_weights_between_what_they_say():
    matrix = matrix_of({"a": [1, 0], "b": [0.45, 0.45]}, [1, 1])
    members = [
        {"k1": Fraction(40), "k2": Fraction(60)},
        {"k1": Fraction(1, 2), "k2": Fraction(1, 2)},
    ]

    seen = acceptability(matrix, member_shares=members)

    # k1 lies evenly between .4 and .5, so beyond .45 in half of the samples.
    assert (seen.varied, seen.within) == ("weights", "members")
    assert seen.first("a") == near(0.5)
    assert seen.central[0] == pytest.approx([0.475, 0.525], abs=0.001)


def test_without_members_any_weights_are_drawn_and_their_ranges_are_refused():
    matrix = matrix_of({"a": [1, 0], "b": [0, 1]}, [1, 1])

    assert acceptability(matrix, samples=10).within == "anything"
    with pytest.raises(BadInput, match="no member gave any weights"):
        acceptability(matrix, within="members", samples=10)


@pytest.mark.parametrize(
    ("values", "ranks"),
    [({}, ()), ({"a": [0.3]}, ((1.0,),)), ({"a": [0.3], "b": [0.1]}, ((1.0, 0.0), (0.0, 1.0)))],
)
def test_the_smallest_panels_are_answered_too(values, ranks):
    seen = acceptability(matrix_of(values, [1]), samples=10)

    assert seen.ranks == ranks


def test_the_error_of_a_share_is_that_of_the_contract():
    seen = acceptability(matrix_of({"a": [0.3]}, [1]), samples=10)

    assert replace(seen, samples=100_000).error == pytest.approx(0.0030990, abs=1e-7)


def test_a_hundred_candidates_take_little_memory():
    matrix = matrix_of(
        {f"c{place}": np.random.default_rng(place).random(12).tolist() for place in range(100)},
        [1] * 12,
    )

    tracemalloc.start()
    acceptability(matrix, samples=20_000)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < 100e6
