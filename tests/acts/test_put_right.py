"""A round can always be closed or put right: an unfinished sheet, scores in the wrong name, somebody
who stepped aside by mistake. Every row that was given stays in the record.
"""

import pytest

from cidesign.acts.close_round import CloseRound
from cidesign.acts.move_scores import MoveScores
from cidesign.acts.put_member_back import PutMemberBack
from cidesign.acts.set_aside_sheets import SetAsideSheets
from cidesign.acts.sheets import sheets_of, undeclared
from cidesign.acts.step_aside import SET_ASIDE
from cidesign.acts.written import read_back, written
from cidesign.record import read_files
from cidesign.record.ledger import as_json, from_json
from cidesign.value import rank
from tests.acts.test_scoring import bundle, refused
from tests.views.compare.panels import CANDIDATES, RULES, scores

REFUSES = RULES.replace("missing: leave_out", "missing: refuse")
BEN = [
    f"ben {one} {criterion} 4" for one in ("oak", "elm", "ash") for criterion in ("trust", "reach")
]
CHI = [row.replace("ben", "chi").replace(" 4", " 3") for row in BEN]
# What Ana left: nothing on the last criterion of one candidate, one score in all, a sheet of two.
LEFT = [
    ["ana oak trust 5", "ana oak reach 5", "ana elm trust 2"],
    ["ana oak trust 5"],
    [
        "ana oak trust 5",
        "ana oak reach 5",
        "ana elm trust 2",
        "ana elm reach 2",
        "ana ash reach 1",
    ],
]


def stuck(left):
    start = bundle("scoring", rules=REFUSES, scores=scores(*BEN, *CHI, *left))
    table = CANDIDATES.replace("agency,no,,", "agency,no,50,")
    return read_files({**start.files, "candidates.csv": table.encode()})


@pytest.mark.parametrize("left", LEFT)
def test_a_round_with_an_unfinished_sheet_closes_once_it_is_set_aside(left):
    start = stuck(left)
    closing = refused(lambda: CloseRound(accepted=True).on(start))

    after = SetAsideSheets(rater="ana", reason="Fell ill").on(start)
    closed = CloseRound(accepted=True).on(after)

    assert "1 member has begun and is not done with every sheet" in closing[0]
    assert closed.workshop.stage.id == "scored"
    ranking = rank(
        closed.rules, closed.scores, recusals=closed.recusals, candidates=closed.candidates
    )
    ranked = {one.candidate for one in ranking.standings if one.rank}
    assert ranked == {"oak", "elm"}


@pytest.mark.parametrize("left", LEFT)
def test_what_was_given_stays_in_the_record_and_finished_sheets_count(left):
    start = stuck(left)

    after = SetAsideSheets(rater="ana", reason="Fell ill").on(start)

    assert after.scores[: len(start.scores)] == start.scores
    finished = {one.candidate.id for one in sheets_of(start, "ana") if not one.left}
    aside = {one.candidate: one.kind for one in after.recusals if one.rater == "ana"}
    assert aside == dict.fromkeys({"oak", "elm", "ash"} - finished, SET_ASIDE)
    assert {one.candidate.id for one in sheets_of(after, "ana")} == finished


@pytest.mark.parametrize(
    ("left", "says"),
    [
        ([], "no score was given, so nothing of hers counts"),
        ([row.replace("ben", "ana") for row in BEN], "no sheet of hers is unfinished"),
    ],
)
def test_nothing_is_set_aside_where_nothing_is_unfinished(left, says):
    (told,) = refused(lambda: SetAsideSheets(rater="ana", reason="Ill").on(stuck(left)))

    assert says in told


@pytest.mark.parametrize("candidate", ["oak", "elm", "ash"])
def test_scores_in_the_wrong_name_move_to_whose_they_are(candidate):
    rows = [row for row in BEN if candidate in row]
    start = bundle("scoring", rules=REFUSES, scores=scores(*rows))

    after = MoveScores(rater="ben", candidate=candidate, to="ana", reason="Wrong name").on(start)

    counted = {
        rater: [
            [cell.score for cell in sheet.cells]
            for sheet in sheets_of(after, rater)
            if sheet.candidate.id == candidate
        ]
        for rater in ("ana", "ben")
    }
    assert counted == {"ana": [[4, 4]], "ben": [[None, None]]}
    assert after.scores[:2] == start.scores


def test_scores_that_are_only_withdrawn_stand_in_nobodys_name():
    start = bundle("scoring", scores=scores("ben oak trust 4", "ana oak trust 2"))

    after = MoveScores(rater="ben", candidate="oak", reason="Not his").on(start)

    given = [(one.rater, one.score) for one in after.scores]
    assert given == [("ben", 4), ("ana", 2), ("ben", None)]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"to": "ana"}, "scores of her own for Oak House stand there"),
        ({"to": "ben"}, "it is the same member"),
        ({"to": "chi"}, "this member steps aside for this candidate"),
        ({"candidate": "elm"}, "no score for Elm Fund stands there"),
        ({"reason": " "}, "there is no reason yet"),
    ],
)
def test_what_cannot_be_moved_is_told(change, says):
    start = bundle(
        "scoring",
        scores=scores("ben oak trust 4", "ana oak trust 2"),
        recusals="rater,candidate\nchi,oak\n",
    )
    asked = {"rater": "ben", "candidate": "oak", "reason": "Wrong name", **change}

    assert any(says in line for line in refused(lambda: MoveScores(**asked).on(start)))


@pytest.mark.parametrize("stage", ["sealed", "scoring"])
def test_who_stepped_aside_by_mistake_is_asked_again(stage):
    start = bundle(stage, recusals="rater,candidate\nana,oak\nben,oak\n", declarations=None)

    after = PutMemberBack(rater="ana", candidate="oak", reason="Meant Elm").on(start)

    assert [(one.rater, one.candidate) for one in after.recusals] == [("ben", "oak")]
    assert "oak" in undeclared(after, "ana")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (
            SetAsideSheets(rater="ana", reason="Fell ill"),
            "Dee set unfinished sheets of a member aside",
        ),
        (
            MoveScores(rater="ben", candidate="oak", to="dee", reason="Wrong name"),
            "Dee moved scores for Oak House to the member who gave them",
        ),
        (
            MoveScores(rater="ben", candidate="oak", reason="Wrong name"),
            "Dee withdrew a member's scores for Oak House",
        ),
    ],
)
def test_each_is_told_without_a_name_and_made_again_from_the_ledger(act, sentence):
    start = stuck(LEFT[0])
    pieces = written(act, {act.rater: "Q"})
    again = read_back(
        type(act), from_json(as_json(pieces.value)), from_json(as_json(pieces.held)), pieces.files
    )

    assert act.told("Dee", start) == sentence
    assert "dee" not in as_json(pieces.value)
    assert again.on(start).files == act.on(start).files
