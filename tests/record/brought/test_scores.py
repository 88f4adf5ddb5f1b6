"""Scores in every shape people keep them in become the record's own rows; nothing is guessed in
silence.
"""

import dataclasses

import pytest

from cidesign.record.brought import Topic, understand
from tests.record.brought.workshops import book, workshop

FOUR = {
    ("ana", "oak", "reach"): "4",
    ("ana", "oak", "trust"): "3",
    ("ana", "elm", "reach"): "2",
    ("ana", "elm", "trust"): "5",
}
BOTH = {
    **FOUR,
    ("ben", "oak", "reach"): "4",
    ("ben", "oak", "trust"): "3",
    ("ben", "elm", "reach"): "2",
    ("ben", "elm", "trust"): "5",
}
ONE_EACH = [["Organization", "Reach", "Trust"], ["Oak House", 4, 3], ["Elm Fund", 2, 5]]
SHAPES = {
    "one row for each score, names in place of ids": (
        FOUR,
        "Member,Candidate,Criterion,Points\nAna Reyes,Oak House,Reach,4\nAna Reyes,Oak House,Perceived trust,3\n"
        "Ana Reyes,Elm Fund,Reach,2\nAna Reyes,Elm Fund,Trust,5\n",
    ),
    "a form's export": (
        FOUR,
        "Timestamp,Email Address,Which organization are you scoring?,Reach [1-5],Trust [1-5],Comments\n"
        '9/30/2026 14:05:11,ana@example.org,Oak House,4,3,"Good, but slow"\n9/30/2026 14:11:40,ana@example.org,elm fund,2,5,\n',
    ),
    "a form with a grid for each candidate": (
        FOUR,
        "Timestamp,Your name,Oak House [Reach],Oak House [Perceived trust],Elm Fund [Reach],Elm Fund [Perceived trust]\n"
        "2026-09-30,Ana Reyes,4,3,2,5\n",
    ),
    "a column for each member": (
        BOTH,
        "Candidate,Criterion,Ana Reyes,Ben Okafor,Average\nOak House,Reach,4,4,4\nOak House,Trust,3,3,3\n"
        "Elm Fund,Reach,2,2,2\nElm Fund,Trust,5,5,5\nTotal,,14,14,14\n",
    ),
    "two rows of names": (
        BOTH,
        "Committee scores 2026,,,,\n,,,,\n,Oak House,,Elm Fund,\nReviewer,Reach,Trust,Reach,Trust\n"
        "Ana Reyes,4,3,2,5\nBen Okafor,4,3,2,5\nAverage,4,3,2,5\n",
    ),
    "a candidate named once for several rows": (
        BOTH,
        "Organization,Criterion,Ana,Ben\nOak House,Reach,4,4\n,Trust,3,3\nElm Fund,Reach,2,2\n,Trust,5,5\n",
    ),
    "a score sheet of one member, named above it": (
        FOUR,
        "Score sheet,,\nReviewer: Ana Reyes,,\n,,\nApplicant,Reach,Trust\nOak House,4,3\nElm Fund,2,5\n",
    ),
    "semicolons": (
        FOUR,
        "sep=;\nrater;candidate;criterion;score\nana;oak;reach;4\nana;oak;trust;3,0\nana;elm;reach;2\nana;elm;trust;5,0\n",
    ),
    "last name first, and a column for each candidate": (
        FOUR,
        'Reviewer,Criteria,Oak House,Elm Fund\n"Reyes, Ana",1. Reach,4,2\n"Reyes, Ana",2. Trust,3,5\n',
    ),
}
BOOKS = {
    "a sheet for each member": (BOTH, book(Ana_Reyes=ONE_EACH, Ben_Okafor=ONE_EACH)),
    "a sheet for each member, a summary and instructions": (
        BOTH,
        book(
            Instructions=[["How to score"], ["Use 1 to 5"]],
            Ana_Reyes=ONE_EACH,
            Ben_Okafor=ONE_EACH,
            Summary=[["Organization", "Average"], ["Oak House", 3.5]],
        ),
    ),
    "a sheet for each candidate": (
        FOUR,
        book(
            Oak_House=[["Member", "Reach", "Trust"], ["Ana Reyes", 4, 3]],
            Elm_Fund=[["Member", "Reach", "Trust"], ["Ana Reyes", 2, 5]],
        ),
    ),
}


def read(text, bundle=None, **answers):
    given = {
        Topic(*key) if isinstance(key, tuple) else Topic(key): one
        for key, one in answers.get("answers", {}).items()
    }
    content = text if isinstance(text, bytes) else text.encode()
    return understand("scores.csv", content, bundle or workshop(), "scores", given)


def cells(found):
    return {(one["rater"], one["candidate"], one["criterion"]): one["score"] for one in found.rows}


@pytest.mark.parametrize("shape", SHAPES | BOOKS)
def test_every_shape_gives_the_same_scores(shape):
    scores, content = (SHAPES | BOOKS)[shape]

    found = read(content)

    assert found.problems == ()
    assert [one.ask for one in found.questions] == []
    assert cells(found) == scores
    assert found.counts.new == len(scores)


@pytest.mark.parametrize("shape", SHAPES | BOOKS)
def test_the_kind_of_a_table_is_found_out_where_nobody_says(shape):
    _, content = (SHAPES | BOOKS)[shape]
    text = content if isinstance(content, bytes) else content.encode()

    assert understand("t", text, workshop()).kind == "scores"


def test_sums_titles_and_columns_that_are_left_out_are_told():
    found = read(SHAPES["a column for each member"][1])

    assert any('"Total"' in one for one in found.left_out)
    assert any('"Average"' in one for one in found.left_out)


def test_marks_words_and_other_ways_to_write_a_score_are_told():
    found = read(
        'rater,candidate,criterion,score\nana,oak,reach,N/A\nana,oak,trust,4 - Strong\nana,elm,reach,-\nana,elm,trust,"4,5"\n'
        "ben,oak,reach,nearly all come\nben,oak,trust,4/5\nben,elm,reach,abstain\n"
    )

    assert cells(found) == {
        ("ana", "oak", "trust"): "4",
        ("ana", "elm", "trust"): "4.5",
        ("ben", "oak", "reach"): "5",
        ("ben", "oak", "trust"): "4",
    }
    told = " ".join(found.odd)
    assert '"N/A" in row 2' in told
    assert '"abstain" in row 8' in told
    assert '"4 - Strong" in row 3 is 4' in told
    assert '"4,5" in row 5 is 4.5' in told
    assert '"nearly all come" in row 6 is 5' in told


def test_a_word_nobody_knows_is_asked_and_written_once_it_is_answered():
    text = "rater,candidate,criterion,score\nana,Oak Street,reach,4\nzed,oak,Impact,great\n"

    found = read(text)

    asked = {(one.topic.about, one.topic.word) for one in found.questions}
    assert asked == {("candidate", "Oak Street"), ("member", "zed"), ("criterion", "Impact")}
    assert found.content == b""
    answers = {
        ("candidate", "Oak Street"): "oak",
        ("member", "zed"): "Ben Okafor",
        ("criterion", "Impact"): "trust",
        ("cell", "great"): "4.5",
    }
    after = read(text, answers=answers)
    assert cells(after) == {("ana", "oak", "reach"): "4", ("ben", "oak", "trust"): "4.5"}
    assert after.is_ready


def test_an_open_question_names_the_option_that_answers_it():
    found = read("Reviewer,Organization,Impact,Trust\nAna Reyes,Oak House,4,3\n")

    (question,) = found.questions
    assert question.option("reach") == "--column Impact=reach"
    assert ("reach", "Scores: Reach") in question.options
    assert cells(
        read(
            "Reviewer,Organization,Impact,Trust\nAna Reyes,Oak House,4,3\n",
            answers={("column", "impact"): "Reach"},
        )
    ) == {
        ("ana", "oak", "reach"): "4",
        ("ana", "oak", "trust"): "3",
    }


def test_a_table_without_a_member_asks_whose_it_is():
    text = "Criteria,Oak House,Elm Fund\nReach,4,2\nTrust,3,5\n"

    (question,) = read(text).questions

    assert question.topic == Topic("all", "member")
    assert cells(read(text, answers={("all", "member"): "ana"})) == FOUR


def test_scores_are_compared_with_the_row_that_counts():
    here = "rater,candidate,criterion,score,seq\nana,oak,reach,4,1\nana,oak,reach,3,2\nana,oak,trust,3,3\n"

    found = read(
        "rater,candidate,criterion,score\nana,oak,reach,4\nana,oak,trust,3\nana,elm,reach,2\n",
        workshop(scores=here),
    )

    assert (found.counts.new, found.counts.changed, found.counts.same) == (1, 1, 1)


def test_comments_and_unknown_columns_are_kept():
    found = read(
        "Reviewer,Applicant,Reach,Comments,Trust,Comments,Room\nAna Reyes,Oak House,4,Good reach indeed,3,Some doubt here,B2\n"
    )

    assert [(one["criterion"], one["reason"], one["Room"]) for one in found.rows] == [
        ("reach", "Good reach indeed", "B2"),
        ("trust", "Some doubt here", "B2"),
    ]


def test_two_scores_for_one_cell_are_asked_about_unless_they_are_alike():
    twice = "Timestamp,Name,Organization,Reach\n1 June,Ana Reyes,Oak House,4\n2 June,Ana Reyes,Oak House,5\n"

    (question,) = read(twice).questions

    assert question.topic.about == "twice"
    assert cells(read(twice, answers={("twice",): "last"})) == {("ana", "oak", "reach"): "5"}
    assert read(twice.replace(",5", ",4")).is_ready


def test_a_table_on_another_scale_is_refused_with_what_to_do():
    rows = "".join(f"Ana Reyes,Oak House,{score}\n" for score in (70, 82, 91, 64, 55))

    found = read("Reviewer,Organization,Reach\n" + rows)

    assert any("off its scale of 1 to 5" in one.what for one in found.problems)


def test_raters_that_differ_but_in_capitals_are_one_and_told_where_nobody_is_listed():
    found = read(
        "rater,candidate,criterion,score\nana,oak,reach,4\nAna,oak,reach,4\nBen  Okafor,oak,reach,3\nBen Okafor,elm,reach,3\n",
        workshop(listed=False),
    )

    assert {one["rater"] for one in found.rows} == {"ana", "Ben Okafor"}
    assert any('"Ana" was read as "ana"' in one for one in found.odd)


def test_what_was_handed_out_comes_back_with_its_history():
    text = "rater,candidate,criterion,score,round,reason,via,entered_by,seq\nana,oak,reach,4,1,,phone,,1\nana,oak,reach,,1,,phone,,2\n"

    found = read(text)

    assert found.content.decode().split("\n")[1:3] == [
        "ana,oak,reach,4,1,phone,1",
        "ana,oak,reach,,1,phone,2",
    ]
    assert read(text, workshop(scores=text)).counts.to_write == 0


def test_values_in_a_row_that_names_nobody_are_a_problem_and_nothing_is_written():
    found = read(
        "Reviewer,Organization,Reach\nAna Reyes,Oak House,4\n,Elm Fund,3\nBen Okafor,Elm Fund,3\n"
    )

    assert [one.where for one in found.problems] == ["row 3"]
    assert found.content == b""


ALONE = {
    "a column for each judge, the first without a name": (
        ",Ana,Ben\nOak House,4,3\nElm Fund,2,5\n",
        {
            ("Ana", "Oak House"): "4",
            ("Ana", "Elm Fund"): "2",
            ("Ben", "Oak House"): "3",
            ("Ben", "Elm Fund"): "5",
        },
    ),
    "words grown together, and a column of sums": (
        "judge_id,teamName,rawScore,totalScore\nAna,Oak House,4,8\nBen,Elm Fund,5,10\n",
        {("Ana", "Oak House"): "4", ("Ben", "Elm Fund"): "5"},
    ),
    "a form that asks who and whom": (
        "Timestamp,Interviewer,Interviewee (Full Name),Reach Score,Notes\n1 June,Ana,Oak House,4,Good\n2 June,Ben,Elm Fund,5,\n",
        {("Ana", "Oak House"): "4", ("Ben", "Elm Fund"): "5"},
    ),
}


@pytest.mark.parametrize("shape", ALONE)
def test_where_nobody_is_listed_the_table_itself_says_who_and_whom(shape):
    text, scores = ALONE[shape]
    one = workshop(listed=False)
    sheet = one.rules.model_copy(update={"criteria": one.rules.criteria[:1]})

    found = read(text, dataclasses.replace(one, rules=sheet))

    assert found.questions == ()
    assert {key[:2]: score for key, score in cells(found).items()} == scores


def test_a_round_written_in_words_is_its_number():
    found = read("rater,candidate,criterion,score,round\nana,oak,reach,4,Round 1\n")

    assert [one["round"] for one in found.rows] == ["1"]


def test_many_zeros_are_told_and_can_be_no_scores():
    rows = "".join(
        f"{who},{which},price2,0\n" for who in ("ana", "ben", "chi") for which in ("oak", "elm")
    )
    one = workshop()
    criterion = one.rules.criteria[0]
    scale = criterion.scale.model_copy(update={"worst": 0, "levels": {}})
    free = criterion.model_copy(update={"id": "price2", "scale": scale})
    held = dataclasses.replace(one, rules=one.rules.model_copy(update={"criteria": (free,)}))
    text = f"rater,candidate,criterion,score\n{rows}ana,ash,price2,4\n"

    found = read(text, held)
    after = read(text, held, answers={("cell", "0"): "blank"})

    assert any("6 of 7 scores are 0" in one for one in found.odd)
    assert len(found.rows) == 7
    assert cells(after) == {("ana", "ash", "price2"): "4"}


def test_hundreds_of_unknown_names_are_one_sentence_and_not_a_hundred_questions():
    rows = "".join(f"ana,Applicant {n},reach,4\n" for n in range(300))

    found = read("rater,candidate,criterion,score\n" + rows)

    assert found.questions == ()
    assert [one.what[:34] for one in found.problems] == ["300 names are none of ours (Candid"]
