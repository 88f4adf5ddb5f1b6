"""A measure is behind where it lies on the wrong side of a straight line to its target; by hand."""

from fractions import Fraction

import pytest

from cidesign.domain.course import Way, course_of, number_in
from cidesign.domain.measures import Measure
from cidesign.domain.problem import BadInput
from cidesign.record import read_files


def way(by_year, target="70%", year="2030"):
    return course_of(Measure(id="a", target=target, target_year=year, by_year=by_year)).way


@pytest.mark.parametrize(
    ("by_year", "target", "found"),
    [
        # From 50 in 2025 to 70 in 2030 is 4 a year: 58 in 2027.
        ("2025=50; 2027=58", "70%", Way.ON),
        ("2025=50; 2027=57.9", "70%", Way.BEHIND),
        ("2025=50; 2026=40; 2027=58.1", "70%", Way.ON),
        # Fewer is better: from 50 to 30 is 42 in 2027.
        ("2025=50; 2027=42", "30%", Way.ON),
        ("2025=50; 2027=43", "30%", Way.BEHIND),
        ("2025=50; 2027=71", "70%", Way.REACHED),
        ("2025=50; 2027=29", "30%", Way.REACHED),
        ("2025=50", "70%", Way.FIRST),
        ("2025=50; 2026=60", "all", Way.OPEN),
        ("2025=50; 2026=60", "70% of 900", Way.OPEN),
        # After the target's year the line has ended at the target.
        ("2025=50; 2031=69", "70%", Way.BEHIND),
    ],
)
def test_a_straight_line_says_whether_it_is_behind(by_year, target, found):
    assert way(by_year, target) is found


def test_without_a_year_of_the_target_after_the_first_nothing_is_told_of_the_way():
    assert way("2025=50; 2026=60", year="") is Way.OPEN
    assert way("2030=50; 2031=60", year="2030") is Way.OPEN


def test_nothing_is_told_of_a_measure_without_years():
    assert course_of(Measure(id="a", target="70%", target_year="2030")) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [("75%", 75), ("1,000 a year by 2030", 1000), ("half", None), ("20 of 30", None), ("", None)],
)
def test_a_target_is_a_number_where_it_holds_one(words, number):
    assert number_in(words, "2030") == (None if number is None else Fraction(number))


def test_years_are_read_as_people_write_them_and_stand_in_their_order():
    one = Measure(id="a", by_year="2026: 63.5%, 2025 = 1,061;")

    assert one.by_year == ((2025, Fraction(1061)), (2026, Fraction("63.5")))


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("61", '"61" is no year with a number; write each year with its number, such as '),
        ("2025=many", '"2025=many" is no year with a number; write each year with its number'),
        ("2025=1; 2025=2", "the year 2025 stands there twice; leave one of the two"),
        ("1825=1", '"1825" is not a year; write a year such as 2030'),
    ],
)
def test_years_that_cannot_be_read_are_told_with_their_row(cell, says):
    table = f"id,by_year\na,{cell}\n".encode()
    with pytest.raises(BadInput) as told:
        read_files({"workshop.yaml": b"name: Ours\n", "measures.csv": table})

    (problem,) = told.value.problems
    assert problem.line().startswith(f"measures.csv: row 2, by_year: {says}")


def test_groups_are_read_as_people_write_them_in_their_order():
    one = Measure(id="a", by_group="Girls = 36; boys: 1,047.5%;")

    assert one.by_group == (("Girls", Fraction(36)), ("boys", Fraction("1047.5")))


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("61", '"61" is no group with a number; write each group with its number, such as girls='),
        ("girls=many", '"girls=many" is no group with a number; write each group with its'),
        ("girls=1; Girls =2", "the group Girls stands there twice; leave one of the two"),
    ],
)
def test_groups_that_cannot_be_read_are_told_with_their_row(cell, says):
    table = f"id,by_group\na,{cell}\n".encode()
    with pytest.raises(BadInput) as told:
        read_files({"workshop.yaml": b"name: Ours\n", "measures.csv": table})

    (problem,) = told.value.problems
    assert problem.line().startswith(f"measures.csv: row 2, by_group: {says}")
