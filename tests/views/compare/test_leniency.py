"""Who scores higher than the others, as the fold on Compare tells it: by letter, and never while a
round is open.
"""

import pytest

from cidesign.views.compare.leniency import leniency_view
from tests.views.compare.panels import RULES, bundle, scores

PEOPLE = ("ana", "ben", "chi", "dee")


def panel(by_rater, *, rules=RULES, stage="scored", **files):
    """``{"ana": {"oak": (trust, reach)}}``."""
    rows = [
        f"{rater} {candidate} {criterion} {score}"
        for rater, sheet in by_rater.items()
        for candidate, pair in sheet.items()
        for criterion, score in zip(("trust", "reach"), pair)
    ]
    return bundle(stage, rules=rules, scores=scores(*rows), **files)


COMPLETE = {
    "ana": {"oak": (5, 5), "elm": (4, 5)},
    "ben": {"oak": (4, 4), "elm": (3, 3)},
    "chi": {"oak": (3, 3), "elm": (2, 3)},
    "dee": {"oak": (3, 4), "elm": (3, 2)},
}
GAPPED = {**COMPLETE, "dee": {"oak": (5, 5)}}


def test_where_everybody_scored_everybody_nothing_changes_and_that_is_said():
    view = leniency_view(panel(COMPLETE))

    assert view.sentences[0] == (
        "Each of these members scored each of these candidates, so who scores higher changes "
        "nothing: both columns are equal."
    )
    assert all(row["As scored"] == row["Adjusted"] for row in view.candidates)
    # oak: shares (1 + .75 + .5 + .5)/4 x 50 + (1 + .75 + .5 + .75)/4 x 30, and (100 - 40)/100 x 20
    # for the price
    assert view.candidates[0] == {"Candidate": "Oak House", "As scored": "68.9", "Adjusted": "68.9"}


def test_the_rows_end_with_those_who_have_no_points():
    assert [row["Candidate"] for row in leniency_view(panel(COMPLETE)).candidates] == [
        "Oak House",
        "Elm Fund",
        "Ash Works",
    ]
    assert leniency_view(panel(COMPLETE)).candidates[-1]["Adjusted"] == "none"


def test_where_somebody_is_missing_both_columns_differ_and_it_is_said_what_that_means():
    view = leniency_view(panel(GAPPED))

    assert view.sentences[0].startswith("Not every member scored every candidate")
    assert any(row["As scored"] != row["Adjusted"] for row in view.candidates)
    assert "never used for ranks" in view.sentences[1]


def test_members_are_letters_even_where_the_rules_show_names():
    view = leniency_view(panel(COMPLETE, rules=RULES + "names: shown\n"))

    assert [row["Member"] for row in view.members] == ["A", "B", "C", "D"]
    assert not any(name in str(view) for name in (*PEOPLE, "Ana", "Ben", "Chi", "Dee"))


def test_levels_add_to_nothing_and_carry_their_sign():
    levels = [row["Points higher than the panel"] for row in leniency_view(panel(COMPLETE)).members]

    numbers = [float(level.replace("−", "-")) for level in levels]
    assert sum(numbers) == pytest.approx(0, abs=0.2)
    assert {level[0] for level in levels} == {"+", "−"}


def test_of_fewer_than_four_members_no_level_is_shown():
    view = leniency_view(panel({name: COMPLETE[name] for name in PEOPLE[:3]}))

    assert view.members == ()
    assert "With fewer than four members, nobody's own level is shown." in view.sentences
    assert view.candidates


def test_members_who_share_no_candidate_cannot_be_compared():
    view = leniency_view(panel({"ana": {"oak": (5, 5)}, "ben": {"elm": (4, 4)}}))

    assert view.sentences == (
        (
            "Who scores higher cannot be told: no rater links these groups of candidates: Elm "
            "Fund; "
            "Oak House."
        ),
    )
    assert (view.candidates, view.members) == ((), ())


@pytest.mark.parametrize(
    ("given", "more", "said"),
    [
        (
            {"panel": {"oak": (4, 4)}},
            "aggregation: consensus\n",
            "The panel gave its scores together, so nobody scores higher than the others.",
        ),
        (
            {"ana": {"oak": (4, 4)}},
            "",
            "Fewer than two members' scores count, so there is nobody to compare.",
        ),
        ({}, "", "Fewer than two members' scores count, so there is nobody to compare."),
    ],
)
def test_where_there_is_nobody_to_compare_one_sentence_says_so(given, more, said):
    view = leniency_view(panel(given, rules=RULES.replace("quorum: 2\n", "quorum: 1\n") + more))

    assert (view.sentences, view.candidates, view.members) == ((said,), (), ())


def test_a_member_who_stepped_aside_does_not_count_there():
    aside = leniency_view(panel(COMPLETE, recusals="rater,candidate\ndee,elm\n"))

    assert aside.sentences[0].startswith("Not every member scored every candidate")


def test_seats_that_count_equally_change_nothing_here():
    assert leniency_view(panel(COMPLETE, rules=RULES + "seats: equal\n")) == leniency_view(
        panel(COMPLETE)
    )


def test_while_a_round_is_open_there_is_nothing():
    with pytest.raises(ValueError, match="closed round"):
        leniency_view(panel(COMPLETE, stage="scoring"))
