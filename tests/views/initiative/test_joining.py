"""A pasted list of members: seats by the words we know, and what is odd told by line."""

import pytest

from cidesign.catalog import load
from cidesign.record import read_files
from cidesign.views.initiative.joining import meant, members_pasted

CATALOG = load()
BARE = read_files(
    {"workshop.yaml": b"name: Ours\nmembers: [{id: ana, name: Ana Reyes, seat: health}]\n"}
)


@pytest.mark.parametrize(
    ("written", "seat"),
    [
        ("residents", "residents"),
        ("Resident", "residents"),
        ("SCHOOL", "schools"),
        ("city", "city or county"),
        ("County", "city or county"),
        ("higher_education", "higher education"),
        ("Nonprofit", "nonprofits"),
        ("Youth council", "Youth council"),
        ("city of Millbrook", ""),
        ("cityscape", ""),
        ("", ""),
    ],
)
def test_a_seat_is_known_by_its_usual_words_and_guessed_by_no_others(written, seat):
    assert meant(written, CATALOG) == seat


def test_a_seat_read_in_other_words_and_one_we_do_not_know_are_told_by_line():
    read = members_pasted("Ana, City\n\nBen, orchestra\nChi, health\nDee", CATALOG)

    assert [(one.name, one.seat) for one in read.act.members] == [
        ("Ana", "city or county"),
        ("Ben", "orchestra"),
        ("Chi", "health"),
        ("Dee", ""),
    ]
    assert read.told == (
        'Line 1: "City" is read as city or county.',
        'Line 3: "orchestra" is no usual seat; it stands as it is written.',
    )
    assert read.done == "Four members were added."


def test_all_join_in_order_each_with_an_id_of_her_own():
    act = members_pasted("Ana Reyes, schools\nBen Ortiz\nBen Ortiz, funders", CATALOG).act

    members = act.on(BARE).workshop.members

    assert [(one.id, one.name, one.seat) for one in members] == [
        ("ana", "Ana Reyes", "health"),
        ("ana_reyes", "Ana Reyes", "schools"),
        ("ben_ortiz", "Ben Ortiz", ""),
        ("ben_ortiz_2", "Ben Ortiz", "funders"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "The list: nothing is written there"),
        ("Ben\n, health", "Line 2: there is no name"),
        ("Ben\n\nANA  REYES, Health", "Line 3: ANA REYES is on the committee already"),
        ("Ben, city\nben , City", "Line 2: ben is on the committee already"),
        ("Ben\n" + "x" * 121, "Line 2: it is too long for a name and a seat"),
    ],
)
def test_what_keeps_a_list_out_is_told_by_its_line_and_nobody_joins(text, told):
    (problem,) = members_pasted(text, CATALOG).act.problems(BARE)

    assert problem.line().startswith(told)


def test_a_member_known_by_her_id_alone_is_told_apart_too():
    nameless = read_files({"workshop.yaml": b"name: Ours\nmembers: [{id: bo}]\n"})

    (problem,) = members_pasted("Bo", CATALOG).act.problems(nameless)

    assert problem.what == "Bo is on the committee already"
