"""What stands beside weights: published figures, and a second opinion on the non-linear best-worst
model by linear programs.
"""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from cidesign.selection.elicit.beside import beside
from cidesign.selection.elicit.bwm_nonlinear import largest_xi, nonlinear_model
from cidesign.selection.elicit.rank_order import rank_order_centroid
from cidesign.selection.elicit.rank_reciprocal import rank_reciprocal
from cidesign.selection.elicit.rank_sum import rank_sum
from tests.selection.test_weights_laws import best_worst_answers

GOLDEN = Path(__file__).parents[1] / "golden" / "weights"
PLACES = yaml.safe_load((GOLDEN / "places.yaml").read_text(encoding="utf-8"))
BESIDE = yaml.safe_load((GOLDEN / "beside.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "way", [rank_order_centroid, rank_sum, rank_reciprocal], ids=lambda way: way.__name__
)
def test_the_published_weights_of_places_come_out(way):
    for expected in PLACES[way.__name__]:
        weights = way(len(expected))

        assert sum(weights) == 1
        assert [float(weight) for weight in weights] == pytest.approx(
            expected, abs=PLACES["tolerance"]
        )


@pytest.mark.parametrize(
    "case",
    [case for case in BESIDE if case["file"]["method"] == "ahp"],
    ids=lambda case: case["about"],
)
def test_comparisons_two_by_two_tell_their_eigenvalue_and_another_way(case):
    found = beside(case["file"])

    assert (found.largest_eigenvalue, found.index) == pytest.approx(
        (case["largest_eigenvalue"], case["index"]), abs=case["tolerance"]
    )
    assert list(found.other_ways["geometric_mean"].values()) == pytest.approx(
        case["geometric_mean"], abs=1e-5
    )


@pytest.mark.parametrize(
    "case",
    [case for case in BESIDE if case["file"]["method"] == "bwm"],
    ids=lambda case: case["about"],
)
def test_the_published_intervals_of_best_worst_come_out(case):
    found = beside(case["file"]).nonlinear

    assert (found.xi, found.ratio) == pytest.approx(
        (case["xi"], case["ratio"]), abs=case["tolerance"]
    )
    for interval, expected in zip(found.intervals, case["intervals"], strict=True):
        assert interval == pytest.approx(expected, abs=case["tolerance"])


def test_the_largest_miss_by_answer_is_the_papers_table():
    # Rezaei 2015, Omega 53:49-57, table 1
    assert [largest_xi(answer) for answer in range(1, 10)] == pytest.approx(
        [0, 0.44, 1, 1.63, 2.3, 3, 3.73, 4.47, 5.23], abs=0.0051
    )


def program(from_best, to_worst, best, worst, xi, costs):
    """The paper's program for a fixed xi, which then is linear: least cost of weights from 0 that
    add to 1; None where there are none.
    """
    count, rows = len(from_best), []
    for place in range(count):
        for top, bottom, times in (
            (best, place, from_best[place]),
            (place, worst, to_worst[place]),
        ):
            for sign in (1, -1):
                row = np.zeros(count)
                row[top] += sign
                row[bottom] -= sign * times + xi
                rows.append(row)
    answer = linprog(costs, A_ub=rows, b_ub=[0] * len(rows), A_eq=[[1] * count], b_eq=[1])
    return answer.fun if answer.status == 0 else None


@settings(max_examples=40)
@given(best_worst_answers(most=6))
def test_no_smaller_xi_will_do_and_the_intervals_are_those_of_linear_programs(answers):
    from_best, to_worst = answers
    pairs = [
        (b, w)
        for b, a in enumerate(from_best)
        if a == 1
        for w, c in enumerate(to_worst)
        if c == 1 and w != b
    ]
    best, worst = max(
        pairs, key=lambda pair: (to_worst[pair[0]], -pair[0], from_best[pair[1]], -pair[1])
    )

    found = nonlinear_model([Fraction(a) for a in from_best], [Fraction(b) for b in to_worst])

    nothing = np.zeros(len(from_best))
    asked = (from_best, to_worst, best, worst)
    assert program(*asked, found.xi + 1e-6, nothing) is not None
    assert found.xi < 1e-4 or program(*asked, found.xi - 1e-4, nothing) is None
    for place, (least, most) in enumerate(found.intervals):
        unit = np.eye(len(from_best))[place]
        assert least == pytest.approx(program(*asked, found.xi + 1e-7, unit), abs=1e-4)
        assert most == pytest.approx(-program(*asked, found.xi + 1e-7, -unit), abs=1e-4)


def test_the_answer_that_fits_least_is_named_the_heavier_criterion_first():
    # a : b = 2 and b : c = 2 ask for a : c = 4; said is 1/4
    found = beside({"method": "ahp", "ids": ["a", "b", "c"], "upper": [[2, "1/4"], [2]]}).worst

    # a circle of three misses evenly: 2 x 2 x 4 = 16 in product, so its cube root in each
    assert max(found.said / found.implied, found.implied / found.said) == pytest.approx(
        16 ** (1 / 3)
    )
    assert found.implied >= 1


def test_a_single_contradiction_among_four_is_the_one_named():
    # weights 8, 4, 2, 1 but a : d said to be 1/8 instead of 8
    file = {"method": "ahp", "ids": ["a", "b", "c", "d"], "upper": [[2, 4, "1/8"], [2, 4], [2]]}

    assert {beside(file).worst.first, beside(file).worst.second} == {"a", "d"}


def test_a_ranking_with_ties_has_two_other_readings_that_share():
    found = beside({"method": "rank", "rank": ["a", ["b", "c"]]}).other_ways

    # rank sum 3/6, 2/6, 1/6; reciprocal 6/11, 3/11, 2/11
    assert found["rank_sum"] == pytest.approx({"a": 1 / 2, "b": 1 / 4, "c": 1 / 4})
    assert found["rank_reciprocal"] == pytest.approx({"a": 6 / 11, "b": 5 / 22, "c": 5 / 22})


def test_one_criterion_and_plain_numbers_have_nothing_beside():
    assert beside({"method": "direct", "direct": {"a": 1}}).other_ways is None
    assert beside({"method": "ahp", "ids": ["a"], "upper": []}).worst is None
    assert (
        beside(
            {"method": "bwm", "ids": ["a"], "best_to_others": [1], "others_to_worst": [1]}
        ).nonlinear.ratio
        is None
    )


@given(st.integers(1, 30))
def test_by_every_way_weights_fall_from_place_to_place_and_add_to_one(count):
    for way in (rank_order_centroid, rank_sum, rank_reciprocal):
        weights = way(count)

        assert sum(weights) == 1
        assert list(weights) == sorted(set(weights), reverse=True)
