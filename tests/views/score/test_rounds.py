"""Before a round closes: how many would have no rank and why, in counts that tell no score and no
name.
"""

import pytest

from cidesign.acts.reads import seen_by
from cidesign.acts.step_aside import SET_ASIDE
from cidesign.domain.person import Person, Role
from cidesign.views.score.rounds import before_opening, no_rank
from cidesign.views.score.words import and_line
from tests.views.compare.panels import RULES, bundle, scores


def full(*raters, candidates=("oak", "elm"), score=3):
    return [
        f"{rater} {candidate} {criterion} {score}"
        for rater in raters
        for candidate in candidates
        for criterion in ("trust", "reach")
    ]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER])
def test_nobody_is_told_that_no_sheet_was_left_out_where_one_was(role):
    """Why somebody steps aside is told to facilitators alone, and that includes this reason."""
    aside = f"rater,candidate,kind,reason\nben,elm,{SET_ASIDE},Fell ill\n"
    whole = bundle("scored", scores=scores(*full("ana")), recusals=aside)
    reader = Person("ana", role, "Ana", "ana" if role is Role.MEMBER else "")

    told = and_line(seen_by(reader, whole, letters={"ana": "A", "ben": "B"}, salt="s"))

    assert "set aside" in and_line(whole)
    assert "no sheet was left out" not in told
    assert "set aside" in told


# Two members must score; Oak and Elm may be chosen, Ash may not.
@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (full("ana", "ben"), ()),
        (full("ana"), ("nobody will have a rank", "Two candidates are scored by fewer")),
        (
            [*full("ana", "ben", candidates=("oak",)), *full("ana", candidates=("elm",))],
            ("one of two candidates", "One candidate is scored"),
        ),
        (
            ["ana oak trust 3", "ben oak trust 3", *full("ana", "ben", candidates=("elm",))],
            ("one of two", "a criterion that nobody scored"),
        ),
    ],
)
def test_counts_say_who_would_have_no_rank(rows, says):
    told = no_rank(bundle("scoring", scores=scores(*rows)))

    assert len(told) == len(says)
    for said, line in zip(says, told):
        assert said in line
    assert not [name for name in ("Oak", "Elm", "Ana", "Ben") if name in " ".join(told)]


def test_a_level_below_the_pass_mark_is_never_told_while_the_round_is_open():
    assert no_rank(bundle("scoring", scores=scores(*full("ana", "ben", score=1)))) == ()


def test_before_a_round_opens_it_is_told_what_has_not_been_declared_and_by_whom():
    said = "rater,candidate\n" + "".join(
        f"{who},{one}\n" for who in ("ana", "ben", "chi") for one in ("oak", "elm")
    )
    everybody = said + "dee,oak\ndee,elm\n"

    assert (
        before_opening(bundle(declarations=said))[0]
        == "Dee Walker has not declared conflicts yet, or that there are none."
    )
    assert before_opening(bundle(declarations=everybody)) == ()


def test_where_one_is_checked_it_is_told_that_nobody_can_be_chosen_and_nothing_of_ranks():
    one = {"rules": RULES + "mode: closed\n", "candidates": "id,name,price\noak,Oak House,40\n"}

    assert (
        no_rank(bundle("scoring", scores=scores(*full("ana", "ben", candidates=("oak",))), **one))
        == ()
    )
    told = no_rank(bundle("scoring", scores=scores(*full("ana", candidates=("oak",))), **one))
    assert told[0] == "If it closes now, nobody can be chosen yet."
    assert "rank" not in " ".join(told)


def test_who_steps_aside_once_is_not_told_to_have_said_nothing():
    start = bundle(recusals="rater,candidate\ndee,elm\n", declarations="rater,candidate\nben,oak\n")

    none, partly, then = before_opening(start)

    assert none.startswith("Ana Reyes, Ben Okafor and Chi Tran have not declared")
    assert partly.startswith("Dee Walker steps aside once")
    assert "Dee" not in none
    assert then.startswith("If it opens now")
