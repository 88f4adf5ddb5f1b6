"""What scores add up to: aggregates, scales, rounding, pass marks, quorum, eligibility. Sums by
hand in the comments.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.domain.rules import Aggregation
from cidesign.value import half_up, rank
from cidesign.value.aggregate import AGGREGATES
from tests.saying import said
from tests.value.panels import candidates, cell, criterion, points, ranks, recused, scored, sheet


@pytest.mark.parametrize(
    ("aggregation", "scores", "value"),
    [
        ("mean", "1 2 4", "7/3"),
        ("median", "5 1 4", "4"),
        ("median", "5 1 4 2", "3"),  # middle two: 2 and 4
        ("median", "2", "2"),
        ("trimmed", "1 5 5 2 3", "10/3"),  # drops a 1 and one of the 5s: (5 + 2 + 3) / 3
        ("trimmed", "1 2 5", "2"),
        ("trimmed", "1 4", "5/2"),  # fewer than three: plain mean
        ("trimmed", "4", "4"),
    ],
)
def test_the_panel_value_is_the_aggregate_of_the_counted_scores(aggregation, scores, value):
    rows = [f"r{number} oak reach {score}" for number, score in enumerate(scores.split())]

    ranking = rank(sheet(criterion("reach"), aggregation=aggregation), scored(*rows))

    assert cell(ranking, "oak", "reach") == Fraction(value)


def test_every_aggregation_of_the_contract_has_a_function():
    assert [aggregation for aggregation, _ in AGGREGATES] == list(Aggregation)
    assert [function([Fraction(3)]) for _, function in AGGREGATES] == [3, 3, 3, 3]


def test_trimming_too_few_scores_is_told():
    ranking = rank(
        sheet(criterion("reach"), aggregation="trimmed"), scored("r1 oak reach 1", "r2 oak reach 4")
    )

    assert said(ranking.warnings) == (
        (
            "Too few scores to drop the highest and the lowest, so the plain mean counts: oak on "
            "reach."
        ),
    )


def test_points_are_weight_times_the_share_of_the_scale():
    rules = sheet(criterion("reach", 18), criterion("speed", 7, {"worst": 30, "best": 10}))

    ranking = rank(rules, scored("r1 oak reach 4", "r1 oak speed 25"))

    assert ranking.standings[0].products == {
        "reach": Fraction(27, 2),
        "speed": Fraction(7, 4),
    }  # 18 x 3/4, 7 x 5/20
    assert points(ranking) == {"oak": Fraction(61, 4)}


def test_the_ends_of_the_scale_give_nothing_and_the_whole_weight():
    rules = sheet(criterion("reach", 18), criterion("speed", 7, {"worst": 30, "best": 10}))

    ranking = rank(
        rules, scored("r1 low reach 1", "r1 low speed 30", "r1 high reach 5", "r1 high speed 10")
    )

    assert points(ranking) == {"high": 25, "low": 0}


def test_weights_are_used_as_given_and_not_divided_by_their_sum():
    ranking = rank(
        sheet(criterion("reach", "0.3"), criterion("trust", "0.3")),
        scored("r1 oak reach 5", "r1 oak trust 5"),
    )

    assert points(ranking) == {"oak": Fraction(3, 5)}


def test_a_weight_of_zero_adds_nothing_but_its_cell_must_be_there():
    rules = sheet(criterion("reach"), criterion("colour", 0))

    ranking = rank(rules, scored("r1 oak reach 5", "r1 oak colour 5", "r1 elm reach 5"))

    assert points(ranking) == {"oak": 10, "elm": None}


def test_points_are_exact_where_floats_are_not():
    rules = sheet(*(criterion(f"k{number}", "0.1", {"worst": 0, "best": 3}) for number in range(3)))

    ranking = rank(rules, scored(*(f"r1 oak k{number} 3" for number in range(3))))

    assert points(ranking) == {"oak": Fraction(3, 10)}  # 0.1 + 0.1 + 0.1 is not 0.3 in floats


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("2.345", 2, "2.35"),
        ("2.344", 2, "2.34"),
        ("-2.345", 2, "-2.35"),  # halves go away from zero on both sides
        ("-2.344", 2, "-2.34"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("2.5", 0, "3"),
        ("10/3", 2, "3.33"),
        ("1.005", 2, "1.01"),  # 1.00 in floats
        ("7", None, "7"),
        ("1/3", None, "1/3"),
    ],
)
def test_halves_are_rounded_away_from_zero_exactly(value, places, rounded):
    assert half_up(Fraction(value), places) == Fraction(rounded)


def test_half_up_agrees_with_decimal_arithmetic_on_every_thousandth():
    thousandths = range(-3000, 3001)

    ours = [half_up(Fraction(number, 1000), 2) for number in thousandths]

    assert ours == [
        Fraction((Decimal(number) / 1000).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP"))
        for number in thousandths
    ]


def test_the_cell_is_rounded_before_the_product():
    # mean 10/3 -> 3.33; 18 x 2.33 / 4 = 10.485 -> 10.49. Rounding only at the end gives 18 x (7/3)
    # / 4 = 10.5.
    rules = sheet(criterion("reach", 18), rounding={"cell": 2, "points": 2, "mode": "half_up"})

    ranking = rank(rules, scored("r1 oak reach 3", "r2 oak reach 3", "r3 oak reach 4"))

    assert cell(ranking, "oak", "reach") == Fraction("3.33")
    assert points(ranking) == {"oak": Fraction("10.49")}


def test_each_product_is_rounded_before_the_sum():
    # each product is 1 x 1.5 / 4 = 0.375 -> 0.4; the sum is 0.8, not 0.75 -> 0.8; three of them
    # 1.2, not 1.125 -> 1.1
    names = ("a", "b", "c")
    rules = sheet(
        *(criterion(name, 1, {"worst": 0, "best": 4}) for name in names), rounding={"points": 1}
    )

    ranking = rank(rules, scored(*(f"r1 oak {name} 1.5" for name in names)))

    assert points(ranking) == {"oak": Fraction("1.2")}


def test_a_negative_panel_value_is_rounded_away_from_zero():
    rules = sheet(criterion("mood", 6, {"worst": -3, "best": 3}), rounding={"cell": 0})

    ranking = rank(rules, scored("r1 oak mood -3", "r2 oak mood -2"))

    assert cell(ranking, "oak", "mood") == -3


def test_a_calculated_criterion_takes_the_candidates_own_figure_and_is_rounded_like_any_cell():
    rules = sheet(
        criterion("cost", 10, {"worst": 200, "best": 0}, calculated=True),
        criterion("reach"),
        rounding={"cell": 1},
    )

    ranking = rank(
        rules, scored("r1 oak reach 1"), candidates=candidates("oak", cost={"oak": "60.25"})
    )

    assert cell(ranking, "oak", "cost") == Fraction("60.3")
    assert points(ranking) == {"oak": Fraction("6.985")}  # 10 x 139.7 / 200


def test_a_missing_figure_leaves_the_candidate_without_points():
    rules = sheet(
        criterion("cost", 10, {"worst": 200, "best": 0}, calculated=True), criterion("reach")
    )

    ranking = rank(
        rules,
        scored("r1 oak reach 3", "r1 elm reach 3"),
        candidates=candidates("oak", "elm", cost={"oak": 60}),
    )

    assert points(ranking) == {"oak": 12, "elm": None}
    assert said(ranking.standings[1].unranked_because) == ("no figure for cost",)


def test_a_panel_value_worse_than_the_pass_mark_has_points_but_no_rank():
    rules = sheet(criterion("reach", pass_mark=2), criterion("trust"))

    ranking = rank(
        rules, scored("r1 oak reach 1", "r1 oak trust 5", "r1 elm reach 2", "r1 elm trust 1")
    )

    assert points(ranking) == {"elm": Fraction(5, 2), "oak": 10}
    assert ranks(ranking) == {"elm": 1, "oak": None}
    assert said(ranking.standings[1].unranked_because) == (
        "reach is 1, worse than the pass mark of 2",
    )


def test_the_pass_mark_looks_at_the_rounded_panel_value():
    lines = ["r1 oak reach 1", "r2 oak reach 2"]

    exactly = rank(sheet(criterion("reach", pass_mark=2)), scored(*lines))
    rounded = rank(sheet(criterion("reach", pass_mark=2), rounding={"cell": 0}), scored(*lines))

    assert (ranks(exactly), ranks(rounded)) == ({"oak": None}, {"oak": 1})


def test_where_lower_is_better_a_pass_mark_is_a_ceiling():
    rules = sheet(criterion("days", scale={"worst": 30, "best": 0}, pass_mark=20))

    ranking = rank(rules, scored("r1 oak days 21", "r1 elm days 20"))

    assert ranks(ranking) == {"elm": 1, "oak": None}


def test_below_the_quorum_points_are_shown_without_a_rank():
    rules = sheet(criterion("reach"), quorum=2)

    ranking = rank(rules, scored("r1 oak reach 5", "r1 elm reach 2", "r2 elm reach 2"))

    assert points(ranking) == {"elm": Fraction(5, 2), "oak": 10}
    assert ranks(ranking) == {"elm": 1, "oak": None}


def test_a_recused_rater_does_not_make_the_quorum():
    rules = sheet(criterion("reach"), quorum=2)

    ranking = rank(rules, scored("r1 oak reach 5", "r2 oak reach 2"), recusals=recused("r2 oak"))

    assert ranks(ranking) == {"oak": None}


def test_where_nothing_is_rated_no_raters_are_needed():
    rules = sheet(criterion("cost", 10, {"worst": 200, "best": 0}, calculated=True))

    ranking = rank(rules, [], candidates=candidates("oak", cost={"oak": 50}))

    assert ranks(ranking) == {"oak": 1}
    assert ranking.warnings == ()


def test_a_candidate_that_is_not_eligible_has_points_and_no_rank():
    listed = [
        candidate.model_copy(update={"eligible": candidate.id != "oak"})
        for candidate in candidates("oak", "elm")
    ]

    ranking = rank(
        sheet(criterion("reach")), scored("r1 oak reach 5", "r1 elm reach 2"), candidates=listed
    )

    assert points(ranking) == {"elm": Fraction(5, 2), "oak": 10}
    assert ranks(ranking) == {"elm": 1, "oak": None}
    assert said(ranking.warnings) == ("oak has no rank: not eligible.",)


def test_kind_and_reason_of_a_recusal_change_nothing():
    plain = recused("r2 oak")
    told = [
        recusal.model_copy(update={"kind": "board member", "reason": "sits on the board"})
        for recusal in plain
    ]
    scores = scored("r1 oak reach 5", "r2 oak reach 2")

    assert rank(sheet(), scores, recusals=told) == rank(sheet(), scores, recusals=plain)
