"""The exact card on cases worked by hand: ranges of weights, smallest flips, who could win, who is
beaten everywhere.
"""

import csv
from fractions import Fraction
from math import sqrt
from pathlib import Path

import pytest
import yaml

from cidesign.domain.panel import Score
from cidesign.domain.robustness import DecisionMatrix
from cidesign.domain.rules import RuleSheet
from cidesign.selection import exact_card
from cidesign.selection.robustness.least_norm import least_norm
from cidesign.value import decision_matrix, rank
from tests.selection.exact_panels import matrix_of

TWO = Path(__file__).parents[1] / "golden" / "robustness" / "two_candidates"
EXPECTED = yaml.safe_load((TWO / "expected.yaml").read_text(encoding="utf-8"))


def two_candidates():
    rules = RuleSheet.model_validate(
        yaml.safe_load((TWO / "rules.yaml").read_text(encoding="utf-8"))
    )
    with (TWO / "scores.csv").open(encoding="utf-8", newline="") as file:
        return decision_matrix(
            rules, rank(rules, [Score.model_validate(row) for row in csv.DictReader(file)])
        )


def told(card):
    return {flip.rival: (flip.l1_change, dict(flip.weights)) for flip in card.flips}


def shares(*numbers):
    return {
        f"k{place}": pytest.approx(number, abs=1e-12)
        for place, number in enumerate(numbers, start=1)
    }


def test_the_worked_case_comes_out():
    card = exact_card(two_candidates())

    assert card.leader == "A"
    assert card.stability == {
        criterion: pytest.approx(tuple(ends), abs=1e-9)
        for criterion, ends in EXPECTED["stability"].items()
    }
    assert [{"rival": flip.rival, "l1_change": flip.l1_change} for flip in card.flips] == [
        {"rival": flip["rival"], "l1_change": pytest.approx(flip["l1_change"], abs=1e-9)}
        for flip in EXPECTED["flip"]
    ]
    assert [flip.weights for flip in card.flips] == [
        pytest.approx(flip["weights"], abs=1e-9) for flip in EXPECTED["flip"]
    ]
    assert list(card.potentially_optimal) == EXPECTED["potentially_optimal"]
    assert list(card.dominated) == EXPECTED["dominated"]


def test_one_weight_alone_ties_the_worked_case_at_the_end_of_its_range():
    card = exact_card(two_candidates())

    inner = {
        criterion: next(end for end in ends if end not in (0, 1))
        for criterion, ends in card.stability.items()
    }
    assert inner == pytest.approx(EXPECTED["one_at_a_time"], abs=1e-9)


def test_the_least_squares_of_the_worked_case_come_out():
    change = least_norm(
        3,
        equal=[([1, 1, 1], 0)],
        at_least=[([-5 * 20, 6 * 20, 1 * 20], 10), ([1, 0, 0], -1), ([0, 1, 0], -1)],
    )

    assert change is not None
    assert sqrt(sum(part * part for part in change)) == pytest.approx(
        EXPECTED["least_squares_change"], abs=1e-6
    )


def test_of_equally_small_flips_the_one_with_least_squares_is_told():
    # k2 and k3 both help B as much as k1 hurts it: 0.3 must move off k1, and any split is as small;
    # half and half has least squares. Squares alone would take some off k4 too, which makes the sum
    # of changes larger.
    card = exact_card(matrix_of({"A": [1, 0, 0, 0.5], "B": [0, 1, 1, 0.5]}, [0.7, 0.05, 0.05, 0.2]))

    assert told(card) == {"B": (pytest.approx(0.6, abs=1e-12), shares(0.4, 0.2, 0.2, 0.2))}


@pytest.mark.parametrize(
    ("third", "weights"),
    [([0.5, 1, 0.2], (0.5, 0.1875, 0.3125)), ([0.5, 0.2, 1], (0.5, 0.3125, 0.1875))],
    ids=["k2", "k3"],
)
def test_of_equally_small_flips_none_is_told_with_which_a_third_is_ahead(third, weights):
    # Half and half would make it 0.5, 0.25, 0.25: B has 0.5 there and C 0.55. C has 0.35 + 0.8 x at
    # x on its strong criterion: x <= 0.1875.
    card = exact_card(matrix_of({"A": [1, 0, 0], "B": [0, 1, 1], "C": third}, [0.9, 0.05, 0.05]))

    assert told(card)["B"] == (pytest.approx(0.8, abs=1e-12), shares(*weights))


def test_a_weight_that_is_used_up_leaves_the_rest_to_the_others():
    # B needs 0.3 off k1 and k2, where it loses equally; k1 has only 0.1 of the 0.15 that least
    # squares would take.
    card = exact_card(matrix_of({"A": [1, 1, 0], "B": [0, 0, 1]}, [0.1, 0.7, 0.2]))

    assert told(card) == {"B": (pytest.approx(0.6, abs=1e-12), shares(0, 0.5, 0.5))}


def test_a_third_candidate_keeps_a_small_flip_away():
    # B ties A at k1 = 0.5, but there C has 0.6 against 0.5; B ties C at k1 = 0.4, where A has 0.4
    # as well and B 0.6.
    card = exact_card(matrix_of({"A": [1, 0], "B": [0, 1], "C": [0.6, 0.6]}, [0.8, 0.2]))

    assert told(card) == {
        "C": (pytest.approx(0.4, abs=1e-12), shares(0.6, 0.4)),
        "B": (pytest.approx(0.8, abs=1e-12), shares(0.4, 0.6)),
    }
    assert [flip.rival for flip in card.flips] == ["C", "B"]


def test_who_can_only_ever_tie_is_potentially_optimal():
    # B is midway between A and C: first together with both at k1 = 0.5 and nowhere else; D is a
    # hair below the line.
    matrix = matrix_of(
        {"A": [1, 0], "B": [0.5, 0.5], "D": [0.5, "0.4999999999999999"], "C": [0, 1]}, [0.6, 0.4]
    )

    card = exact_card(matrix)

    assert card.potentially_optimal == ("A", "B", "C")
    assert told(card)["B"] == (pytest.approx(0.2, abs=1e-12), shares(0.5, 0.5))


def test_equals_of_the_leader_need_no_change():
    card = exact_card(matrix_of({"A": [0.5, 0.5], "B": [0.5, 0.5], "C": [0, 1]}, [1, 1]))

    assert told(card) == {"B": (0, shares(0.5, 0.5)), "C": (0, shares(0.5, 0.5))}
    assert card.dominated == ()


def test_a_weight_of_zero_can_rise_and_cannot_fall():
    card = exact_card(matrix_of({"A": [1, 0], "B": [0, 1]}, [1, 0]))

    assert told(card) == {"B": (pytest.approx(1, abs=1e-12), shares(0.5, 0.5))}
    assert card.stability == {"k1": None, "k2": (0, Fraction(1, 2))}


def test_a_leader_that_is_not_first_on_unrounded_sums_is_told_as_it_is():
    # The sheet's own rounding of products can put A first; unrounded it only ties, where the
    # criterion on which B is better has no weight.
    card = exact_card(matrix_of({"A": [0.5, 0.5], "B": [0.6, 0.5]}, [1, 1]))

    assert card.leader == "A"
    assert card.stability == {"k1": (0, 0), "k2": (1, 1)}
    assert card.potentially_optimal == ("A", "B")
    assert told(card) == {"B": (0, shares(0.5, 0.5))}
    assert card.dominated == ("A",)


def test_a_leader_beaten_everywhere_could_never_win():
    card = exact_card(matrix_of({"A": [0.5, 0.5], "B": [0.6, 0.6]}, [1, 1]))

    assert card.potentially_optimal == ("B",)
    assert card.stability == {"k1": None, "k2": None}


def test_one_candidate_leads_whatever_the_weights():
    card = exact_card(matrix_of({"A": [0.2, 0.7]}, [2, 3]))

    assert (card.leader, card.flips, card.potentially_optimal, card.dominated) == (
        "A",
        (),
        ("A",),
        (),
    )
    assert card.stability == {"k1": (0, 1), "k2": (0, 1)}


def test_nobody_leads_where_nobody_has_a_rank():
    card = exact_card(DecisionMatrix((), ("k1",), (), (Fraction(1),)))

    assert (card.leader, card.flips, card.potentially_optimal, card.dominated) == ("", (), (), ())
    assert card.stability == {"k1": None}


def test_with_one_criterion_only_an_equal_can_be_first():
    card = exact_card(matrix_of({"A": [0.7], "B": [0.7], "C": [0.2]}, [4]))

    assert told(card) == {"B": (0, shares(1))}
    assert card.stability == {"k1": None}
    assert card.potentially_optimal == ("A", "B")
    assert card.dominated == ("C",)


def test_a_point_is_refused_where_the_rows_contradict_each_other():
    assert least_norm(2, equal=[([1, 1], 1)], at_least=[([-1, -1], 0)]) is None
    assert least_norm(2, equal=[([1, 1], 1), ([2, 2], 3)]) is None


def test_rows_told_twice_change_nothing():
    once = least_norm(3, equal=[([1, 1, 1], 3)], at_least=[([0, 1, -1], 2)])

    twice = least_norm(
        3,
        equal=[([1, 1, 1], 3), ([2, 2, 2], 6)],
        at_least=[([0, 1, -1], 2), ([0, 2, -2], 4), ([0, 1, -1], 1)],
    )

    assert once == twice == (1, 2, 0)
