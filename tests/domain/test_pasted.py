"""A list as people paste it, whatever sets its two parts apart."""

import pytest

from cidesign.domain.pasted import MOST_LINES, lines_of, listed


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Ana Reyes, residents", ("Ana Reyes", "residents")),
        ("Ana Reyes\tresidents", ("Ana Reyes", "residents")),
        ("Ana Reyes; city or county", ("Ana Reyes", "city or county")),
        ("Ana Reyes (health)", ("Ana Reyes", "health")),
        ("Ana Reyes – funders", ("Ana Reyes", "funders")),
        ("Ana Reyes - funders", ("Ana Reyes", "funders")),
        ("Mary-Ann Reyes", ("Mary-Ann Reyes", "")),
        ("  3. Ana   Reyes ,residents ", ("Ana Reyes", "residents")),
        ("• Ana Reyes, residents", ("Ana Reyes", "residents")),
        ("Oak House, Inc., nonprofit", ("Oak House, Inc.", "nonprofit")),
        ("Oak House, Inc.", ("Oak House, Inc.", "")),
        ('"Reyes, Ana",residents', ("Reyes, Ana", "residents")),
        ("Ana Reyes,", ("Ana Reyes", "")),
        (", residents", ("", "residents")),
        ("أنا رييس, residents", ("أنا رييس", "residents")),
    ],
)
def test_a_line_falls_into_its_name_and_what_stands_behind_it(line, parts):
    (found,) = lines_of(line)

    assert (found.first, found.second, found.more) == (*parts, ())


def test_empty_lines_are_left_out_and_the_others_keep_their_numbers():
    found = lines_of("\nAna Reyes\n\n \nBen Ortiz, health\n")

    assert [(line.number, line.first) for line in found] == [(2, "Ana Reyes"), (5, "Ben Ortiz")]


def test_a_third_part_is_told_and_never_dropped():
    found = listed("Ana\tresidents\nBen\thealth\tben@example.org", heads=())

    assert [problem.line() for problem in found.problems] == [
        "Line 2: it has more than two parts; leave two, and take the rest out"
    ]


def test_a_name_with_a_comma_is_told_because_it_may_be_two_parts():
    found = listed("Reyes, Ana, health\nBen, health", heads=())

    assert [line.first for line in found.lines] == ["Reyes, Ana", "Ben"]
    assert found.told == ('Line 1: "Reyes, Ana" is read as the name.',)


def test_a_heading_is_left_out_and_told_but_only_where_it_is_one():
    copied = listed("Name\tSeat\nAna\thealth", heads={"name"})
    person = listed("Name, Ana\nBen, health", heads={"who"})

    assert ([line.first for line in copied.lines], copied.told) == (
        ["Ana"],
        ("Line 1 is a heading and was left out.",),
    )
    assert [line.first for line in person.lines] == ["Name", "Ben"]


def test_a_list_too_long_to_look_through_is_refused_whole():
    found = listed("Ana\n" * (MOST_LINES + 1), heads=())

    assert found.lines == ()
    assert [problem.what for problem in found.problems] == ["it has 501 lines"]


@pytest.mark.parametrize("text", ['"', '"Ana', "\x00", "\t\t", ",,,", "(", "- ", "()"])
def test_odd_letters_are_read_without_a_fault(text):
    assert all(line.first == line.first.strip() for line in lines_of(text))
