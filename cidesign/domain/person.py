"""Who acts: a person in a role. Until people can join, everybody at the machine is its operator."""

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


@dataclass(frozen=True)
class Person:
    """Somebody in a role; ``id`` stands in the ledger, ``name`` is empty where nobody gave it."""

    id: str
    role: Role
    name: str = ""


OPERATOR = Person("operator", Role.OPERATOR)
