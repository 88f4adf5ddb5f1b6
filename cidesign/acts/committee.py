"""The steering committee: who sits on it for whom, and who has left something on record."""

from collections.abc import Iterator, Set

from cidesign.domain.apart import as_seen
from cidesign.domain.panel import Recusal
from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
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


def silent_members(bundle: Bundle, members: Set[str] | None = None) -> Set[str]:
    """Members (None: those of the workshop) who stepped aside for somebody and have scored nobody
    yet.
    """
    known = {member.id for member in bundle.workshop.members} if members is None else members
    return ({one.rater for one in bundle.recusals} & known) - {
        score.rater for score in bundle.scores
    }


def counting_recusals(bundle: Bundle, members: Set[str] | None = None) -> tuple[Recusal, ...]:
    """The recusals of those who have scored somebody, or whom nobody knows."""
    silent = silent_members(bundle, members)
    return tuple(one for one in bundle.recusals if one.rater not in silent)


def place_of(record: Bundle, id: str) -> int:
    """At which place a member stands.

    Raises:
        ValueError: nobody has this id; ``against_stranger`` says so before.
    """
    return [member.id for member in record.workshop.members].index(id)


def against_stranger(record: Bundle, id: str) -> Iterator[Problem]:
    """Why nothing can be done about a member who is not there."""
    if id not in {member.id for member in record.workshop.members}:
        what = say("nobody on the committee has this id")
        yield Problem(id, what, say("reload the page and try again"))


def against_namesake(record: Bundle, name: str, seat: str, id: str = "") -> Iterator[Problem]:
    """Why nobody else may be written by this name on the same seat: nobody could tell the two
    apart. ``id``: of the member it is about, where she sits there already.
    """
    for other in record.workshop.members:
        if other.id == id or (as_seen(other.called), as_seen(other.seat)) != (
            as_seen(name),
            as_seen(seat),
        ):
            continue
        what = say("{name} is on the committee already", name=other.called)
        remedy = say("write what tells the two apart, such as a second name or another seat")
        yield Problem(say("Name of the member"), what, remedy)
        return


def who_left_something(record: Bundle) -> set[str]:
    """The ids that scores, conflicts and weights name."""
    return (
        {score.rater for score in record.scores}
        | {one.rater for one in record.recusals}
        | {one.member for one in record.weights}
    )
