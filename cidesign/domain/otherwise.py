"""Why another way to add up names others than the sheet, or nobody, as values with their figures;
``views/compare/otherwise_words.py`` puts each in words.
"""

from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.reason import Reason


@dataclass(frozen=True)
class OneScoreTogether(Reason):
    """The panel gave one score together."""


@dataclass(frozen=True)
class NoRaterScored(Reason):
    """There is nothing to add up."""


@dataclass(frozen=True)
class OneRaterScored(Reason):
    """There is nothing to add up another way."""


@dataclass(frozen=True)
class NoOrders(Reason):
    """Fewer than two raters scored two candidates completely."""


@dataclass(frozen=True)
class OrdersOnly(Reason):
    """Orders count, not points; of so few raters nothing is counted aloud."""


@dataclass(frozen=True)
class FirstPlacesOnly(Reason):
    """First places count; of so few raters nothing is counted aloud."""


@dataclass(frozen=True)
class FewestDropOut(Reason):
    """The fewest first places drop out; of so few raters nothing is counted aloud."""


@dataclass(frozen=True)
class Pair:
    """The sheet's leader, and the rival another way puts in its place or beside it: ids."""

    rival: str
    leader: str


@dataclass(frozen=True)
class MajorityAhead(Pair, Reason):
    """So many of so many raters put the rival ahead, so many behind."""

    ahead: int
    behind: int
    raters: int


@dataclass(frozen=True)
class MajorityByLittle(MajorityAhead):
    """Likewise, by few points in the mean, and behind by many."""

    little: Fraction
    much: Fraction


@dataclass(frozen=True)
class LevelOrAhead(Pair, Reason):
    """With other values of the panel; of so few raters no figures are told."""


@dataclass(frozen=True)
class Compared(Pair):
    """What each of the two has by this way: ``more`` the rival, ``less`` the leader."""

    more: Fraction
    less: Fraction


@dataclass(frozen=True)
class SharesBeaten(Compared, Reason):
    """Shares of the others each beats on the raters' own orders."""


@dataclass(frozen=True)
class FirstPlaces(Compared, Reason):
    """First places on the orders of so many raters."""

    raters: int


@dataclass(frozen=True)
class DropsOut(Compared, Reason):
    """The leader drops out in this count."""

    turn: int


@dataclass(frozen=True)
class LastCount(Compared, Reason):
    """First places when last counted."""


@dataclass(frozen=True)
class Closeness(Compared, Reason):
    """From 0 (worst values found) to 1 (best)."""


@dataclass(frozen=True)
class OtherPoints(Compared, Reason):
    """Points by other values of the panel."""


@dataclass(frozen=True)
class MovedMost(OtherPoints):
    """Likewise, and the cell that moves most of them: a candidate and a criterion."""

    candidate: str
    criterion: str


@dataclass(frozen=True)
class MovedFromTo(MovedMost):
    """Likewise, with the panel's value there before and after."""

    before: Fraction
    after: Fraction


@dataclass(frozen=True)
class Circle(Reason):
    """The majorities go in a circle: each beats the next, the last the first."""

    candidates: tuple[str, ...]


@dataclass(frozen=True)
class NeverCompared(Reason):
    """No rater scored both completely."""

    one: str
    other: str


@dataclass(frozen=True)
class NobodyUnbeaten(Reason):
    """Nobody is level with or ahead of every other one."""
