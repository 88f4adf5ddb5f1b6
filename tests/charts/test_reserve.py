"""Cash by month: a bar for each month's end, a diamond where it runs out, and no line that hides
its doubt.
"""

import pytest

from cidesign.charts import reserve
from cidesign.domain.outlook import Outlook
from tests.charts.drawn import bars, faults, words
from tests.charts.made import outlook


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("years", [1, 3, 5, 10])
@pytest.mark.parametrize("runs_out", [True, False])
def test_the_chart_is_whole_for_every_horizon(mode, years, runs_out):
    figure = reserve.draw(outlook(years, runs_out=runs_out), mode=mode)

    assert faults(figure, mode) == []


def test_each_month_is_a_bar_as_tall_as_its_cash_and_the_lack_is_red():
    figure = reserve.draw(outlook(3), mode="light")

    bar = bars(figure)[0]

    # 120,000 less 5,000 a month: 115,000 after the first, 0 after the 24th, -60,000 after the 36th
    assert (bar.y[0], bar.y[23], bar.y[35]) == (115_000, 0, -60_000)
    assert [bar.marker.color[place] for place in (0, 23, 24)] == ["#0F4C5C", "#0F4C5C", "#A61B1B"]


def test_a_diamond_names_the_month_the_money_runs_out():
    figure = reserve.draw(outlook(3), mode="light")

    assert list(figure.data[2].x) == [24]
    assert words(figure) == ["January 2029", "cash below zero"]


def test_money_that_lasts_has_no_diamond_and_no_words():
    figure = reserve.draw(outlook(3, runs_out=False), mode="light")

    assert list(figure.data[2].x) == []
    assert words(figure) == []


def test_no_line_is_drawn_through_the_months():
    figure = reserve.draw(outlook(5), mode="light")

    lines = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines"]

    assert [set(line.y) for line in lines] == [{0}]


def test_three_or_four_dollar_lines_stand_beside_zero_at_most():
    for years in (1, 3, 5, 10):
        assert 2 <= len(reserve.draw(outlook(years), mode="light").layout.yaxis.tickvals) <= 5


def test_the_words_beside_the_chart_say_when_it_falls_below_zero():
    assert reserve.alt(outlook(3)).endswith("it falls below zero in January 2029.")
    assert reserve.alt(outlook(3, runs_out=False)).endswith("it never falls below zero.")
    assert reserve.alt(Outlook("infeasible")) == "There is no outlook to show."


def test_the_table_has_every_month_once():
    rows = reserve.table(outlook(3))

    assert len(rows) == 36
    assert rows[35] == {
        "Month": "December 2029",
        "Money in": "$20,000",
        "Cost": "$25,000",
        "Free cash at the end": "−$60,000",
    }
