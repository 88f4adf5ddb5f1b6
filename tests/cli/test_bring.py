"""Tables are brought to a bundle from the command line: told, asked about, and written only where
nothing is open.
"""

import json

import pytest

from cidesign.record import read_bundle, write_bundle
from tests.cli.files import lines, run
from tests.record.brought.workshops import book, workshop

FORM = (
    "Timestamp,Email Address,Which organization?,Reach [1-5],Trust,Comments\n"
    '9/30/2026 14:05:11,ana@example.org,Oak House,4,3,"Good, but slow"\n9/30/2026 14:11:40,ben@example.org,Elm Fund,N/A,5,\n'
)


@pytest.fixture
def ours(here):
    """A folder ``ours`` with a workshop whose first round is open, beside a form's export."""
    write_bundle(workshop(), here / "ours")
    (here / "form.csv").write_text(FORM, encoding="utf-8")
    return here


def bring(*more):
    return run("bring", *more, "--bundle", "ours")


def held(here):
    return {path.name: path.read_bytes() for path in (here / "ours").iterdir()}


def scores(here, place="ours"):
    return [
        (one.rater, one.candidate, one.criterion, str(one.score))
        for one in read_bundle(here / place).scores
    ]


def test_a_form_is_written_with_its_act_in_the_ledger(ours):
    before = held(ours)

    result = bring("form.csv")

    assert result.exit_code == 0
    assert scores(ours) == [
        ("ana", "oak", "reach", "4"),
        ("ana", "oak", "trust", "3"),
        ("ben", "elm", "trust", "5"),
    ]
    after = held(ours)
    assert {name for name in after if after[name] != before.get(name)} == {
        "scores.csv",
        "ledger.jsonl",
    }
    assert "brought in a table of scores" in run("history", "ours").output
    assert 'Read as no score: "N/A" in row 3.' in result.output


def test_the_same_table_a_second_time_writes_nothing(ours):
    bring("form.csv")
    before = held(ours)

    result = bring("form.csv")

    assert result.exit_code == 0
    assert "0 new, 0 changed, 3 the same. Nothing is new; nothing was written." in result.output
    assert held(ours) == before


def test_show_tells_and_writes_nothing(ours):
    before = held(ours)

    result = bring("form.csv", "--show")

    assert result.exit_code == 0
    assert "Nothing was written." in result.output
    assert held(ours) == before


def test_an_open_question_ends_with_2_and_the_option_that_answers_it(ours):
    (ours / "form.csv").write_text(FORM.replace("Elm Fund", "Elm Foundation"), encoding="utf-8")
    before = held(ours)

    result = bring("form.csv")

    assert result.exit_code == 2
    (line,) = lines(result)
    assert line.startswith(
        'form.csv: row 3: Which candidate is "Elm Foundation"?; answer with --candidate "Elm Foundation"='
    )
    assert '--candidate "Elm Foundation"=elm' in line
    assert held(ours) == before
    assert bring("form.csv", "--candidate", "Elm Foundation=elm").exit_code == 0
    assert len(scores(ours)) == 3


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--as", "guests"], '"guests" is no kind of table; write one of scores'),
        (["--column", "Which organization?"], "gives no answer"),
        (["--column", "Comments=nonsense"], '"nonsense" is none of the answers'),
        (["--candidate", "Oak House=birch"], 'Which candidate is "Oak House"?'),
    ],
)
def test_an_answer_that_is_none_is_told(ours, options, says):
    result = bring("form.csv", *options)

    assert result.exit_code == 2
    assert says in " ".join(lines(result))


def test_a_column_can_be_given_another_meaning(ours):
    bring("form.csv", "--column", "Reach [1-5]=trust", "--column", "Trust=leave-out")

    assert scores(ours) == [("ana", "oak", "trust", "4")]


def test_the_sheet_can_be_chosen_in_a_workbook(ours):
    rows = [["Reviewer", "Organization", "Reach"], ["Ana Reyes", "Oak House", 4]]
    other = [["Member", "Applicant", "Trust"], ["Ben Okafor", "Elm Fund", 2]]
    (ours / "two.xlsx").write_bytes(book(March=rows, June=other))

    asked = bring("two.xlsx")
    answered = bring("two.xlsx", "--sheet", "June")

    assert asked.exit_code == 2
    assert "--sheet March or --sheet June" in " ".join(lines(asked))
    assert answered.exit_code == 0
    assert scores(ours) == [("ben", "elm", "trust", "2")]


def test_json_tells_everything_and_exits_as_without(ours):
    shown = bring("form.csv", "--json")
    answer = json.loads(shown.stdout)

    assert answer["kind"] == "scores"
    assert answer["written"] is True
    assert answer["counts"] == {"new": 3, "changed": 0, "same": 0}
    assert {
        "about": "column",
        "word": "Reach [1-5]",
        "means": "reach",
        "found": "words",
        "where": "D",
    } in answer["matched"]
    assert answer["rows"][0]["Comments"] == "Good, but slow"


@pytest.mark.parametrize(
    ("name", "text", "file", "says"),
    [
        (
            "members.csv",
            "First name,Last name,Sector\nDee,Long,Schools\n",
            "workshop.yaml",
            "dee_long",
        ),
        (
            "weights.csv",
            "Member,Reach,Trust,Price\nAna Reyes,60%,40%,0\n",
            "weights.csv",
            "ana,reach,60",
        ),
        (
            "conflicts.csv",
            "Member,Organization,Conflict of interest,Reason\nAna Reyes,Oak House,Yes,Board\n",
            "recusals.csv",
            "ana,oak,,Board",
        ),
    ],
)
def test_other_tables_go_the_same_way(ours, name, text, file, says):
    (ours / name).write_text(text, encoding="utf-8")

    result = bring(name)

    assert result.exit_code == 0, result.output
    assert says in (ours / "ours" / file).read_text(encoding="utf-8")


def test_candidates_are_added_and_changed_and_nobody_is_lost(here):
    write_bundle(workshop(stage="sealed"), here / "ours")
    (here / "c.csv").write_text(
        'Organization,Type,Eligible,Start date,Price,Website\nBirch Union,union,Y,Jan-27,"$70,000",b.example\n'
        "Oak House,nonprofit,no,,,\n",
        encoding="utf-8",
    )

    result = bring("c.csv")

    assert result.exit_code == 0, result.output
    found = {one.id: one for one in read_bundle(here / "ours").candidates}
    assert list(found) == ["oak", "elm", "ash", "birch_union"]
    assert (found["birch_union"].offer.start, found["birch_union"].values["price"]) == (
        "2027-01",
        70000,
    )
    assert (found["oak"].kind, found["oak"].eligible, found["oak"].values["price"]) == (
        "nonprofit",
        False,
        90000,
    )
    assert "b.example" in (here / "ours" / "candidates.csv").read_text(encoding="utf-8")


def test_a_zip_is_brought_to_as_well(here):
    write_bundle(workshop(), here / "ours.zip")
    (here / "form.csv").write_text(FORM, encoding="utf-8")

    result = run("bring", "form.csv", "--bundle", "ours.zip")

    assert result.exit_code == 0
    assert len(scores(here, "ours.zip")) == 3


def test_scores_that_come_while_no_round_is_open_are_refused_and_nothing_is_written(here):
    write_bundle(workshop(stage="sealed"), here / "ours")
    (here / "form.csv").write_text(FORM, encoding="utf-8")
    before = held(here)

    result = bring("form.csv")

    assert result.exit_code == 2
    assert "no round is open" in " ".join(lines(result))
    assert held(here) == before
