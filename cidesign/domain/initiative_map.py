"""The map of an initiative: who sits where, and who supports whom; from the committee at the top to
the community.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A box of the map: its name, what the record says about it, and whether something important is
    still open there.
    """

    id: str
    label: str
    lines: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Tie:
    """What runs between a place and the next one below: downwards, and upwards."""

    down: str
    up: str


@dataclass(frozen=True)
class InitiativeMap:
    """Places from top to bottom and a tie between each and the next; ``middle`` is the id of the
    backbone's place.
    """

    places: tuple[Place, ...]
    ties: tuple[Tie, ...]
    middle: str
