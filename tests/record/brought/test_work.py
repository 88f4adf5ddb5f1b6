"""Working groups and measures go in as people keep them: partners by name, rhythms and months in
words.
"""

import pytest

from cidesign.acts.brought import act_for
from cidesign.domain.problem import BadInput
from cidesign.record.brought import Topic, understand
from cidesign.record.brought.kinds import kind_of
from cidesign.record.brought.rhythms import times_a_year
from tests.record.brought.workshops import book, workshop

PARTNERS = (
    "id,name\noak,Oak House\nelm,Elm Center of Bay County\nclub,Boys & Girls Club\n"
    "city,City of Bay\npark,Parks & Recreation\n"
)
HEAD = "Working group,Goal,Chair(s),Lead organisation,Supporting partners,How often they meet,Start,End\n"


def read(text, kind="groups", answers=None, **files):
    data = text if isinstance(text, bytes) else text.encode()
    here = workshop(**{"partners": PARTNERS, **files})
    return understand("t.csv", data, here, kind, answers or {})


def row(cells, answers=None):
    found = read(HEAD + cells, answers=answers)
    assert found.problems == ()
    return dict(found.rows[0])


@pytest.mark.parametrize(
    ("said", "a_year"),
    [
        ("monthly", "12"),
        ("Every two weeks", "26"),
        ("every other week", "26"),
        ("2x per month", "24"),
        ("twice a year", "2"),
        ("10 meetings a year", "10"),
        ("once a quarter", "4"),
        ("every 6 weeks", "9"),
        ("Bi-weekly", "26"),
        ("1st and 3rd Tuesday", "24"),
        ("last Friday of the month", "12"),
        ("Thursdays at noon", "52"),
        ("8", "8"),
        ("whenever", None),
    ],
)
def test_a_rhythm_in_words_is_so_many_times_a_year(said, a_year):
    assert times_a_year(said) == a_year


def test_a_group_is_read_with_its_partners_by_name_its_rhythm_and_its_months():
    told = row(
        "Early Learning,All ready,Ana Reyes,Oak House,"
        '"Boys & Girls Club, Parks & Recreation",monthly,Sept 2026,06/2028\n'
    )

    assert told == {
        "id": "early_learning",
        "name": "Early Learning",
        "aim": "All ready",
        "chair": "Ana Reyes",
        "lead": "oak",
        "supports": "club; park",
        "meetings_a_year": "12",
        "begins": "2026-09",
        "ends": "2028-06",
    }


def test_several_leads_are_one_and_helpers_and_lines_of_a_cell_are_several():
    told = row('Jobs,,,City of Bay / Oak House,"Elm Center\nCity of Bay",,,\n')

    assert (told["lead"], told["supports"]) == ("city", "oak; elm")


def test_what_is_open_stays_blank():
    told = row("Jobs,,TBD,none,,as needed,,ongoing\n")

    assert (told["chair"], told["lead"], told["ends"]) == ("", "", "")
    assert told["meetings_a_year"] == ""


def test_a_partner_nobody_knows_is_asked_for_once_and_can_be_left_out():
    cells = "Jobs,,,Ash Trust,,,,\nHealth,,,Oak House,Ash Trust,,,\n"

    found = read(HEAD + cells)
    assert [(one.topic.about, one.topic.word) for one in found.questions] == [
        ("partner", "Ash Trust")
    ]

    told = read(HEAD + cells, answers={Topic("partner", "Ash Trust"): "elm"})
    assert [(one.get("lead"), one.get("supports")) for one in told.rows] == [
        ("elm", None),
        ("oak", "elm"),
    ]
    left = read(HEAD + cells, answers={Topic("partner", "Ash Trust"): "leave-out"})
    assert left.rows[0]["lead"] == ""
    assert left.is_ready


def test_meetings_by_the_month_are_kept_by_the_year():
    found = read("Working group,Meetings per month\nJobs,2\n")

    assert found.rows[0]["meetings_a_year"] == "24"


def test_a_rhythm_nobody_can_read_says_what_to_write():
    found = read(HEAD + "Jobs,,,Oak House,,whenever,,\n")

    assert [one.remedy for one in found.problems] == [
        "write how many meetings a year, such as 12, or a rhythm, such as monthly"
    ]


def test_the_groups_of_a_workbook_are_found_by_the_name_of_their_sheet_and_come_in():
    content = book(
        Partners=[["Organisation"], ["Oak House"], ["City of Bay"]],
        **{"Working groups": [["2026"], ["Team", "Lead"], ["Jobs", "Oak House"]]},
    )
    found = read(content)

    assert found.sheet == "Working groups"
    after = act_for(found).on(workshop(partners=PARTNERS))
    assert [(one.name, one.lead) for one in after.groups] == [("Jobs", "oak")]


def test_a_measure_is_read_with_year_rhythm_and_who_answers_for_it():
    found = read(
        "Indicator,Baseline (2025),Target,Target year,Broken down by,Data source,Frequency,Owner\n"
        "Reading,41%,60%,June 2030,race,State test,every 2 years,Oak House\n",
        kind="measures",
    )

    assert found.problems == found.questions == ()
    assert dict(found.rows[0]) == {
        "id": "reading",
        "name": "Reading",
        "baseline": "41%",
        "target": "60%",
        "target_year": "2030",
        "split_by": "race",
        "holder": "State test",
        "how_often": "less_often",
        "owners": "oak",
    }
    after = act_for(found).on(workshop(partners=PARTNERS))
    assert after.measures[0].owners == ("oak",)


YEARS = "Indicator,Target,Target year,FY 2024,2025 actual\n"


def test_columns_of_years_are_what_a_measure_was_in_each():
    found = read(YEARS + 'Reading,75%,2030,58%,61%\nJobs,1000,2030,,"1,310"\n', kind="measures")

    assert found.problems == found.questions == ()
    reading, jobs = act_for(found).on(workshop(partners=PARTNERS)).measures
    assert reading.by_year == ((2024, 58), (2025, 61))
    assert jobs.by_year == ((2025, 1310),)


def test_another_year_joins_those_that_are_here():
    held = "id,name,by_year\nreading,Reading,2024=58; 2025=60\n"
    found = read(YEARS + "Reading,75%,2030,,61\n", kind="measures", measures=held)

    after = act_for(found).on(workshop(partners=PARTNERS, measures=held))

    assert after.measures[0].by_year == ((2024, 58), (2025, 61))


def test_a_value_of_a_year_that_is_no_number_says_what_to_write():
    (problem,) = read(YEARS + "Reading,75%,2030,up,61\n", kind="measures").problems

    assert problem.line() == (
        'row 2, What it was in 2024: "up" cannot be read; write a number such as 61'
    )


@pytest.mark.parametrize("kind", ["groups", "measures"])
def test_a_list_that_goes_out_comes_back_the_same(kind):
    files = {
        "partners": PARTNERS,
        "groups": "id,name,lead,supports,begins,Room\njobs,Jobs,oak,elm; club,2027-01,Hall 2\n",
        "measures": "id,name,owners,how_often,about\nread,Reading,oak; elm,yearly,practice\n",
    }
    here = workshop(**files)

    found = understand("t.csv", kind_of(kind).template(here), here, kind)

    assert (found.problems, found.questions) == ((), ())
    assert (found.counts.same, found.counts.to_write) == (1, 0)


BLOCKS = "Organisation,Sector,Phone\nOak House,Health,1\nElm,,2\nAsh,Schools,3\nBay,,4\n"


def test_a_sector_that_stands_once_for_a_block_is_asked_for_and_carried_down():
    asked = understand("t.csv", BLOCKS.encode(), workshop(), "partners")
    assert [one.topic.about for one in asked.questions] == ["below"]

    def sectors(answer):
        answers = {Topic("below", "Sector"): answer}
        found = understand("t.csv", BLOCKS.encode(), workshop(), "partners", answers)
        return [one.get("sector", "") for one in found.rows]

    assert sectors("yes") == ["Health", "Health", "Schools", "Schools"]
    assert sectors("no") == ["Health", "", "Schools", ""]


@pytest.mark.parametrize(
    "cells",
    [
        "Oak,Health\nElm,Health\nAsh,\nBay,\n",
        "Oak,\nElm,Health\nAsh,Schools\nBay,\n",
        "Oak,Arts\nElm,\n",
    ],
)
def test_a_sector_that_is_only_missing_here_and_there_is_not_asked_for(cells):
    found = understand("t.csv", f"Organisation,Sector\n{cells}".encode(), workshop(), "partners")

    assert found.questions == ()


@pytest.mark.parametrize(
    "kind", ["members", "candidates", "partners", "groups", "measures", "makeup"]
)
def test_a_list_longer_than_any_of_its_kind_is_refused_before_it_takes_long(kind):
    table = "name\n" + "".join(f"Group {n}\n" for n in range(5_001))

    with pytest.raises(BadInput) as told:
        understand("t.csv", table.encode(), workshop(), kind)

    (problem,) = told.value.problems
    assert problem.what == "has 5,001 rows"
    assert problem.remedy == "a list of people or organizations has at most 5,000"
