"""Other ways to add up: who they name, what they do with gaps, ties and circles, and that each
reason is counted, not guessed.
"""

from fractions import Fraction
from itertools import combinations
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.rules import Aggregation
from cidesign.selection import cross_checks
from cidesign.selection.cross_checks import WAYS
from cidesign.selection.cross_checks.ballots import Ballot, duels
from cidesign.selection.cross_checks.borda import borda_points, borda_shares
from cidesign.selection.cross_checks.pairwise import unbeaten
from cidesign.selection.cross_checks.runoff import runoff
from cidesign.value import rank, rater_sheets
from tests.saying import said
from tests.value.panels import candidates, criterion, recused, scored, sheet

NAMES = {"oak": "Oak House", "elm": "Elm Fund", "ash": "Ash Works"}
BY_ORDER = ("borda", "pairwise", "plurality", "runoff")
# Nine like elm a little better, two like oak a great deal better.
MANY_AGAINST_MUCH = [line for r in range(9) for line in (f"r{r} oak reach 3", f"r{r} elm reach 4")]
MANY_AGAINST_MUCH += [
    "s1 oak reach 5",
    "s1 elm reach 1",
    "s2 oak reach 5",
    "s2 elm reach 1",
    "s3 oak reach 5",
    "s3 elm reach 1",
]


def checked(rules, scores, people=(), aside=()):
    """Every cross-check by its way."""
    ranking = rank(rules, scores, candidates=people, recusals=aside)
    sheets = rater_sheets(rules, scores, candidates=people, recusals=aside)
    return {one.method: one for one in cross_checks(rules, sheets, ranking)}


def told(check):
    """Its reason as people read it."""
    return "" if check.why is None else said([check.why], NAMES)[0]


def orders(*rows):
    """Score rows on reach for orders such as ``"oak elm ash"``, best 5, next 4."""
    return scored(
        *(
            f"r{number} {id} reach {5 - place}"
            for number, row in enumerate(rows)
            for place, id in enumerate(row.split())
        )
    )


def test_where_all_agree_every_way_names_the_leader_and_nothing_needs_a_reason():
    found = checked(sheet(), orders(*["oak elm ash"] * 4))

    assert {one.method: (one.first, one.why) for one in found.values()} == dict.fromkeys(
        ["median", "trimmed", *BY_ORDER, "topsis"], (("oak",), None)
    )


@pytest.mark.parametrize("own", ["mean", "median", "trimmed"])
def test_the_sheets_own_aggregation_is_not_told_twice(own):
    found = checked(sheet(aggregation=own), orders(*["oak elm"] * 4))

    assert [*found] == [way.id for way in WAYS if way.id != own]


def test_the_median_is_recomputed_and_its_reason_names_the_cell_that_moves_most():
    # oak: 5, 5, 1, 1, 1 mean 2.6, middle 1; elm: 2 from everybody
    rows = scored(
        *(f"r{r} oak reach {score}" for r, score in enumerate("55111")),
        *(f"r{r} elm reach 2" for r in range(5)),
    )

    found = checked(sheet(criterion("reach", 40, label="Reach")), rows)

    assert found["median"].first == ("elm",)
    assert found["median"].figures == {"oak": 0, "elm": 10}
    # oak's trimmed mean of 5, 1, 1 is 7/3: (4/3)/4 x 40 = 13 1/3 points
    assert (found["trimmed"].first, found["trimmed"].figures["oak"]) == (("oak",), Fraction(40, 3))
    assert told(found["median"]) == (
        "Elm Fund has 10.0 points this way and Oak House 0.0; what moves most is Oak House on "
        "reach, from 2.6 to 1."
    )


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (
            "511",
            (
                "Elm Fund is level with Oak House or ahead this way; of so few raters no figures "
                "are "
                "told."
            ),
        ),
        (
            "5111",
            (
                "Elm Fund has 5.0 points this way and Oak House 0.0; what moves most is Oak House "
                "on "
                "reach."
            ),
        ),
    ],
)
def test_the_middle_score_of_few_raters_is_told_in_no_reason(given, why):
    # elm: 1.5 from everybody, (1.5 - 1)/4 x 40 = 5 points; oak: a mean of 7/3 or 2, in the middle 1
    rows = scored(
        *(f"r{r} oak reach {score}" for r, score in enumerate(given)),
        *(f"r{r} elm reach 1.5" for r, _ in enumerate(given)),
    )

    found = checked(sheet(criterion("reach", 40, {"worst": 1, "best": 5}, label="Reach")), rows)

    assert found["median"].first == ("elm",)
    assert told(found["median"]) == why


def test_values_are_made_anew_with_the_sheets_rounding_seats_and_figures():
    rules = sheet(
        criterion("reach", 40),
        criterion("price", 60, {"worst": 100, "best": 0}, calculated=True),
        rounding={"cell": 0},
    )
    people = candidates("oak", "elm", price={"oak": 50, "elm": 75})
    rows = scored("r1 oak reach 1", "r2 oak reach 4", "r1 elm reach 2", "r2 elm reach 3")

    found = checked(rules, rows, people)

    # 2.5 rounds up to 3 for both: 20 points, and 30 or 15 from the price
    assert found["median"].figures == {"oak": 50, "elm": 35}


def test_a_raters_order_holds_the_calculated_points_too():
    rules = sheet(
        criterion("reach", 40), criterion("price", 60, {"worst": 100, "best": 0}, calculated=True)
    )
    rows = scored(
        *(f"r{r} {id} reach {score}" for r in range(3) for id, score in (("oak", 1), ("elm", 5)))
    )

    found = checked(rules, rows, candidates("oak", "elm", price={"oak": 0, "elm": 90}))

    # every rater gives elm 40 more; the price gives oak 54 more
    assert {found[way].first for way in BY_ORDER} == {("oak",)}


def test_many_small_leads_against_few_large_ones_are_told_with_both_margins():
    found = checked(sheet(criterion("reach", 100)), scored(*MANY_AGAINST_MUCH))

    # oak (27 + 15) / 12 = 3.5, elm (36 + 3) / 12 = 3.25
    assert {found[way].first for way in BY_ORDER} == {("elm",)}
    assert told(found["pairwise"]) == (
        "Nine of 12 raters put Elm Fund ahead of Oak House, by 25.0 points in the mean; three put "
        "it behind, by 100.0."
    )
    assert told(found["plurality"]).startswith(
        "First places of 12 raters: Elm Fund 9, Oak House 3."
    )
    assert told(found["runoff"]) == "First places in the last count: Elm Fund 9, Oak House 3."


def test_who_drops_out_of_a_runoff_is_told_with_the_count():
    # first places oak 3, ash 4, elm 1: elm drops out first, and that ballot goes to ash
    rows = orders("oak elm ash", "oak elm ash", "oak elm ash", *["ash elm oak"] * 4, "elm ash oak")

    found = checked(sheet(), rows)

    # points: elm has one 5 and seven 4 = 33, ash four 5, three 3, one 4 = 33, oak three 5, five 3 =
    # 30
    assert found["runoff"].first == ("ash",)
    assert (
        told(found["runoff"])
        == "Elm Fund drops out in count 1 (first places: 1); Ash Works ends with 5."
    )


def test_of_three_raters_nobody_is_counted():
    found = checked(
        sheet(),
        scored(
            "a oak reach 3",
            "a elm reach 4",
            "b oak reach 3",
            "b elm reach 4",
            "c oak reach 5",
            "c elm reach 1",
        ),
    )

    assert found["pairwise"].first == ("elm",)
    assert not [
        word
        for way in BY_ORDER
        for word in told(found[way]).split()
        if word in ("Two", "two", "three", "2", "3")
    ]
    assert {tuple(found[way].figures.values()) for way in BY_ORDER} == {(None, None)}
    assert found["median"].figures["elm"] is not None


def test_majorities_in_a_circle_name_nobody_and_say_which():
    rows = orders("oak elm ash", "elm ash oak", "ash oak elm", "oak elm ash")

    found = checked(sheet(), [*rows, *scored("x elm reach 5", "x ash reach 3", "x oak reach 1")])

    # oak before elm 3 of 5, elm before ash 4 of 5, ash before oak 3 of 5
    assert found["pairwise"].first == ()
    assert told(found["pairwise"]).startswith(
        "Nobody beats every other one; the majorities go in a circle:"
    )
    for pair in (
        "Oak House before Elm Fund",
        "Elm Fund before Ash Works",
        "Ash Works before Oak House",
    ):
        assert pair in told(found["pairwise"])


def test_who_was_never_compared_is_named():
    found = checked(
        sheet(), scored("a oak reach 3", "a elm reach 2", "b ash reach 5", "b elm reach 2")
    )

    assert told(found["pairwise"]) == "No rater scored both Ash Works and Oak House completely."


def test_a_candidate_judged_by_fewer_is_not_punished_by_the_borda_count():
    # ash beats everybody for both raters who may judge it; the other two stepped aside
    rows = orders("ash oak elm", "ash oak elm", "oak elm", "oak elm")

    found = checked(sheet(), rows, candidates("ash", "oak", "elm"), recused("r2 ash", "r3 ash"))

    assert found["borda"].first == ("ash",)
    # oak stood in 8 comparisons less 2 without ash: wins 4 against elm, loses 2 against ash
    assert found["borda"].figures == {"ash": 1, "oak": Fraction(4, 6), "elm": 0}


def test_a_rater_with_a_gap_has_no_order_for_that_candidate():
    rules = sheet(criterion("reach"), criterion("trust"))
    rows = scored(
        "a oak reach 5",
        "a oak trust 5",
        "a elm reach 4",
        "a elm trust 4",
        "a ash reach 5",
        "b oak reach 1",
        "b oak trust 1",
    )
    rows += scored("b elm reach 2", "b elm trust 2", "b ash reach 3", "b ash trust 3")
    rows += scored(
        *(
            f"{r} {id} {what} 3"
            for r in "cd"
            for id in ("oak", "elm")
            for what in ("reach", "trust")
        )
    )

    met = checked(rules, rows)["borda"].figures

    # only b compared ash: it beats both there
    assert met["ash"] == 1


@pytest.mark.parametrize(
    ("rules", "rows", "says"),
    [
        (
            sheet(aggregation="consensus"),
            ["panel oak reach 4", "panel elm reach 2"],
            "The panel gave one score together",
        ),
        (sheet(), ["a oak reach 4", "a elm reach 2"], "Only one rater scored"),
        (
            sheet(),
            ["a oak reach 4", "b elm reach 2"],
            "Fewer than two raters scored two candidates completely",
        ),
    ],
)
def test_where_there_are_no_several_orders_it_says_so(rules, rows, says):
    found = checked(rules, scored(*rows))

    assert {found[way].first for way in BY_ORDER} == {()}
    assert all(told(found[way]).startswith(says) for way in BY_ORDER)
    assert found["topsis"].first


def test_without_any_rater_the_reason_is_true():
    rules = sheet(criterion("price", 60, {"worst": 100, "best": 0}, calculated=True))

    found = checked(rules, [], candidates("oak", "elm", price={"oak": 0, "elm": 90}))

    assert told(found["median"]) == "No rater scored, so there is nothing to add up another way."


def test_only_candidates_with_a_rank_are_checked():
    rules = sheet(criterion("reach", pass_mark=2))

    found = checked(
        rules,
        scored(
            "a oak reach 4",
            "b oak reach 4",
            "a elm reach 3",
            "b elm reach 3",
            "a ash reach 1",
            "b ash reach 1",
        ),
    )

    assert all(set(one.figures) == {"oak", "elm"} for one in found.values())


def test_one_candidate_alone_has_nobody_to_be_checked_against():
    assert checked(sheet(), scored("a oak reach 4", "b oak reach 4")) == {}


def test_topsis_reads_a_scale_whose_best_is_low_as_a_cost():
    rules = sheet(criterion("reach", 1), criterion("price", 1, {"worst": 100, "best": 0}))
    rows = scored(
        *(
            f"{r} {id} {what}"
            for r in "ab"
            for id, what in (
                ("oak", "reach 4"),
                ("oak", "price 90"),
                ("elm", "reach 4"),
                ("elm", "price 10"),
            )
        )
    )

    found = checked(rules, rows)

    assert found["topsis"].figures == {"oak": 0, "elm": 1}


def test_equals_share_a_first_place_and_a_duel():
    found = checked(sheet(), orders("oak elm", "elm oak", "oak elm", "elm oak"))

    assert [found[way].first for way in BY_ORDER] == [("elm", "oak")] * 4
    assert found["borda"].figures == {"oak": Fraction(1, 2), "elm": Fraction(1, 2)}
    assert {told(found[way]) for way in BY_ORDER} == {""}


def test_every_aggregation_of_the_contract_has_its_way():
    assert {one.instead_of for one in WAYS if one.instead_of} == set(Aggregation) - {
        Aggregation.CONSENSUS
    }


POINTS = st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=2, max_size=7)


def ballot(points):
    ids = "abcd"[: len(points)]
    return Ballot(
        tuple(
            tuple(id for id, own in zip(ids, points) if own == level)
            for level in sorted(set(points), reverse=True)
        )
    )


@given(POINTS)
def test_pairwise_and_borda_agree_with_counting_by_hand(rows):
    met = duels([ballot(row) for row in rows], "abcd")

    beaten = {id: Fraction(0) for id in "abcd"}
    losers = set()
    for (i, one), (j, other) in combinations(enumerate("abcd"), 2):
        ahead = sum(row[i] > row[j] for row in rows)
        behind = sum(row[i] < row[j] for row in rows)
        assert (
            (met[one, other].ahead, met[one, other].behind)
            == (met[other, one].behind, met[other, one].ahead)
            == (ahead, behind)
        )
        beaten[one] += ahead + Fraction(len(rows) - ahead - behind, 2)
        beaten[other] += behind + Fraction(len(rows) - ahead - behind, 2)
        losers |= {other} if ahead > behind else {one} if behind > ahead else set()
    assert borda_points(met, "abcd") == beaten
    assert borda_shares(met, "abcd") == {
        id: points / (3 * len(rows)) for id, points in beaten.items()
    }
    assert set(unbeaten(met, "abcd")) == set("abcd") - losers


@given(POINTS)
def test_instant_runoff_never_names_somebody_whom_all_put_last_alone(rows):
    cast = [ballot(row) for row in rows]

    counted = runoff(cast, "abcd")

    last = {
        id
        for i, id in enumerate("abcd")
        if all(row[i] < min(row[:i] + row[i + 1 :]) for row in rows)
    }
    assert counted.first
    assert not last & set(counted.first)


@given(st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=7))
def test_the_median_agrees_with_the_books_and_the_order_of_raters_never_matters(rows):
    scores = [
        f"r{r} {id} reach {score}" for r, row in enumerate(rows) for id, score in zip(NAMES, row)
    ]
    renamed = [
        f"r{9 - r} {id} reach {score}"
        for r, row in enumerate(rows)
        for id, score in zip(NAMES, row)
    ]

    found, other = (
        checked(sheet(criterion("reach", 4)), scored(*scores)),
        checked(sheet(criterion("reach", 4)), scored(*renamed)),
    )

    middles = {id: Fraction(median(row[i] for row in rows)) - 1 for i, id in enumerate(NAMES)}
    assert found["median"].figures == middles
    assert set(found["median"].first) == {
        id for id, middle in middles.items() if middle == max(middles.values())
    }
    assert found == other
