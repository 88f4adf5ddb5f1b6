"""Fit by structure: one bar of 100 points each, in the order given; the best in the accent, ties
alike.
"""

import pytest

from cidesign.charts import structure_fit
from cidesign.charts.palette import palette
from cidesign.domain.structure import StructureFit
from tests.charts.drawn import bars, faults, words

NAMES = {"a": "Funder", "b": "Government"}
FITS = (StructureFit("a", 71.25), StructureFit("b", 40.0))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    figure = structure_fit.draw(FITS, NAMES, {"a": ["Money 20.0", "Trust 10.0"]}, mode=mode)

    assert faults(figure, mode) == []


def test_bars_are_as_long_as_the_points_on_a_track_of_100():
    track, bar = bars(structure_fit.draw(FITS, NAMES, {}, mode="light"))

    assert list(track.x) == [100.0, 100.0]
    assert list(bar.x) == [71.25, 40.0]


def test_only_the_best_has_the_accent_and_ties_share_it():
    accent, other = palette("dark").accent, palette("dark").other

    _, one = bars(structure_fit.draw(FITS, NAMES, {}, mode="dark"))
    _, two = bars(structure_fit.draw((FITS[0], StructureFit("b", 71.25)), NAMES, {}, mode="dark"))

    assert list(one.marker.color) == [accent, other]
    assert list(two.marker.color) == [accent, accent]


def test_points_are_written_to_a_tenth_with_halves_up():
    said = words(structure_fit.draw(FITS, NAMES, {}, mode="light"))

    assert said == ["Funder", "71.3", "Government", "40.0"]


def test_reasons_fill_two_lines_at_most_and_are_not_torn_apart():
    pieces = [
        "Bringing others to the table 13.0",
        "Knowing the issue and the place 12.0",
        "Clear responsibility 9.0",
        "Money 8.0",
    ]

    said = words(structure_fit.draw(FITS[:1], NAMES, {"a": pieces}, mode="light"))

    assert said[2:] == ["Bringing others to the table 13.0", "Knowing the issue and the place 12.0"]
