"""Ranks on exact points, and the sealed rules that part equals."""

from fractions import Fraction

from cidesign.value import first_placed, lead, rank
from tests.saying import said
from tests.value.panels import candidates, criterion, ranks, scored, sheet

FOUR = ("r1 elm reach 4", "r1 oak reach 5", "r1 ash reach 4", "r1 fir reach 2")


def test_ranks_are_1_2_2_4():
    ranking = rank(sheet(), scored(*FOUR))

    assert [(standing.candidate, standing.rank) for standing in ranking.standings] == [
        ("oak", 1),
        ("ash", 2),
        ("elm", 2),
        ("fir", 4),
    ]
    assert ranking.ties == (("ash", "elm"),)


def test_a_difference_no_float_can_show_is_no_tie():
    rules = sheet(
        criterion("reach", 1, {"worst": 0, "best": 1}),
        criterion("trust", "0.000000000000000000001", {"worst": 0, "best": 1}),
    )

    ranking = rank(
        rules, scored("r1 oak reach 1", "r1 oak trust 0", "r1 elm reach 1", "r1 elm trust 1")
    )

    assert ranks(ranking) == {"elm": 1, "oak": 2}
    assert ranking.ties == ()


def test_thirds_that_floats_tell_apart_are_a_tie():
    # oak (1+1+2)/3 + (2+2+1)/3 = 3, elm 1 + 2 = 3, both minus the two worst ends of 0
    scale = {"worst": 0, "best": 10}
    rules = sheet(criterion("a", "0.1", scale), criterion("b", "0.1", scale))
    lines = ["r1 oak a 1", "r2 oak a 1", "r3 oak a 2", "r1 oak b 2", "r2 oak b 2", "r3 oak b 1"]
    lines += [
        f"r{rater} elm {name} {score}"
        for rater in (1, 2, 3)
        for name, score in (("a", 1), ("b", 2))
    ]

    ranking = rank(rules, scored(*lines))

    assert ranking.ties == (("elm", "oak"),)


def test_a_criterion_parts_a_tie_in_its_good_direction():
    rules = sheet(
        criterion("reach"),
        criterion("days", 10, {"worst": 5, "best": 1}),
        ties=["criterion:days", "shared"],
    )

    ranking = rank(
        rules, scored("r1 oak reach 4", "r1 oak days 3", "r1 elm reach 3", "r1 elm days 2")
    )  # 7.5 + 5 each

    assert ranks(ranking) == {"elm": 1, "oak": 2}
    assert ranking.ties == ()


def test_the_rules_are_applied_in_their_order():
    criteria = (criterion("a"), criterion("b"), criterion("c"))
    lines = [
        "r1 oak a 3",
        "r1 oak b 4",
        "r1 oak c 2",
        "r1 elm a 3",
        "r1 elm b 2",
        "r1 elm c 4",
    ]  # 9 steps each

    by_b = rank(
        sheet(*criteria, ties=["criterion:a", "criterion:b", "criterion:c", "shared"]),
        scored(*lines),
    )
    by_c = rank(
        sheet(*criteria, ties=["criterion:a", "criterion:c", "criterion:b", "shared"]),
        scored(*lines),
    )

    assert (ranks(by_b), ranks(by_c)) == ({"oak": 1, "elm": 2}, {"oak": 2, "elm": 1})


def test_a_criterion_compares_the_rounded_value_the_points_used():
    # means 3 1/3 and 3.25 both count as 3, so the tie stays
    rules = sheet(criterion("reach"), rounding={"cell": 0}, ties=["criterion:reach", "shared"])
    lines = ["r1 oak reach 3", "r2 oak reach 3", "r3 oak reach 4", "r4 oak reach -"]
    lines += ["r1 elm reach 3", "r2 elm reach 3", "r3 elm reach 3", "r4 elm reach 4"]

    assert rank(rules, scored(*lines)).ties == (("elm", "oak"),)


def test_what_the_rules_leave_together_shares_its_rank():
    rules = sheet(criterion("reach"), criterion("trust"), ties=["criterion:reach", "shared"])
    lines = [
        f"r1 {name} {id} {score}"
        for name, reach, trust in (("a", 4, 2), ("b", 3, 3), ("c", 3, 3))
        for id, score in (("reach", reach), ("trust", trust))
    ]

    ranking = rank(rules, scored(*lines))

    assert ranks(ranking) == {"a": 1, "b": 2, "c": 2}
    assert ranking.ties == (("b", "c"),)


# The first digits of the hashes, from another program: printf '%s' '7|ash' | sha256sum
LOTS = {
    "7": {"ash": "a0edbe770e94", "elm": "05a7b5bb3132"},
    "8": {"ash": "eabed837c4ed", "elm": "fb43306a6fbc"},
}


def test_a_lot_goes_by_the_hash_of_number_and_id():
    rules = sheet(ties=["lot"])

    for number, hashes in LOTS.items():
        ranking = rank(rules, scored(*FOUR), lot=number)

        drawn = [standing.candidate for standing in ranking.standings if standing.rank in (2, 3)]
        assert drawn == sorted(hashes, key=hashes.__getitem__)
        assert ranking.ties == ()
        assert ranking.warnings == ()


def test_the_lots_of_the_test_part_both_ways():
    assert {min(hashes, key=hashes.__getitem__) for hashes in LOTS.values()} == {"ash", "elm"}


def test_a_lot_that_was_not_drawn_leaves_the_tie_and_says_so():
    ranking = rank(sheet(ties=["lot"]), scored(*FOUR))

    assert ranking.ties == (("ash", "elm"),)
    assert said(ranking.warnings) == (
        (
            "ash, elm are tied and the rule sheet asks for a lot; no number was drawn yet, so the "
            "tie "
            "stays."
        ),
    )


def test_a_lot_never_parts_what_the_sheet_lets_share():
    assert rank(sheet(ties=["shared"]), scored(*FOUR), lot="7").ties == (("ash", "elm"),)


def test_a_lot_never_turns_points_around():
    assert [
        rank(sheet(ties=["lot"]), scored(*FOUR), lot=str(number)).standings[0].candidate
        for number in range(20)
    ] == ["oak"] * 20


def test_those_without_a_rank_take_no_place_and_stand_last():
    rules = sheet(criterion("reach", pass_mark=3))

    ranking = rank(
        rules,
        scored("r1 oak reach 2", "r1 elm reach 4", "r1 ash reach 1"),
        candidates=candidates("oak", "elm", "ash", "fir"),
    )

    assert [(standing.candidate, standing.rank) for standing in ranking.standings] == [
        ("elm", 1),
        ("oak", None),
        ("ash", None),
        ("fir", None),
    ]


def test_a_tie_of_points_without_ranks_is_no_tie():
    rules = sheet(criterion("reach", pass_mark=3))

    assert rank(rules, scored("r1 oak reach 2", "r1 elm reach 2")).ties == ()


def test_the_lead_is_the_difference_of_the_first_two():
    assert lead(rank(sheet(), scored(*FOUR))) == Fraction(5, 2)


def test_the_lead_of_a_tie_is_nothing_even_where_a_rule_parts_it():
    rules = sheet(criterion("reach"), criterion("trust"), ties=["criterion:reach", "shared"])

    assert (
        lead(
            rank(
                rules,
                scored("r1 oak reach 4", "r1 oak trust 3", "r1 elm reach 3", "r1 elm trust 4"),
            )
        )
        == 0
    )


def test_one_alone_leads_nobody():
    assert lead(rank(sheet(), scored("r1 oak reach 4"))) is None


def test_who_misses_a_pass_mark_or_has_no_points_cannot_be_first():
    rules = sheet(criterion("reach", pass_mark=3), criterion("trust"))
    passing = ("r1 elm reach 3", "r1 elm trust 3", "r1 ash reach 3", "r1 ash trust 3")
    ranking = rank(rules, scored("r1 oak reach 2", "r1 oak trust 5", "r1 fir reach 5", *passing))

    assert first_placed(rules, ranking.standings, None) == ("ash", "elm")


def test_nobody_is_first_of_nobody():
    assert first_placed(sheet(), [], None) == ()


def test_a_sealed_rule_parts_the_first_placed():
    rules = sheet(criterion("reach"), criterion("trust"), ties=["criterion:reach", "shared"])
    standings = rank(
        rules, scored("r1 oak reach 4", "r1 oak trust 3", "r1 elm reach 3", "r1 elm trust 4")
    ).standings

    assert first_placed(rules, standings, None) == ("oak",)
