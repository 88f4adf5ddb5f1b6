"""What each function gets: bars are as long as the coverage, in a fixed order, each in its
function's colour.
"""

import pytest

from cidesign.charts import functions
from cidesign.charts.palette import palette
from tests.charts.drawn import bars, faults, words
from tests.charts.made import COVERAGE, FUNCTION_LABELS, NEED, allocation, plan


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    figure = functions.draw(plan(), allocation(), FUNCTION_LABELS, mode=mode)

    assert faults(figure, mode) == []
    assert list(bars(figure)[1].marker.color) == list(palette(mode).functions.values())


def test_the_bars_are_as_long_as_the_coverage_and_never_sorted():
    figure = functions.draw(plan(), allocation(), FUNCTION_LABELS, mode="light")

    track, covered = bars(figure)

    assert list(covered.x) == list(COVERAGE.values())
    assert list(track.x) == [1.0] * 6
    assert list(covered.y) == sorted(covered.y)


def test_the_lowest_is_named_and_only_it():
    said = words(functions.draw(plan(), allocation(), FUNCTION_LABELS, mode="light"))

    assert [text for text in said if "lowest" in text] == ["Advancing policy <b>lowest</b>"]


def test_share_and_hours_stand_at_the_right():
    said = words(functions.draw(plan(), allocation(), FUNCTION_LABELS, mode="light"))

    assert said[1] == '<b style="color:#1A2129">80%</b> · 72 of 90 h'  # 0.8 x 90 = 72


def test_a_tick_stands_at_the_floor_of_each_function_that_has_one():
    floors = {"vision": "0.5", "policy": "0.2"}

    figure = functions.draw(plan(floor=floors), allocation(), FUNCTION_LABELS, mode="light")

    ticks = next(
        trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"
    )
    assert list(ticks.x) == [0.5, 0.2]


def test_a_function_without_a_need_has_no_bar_and_says_so():
    coverage, need = {**COVERAGE, "policy": None}, {**NEED, "policy": 0.0}

    figure = functions.draw(
        plan(), allocation(coverage=coverage, need=need), FUNCTION_LABELS, mode="light"
    )

    assert len(bars(figure)[1].x) == 5
    assert "no need in this phase" in words(figure)
    assert (
        functions.table(plan(), allocation(coverage=coverage, need=need), FUNCTION_LABELS)[4][
            "Covered"
        ]
        == "–"
    )


def test_the_words_beside_the_chart_name_all_six():
    said = functions.alt(allocation(), FUNCTION_LABELS)

    assert said.count("%") == 6
    assert "Advancing policy 46%" in said


def test_the_table_has_hours_and_floor():
    row = functions.table(plan(), allocation(), FUNCTION_LABELS)[4]

    assert row == {
        "Function": "Advancing policy",
        "Covered": "46%",
        "Hours we have a month": "23 h",
        "Hours needed a month": "50 h",
        "Floor": "35%",
    }
