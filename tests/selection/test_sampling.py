"""Draws of weights are as even as they claim: against closed forms, and against drawing anything
and keeping what fits.
"""

from fractions import Fraction

import numpy as np
import pytest

from cidesign.domain.problem import BadInput
from cidesign.selection.robustness.sampling import anything, draws, in_order, within

SAMPLES = 20_000
FAR = 5  # standard errors; of a few hundred figures none should be further off

# Low and high end of each range; shares times a hundred.
RANGES = {
    "three apart": ([10, 20, 10], [50, 60, 30]),
    "all of it": ([0, 0, 0], [100, 100, 100]),
    "near the low ends": ([30, 30, 30], [90, 90, 90]),
    "near the high ends": ([0, 0, 0, 0], [40, 40, 40, 40]),
    "one hardly moves": ([10, 20, 10, 0], [70, 60, 11, 60]),
    "eight alike": ([5] * 8, [30] * 8),
    "twelve with a cap": ([0] * 12, [25] * 12),
}
# Members who agree on little and mostly on small shares: keeping what fits of any weights would
# keep none.
SKEWED = {
    "one heavy, eleven light": ([30, *[1] * 11], [60, *[10] * 11]),
    "four heavy of twelve": (
        [5, 2, 3, 4, 5, 2, 3, 4, 10, 10, 10, 10],
        [40, 9, 9, 9, 9, 9, 9, 9, 15, 15, 15, 15],
    ),
    "some settled": ([10, 20, 5, 10, 0], [70, 20, 5, 11, 60]),
    "two sorts of members": (
        [1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5],
        [25, 25, 25, 3, 3, 3, 12, 12, 12, 12, 12, 12],
    ),
}


def shares(ends):
    return [Fraction(end, 100) for end in ends]


def same_law(one, other):
    """Whether means, products and medians of two lots of samples differ by no more than chance
    does.
    """
    for first, second in (
        (one, other),
        (np.einsum("si,sj->sij", one, one), np.einsum("si,sj->sij", other, other)),
        (one < np.median(other, axis=0), other < np.median(other, axis=0)),
    ):
        error = np.sqrt(first.var(axis=0) / len(first) + second.var(axis=0) / len(second))
        if not np.all(np.abs(first.mean(axis=0) - second.mean(axis=0)) <= FAR * error + 1e-12):
            return False
    return True


def kept_of_any(low, high, samples):
    """Any weights above the low ends, and of these those below the high ends."""
    low, high = np.array(low) / 100, np.array(high) / 100
    generator, kept = np.random.default_rng(7), []
    while sum(map(len, kept)) < samples:
        drawn = low + (1 - low.sum()) * generator.dirichlet(np.ones(len(low)), 50_000)
        kept.append(drawn[(drawn <= high).all(axis=1)])
    return np.concatenate(kept)[:samples]


def last_one_fits(low, high, samples):
    """All but the widest drawn evenly from their ranges; kept where the widest can take the
    rest.
    """
    low, high = np.array(low) / 100, np.array(high) / 100
    generator, kept, widest = np.random.default_rng(8), [], int(np.argmax(high - low))
    while sum(map(len, kept)) < samples:
        drawn = generator.uniform(low, high, (50_000, len(low)))
        drawn[:, widest] += 1 - drawn.sum(axis=1)
        kept.append(drawn[(drawn[:, widest] >= low[widest]) & (drawn[:, widest] <= high[widest])])
    return np.concatenate(kept)[:samples]


@pytest.mark.parametrize("criteria", [1, 2, 5, 12])
def test_any_weights_have_the_moments_of_the_simplex(criteria):
    drawn = draws(anything(criteria), SAMPLES, seed=1)

    assert drawn.shape == (SAMPLES, criteria)
    assert np.abs(drawn.sum(axis=1) - 1).max() < 1e-12
    spread = (criteria - 1) / (criteria**2 * (criteria + 1))
    assert (
        np.abs(drawn.mean(axis=0) - 1 / criteria).max() <= FAR * np.sqrt(spread / SAMPLES) + 1e-12
    )
    assert drawn.var(axis=0) == pytest.approx(np.full(criteria, spread), rel=0.06)


def test_any_weights_are_not_even_numbers_divided_by_their_sum():
    drawn = draws(anything(8), 100_000, seed=1)

    # No weight above .2: .0152 of the simplex by the theory of spacings, .2596 of the wrong draws.
    assert (drawn <= 0.2).all(axis=1).mean() == pytest.approx(0.0152, abs=0.002)


def test_a_strict_order_has_the_rank_order_centroid_as_its_mean():
    drawn = draws(in_order([2, 4, 1, 3]), SAMPLES, seed=1)

    assert np.all(np.diff(drawn[:, [2, 0, 3, 1]], axis=1) <= 0)
    assert drawn.mean(axis=0) == pytest.approx(
        [0.2708, 0.0625, 0.5208, 0.1458], abs=0.004
    )  # Barron & Barrett 1996


def test_criteria_on_one_place_share_the_centroids_of_its_places():
    drawn = draws(in_order([1, 2, 2, 3]), SAMPLES, seed=1)

    assert np.all(drawn[:, 0] >= drawn[:, 1:3].max(axis=1))
    assert np.all(drawn[:, 3] <= drawn[:, 1:3].min(axis=1))
    assert (drawn[:, 1] > drawn[:, 2]).mean() == pytest.approx(0.5, abs=0.02)
    assert drawn.mean(axis=0) == pytest.approx([0.5208, 0.2083, 0.2083, 0.0625], abs=0.004)


def test_an_order_without_any_order_is_any_weights():
    assert same_law(draws(in_order([1] * 4), SAMPLES, seed=1), draws(anything(4), SAMPLES, seed=2))


def test_an_order_keeps_what_any_weights_in_that_order_look_like():
    drawn = draws(anything(4), 200_000, seed=5)
    kept = drawn[
        (drawn[:, 0] >= drawn[:, 1:3].max(axis=1)) & (drawn[:, 3] <= drawn[:, 1:3].min(axis=1))
    ]

    assert same_law(draws(in_order([1, 2, 2, 3]), SAMPLES, seed=1), kept)


@pytest.mark.parametrize("ends", RANGES.values(), ids=RANGES)
def test_weights_within_ranges_are_any_weights_that_fit(ends):
    drawn = draws(within(*map(shares, ends)), SAMPLES, seed=1)

    assert same_law(drawn, kept_of_any(*ends, SAMPLES))


@pytest.mark.parametrize("ends", SKEWED.values(), ids=SKEWED)
def test_weights_within_skewed_ranges_are_even_too(ends):
    drawn = draws(within(*map(shares, ends)), SAMPLES, seed=1)

    assert same_law(drawn, last_one_fits(*ends, SAMPLES))


@pytest.mark.parametrize("ends", [*RANGES.values(), *SKEWED.values()], ids=[*RANGES, *SKEWED])
def test_weights_within_ranges_stay_within_and_add_to_one(ends):
    drawn = draws(within(*map(shares, ends)), 2_000, seed=3)

    assert np.all(drawn >= np.array(ends[0]) / 100)
    assert np.all(drawn <= np.array(ends[1]) / 100)
    assert np.abs(drawn.sum(axis=1) - 1).max() < 1e-12


@pytest.mark.parametrize("half", [1e-2, 1e-6, 1e-9])
def test_ranges_as_narrow_as_one_likes_are_filled_evenly(half):
    drawn = draws(within([1 / 3 - half] * 3, [1 / 3 + half] * 3), SAMPLES, seed=1)

    # In units of half: x, y and -x-y in [-1, 1], a hexagon; x has the density (2 - |x|) / 3, so the
    # variance 5/18.
    scaled = (drawn - 1 / 3) / half
    assert scaled.var(axis=0) == pytest.approx([5 / 18] * 3, rel=0.05)
    assert np.abs(scaled.mean(axis=0)).max() < 0.02


def test_members_who_say_the_same_leave_nothing_to_draw():
    same = [Fraction(1, 3), Fraction(1, 6), Fraction(1, 2)]

    assert draws(within(same, same), 3, seed=1) == pytest.approx(
        np.array([[1 / 3, 1 / 6, 1 / 2]] * 3)
    )


def test_shares_that_miss_one_by_a_rounding_error_are_still_shares():
    tenths = [0.1] * 10  # 0.1 is no tenth to a computer

    assert draws(within(tenths, tenths), 2, seed=1) == pytest.approx(np.full((2, 10), 0.1))


def test_one_criterion_takes_all():
    assert draws(within([0], [1]), 2, seed=1).tolist() == [[1.0], [1.0]]
    assert draws(in_order([1]), 2, seed=1).tolist() == [[1.0], [1.0]]


def test_ranges_that_leave_one_way_only_give_that_one():
    assert draws(within([0.2, 0.3, 0.5], [0.9, 0.9, 0.9]), 2, seed=1) == pytest.approx(
        np.array([[0.2, 0.3, 0.5]] * 2)
    )
    assert draws(within([0, 0, 0.9], [0.05, 0.05, 0.9]), 2, seed=1) == pytest.approx(
        np.array([[0.05, 0.05, 0.9]] * 2)
    )


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ([0.6, 0.5], [1, 1], "add to more than 1"),
        ([0, 0], [0.4, 0.5], "add to less than 1"),
        ([0.5, 0.2], [0.4, 0.9], "above its own end"),
        ([-0.1, 0.2], [0.4, 0.9], "begins below 0"),
        ([0.1], [0.4, 0.9], "both ends"),
        ([], [], "both ends"),
    ],
)
def test_ranges_without_weights_are_refused_with_a_sentence(low, high, said):
    with pytest.raises(BadInput, match=said):
        draws(within(low, high), 5, seed=1)


def test_no_samples_and_no_criteria_are_refused():
    with pytest.raises(BadInput, match="ask for at least one"):
        draws(anything(3), 0, seed=1)
    with pytest.raises(BadInput, match="no criterion"):
        draws(anything(0), 5, seed=1)


def test_a_seed_gives_the_same_draws_and_another_seed_others():
    for draw in (
        lambda seed: draws(anything(3), 50, seed=seed),
        lambda seed: draws(in_order([1, 1, 2]), 50, seed=seed),
        lambda seed: draws(within([0.1, 0.1, 0.1], [0.7, 0.7, 0.7]), 50, seed=seed),
    ):
        assert np.array_equal(draw(4), draw(4))
        assert not np.array_equal(draw(4), draw(5))


@pytest.mark.soak
def test_a_hundred_random_panels_of_members_are_drawn_evenly():
    generator = np.random.default_rng()
    for _ in range(100):
        criteria, members = int(generator.integers(2, 13)), int(generator.integers(2, 6))
        said = generator.dirichlet(np.full(criteria, generator.choice([0.5, 1, 5, 50])), members)
        low, high = said.min(axis=0), said.max(axis=0)

        drawn = within(low, high)(np.random.default_rng(1), SAMPLES).T

        assert same_law(drawn, last_one_fits(100 * low, 100 * high, SAMPLES))
