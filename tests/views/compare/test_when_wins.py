"""When each candidate would come first, in words: rules, rises, and what other ways to add up
say.
"""

import re
from dataclasses import replace
from fractions import Fraction

from cidesign.domain.agreement import Agreement
from cidesign.domain.labels import Labels, Named
from cidesign.domain.otherwise import FirstPlacesOnly, NobodyUnbeaten, OneScoreTogether, OrdersOnly
from cidesign.domain.robustness import (
    Acceptability,
    Condition,
    CrossCheck,
    DecisionMatrix,
    ExactCard,
    Flip,
    Rise,
    WinningRule,
)
from cidesign.selection import WAYS
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CandidateRow, CompareView
from cidesign.views.compare.when_wins import (
    UNITS,
    headline,
    other_ways,
    rise_told,
    rises_told,
    rule_told,
    rules_found,
    when_wins,
)

NAMES = {"oak": "Oak House", "elm": "Elm Fund", "ash": "Ash Works"}
LABELS = Labels(
    candidates=Named(NAMES),
    criteria=Named({"trust": "Trust", "funds": "FTE funded", "reach": "Reach"}),
)
MATRIX = DecisionMatrix(
    ("oak", "elm", "ash"),
    ("trust", "funds", "reach"),
    tuple(tuple(Fraction(value, 10) for value in row) for row in ((9, 4, 6), (4, 9, 6), (1, 1, 1))),
    (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)),
)
NOT_MEASURED = Agreement(None, None, {}, {}, None, (), None, None, ())
EVEN = Acceptability(
    MATRIX.candidates, MATRIX.criteria, ((0.5,),) * 3, (None,) * 3, ((0.5,),) * 3, 100
)
FORBIDDEN = re.compile(r"probab|chance|confiden|likel", re.IGNORECASE)


def view(**changes):
    empty = RobustnessView(
        MATRIX, Named(NAMES), NOT_MEASURED, None, 0, None, EVEN, None, None, None, (), ()
    )
    return replace(empty, **changes)


def told_now(seen):
    return when_wins(seen, rules_found(seen), LABELS)


def compare(*leaders):
    rows = [
        CandidateRow(id, NAMES[id], "", place, Fraction(1), 5, {}, {}, (), id in leaders)
        for place, id in enumerate(NAMES, start=1)
    ]
    return CompareView(rows=tuple(rows))


def check(method, *first, why=None, **figures):
    return CrossCheck(method, first, figures, why)


def head(*checks, first="oak"):
    return headline(list(checks), (first,), view())


def test_a_rule_is_told_with_its_bounds_how_often_it_is_right_and_what_it_covers():
    rule = WinningRule(
        "oak", (Condition("trust", 0.25, None), Condition("funds", None, 0.15)), 0.93, 0.62, 900
    )

    assert rule_told(rule, LABELS) == (
        "Oak House comes first in 93 of 100 weightings where trust weighs 25% or more and FTE "
        "funded weighs at most 15%; "
        "that covers 62 of 100 of the weightings it wins."
    )


def test_a_bound_on_both_sides_is_told_as_a_range():
    rule = WinningRule("oak", (Condition("trust", 0.1, 0.3),), 0.5, 0.4, 900)

    assert "where trust weighs 10% to 30%;" in rule_told(rule, LABELS)


def test_always_is_told_of_the_weightings_that_were_tried():
    always = WinningRule("oak", (), 1.0, 1.0, 10_000)
    inside = WinningRule("oak", (Condition("trust", 0.6, None),), 1.0, 0.4, 321)

    assert rule_told(always, LABELS) == "Oak House comes first in all 10,000 weightings we tried."
    assert rule_told(inside, LABELS).startswith(
        "Oak House comes first in all 321 weightings we tried where trust weighs 60% or more;"
    )
    assert (
        rule_told(replace(always, density=0.997), LABELS)
        == "Oak House comes first in over 99 of 100 weightings, whatever weighs most."
    )


def test_two_that_part_on_two_criteria_get_a_rule_each_and_the_third_is_told_of():
    found = told_now(view())

    # oak and elm mirror each other on trust and funds; ash is below both everywhere
    assert [line.split(" comes")[0] for line in found.rules] == [
        "Oak House",
        "Elm Fund",
        "Ash Works",
    ]
    assert found.rules[2] == "Ash Works comes first in fewer than 1 of 100 weightings."
    assert "10,000" in found.note


def test_who_can_never_be_first_is_not_told_as_rarely_first():
    # no weights lift ash, which is below both on every criterion
    exact = ExactCard(
        "oak",
        {},
        (Flip("elm", 0.2, {"trust": 0.4, "funds": 0.35, "reach": 0.25}),),
        ("oak", "elm"),
        (),
    )

    assert told_now(view(exact=exact)).rules[2] == "No weights at all put Ash Works first."
    assert "level in front counts as first" in told_now(view(exact=exact)).note


def test_a_rise_is_told_so_that_the_value_told_is_enough():
    # elm has 0.4 of trust's scale and 0.6 of reach's; on reach, from 100 (worst) to 0, lower is
    # better: 40 now
    up = Rise("elm", "trust", Fraction(26, 10), Fraction(4161, 1000), Fraction(39025, 100000))
    down = Rise("elm", "reach", Fraction(40), Fraction(233391, 10000), Fraction(166609, 1000000))

    assert (
        rise_told(up, view(), LABELS)
        == "With 4.2 instead of 2.6 on trust, all else equal, Elm Fund would come level or pass."
    )
    assert rise_told(down, view(), LABELS).startswith("With 23.3 instead of 40 on reach,")


def test_each_rival_has_its_smallest_rise_and_who_is_level_already_has_none():
    rises = (
        Rise("elm", "trust", Fraction(3), Fraction(5), Fraction(1, 2)),
        Rise("elm", "reach", Fraction(3), Fraction(4), Fraction(1, 4)),
        Rise("ash", "reach", Fraction(3), Fraction(3), Fraction(0)),
    )

    assert rises_told(view(rises=rises), LABELS) == (
        "With 4 instead of 3 on reach, all else equal, Elm Fund would come level or pass.",
    )


def test_four_ways_that_agree_are_told_in_one_sentence():
    said = head(*(check(way, "oak") for way in ("median", "trimmed", "borda", "pairwise")))

    assert (
        said == "Median, trimmed mean, Borda count and pairwise majority all put Oak House first."
    )


def test_who_differs_is_told_after_those_who_agree():
    said = head(
        check("median", "elm", why=OrdersOnly()),
        check("trimmed", "oak"),
        check("borda", "oak"),
        check("pairwise", why=NobodyUnbeaten()),
    )

    assert said == (
        "Trimmed mean and Borda count put Oak House first. Median puts Elm Fund first. "
        "Pairwise "
        "majority names nobody."
    )


def test_level_ones_are_told_as_level():
    assert (
        head(check("borda", "elm", "oak"))
        == "Borda count puts Oak House and Elm Fund level in front."
    )


def test_a_consensus_is_told_once_and_leaves_only_rows_with_figures():
    why = "The panel gave one score together, so there is nothing to add up another way."
    checks = (
        *(check(way, why=OneScoreTogether(), oak=None) for way in ("median", "borda", "runoff")),
        check("topsis", "oak", oak=Fraction(1)),
    )

    told = other_ways(compare("oak"), view(checks=checks))

    assert (told.headline, told.reasons, told.further) == (why, (), ())
    assert [row["First"] for row in told.rows] == ["Oak House: 1"]


def test_every_way_has_its_row_and_the_headlines_reasons_stand_apart_from_the_others():
    checks = (
        check("median", "oak", oak=Fraction(74), elm=Fraction(7012, 100), ash=Fraction(1)),
        check(
            "borda", "elm", why=OrdersOnly(), oak=Fraction(3, 5), elm=Fraction(65, 100), ash=None
        ),
        check(
            "topsis",
            "elm",
            why=FirstPlacesOnly(),
            oak=Fraction(6, 10),
            elm=Fraction(64, 100),
            ash=Fraction(0),
        ),
        check("pairwise", why=NobodyUnbeaten(), oak=Fraction(1), elm=Fraction(1)),
    )

    told = other_ways(compare("oak"), view(checks=checks))

    assert [tuple(row.values()) for row in told.rows] == [
        ("Median (points)", "Oak House: 74.0", "Elm Fund: 70.1"),
        ("Borda count (share of others beaten)", "Elm Fund: 65%", "Oak House: 60%"),
        ("TOPSIS (closeness, 0 to 1)", "Elm Fund: 0.64", "Oak House: 0.6"),
        ("Pairwise majority (others beaten)", "nobody", "Oak House and Elm Fund: 1"),
    ]
    assert told.reasons == (
        "Borda count: Only raters' own orders count here, not by how many points one is ahead.",
        "Pairwise majority: Nobody is level with or ahead of every other one.",
    )
    assert told.further == (
        "TOPSIS: Only who comes first on a rater's own order counts here, not the places behind.",
    )


def test_of_fewer_than_four_raters_no_way_tells_figures_from_which_one_of_them_could_be_found_out():
    rows = tuple(replace(row, raters=3) for row in compare("oak").rows)
    checks = (
        check("median", "oak", oak=Fraction(74), elm=Fraction(70)),
        check("topsis", "oak", oak=Fraction(6, 10), elm=Fraction(5, 10)),
    )

    told = other_ways(CompareView(rows=rows), view(checks=checks))

    assert [tuple(row.values())[1:] for row in told.rows] == [
        ("Oak House", "Elm Fund"),
        ("Oak House: 0.6", "Elm Fund: 0.5"),
    ]


def test_every_way_has_words_for_its_unit():
    assert {way.unit for way in WAYS} == set(UNITS)


def test_nothing_here_is_called_likely():
    found = told_now(view(rises=(Rise("elm", "trust", Fraction(3), Fraction(5), Fraction(1, 2)),)))

    assert not FORBIDDEN.search(" ".join((*found.rules, *found.rises, found.note)))
