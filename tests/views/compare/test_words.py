"""The comparison in words: who leads, ties, a single one, nobody; and what to know before
choosing.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.domain.rules import Aggregation
from cidesign.views.compare import words
from cidesign.views.compare.view import CandidateRow, CompareView, CriterionColumn

CRITERIA = (
    CriterionColumn("trust", "Trust", Decimal(60), False),
    CriterionColumn("funds", "Securing money", Decimal(40), False),
)


def row(label, rank, trust=None, funds=None, *, raters=5, because=()):
    products = {
        "trust": trust if trust is None else Fraction(trust),
        "funds": funds if funds is None else Fraction(funds),
    }
    points = None if trust is None or funds is None else products["trust"] + products["funds"]
    return CandidateRow(
        label.lower(), label, "", rank, points, raters, products, {}, tuple(because), rank == 1
    )


def view(*rows, lead=None, ties=()):
    return CompareView(CRITERIA, rows, Decimal(100), None if lead is None else Fraction(lead), ties)


A, B, C = (
    row("Ash", 1, 50, 20),
    row("Birch", 2, 30, 35),
    row("Cedar", None, 10, None, because=("it has no score on Securing money",)),
)


def test_the_answer_names_the_first_and_the_lead():
    shown = view(A, B, lead=5)

    assert words.answer(shown) == "Ash leads by 5.0 points."
    assert words.and_line(shown) == "70.0 points. Birch comes next with 65.0."


def test_a_lead_too_small_to_show_is_not_told_as_a_tie():
    assert words.answer(view(A, B, lead=Fraction(4, 100))) == "Ash leads by less than 0.1 points."
    assert words.answer(view(A, B, lead=Fraction(5, 100))) == "Ash leads by 0.1 points."


def test_two_who_share_the_lead_are_both_named():
    shown = view(A, row("Birch", 1, 35, 35), lead=0)

    assert words.answer(shown) == "Ash and Birch share the lead with 70.0 points."


def test_a_tie_that_the_rules_settled_is_called_one():
    shown = view(A, row("Birch", 2, 35, 35), lead=0)

    assert words.answer(shown) == "Ash comes first by the tie rule; the points are equal."


def test_one_who_alone_has_a_rank_is_not_called_a_winner():
    shown = view(A, C)

    assert words.answer(shown) == "Ash is the only candidate with a rank: 70.0 points."
    assert words.and_line(shown) == "One candidate has no rank."


def test_without_a_rank_nobody_leads():
    assert words.answer(view(C)) == "Nobody can be ranked yet."
    assert words.without_rank(view(C)) == ("Cedar: it has no score on Securing money.",)


def test_the_claim_names_where_the_first_is_furthest_ahead_of_the_second():
    assert (
        words.claim(view(A, B, lead=5)) == "Ash gains most on trust"
    )  # 50 to 30 on trust, 20 to 35 on money


@pytest.mark.parametrize("rows", [(A,), (A, row("Birch", 1, 35, 35)), (C,)])
def test_without_one_first_and_one_second_nothing_is_claimed(rows):
    assert words.claim(view(*rows)) == "Where the points come from"


def test_equal_panels_are_told_once_and_unequal_ones_by_name():
    assert words.raters(view(A, B, lead=5)) == "Each candidate stands on five raters."
    assert (
        words.raters(view(A, row("Birch", 2, 30, 35, raters=4), lead=5))
        == "Raters: Ash 5 and Birch 4."
    )


def test_an_agreed_score_is_not_called_a_rater_and_no_rater_is_not_called_one():
    agreed = replace(
        view(row("Ash", 1, 50, 20, raters=1), lead=None), aggregation=Aggregation.CONSENSUS
    )

    assert words.raters(agreed) == "Each candidate stands on one score that the panel agreed on."
    assert (
        words.raters(view(row("Ash", 1, 50, 20, raters=0), lead=None))
        == "No candidate stands on raters."
    )


def test_the_raters_of_a_hundred_candidates_fit_one_line():
    shown = view(
        *(row(f"Host {one}", one + 1, 10, 10, raters=5 if one < 99 else 4) for one in range(100)),
        lead=0,
    )

    assert words.raters(shown) == "Raters: 5 for 99 candidates and 4 for 1 candidate."


def test_a_missing_product_is_none_in_the_table_and_never_zero():
    assert words.table(view(A, C))[1] == {
        "Place": "none",
        "Candidate": "Cedar",
        "Points": "none",
        "Raters": "5",
        "Trust": "10.0",
        "Securing money": "none",
    }


def test_what_is_missing_takes_the_place_of_an_answer():
    shown = CompareView(missing=("There are no scores yet.",))

    assert (words.answer(shown), words.and_line(shown)) == (
        "There is nothing to compare yet.",
        "There are no scores yet.",
    )
