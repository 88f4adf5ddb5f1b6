"""Raters drawn anew: every panel that can be drawn gives what the rules say it gives, and each as
often as chance gives it.
"""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import sqrt

import numpy as np
import pytest

from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import RuleSheet
from cidesign.selection import acceptability
from cidesign.selection.robustness.raters import Resampled
from cidesign.value import decision_matrix, rank, rater_sheets
from cidesign.value.aggregate import panel_value
from cidesign.value.points import scale_share
from tests.seeds import each_seed
from tests.selection.exact_panels import random_panel

FIVE = {"worst": 1, "best": 5, "step": 1}
SEATS = {"r1": "resident", "r2": "resident", "r3": "funder", "r4": "institution"}


def panel(given, *, weights=(50, 50), figures=None, recusals=(), **keys):
    """``given``: candidate -> rater -> scores on ``k1``, ``k2`` …; a calculated criterion ``price``
    where there are figures.
    """
    criteria = [
        {"id": f"k{place}", "weight": weight, "scale": FIVE}
        for place, weight in enumerate(weights, start=1)
    ]
    if figures:
        criteria.append(
            {"id": "price", "weight": 40, "scale": {"worst": 100, "best": 0}, "calculated": True}
        )
    rules = RuleSheet.model_validate({"criteria": criteria, "missing": "leave_out", **keys})
    scores = [
        Score(
            rater=rater,
            candidate=candidate,
            criterion=f"k{place}",
            score=None if score is None else Decimal(str(score)),
        )
        for candidate, by_rater in given.items()
        for rater, row in by_rater.items()
        for place, score in enumerate(row, start=1)
    ]
    candidates = [
        Candidate(id=id, values={"price": Decimal(figures[id])} if figures else {}) for id in given
    ]
    told = {"candidates": candidates, "recusals": recusals, "seats": SEATS}
    return (
        rules,
        rater_sheets(rules, scores, **told),
        decision_matrix(rules, rank(rules, scores, **told)),
    )


def every_draw(sheets, matrix, rules):
    """All panels that chance can seat, with who sits on them, those that leave a cell empty left
    out.
    """
    cells = [
        sheets.scores[one, id]
        for one in matrix.candidates
        for id in matrix.criteria
        if not rules.criterion(id).calculated
    ]
    raters = sorted({rater for cell in cells for rater in cell})
    for seated in product(raters, repeat=len(raters)):
        if all(any(rater in cell for rater in seated) for cell in cells):
            yield seated


def said_by(seated, sheets, matrix, rules):
    """The values of a panel by the one function that makes panel values, a rater who sits twice
    counted as two people.
    """
    rows = []
    for place, candidate in enumerate(matrix.candidates):
        row = []
        for column, id in enumerate(matrix.criteria):
            if rules.criterion(id).calculated:
                row.append(matrix.values[place][column])
                continue
            cell = sheets.scores[candidate, id]
            people = {
                f"{rater}, chair {chair}": cell[rater]
                for chair, rater in enumerate(seated)
                if rater in cell
            }
            seats = {
                f"{rater}, chair {chair}": sheets.seats.get(rater, "")
                for chair, rater in enumerate(seated)
            }
            row.append(scale_share(rules.criterion(id).scale, panel_value(rules, people, seats)))
        rows.append(row)
    return rows


def shares_of(rules, sheets, matrix):
    """By candidate the exact share of draws in which it has each place, ties shared."""
    found, draws = [[Fraction(0)] * len(matrix.candidates) for _ in matrix.candidates], 0
    for seated in every_draw(sheets, matrix, rules):
        points = [
            sum(weight * value for weight, value in zip(matrix.weights, row))
            for row in said_by(seated, sheets, matrix, rules)
        ]
        for one, mine in enumerate(points):
            ahead, level = sum(other > mine for other in points), points.count(mine)
            for place in range(ahead, ahead + level):
                found[one][place] += Fraction(1, level)
        draws += 1
    return [[float(share / draws) for share in row] for row in found]


def same_values(rules, sheets, matrix):
    """Whether every panel that can be seated gives the values that the rules say."""
    drawn = Resampled(matrix, sheets, rules)
    seatings = list(every_draw(sheets, matrix, rules))[:300]
    sits = np.array(
        [[Counter(seated)[rater] for seated in seatings] for rater in drawn.raters], dtype=float
    ).reshape(-1, len(seatings))
    mine = [
        np.broadcast_to(value, (len(matrix.candidates), len(seatings)))
        for value in drawn.values(sits)
    ]
    for place, seated in enumerate(seatings):
        theirs = said_by(seated, sheets, matrix, rules)
        if (
            np.abs(
                np.array(mine)[:, :, place].T
                - np.array([[float(value) for value in row] for row in theirs])
            ).max()
            > 1e-12
        ):
            return False
    return True


THREE = {
    "a": {"r1": [4, 2], "r2": [5, 3], "r3": [1, 4]},
    "b": {"r1": [3, 3], "r2": [3, 4], "r3": [4, 3]},
    "c": {"r1": [2, 5], "r2": [4, 1], "r3": [3, 3]},
}
GAPS = {
    "a": {"r1": [4, None], "r2": [5, 3]},
    "b": {"r1": [3, 3], "r2": [None, 4], "r3": [4, 3]},
    "c": {"r3": [3, 3], "r2": [3, 3]},
}


@pytest.mark.parametrize("given", [THREE, GAPS], ids=["complete", "with gaps"])
@pytest.mark.parametrize("aggregation", ["mean", "median", "trimmed"])
@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"rounding": {"cell": 0}},
        {"seats": "equal"},
        {"seats": "equal", "rounding": {"cell": 1}},
    ],
    ids=str,
)
def test_every_place_is_taken_as_often_as_in_all_draws_there_are(given, aggregation, keys):
    rules, sheets, matrix = panel(given, aggregation=aggregation, **keys)

    seen = acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=20_000)

    assert same_values(rules, sheets, matrix)
    exact = np.array(shares_of(rules, sheets, matrix))
    assert np.all(
        np.abs(np.array(seen.ranks) - exact) <= 4 * np.sqrt(exact * (1 - exact) / 20_000) + 1e-12
    )
    assert (seen.varied, seen.within) == ("raters", "sheet")


@each_seed(range(40), range(1_000, 2_000))
def test_a_drawn_panel_says_what_the_rules_say(seed):
    rules, scores, told = random_panel(seed)
    lot = told.pop("lot")
    try:
        ranking = rank(rules, scores, **told, lot=lot)
    except BadInput:
        return
    matrix = decision_matrix(rules, ranking)
    if matrix.candidates:
        assert same_values(rules, rater_sheets(rules, scores, **told), matrix)


def test_the_panel_itself_gives_the_values_of_the_matrix():
    rules, sheets, matrix = panel(THREE, rounding={"cell": 1}, figures={"a": 20, "b": 0, "c": 70})
    drawn = Resampled(matrix, sheets, rules)

    values = [value[:, 0] for value in drawn.values(np.ones((3, 1)))]

    assert (
        pytest.approx(
            np.array([[float(value) for value in row] for row in matrix.values]), abs=1e-15
        )
        == np.array(values).T
    )


def test_half_a_step_is_rounded_up_however_it_is_reached():
    tenths = RuleSheet.model_validate(
        {
            "criteria": [{"id": "k1", "weight": 1, "scale": {"worst": 0, "best": 10}}],
            "rounding": {"cell": 1},
            "missing": "leave_out",
        }
    )
    scores = [
        Score(rater=rater, candidate="a", criterion="k1", score=Decimal(score))
        for rater, score in (("r1", "2.4"), ("r2", "2.5"))
    ]
    sheets, matrix = rater_sheets(tenths, scores), decision_matrix(tenths, rank(tenths, scores))

    (value,) = Resampled(matrix, sheets, tenths).values(np.array([[1.0, 3, 1], [1, 1, 3]]))

    assert value[0] == pytest.approx([0.25, 0.24, 0.25], abs=1e-15)  # 2.45, 2.425 and 2.475


def test_one_severe_rater_is_severe_to_everybody_in_a_draw():
    # r2 gives two less than r1 to both: whoever is drawn, a stays ahead.
    rules, sheets, matrix = panel(
        {"a": {"r1": [5, 5], "r2": [3, 3]}, "b": {"r1": [4, 4], "r2": [2, 2]}}
    )

    assert (
        acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=1_000).first("a")
        == 1
    )


def test_a_draw_that_leaves_a_cell_empty_is_drawn_again():
    # Only r1 scored b: of the four draws of two, the one of r2 twice is drawn again, and one of the
    # other three has r1 twice.
    rules, sheets, matrix = panel({"a": {"r1": [1, 1], "r2": [4, 4]}, "b": {"r1": [2, 2]}})

    seen = acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=30_000)

    assert seen.first("b") == pytest.approx(1 / 3, abs=4 * sqrt(2 / 9 / 30_000))


def test_a_recused_rater_and_one_who_scored_nobody_with_a_rank_are_not_drawn():
    rules, sheets, matrix = panel(
        {
            "a": {"r1": [4, 4], "r2": [4, 4]},
            "b": {"r1": [3, 3], "r2": [5, 5]},
            "c": {"r3": [5, None]},
        },
        recusals=[Recusal(rater="r2", candidate="b")],
    )

    drawn = Resampled(matrix, sheets, rules)

    assert drawn.raters == ("r1", "r2")
    assert (
        acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=500).first("a")
        == 1
    )


def test_calculated_criteria_keep_their_value():
    rules, sheets, matrix = panel(
        {"a": {"r1": [3, 3], "r2": [4, 4]}, "b": {"r1": [3, 3], "r2": [4, 4]}},
        figures={"a": 10, "b": 90},
    )

    seen = acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=500)

    assert seen.first("a") == 1


@pytest.mark.parametrize("aggregation", ["mean", "consensus"])
def test_one_rater_leaves_nothing_to_draw(aggregation):
    rules, sheets, matrix = panel(
        {"a": {"panel": [3, 4]}, "b": {"panel": [4, 4]}}, aggregation=aggregation
    )

    seen = acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=100)

    assert seen.first("b") == 1
    assert seen.central[matrix.candidates.index("b")] == pytest.approx([0.5, 0.5])


def test_figures_alone_have_no_raters_to_draw():
    rules, sheets, matrix = panel({"a": {}, "b": {}}, weights=(), figures={"a": 10, "b": 90})

    assert (
        acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=100).first("a")
        == 1
    )


@pytest.mark.parametrize("vary", ["weights", "raters", "both"])
def test_where_nobody_has_a_rank_there_is_nothing_to_draw(vary):
    rules, sheets, matrix = panel({"a": {"r1": [3, 4]}}, quorum=2)

    seen = acceptability(matrix, vary=vary, sheets=sheets, rules=rules, samples=100)

    assert (matrix.candidates, seen.ranks, seen.central, seen.pairwise) == ((), (), (), ())
    assert seen.criteria == ("k1", "k2")


def test_both_draw_the_same_weights_as_weights_alone():
    # All raters say the same, so only the weights move anything.
    alike = {"a": {"r1": [5, 1], "r2": [5, 1]}, "b": {"r1": [2, 3], "r2": [2, 3]}}
    rules, sheets, matrix = panel(alike)

    both = acceptability(matrix, vary="both", sheets=sheets, rules=rules, samples=2_000)
    weights = acceptability(matrix, samples=2_000)

    assert both.varied == "both"
    assert both.ranks == weights.ranks
    assert both.central == weights.central


def test_both_vary_raters_and_weights_together():
    # a leads on k1 by 4 or 2 (r1, r2; 3 as one of each) and b on k2 by 2: a wins where k1 weighs
    # more than 1/3, 1/2 or 2/5.
    rules, sheets, matrix = panel(
        {"a": {"r1": [5, 1], "r2": [3, 1]}, "b": {"r1": [1, 3], "r2": [1, 3]}}
    )

    seen = acceptability(matrix, vary="both", sheets=sheets, rules=rules)

    share = (1 - 1 / 3) / 4 + (1 - 1 / 2) / 4 + (1 - 2 / 5) / 2
    assert seen.first("a") == pytest.approx(share, abs=4 * sqrt(share * (1 - share) / 100_000))


def test_the_order_of_candidates_raters_and_criteria_changes_nothing():
    told = {"vary": "both", "samples": 1_000}
    rules, sheets, matrix = panel(GAPS)
    turned = {id: dict(reversed(row.items())) for id, row in reversed(GAPS.items())}
    rules_turned = rules.model_copy(update={"criteria": rules.criteria[::-1]})
    _, sheets_turned, _ = panel(turned)
    backwards = [list(reversed(row)) for row in matrix.values]
    matrix_turned = type(matrix)(
        matrix.candidates, matrix.criteria[::-1], tuple(map(tuple, backwards)), matrix.weights[::-1]
    )

    one = acceptability(matrix, sheets=sheets, rules=rules, **told)
    other = acceptability(matrix_turned, sheets=sheets_turned, rules=rules_turned, **told)

    assert one.ranks == other.ranks
    assert one.pairwise == other.pairwise


def test_cells_that_hardly_any_draw_fills_are_refused_with_a_sentence():
    rules, sheets, matrix = panel({f"c{place}": {f"r{place}": [3, 3]} for place in range(20)})

    with pytest.raises(BadInput, match="vary the weights only"):
        acceptability(matrix, vary="raters", sheets=sheets, rules=rules, samples=100)


def test_raters_vary_only_with_their_sheets():
    _, sheets, matrix = panel(THREE)

    with pytest.raises(ValueError, match="sheets and the rules"):
        acceptability(matrix, vary="raters", sheets=sheets, samples=100)
