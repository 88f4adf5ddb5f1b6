"""Candidates come in, change and leave; members step aside; what must be mended is told, and
nothing is changed then.
"""

import pytest

from cidesign.acts import applying
from cidesign.acts.applying import Form
from cidesign.domain.problem import BadInput
from tests.views.compare.panels import CANDIDATES, bundle, scores


def refused(act):
    with pytest.raises(BadInput) as told:
        act()
    return [problem.line() for problem in told.value.problems]


def test_a_new_candidate_stands_at_the_end_with_its_offer():
    form = Form(
        "Birch Union",
        "union",
        figures={"price": "55"},
        offer={"offer_overhead": "fee", "offer_rate": "0.07"},
    )

    after = applying.with_candidate(bundle(), "", form)

    birch = after.candidates[-1]
    assert (birch.id, birch.name, birch.values["price"], birch.offer.overhead.fee_rate) == (
        "birch_union",
        "Birch Union",
        55,
        birch.offer.overhead.rate,
    )
    assert str(birch.offer.overhead.rate) == "0.07"


def test_a_changed_candidate_keeps_its_place_its_id_and_columns_of_others():
    after = applying.with_candidate(
        bundle(), "oak", Form("Oak Hall", "nonprofit", figures={"price": "41"})
    )

    assert [one.id for one in after.candidates] == ["oak", "elm", "ash"]
    assert (after.candidates[0].name, after.candidates[0].values["price"]) == ("Oak Hall", 41)
    assert "seen" in after.files["candidates.csv"].decode()


def test_all_that_must_be_mended_about_a_candidate_is_told_at_once():
    said = refused(
        lambda: applying.with_candidate(
            bundle(), "", Form(" ", eligible=False, figures={"price": "120"})
        )
    )

    assert said == [
        "Name: there is none yet; write the organization's name",
        (
            "Why it may not be chosen: there is no reason yet; write which condition of the call "
            "it "
            "does not meet"
        ),
        "Price: 120 is off the scale; write a number from 0 to 100",
    ]


def test_two_candidates_of_one_name_are_refused_whatever_the_letters():
    assert refused(lambda: applying.with_candidate(bundle(), "", Form("oak  HOUSE"))) == [
        "Name: another candidate has this name; write what tells the two apart"
    ]


def test_half_an_offer_is_refused_by_the_record():
    said = refused(
        lambda: applying.with_candidate(
            bundle(), "", Form("Birch", figures={"price": ""}, offer={"offer_overhead": "fee"})
        )
    )

    assert said == [
        "At which rate, in percent: is blank, while fee is charged; write a percentage such as 10"
    ]


def test_a_candidate_leaves_with_what_was_declared_about_it():
    start = bundle(
        recusals="rater,candidate\nana,oak\nben,elm\n", declarations="rater,candidate\nchi,oak\n"
    )

    after = applying.without_candidate(start, "oak")

    assert [one.id for one in after.candidates] == ["elm", "ash"]
    assert [one.candidate for one in after.recusals] == ["elm"]
    assert after.declarations == ()


def test_a_candidate_with_scores_stays_because_no_score_is_thrown_away():
    start = bundle(scores=scores("ana oak trust 4"))

    assert refused(lambda: applying.without_candidate(start, "oak")) == [
        (
            "Oak House: it has scores, and no score is thrown away; say that it is not eligible, "
            "with "
            "the reason"
        )
    ]


def test_stepping_aside_needs_a_member_a_candidate_a_tie_and_words():
    said = refused(lambda: applying.with_recusal(bundle(), "", "", "", " "))

    assert [line.split(":")[0] for line in said] == [
        "Who steps aside",
        "For which candidate",
        "What kind of tie",
        "In a few words",
    ]


def test_stepping_aside_takes_the_place_of_a_declaration():
    start = applying.with_declarations(bundle(), "ana", ["oak", "elm"])

    after = applying.with_recusal(start, "ana", "oak", "board", "Sits on it")

    assert [(one.rater, one.candidate, one.kind) for one in after.recusals] == [
        ("ana", "oak", "board")
    ]
    assert [(one.rater, one.candidate) for one in after.declarations] == [("ana", "elm")]


def test_nobody_declares_nothing_for_a_candidate_she_steps_aside_for():
    start = applying.with_recusal(bundle(), "ana", "oak", "board", "Sits on it")

    after = applying.with_declarations(start, "ana", ["oak", "elm"])

    assert [(one.rater, one.candidate) for one in after.declarations] == [("ana", "elm")]


def test_once_scores_are_in_nobody_steps_back_in():
    start = bundle(recusals="rater,candidate\nana,oak\n", scores=scores("ben oak trust 4"))

    assert "scores are in" in refused(lambda: applying.without_recusal(start, "ana", "oak"))[0]


@pytest.mark.parametrize(
    "act",
    [
        lambda start: applying.with_candidate(start, "", Form("Birch")),
        lambda start: applying.without_candidate(start, "oak"),
        lambda start: applying.without_recusal(start, "ana", "oak"),
        lambda start: applying.imported(start, CANDIDATES.encode()),
    ],
)
def test_while_a_round_is_open_candidates_stay_as_they_are(act):
    assert refused(lambda: act(bundle("scoring")))[0].startswith("Round 1: it is open")


def test_a_member_may_still_step_aside_while_a_round_is_open():
    after = applying.with_recusal(
        bundle("scoring"), "ana", "oak", "family", "A brother works there"
    )

    assert after.recusals[0].rater == "ana"


def test_a_table_is_brought_in_whole_or_not_at_all_with_every_problem():
    start = bundle()

    said = refused(
        lambda: applying.imported(
            start, b"id,name,eligible,price\noak,Oak,maybe,4\noak,Oak,yes,cheap\n"
        )
    )

    assert [line.split(";")[0] for line in said] == [
        'candidates.csv: row 3, id: candidate "oak" stands in row 2 too',
        'candidates.csv: row 2, eligible: "maybe" is neither yes nor no',
        'candidates.csv: row 3, price: "cheap" is not a number',
    ]


def test_a_table_may_not_lose_a_candidate_with_scores_or_conflicts():
    start = bundle(recusals="rater,candidate\nana,elm\n", scores=scores("ben oak trust 4"))

    said = refused(lambda: applying.imported(start, b"id,name,price\nash,Ash,4\n"))

    assert [line.split(";")[0] for line in said] == [
        'candidates.csv: "oak": it has scores here',
        'candidates.csv: "elm": a member steps aside for it',
    ]


def test_after_a_final_selection_nobody_steps_aside_and_no_candidate_changes():
    final = bundle("final", scores=scores("ana oak trust 4"))

    for act in (
        lambda: applying.with_recusal(final, "ana", "oak", "board", "She sits there."),
        lambda: applying.with_candidate(final, "oak", Form("Oak House", figures={"price": "0"})),
        lambda: applying.imported(final, CANDIDATES.encode()),
    ):
        (said,) = refused(act)
        assert "the selection is final" in said


def test_a_forged_figure_that_is_no_number_is_told_and_never_breaks_the_page():
    for figure in ("NaN", "Infinity", "1e999", "many"):
        (said,) = refused(
            lambda figure=figure: applying.with_candidate(
                bundle(), "oak", Form("Oak House", figures={"price": figure})
            )
        )
        assert "off the scale" in said


def test_a_figure_that_gives_points_stays_once_scores_are_in_and_the_rules_are_sealed():
    scored = bundle("scored", scores=scores("ana oak trust 4"))
    dearer = CANDIDATES.replace("yes,40", "yes,90")

    (typed,) = refused(
        lambda: applying.with_candidate(
            scored, "oak", Form("Oak House", "nonprofit", figures={"price": "0"})
        )
    )
    (brought,) = refused(lambda: applying.imported(scored, dearer.encode()))
    kept = applying.with_candidate(
        scored, "oak", Form("Oak Hall", "nonprofit", figures={"price": "40"})
    )
    opened = bundle("scored", sealed=False, scores=scores("ana oak trust 4"))

    assert "scores are in, and another figure would change the points" in typed
    assert brought == typed
    assert kept.candidates[0].name == "Oak Hall"
    assert applying.imported(opened, dearer.encode()).candidates[0].values["price"] == 90
