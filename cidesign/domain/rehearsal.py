"""A rehearsal: a committee reads candidates that do not exist, to see how far apart it reads the
same level, before it scores real ones. Nothing of it counts.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product


@dataclass(frozen=True)
class Rehearsal:
    """What everybody may know of one.

    Args:
        key: by which it is told from any other, such as one that was deleted.
        candidates: ids of those that do not exist.
        criteria: ids of those of the rule sheet that are read, in order.
        is_over: whether it was ended, and all see how far apart they read.
    """

    key: str
    candidates: tuple[str, ...]
    criteria: tuple[str, ...]
    is_over: bool = False

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """What each member reads: every candidate on every criterion."""
        return tuple(product(self.candidates, self.criteria))


@dataclass(frozen=True)
class Reading:
    """How a committee read one criterion of one candidate, without a word on who read it how.

    Args:
        candidate, criterion: ids.
        people: how many gave a level.
        alike: whether all of them gave the same one.
        scores: the levels, smallest first; none of so few that they would tell of one.
    """

    candidate: str
    criterion: str
    people: int
    alike: bool
    scores: tuple[Fraction, ...]
