"""Posts by year: bricks and figures are those of the hiring plan."""

from decimal import Decimal

import pytest

from cidesign.charts import posts_over_years
from cidesign.charts.posts_over_years import Posts
from tests.charts.drawn import faults, words

QUARTER = Decimal("0.25")
YEARS = ["2027", "2028", "2029"]
ROLES = (Posts("Data manager", 0.5, (0.5, 0.5, 0.0)), Posts("Director", 0.0, (1.0, 0.75, 1.0)))


def bricks(figure) -> list[tuple[float, int]]:
    """The place of each shape from left to right, and its bricks."""
    return [(round(one.xanchor, 3), one.path.count("Z")) for one in figure.layout.shapes]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_chart_is_whole_in_both_modes(mode):
    figure = posts_over_years.draw(ROLES, YEARS, QUARTER, mode=mode)

    assert faults(figure, mode) == []


def test_who_stays_comes_and_leaves_are_bricks_of_their_own():
    figure = posts_over_years.draw(ROLES, YEARS, QUARTER, mode="light")

    # data manager: two stay, two stay, two leave; director: four come, three stay and one leaves,
    # three stay and one comes
    assert bricks(figure) == [
        (0.167, 2), (0.5, 2), (0.833, 2),
        (0.167, 4), (0.5, 3), (0.5, 1), (0.833, 3), (0.833, 1),
    ]  # fmt: skip


def test_each_year_tells_how_many_and_by_how_many_more_or_fewer():
    said = words(posts_over_years.draw(ROLES, YEARS, QUARTER, mode="light"))

    assert [one for one in said if "0" in one or "1" in one][3:] == [
        "0.5", "0.5", "0", "−0.5", "1", "+1", "0.75", "−0.25", "1", "+0.25",
    ]  # fmt: skip


def test_roles_are_those_there_at_some_time_by_label():
    rows = posts_over_years.by_role(
        [{"b": 1.0}, {}], {"a": 0.5}, {"a": "Zoo keeper", "b": "Baker", "c": "Cook"}
    )

    assert rows == (Posts("Baker", 0.0, (1.0, 0.0)), Posts("Zoo keeper", 0.5, (0.0, 0.0)))


def test_the_table_names_who_comes_and_who_leaves():
    rows = posts_over_years.table(ROLES, YEARS)

    assert [tuple(row.values()) for row in rows] == [
        ("2027", "1.5", "Director 1", ""),
        ("2028", "1.25", "", "Director 0.25"),
        ("2029", "1", "Director 0.25", "Data manager 0.5"),
    ]


def test_many_posts_and_small_steps_stay_within_their_row():
    many = (Posts("Guide", 0.0, (12.0, 0.05)),)

    figure = posts_over_years.draw(many, ["2027", "2028"], Decimal("0.05"), mode="light")

    assert figure.layout.height < 250
    assert faults(figure, "light") == []


def test_ten_years_are_told_without_their_century():
    ten = (Posts("Guide", 0.0, (1.0,) * 10),)

    said = words(
        posts_over_years.draw(ten, [f"{2027 + n}" for n in range(10)], QUARTER, mode="light")
    )
    across = words(
        posts_over_years.draw(
            ten, [f"{2027 + n}/{28 + n}" for n in range(10)], QUARTER, mode="light"
        )
    )

    assert said[:2] == ["’27", "’28"]
    assert across[:2] == ["27/28", "28/29"]
