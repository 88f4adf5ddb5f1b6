"""Readiness as segments: filled up to the answer, in words beside, in the order given."""

from decimal import Decimal

import pytest

from cidesign.charts import readiness
from cidesign.charts.palette import LIGHT
from cidesign.domain.readiness import ReadinessRow
from tests.charts.drawn import faults, words

ROWS = (
    ReadinessRow("A common agenda", Decimal(4), "in place", in_place=True),
    ReadinessRow("Shared measurement", Decimal(1), "weak", in_place=False),
    ReadinessRow("Backbone <support>", None, "not answered", in_place=False),
)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    assert faults(readiness.draw(ROWS, mode=mode), mode) == []


def test_as_many_segments_are_filled_as_the_answer_says():
    track, filled = readiness.draw(ROWS, mode="light").data[:2]

    # three rows of four; four for the first, one for the second, none for the third
    assert (len(track.x), len(filled.x)) == (12, 5)
    assert list(filled.marker.color) == [LIGHT.accent] * 4 + [LIGHT.other]


def test_half_an_answer_fills_half_a_segment():
    filled = readiness.draw(
        [ReadinessRow("x", Decimal("2.5"), "on the way", in_place=False)], mode="light"
    ).data[1]

    lengths = list(filled.x)
    assert len(lengths) == 3
    assert lengths[2] == pytest.approx(lengths[0] / 2)


def test_every_row_has_its_name_and_its_word_and_tags_are_not_obeyed():
    said = words(readiness.draw(ROWS, mode="light"))

    assert said == [
        "A common agenda",
        "in place",
        "Shared measurement",
        "weak",
        "Backbone &lt;support&gt;",
        "not answered",
    ]


def test_the_words_beside_the_chart_name_what_is_there_and_what_is_not():
    assert (
        readiness.alt(ROWS)
        == "In place: A common agenda. Not yet: Shared measurement and Backbone <support>."
    )


def test_the_table_has_every_check_and_shows_no_zero_where_nobody_answered():
    assert [row["Answer, 0 to 4"] for row in readiness.table(ROWS)] == ["4", "1", "–"]
