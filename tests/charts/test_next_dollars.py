"""What more money buys: steps, never a smooth line, and only where there is a plan."""

from dataclasses import replace

import pytest

from cidesign.charts import next_dollars
from cidesign.domain.allocation import FrontierPoint
from tests.charts.drawn import faults, words
from tests.charts.made import frontier


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("budget", [450_000, 500_000, 550_000, 675_000, 333_000])
def test_the_chart_is_whole_wherever_our_budget_lies(mode, budget):
    figure = next_dollars.draw(frontier(), budget, mode=mode)

    assert faults(figure, mode) == []


def test_a_budget_without_a_plan_is_left_out_and_the_line_is_a_staircase():
    line = next_dollars.draw(frontier(), 550_000, mode="light").data[0]

    assert list(line.x) == [450_000 + 25_000 * place for place in range(10)]
    assert line.line.shape == "hv"


def test_our_budget_is_filled_and_the_next_step_hollow_and_both_are_labelled():
    figure = next_dollars.draw(frontier(), 550_000, mode="light")

    marks = figure.data[1]

    assert [list(marks.x), list(marks.y)] == [[550_000, 575_000], [83.2, 84.5]]
    assert list(marks.marker.color) == ["#0F4C5C", "#FFFFFF"]
    assert [text.replace("\u2002", "") for text in words(figure)] == [
        "<b>83.2</b> at $550k",
        "<b>+1.3</b> for $25k more",
    ]


def test_at_the_largest_budget_there_is_no_next_step():
    figure = next_dollars.draw(frontier(), 675_000, mode="light")

    assert len(figure.data[1].x) == 1
    assert len(words(figure)) == 1


def test_a_step_that_adds_nothing_says_so_with_a_zero():
    flat = [FrontierPoint(budget, "optimal", 100.0, {}, {}) for budget in (500_000.0, 525_000.0)]

    said = words(next_dollars.draw(flat, 500_000, mode="light"))

    assert "<b>\u20020.0</b> for $25k more" in said


def test_without_any_plan_the_chart_is_empty_and_says_so():
    none = [FrontierPoint(500_000.0, "infeasible", None, None, None)]

    assert words(next_dollars.draw(none, 500_000, mode="light")) == []
    assert next_dollars.alt(none, 500_000) == "There is no plan at any of these budgets."
    assert next_dollars.table(none) == [
        {"Budget": "$500,000", "Plan score, of 100": "no plan", "FTE": "–"}
    ]


def test_the_words_beside_the_chart_name_both_ends_and_our_budget():
    assert next_dollars.alt(frontier(), 550_000) == (
        "Score of the best plan, of 100 points: 71.0 at $450k, 88.3 at $675k; 83.2 at our $550k."
    )


def test_the_line_may_have_narrower_steps_than_the_dots():
    least = frontier()[1]
    between = replace(least, budget_usd=least.budget_usd + 5_000)

    figure = next_dollars.draw(
        frontier(), 550_000, mode="light", line=[least, between, *frontier()[2:]]
    )

    line, dots = figure.data[:2]
    assert between.budget_usd in line.x
    assert dots.x == next_dollars.draw(frontier(), 550_000, mode="light").data[1].x
