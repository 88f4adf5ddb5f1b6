"""The six correlations against a second way, and what they say of tables without variation."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.selection.agreement.icc import FORMS, icc, mean_squares
from tests.selection.made_sheets import exact, tables


def by_variance(table):
    """Mean squares by least squares on indicator columns, another way than by means of rows and
    columns.
    """
    values = np.array(table, dtype=float)
    n, k = values.shape
    y = values.ravel()
    rows, columns = np.repeat(np.eye(n), k, axis=0), np.tile(np.eye(k), (n, 1))

    def left(*parts):
        x = np.hstack([np.ones((n * k, 1)), *parts])
        return float(np.sum((y - x @ np.linalg.lstsq(x, y, rcond=None)[0]) ** 2))

    nothing, by_row, by_column, by_both = left(), left(rows), left(columns), left(rows, columns)
    return {
        "between": (nothing - by_row) / (n - 1),
        "within": by_row / (n * (k - 1)),
        "judges": (nothing - by_column) / (k - 1),
        "error": by_both / ((n - 1) * (k - 1)),
    }


@given(table=tables())
def test_the_mean_squares_are_those_of_least_squares(table):
    squares = mean_squares(exact(table))

    found = {
        name: float(getattr(squares, name)) for name in ("between", "within", "judges", "error")
    }
    assert found == pytest.approx(by_variance(table), abs=1e-8)


@given(table=tables())
def test_every_form_is_at_most_one_or_not_told(table):
    found = icc(exact(table))

    assert tuple(found) == FORMS
    assert all(value is None or np.isfinite(value) for value in found.values())
    assert all(
        found[form] is None or found[form] <= 1 for form in ("1,1", "2,1", "3,1", "1,k", "3,k")
    )


@given(table=tables(), random=st.randoms(use_true_random=False))
def test_the_order_of_raters_and_candidates_does_not_matter(table, random):
    columns = random.sample(list(zip(*table)), len(table[0]))
    mixed = random.sample(list(zip(*columns)), len(table))

    assert icc(exact(mixed)) == icc(exact(table))


@given(table=tables(), shifts=st.lists(st.integers(-9, 9), min_size=6, max_size=6))
def test_a_raters_own_level_leaves_consistency_alone(table, shifts):
    shifted = [[value + shifts[rater] for rater, value in enumerate(row)] for row in table]

    assert icc(exact(shifted))["3,1"] == icc(exact(table))["3,1"]
    assert icc(exact(shifted))["3,k"] == icc(exact(table))["3,k"]


def test_where_nothing_differs_nothing_is_told_and_nothing_is_infinite():
    equal = exact([[3, 3], [3, 3], [3, 3]])

    assert set(icc(equal).values()) == {None}


def test_where_only_raters_differ_consistency_is_not_told():
    found = icc(exact([[1, 5], [1, 5], [1, 5]]))

    assert {form for form, value in found.items() if value is None} == {"3,1", "1,k", "3,k"}
    assert found["2,1"] == 0  # no difference between candidates at all


def test_exact_numbers_find_a_zero_that_floats_would_miss():
    third = Fraction(1, 3)

    assert set(icc([[third, third]] * 3).values()) == {None}
