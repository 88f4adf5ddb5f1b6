"""A fact in words: its unit in place, its range, and what it is about."""

from datetime import date

import pytest

from cidesign.catalog import load
from cidesign.domain.fact import Fact
from cidesign.views.sources.facts import KINDS, place_words, range_words, value_words

CATALOG = load()


def fact(value, unit, low=None, high=None):
    bounds = (value if low is None else low, value if high is None else high)
    return Fact(
        value=value, range=bounds, unit=unit, as_of=date(2026, 11, 1), basis="assumed", source="own"
    )


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("95000", "USD/FTE-year", "$95,000 a full-time year"),
        ("12000", "USD/year", "$12,000 a year"),
        ("0.25", "USD/word", "$0.25 per word"),
        ("0.15", "share of revenue", "15% of revenue"),
        ("0.035", "share a year", "3.5% a year"),
        ("1", "weeks", "1 week"),
        ("14", "weeks", "14 weeks"),
        ("3", "level from 1 to 5", "3, level from 1 to 5"),
        ("450000", "AUD over 3 years", "450,000 AUD over 3 years"),
        ("-2", "points of advice", "−2 points of advice"),
    ],
)
def test_a_value_is_written_with_its_unit(value, unit, written):
    assert value_words(fact(value, unit)) == written


def test_a_range_is_told_only_where_it_is_one():
    assert range_words(fact(100000, "USD/year", 78240, 105350)) == "$78,240 to $105,350"
    assert range_words(fact("0.1", "share of cost", "0.05", "0.15")) == "5% to 15%"
    assert range_words(fact(5, "weeks")) == ""


def test_a_place_in_the_data_is_told_in_words():
    assert place_words("roles.director.salary", CATALOG) == "Director: salary"
    assert (
        place_words("structures.funder.levels.neutrality.fact", CATALOG)
        == "Funder-based: level, being seen as neutral"
    )


def test_every_fact_has_words_and_no_two_of_a_file_are_told_alike():
    told = [(place.split(".")[0], place_words(place, CATALOG)) for place, _ in CATALOG.facts()]

    assert [one for one in told if "_" in one[1] or not one[1]] == []
    assert {kind for kind, _ in told} <= set(KINDS)
    assert len(told) == len(set(told)), sorted({one for one in told if told.count(one) > 1})
