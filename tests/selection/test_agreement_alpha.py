"""Alpha against another program, its laws, and its interval against a plain bootstrap."""

from fractions import Fraction

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cidesign.selection.agreement.alpha import alpha, alpha_interval
from tests.selection.made_sheets import gapped


def units_of(table):
    return [[Fraction(value) for value in unit if value is not None] for unit in table]


def second_opinion(table):
    rows = np.array(
        [[np.nan if value is None else float(value) for value in unit] for unit in table]
    ).T
    return krippendorff.alpha(rows, level_of_measurement="interval")


def varies(table):
    return len({value for unit in units_of(table) if len(unit) > 1 for value in unit}) > 1


def meeting(units):
    """Alpha from the table of values that meet in a candidate, in exact numbers; None where all
    that count are equal (Krippendorff 2011).
    """
    met, counted = [], [unit for unit in units if len(unit) > 1]
    for unit in counted:
        met += [((one - other) ** 2, len(unit) - 1) for one in unit for other in unit]
    values = [value for unit in counted for value in unit]
    expected = sum((one - other) ** 2 for one in values for other in values)
    observed = sum((apart / pairs for apart, pairs in met), Fraction(0))
    return float(1 - (len(values) - 1) * observed / expected) if expected else None


@given(table=gapped())
def test_alpha_is_that_of_another_program(table):
    assume(varies(table))

    assert alpha(units_of(table)) == pytest.approx(float(second_opinion(table)), abs=1e-9)


@given(table=gapped())
def test_alpha_by_sums_is_that_of_the_values_that_meet(table):
    assert alpha(units_of(table)) == meeting(units_of(table))


@given(
    table=gapped(),
    shift=st.fractions(-5, 5),
    factor=st.fractions(min_value=Fraction(1, 9), max_value=9),
)
def test_another_zero_or_unit_changes_nothing(table, shift, factor):
    units = units_of(table)

    assert alpha([[shift + factor * value for value in unit] for unit in units]) == alpha(units)


@given(table=gapped(), random=st.randoms(use_true_random=False))
def test_the_order_of_raters_does_not_matter(table, random):
    mixed = [random.sample(unit, len(unit)) for unit in units_of(table)]

    assert alpha(mixed) == alpha(units_of(table))
    assert alpha_interval(mixed, seed=3) == pytest.approx(alpha_interval(units_of(table), seed=3))


def test_candidates_with_one_score_do_not_count():
    units = units_of([[1, 2], [4, 5], [2, 2]])

    assert alpha([*units, [Fraction(9)], []]) == alpha(units)


def test_full_agreement_is_one_and_opposite_sheets_are_below_zero():
    assert alpha(units_of([[1, 1], [5, 5], [3, 3]])) == 1
    assert alpha(units_of([[1, 5], [5, 1], [1, 5]])) < 0


@pytest.mark.parametrize(
    "units", [[], [[]], [[Fraction(3)]], [[Fraction(3), Fraction(3)], [Fraction(3), Fraction(3)]]]
)
def test_without_two_scores_that_differ_there_is_no_alpha(units):
    assert alpha(units) is None
    assert alpha_interval(units, seed=1) is None


def test_with_one_candidate_alpha_is_zero_whatever_is_said():
    assert alpha(units_of([[1, 5, 3]])) == 0
    assert alpha(units_of([[1, 2, 1]])) == 0


TEN_CANDIDATES = [
    [2, 3, 2],
    [5, 4, 5],
    [7, 7, 9],
    [1, 2, 2],
    [9, 8, 9],
    [4, 6, 5],
    [3, 3, 4],
    [8, 6, 7],
    [6, 6, None],
    [2, 5, 3],
]


@pytest.mark.parametrize(("seed", "close"), [(1, 1e-9), (99, 0.03)])
def test_the_interval_is_that_of_a_plain_bootstrap(seed, close):
    units = units_of(TEN_CANDIDATES)
    rng = np.random.default_rng(
        seed
    )  # the same draws, and others: the ends of 2,000 draws of ten candidates vary by about 0.01

    drawn = [
        alpha([units[place] for place in rng.integers(0, len(units), len(units))])
        for _ in range(2000)
    ]

    expected = np.percentile([value for value in drawn if value is not None], [2.5, 97.5])
    assert alpha_interval(units, seed=1, draws=2000) == pytest.approx(tuple(expected), abs=close)


def test_the_ends_of_the_interval_hardly_move_with_the_seed():
    ends = [alpha_interval(units_of(TEN_CANDIDATES), seed=seed) for seed in range(1, 9)]

    assert all(max(one) - min(one) < 0.02 for one in zip(*ends))


def test_another_seed_draws_anew_and_the_same_seed_draws_the_same():
    units = units_of(TEN_CANDIDATES)

    assert alpha_interval(units, seed=1) == alpha_interval(units, seed=1)
    assert alpha_interval(units, seed=1) != alpha_interval(units, seed=2)


def test_a_draw_without_variation_is_dropped_and_never_counts_as_zero():
    same, other = [Fraction(1, 3)] * 3, [Fraction(2, 3)] * 3

    low, high = alpha_interval(
        [same, same, same, same, other], seed=1
    )  # a third of the draws hold no "other"

    assert (low, high) == pytest.approx((1, 1), abs=1e-12)


def test_the_interval_needs_five_candidates():
    assert alpha_interval(units_of(TEN_CANDIDATES[:4]), seed=1) is None
    assert alpha_interval([*units_of(TEN_CANDIDATES[:4]), [Fraction(1)]], seed=1) is None
    assert alpha_interval(units_of(TEN_CANDIDATES[:5]), seed=1) is not None


def test_large_points_that_differ_little_keep_their_digits():
    units = [
        [Fraction(10**12) + value / 10**6 for value in unit] for unit in units_of(TEN_CANDIDATES)
    ]

    assert alpha(units) == alpha(units_of(TEN_CANDIDATES))
    assert alpha_interval(units, seed=1) == pytest.approx(
        alpha_interval(units_of(TEN_CANDIDATES), seed=1), abs=1e-9
    )
