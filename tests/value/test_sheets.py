"""What each rater said and what the panel says of those with a rank, as the rooms that look at a
panel get it.
"""

from fractions import Fraction

from cidesign.value import decision_matrix, rank, rater_sheets
from tests.saying import said
from tests.value.panels import candidates, criterion, recused, scored, sheet

PRICE = {"worst": 100, "best": 0}


def test_only_counted_scores_stand_in_the_sheets():
    rules = sheet(criterion("reach", 30), criterion("trust", 10))
    scores = scored(
        "r1 oak reach 5",
        "r1 oak trust 3",
        "r2 oak reach 2",
        "r2 elm reach 4",
        "r3 elm reach -",
        "r1 elm reach 1",
    )

    sheets = rater_sheets(rules, scores, recusals=recused("r1 elm"))

    assert sheets.raters == ("r1", "r2")
    assert sheets.candidates == ("elm", "oak")
    assert sheets.scores == {
        ("elm", "reach"): {"r2": 4},
        ("oak", "reach"): {"r1": 5, "r2": 2},
        ("oak", "trust"): {"r1": 3},
    }
    assert sheets.shares["oak", "reach"] == {"r1": 1, "r2": Fraction(1, 4)}


def test_scores_that_do_not_count_are_told():
    rules = sheet(criterion("reach"))

    sheets = rater_sheets(
        rules,
        scored("r1 oak reach 5", "r2 oak reach 2", "r1 elm reach 1", "r2 elm reach 1"),
        recusals=recused("r1 elm"),
    )

    assert said(sheets.warnings) == ("r1 stepped aside for elm: 1 score present and not counted.",)


def test_a_raters_own_points_need_all_her_scores_of_a_candidate():
    rules = sheet(criterion("reach", 30), criterion("trust", 10))

    sheets = rater_sheets(rules, scored("r1 oak reach 5", "r1 oak trust 3", "r2 oak reach 2"))

    assert sheets.points("r1", "oak") == 30 + 5
    assert sheets.points("r2", "oak") is None
    assert sheets.points("r1", "elm") is None


def test_calculated_points_stand_beside_what_raters_said():
    rules = sheet(criterion("reach"), criterion("price", 20, PRICE, calculated=True))

    sheets = rater_sheets(
        rules,
        scored("r1 oak reach 5"),
        candidates=candidates("oak", "elm", price={"oak": 25, "elm": None}),
    )

    assert sheets.criteria == ("reach",)
    assert sheets.calculated == {"elm": None, "oak": 15}


def test_the_matrix_holds_those_with_a_rank_in_rank_order():
    rules = sheet(criterion("reach", 30), criterion("price", 10, PRICE), quorum=1)
    rows = scored(
        "r1 oak reach 3", "r1 oak price 50", "r1 elm reach 5", "r1 elm price 100", "r1 ash reach 5"
    )

    matrix = decision_matrix(rules, rank(rules, rows))

    assert matrix.candidates == ("elm", "oak")
    assert matrix.values == ((1, 0), (Fraction(1, 2), Fraction(1, 2)))
    assert matrix.weights == (Fraction(3, 4), Fraction(1, 4))


def test_the_matrix_rounds_cells_where_the_sheet_does():
    rules = sheet(criterion("reach"), rounding={"cell": 0})

    matrix = decision_matrix(rules, rank(rules, scored("r1 oak reach 3", "r2 oak reach 4")))

    assert matrix.values == ((Fraction(3, 4),),)


def test_without_anybody_ranked_the_matrix_is_empty():
    rules = sheet(criterion("reach"), quorum=3)

    matrix = decision_matrix(rules, rank(rules, scored("r1 oak reach 3")))

    assert matrix.candidates == matrix.values == ()
