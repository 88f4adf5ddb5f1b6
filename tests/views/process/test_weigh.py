"""Weighing: swings and places become weights, each member's are kept apart, and nobody sees a group
of fewer than four.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.acts.seal_rules import SealRules
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import RuleSheet
from cidesign.domain.workshop import MemberWeight
from cidesign.record import read_files
from cidesign.views.process import weigh as weighing

WORKSHOP = b"name: Ours\nmembers: [{id: ann}, {id: bo}, {id: cy}, {id: di}, {id: ed}]\n"
RULES = b"""
mode: open
criteria:
- {id: a, weight: 50, scale: {worst: 1, best: 5, levels: {1: Low, 5: High}}}
- {id: b, weight: 50, scale: {worst: 1, best: 5, levels: {1: Low, 5: High}}}
"""
BARE = read_files({"workshop.yaml": WORKSHOP, "rules.yaml": RULES})


def weighed(*shares: int):
    """The workshop in which the first members gave ``a`` so many of 100 points."""
    bundle = BARE
    for member, share in zip(BARE.workshop.members, shares):
        shares = {"a": Fraction(share), "b": Fraction(100 - share)}
        bundle = weighing.weighed_alone(member.id, shares).on(bundle)
    return bundle


def test_swings_are_divided_by_their_sum():
    # 100 + 60 + 40 = 200
    assert weighing.from_swings("a", {"b": Decimal(60), "c": Decimal(40)}) == {
        "a": Fraction(1, 2),
        "b": Fraction(3, 10),
        "c": Fraction(1, 5),
    }


@pytest.mark.parametrize("value", ["-1", "101"])
def test_a_swing_off_the_scale_is_refused(value):
    with pytest.raises(BadInput, match="from 0 to 100"):
        weighing.from_swings("a", {"b": Decimal(value)})


def test_places_become_rank_order_centroid_weights_and_ties_share():
    # Three places: 11/18, 5/18, 2/18 (Barron & Barrett 1996).
    assert weighing.from_places({"c": 7, "a": 1, "b": 2}) == {
        "a": Fraction(11, 18),
        "b": Fraction(5, 18),
        "c": Fraction(2, 18),
    }
    assert weighing.from_places({"a": 1, "b": 2, "c": 2}) == {
        "a": Fraction(11, 18),
        "b": Fraction(7, 36),
        "c": Fraction(7, 36),
    }


def test_a_members_weights_are_tenths_that_add_to_a_hundred():
    bundle = weighing.weighed_alone("ann", {"a": Fraction(2, 3), "b": Fraction(1, 3)}).on(BARE)

    assert [(row.member, row.criterion, row.weight) for row in bundle.weights] == [
        ("ann", "a", Decimal("66.7")),
        ("ann", "b", Decimal("33.3")),
    ]


def test_weighing_again_replaces_the_members_own_rows_only():
    bundle = weighing.weighed_alone("ann", {"a": Fraction(1), "b": Fraction(0)}).on(weighed(60, 20))

    assert weighing.own_weights(bundle, "ann") == {"a": 100, "b": 0}
    assert weighing.own_weights(bundle, "bo") == {"a": 20, "b": 80}
    assert len(bundle.weights) == 4


def test_the_group_is_the_median_renormalised():
    # a: 20 40 60 90, median 50; b: 10 40 60 80, median 50.
    group = weighing.group_of(weighed(20, 40, 60, 90))

    assert group.shares == {"a": Fraction(1, 2), "b": Fraction(1, 2)}
    assert group.ranges["a"] == (Fraction(1, 5), Fraction(9, 10))


def test_a_group_of_three_is_never_shown_nor_used():
    three = weighed(20, 40, 60)

    assert weighing.group_of(three) is None
    with pytest.raises(BadInput, match="fewer than four"):
        weighing.weighed_as_group(three)


def test_the_groups_weights_go_into_the_sheet_as_whole_numbers():
    bundle = weighed(33, 33, 33, 34, 34)

    after = weighing.weighed_as_group(bundle).on(bundle)

    assert [one.weight for one in after.rules.criteria] == [33, 67]


def test_a_member_sees_the_group_only_after_her_own():
    bundle = weighed(20, 40, 60, 90)

    assert [weighing.may_see_the_group(bundle, one.id) for one in bundle.workshop.members] == [
        True,
        True,
        True,
        True,
        False,
    ]


def test_members_who_did_not_weigh_a_new_criterion_are_not_done():
    bundle = weighed(20, 40, 60, 90)
    more = RULES + b"- {id: c, weight: 5, scale: {worst: 1, best: 5}}\n"

    assert weighing.members_done(read_files({**bundle.files, "rules.yaml": more})) == ()


def test_a_stranger_and_a_sealed_sheet_are_refused():
    sealed = SealRules(what="So.", by="Ada", at="2027-01-01", because="So.").on(BARE)

    for bundle, member in ((BARE, "zed"), (sealed, "ann")):
        with pytest.raises(BadInput):
            weighing.weighed_alone(member, {"a": Fraction(1), "b": Fraction(1)}).on(bundle)


SHEET = RuleSheet.model_validate(
    {
        "criteria": [
            {"id": id, "weight": 1, "scale": {"worst": 1, "best": 5}} for id in ("reach", "trust")
        ]
    }
)


def said(member, criterion, weight, row):
    return MemberWeight(member=member, criterion=criterion, weight=Decimal(weight), row=row)


def test_each_members_shares_of_a_table_add_to_one():
    rows = [
        said("ben", "reach", 3, 2),
        said("ben", "trust", 1, 3),
        said("ana", "trust", 5, 4),
        said("ana", "reach", 0, 5),
    ]

    assert weighing.shares_of(rows, SHEET) == (
        {"reach": 0, "trust": 1},
        {"reach": Fraction(3, 4), "trust": Fraction(1, 4)},
    )


def test_a_member_who_leaves_a_criterion_out_is_named_with_it_and_so_is_an_unknown_one():
    with pytest.raises(BadInput) as refused:
        weighing.shares_of(
            [said("ben", "reach", 3, 2), said("ben", "trusst", 1, 3)], SHEET, "w.csv"
        )

    assert [(one.where, one.what) for one in refused.value.problems] == [
        ("w.csv: row 3, criterion", '"trusst" is no criterion we know'),
        ("w.csv", '"ben" gives no weight for trust'),
    ]
