"""The timetable: bars follow each other without gaps, dates stand at the right, and nothing leaves
the chart.
"""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from cidesign.charts import timetable
from cidesign.charts.palette import palette
from tests.charts.drawn import bars, faults, words


@dataclass(frozen=True)
class Step:
    label: str
    begins: Decimal
    ends: Decimal
    when: str
    marks: str = ""
    length: str = "2 weeks, assumed"


STEPS = (
    Step("Agree on the rules", Decimal(0), Decimal(2), "1 Sep to 14 Sep", "seal"),
    Step("Publish the call", Decimal(2), Decimal(7), "15 Sep to 19 Oct"),
    Step("Decide and say why", Decimal(7), Decimal(8), "20 Oct to 26 Oct", "award"),
)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    assert faults(timetable.draw(STEPS, mode=mode), mode) == []


def test_each_bar_begins_where_the_one_before_ends():
    (drawn,) = bars(timetable.draw(STEPS, mode="light"))

    # Eight weeks in all: 2, 5 and 1.
    assert list(drawn.base) == [0, 0.25, 0.875]
    assert list(drawn.x) == [0.25, 0.625, 0.125]


def test_the_steps_other_dates_rest_on_have_the_accent():
    drawn = bars(timetable.draw(STEPS, mode="light"))[0]

    assert [colour == palette("light").accent for colour in drawn.marker.color] == [
        True,
        False,
        True,
    ]


def test_every_step_is_named_with_its_dates_and_weeks():
    said = words(timetable.draw(STEPS, mode="light"))

    for step in STEPS:
        assert {step.label, step.when} <= set(said)
    assert said.count("2 weeks, assumed") == 3


def test_a_step_without_any_weeks_and_a_very_long_name_still_fit():
    odd = (
        Step("A" * 90, Decimal(0), Decimal(0), "1 Sep to 1 Sep"),
        Step("B", Decimal(0), Decimal(1), "week 1"),
    )

    assert faults(timetable.draw(odd, mode="light"), "light") == []
    assert faults(timetable.draw((), mode="light"), "light") == []


def test_the_words_and_the_table_say_the_same():
    assert "Publish the call: 15 Sep to 19 Oct, 2 weeks, assumed." in timetable.alt(STEPS)
    assert timetable.table(STEPS)[1] == {
        "Step": "Publish the call",
        "When": "15 Sep to 19 Oct",
        "How long": "2 weeks, assumed",
    }
