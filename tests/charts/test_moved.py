"""What a further round changed: two marks for each candidate on one scale, with the points and
their difference in words.
"""

from dataclasses import dataclass
from fractions import Fraction

import pytest

from cidesign.charts import moved
from cidesign.charts.palette import LIGHT
from tests.charts.drawn import faults, words


@dataclass(frozen=True)
class Candidate:
    label: str
    before: Fraction | None
    after: Fraction | None
    leads: bool = False


RIVER = Candidate("River", Fraction("70.3"), Fraction("74.4"), True)
HILL = Candidate("Hill", Fraction("72"), Fraction("66.5"))
SAME = Candidate("Same", Fraction(68), Fraction(68))
LATE = Candidate("Late", None, Fraction(60))


def said(figure):
    return [text.strip() for text in words(figure)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("shown", [(RIVER, HILL, SAME, LATE), (SAME,), (LATE,), (), (RIVER,) * 100])
def test_the_chart_is_whole_in_both_modes(mode, shown):
    assert faults(moved.draw(shown, mode=mode), mode) == []


def test_both_points_and_their_difference_are_written():
    assert said(moved.draw((RIVER, HILL), mode="light"))[2:6] == [
        "70.3 before",
        "74.4, +4.1",
        "72.0 before",
        "66.5, −5.5",
    ]


def test_marks_stand_where_their_points_are_on_one_scale():
    figure = moved.draw((RIVER, HILL), mode="light")
    before, after = (
        next(
            trace
            for trace in figure.data
            if trace.mode == "markers" and trace.marker.symbol == symbol
        )
        for symbol in ("circle", "diamond")
    )

    # 70.3 to 74.4 against 72 to 66.5: moves of 4.1 to the right and 5.5 to the left.
    assert (after.x[0] - before.x[0]) / (before.x[1] - after.x[1]) == pytest.approx(4.1 / 5.5)
    assert said(figure)[-2:] == ["65.0", "75.0 points"]


def test_only_who_leads_has_the_accent():
    diamonds = moved.draw((RIVER, HILL), mode="light").data[2]

    assert diamonds.marker.color == (LIGHT.accent, LIGHT.other)


def test_who_has_no_points_before_is_in_the_table_only():
    assert "Late" not in said(moved.draw((RIVER, LATE), mode="light"))
    assert moved.table((LATE,)) == [
        {"Candidate": "Late", "Before": "none", "After": "60.0", "Change": "none"}
    ]


def test_the_difference_is_that_of_the_figures_shown():
    near = Candidate("Near", Fraction("70.04"), Fraction("70.06"))  # 70.0 and 70.1

    assert moved.table((near,))[0]["Change"] == "+0.1"


def test_at_most_eight_are_drawn():
    assert said(moved.draw((RIVER,) * 100, mode="light")).count("River") == 8


def test_the_words_beside_the_chart_name_both_figures():
    assert moved.alt((RIVER,)) == "Points before and after the last round: River from 70.3 to 74.4."
    assert moved.alt((LATE,)) == "There are no points to compare."
