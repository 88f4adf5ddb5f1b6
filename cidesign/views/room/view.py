"""What the page Room shows to whoever leads it: each member of the committee with how far she has
come, who else is here, who waits at the door.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cidesign.acts.progress import OfMember, Progress
from cidesign.domain.person import Person, Presence, Role

MEMBER = "member:"
"""Before the id of a member, where somebody is let in as her."""


@dataclass(frozen=True)
class Row:
    """One member: how far she is, and who has come as her; None: nobody has a link yet."""

    member: OfMember
    person: Person | None = None
    presence: Presence | None = None

    @property
    def is_here(self) -> bool:
        """Whether somebody has joined as her."""
        return self.presence is Presence.JOINED


@dataclass(frozen=True)
class RoomView:
    """The room as its facilitator sees it.

    Args:
        progress: how far the committee is.
        rows: one for each member of the committee.
        others: who is here or invited beside them, with how far each has come.
        waiting: who waits at the door, who came first in front.
    """

    progress: Progress
    rows: tuple[Row, ...]
    others: tuple[tuple[Person, Presence], ...]
    waiting: tuple[Person, ...]

    @property
    def here(self) -> int:
        """How many members have joined."""
        return sum(row.is_here for row in self.rows)

    @property
    def without_a_link(self) -> tuple[Row, ...]:
        """Members for whom no link was made."""
        return tuple(row for row in self.rows if row.person is None)

    @property
    def not_joined(self) -> tuple[Row, ...]:
        """Members whose link nobody has used."""
        return tuple(row for row in self.rows if row.person and not row.is_here)


@dataclass(frozen=True)
class Card:
    """A personal link to hand over: whose it is, what she will be, where it leads. ``of``: her id,
    of which one link holds at a time.
    """

    of: str
    name: str
    role: Role
    link: str


def room_view(
    progress: Progress, members: Sequence[str], people: Sequence[tuple[Person, Presence]]
) -> RoomView:
    """The room now.

    Args:
        progress: as its facilitator may know it.
        members: ids of the committee, in its order.
        people: everybody the workshop knows, with how far each has come.
    """
    known = {one.id: one for one in progress.members}
    came = [(person, at) for person, at in people if at is not Presence.ASKS]
    by_member = {person.member: (person, at) for person, at in came if person.member}
    listed = [id for id in members if id in known]
    rows = tuple(Row(known[id], *by_member.get(id, (None, None))) for id in listed)
    others = tuple((person, at) for person, at in came if person.member not in listed)
    waiting = tuple(person for person, at in people if at is Presence.ASKS)
    return RoomView(progress, rows, others, waiting)


def may_come_as(view: RoomView) -> tuple[str, ...]:
    """As what somebody at the door can be let in: each member nobody has joined as, then the other
    roles.
    """
    free = (f"{MEMBER}{row.member.id}" for row in view.rows if not row.is_here)
    return (*free, Role.OBSERVER.value, Role.SCRIBE.value, Role.FACILITATOR.value)


def probably(view: RoomView, name: str) -> str:
    """As what somebody of this name most likely comes: the one member who is called so, else an
    observer.
    """
    said = name.casefold()
    called = [row.member for row in view.rows if row.member.name.casefold() == said]
    free = may_come_as(view)
    id = f"{MEMBER}{called[0].id}" if len(called) == 1 else ""
    return id if id in free else Role.OBSERVER.value
