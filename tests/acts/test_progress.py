"""How far each member is, by a count of her sheets; and that a count is all there is of it."""

from dataclasses import fields

import pytest

from cidesign.acts.progress import Asked, OfMember, Progress, progress
from cidesign.domain.person import OPERATOR, ROLES, Person, Role
from cidesign.record import read_files
from tests.acts import test_reads
from tests.views.compare import panels

FACILITATORS = (Role.OPERATOR, Role.FACILITATOR)


def small(members, **more):
    listed = ", ".join(f"{{id: m{n}, name: Member {n}}}" for n in range(members))
    files = {
        "workshop.yaml": f"name: Small\nstage: scoring\nmembers: [{listed}]\n",
        "rules.yaml": panels.RULES + panels.SEAL,
        "candidates.csv": panels.CANDIDATES,
        **more,
    }
    return read_files({path: text.encode() for path, text in files.items()})


def test_each_member_stands_there_with_counts_and_nothing_else():
    """Ash is not eligible, so two candidates are scored. Ana has given one of two criteria on one
    of her two sheets; Ben steps aside for one, and his one sheet lacks nothing.
    """
    found = progress(test_reads.record("scoring"))

    assert found == Progress(
        Asked.SHEETS,
        1,
        4,
        (
            OfMember("ana", "Ana Reyes", True, True, 0, 2, begun=True),
            OfMember("ben", "Ben Okafor", True, True, 1, 1),
            OfMember("chi", "Chi Tran", False, False, 0, 2),
            OfMember("dee", "Dee Walker", False, False, 0, 2),
        ),
    )
    assert {one.type for one in fields(OfMember)} <= {"str", "bool", "int", str, bool, int}


@pytest.mark.parametrize("role", ROLES)
def test_who_does_not_facilitate_is_told_a_total_alone(role):
    found = progress(test_reads.record("scoring"))

    told = found.told_to(Person("p", role, "P", "ana", "w"))

    assert told == (found if role in FACILITATORS else Progress(Asked.SHEETS, 1, 4))


@pytest.mark.parametrize(("members", "told"), [(3, None), (4, 0)])
def test_nothing_is_told_of_fewer_than_four(members, told):
    found = progress(small(members))

    assert found.told_to(Person("p", Role.MEMBER, "P", "m0", "w")).done == told
    assert found.told_to(OPERATOR).done == 0


def test_another_score_of_hers_changes_nothing_that_anybody_is_told():
    one, other = (progress(test_reads.record("scoring", score=score)) for score in ("1", "5"))

    assert one == other


@pytest.mark.parametrize(
    ("stage", "asked", "done"),
    [("sealed", Asked.TIES, 2), ("scoring", Asked.SHEETS, 1), ("scored", Asked.NOTHING, None)],
)
def test_what_is_asked_follows_the_stage(stage, asked, done):
    found = progress(test_reads.record(stage))

    assert (found.asked, found.done) == (asked, done)


def test_before_the_seal_weights_are_asked_of_four_or_more():
    """Two of the four have weighed."""
    unsealed = test_reads.record("draft").files
    rules = unsealed["rules.yaml"].decode().replace(panels.SEAL, "").encode()

    found = progress(read_files({**unsealed, "rules.yaml": rules}))

    assert (found.asked, found.done, found.of) == (Asked.WEIGHTS, 2, 4)


def test_who_steps_aside_for_everybody_owes_no_sheet():
    aside = "rater,candidate\nm0,oak\nm0,elm\n"

    found = progress(small(5, **{"recusals.csv": aside}))

    assert (found.done, found.of) == (0, 4)
    assert found.members[0].is_asked(Asked.SHEETS) is False


def test_one_agreed_score_is_asked_of_the_panel():
    agreed = panels.RULES + "aggregation: consensus\n" + panels.SEAL

    found = progress(small(4, **{"rules.yaml": agreed}))

    assert found.of == 1
    assert [one.sheets for one in found.members] == [0, 0, 0, 0, 2]
    assert found.told_to(Person("p", Role.MEMBER, "P", "m0", "w")).done is None
