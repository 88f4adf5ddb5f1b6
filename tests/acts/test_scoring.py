"""Scores are appended and never lost, rounds open and close, and each rule that protects them is
told when it bites.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.acts.bring_scores import BringScores
from cidesign.acts.close_round import CloseRound
from cidesign.acts.give_score import GiveScore
from cidesign.acts.open_round import OpenRound
from cidesign.acts.sheets import owed, sheets_of, undeclared
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.problem import BadInput
from cidesign.record import changed, read_files
from cidesign.value import latest, rank
from tests.views.compare import panels
from tests.views.compare.panels import RULES, scores

RATERS, CANDIDATES, CRITERIA = ("ana", "ben", "chi"), ("oak", "elm"), ("trust", "reach")


DECLARED = "rater,candidate\n" + "".join(
    f"{who},{one}\n" for who in ("ana", "ben", "chi", "dee") for one in ("oak", "elm", "ash")
)


def bundle(stage="sealed", **more):
    """The small selection, in which everybody has declared."""
    return panels.bundle(stage, **{"declarations": DECLARED, **more})


def refused(act):
    with pytest.raises(BadInput) as told:
        act()
    return [problem.line() for problem in told.value.problems]


def given_score(start, rater="ana", candidate="oak", criterion="trust", score=4, **more):
    value = None if score is None else Decimal(score)
    given = {"rater": rater, "candidate": candidate, "criterion": criterion, "score": value}
    return GiveScore(**given, **more).on(start)


def brought(start, table):
    return BringScores(content=table.encode()).on(start)


def remarked(start, strength, concern):
    return WriteRemark(rater="ana", candidate="oak", strength=strength, concern=concern).on(start)


def test_a_first_score_is_a_row_with_all_that_is_known():
    (one,) = given_score(bundle("scoring"), reason='They hosted us, "twice"', via="phone").scores

    assert (one.rater, one.candidate, one.criterion, one.score, one.round, one.seq) == (
        "ana",
        "oak",
        "trust",
        4,
        1,
        1,
    )
    assert (one.reason, one.via, one.entered_by) == ('They hosted us, "twice"', "phone", "")


EDITS = st.lists(
    st.tuples(
        st.sampled_from(RATERS),
        st.sampled_from(CANDIDATES),
        st.sampled_from(CRITERIA),
        st.sampled_from([None, 1, 2, 3, 4, 5]),
    ),
    min_size=1,
    max_size=25,
)


@given(EDITS)
def test_no_earlier_row_is_ever_lost_and_the_latest_of_a_cell_counts(edits):
    kept = bundle("scoring")
    lines = []

    for rater, candidate, criterion, score in edits:
        kept = given_score(kept, rater, candidate, criterion, score)
        now = kept.files["scores.csv"].decode().splitlines()[1:]
        assert now[: len(lines)] == lines
        lines = now

    last = {(rater, candidate, criterion): score for rater, candidate, criterion, score in edits}
    held = {
        (rater, sheet.candidate.id, cell.criterion.id): cell.score
        for rater in RATERS
        for sheet in sheets_of(kept, rater)
        for cell in sheet.cells
    }
    assert len(lines) == len(edits)
    assert held == {key: last.get(key) for key in held}
    assert sorted({score.seq for score in kept.scores}) == list(range(1, len(edits) + 1))


@given(EDITS)
def test_what_a_sheet_shows_is_what_the_ranking_counts(edits):
    kept = bundle("scoring")
    for edit in edits:
        kept = given_score(kept, *edit)

    standings = {
        one.candidate: one
        for one in rank(kept.rules, kept.scores, candidates=kept.candidates).standings
    }

    for candidate in CANDIDATES:
        for criterion in CRITERIA:
            shown = [
                cell.score
                for rater in RATERS
                for sheet in sheets_of(kept, rater)
                for cell in sheet.cells
                if sheet.candidate.id == candidate
                and cell.criterion.id == criterion
                and cell.score is not None
            ]
            mean = sum(shown, Decimal(0)) / len(shown) if shown else None
            cell = standings[candidate].cells[criterion]
            assert (cell is None) == (mean is None)
            assert mean is None or abs(float(cell) - float(mean)) < 1e-9


def test_scores_brought_in_without_numbers_are_numbered_before_one_is_added():
    rows = "rater,candidate,criterion,score\nana,oak,trust,2\nben,oak,trust,3\n"

    after = given_score(bundle("scoring", scores=rows))

    assert [(one.rater, one.score, one.seq) for one in after.scores] == [
        ("ana", 2, 1),
        ("ben", 3, 2),
        ("ana", 4, 3),
    ]


def test_a_withdrawn_score_is_missing_again_and_never_zero():
    after = given_score(given_score(bundle("scoring")), score=None)

    assert sheets_of(after, "ana")[0].cells[0].score is None
    assert [one.score for one in after.scores] == [4, None]


@pytest.mark.parametrize(
    ("start", "more", "says"),
    [
        (bundle("sealed"), {}, "no round is open"),
        (bundle("scored"), {}, "no round is open"),
        (bundle("scoring", sealed=False), {}, "the rules are not sealed"),
        (bundle("scoring"), {"rater": "zoe"}, '"zoe" is nobody on the panel'),
        (bundle("scoring"), {"candidate": "fir"}, '"fir" is no candidate'),
        (bundle("scoring"), {"criterion": "price"}, '"price" is no criterion of the rule sheet'),
        (bundle("scoring"), {"score": 6}, "6 is off the scale; choose a level from 1 to 5"),
        (bundle("scoring"), {"score": "3.5"}, "3.5 is off the scale"),
        (bundle("scoring", recusals="rater,candidate\nana,oak\n"), {}, "this member steps aside"),
        (
            bundle("scoring", declarations=""),
            {},
            "declare first whether anything ties you to Oak House",
        ),
        (
            bundle("scoring", declarations="rater,candidate\nana,elm\nben,oak\n"),
            {},
            "this member has not said yet",
        ),
        (
            bundle("scoring", rules=RULES + "reasons: per_score\n"),
            {},
            "the rule sheet asks for a reason here",
        ),
        (
            bundle("scoring", rules=RULES + "reasons: extremes\n"),
            {"score": 5},
            "the rule sheet asks for a reason here",
        ),
    ],
)
def test_a_score_that_may_not_be_is_refused_with_the_rule(start, more, says):
    assert says in " ".join(refused(lambda: given_score(start, **more)))


def test_only_the_ends_of_the_scale_owe_a_reason_where_the_sheet_says_extremes():
    start = bundle("scoring", rules=RULES + "reasons: extremes\n")

    assert given_score(start, score=4).scores[0].reason == ""
    assert given_score(start, score=1, reason="Nobody came").scores[0].reason == "Nobody came"


def test_a_strength_and_a_concern_are_kept_together_and_the_latest_counts():
    first = remarked(bundle("scoring"), "Trusted", "Small")

    after = remarked(first, "Trusted by all", "Small staff")

    assert [one.strength for one in after.remarks] == ["Trusted", "Trusted by all"]
    assert (sheets_of(after, "ana")[0].strength, sheets_of(after, "ana")[0].concern) == (
        "Trusted by all",
        "Small staff",
    )
    assert refused(lambda: remarked(after, "Good", " "))[0].startswith("One concern")


def test_words_wait_for_the_declaration_too():
    start = bundle("scoring", declarations="")

    assert "declare first" in refused(lambda: remarked(start, "Good", "Small"))[0]


def test_a_rater_who_is_no_member_declares_nothing():
    start = bundle("scoring", declarations="", scores=scores("zoe oak trust 3"))

    assert [one.score for one in given_score(start, rater="zoe").scores] == [3, 4]


def test_a_member_sees_only_her_own_and_not_whom_she_steps_aside_for():
    start = bundle(
        "scoring",
        recusals="rater,candidate\nana,elm\n",
        scores=scores("ben oak trust 2", "ana oak trust 4"),
    )

    (oak,) = sheets_of(start, "ana")

    assert oak.candidate.id == "oak"
    assert [cell.score for cell in oak.cells] == [4, None]


def test_candidates_that_may_not_be_chosen_are_scored_only_where_the_rules_refuse_gaps():
    assert [sheet.candidate.id for sheet in sheets_of(bundle(), "ana")] == ["oak", "elm"]
    refuses = bundle(rules=RULES.replace("leave_out", "refuse"))
    assert [sheet.candidate.id for sheet in sheets_of(refuses, "ana")] == ["oak", "elm", "ash"]


def test_the_first_round_opens_and_the_second_keeps_the_first():
    first = OpenRound().on(bundle())
    given_once = given_score(first)
    second = OpenRound().on(CloseRound(accepted=True).on(given_once))

    changed_mind = given_score(second, score=2)

    assert (first.workshop.stage.id, first.workshop.round) == ("scoring", 1)
    assert (second.workshop.stage.id, second.workshop.round) == ("scoring", 2)
    assert [(one.round, one.score) for one in changed_mind.scores] == [(1, 4), (2, 2)]
    assert sheets_of(second, "ana")[0].cells[0].round == 1


def test_a_workshop_scored_elsewhere_in_two_rounds_opens_the_third():
    start = bundle("scored", scores=scores("ana oak trust 4 1", "ana oak trust 3 2"))

    assert OpenRound().on(start).workshop.round == 3


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (bundle("draft", sealed=False), "the rules are not sealed"),
        (bundle("scoring"), "a round is open already"),
        (bundle("final"), "the selection is final"),
        (read_files({"workshop.yaml": b"name: Bare\n"}), "nobody is on the panel"),
    ],
)
def test_a_round_that_may_not_open_says_why(start, says):
    assert says in " ".join(refused(lambda: OpenRound().on(start)))


def full(rater):
    return [
        f"{rater} {candidate} {criterion} 3" for candidate in CANDIDATES for criterion in CRITERIA
    ]


def test_closing_needs_a_word_where_scores_are_missing_and_drops_none():
    start = bundle("scoring", scores=scores(*full("ana"), "ben oak trust 5"))

    assert "scores are missing" in refused(lambda: CloseRound().on(start))[0]
    after = CloseRound(accepted=True).on(start)
    assert after.workshop.stage.id == "scored"
    assert after.scores == start.scores


def test_rules_that_refuse_gaps_keep_a_round_open_until_begun_sheets_are_whole():
    start = bundle(
        "scoring", rules=RULES.replace("leave_out", "refuse"), scores=scores("ben oak trust 5")
    )

    assert (
        "1 member has begun and is not done with every sheet"
        in refused(lambda: CloseRound(accepted=True).on(start))[0]
    )


def test_what_is_owed_is_counted_by_rater():
    start = bundle(
        "scoring",
        recusals="rater,candidate\nchi,oak\nchi,elm\n",
        scores=scores(*full("ana"), "ben oak trust 5"),
    )

    assert [(one.rater, one.given, one.missing) for one in owed(start)] == [
        ("ana", 4, 0),
        ("ben", 1, 3),
        ("dee", 0, 4),
    ]


def test_an_agreed_score_is_given_by_the_panel_as_one():
    start = bundle("scoring", rules=RULES.replace("quorum: 2", "aggregation: consensus"))

    (one,) = given_score(start, rater="panel").scores

    assert one.rater == "panel"
    assert undeclared(start, "panel") == ()


def test_scores_brought_in_are_added_behind_those_that_are_here_and_once_only():
    start = bundle("scoring", scores=scores("ana oak trust 4"), more="round: 2\n")
    table = scores("ana oak trust 4", "ben oak trust 2 2", "ana oak trust 3 2")

    once = brought(start, table)
    twice = brought(once, table)

    assert [(one.rater, one.score, one.round, one.seq) for one in once.scores] == [
        ("ana", 4, 1, 1),
        ("ben", 2, 2, 2),
        ("ana", 3, 2, 3),
    ]
    assert twice is once


def test_a_table_of_scores_with_faults_is_refused_whole_with_every_fault():
    said = refused(lambda: brought(bundle("scoring"), scores("ana fir trust 4", "ben oak trust 9")))

    assert [line.split(":")[1].split(",")[0] for line in said] == [" row 2", " row 3"]


def test_a_table_brought_in_after_the_close_cannot_change_the_result():
    table = scores("ana oak trust 1")

    for stage in ("sealed", "scored", "final"):
        said = refused(
            lambda stage=stage: brought(bundle(stage, scores=scores("ben oak trust 4")), table)
        )
        assert any("no round is open" in line for line in said)
    again = bundle("scored", scores=scores("ana oak trust 1"))
    assert brought(again, table) is again


def test_a_table_adds_no_other_round_no_stranger_nobody_twice_and_nobody_who_steps_aside():
    start = bundle("scoring", recusals="rater,candidate\nana,oak\n")

    said = refused(
        lambda: brought(
            start,
            scores("ben oak trust 4 2", "Ben elm trust 4", "eve oak trust 5", "ana oak trust 5"),
        )
    )

    assert [line.split(": ", 2)[1] for line in said] == ["row 2", "row 3", "row 4", "row 5"]
    assert "did you mean ben?" in said[1]
    nobody = changed(start, "workshop.yaml", {("members",): None})
    (twice,) = refused(lambda: brought(nobody, scores("ben elm trust 4", "Ben elm trust 4")))
    assert "differ in capitals only" in twice


def test_a_forged_number_that_is_none_is_off_the_scale():
    for number in ("NaN", "sNaN", "Infinity", "-Infinity"):
        (said,) = refused(lambda number=number: given_score(bundle("scoring"), score=number))
        assert "off the scale" in said


HERE = "rater,candidate,criterion,score,seq\nana,oak,trust,4,1\nana,oak,trust,3,2\n"


@pytest.mark.parametrize(
    ("here", "table", "counts"),
    [
        (HERE, "ana,oak,trust,4", 4),
        (HERE + "ana,oak,trust,,3\n", "ana,oak,trust,3", 3),
        (HERE + "ana,oak,trust,5,3\n", "ana,oak,trust,4", 4),
        (HERE, "ana,oak,reach,4", 3),
    ],
)
def test_a_table_is_compared_with_the_row_that_counts_and_not_with_every_older_one(
    here, table, counts
):
    start = bundle("scoring", scores=here)

    after = brought(start, f"rater,candidate,criterion,score\n{table}\n")

    assert len(after.scores) == len(start.scores) + 1
    assert max(one.seq for one in after.scores) == after.scores[-1].seq
    assert latest(iter(after.scores))["ana", "oak", "trust"].score == counts


@pytest.mark.parametrize("table", ["ana,oak,trust,3", "ana,oak,trust,3.0"])
def test_a_row_that_says_what_counts_is_not_written_again(table):
    start = bundle("scoring", scores=HERE)

    assert brought(start, f"rater,candidate,criterion,score\n{table}\n") is start


@pytest.mark.parametrize(
    "first",
    [
        "rater,candidate,criterion,score\nana,elm,trust,2\n",
        "rater,candidate,criterion,score,mood\nana,elm,trust,2,glad\n",
        "",
    ],
)
def test_an_unknown_column_is_kept_whichever_table_came_first(first):
    start = bundle("scoring", scores=first) if first else bundle("scoring")

    after = brought(start, "rater,candidate,criterion,score,comment\nben,oak,trust,4,Very good\n")

    text = after.files["scores.csv"].decode()
    assert "comment" in text.splitlines()[0].split(",")
    assert "Very good" in text
    assert ("glad" in text) == ("glad" in first)


def test_a_new_comment_on_a_score_that_stays_is_brought_in():
    start = bundle("scoring", scores=HERE)

    after = brought(start, "rater,candidate,criterion,score,comment\nana,oak,trust,3,Look again\n")

    assert "Look again" in after.files["scores.csv"].decode()
    assert latest(iter(after.scores))["ana", "oak", "trust"].score == 3
