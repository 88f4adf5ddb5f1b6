"""Usual budgets: two bars and our line, on the slider's scale."""

import pytest

from cidesign.charts import budget_range
from cidesign.domain.reading import UsualRange
from tests.charts.drawn import bars, faults, words

RANGES = (
    UsualRange("first_years", "First years", 556_000, 834_000),
    UsualRange("established", "Established", 695_000, 1_042_500),
)
SCALE = (300_000.0, 1_000_000.0)


def line(figure) -> list[float]:
    """The heights at which our line is drawn, top and bottom of each piece."""
    trace = next(
        trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines"
    )
    return [y for y in trace.y if y is not None]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("budget", [100_000, 550_000, 2_000_000])
def test_the_chart_is_whole_wherever_our_budget_lies(mode, budget):
    figure = budget_range.draw(budget, RANGES, SCALE, mode=mode)

    assert faults(figure, mode) == []


def test_bars_begin_and_end_at_the_range_and_are_cut_at_the_end_of_the_scale():
    figure = budget_range.draw(550_000, RANGES, SCALE, mode="light")

    ends = [(base, base + length) for base, length in zip(bars(figure)[0].base, bars(figure)[0].x)]

    assert ends == [(556_000, 834_000), (695_000, 1_000_000)]


def test_a_range_outside_the_scale_has_no_bar_but_keeps_its_words():
    figure = budget_range.draw(550_000, RANGES, (100_000.0, 500_000.0), mode="light")

    assert list(bars(figure)[0].x) == [0.0, 0.0]
    assert words(figure) == ["First years: $556k–834k", "Established: $695k–1.04m"]


def test_our_line_is_open_where_it_would_cross_a_label():
    clear, crossing = (
        budget_range.draw(400_000, RANGES, SCALE, mode="light"),
        budget_range.draw(600_000, RANGES, SCALE, mode="light"),
    )

    assert line(clear) == [0.0, 80.0]
    assert line(crossing) == [21, 80.0]  # the first label stands at 12, nine pixels either side


def test_the_words_beside_the_chart_name_our_budget_and_both_ranges():
    assert budget_range.alt(550_000, RANGES) == (
        "Our budget of $550,000 beside usual budgets: first years $556k–834k; established "
        "$695k–1.04m."
    )
    assert budget_range.table(RANGES)[0] == {
        "Usual budget": "First years",
        "From": "$556,000",
        "To": "$834,000",
    }
