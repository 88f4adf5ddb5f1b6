"""The table of our common agenda: what is wrong with it, and that what it names must be there."""

import pytest

from cidesign.domain.pathway import Activity, PathwayKind
from cidesign.domain.problem import BadInput
from cidesign.record import read_files, reread

FILES = {
    "workshop.yaml": b"name: Ours\n",
    "groups.csv": b"id,element\njobs,\nearly,Reading by 8\n",
    "measures.csv": b"id\ntests\n",
}


def bundle(table):
    return read_files({**FILES, "pathway.csv": table})


def problems(table):
    with pytest.raises(BadInput) as told:
        bundle(table)
    return [one.line() for one in told.value.problems]


def test_what_nobody_wrote_is_a_strategy_nobody_has_said_more_about():
    (one,) = bundle(b"id\nreading\n").pathway

    assert (one.kind, one.activity) == (PathwayKind.STRATEGY, Activity.NOT_SAID)
    assert (one.groups, one.measures) == ((), ())


def test_everything_wrong_with_an_entry_is_told_by_row_and_column():
    assert problems(b"id,kind,activity\na,dream,music\na,,\n") == [
        'pathway.csv: row 2, kind: "dream" is none of the words for it; write one of cause, '
        "principle, method, strategy, practice, lesson",
        'pathway.csv: row 2, activity: "music" is none of the words for it; write one of '
        "movement, data, institutions, learning, investing",
    ]
    assert problems(b"id\na\na\n") == [
        'pathway.csv: row 3, id: "a" stands in row 2 too; give each its own id, or delete one'
    ]


def test_groups_and_measures_it_names_must_stand_on_their_lists():
    assert problems(b"id,groups,measures\na,job; early,tests; grades\n") == [
        'pathway.csv: row 2, groups: "job" does not stand in groups.csv; did you mean jobs?',
        'pathway.csv: row 2, measures: "grades" does not stand in measures.csv; add it to '
        "measures.csv, or take it out here",
    ]


def test_a_root_cause_a_strategy_names_must_stand_there_as_one():
    assert problems(b"id,kind,causes\nfees,cause,\nhelp,,fees\nkind,principle,\nmore,,kind\n") == [
        'pathway.csv: row 5, causes: "kind" does not stand in pathway.csv as a root cause; add it '
        "to pathway.csv as a root cause, or take it out here"
    ]


def test_a_group_that_is_taken_out_of_its_file_is_missed_at_once():
    whole = bundle(b"id,groups\na,jobs\n")

    with pytest.raises(BadInput):
        reread(whole, {"groups.csv": b"id\nearly\n"})


def test_a_strategy_is_carried_by_the_groups_it_names_and_those_that_name_it():
    one, other = bundle(b"id,name,groups\na,READING by  8,jobs\nb,Reading,\n").pathway
    groups = bundle(b"id\n").groups

    assert [it.id for it in one.carried_by(groups)] == ["jobs", "early"]
    assert other.carried_by(groups) == ()


def test_a_month_in_which_the_agenda_is_looked_at_again_must_be_one():
    with pytest.raises(BadInput) as told:
        read_files({"workshop.yaml": b"name: Ours\ninitiative: {agenda_again: soon}\n"})

    assert [one.line() for one in told.value.problems] == [
        'workshop.yaml: initiative.agenda_again: "soon" is not a month; write year and month, such '
        "as 2027-01"
    ]
