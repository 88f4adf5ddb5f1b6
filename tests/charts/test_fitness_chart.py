"""The fitness chart, the totals, and any chart on the wall: lengths, ticks, words, and everything
larger by one factor.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.charts import fitness, points, totals
from cidesign.charts.palette import palette
from cidesign.charts.template import scaled
from tests.charts.drawn import bars, faults, words
from tests.charts.test_points import CRITERIA, HILL, RIVER


@dataclass(frozen=True)
class Checked:
    label: str
    value: str
    mark: str
    verdict: str
    share: float | None
    mark_share: float | None
    passed: bool | None


TRUST = Checked("Trust", "4", "3", "passed", 0.75, 0.5, True)
REACH = Checked("Reach", "1.5", "2", "below the mark", 0.125, 0.25, False)
OPEN = Checked("Knowledge", "", "", "no mark", None, None, None)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("rows", [(TRUST, REACH, OPEN), (OPEN,)])
def test_the_chart_is_whole_in_both_modes(mode, rows):
    assert faults(fitness.draw(rows, mode=mode), mode) == []


def test_bars_are_as_long_as_the_share_of_the_scale_and_what_fails_is_grey():
    colours = palette("light")

    track, bar = bars(fitness.draw((TRUST, REACH, OPEN), mode="light"))

    assert [length / whole for length, whole in zip(bar.x, track.x)] == pytest.approx(
        [0.75, 0.125, 0]
    )
    assert list(bar.marker.color)[:2] == [colours.accent, colours.other]


def test_a_tick_stands_at_each_mark_and_nowhere_else():
    drawn = fitness.draw((TRUST, REACH, OPEN), mode="light")
    track = bars(drawn)[0].x[0]
    (ticks,) = [trace for trace in drawn.data if trace.type == "scatter" and trace.mode == "lines"]

    assert [x / track for x in ticks.x if x is not None] == pytest.approx([0.5, 0.5, 0.25, 0.25])


def test_value_mark_and_verdict_are_written_beside_each_bar():
    said = words(fitness.draw((TRUST, REACH, OPEN), mode="light"))

    assert said == [
        "Trust",
        "passed",
        "4, mark 3",
        "Reach",
        "below the mark",
        "1.5, mark 2",
        "Knowledge",
        "no mark",
        "no value",
    ]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_totals_are_bars_on_the_track_of_all_points(mode):
    drawn = totals.draw((RIVER, HILL), Decimal(100), mode=mode)
    track, bar = bars(drawn)

    assert faults(drawn, mode) == []
    assert (list(track.x), list(bar.x)) == ([100, 100], [70, 50])
    assert words(drawn) == ["River", "70.0", "Hill", "50.0"]


def test_who_has_no_points_is_not_drawn_among_the_totals():
    nobody = type(RIVER)("Nobody", None)

    assert words(totals.draw((RIVER, nobody), Decimal(100), mode="light")) == ["River", "70.0"]


def test_few_rows_of_points_still_say_what_each_counts_of_the_whole():
    said = words(points.draw(CRITERIA, (RIVER, HILL), mode="light", rows=1))

    assert [text.split(" <span")[0] for text in said if "counts" in text] == ["Trust"]
    assert "counts 75%" in next(text for text in said if text.startswith("Trust"))


def test_on_the_wall_height_and_words_grow_by_one_factor_and_the_chart_itself_stays():
    drawn = fitness.draw((TRUST, REACH), mode="light")
    sizes = list(drawn.data[-1].textfont.size)

    larger = scaled(drawn, 2)

    assert larger.layout.height == 2 * drawn.layout.height
    assert list(larger.data[-1].textfont.size) == [2 * size for size in sizes]
    assert list(drawn.data[-1].textfont.size) == sizes
    assert Fraction(larger.data[2].line.width) == 2 * Fraction(drawn.data[2].line.width)
