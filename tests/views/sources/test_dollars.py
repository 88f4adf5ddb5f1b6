"""The memo's ranges in dollars of any year, side by side with those of 2017."""

import pytest

from cidesign.catalog import load
from cidesign.views.sources import dollars


@pytest.fixture(scope="module")
def catalog():
    return load()


def ends(catalog, year):
    return [
        (round(one.low_usd), round(one.high_usd)) for one in dollars.side_by_side(catalog, year)
    ]


def test_dollars_of_2017_are_the_memos_own(catalog):
    assert ends(catalog, 2017) == [(400_000, 600_000), (500_000, 750_000)]


def test_dollars_of_2025_are_139_for_100(catalog):
    # 400 x 1.39 = 556, 600 x 1.39 = 834, 500 x 1.39 = 695, 750 x 1.39 = 1042.5
    assert ends(catalog, 2025) == [(556_000, 834_000), (695_000, 1_042_500)]


def test_halfway_dollars_have_grown_by_the_root(catalog):
    # the root of 1.39 is 1.178983; 400,000 of it is 471,593
    assert ends(catalog, 2021)[0] == (471_593, 707_390)


def test_later_dollars_grow_by_the_usual_growth_of_salaries(catalog):
    # 1.39 x 1.035 x 1.035 = 1.48900275
    assert ends(catalog, 2027)[0] == (595_601, 893_402)


def test_no_prices_before_the_first_known_one_are_counted(catalog):
    assert ends(catalog, 2016) == ends(catalog, 2017)


def test_every_year_on_offer_stands_beside_2017(catalog):
    for year in dollars.YEARS:
        for row in dollars.rows(catalog, year):
            assert "Dollars of 2017" in row
            assert f"Dollars of {year}" in row


def test_what_is_a_guess_is_called_one(catalog):
    assert "assumed" in dollars.note(catalog, 2027)
    assert "3.5 percent" in dollars.note(catalog, 2027)
    assert "assumed" in dollars.note(catalog, 2020)
    assert dollars.note(catalog, 2025).count("assumed") == 1


def test_the_memo_names_no_price_year_and_ours_is_called_a_guess_in_every_year(catalog):
    for year in dollars.YEARS:
        assert "names no price year" in dollars.note(catalog, year)
        assert "2017 is assumed" in dollars.note(catalog, year)
