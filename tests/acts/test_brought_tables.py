"""Tables of members, weights and conflicts are brought in by one act each, or refused whole."""

import pytest

from cidesign.acts.bring_members import BringMembers
from cidesign.acts.bring_recusals import BringRecusals
from cidesign.acts.bring_weights import BringWeights
from cidesign.domain.problem import BadInput
from tests.views.compare.panels import bundle


def refused(act, start):
    with pytest.raises(BadInput) as told:
        act.on(start)
    return [problem.line() for problem in told.value.problems]


def test_members_join_and_others_are_written_anew_and_nobody_leaves():
    act = BringMembers(
        members=(
            {"id": "eli", "name": "Eli  Roy", "seat": "schools"},
            {"id": "ana", "name": "Ana R. Reyes"},
        )
    )

    after = act.on(bundle("draft", sealed=False)).workshop.members

    assert [one.id for one in after] == ["ana", "ben", "chi", "dee", "eli"]
    assert (after[0].name, after[4].name, after[4].seat) == ("Ana R. Reyes", "Eli Roy", "schools")


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ((), "there is none in the table"),
        (
            tuple({"id": f"r{n}", "name": f"R {n}"} for n in range(1_001)),
            "1,001 are more than a committee has",
        ),
        (({"id": "eli", "name": " "},), "has no name"),
        (({"id": "eli", "name": "x" * 200},), "the name is too long"),
        (({"id": "eli", "name": "ana  reyes"},), "is on the committee already"),
    ],
)
def test_members_that_may_not_be_are_refused(members, says):
    start = bundle("draft", sealed=False)

    assert says in " ".join(refused(BringMembers(members=members), start))


def test_weights_take_the_place_of_what_a_member_said():
    start = bundle(
        "draft", sealed=False, weights="member,criterion,weight\nana,trust,10\nben,trust,20\n"
    )

    after = BringWeights(content=b"member,criterion,weight\nana,trust,30\nana,reach,5\n").on(start)

    assert [(one.member, one.criterion, int(one.weight)) for one in after.weights] == [
        ("ana", "trust", 30),
        ("ben", "trust", 20),
        ("ana", "reach", 5),
    ]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("zed,trust,10", "nobody on the committee"),
        ("ana,mood,10", "is no criterion"),
        ("ana,trust,-1", "below 0"),
    ],
)
def test_weights_of_strangers_or_on_nothing_are_refused(table, says):
    act = BringWeights(content=f"member,criterion,weight\n{table}\n".encode())

    assert says in " ".join(refused(act, bundle("draft", sealed=False)))


def test_sealed_rules_take_no_more_weights():
    assert refused(BringWeights(content=b"member,criterion,weight\nana,trust,1\n"), bundle())


def test_conflicts_are_added_and_take_back_what_was_declared():
    start = bundle(declarations="rater,candidate\nana,oak\nben,oak\n")

    after = BringRecusals(
        content=b"rater,candidate,kind,reason\nana,oak,Sits on its board,Treasurer\nchi,elm,,\n"
    ).on(start)

    assert [(one.rater, one.candidate, one.kind, one.reason) for one in after.recusals] == [
        ("ana", "oak", "board", "Treasurer"),
        ("chi", "elm", "", ""),
    ]
    assert [one.rater for one in after.declarations] == ["ben"]


@pytest.mark.parametrize(
    ("table", "says"), [("zed,oak", "nobody on the committee"), ("ana,ook", "no candidate we know")]
)
def test_conflicts_of_strangers_are_refused(table, says):
    act = BringRecusals(content=f"rater,candidate\n{table}\n".encode())

    assert says in " ".join(refused(act, bundle()))
