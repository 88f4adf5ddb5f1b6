"""Who scores higher: against least squares in one piece, its laws, and panels that do not hang
together.
"""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cidesign.selection.agreement.leniency import connected, leniency
from tests.selection.made_sheets import gapped, tables


def points_of(table):
    """By candidate and rater, the points that are there; a row without any is left out."""
    rows = {
        f"c{c}": {f"r{r}": Fraction(value) for r, value in enumerate(row) if value is not None}
        for c, row in enumerate(table)
    }
    return {candidate: given for candidate, given in rows.items() if given}


def solved(table, ridge, calculated=None):
    points = points_of(table)
    return leniency(points, calculated or dict.fromkeys(points, Fraction(0)), ridge=ridge)


def in_one_piece(points, ridge):
    """Rows of points = m + b, rows that pull b to 0, and one that makes the sum 0: plain least
    squares over all unknowns.
    """
    candidates, raters = (
        sorted(points),
        sorted({rater for given in points.values() for rater in given}),
    )
    rows, right = [], []
    for c, candidate in enumerate(candidates):
        for rater, value in points[candidate].items():
            rows.append(
                np.eye(len(candidates) + len(raters))[c]
                + np.eye(len(candidates) + len(raters))[len(candidates) + raters.index(rater)]
            )
            right.append(float(value))
    for r in range(len(raters)):
        rows.append(np.eye(len(candidates) + len(raters))[len(candidates) + r] * np.sqrt(ridge))
        right.append(0.0)
    rows.append(np.r_[np.zeros(len(candidates)), np.ones(len(raters))] * 10)
    right.append(0.0)
    found = np.linalg.lstsq(np.array(rows), np.array(right), rcond=None)[0]
    return dict(zip(raters, found[len(candidates) :])), dict(zip(candidates, found))


@pytest.mark.parametrize("ridge", [0, 1])
@given(table=gapped())
def test_leniency_is_that_of_least_squares_in_one_piece(ridge, table):
    points = points_of(table)
    assume(len(connected(points)) == 1)
    leniencies, adjusted = in_one_piece(points, ridge)

    found = solved(table, ridge)

    assert found.leniency == pytest.approx(leniencies, abs=1e-7)
    assert found.adjusted == pytest.approx(adjusted, abs=1e-7)


@pytest.mark.parametrize("ridge", [0, 1])
@given(table=tables(values=st.fractions(0, 100, max_denominator=30)))
def test_in_a_complete_panel_adjusted_points_are_the_mean_points(ridge, table):
    found = solved(table, ridge)

    assert list(found.adjusted.values()) == [float(sum(row) / len(row)) for row in table]


@pytest.mark.parametrize("ridge", [0, 1])
@given(table=gapped())
def test_leniencies_add_to_zero(ridge, table):
    assume(len(connected(points_of(table))) == 1)

    assert sum(solved(table, ridge).leniency.values()) == pytest.approx(0, abs=1e-9)


@given(table=gapped(), more=st.integers(-20, 20))
def test_a_rater_who_gives_more_throughout_is_more_lenient_by_that_and_changes_nothing_else(
    table, more
):
    points = points_of(table)
    assume(len(connected(points)) == 1 and any("r0" in given for given in points.values()))
    shifted = [
        [None if value is None else value + more * (r == 0) for r, value in enumerate(row)]
        for row in table
    ]
    before, after = solved(table, 0), solved(shifted, 0)
    raters = len(before.leniency)

    expected = {
        rater: one + more * ((rater == "r0") - 1 / raters) for rater, one in before.leniency.items()
    }
    assert after.leniency == pytest.approx(expected, abs=1e-8)
    assert after.adjusted == pytest.approx(
        {candidate: one + more / raters for candidate, one in before.adjusted.items()}, abs=1e-8
    )


@given(table=gapped())
def test_the_ridge_never_makes_leniencies_larger_together(table):
    assume(len(connected(points_of(table))) == 1)
    squares = [sum(one**2 for one in solved(table, ridge).leniency.values()) for ridge in (0, 1)]

    assert squares[1] <= squares[0] + 1e-9


@given(table=gapped(), random=st.randoms(use_true_random=False))
def test_the_order_of_raters_does_not_matter(table, random):
    assume(len(connected(points_of(table))) == 1)
    order = random.sample(range(len(table[0])), len(table[0]))
    mixed = {
        candidate: {rater: given[rater] for rater in (f"r{r}" for r in order) if rater in given}
        for candidate, given in reversed(points_of(table).items())
    }

    found = leniency(mixed, dict.fromkeys(mixed, Fraction(0)), ridge=1)

    assert found.leniency == pytest.approx(solved(table, 1).leniency, abs=1e-9)


def test_candidates_hang_together_by_a_rater_or_by_a_chain():
    # r0 links c0 and c1; r1 links c1 and c2; r2 alone scored c3 and c4
    chain = points_of(
        [[1, None, None], [2, 3, None], [None, 4, None], [None, None, 5], [None, None, 6]]
    )

    assert connected(chain) == (("c0", "c1", "c2"), ("c3", "c4"))


def test_a_late_link_joins_groups_that_were_apart():
    assert connected(points_of([[1, None], [None, 2], [3, 4]])) == (("c0", "c1", "c2"),)


@pytest.mark.parametrize("ridge", [0, 1])
def test_a_panel_in_two_parts_is_refused_and_never_solved(ridge):
    assert solved([[1, None], [None, 2]], ridge) is None


def test_nothing_scored_is_no_panel():
    assert leniency({}, {"oak": Fraction(0)}, ridge=1) is None


@pytest.mark.parametrize("ridge", [0, 1])
def test_a_single_rater_is_the_panel(ridge):
    found = solved([[4], [7]], ridge)

    assert found.leniency == {"r0": 0}
    assert found.adjusted == {"c0": 4, "c1": 7}


def test_points_of_calculated_criteria_come_on_top_and_a_missing_one_leaves_nothing():
    found = solved(
        [[4, 6], [7, 9]],
        1,
        calculated={"c0": Fraction(30), "c1": None, "nobody_scored": Fraction(5)},
    )

    assert found.adjusted == {"c0": 35, "c1": None, "nobody_scored": None}


def test_equal_sheets_have_no_leniency_at_all():
    assert solved([[4, 4, 4], [7, 7, None], [1, 1, 1]], 1).leniency == {"r0": 0, "r1": 0, "r2": 0}


def test_a_long_chain_of_raters_is_solved_to_the_last_digits():
    """Rater i scores candidates i and i + 1 and is i points above the first one: exact in
    theory.
    """
    raters, quality = 60, 50
    table = [
        [quality + r if r in (c - 1, c) else None for r in range(raters)] for c in range(raters + 1)
    ]

    found = solved(table, 0)

    middle = (raters - 1) / 2
    assert found.leniency == pytest.approx({f"r{r}": r - middle for r in range(raters)}, abs=1e-8)
    assert list(found.adjusted.values()) == pytest.approx(
        [quality + middle] * (raters + 1), abs=1e-8
    )
