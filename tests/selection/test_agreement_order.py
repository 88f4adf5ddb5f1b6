"""The order raters give (Kendall's W), the cells to talk about, and how near scores stand to each
other.
"""

from fractions import Fraction
from itertools import combinations
from statistics import stdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cidesign.selection import agreement
from cidesign.selection.agreement.concordance import kendall_w, mean_ranks
from cidesign.selection.agreement.consensus import consensus
from tests.selection.made_sheets import exact, sheets_of, tables

SHARES = st.lists(st.fractions(0, 1, max_denominator=12), min_size=1, max_size=8)


@given(table=tables())
def test_w_follows_from_the_mean_rank_correlation(table):
    """Without a rater who ties everybody: (m W - 1) / (m - 1), where no ties; with them, the test
    of Friedman: chi2 = m (n - 1) W.
    """
    columns = list(zip(*table))
    found = kendall_w(exact(table))
    if all(len(set(column)) == 1 for column in columns):
        assert found is None
        return
    if len(columns) < 3:  # scipy takes three or more
        return
    friedman = stats.friedmanchisquare(*table)[0]
    assert found == pytest.approx(
        friedman / (len(columns) * (len(table) - 1)), abs=1e-9
    ) or np.isnan(friedman)


@given(
    orders=st.integers(2, 5).flatmap(
        lambda raters: st.lists(st.permutations(range(6)), min_size=raters, max_size=raters)
    )
)
def test_without_ties_w_is_the_mean_rank_correlation_of_pairs(orders):
    m = len(orders)
    mean = np.mean([stats.spearmanr(one, other)[0] for one, other in combinations(orders, 2)])

    assert kendall_w(exact(zip(*orders))) == pytest.approx((mean * (m - 1) + 1) / m, abs=1e-9)


@given(table=tables())
def test_w_lies_between_zero_and_one_and_asks_only_for_the_order(table):
    found = kendall_w(exact(table))
    other = [[2 ** int(value) + 7 for value in row] for row in table]

    assert found is None or 0 <= found <= 1
    assert kendall_w(exact(other)) == found


def test_the_same_order_is_one_and_two_opposite_orders_are_zero():
    assert kendall_w(exact([[1, 2], [2, 3], [3, 9]])) == 1
    assert kendall_w(exact([[1, 3], [2, 2], [3, 1]])) == 0


def test_ties_are_found_on_exact_numbers():
    tenth = Fraction(1, 10)

    assert mean_ranks([tenth + 2 * tenth, 3 * tenth, Fraction(0)]) == [
        Fraction(5, 2),
        Fraction(5, 2),
        1,
    ]  # 0.1 + 0.2 is 0.3


@given(shares=SHARES)
def test_consensus_lies_between_zero_and_one_and_is_one_only_for_one_opinion(shares):
    found = consensus(shares)

    assert -1e-12 <= found <= 1
    assert (found == 1) == (len(set(shares)) == 1)


@given(shares=SHARES)
def test_consensus_does_not_ask_which_end_of_a_scale_is_best(shares):
    assert consensus([1 - share for share in shares]) == pytest.approx(consensus(shares), abs=1e-12)


def test_the_agenda_holds_cells_with_two_scores_the_widest_first_then_by_id():
    given = {
        "r1": {"oak": {"a": 0, "b": 2}, "elm": {"a": 4, "b": 5}, "ash": {"a": 1}},
        "r2": {"oak": {"a": 10, "b": 4}, "elm": {"a": 6, "b": 5}},
        "r3": {"oak": {"a": 5}},
    }

    found = agreement(sheets_of(given, weights={"a": 10, "b": 10})).agenda

    assert [(one.candidate, one.criterion) for one in found] == [
        ("oak", "a"),
        ("elm", "a"),
        ("oak", "b"),
        ("elm", "b"),
    ]
    assert [one.spread for one in found] == pytest.approx(
        [stdev([0, 1, 0.5]), stdev([0.4, 0.6]), stdev([0.2, 0.4]), 0]
    )
    assert [one.scores for one in found] == [(0, 5, 10), (4, 6), (2, 4), (5, 5)]
    assert found[-1].consensus == 1


def test_spreads_are_compared_exactly_so_that_equal_ones_go_by_id():
    given = {"r1": {"b": 0.1, "a": 0.3}, "r2": {"b": 0.3, "a": 0.1}, "r3": {"b": 0.2, "a": 0.2}}

    assert [one.candidate for one in agreement(sheets_of(given)).agenda] == ["a", "b"]
