"""Which scores count: latest of each rater, never a blank as 0, never a recused rater's."""

from fractions import Fraction

from cidesign.domain.labels import of_panel
from cidesign.domain.panel import Carried
from cidesign.value import rank
from cidesign.views.compare.reasons import all_in_words
from tests.saying import said
from tests.value.panels import (
    candidates,
    cell,
    criterion,
    points,
    problems,
    ranks,
    recused,
    scored,
    sheet,
)

ONE = sheet(criterion("reach"))


def test_the_row_with_the_largest_seq_counts_wherever_it_stands():
    ranking = rank(
        ONE, scored("r1 oak reach 5 seq=9", "r1 oak reach 1 seq=3", "r1 oak reach 2 seq=4")
    )

    assert cell(ranking, "oak", "reach") == 5


def test_a_blank_is_missing_and_not_zero():
    ranking = rank(ONE, scored("r1 oak reach 4", "r2 oak reach -"))

    assert cell(ranking, "oak", "reach") == 4
    assert ranking.standings[0].raters == 1


def test_a_blank_with_a_later_seq_withdraws_the_score():
    ranking = rank(ONE, scored("r1 oak reach 4", "r2 oak reach 1 seq=1", "r2 oak reach - seq=2"))

    assert cell(ranking, "oak", "reach") == 4


def test_a_blank_with_an_earlier_seq_withdraws_nothing():
    ranking = rank(ONE, scored("r1 oak reach - seq=1", "r1 oak reach 3 seq=2"))

    assert cell(ranking, "oak", "reach") == 3


def test_a_later_round_counts_before_a_larger_seq():
    ranking = rank(ONE, scored("r1 oak reach 2 round=1 seq=9", "r1 oak reach 5 round=2 seq=1"))

    assert cell(ranking, "oak", "reach") == 5


def test_a_blank_in_a_later_round_withdraws_the_score_of_the_earlier_one():
    ranking = rank(ONE, scored("r1 oak reach 2", "r2 oak reach 4", "r1 oak reach - round=2"))

    assert cell(ranking, "oak", "reach") == 4


def test_an_earlier_round_can_be_asked_for():
    scores = scored("r1 oak reach 2", "r1 oak reach 5 round=2")

    assert cell(rank(ONE, scores, round=1), "oak", "reach") == 2
    assert cell(rank(ONE, scores, round=2), "oak", "reach") == 5


def test_without_a_round_the_highest_present_counts():
    ranking = rank(ONE, scored("r1 oak reach 2", "r1 oak reach 3 round=3"))

    assert ranking.round == 3
    assert cell(ranking, "oak", "reach") == 3


def test_an_earlier_round_stays_as_it_was_whatever_comes_later():
    rules = sheet(criterion("reach"), missing="refuse")
    first = scored("r1 oak reach 2", "r1 elm reach 4")
    later = scored("r2 oak reach 5 round=2", "r1 ash reach 5 round=2", "r2 ash reach 5 round=2")

    assert rank(rules, [*first, *later], round=1) == rank(rules, first)


def test_carried_lists_the_counted_scores_of_earlier_rounds_and_no_others():
    scores = scored(
        "r1 oak reach 2",
        "r2 oak reach 3",
        "r3 oak reach 3",
        "r4 oak reach -",
        "r1 oak reach 5 round=2",
        "r2 elm reach 4 round=2",
    )

    ranking = rank(ONE, scores, recusals=recused("r3 oak"))

    assert ranking.carried == (Carried("r2", "oak", "reach", 1),)


def test_a_round_nobody_scored_in_carries_everything_and_says_so():
    ranking = rank(ONE, scored("r1 oak reach 2"), round=2)

    assert ranking.carried == (Carried("r1", "oak", "reach", 1),)
    assert said(ranking.warnings) == (
        "Nobody scored in round 2; every score that counts is from an earlier round.",
    )


def test_there_is_no_round_below_one():
    assert problems(ONE, scored("r1 oak reach 2"), round=0) == [
        ("round", "there is no round 0", "write 1 or more")
    ]


def test_a_recused_rater_never_counts_and_the_warning_says_so():
    ranking = rank(ONE, scored("r1 oak reach 2", "r2 oak reach 5"), recusals=recused("r2 oak"))

    assert cell(ranking, "oak", "reach") == 2
    assert ranking.standings[0].raters == 1
    assert said(ranking.warnings) == ("r2 stepped aside for oak: 1 score present and not counted.",)


def test_a_recusal_for_one_candidate_leaves_the_others_alone():
    ranking = rank(
        ONE,
        scored("r1 oak reach 2", "r2 oak reach 4", "r1 elm reach 2", "r2 elm reach 4"),
        recusals=recused("r2 oak"),
    )

    assert (cell(ranking, "oak", "reach"), cell(ranking, "elm", "reach")) == (2, 3)


def test_a_recused_rater_owes_no_score_where_missing_ones_are_refused():
    rules = sheet(criterion("reach"), missing="refuse")
    scores = scored("r1 oak reach 2", "r1 elm reach 3", "r2 elm reach 3")

    assert problems(rules, scores, recusals=recused("r2 oak")) == []


def test_somebody_who_stepped_aside_but_is_no_rater_is_named():
    ranking = rank(ONE, scored("r1 oak reach 2"), recusals=recused("r7 oak"))

    assert said(ranking.warnings) == (
        "r7 stands in the recusals but gave no score at all; check the spelling.",
    )


def test_refuse_names_every_missing_score_blank_or_absent():
    rules = sheet(criterion("reach"), criterion("trust"), missing="refuse")
    scores = scored(
        "r1 oak reach 2",
        "r1 oak trust 3",
        "r2 oak reach -",
        "r1 elm reach 4",
        "r2 elm reach 4",
        "r2 elm trust 5",
    )

    refused = problems(rules, scores)

    assert [(where, what) for where, what, _ in refused] == [
        ("scores.csv: r1, elm, trust", "r1 has no score for elm on trust"),
        ("scores.csv: row 4", "r2 has no score for oak on reach"),
        ("scores.csv: r2, oak, trust", "r2 has no score for oak on trust"),
    ]


def test_refuse_owes_every_listed_candidate_a_score():
    rules = sheet(criterion("reach"), missing="refuse")

    refused = problems(rules, scored("r1 oak reach 2"), candidates=candidates("oak", "elm"))

    assert [what for _, what, _ in refused] == ["r1 has no score for elm on reach"]


def test_refuse_names_a_missing_figure_of_a_calculated_criterion():
    rules = sheet(
        criterion("cost", scale={"worst": 200, "best": 0}, calculated=True),
        criterion("reach"),
        missing="refuse",
    )

    refused = problems(rules, scored("r1 oak reach 2"), candidates=candidates("oak"))

    assert refused == [
        ("candidates.csv: oak, cost", "oak has no figure for cost", "fill the column cost")
    ]


def test_left_out_scores_are_counted_per_rater_in_a_warning():
    ranking = rank(ONE, scored("r1 oak reach 2", "r2 oak reach -"))

    assert said(ranking.warnings) == (
        "r2: 1 score missing and left out, never counted as 0 (oak on reach).",
    )


def test_a_cell_nobody_scored_leaves_the_candidate_without_points_and_rank():
    rules = sheet(criterion("reach"), criterion("trust"))

    ranking = rank(rules, scored("r1 oak reach 2", "r1 elm reach 2", "r1 elm trust 3"))

    assert points(ranking) == {"elm": Fraction(15, 2), "oak": None}
    assert ranks(ranking) == {"elm": 1, "oak": None}
    assert said(ranking.standings[1].unranked_because) == ("nobody scored trust",)
    assert ranking.standings[1].cells == {"reach": 2, "trust": None}


def test_with_a_list_every_listed_candidate_appears_also_without_a_score():
    ranking = rank(ONE, scored("r1 oak reach 2"), candidates=candidates("oak", "elm"))

    assert ranks(ranking) == {"oak": 1, "elm": None}


def test_without_a_list_the_candidates_are_those_in_the_scores():
    ranking = rank(ONE, scored("r1 oak reach 2", "r1 elm reach -"))

    assert ranks(ranking) == {"oak": 1, "elm": None}


def test_no_scores_at_all_is_an_empty_ranking_and_a_sentence():
    ranking = rank(sheet(criterion("reach"), missing="refuse"), [])

    assert ranking.standings == ()
    assert said(ranking.warnings) == ("There are no scores yet.",)


def test_a_consensus_counts_only_the_panel_and_says_what_it_ignored():
    rules = sheet(criterion("reach"), aggregation="consensus", missing="refuse")

    ranking = rank(rules, scored("panel oak reach 4", "r1 oak reach 1", "r2 oak reach 2"))

    assert cell(ranking, "oak", "reach") == 4
    assert ranking.standings[0].raters == 1
    assert said(ranking.warnings) == (
        (
            "2 scores of single raters ignored: the sheet takes only the consensus, entered as "
            "rater "
            "panel."
        ),
    )


def test_a_consensus_that_is_missing_is_refused_although_others_scored():
    rules = sheet(criterion("reach"), aggregation="consensus", missing="refuse")

    assert [what for _, what, _ in problems(rules, scored("r1 oak reach 1"))] == [
        "panel has no score for oak on reach"
    ]


def test_a_rater_named_panel_is_one_of_many_without_consensus():
    ranking = rank(ONE, scored("panel oak reach 4", "r1 oak reach 2"))

    assert cell(ranking, "oak", "reach") == 3


def test_unequal_panels_are_flagged():
    ranking = rank(
        ONE,
        scored("r1 oak reach 2", "r2 oak reach 2", "r1 elm reach 2"),
        recusals=recused("r2 elm"),
    )

    assert said(ranking.warnings) == (
        "Unequal panels: not every rater scored every candidate (elm without r2).",
    )


def test_panels_of_equal_size_with_other_people_are_unequal_too():
    ranking = rank(
        ONE, scored("r1 oak reach 2", "r2 elm reach 2"), recusals=recused("r2 oak", "r1 elm")
    )

    assert said(ranking.warnings) == (
        "Unequal panels: not every rater scored every candidate (elm without r1; oak without r2).",
    )


def test_raters_counts_those_with_at_least_one_counted_score():
    rules = sheet(criterion("reach"), criterion("trust"))

    ranking = rank(
        rules,
        scored(
            "r1 oak reach 2", "r1 oak trust 3", "r2 oak trust 3", "r3 oak trust -", "r4 oak reach 5"
        ),
        recusals=recused("r4 oak"),
    )

    assert ranking.standings[0].raters == 2


def test_warnings_speak_in_names_where_there_are_names():
    rules = sheet(criterion("reach", label="Ability to convene"))
    listed = [candidates("oak")[0].model_copy(update={"name": "Oak Foundation"})]

    ranking = rank(rules, scored("r1 oak reach 2", "r2 oak reach -"), candidates=listed)

    assert all_in_words(ranking.warnings, of_panel(rules, listed)) == (
        (
            "r2: 1 score missing and left out, never counted as 0 (Oak Foundation on Ability to "
            "convene)."
        ),
    )
