"""Dollars of other years: known ends, even growth between, no guesses outside."""

import pytest

from cidesign.domain.dollars import PriceIndex

INDEX = PriceIndex(2017, 2025, 1.44)


def test_the_ends_are_what_is_known():
    assert INDEX.from_first(2017) == 1
    assert INDEX.from_first(2025) == pytest.approx(1.44)


def test_halfway_prices_have_grown_by_the_root():
    assert INDEX.from_first(2021) == pytest.approx(1.2)  # the root of 1.44


def test_outside_the_known_years_nothing_is_guessed():
    assert INDEX.from_first(2010) == 1
    assert INDEX.from_first(2031) == pytest.approx(1.44)
