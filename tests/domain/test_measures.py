"""Which measures count as work, and what is wrong with a row of their table."""

import pytest

from cidesign.domain.measures import About, Measure, Often, Whose
from cidesign.domain.problem import BadInput
from cidesign.domain.work import counted
from cidesign.record import read_files


def problems(table):
    files = {"workshop.yaml": b"name: Ours\n", "partners.csv": b"id\noak\n", "measures.csv": table}
    with pytest.raises(BadInput) as told:
        read_files(files)
    return [one.line() for one in told.value.problems]


def test_a_partners_own_measure_makes_no_work_for_the_backbone():
    measures = (
        Measure(id="a"),
        Measure(id="b", whose="together"),
        Measure(id="c", whose="own"),
    )

    assert counted((), (), measures) == {"indicators": 2}


def test_only_own_measures_leave_the_typed_number():
    assert counted((), (), (Measure(id="c", whose="own"),)) == {}


def test_what_nobody_wrote_is_a_shared_result_nobody_has_said_more_about():
    one = Measure(id="a")

    assert (one.whose, one.about, one.how_often) == (Whose.SHARED, About.RESULT, Often.NOT_SAID)


def test_everything_wrong_with_a_measure_is_told_by_row_and_column():
    table = (
        b"id,target_year,how_often,whose,owners,about,counts_people\na,soon,daily,ours,elm,x,?\n"
    )

    assert problems(table) == [
        'measures.csv: row 2, target_year: "soon" is not a year; write a year such as 2030',
        'measures.csv: row 2, how_often: "daily" is none of the words for it; write one of '
        "monthly, quarterly, twice_a_year, yearly, less_often",
        'measures.csv: row 2, whose: "ours" is none of the words for it; write one of shared, own, '
        "together",
        'measures.csv: row 2, about: "x" is none of the words for it; write one of result, '
        "practice, policy",
        'measures.csv: row 2, counts_people: "?" is neither yes nor no; write yes or no',
    ]


def test_who_answers_for_a_measure_must_be_a_partner():
    assert problems(b"id,owners\na,oak; elm\n") == [
        'measures.csv: row 2, owners: "elm" is no partner; add it to partners.csv'
    ]
