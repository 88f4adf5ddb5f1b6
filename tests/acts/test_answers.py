"""Answers to the questions to talk about: kept one a question, changed in place, taken back, and
never given while somebody could be swayed.
"""

import pytest

from cidesign.acts.answers import LONGEST, answers_in_sight
from cidesign.acts.keep_answer import KeepAnswer
from cidesign.domain.problem import BadInput
from cidesign.record import changed, read_files, zipped
from cidesign.record.folder import read_zip
from tests.views.compare.panels import bundle

ASKED = {"of": "team", "question": "team_mirror", "asked": "Will this team look like us?"}
ABOUT_THE_HOST = {"of": "compare", "question": "compare_losers"}
HEAD = "question,page,answer,said_by,owner,due\n"


def kept(start, **more):
    return KeepAnswer(**{**ASKED, "answer": "Not yet", **more}).on(start)


def refused(start, **more):
    with pytest.raises(BadInput) as told:
        kept(start, **more)
    return " ".join(problem.line() for problem in told.value.problems)


def answered(table):
    return read_files({"workshop.yaml": b"name: Ours\n", "answers.csv": table.encode()})


def lines(table):
    with pytest.raises(BadInput) as told:
        answered(table)
    return [problem.line() for problem in told.value.problems]


def test_an_answer_is_a_row_of_its_own_table():
    after = kept(bundle("draft"), said_by="Ana", owner=" Ben ", due="2027-03-01")

    assert after.files["answers.csv"].decode() == (
        HEAD + "team_mirror,team,Not yet,Ana,Ben,2027-03-01\n"
    )
    (one,) = after.answers
    assert (one.answer, one.said_by, one.owner, one.due) == ("Not yet", "Ana", "Ben", "2027-03-01")


def test_a_changed_answer_takes_the_place_of_the_first_and_others_stay_letter_for_letter():
    """A column of ours and quotes nobody needed stay where the row does not change."""
    start = answered(
        "who typed,question,page,answer,said_by,owner,due\n"
        'Dee,"initiative_voice",initiative,"Soon",,,\n'
        "Eli,team_mirror,team,Yes,,,\n"
    )

    after = kept(start)

    assert after.files["answers.csv"].decode() == (
        "who typed,question,page,answer,said_by,owner,due\n"
        'Dee,"initiative_voice",initiative,"Soon",,,\n'
        "Eli,team_mirror,team,Not yet,,,\n"
    )


def test_without_answer_and_owner_it_is_taken_back():
    start = kept(bundle("draft"))

    after = kept(start, answer="  ")

    assert after.answers == ()
    assert after.files["answers.csv"].decode() == HEAD


def test_somebody_may_take_a_question_on_before_it_is_answered():
    (one,) = answers_in_sight(kept(bundle("draft"), answer="", owner="Ben"))

    assert (one.answer, one.owner) == ("", "Ben")


def test_a_day_without_anybody_is_refused_and_so_is_a_long_answer():
    start = bundle("draft")

    assert "nobody who follows it up" in refused(start, due="2027-03-01")
    assert f"at most {LONGEST} letters" in refused(start, answer="a" * (LONGEST + 1))
    assert '"soon" is no day' in refused(start, owner="Ben", due="soon")


def test_while_a_round_is_open_nothing_about_the_host_is_answered_or_seen():
    before = kept(kept(bundle("draft")), **ABOUT_THE_HOST)

    is_open = changed(before, "workshop.yaml", {("stage",): "scoring"})

    assert [one.page for one in answers_in_sight(is_open)] == ["team"]
    assert "nobody should be swayed" in refused(is_open, **ABOUT_THE_HOST)
    assert kept(is_open, answer="Now").answers[0].answer == "Now"


def test_the_table_goes_out_as_it_came_in():
    start = answered(HEAD + 'team_mirror,team,"é, ""quoted"", =1+1",,Ben,2027-03-01\n')

    assert read_zip(zipped(start)).files == start.files


def test_what_is_wrong_in_the_table_is_told_with_its_row():
    twice = lines(HEAD + "a,team,One,,,\na,team,Two,,,\n")
    astray = lines(HEAD + "a,teams,One,,,\n")
    nobodys = lines(HEAD + "a,team,One,,,2027-03-01\n")
    no_day = lines(HEAD + "a,team,One,,Ben,2027-02-30\n")

    assert twice == [
        'answers.csv: row 3, question: "a" is answered in row 2 too; delete one of the two rows'
    ]
    assert astray == ['answers.csv: row 2, page: "teams" is no page; did you mean team?']
    assert "row 2, owner: there is a day, and nobody who follows it up" in nobodys[0]
    assert 'row 2, due: "2027-02-30" is no day' in no_day[0]


def test_history_names_the_question_and_never_the_answer():
    told = KeepAnswer(**ASKED, answer="Not yet").told("Ana", bundle("draft"))

    assert told == "Ana kept the answer to: Will this team look like us"
