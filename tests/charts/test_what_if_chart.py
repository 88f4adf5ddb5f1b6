"""As it is beside what if: two marks for each function, the change of the shares as they are
shown.
"""

import pytest

from cidesign.charts import what_if
from tests.charts.drawn import faults, words
from tests.charts.made import COVERAGE, FUNCTION_LABELS

THEN = {**COVERAGE, "vision": 0.9, "policy": 0.352}


def said(figure):
    return [text.strip() for text in words(figure)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("then", [THEN, COVERAGE, {}, {"vision": None, "policy": 1.0}])
def test_the_chart_is_whole_in_both_modes(mode, then):
    assert faults(what_if.draw(COVERAGE, then, FUNCTION_LABELS, mode=mode), mode) == []


def test_what_changes_is_written_with_both_shares_and_what_does_not_with_one():
    told = said(what_if.draw(COVERAGE, THEN, FUNCTION_LABELS, mode="light"))

    assert "90%, +10%" in told
    assert "35%, −11%" in told
    assert told.count("75%") == 1


def test_the_changes_are_read_out_and_stand_in_the_table():
    assert what_if.alt(COVERAGE, THEN, FUNCTION_LABELS) == (
        "Coverage as it is and what if: Vision and strategy from 80% to 90%; Advancing policy from "
        "46% to 35%."
    )
    assert what_if.alt(COVERAGE, COVERAGE, FUNCTION_LABELS) == (
        "No function gets another share of its hours."
    )
    assert [row["Change"] for row in what_if.table(COVERAGE, THEN, FUNCTION_LABELS)] == [
        "+10%",
        "–",
        "–",
        "–",
        "−11%",
        "–",
    ]
