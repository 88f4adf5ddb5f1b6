"""Who may join: a link is hers alone, a pass ends at once when somebody is sent away, and a code
only leads to the door.
"""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from cidesign.acts.close_round import CloseRound
from cidesign.acts.give_score import GiveScore
from cidesign.domain.person import OPERATOR, ROLES, Person, Presence, Role
from cidesign.domain.problem import BadInput
from cidesign.workshop import NoSuchWorkshop, Store, passes, people
from cidesign.workshop.tables import everything, of_people, person, room
from cidesign.workshop.writing import now
from tests.workshop.bundles import bundle, scoring

ANA = GiveScore(rater="ana", candidate="oak", criterion="reach", score=4)
DAY = 24 * 3600


@pytest.fixture(autouse=True)
def _a_secret_where_the_store_is_no_file(url, monkeypatch):
    monkeypatch.delenv(passes.SECRET, raising=False)
    if not url.startswith("sqlite"):
        monkeypatch.setenv(passes.SECRET, "a secret of thirty-two letters or more")


@pytest.fixture
def id(store):
    return store.create(scoring())


def joined(store, id, name="Ana Reyes", role=Role.MEMBER, member="ana"):
    invited = people.invite(store, id, OPERATOR, name=name, role=role, member=member)
    return people.redeem(store, invited.token)


def everything_kept(store):
    """Whatever text the database holds, but for what people wrote in files."""
    with store.asking() as db:
        return "\n".join(
            str(tuple(row))
            for table in everything.sorted_tables
            for row in db.execute(select(table))
        )


def test_a_link_makes_somebody_who_joined_and_her_pass_says_who_she_is(store, id):
    known = joined(store, id)

    who = passes.person_of(store, passes.pass_for(store, known))

    assert known.presence is Presence.JOINED
    assert (who.name, who.role, who.member, who.workshop) == ("Ana Reyes", Role.MEMBER, "ana", id)


def test_the_store_holds_no_token_only_its_fingerprint(store, id):
    invited = people.invite(store, id, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")
    admin = passes.admin_token(store)

    kept = everything_kept(store)

    assert len(invited.token) >= 22
    assert invited.person.id in kept
    assert invited.token not in kept
    assert admin not in kept


def test_each_member_gets_a_link_of_her_own_and_who_has_joined_keeps_hers(store, id):
    known = joined(store, id)

    invited = people.invite_members(store, id, OPERATOR)

    assert [one.person.member for one in invited] == ["ben"]
    assert people.known(store, id, known.person.id) == known


def test_a_new_link_for_a_member_ends_the_one_nobody_used(store, id):
    first = people.invite(store, id, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")
    second = people.invite(store, id, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")

    with pytest.raises(BadInput, match="leads nowhere"):
        people.redeem(store, first.token)
    assert people.redeem(store, second.token).person.member == "ana"


def test_nobody_joins_as_a_member_who_has_joined(store, id):
    joined(store, id)
    code = people.open_room(store, id, OPERATOR)
    late = people.ask(store, code, "Somebody")

    with pytest.raises(BadInput, match="somebody has joined as this member"):
        people.invite(store, id, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")
    with pytest.raises(BadInput, match="somebody has joined as this member"):
        people.admit(store, id, OPERATOR, id=late.person.id, role=Role.MEMBER, member="ana")


def test_who_is_sent_away_is_out_at_once_and_her_link_leads_nowhere(store, id):
    invited = people.invite(store, id, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")
    cookie = passes.pass_for(store, people.redeem(store, invited.token))

    people.send_away(store, id, OPERATOR, id=invited.person.id)

    assert passes.person_of(store, cookie) is None
    with pytest.raises(BadInput, match="leads nowhere"):
        people.redeem(store, invited.token)


def test_a_new_link_ends_the_old_one_and_every_pass_made_by_it(store, id):
    invited = people.invite(store, id, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")
    cookie = passes.pass_for(store, people.redeem(store, invited.token))

    again = people.renew(store, id, OPERATOR, id=invited.person.id)

    assert passes.person_of(store, cookie) is None
    with pytest.raises(BadInput, match="leads nowhere"):
        people.redeem(store, invited.token)
    assert people.redeem(store, again.token).person.id == invited.person.id


def test_who_leaves_is_out_on_every_device_and_may_come_again_by_her_link(store, id):
    invited = people.invite(store, id, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")
    known = people.redeem(store, invited.token)
    cookie = passes.pass_for(store, known)

    people.leave(store, known.person)

    assert passes.person_of(store, cookie) is None
    anew = passes.pass_for(store, people.redeem(store, invited.token))
    assert passes.person_of(store, anew) == known.person


def test_a_latecomer_waits_at_the_door_until_a_facilitator_lets_her_in(store, id):
    code = people.open_room(store, id, OPERATOR)

    late = people.ask(store, f" {code[:4].lower()}-{code[4:]} ", "  Ben \n Okafor ")
    cookie = passes.pass_for(store, late)
    waiting = passes.person_of(store, cookie), passes.known_by(store, cookie).presence
    people.admit(store, id, OPERATOR, id=late.person.id, role=Role.MEMBER, member="ben")

    assert waiting == (None, Presence.ASKS)
    who = passes.person_of(store, cookie)
    assert (who.name, who.member, who.role) == ("Ben Okafor", "ben", Role.MEMBER)


def test_a_code_ends_with_the_next_one_when_it_is_shut_and_after_some_hours(store, id):
    first = people.open_room(store, id, OPERATOR)
    second = people.open_room(store, id, OPERATOR)
    people.shut_room(store, id, OPERATOR)
    third = people.open_room(store, id, OPERATOR)
    with store.writing() as db:
        db.execute(room.update().values(until=now() - timedelta(seconds=1)))

    for code in (first, second, third, "", "A" * 8):
        with pytest.raises(BadInput, match="leads nowhere"):
            people.ask(store, code, "Ben")
    assert people.code_of(store, id, OPERATOR) == ""


def test_a_code_is_short_and_has_no_letters_that_look_alike(store, id):
    code = people.open_room(store, id, OPERATOR)

    assert len(code) == 8
    assert not set(code) & set("IL1O0")
    assert people.code_of(store, id, OPERATOR) == code


def test_only_so_many_can_wait_at_the_door(store, id):
    code = people.open_room(store, id, OPERATOR)
    for number in range(people.MOST_AT_THE_DOOR):
        people.ask(store, code, f"Nobody {number}")

    with pytest.raises(BadInput, match="too many people wait"):
        people.ask(store, code, "One more")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("place", ["here", "elsewhere"])
def test_only_a_facilitator_of_this_workshop_lets_people_in(store, id, role, place):
    """Each call, for each role, here and with a pass of another workshop."""
    other = store.create(bundle("Another"))
    by = Person("p", role, "P", "", id if place == "here" else other)
    target = joined(store, id).person.id
    late = people.ask(store, people.open_room(store, id, OPERATOR), "Late").person.id
    calls = {
        "invite": lambda: people.invite(store, id, by, name="N", role=Role.OBSERVER),
        "members": lambda: people.invite_members(store, id, by),
        "admit": lambda: people.admit(store, id, by, id=late, role=Role.OBSERVER),
        "renew": lambda: people.renew(store, id, by, id=target),
        "list": lambda: people.people_of(store, id, by),
        "open": lambda: people.open_room(store, id, by),
        "code": lambda: people.code_of(store, id, by),
        "shut": lambda: people.shut_room(store, id, by),
        "away": lambda: people.send_away(store, id, by, id=target),
    }

    refused = set()
    for name, call in calls.items():
        try:
            call()
        except BadInput as error:
            refused.add((name, error.problems[0].what))

    allowed = by.facilitates and place == "here"
    all_of_them = {(name, "you have no right to do this") for name in calls}
    assert refused == (set() if allowed else all_of_them)


def test_nobody_becomes_the_operator_by_a_link(store, id):
    late = people.ask(store, people.open_room(store, id, OPERATOR), "Late").person.id

    with pytest.raises(BadInput, match="no right"):
        people.invite(store, id, OPERATOR, name="N", role=Role.OPERATOR)
    with pytest.raises(BadInput, match="no right"):
        people.admit(store, id, OPERATOR, id=late, role=Role.OPERATOR)


def test_a_pass_that_anybody_changed_is_no_pass(store, id):
    known = joined(store, id)
    cookie = passes.pass_for(store, known)
    other = joined(store, id, "Ben", Role.FACILITATOR, "ben")
    said, _, mac = cookie.rpartition(".")
    forged = [
        "",
        ".",
        "....",
        said,
        f"{said}.",
        f"{said}.{mac[:-1]}",
        f"{said}.{mac}x",
        f"{said}é.{mac}",
        f"{said.replace(known.person.id, other.person.id)}.{mac}",
        f"{said}0.{mac}",
        cookie.replace(id, "x"),
        "\ud800.x",
    ]

    assert [passes.person_of(store, one) for one in forged] == [None] * len(forged)
    assert [passes.operator_of(store, one) for one in forged] == [None] * len(forged)
    assert passes.person_of(store, cookie) == known.person


def test_a_pass_ends_by_itself(store, id):
    cookie = passes.pass_for(store, joined(store, id), at=0)

    assert passes.person_of(store, cookie, at=passes.DAYS * DAY - 1)
    assert passes.person_of(store, cookie, at=passes.DAYS * DAY + 1) is None


def test_a_pass_of_another_server_is_none_here(store, id, monkeypatch):
    cookie = passes.pass_for(store, joined(store, id))

    monkeypatch.setenv(passes.SECRET, "another secret of thirty-two letters and more")

    assert passes.person_of(store, cookie) is None


def test_the_servers_own_token_is_told_once_and_opens_every_workshop(store, id):
    token, again = passes.admin_token(store), passes.admin_token(store)

    cookie = passes.admin_pass(store, token)

    assert again is None
    assert passes.operator_of(store, cookie) == OPERATOR
    assert passes.person_of(store, cookie) is None
    assert passes.admin_pass(store, "another") is None
    assert passes.admin_pass(store, "") is None


def test_a_new_token_of_the_server_ends_the_old_one_and_its_passes(store):
    token = passes.admin_token(store)
    cookie = passes.admin_pass(store, token)

    new = passes.new_admin_token(store)

    assert passes.operator_of(store, cookie) is None
    assert passes.admin_pass(store, token) is None
    assert passes.operator_of(store, passes.admin_pass(store, new)) == OPERATOR


def test_without_a_token_of_the_server_nothing_opens_as_one(store):
    assert passes.admin_pass(store, "") is None
    assert passes.admin_pass(store, "anything") is None


@pytest.mark.skipif(os.name != "posix", reason="rights on files are told so there")
def test_the_secret_lies_beside_the_store_for_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv(passes.SECRET, raising=False)
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        secret = passes.secret_of(store)

        path = Path(f"{tmp_path / 'store.db'}.secret")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.read_bytes() == secret == passes.secret_of(store)
        assert len(secret) == 32
        assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".secret-")] == []


def test_a_store_that_is_no_file_needs_a_secret_of_its_own(url, store, monkeypatch):
    monkeypatch.delenv(passes.SECRET, raising=False)
    if url.startswith("sqlite"):
        assert passes.secret_of(store)
    else:
        with pytest.raises(BadInput, match="CIDESIGN_SECRET: is not set"):
            passes.secret_of(store)


def test_a_short_secret_is_refused(store, monkeypatch):
    monkeypatch.setenv(passes.SECRET, "short")

    with pytest.raises(BadInput, match="fewer than 32 letters"):
        passes.secret_of(store)


def test_a_workshop_that_is_deleted_forgets_its_people(store, id):
    known = joined(store, id)
    cookie = passes.pass_for(store, known)
    people.ask(store, people.open_room(store, id, OPERATOR), "Late")

    store.delete(id)

    with store.asking() as db:
        left = [db.execute(select(table)).all() for table in of_people]
    assert left == [[] for _ in of_people]
    assert passes.person_of(store, cookie) is None
    with pytest.raises(NoSuchWorkshop):
        people.invite(store, id, OPERATOR, name="N", role=Role.MEMBER)


def test_people_never_go_out_with_the_bundle(store, id):
    known = joined(store, id, "A Name That Is Nowhere Else")

    told = b"\n".join(store.exported(id).files.values())

    assert known.person.name.encode() not in told
    assert known.person.id.encode() not in told


def test_a_member_who_scores_stands_in_the_ledger_by_her_letter_alone(store, id):
    who = joined(store, id, "A Name That Is Nowhere Else").person

    store.do(id, ANA, who, nonce="a")

    (past,) = store.past(id, most=1)
    letter = store.read(id).letters["ana"]
    assert past.actor == letter
    exported = store.exported(id).files
    assert b"A Name That Is Nowhere Else" not in exported["ledger.jsonl"]
    assert who.id.encode() not in exported["ledger.jsonl"]


def test_a_pass_of_one_workshop_changes_nothing_in_another(store, id):
    other = store.create(scoring())
    who = joined(store, id, "Facilitator", Role.FACILITATOR, "").person

    with pytest.raises(BadInput, match="no right"):
        store.do(other, CloseRound(accepted=True), who, nonce="a")
    with pytest.raises(BadInput, match="no right"):
        store.do(other, ANA, joined(store, id).person, nonce="b")
    assert store.read(other).revision == 1


def test_who_has_no_right_learns_nothing_from_the_refusal(store, id):
    """A forged act that is wrong in itself too: the right is looked at first."""
    ben = joined(store, id, "Ben", Role.MEMBER, "ben").person

    for act in (ANA, ANA.model_copy(update={"candidate": "nobody", "score": 99})):
        with pytest.raises(BadInput) as refused:
            store.do(id, act, ben, nonce=repr(act))
        assert [one.what for one in refused.value.problems] == ["you have no right to do this"]


@pytest.mark.parametrize("role", [role for role in ROLES if role is not Role.OPERATOR])
def test_who_has_joined_a_workshop_cannot_begin_another(store, role):
    with pytest.raises(BadInput, match="only whoever runs this server"):
        store.create(bundle("Mine"), who=Person("p", role, "P", "", "w"))


def test_a_row_that_names_no_known_person_is_nobody(store, id):
    known = joined(store, id)
    cookie = passes.pass_for(store, known)

    with store.writing() as db:
        db.execute(person.delete())

    assert passes.person_of(store, cookie) is None
