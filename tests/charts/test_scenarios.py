"""Plans side by side: bars as long as coverage, functions in their order and colours, our plan
first.
"""

import pytest

from cidesign.charts import scenarios
from cidesign.charts.palette import palette
from tests.charts.drawn import bars, faults, words
from tests.charts.made import COVERAGE, FUNCTION_LABELS

OTHER = {name: share / 2 for name, share in COVERAGE.items()}
PLANS = [scenarios.Plan("Our plan, $550k", COVERAGE), scenarios.Plan("$400k", OTHER)]
FIVE = [scenarios.Plan(f"A plan with a long name, number {place}", COVERAGE) for place in range(5)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("plans", [PLANS, FIVE, PLANS[:1], []])
def test_the_chart_is_whole_in_both_modes(mode, plans):
    assert faults(scenarios.draw(plans, FUNCTION_LABELS, mode=mode), mode) == []


def test_each_function_keeps_its_place_and_its_colour_in_every_plan():
    figure = scenarios.draw(PLANS, FUNCTION_LABELS, mode="light")

    (drawn,) = bars(figure)
    coloured = [colour for colour in drawn.marker.color if colour != palette("light").grid]

    assert coloured == [colour for colour in palette("light").functions.values() for _ in PLANS]


def test_a_bar_is_as_long_as_the_coverage_is_of_its_track():
    (drawn,) = bars(scenarios.draw(PLANS, FUNCTION_LABELS, mode="light"))
    tracks = [
        length
        for length, colour in zip(drawn.x, drawn.marker.color)
        if colour == palette("light").grid
    ]
    lengths = [
        length
        for length, colour in zip(drawn.x, drawn.marker.color)
        if colour != palette("light").grid
    ]

    shares = [share for pair in zip(COVERAGE.values(), OTHER.values()) for share in pair]
    assert [length / track for length, track in zip(lengths, tracks)] == pytest.approx(shares)


def test_the_share_stands_beside_every_name_above_its_bar():
    said = words(scenarios.draw(PLANS, FUNCTION_LABELS, mode="light"))

    assert said[:5] == ["Vision and strategy", "Our plan, $550k", "80%", "$400k", "40%"]


def test_a_function_without_need_or_a_plan_that_was_not_found_has_no_bar():
    figure = scenarios.draw(
        [scenarios.Plan("Ours", {**COVERAGE, "vision": None}), scenarios.Plan("Too little", {})],
        FUNCTION_LABELS,
        mode="light",
    )

    assert words(figure)[:5] == ["Vision and strategy", "Ours", "–", "Too little", "–"]
    assert palette("light").functions["vision"] not in bars(figure)[0].marker.color


def test_the_height_follows_from_the_number_of_plans():
    heights = [
        scenarios.draw(FIVE[:count], FUNCTION_LABELS, mode="light").layout.height
        for count in (1, 2, 5)
    ]

    assert heights == sorted(heights)
    assert heights[2] - heights[1] == 3 * (heights[1] - heights[0])


def test_words_and_table_say_what_the_chart_shows():
    assert "Our plan, $550k: Vision and strategy 80%" in scenarios.alt(PLANS, FUNCTION_LABELS)
    assert scenarios.table(PLANS, FUNCTION_LABELS)[0] == {
        "Function": "Vision and strategy",
        "Our plan, $550k": "80%",
        "$400k": "40%",
    }
