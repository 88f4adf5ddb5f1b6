"""What agreement means, in words: each sentence is looked up again in the scores themselves, on
panels made up and drawn.
"""

from itertools import combinations, permutations
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.labels import Labels, Named
from cidesign.selection import agreement
from cidesign.views.compare.panel_agreement import meaning
from tests.selection.made_sheets import gapped, sheets_of, whole

LABELS = Labels(criteria=Named({"k": "Trust"}))


def said(table):
    return meaning(agreement(sheets_of(whole(table))), LABELS)


def squared(units):
    """How two sheets on one candidate differ, and how any two sheets do: mean squared differences,
    of candidates with two sheets.
    """
    shared = [[value for value in unit if value is not None] for unit in units]
    shared = [unit for unit in shared if len(unit) > 1]
    within = [
        mean((one - other) ** 2 for other in rest(unit, place))
        for unit in shared
        for place, one in enumerate(unit)
    ]
    between = [
        (one - other) ** 2
        for one, other in permutations([value for unit in shared for value in unit], 2)
    ]
    return (mean(within), mean(between)) if between else (0, 0)


def rest(unit, place):
    return unit[:place] + unit[place + 1 :]


HOLDS = {
    "much alike: two sheets on one candidate differ far less": lambda same, any: same <= any / 5,
    "fairly alike: two sheets on one candidate differ clearly less": lambda same, any: (
        same <= any * 0.334
    ),
    "agree in part: two sheets on one candidate differ less": lambda same, any: (
        any * 0.333 <= same <= any * 0.8001
    ),
    "differ nearly as much as two picked at random": lambda same, any: any * 0.799 <= same < any,
    "no more than chance": lambda same, any: same == pytest.approx(any),
    "differ even more than two picked at random": lambda same, any: same > any,
    "much the same order; their levels differ": lambda same, any: same > any / 5,
    "cannot be told": lambda same, any: any == 0,
    "Nobody's scores count": lambda same, any: any == 0,
    "nobody to compare them with": lambda same, any: any == 0,
}


@given(table=gapped())
def test_what_is_said_of_a_panel_is_true_of_its_scores(table):
    found = said(table)

    claims = [claim for claim in HOLDS if claim in found[0]]
    assert len(claims) == 1
    assert HOLDS[claims[0]](*squared(table))


def correlation(one, other):
    """Spearman's, of ranks without ties."""
    n = len(one)
    places = [sorted(column).index(value) for column in (one, other) for value in column]
    return 1 - 6 * sum((a - b) ** 2 for a, b in zip(places[:n], places[n:])) / (n * (n * n - 1))


@given(
    orders=st.integers(2, 5).flatmap(
        lambda raters: st.lists(st.permutations(range(5)), min_size=raters, max_size=raters)
    ),
    levels=st.lists(st.integers(0, 5), min_size=5, max_size=5),
)
def test_the_same_order_and_other_levels_are_told_only_where_both_are_so(orders, levels):
    columns = [[value + level for value in order] for order, level in zip(orders, levels)]

    (first, *_) = said([list(row) for row in zip(*columns)])

    if "much the same order" in first:
        assert (
            mean(correlation(one, other) for one, other in combinations(columns, 2)) >= 0.7 - 1e-9
        )
        assert max(map(mean, columns)) > min(map(mean, columns))


def test_judges_who_differ_in_level_are_told_to_agree_on_the_order():
    """Ten candidates in one order; the second rater gives four more throughout: the order is
    shared, the level is not.

    Two sheets on one candidate differ by 16, squared; any two by 2 x 121.25 / 19 (sum of squares 2
    x 20.625 within raters, 80 between).
    """
    table = [[place / 2, place / 2 + 4] for place in range(10)]

    first, figure = said(table)

    assert first == (
        "Members put the candidates in much the same order; their levels differ, though: some "
        "give more points on the whole."
    )
    assert figure.startswith(
        "Agreement of points (Krippendorff's alpha): −0.25, where 1 is full agreement and 0 is "
        "chance;"
    )


def test_where_some_sheets_are_missing_the_order_is_told_of_the_others_only():
    table = [[place / 2, place / 2 + 4, place / 2 + 2] for place in range(9)] + [[1, 9, None]]

    assert said(table)[0].startswith(
        "Members put the nine candidates that all of them scored in much the same order;"
    )


def test_sheets_that_agree_are_told_to_agree_with_the_figure_behind_it():
    found = said([[1, 1], [9, 8], [3, 4], [6, 6], [2, 1]])

    assert found[0] == (
        "Members see the candidates much alike: two sheets on one candidate differ far less "
        "than two picked at random."
    )
    assert "in 95 of 100 draws" in found[1]
    assert len(found) == 2  # with one criterion none stands out


def test_few_candidates_have_a_figure_without_a_range():
    figure = said([[1, 2], [9, 8]])[1]  # 1 within candidates, 400 / 12 between any two: 1 - 0.03

    assert figure == (
        "Agreement of points (Krippendorff's alpha): 0.97, where 1 is full agreement and 0 is "
        "chance."
    )


def test_one_candidate_is_never_praised():
    assert said([[5, 5, 6]])[0] == (
        "Members agree no more than chance: two sheets on one candidate differ as much as two "
        "picked at random."
    )


@pytest.mark.parametrize(
    ("given", "keys", "first"),
    [
        ({"ana": {"oak": 3}}, {}, "Only the scores of ana count"),
        ({"panel": {"oak": 3}}, {"aggregation": "consensus"}, "The panel gave its scores together"),
        ({}, {"listed": ("oak",)}, "Nobody's scores count yet"),
        (
            {"ana": {"oak": 3}, "ben": {"oak": 3}},
            {},
            "Where two raters scored the same candidate, all points are equal",
        ),
        (
            {"ana": {"oak": 3}, "ben": {"elm": 3}},
            {},
            "No candidate was scored on every criterion by two raters",
        ),
        (
            {"ana": {"oak": 3}, "ben": {"oak": 5}},
            {"weights": {"k": 0, "price": 5}},
            "No candidate was scored on every criterion",
        ),
    ],
)
def test_where_agreement_cannot_be_told_the_reason_is(given, keys, first):
    assert meaning(agreement(sheets_of(given, **keys)), LABELS)[0].startswith(first)


PANEL = {
    "ana": {"oak": {"a": 1, "b": 5, "c": 2}, "elm": {"a": 2, "b": 9, "c": 2}},
    "ben": {"oak": {"a": 9, "b": 5, "c": 3}, "elm": {"a": 2, "b": 9, "c": 3}},
}
CRITERIA = {"a": "Trust", "b": "Reach", "c": "IT skills"}


def on_criteria(given, criteria=CRITERIA):
    found = agreement(sheets_of(given, weights=dict.fromkeys(criteria, 10)))
    return [one for one in meaning(found, Labels(criteria=Named(criteria))) if "On average" in one]


def test_the_criteria_on_which_scores_lie_closest_and_furthest_are_named():
    assert on_criteria(PANEL) == [
        "On average, scores lie closest together on reach and furthest apart on trust."
    ]


def test_criteria_that_are_level_are_named_together_and_many_not_at_all():
    two = {
        rater: {id: {"a": by["a"], "b": by["b"], "c": by["b"]} for id, by in sheet.items()}
        for rater, sheet in PANEL.items()
    }
    four = {
        rater: {id: {**by, "d": by["b"], "e": by["b"]} for id, by in sheet.items()}
        for rater, sheet in two.items()
    }

    assert on_criteria(two) == [
        (
            "On average, scores lie closest together on reach and IT skills and furthest apart on "
            "trust."
        )
    ]
    assert on_criteria(four, {**CRITERIA, "d": "Money", "e": "Data"}) == [
        "On average, scores lie furthest apart on trust."
    ]


def test_criteria_without_a_difference_are_not_compared():
    alike = {
        rater: {id: {"a": 3, "b": 3, "c": 3} for id in sheet} for rater, sheet in PANEL.items()
    }

    assert on_criteria(alike) == []


@given(
    scores=st.lists(
        st.lists(st.lists(st.integers(0, 10), min_size=3, max_size=3), min_size=2, max_size=4),
        min_size=2,
        max_size=4,
    )
)
def test_what_is_said_of_criteria_is_true_of_the_mean_spreads(scores):
    candidates = min(map(len, scores))
    given = {
        f"r{r}": {f"c{c}": dict(zip("abc", sheet[c])) for c in range(candidates)}
        for r, sheet in enumerate(scores)
    }
    spread = {
        id: mean(stdev(sheet[c][place] for sheet in scores) for c in range(candidates))
        for place, id in enumerate("abc")
    }
    names = {"a": "trust", "b": "reach", "c": "IT skills"}

    for sentence in on_criteria(given):
        close, _, far = sentence.partition("furthest")
        for id, name in names.items():
            assert (name in close and "closest" in close) <= (
                spread[id] == pytest.approx(min(spread.values()))
            )
            assert (name in far) <= (spread[id] == pytest.approx(max(spread.values())))
