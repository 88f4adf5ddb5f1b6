"""The steering committee: who sits on it for whom, and how somebody joins, changes seat or
leaves.
"""

from cidesign.domain.naming import id_from
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import Seats
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say

FILE = "workshop.yaml"
LONGEST_NAME = 120


def seats_of(bundle: Bundle) -> dict[str, str]:
    """Seat by member; members without one are left out, and a seat written in other capitals is the
    same seat.
    """
    first: dict[str, str] = {}
    written = {member.id: " ".join(member.seat.split()) for member in bundle.workshop.members}
    return {id: first.setdefault(seat.casefold(), seat) for id, seat in written.items() if seat}


def with_member(bundle: Bundle, name: str, seat: str) -> Bundle:
    """The bundle with one more member at the end.

    Raises:
        BadInput: there is no name, or it is too long.
    """
    said = " ".join(name.split())
    if not said:
        raise BadInput(
            [
                Problem(
                    say("Name of the member"),
                    say("there is none yet"),
                    say("write who it is, such as Ana Reyes"),
                )
            ]
        )
    if len(said) > LONGEST_NAME:
        raise BadInput(
            [
                Problem(
                    say("Name of the member"),
                    say("it is too long"),
                    say("write at most {most} letters", most=LONGEST_NAME),
                )
            ]
        )
    taken = _who_left_something(bundle) | {member.id for member in bundle.workshop.members}
    member = {
        "id": id_from(said, taken, otherwise="member"),
        "name": said,
        "seat": " ".join(seat.split()),
    }
    return changed(
        bundle,
        FILE,
        {
            ("members", len(bundle.workshop.members)): {
                key: value for key, value in member.items() if value
            }
        },
    )


def with_member_as(bundle: Bundle, id: str, key: str, value: str) -> Bundle:
    """The bundle in which a member has another name or seat; ``key`` is ``name`` or ``seat``.

    Raises:
        BadInput: a name is taken away, nobody has this id, or a seat that a sealed rule sheet
            counts would change.
    """
    said = " ".join(value.split())
    if key == "name" and not said:
        raise BadInput(
            [
                Problem(
                    say("Name of the member"),
                    say("it was taken away"),
                    say("write a name, or remove the member"),
                )
            ]
        )
    place = _place(bundle, id)
    counted = (
        bundle.rules is not None and bool(bundle.rules.seal) and bundle.rules.seats is Seats.EQUAL
    )
    if (
        key == "seat"
        and counted
        and seats_of(bundle).get(id, "").casefold() not in ("", said.casefold())
    ):
        name = bundle.workshop.members[place].name or id
        what = say(
            "the sealed rules count every seat equally, so another seat would change the result"
        )
        raise BadInput([Problem(name, what, say("open a new version of the rules first"))])
    return changed(bundle, FILE, {("members", place, key): said or None})


def without_member(bundle: Bundle, id: str) -> Bundle:
    """The bundle without a member.

    Raises:
        BadInput: the member has left scores, weights or recusals; those stay, and so does the
            member.
    """
    place = _place(bundle, id)
    if id in _who_left_something(bundle):
        name = bundle.workshop.members[place].name or id
        raise BadInput(
            [
                Problem(
                    name,
                    say("this member has left scores, weights or conflicts"),
                    say("keep the name; a record is never taken out"),
                )
            ]
        )
    return changed(bundle, FILE, {("members", place): None})


def _place(bundle: Bundle, id: str) -> int:
    for place, member in enumerate(bundle.workshop.members):
        if member.id == id:
            return place
    raise BadInput(
        [
            Problem(
                id, say("nobody on the committee has this id"), say("reload the page and try again")
            )
        ]
    )


def _who_left_something(bundle: Bundle) -> set[str]:
    return (
        {score.rater for score in bundle.scores}
        | {one.rater for one in bundle.recusals}
        | {one.member for one in bundle.weights}
    )
