"""Whether a ranking would hold: other weights, other raters, one thing left out, another way to add
up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from cidesign.domain.reason import Reason


@dataclass(frozen=True)
class DecisionMatrix:
    """The candidates with a rank and what the panel says of each, ready to be weighed anew.

    Args:
        candidates: ids in rank order, equals by id; the first one is "the leader".
        criteria: ids of all criteria, in the order of the rule sheet.
        values: candidates x criteria, the panel's value (rounded where the sheet rounds cells) from
            0 (worst) to 1 (best).
        weights: shares by criterion; they add to 1.
    """

    candidates: tuple[str, ...]
    criteria: tuple[str, ...]
    values: tuple[tuple[Fraction, ...], ...]
    weights: tuple[Fraction, ...]


@dataclass(frozen=True)
class Acceptability:
    """How often each candidate takes each place, and wins, over many samples of weights, of raters,
    or of both.

    Args:
        candidates: ids, in the order of the decision matrix; criteria likewise.
        ranks: candidates x places; the share of samples in which a candidate takes a place, ties
            shared equally.
        central: by candidate, the mean weights (shares by criterion) of the samples it wins, a
            shared win counted in part; None where it never comes first.
        pairwise: candidates x candidates; the share of samples in which the row is ahead of the
            column, ties half; 0.5 in the diagonal.
        samples: how many.
        varied: "weights", "raters" or "both".
        within: "anything" (uniform over all weights), "members" (uniform within the members' own
            ranges), "order" (any weights in the rule sheet's order of criteria) or "sheet" (the
            sheet's own weights, when only raters vary).
    """

    candidates: tuple[str, ...]
    criteria: tuple[str, ...]
    ranks: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...]
    pairwise: tuple[tuple[float, ...], ...]
    samples: int
    varied: str = "weights"
    within: str = "anything"

    @property
    def error(self) -> float:
        """Half the width of a 95% interval of a share of one half: 0.98 / sqrt(samples)."""
        return 0.98 / sqrt(self.samples)

    def first(self, candidate: str) -> float:
        """The share of samples in which a candidate comes first."""
        return self.ranks[self.candidates.index(candidate)][0]


@dataclass(frozen=True)
class Flip:
    """The smallest change of weights with which a rival comes first or ties for it.

    Args:
        l1_change: sum of |new - old| in shares, 0 to 2.
        weights: the new shares by criterion; of several equally small changes the one with the
            least sum of squares.
    """

    rival: str
    l1_change: float
    weights: Mapping[str, float]


@dataclass(frozen=True)
class ExactCard:
    """What linear programs and exact sums say of a ranking, without any sampling.

    Args:
        stability: by criterion, the closed range of its share (the others rescaled) in which the
            leader is first or tied; None where the others' weights are all 0, or where no share
            will do.
        flips: one for each rival that can come first, smallest change first, then by id.
        potentially_optimal: ids that are first or tied for some weights, in the order of the
            matrix.
        dominated: ids to which another is at least equal on every criterion and better on one, in
            the order of the matrix.
    """

    leader: str
    stability: Mapping[str, tuple[Fraction, Fraction] | None]
    flips: tuple[Flip, ...]
    potentially_optimal: tuple[str, ...]
    dominated: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """Who comes first when one rater, one criterion or one candidate is left out: by its id, the
    first-placed ids.
    """

    raters: Mapping[str, tuple[str, ...]]
    criteria: Mapping[str, tuple[str, ...]]
    candidates: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Rise:
    """The smallest rise of the panel's value in one cell with which a rival comes first or ties for
    it.

    Args:
        now: the panel's value as it is, on the criterion's scale; needed: as it would have to be.
        share: the rise as a part of the whole scale, above 0 to 1 (0 for a rival that ties
            already).
    """

    rival: str
    criterion: str
    now: Fraction
    needed: Fraction
    share: Fraction


@dataclass(frozen=True)
class CrossCheck:
    """Who would come first by another way to add up; never the result.

    Args:
        method: id in the registry, such as "median" or "borda".
        first: ids, several where they tie; empty where the method names nobody (``why`` says it).
        figures: by candidate, what the method gives (points, Borda points, wins …); None where it
            has none.
        why: why nobody comes first, or why this method sees it differently; None where there is
            nothing to add.
    """

    method: str
    first: tuple[str, ...]
    figures: Mapping[str, Fraction | None]
    why: Reason | None = None


@dataclass(frozen=True)
class Condition:
    """A bound on the weight of one criterion, in shares: at least ``low`` and at most ``high``;
    None: no bound.
    """

    criterion: str
    low: float | None
    high: float | None


@dataclass(frozen=True)
class WinningRule:
    """When a candidate comes first: a box of weights.

    Args:
        conditions: all of them hold in the box; empty: always.
        density: share of the held-out samples inside the box in which the candidate comes first.
        coverage: share of the held-out samples it wins that lie inside the box.
        samples: how many held-out samples lie inside the box.
    """

    candidate: str
    conditions: tuple[Condition, ...]
    density: float
    coverage: float
    samples: int
