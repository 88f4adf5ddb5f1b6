"""A pasted list of candidates: all are added, or none, and the line says why."""

import pytest

from cidesign.record import read_files
from cidesign.views.candidates.applying import candidates_pasted

BARE = read_files(
    {"workshop.yaml": b"name: Ours\n", "candidates.csv": b"id,name,note\noak,Oak House,keep\n"}
)


def test_all_are_added_behind_those_that_are_there_and_are_eligible():
    read = candidates_pasted("Name\tKind\nElm Fund\tfoundation\nAsh, Inc.\nElm Park (city agency)")

    after = read.act.on(BARE)

    assert [(one.id, one.name, one.kind, one.eligible) for one in after.candidates] == [
        ("oak", "Oak House", "", True),
        ("elm_fund", "Elm Fund", "foundation", True),
        ("ash_inc", "Ash, Inc.", "", True),
        ("elm_park", "Elm Park", "city agency", True),
    ]
    assert b"oak,Oak House,keep" in after.files["candidates.csv"]
    assert (read.done, read.told) == (
        "Three candidates were added.",
        (
            "Line 1 is a heading and was left out.",
            'Line 3: "Ash, Inc." is read as the name.',
        ),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (" \n ", "The list: nothing is written there"),
        ("Elm\n, nonprofit", "Line 2: there is no name"),
        ("Elm\noak  house, city", "Line 2: oak house is on the list already"),
        ("Elm\nELM", "Line 2: ELM is on the list already"),
        ("Elm\nE\u200blm", "Line 2: E\u200blm is on the list already"),
        ("x" * 161, "Line 1: it is too long for a name and a kind"),
    ],
)
def test_what_keeps_a_list_out_is_told_by_its_line(text, told):
    (problem,) = candidates_pasted(text).act.problems(BARE)

    assert problem.line().startswith(told)


def test_a_name_that_two_candidates_have_already_is_no_way_in_for_a_third():
    two = b"id,name,kind\noak,Oak House,city\noak2,Oak House,union\n"
    twins = read_files({"workshop.yaml": b"name: Ours\n", "candidates.csv": two})

    (problem,) = candidates_pasted("Oak House, church").act.problems(twins)

    assert problem.what == "Oak House is on the list already"
