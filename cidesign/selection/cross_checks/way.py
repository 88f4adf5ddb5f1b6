"""What another way to add up gets to see, and what it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from cidesign.domain.agreement import RaterSheets
from cidesign.domain.panel import Standing
from cidesign.domain.reason import Reason
from cidesign.domain.rules import RuleSheet
from cidesign.selection.cross_checks.ballots import Ballot, Duels, duels


@dataclass(frozen=True)
class Asked:
    """One panel and the sheet's own result.

    Args:
        standings: of the candidates with a rank, in rank order.
        ballots: of the raters who scored at least two of them completely.
    """

    rules: RuleSheet
    sheets: RaterSheets
    standings: tuple[Standing, ...]
    ballots: tuple[Ballot, ...]

    @property
    def candidates(self) -> tuple[str, ...]:
        """Ids in rank order."""
        return tuple(one.candidate for one in self.standings)

    @property
    def leaders(self) -> tuple[str, ...]:
        """Whom the sheet puts first, sorted by id."""
        return tuple(sorted(one.candidate for one in self.standings if one.rank == 1))

    @cached_property
    def duels(self) -> Duels:
        """Everybody against everybody on the raters' own orders."""
        return duels(self.ballots, self.candidates)


@dataclass(frozen=True)
class Found:
    """Who comes first, with what figures; ``why`` only where nobody does."""

    first: tuple[str, ...]
    figures: Mapping[str, Fraction | None]
    why: Reason | None = None


def pair(asked: Asked, found: Found) -> tuple[str, str]:
    """The sheet's leader, and the one that another way puts in its place or beside it."""
    rival = next(
        (id for id in asked.candidates if id in found.first and id not in asked.leaders),
        found.first[0],
    )
    leader = next(
        (id for id in asked.candidates if id in asked.leaders and id not in found.first),
        asked.leaders[0],
    )
    return leader, rival


@dataclass(frozen=True)
class Way:
    """Another way to add up.

    Args:
        id: the word in a cross-check.
        label: what people read.
        unit: what its figures are: ``points``, ``beaten`` (a share), ``duels``, ``places`` or
            ``closeness`` (0 to 1).
        find: from the panel to who comes first.
        why: why it names others than the sheet.
        headline: whether it is one of those told first.
        raters: whether it needs at least two raters' own scores.
        instead_of: the sheet's aggregation which it would repeat; empty where it repeats none.
    """

    id: str
    label: str
    unit: str
    find: Callable[[Asked], Found]
    why: Callable[[Asked, Found], Reason]
    headline: bool = False
    raters: bool = True
    instead_of: str = ""

    @property
    def orders(self) -> bool:
        """Whether it works on the raters' own orders."""
        return self.raters and self.unit != "points"
