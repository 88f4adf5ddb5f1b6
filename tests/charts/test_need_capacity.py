"""Need and capacity: solid is covered, hatched is not, and the numbers stand on the bars."""

import pytest

from cidesign.charts import need_capacity
from cidesign.domain.outlook import Outlook
from tests.charts.drawn import bars, faults, words
from tests.charts.made import outlook


def labels(years: int) -> list[str]:
    return [str(2027 + n) for n in range(years)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("years", [1, 5, 10])
def test_the_chart_is_whole_for_every_horizon(mode, years):
    figure = need_capacity.draw(outlook(years), labels(years), mode=mode)

    assert faults(figure, mode) == []


def test_the_whole_bar_is_the_need_and_the_solid_part_what_is_covered():
    need, covered = bars(need_capacity.draw(outlook(3), labels(3), mode="light"))

    assert list(need.y) == [600, 700, 800]
    assert list(covered.y) == pytest.approx(
        [400, 400, 400]
    )  # 200 h of vision, 200 h of aligned work every year
    assert need.marker.pattern.shape == "/"


def test_the_need_stands_on_top_and_the_share_inside():
    said = words(need_capacity.draw(outlook(2), labels(2), mode="light"))

    assert said == ["2027", "600 h", "67%", "2028", "700 h", "57%"]


def test_a_share_too_small_for_its_bar_stands_above_it():
    one = outlook(1).years[0]
    poor = Outlook(
        "optimal", (type(one)(**{**one.__dict__, "coverage": {"vision": 0.02, "aligned": 0.02}}),)
    )

    figure = need_capacity.draw(poor, labels(1), mode="light")

    place = words(figure).index("2%")
    assert figure.data[-1].y[place] > 600


def test_every_bar_starts_at_zero():
    figure = need_capacity.draw(outlook(5), labels(5), mode="light")

    assert [bar.base for bar in bars(figure)] == [None, None]
    assert figure.layout.yaxis.range[0] < 0 < figure.layout.yaxis.range[1]


def test_the_words_beside_the_chart_and_the_table_tell_the_same():
    assert need_capacity.alt(outlook(2), labels(2)) == (
        "Share of the hours needed a month that the team covers: 2027 67% of 600 h, 2028 57% "
        "of "
        "700 h."
    )
    assert [row["Covered"] for row in need_capacity.table(outlook(2), labels(2))] == ["67%", "57%"]


def test_years_that_run_across_two_are_named_so_and_shortened_where_there_are_many():
    across = [f"{2027 + n}/{28 + n}" for n in range(10)]

    assert words(need_capacity.draw(outlook(2), across[:2], mode="light"))[0] == "2027/28"
    assert words(need_capacity.draw(outlook(10), across, mode="light"))[0] == "’27"
