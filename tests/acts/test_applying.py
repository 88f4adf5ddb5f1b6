"""Candidates come in, change and leave; members step aside; what must be mended is told, and
nothing is changed then.
"""

import pytest

from cidesign.acts.bring_candidates import BringCandidates
from cidesign.acts.come_back import ComeBack
from cidesign.acts.declare import Declare
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.save_candidate import SaveCandidate
from cidesign.acts.step_aside import StepAside
from cidesign.domain.problem import BadInput
from tests.views.compare.panels import CANDIDATES, bundle, scores

ON_THE_BOARD = StepAside(rater="ana", candidate="oak", tie="board", reason="Sits on it")


def refused(act, start):
    with pytest.raises(BadInput) as told:
        act.on(start)
    return [problem.line() for problem in told.value.problems]


def test_a_new_candidate_stands_at_the_end_with_its_offer():
    act = SaveCandidate(
        name="Birch Union",
        organization="union",
        figures={"price": "55"},
        offer={"offer_overhead": "fee", "offer_rate": "0.07"},
    )

    after = act.on(bundle())

    birch = after.candidates[-1]
    assert (birch.id, birch.name, birch.values["price"], birch.offer.overhead.fee_rate) == (
        "birch_union",
        "Birch Union",
        55,
        birch.offer.overhead.rate,
    )
    assert str(birch.offer.overhead.rate) == "0.07"


def test_a_changed_candidate_keeps_its_place_its_id_and_columns_of_others():
    act = SaveCandidate(
        id="oak", name="Oak Hall", organization="nonprofit", figures={"price": "41"}
    )

    after = act.on(bundle())

    assert [one.id for one in after.candidates] == ["oak", "elm", "ash"]
    assert (after.candidates[0].name, after.candidates[0].values["price"]) == ("Oak Hall", 41)
    assert "seen" in after.files["candidates.csv"].decode()


def test_all_that_must_be_mended_about_a_candidate_is_told_at_once():
    said = refused(SaveCandidate(name=" ", eligible=False, figures={"price": "120"}), bundle())

    assert said == [
        "Name: there is none yet; write the name",
        (
            "Why it may not be chosen: there is no reason yet; write which condition of the call "
            "it "
            "does not meet"
        ),
        "Price: 120 is off the scale; write a number from 0 to 100",
    ]


def test_two_candidates_of_one_name_are_refused_whatever_the_letters():
    assert refused(SaveCandidate(name="oak  HOUSE"), bundle()) == [
        "Name: another candidate has this name; write what tells the two apart"
    ]


def test_half_an_offer_is_refused_by_the_record():
    act = SaveCandidate(name="Birch", figures={"price": ""}, offer={"offer_overhead": "fee"})

    said = refused(act, bundle())

    assert said == [
        "At which rate, in percent: is blank, while fee is charged; write a percentage such as 10"
    ]


def test_a_candidate_leaves_with_what_was_declared_about_it():
    start = bundle(
        recusals="rater,candidate\nana,oak\nben,elm\n", declarations="rater,candidate\nchi,oak\n"
    )

    after = RemoveCandidate(id="oak").on(start)

    assert [one.id for one in after.candidates] == ["elm", "ash"]
    assert [one.candidate for one in after.recusals] == ["elm"]
    assert after.declarations == ()


def test_a_candidate_with_scores_stays_because_no_score_is_thrown_away():
    start = bundle(scores=scores("ana oak trust 4"))

    assert refused(RemoveCandidate(id="oak"), start) == [
        (
            "Oak House: it has scores, and no score is thrown away; say that it is not eligible, "
            "with "
            "the reason"
        )
    ]


def test_stepping_aside_needs_a_member_a_candidate_a_tie_and_words():
    said = refused(StepAside(rater="", candidate="", tie="", reason=" "), bundle())

    assert [line.split(":")[0] for line in said] == [
        "Who steps aside",
        "For which candidate",
        "What kind of tie",
        "In a few words",
    ]


def test_stepping_aside_takes_the_place_of_a_declaration():
    start = Declare(rater="ana", candidates=("oak", "elm")).on(bundle())

    after = ON_THE_BOARD.on(start)

    assert [(one.rater, one.candidate, one.kind) for one in after.recusals] == [
        ("ana", "oak", "board")
    ]
    assert [(one.rater, one.candidate) for one in after.declarations] == [("ana", "elm")]


def test_nobody_declares_nothing_for_a_candidate_she_steps_aside_for():
    start = ON_THE_BOARD.on(bundle())

    after = Declare(rater="ana", candidates=("oak", "elm")).on(start)

    assert [(one.rater, one.candidate) for one in after.declarations] == [("ana", "elm")]


def test_once_scores_are_in_nobody_steps_back_in():
    start = bundle(recusals="rater,candidate\nana,oak\n", scores=scores("ben oak trust 4"))

    assert "scores are in" in refused(ComeBack(rater="ana", candidate="oak"), start)[0]


@pytest.mark.parametrize(
    "act",
    [
        SaveCandidate(name="Birch"),
        RemoveCandidate(id="oak"),
        ComeBack(rater="ana", candidate="oak"),
        BringCandidates(content=CANDIDATES.encode()),
    ],
)
def test_while_a_round_is_open_candidates_stay_as_they_are(act):
    assert refused(act, bundle("scoring"))[0].startswith("Round 1: it is open")


def test_a_member_may_still_step_aside_while_a_round_is_open():
    act = StepAside(rater="ana", candidate="oak", tie="family", reason="A brother works there")

    after = act.on(bundle("scoring"))

    assert after.recusals[0].rater == "ana"


def test_a_table_is_brought_in_whole_or_not_at_all_with_every_problem():
    table = b"id,name,eligible,price\noak,Oak,maybe,4\noak,Oak,yes,cheap\n"

    said = refused(BringCandidates(content=table), bundle())

    assert [line.split(";")[0] for line in said] == [
        'candidates.csv: row 3, id: candidate "oak" stands in row 2 too',
        'candidates.csv: row 2, eligible: "maybe" is neither yes nor no',
        'candidates.csv: row 3, price: "cheap" is not a number',
    ]


def test_a_table_may_not_lose_a_candidate_with_scores_or_conflicts():
    start = bundle(recusals="rater,candidate\nana,elm\n", scores=scores("ben oak trust 4"))

    said = refused(BringCandidates(content=b"id,name,price\nash,Ash,4\n"), start)

    assert [line.split(";")[0] for line in said] == [
        'candidates.csv: "oak": it has scores here',
        'candidates.csv: "elm": a member steps aside for it',
    ]


def test_after_a_final_selection_nobody_steps_aside_and_no_candidate_changes():
    final = bundle("final", scores=scores("ana oak trust 4"))

    for act in (
        ON_THE_BOARD,
        SaveCandidate(id="oak", name="Oak House", figures={"price": "0"}),
        BringCandidates(content=CANDIDATES.encode()),
    ):
        (said,) = refused(act, final)
        assert "the selection is final" in said


def test_a_forged_figure_that_is_no_number_is_told_and_never_breaks_the_page():
    for figure in ("NaN", "Infinity", "1e999", "many"):
        act = SaveCandidate(id="oak", name="Oak House", figures={"price": figure})
        (said,) = refused(act, bundle())
        assert "off the scale" in said


def test_a_figure_that_gives_points_stays_once_scores_are_in_and_the_rules_are_sealed():
    scored = bundle("scored", scores=scores("ana oak trust 4"))
    dearer = BringCandidates(content=CANDIDATES.replace("yes,40", "yes,90").encode())
    oak = {"id": "oak", "organization": "nonprofit"}

    (typed,) = refused(SaveCandidate(name="Oak House", figures={"price": "0"}, **oak), scored)
    (brought,) = refused(dearer, scored)
    kept = SaveCandidate(name="Oak Hall", figures={"price": "40"}, **oak).on(scored)
    opened = bundle("scored", sealed=False, scores=scores("ana oak trust 4"))

    assert "scores are in, and another figure would change the points" in typed
    assert brought == typed
    assert kept.candidates[0].name == "Oak Hall"
    assert dearer.on(opened).candidates[0].values["price"] == 90
