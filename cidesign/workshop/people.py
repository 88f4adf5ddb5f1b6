"""Who takes part in a workshop: invited by a link of her own, let in from the door, sent away. None
of it goes out with the bundle.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, or_, select, update

from cidesign.domain.person import OPERATOR, Person, Presence, Role
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import Refusal
from cidesign.text import mark, say
from cidesign.workshop.reading import heads
from cidesign.workshop.store import NoSuchWorkshop, Store
from cidesign.workshop.tables import person, room
from cidesign.workshop.writing import now

JOIN = "/join"
"""Where people come in: the path of the door."""
TOKEN_BYTES = 16
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Of a room's code: none that looks like another."""
CODE_LETTERS = 8
CODE_HOURS = 12
MOST_AT_THE_DOOR = 60
LONGEST_NAME = 120

_NO_RIGHT = Refusal(mark("you have no right to do this"), mark("ask a facilitator"))
_NOBODY = Refusal(
    mark("this link or code leads nowhere (any more)"),
    mark("ask the facilitator for your link, or for the code of the room"),
)
_FULL = Refusal(
    mark("too many people wait to be let in"), mark("ask the facilitator to look at the door")
)
_NO_NAME = Refusal(mark("no name is given"), mark("write the name people know you by"))
_TAKEN = Refusal(
    mark("somebody has joined as this member"), mark("end that person's link first, then try again")
)
_NOT_THERE = Refusal(mark("nobody of this kind is there"), mark("look at the list of people again"))

# Made once, for it is asked at every tap.
_ONE = select(person).where(
    and_(person.c.workshop_id == bindparam("of"), person.c.id == bindparam("who"))
)


@dataclass(frozen=True)
class Known:
    """Somebody a workshop knows, and how far she has come. ``version``: goes on when her passes
    end.
    """

    person: Person
    presence: Presence
    version: int
    came_at: datetime
    joined_at: datetime | None


@dataclass(frozen=True)
class Invitation:
    """Somebody's own link. The token is told once; the store keeps only its fingerprint."""

    person: Person
    token: str


def join_link(base: str, token: str = "") -> str:
    """The address to join at; with a token, the link of whoever it belongs to."""
    return f"{base}{JOIN}{'#' if token else ''}{token}"


def must_facilitate(by: Person, workshop: str) -> None:
    """Only a facilitator of a workshop, or whoever runs the server, leads its people.

    Raises:
        BadInput: who asks is none.
    """
    if not by.facilitates or (by.workshop != workshop and by != OPERATOR):
        raise BadInput([_NO_RIGHT.at(say("People"))])


def must_be_there(db: Connection, workshop: str) -> None:
    """Nobody else changes who is there until we are through.

    Raises:
        NoSuchWorkshop: there is none with this id.
    """
    if heads(db, workshop, locked=True) is None:
        raise NoSuchWorkshop


def invite(
    store: Store, workshop: str, by: Person, *, name: str, role: Role, member: str = ""
) -> Invitation:
    """A new link for somebody. A member's earlier link, as long as nobody has joined by it, leads
    nowhere from now on.

    Args:
        store: where the workshop is.
        workshop: its id.
        by: who invites; a facilitator of it, or whoever runs the server.
        name: as people know her.
        role: what she will be; never operator.
        member: id of the member of the committee she is.

    Raises:
        BadInput: who invites may not, or somebody has joined as this member.
        NoSuchWorkshop: there is none with this id.
    """
    must_facilitate(by, workshop)
    with store.writing() as db:
        must_be_there(db, workshop)
        return _invited(db, workshop, _name(name), role, member)


def invite_members(store: Store, workshop: str, by: Person) -> tuple[Invitation, ...]:
    """A link for each member of the committee whom nobody has joined as yet.

    Raises:
        BadInput: who invites may not.
        NoSuchWorkshop: there is none with this id.
    """
    must_facilitate(by, workshop)
    members = store.read(workshop).bundle.workshop.members
    with store.writing() as db:
        must_be_there(db, workshop)
        joined = {one.person.member for one in _all(db, workshop) if _is_in(one)}
        return tuple(
            _invited(db, workshop, one.label, Role.MEMBER, one.id)
            for one in members
            if one.id not in joined
        )


def redeem(store: Store, token: str) -> Known:
    """Whoever opens a link has joined.

    Raises:
        BadInput: the link leads nowhere.
    """
    hers = person.c.token == _fingerprint(token)  # somebody who was sent away has none
    joined = {
        "presence": Presence.JOINED.value,
        "joined_at": func.coalesce(person.c.joined_at, now()),
    }
    with store.writing() as db:
        db.execute(update(person).where(hers).values(**joined))
        row = db.execute(select(person).where(hers)).one_or_none()
    if row is None:
        raise BadInput([_NOBODY.at(say("Joining"))])
    return _known(row)


def reads_like_a_code(text: str) -> bool:
    """Whether somebody typed the code of a room, and no link."""
    told = _code(text)
    return len(told) == CODE_LETTERS and set(told) <= set(LETTERS)


def ask(store: Store, code: str, name: str) -> Known:
    """Somebody without a link, who has read the code of the room, waits at the door.

    Raises:
        BadInput: no room has this code now, too many wait already, or there is no name.
    """
    found = select(room.c.workshop_id).where(and_(room.c.code == _code(code), room.c.until > now()))
    with store.asking() as db:  # a wrong code keeps nobody who writes waiting
        id = db.execute(found).scalar_one_or_none()
    if id is None:
        raise BadInput([_NOBODY.at(say("Joining"))])
    with store.writing() as db:
        must_be_there(db, id)
        called = _name(name)
        waiting = and_(person.c.workshop_id == id, person.c.presence == Presence.ASKS.value)
        at_the_door = db.execute(select(func.count()).select_from(person).where(waiting))
        if at_the_door.scalar_one() >= MOST_AT_THE_DOOR:
            raise BadInput([_FULL.at(say("Joining"))])
        return _put(db, id, called, Role.OBSERVER, "", None, Presence.ASKS)


def admit(
    store: Store, workshop: str, by: Person, *, id: str, role: Role, member: str = ""
) -> Known:
    """Somebody who waits at the door comes in, as whom the facilitator says.

    Raises:
        BadInput: who lets her in may not, she does not wait, or somebody has joined as this member.
    """
    must_facilitate(by, workshop)
    with store.writing() as db:
        must_be_there(db, workshop)
        found = _one(db, workshop, id)
        if found is None or found.presence is not Presence.ASKS:
            raise BadInput([_NOT_THERE.at(say("People"))])
        _make_room(db, workshop, member)
        _look_at_role(role)
        values = {"presence": Presence.JOINED.value, "joined_at": now()}
        db.execute(
            update(person).where(_is(workshop, id)).values(role=role.value, member=member, **values)
        )
        return _there(db, workshop, id)


def send_away(store: Store, workshop: str, by: Person, *, id: str) -> None:
    """Her link leads nowhere and her passes end, at once.

    Raises:
        BadInput: who sends her away may not, or there is no such person.
    """
    must_facilitate(by, workshop)
    with store.writing() as db:
        must_be_there(db, workshop)
        if _one(db, workshop, id) is None:
            raise BadInput([_NOT_THERE.at(say("People"))])
        _end(db, workshop, id)


def leave(store: Store, who: Person) -> None:
    """She goes of her own accord: passes made until now end everywhere, her link stays."""
    with store.writing() as db:
        db.execute(
            update(person).where(_is(who.workshop, who.id)).values(version=person.c.version + 1)
        )


def renew(store: Store, workshop: str, by: Person, *, id: str) -> Invitation:
    """A new link for somebody who has one: the old one and every pass made by it end at once.

    Raises:
        BadInput: who asks for it may not, or there is no such person.
    """
    must_facilitate(by, workshop)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with store.writing() as db:
        must_be_there(db, workshop)
        found = _one(db, workshop, id)
        if found is None or found.presence not in (Presence.INVITED, Presence.JOINED):
            raise BadInput([_NOT_THERE.at(say("People"))])
        new = {"token": _fingerprint(token), "version": found.version + 1}
        db.execute(update(person).where(_is(workshop, id)).values(**new))
    return Invitation(found.person, token)


def known(store: Store, workshop: str, id: str) -> Known | None:
    """Somebody as the workshop knows her now; None where it does not."""
    with store.asking() as db:
        return _one(db, workshop, id)


def people_of(store: Store, workshop: str, by: Person) -> tuple[Known, ...]:
    """Everybody a workshop knows, who came first in front; those who are gone are left out.

    Raises:
        BadInput: who asks may not see it.
    """
    must_facilitate(by, workshop)
    with store.asking() as db:
        return tuple(one for one in _all(db, workshop) if one.presence is not Presence.GONE)


def at_the_door(store: Store, workshop: str, by: Person) -> tuple[str, ...]:
    """The names of who waits to be let in, who came first in front; cheap to ask.

    Raises:
        BadInput: who asks may not see it.
    """
    must_facilitate(by, workshop)
    with store.asking() as db:
        asked = db.execute(_AT_THE_DOOR, {"of": workshop, "waits": Presence.ASKS.value})
        return tuple(row.name for row in asked)


def open_room(store: Store, workshop: str, by: Person) -> str:
    """The code of the room, which then holds for some hours; a new one each time.

    Raises:
        BadInput: who asks for it may not.
        NoSuchWorkshop: there is none with this id.
    """
    must_facilitate(by, workshop)
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LETTERS))
    until = now() + timedelta(hours=CODE_HOURS)
    with store.writing() as db:
        must_be_there(db, workshop)
        db.execute(delete(room).where(or_(room.c.workshop_id == workshop, room.c.until <= now())))
        db.execute(insert(room).values(workshop_id=workshop, code=code, until=until))
    return code


def shut_room(store: Store, workshop: str, by: Person) -> None:
    """Nobody comes by the code any more.

    Raises:
        BadInput: who asks for it may not.
    """
    must_facilitate(by, workshop)
    with store.writing() as db:
        db.execute(delete(room).where(room.c.workshop_id == workshop))


def code_of(store: Store, workshop: str, by: Person) -> str:
    """The code of the room that holds now; empty where there is none.

    Raises:
        BadInput: who asks may not see it.
    """
    must_facilitate(by, workshop)
    held = and_(room.c.workshop_id == workshop, room.c.until > now())
    with store.asking() as db:
        return db.execute(select(room.c.code).where(held)).scalar_one_or_none() or ""


def _look_at_role(role: Role) -> None:
    if role is Role.OPERATOR:
        raise BadInput([_NO_RIGHT.at(say("People"))])


def _name(name: str) -> str:
    told = " ".join("".join(one if one.isprintable() else " " for one in name).split())
    if not told:
        raise BadInput([_NO_NAME.at(say("Your name"))])
    return told[:LONGEST_NAME]


def _code(code: str) -> str:
    return "".join(code.upper().replace("-", "").split())


def _fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _invited(db: Connection, id: str, name: str, role: Role, member: str) -> Invitation:
    _look_at_role(role)
    _make_room(db, id, member)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    one = _put(db, id, name, role, member, _fingerprint(token), Presence.INVITED)
    return Invitation(one.person, token)


def _make_room(db: Connection, id: str, member: str) -> None:
    """Nobody else is this member: links nobody has used yet end.

    Raises:
        BadInput: somebody has joined by hers.
    """
    if not member:
        return
    same = [one for one in _all(db, id) if one.person.member == member]
    if any(_is_in(one) for one in same):
        raise BadInput([_TAKEN.at(say("People"))])
    for one in same:
        _end(db, id, one.person.id)


def _is_in(one: Known) -> bool:
    return one.presence is Presence.JOINED


def _end(db: Connection, workshop: str, id: str) -> None:
    gone = {"presence": Presence.GONE.value, "token": None}
    db.execute(update(person).where(_is(workshop, id)).values(version=person.c.version + 1, **gone))


def _put(
    db: Connection,
    workshop: str,
    name: str,
    role: Role,
    member: str,
    token: str | None,
    presence: Presence,
) -> Known:
    id = secrets.token_hex(12)
    db.execute(
        insert(person).values(
            workshop_id=workshop,
            id=id,
            name=name,
            role=role.value,
            member=member,
            token=token,
            version=1,
            presence=presence.value,
            came_at=now(),
        )
    )
    return _there(db, workshop, id)


def _is(workshop: str, id: str) -> Any:
    return and_(person.c.workshop_id == workshop, person.c.id == id)


def _all(db: Connection, id: str) -> Sequence[Known]:
    asked = select(person).where(person.c.workshop_id == id)
    return [_known(row) for row in db.execute(asked.order_by(person.c.came_at, person.c.id))]


def _one(db: Connection, workshop: str, id: str) -> Known | None:
    row = db.execute(_ONE, {"of": workshop, "who": id}).one_or_none()
    return None if row is None else _known(row)


def _there(db: Connection, workshop: str, id: str) -> Known:
    return _known(db.execute(select(person).where(_is(workshop, id))).one())


def _known(row: Any) -> Known:
    one = Person(row.id, Role(row.role), row.name, row.member, row.workshop_id)
    return Known(one, Presence(row.presence), row.version, row.came_at, row.joined_at)


_AT_THE_DOOR = (
    select(person.c.name)
    .where(person.c.workshop_id == bindparam("of"), person.c.presence == bindparam("waits"))
    .order_by(person.c.came_at, person.c.id)
)
