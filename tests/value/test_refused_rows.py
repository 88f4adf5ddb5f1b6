"""Rows that cannot be used are named, all of them, with the place and the way out."""

import pytest

from tests.value.panels import candidates, criterion, problems, recused, scored, sheet

RULES = sheet(
    criterion("neutrality"),
    criterion("reach", scale={"worst": 0, "best": 10, "step": "0.5"}),
    criterion("speed", scale={"worst": 30, "best": "0.5"}),
    criterion("cost", scale={"worst": 200, "best": 0}, calculated=True),
)
OAK = candidates("oak", cost={"oak": 60})


@pytest.mark.parametrize(
    ("line", "what", "remedy"),
    [
        ("r1 oak nutrality 3", '"nutrality" is no criterion we know', "did you mean neutrality?"),
        (
            "r1 oak zzz 3",
            '"zzz" is no criterion we know',
            "write one of cost, neutrality, reach, speed",
        ),
        ("r1 oka neutrality 3", '"oka" is no candidate we know', "did you mean oak?"),
        (
            "r1 oak neutrality 6",
            "6 is off the scale of neutrality",
            "write a number from 1 to 5 in steps of 1, or leave it blank",
        ),
        (
            "r1 oak neutrality 0",
            "0 is off the scale of neutrality",
            "write a number from 1 to 5 in steps of 1, or leave it blank",
        ),
        (
            "r1 oak neutrality 2.5",
            "2.5 is off the scale of neutrality",
            "write a number from 1 to 5 in steps of 1, or leave it blank",
        ),
        (
            "r1 oak reach 0.25",
            "0.25 is off the scale of reach",
            "write a number from 0 to 10 in steps of 0.5, or leave it blank",
        ),
        (
            "r1 oak speed 30.01",
            "30.01 is off the scale of speed",
            "write a number from 0.5 to 30, or leave it blank",
        ),
        (
            "r1 oak cost 60",
            "cost is calculated, nobody scores it",
            "delete the row; its value is the column cost of candidates.csv",
        ),
        (
            "r1 oak cost -",
            "cost is calculated, nobody scores it",
            "delete the row; its value is the column cost of candidates.csv",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_place(line, what, remedy):
    assert problems(RULES, scored("r9 oak neutrality 3", line), candidates=OAK) == [
        ("scores.csv: row 3", what, remedy)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "r1 oak neutrality 5",
        "r1 oak reach 9.5",
        "r1 oak reach 0",
        "r1 oak speed 0.5",
        "r1 oak speed 17.123",
        "r1 oak speed -",
    ],
)
def test_a_row_on_the_scale_is_accepted(line):
    assert problems(RULES, scored(line), candidates=OAK) == []


def test_all_problems_are_told_at_once():
    scores = scored("r1 oak neutrality 9", "r1 elm neutrality 3", "r1 oak wisdom 3")

    refused = problems(RULES, scores, candidates=OAK, recusals=recused("r1 ash"))

    assert [where for where, _, _ in refused] == [
        "scores.csv: row 2",
        "scores.csv: row 3",
        "scores.csv: row 4",
        "recusals.csv: r1, ash",
    ]


def test_a_row_that_would_not_count_is_checked_all_the_same():
    consensus = sheet(criterion("reach"), aggregation="consensus")

    assert [
        where for where, _, _ in problems(consensus, scored("panel oak reach 3", "r1 oak reach 9"))
    ] == ["scores.csv: row 3"]


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        (
            "r1 oak neutrality 3",
            "r1 oak neutrality 4",
            (
                "r1 scores oak on neutrality 2 times in round 1, without seq to say which is the "
                "latest"
            ),
        ),
        (
            "r1 oak neutrality 3",
            "r1 oak neutrality 3",
            (
                "r1 scores oak on neutrality 2 times in round 1, without seq to say which is the "
                "latest"
            ),
        ),
        (
            "r1 oak neutrality 3 seq=4",
            "r1 oak neutrality - seq=4",
            "r1 scores oak on neutrality 2 times in round 1 with equal seq",
        ),
        (
            "r1 oak neutrality 3 seq=4",
            "r1 oak neutrality 4",
            "r1 scores oak on neutrality 2 times in round 1, some with seq and some without",
        ),
    ],
)
def test_two_rows_with_one_key_must_say_which_is_later(first, second, what):
    assert [problem[:2] for problem in problems(RULES, scored(first, second), candidates=OAK)] == [
        ("scores.csv: rows 2, 3", what)
    ]


@pytest.mark.parametrize(
    "second",
    [
        "r1 oak neutrality 4 round=2",
        "r2 oak neutrality 4",
        "r1 elm neutrality 4",
        "r1 oak reach 4",
        "r1 oak neutrality 4 seq=5",
    ],
)
def test_rows_that_differ_in_key_or_seq_stand_beside_each_other(second):
    both = candidates("oak", "elm", cost={"oak": 60, "elm": 60})

    assert problems(RULES, scored("r1 oak neutrality 3 seq=4", second), candidates=both) == []


def test_seq_may_stand_on_some_keys_only():
    assert (
        problems(RULES, scored("r1 oak neutrality 3 seq=4", "r1 oak reach 3"), candidates=OAK) == []
    )


def test_a_score_without_a_row_is_named_by_its_key():
    scores = [score.model_copy(update={"row": 0}) for score in scored("r1 oak neutrality 9")]

    assert [where for where, _, _ in problems(RULES, scores, candidates=OAK)] == [
        "scores.csv: r1, oak, neutrality"
    ]


def test_calculated_criteria_need_the_candidates():
    refused = problems(RULES, scored("r1 oak neutrality 3"))

    assert refused == [
        (
            "candidates.csv",
            "calculated criteria need the candidates' own figures (cost)",
            "give the file of candidates",
        )
    ]


def test_a_figure_off_its_scale_is_refused():
    refused = problems(RULES, [], candidates=candidates("oak", cost={"oak": 201}))

    assert [(where, what) for where, what, _ in refused] == [
        ("candidates.csv: oak, cost", "201 is off the scale of cost")
    ]


def test_a_candidate_stands_once():
    refused = problems(sheet(criterion("reach")), [], candidates=candidates("oak", "oak"))

    assert refused == [
        ("candidates.csv: oak", 'candidate "oak" stands twice', "keep one row for each")
    ]


def test_nobody_steps_aside_for_a_candidate_that_does_not_exist():
    refused = problems(
        sheet(criterion("reach")), scored("r1 maple reach 3"), recusals=recused("r1 mapel")
    )

    assert refused == [
        ("recusals.csv: r1, mapel", '"mapel" is no candidate we know', "did you mean maple?")
    ]
