"""Numbers are written one way everywhere; the expected forms are those of the style page."""

from decimal import Decimal

import pytest

from cidesign.domain import figures


@pytest.mark.parametrize(
    ("usd", "written"),
    [
        (140000, "$140,000"),
        (Decimal("139999.5"), "$140,000"),
        (-200000, "−$200,000"),
        (-0.2, "$0"),
        (0, "$0"),
    ],
)
def test_money_in_a_sentence_has_commas_and_a_real_minus(usd, written):
    assert figures.money(usd) == written


@pytest.mark.parametrize(
    ("usd", "written"),
    [
        (550000, "$550k"),
        (1_040_000, "$1.04m"),
        (999_700, "$1m"),
        (999_400, "$999k"),
        (-200_000, "−$200k"),
        (850, "$850"),
        (131_250, "$131k"),
    ],
)
def test_money_on_charts_is_short(usd, written):
    assert figures.money_short(usd) == written


@pytest.mark.parametrize(
    ("usd", "written"),
    [(426_269.4, "$427,000"), (140_000, "$140,000"), (0.01, "$1,000"), (0, "$0")],
)
def test_money_to_be_found_is_rounded_up_so_that_it_is_enough(usd, written):
    assert figures.money_up(usd) == written


def test_a_range_of_money_names_the_dollar_once():
    assert figures.money_range(556_000, 834_000) == "$556k–834k"
    assert figures.money_range(695_000, 1_042_500) == "$695k–1.04m"


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0.93, "93%"),
        (0.004, "under 1%"),
        (0, "0%"),
        (1, "100%"),
        (0.998, "over 99%"),
        (0.685, "69%"),
        (1e-15, "0%"),
    ],
)
def test_a_share_has_no_decimals(share, written):
    assert figures.percent(share) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0.925, "93 of 100"),  # halves up
        (0.01, "1 of 100"),
        (0, "0 of 100"),
        (0.00001, "under 1 of 100"),
        (0.99999, "over 99 of 100"),
        (1, "100 of 100"),
    ],
)
def test_of_a_hundred_none_means_never_and_all_means_always(share, written):
    assert figures.of_hundred(share) == written


@pytest.mark.parametrize(
    ("change", "written"), [(1.34, "+1.3"), (-0.44, "−0.4"), (0.04, "0.0"), (-0.04, "0.0")]
)
def test_a_difference_carries_its_sign(change, written):
    assert figures.difference(change) == written


@pytest.mark.parametrize(
    ("number", "written"), [(0.745, "0.75"), (-0.048, "−0.05"), (1, "1.00"), (-0.001, "0.00")]
)
def test_a_coefficient_has_two_places_and_never_a_negative_zero(number, written):
    assert figures.coefficient(number) == written


@pytest.mark.parametrize(
    ("posts", "written"), [(1.0, "1"), (0.75, "0.75"), (Decimal("3.50"), "3.5"), (10, "10")]
)
def test_posts_have_no_trailing_zeros(posts, written):
    assert figures.fte(posts) == written


def test_hours_are_whole_with_a_comma_from_a_thousand_on():
    assert figures.hours_of(128.4, 170) == "128 of 170 h"
    assert figures.hours(1010) == "1,010 h"


def test_months_counts_and_lists_are_words():
    assert figures.month("2029-03") == "March 2029"
    assert figures.count(4, opening=True) == "Four"
    assert figures.count(1200) == "1,200"
    assert figures.listed(["a"]) == "a"
    assert figures.listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("high", "low", "apart", "change"),
    [
        # 66.14 and 52.75 are shown as 66.1 and 52.8 and lie 13.39 apart: not 13.3.
        ("66.14", "52.75", "13.4 (rounded)", "+13.4 (rounded)"),
        ("66.1", "52.8", "13.3", "+13.3"),
        ("74.4", "73.1", "1.3", "+1.3"),
        ("70.04", "69.96", "0.1 (rounded)", "+0.1 (rounded)"),
        ("50", "50", "0.0", "0.0"),
    ],
)
def test_a_difference_is_that_of_the_figures_shown_or_said_to_be_rounded(high, low, apart, change):
    high, low = Decimal(high), Decimal(low)

    assert figures.points_apart(high, low) == apart
    assert figures.difference_between(low, high) == change
