"""Who acts: a person in a role. Alone, everybody at the machine is its operator; in a shared
workshop a person has joined it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a workshop."""

    OPERATOR = "operator"
    FACILITATOR = "facilitator"
    MEMBER = "member"
    OBSERVER = "observer"
    SCRIBE = "scribe"


ROLES: tuple[Role, ...] = tuple(Role)


class Presence(StrEnum):
    """How far somebody has come: she has a link, she has joined, she waits at the door, she may
    not come in any more.
    """

    INVITED = "invited"
    JOINED = "joined"
    ASKS = "asks"
    GONE = "gone"


@dataclass(frozen=True)
class Person:
    """Somebody in a role.

    Args:
        id: stands in the ledger where there is no name.
        role: what she may do and see.
        name: empty where nobody gave it.
        member: id of the member of the committee she is; empty where she is none, or is known by
            her own id.
        workshop: id of the one she has joined; empty: she is bound to none.
    """

    id: str
    role: Role
    name: str = ""
    member: str = ""
    workshop: str = ""

    @property
    def rater(self) -> str:
        """Under which id she scores, declares and weighs."""
        return self.member or self.id

    @property
    def facilitates(self) -> bool:
        """Whether she lets people in and leads the selection."""
        return self.role in (Role.OPERATOR, Role.FACILITATOR)


OPERATOR = Person("operator", Role.OPERATOR)
