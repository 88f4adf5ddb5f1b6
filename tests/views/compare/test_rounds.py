"""A further round and seats in words: letters only, nothing of few, nothing while a round is
open.
"""

from decimal import Decimal

import pytest

from cidesign.acts.close_round import CloseRound
from cidesign.acts.give_score import GiveScore
from cidesign.acts.open_round import OpenRound
from cidesign.catalog import load
from cidesign.record import changed
from cidesign.views.compare import rounds, rounds_words
from cidesign.views.compare.view import compare_view
from tests.views.compare.panels import RULES, bundle, scores

CATALOG = load()
FOUR = ("ana", "ben", "chi", "dee")
# Each of four gives oak and elm the same on both criteria: oak 4, 3, 3, 2; elm 2, 3, 3, 4.
FIRST = [
    f"{who} {candidate} {what} {score}"
    for who, oak, elm in zip(FOUR, (4, 3, 3, 2), (2, 3, 3, 4))
    for candidate, score in (("oak", oak), ("elm", elm))
    for what in ("trust", "reach")
]
DECLARED = "rater,candidate\n" + "".join(f"{who},{one}\n" for who in FOUR for one in ("oak", "elm"))


def two_rounds(*second, first=FIRST, stage="scored", **more):
    table = scores(*first, *(f"{row} 2" for row in second))
    return bundle(stage, scores=table, more="round: 2\n", **more)


def told(found):
    view = rounds.rounds_view(found, CATALOG)
    return " ".join((*rounds_words.summary(view), *rounds_words.who_moved(view)))


def test_who_moved_is_told_without_its_letter_with_whom_it_favored():
    # ana: oak trust 4 -> 3 and elm trust 2 -> 3: elm gains 50/4, oak loses as much; both nearer to
    # what the others said.
    found = two_rounds("ana oak trust 3", "ana elm trust 3")

    said = told(found)

    assert (
        "One member changed two scores, most in favor of Elm Fund. That is closer to what the "
        "others had said."
    ) in said
    assert "Three other members changed nothing." in said
    assert not any(name in said for name in ("Ana", "ana ", "Ben"))


def test_a_fall_and_a_move_away_are_told_as_such():
    found = two_rounds("dee oak trust 1")

    assert (
        "One member changed one score, against Oak House. That is further from what the others "
        "had said."
    ) in told(found)


def test_the_order_and_the_spread_are_told():
    # Price gives elm 16 of 20 and oak 12; trust and reach are even: elm leads from the first. Two
    # for oak turn it.
    even = rounds.rounds_view(two_rounds("ana elm trust 3"), CATALOG)
    below = rounds.rounds_view(
        two_rounds("ana oak trust 3"), CATALOG
    )  # 2.75, below the pass mark of 3
    turned = rounds.rounds_view(two_rounds("dee oak trust 5", "chi oak trust 5"), CATALOG)

    assert "The order stayed as it was." in rounds_words.summary(even)
    assert "Elm Fund stayed first; which candidates have a rank changed." in rounds_words.summary(
        below
    )
    assert "Oak House comes first now; before it was Elm Fund." in rounds_words.summary(turned)
    assert [row["Round 1"] for row in rounds_words.places(turned)] == [
        "52.0, place 2",
        "56.0, place 1",
        "none",
    ]
    assert any(
        line.startswith("Scores came closer together") for line in rounds_words.summary(even)
    )
    assert any(line.startswith("Scores lie further apart") for line in rounds_words.summary(turned))


def test_the_spread_of_a_cell_stands_before_and_after_in_levels():
    # oak trust 4, 3, 3, 2: SD sqrt(2/3) = 0.816; with 3 in place of 4: 3, 3, 3, 2: 0.5.
    view = rounds.rounds_view(two_rounds("ana oak trust 3"), CATALOG)

    rows = {row["Scores"]: (row["Round 1"], row["Round 2"]) for row in rounds_words.spreads(view)}

    assert rows["Oak House on trust"] == ("0.8", "0.5")
    assert rows["Elm Fund on reach"] == ("0.8", "0.8")


def test_a_round_in_which_nobody_moved_says_so():
    assert told(two_rounds()) == "Nobody changed a score in round 2."


def test_of_three_raters_nobody_is_told_alone_and_why():
    found = two_rounds("ana oak trust 3", first=[row for row in FIRST if not row.startswith("dee")])

    view = rounds.rounds_view(found, CATALOG)

    assert not view.by_rater
    assert rounds_words.who_moved(view) == (
        (
            "Who moved is told only where four or more members took part, so that nobody can be "
            "found "
            "out."
        ),
    )
    assert rounds_words.spreads(view) == []
    assert "spread" not in told(found)


def test_an_agreed_score_moves_without_letters():
    rules = RULES.replace("quorum: 2", "aggregation: consensus")
    found = two_rounds(
        "panel oak trust 5",
        first=["panel oak trust 2", "panel oak reach 3", "panel elm trust 3", "panel elm reach 3"],
        rules=rules,
    )

    assert "changed in round 2" in told(found)
    assert rounds_words.who_moved(rounds.rounds_view(found, CATALOG)) == ()
    assert rounds.seats_view(found, CATALOG) is None


@pytest.mark.parametrize(
    "found",
    [
        bundle("scored", scores=scores(*FIRST)),
        two_rounds("ana oak trust 3", stage="scoring"),
        bundle("sealed"),
    ],
)
def test_nothing_is_told_of_one_round_of_an_open_one_or_of_none(found):
    assert rounds.rounds_view(found, CATALOG) is None


def test_seats_are_hidden_while_a_round_is_open():
    assert rounds.seats_view(two_rounds(stage="scoring"), CATALOG) is None


def test_a_candidate_who_came_between_the_rounds_has_no_earlier_points():
    rules = RULES.replace("leave_out", "refuse")
    ash = [f"{who} ash {what} 5 2" for who in FOUR for what in ("trust", "reach")]
    table = scores(*FIRST, *ash)
    late = bundle(
        "scored",
        scores=table,
        more="round: 2\n",
        rules=rules,
        candidates="id,name,price\noak,Oak,40\nelm,Elm,20\nash,Ash,10\n",
    )

    rows = {row["Candidate"]: row for row in rounds_words.places(rounds.rounds_view(late, CATALOG))}

    assert rows["Ash"]["Round 1"] == "none"


def test_the_first_round_stays_as_it_was_through_the_second_and_its_edits():
    first = bundle("scored", scores=scores(*FIRST), declarations=DECLARED)
    before = compare_view(first, round=1)

    second = OpenRound().on(first)
    for value in (5, 1, None):
        score = None if value is None else Decimal(value)
        second = GiveScore(rater="ana", candidate="oak", criterion="trust", score=score).on(second)
    after = CloseRound(accepted=True).on(second)

    assert compare_view(after, round=1).rows == before.rows
    assert compare_view(after, round=2).rows != before.rows
    assert after.files["scores.csv"].startswith(first.files["scores.csv"].rstrip(b"\n"))


def seated(found, *seats):
    members = {("members", place, "seat"): seat for place, seat in enumerate(seats)}
    return changed(found, "workshop.yaml", members)


def test_a_seat_of_four_stands_beside_its_points():
    view = rounds.seats_view(seated(two_rounds(), *["residents"] * 4), CATALOG)

    assert rounds_words.no_seats(view) == ""
    assert rounds_words.seats_table(view)[0] == {"Candidate": "Elm Fund", "residents": "56.0"}
    assert "residents, four members: Elm Fund first." in rounds_words.seats_lines(view)


def test_small_seats_are_not_shown_and_the_page_says_why():
    small = rounds.seats_view(
        seated(two_rounds(), "residents", "residents", "funders", "funders"), CATALOG
    )
    none = rounds.seats_view(two_rounds(), CATALOG)

    assert (
        rounds_words.no_seats(small)
        == "No seat can be shown without telling what few members said."
    )
    assert rounds_words.no_seats(none) == "No member who scored has a seat."
