"""What a rival would have to score: by hand, and against a second way to add up, on random panels
of every kind.
"""

from fractions import Fraction
from math import floor

from cidesign.selection import rises
from cidesign.value import rank
from tests.seeds import each_seed
from tests.selection.exact_panels import random_panel
from tests.value.panels import criterion, scored, sheet

SOME, ALL_OF_THEM = range(60), range(60, 1000)
A_HAIR = Fraction(1, 10**12)


def rounded(number, places):
    """Halves up; all numbers here are 0 or more, but for values of scales below 0."""
    return (
        number
        if places is None
        else Fraction(floor(number * 10**places + Fraction(1, 2)), 10**places)
    )


def added(rules, cells):
    """Points by the contract's own words, a second time."""
    total = Fraction(0)
    for one in rules.criteria:
        worst, best = Fraction(one.scale.worst), Fraction(one.scale.best)
        total += rounded(
            Fraction(one.weight) * (cells[one.id] - worst) / (best - worst), rules.rounding.points
        )
    return total


def told(found):
    return [(rise.rival, rise.criterion, rise.now, rise.needed, rise.share) for rise in found]


@each_seed(SOME, ALL_OF_THEM)
def test_each_rise_is_enough_and_a_hair_less_is_not(seed):
    rules, scores, keys = random_panel(seed)
    ranking = rank(rules, scores, **keys)
    ranked = {
        standing.candidate: standing for standing in ranking.standings if standing.rank is not None
    }

    found = rises(rules, ranking)

    by_cell = {(rise.rival, rise.criterion): rise for rise in found}
    points = {id: added(rules, standing.cells) for id, standing in ranked.items()}
    for id, standing in ranked.items():
        best = max(points.values())
        for one in rules.criteria:
            worst, good = Fraction(one.scale.worst), Fraction(one.scale.best)
            way = 1 if good > worst else -1
            less = A_HAIR if rules.rounding.cell is None else Fraction(1, 10**rules.rounding.cell)
            rise = by_cell.pop((id, one.id), None)
            if points[id] == best:
                assert rise is None
            elif rise is None:
                assert (
                    added(rules, standing.cells | {one.id: rounded(good, rules.rounding.cell)})
                    < best
                )
            else:
                assert rise.now == standing.cells[one.id]
                assert min(worst, good) <= rise.needed <= max(worst, good)
                assert rise.share == abs(rise.needed - rise.now) / abs(good - worst)
                assert (rise.needed - rise.now) * way > 0
                assert rounded(rise.needed, rules.rounding.cell) == rise.needed
                assert added(rules, standing.cells | {one.id: rise.needed}) >= best
                assert added(rules, standing.cells | {one.id: rise.needed - way * less}) < best
    assert by_cell == {}
    assert list(found) == sorted(found, key=lambda rise: (rise.share, rise.rival, rise.criterion))


def test_the_smallest_rise_comes_first_and_the_impossible_is_not_told():
    # oak has 10 + 10 of 40 points, elm 5 + 10: 5 points are a quarter of reach (20) and half of
    # trust (10), which elm has in full.
    rules = sheet(criterion("reach", 20), criterion("trust", 10), criterion("cost", 10))
    oak = ("r1 oak reach 3", "r1 oak trust 5", "r1 oak cost 1")
    elm = ("r1 elm reach 2", "r1 elm trust 5", "r1 elm cost 1")

    assert told(rises(rules, rank(rules, scored(*oak, *elm)))) == [
        ("elm", "reach", 2, 3, Fraction(1, 4)),
        ("elm", "cost", 1, 3, Fraction(1, 2)),
    ]


def test_where_lower_is_better_the_value_falls():
    rules = sheet(criterion("cost", 10, {"worst": 100, "best": 50}))

    assert told(rises(rules, rank(rules, scored("r1 oak cost 60", "r1 elm cost 80")))) == [
        ("elm", "cost", 80, 60, Fraction(2, 5))
    ]


def test_a_rise_on_the_grid_of_a_rounded_cell_is_the_next_one_that_is_enough():
    # A gap of 2.5 points is 1/3 of reach (7.5 points): from 2 to 3.333 on the scale of 1 to 5, on
    # the grid of tenths 3.4.
    rules = sheet(criterion("reach", "7.5"), criterion("trust", 10), rounding={"cell": 1})
    oak, elm = ("r1 oak reach 2", "r1 oak trust 4"), ("r1 elm reach 2", "r1 elm trust 3")

    assert told(rises(rules, rank(rules, scored(*oak, *elm)))) == [
        ("elm", "trust", 3, 4, Fraction(1, 4)),
        ("elm", "reach", 2, Fraction(34, 10), Fraction(35, 100)),
    ]


def test_the_best_end_counts_as_it_is_rounded():
    # The best score of 1.25 counts as 1.3 on the grid of tenths, and so it does for whoever rises
    # to it.
    rules = sheet(criterion("reach", 10, {"worst": 0, "best": 1.25}), rounding={"cell": 1})

    assert told(rises(rules, rank(rules, scored("r1 oak reach 1.25", "r1 elm reach 1")))) == [
        ("elm", "reach", 1, Fraction(13, 10), Fraction(24, 100))
    ]


def test_a_product_that_is_rounded_up_needs_half_a_point_less():
    # Whole points: oak 8, elm 5; elm needs 8, which 7.5 rounds to: 3/4 of the scale.
    rules = sheet(criterion("reach", 10, {"worst": 0, "best": 10}), rounding={"points": 0})

    assert told(rises(rules, rank(rules, scored("r1 oak reach 8", "r1 elm reach 5")))) == [
        ("elm", "reach", 5, Fraction(15, 2), Fraction(1, 4))
    ]


def test_who_ties_for_first_already_needs_no_rise_even_where_a_rule_parts_the_tie():
    rules = sheet(criterion("reach"), criterion("trust"), ties=["criterion:reach", "shared"])

    assert (
        rises(
            rules,
            rank(
                rules,
                scored("r1 oak reach 4", "r1 oak trust 3", "r1 elm reach 3", "r1 elm trust 4"),
            ),
        )
        == ()
    )


def test_a_criterion_of_weight_zero_helps_nobody():
    rules = sheet(criterion("reach"), criterion("trust", 0))

    found = rises(
        rules,
        rank(rules, scored("r1 oak reach 4", "r1 oak trust 3", "r1 elm reach 3", "r1 elm trust 1")),
    )

    assert [rise.criterion for rise in found] == ["reach"]


def test_who_has_no_rank_is_neither_rival_nor_best():
    rules = sheet(criterion("reach"), criterion("trust", pass_mark=3))
    strong, oak, elm = (
        ("r1 fir reach 5", "r1 fir trust 2"),
        ("r1 oak reach 3", "r1 oak trust 3"),
        ("r1 elm reach 2", "r1 elm trust 3"),
    )

    found = rises(rules, rank(rules, scored(*strong, *oak, *elm)))

    assert [(rise.rival, rise.criterion, rise.needed) for rise in found] == [
        ("elm", "reach", 3),
        ("elm", "trust", 4),
    ]


def test_nobody_has_nothing_to_rise_to():
    assert rises(sheet(), rank(sheet(), [])) == ()
