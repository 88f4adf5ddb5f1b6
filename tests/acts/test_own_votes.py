"""Whether a candidate in office leads by its own members' votes is told, and never so that what a
few gave could be worked out.
"""

from dataclasses import replace

import pytest

from cidesign.acts.own_votes import own_votes, sits_for
from cidesign.acts.reads import seen_by
from cidesign.domain.person import Person, Role
from cidesign.domain.positions import OwnVotes, Position, candidate_of, elsewhere, incumbents
from cidesign.record import read_files
from tests.views.compare import panels

FOUR, THREE = ("ana", "ben", "chi", "dee"), ("eva", "fay", "gus")
REST = (*THREE, "hal")


def held(own=FOUR, rest=REST, *, positions="{grant: oak}", stage="scored", aside=(), rules=""):
    """Oak's own members give it 5 and Elm 3; the rest give Elm 5 and Oak 4."""
    listed = [f"{{id: {one}, seat: Oak House}}" for one in own]
    listed += [f"{{id: {one}, seat: residents}}" for one in rest]
    given = [(one, "oak", 5) for one in own] + [(one, "elm", 3) for one in own]
    given += [(one, "oak", 4) for one in rest] + [(one, "elm", 5) for one in rest]
    rows = [
        f"{rater},{candidate},{criterion},{score},1,,,,\n"
        for rater, candidate, score in given
        for criterion in ("trust", "reach")
        if (rater, candidate) not in aside
    ]
    files = {
        "workshop.yaml": f"name: Mill Creek\nmembers: [{', '.join(listed)}]\nstage: {stage}\n"
        f"positions: {positions}\n",
        "rules.yaml": panels.RULES + rules + panels.SEAL,
        "candidates.csv": panels.CANDIDATES,
        "scores.csv": panels.HEAD + "".join(rows),
        "recusals.csv": "rater,candidate\n" + "".join(f"{who},{one}\n" for who, one in aside),
    }
    return read_files({path: text.encode() for path, text in files.items()})


def test_a_leader_that_holds_the_grant_and_its_own_votes_are_named():
    """Oak has 4.5 in all and 4 from the rest, Elm 4 and 5; the price gives 12 and 16 points."""
    assert own_votes(held()) == OwnVotes("oak", 4, 8, (("elm",), ("oak",)))
    assert own_votes(held()).decide


@pytest.mark.parametrize("position", list(Position))
def test_each_of_the_five_positions_counts_and_none_does_not(position):
    assert own_votes(held(positions=f"{{{position}: Oak House}}")).candidate == "oak"
    assert own_votes(held(positions="{}")) is None


def test_a_candidate_that_does_not_lead_or_holds_nothing_is_left_alone():
    assert own_votes(held(positions="{grant: elm}")) is None
    assert own_votes(held(own=(), rest=(*FOUR, *REST))) is None


@pytest.mark.parametrize(("own", "rest"), [(FOUR, THREE), (THREE, FOUR)])
def test_no_order_is_told_where_fewer_than_four_stay_or_go(own, rest):
    assert own_votes(held(own, rest)) == OwnVotes("oak", len(own), 7)


def test_a_cell_that_one_of_them_left_blank_closes_the_order():
    """Seven of eight score Elm, so three of those who go stand in its cells."""
    aside = [("ana", "elm")]

    assert own_votes(held(aside=aside)).order == ()


def test_who_steps_aside_for_it_is_no_vote_of_its_own():
    aside = [(one, "oak") for one in FOUR]

    assert own_votes(held(aside=aside)) is None


def test_nothing_is_told_while_a_round_is_open():
    assert own_votes(held(stage="scoring")) is None


def test_a_member_with_letters_reads_the_same_as_a_facilitator():
    record = held()

    for role, member in ((Role.FACILITATOR, ""), (Role.MEMBER, "ana"), (Role.OBSERVER, "")):
        seen = seen_by(Person("p", role, "P", member, "w"), record)
        assert seen.own == own_votes(record)


def test_a_reader_learns_nothing_of_it_while_a_round_is_open():
    record = held(stage="scoring")

    assert seen_by(Person("p", Role.FACILITATOR, "P", "", "w"), record).own is None


def test_who_sits_for_a_candidate_is_known_by_its_name_or_id_in_any_capitals():
    record = held()
    seats = {"ana": "OAK  house", "ben": "oak", "chi": "Oak Houses", "dee": ""}
    members = tuple(
        one.model_copy(update={"seat": seats.get(one.id, "")}) for one in record.workshop.members
    )
    again = replace(record, workshop=record.workshop.model_copy(update={"members": members}))

    assert sits_for(again, "oak") == {"ana", "ben"}


def test_an_organization_that_is_no_candidate_is_kept_by_its_name():
    record = held(positions="{grant: Mill Fund, funds: mill  fund, chairs: elm}")
    positions, candidates = record.workshop.positions, record.candidates

    assert candidate_of("Mill Fund", candidates) is None
    assert elsewhere(positions, candidates) == {"Mill Fund": (Position.GRANT, Position.FUNDS)}
    assert incumbents(positions, candidates) == {"elm": (Position.CHAIRS,)}
