"""Why a result is as it is, and what a reader must know beside it, as values with their figures;
``views/compare/reasons.py`` puts each in words, in the reader's language.
"""

from dataclasses import dataclass
from fractions import Fraction

Cell = tuple[str, str]
"""A candidate's id and a criterion's."""


@dataclass(frozen=True)
class Reason:
    """One thing to know; ids of raters, candidates and criteria, never their names."""


@dataclass(frozen=True)
class NoScores(Reason):
    """Nobody has scored."""


@dataclass(frozen=True)
class NobodyScoredInRound(Reason):
    """Every score that counts is from an earlier round."""

    round: int


@dataclass(frozen=True)
class OnlyConsensusCounts(Reason):
    """So many scores of single raters are ignored, because the sheet takes the panel's own."""

    ignored: int
    panel: str


@dataclass(frozen=True)
class SteppedAside(Reason):
    """A rater stepped aside for a candidate, so that so many scores of hers do not count."""

    rater: str
    candidate: str
    scores: int


@dataclass(frozen=True)
class StrangerStepsAside(Reason):
    """Somebody stands in the recusals who gave no score at all."""

    rater: str


@dataclass(frozen=True)
class SilentAfterSteppingAside(Reason):
    """A member stepped aside for a candidate and has scored nobody yet."""

    rater: str


@dataclass(frozen=True)
class ScoresMissing(Reason):
    """A rater left these cells blank."""

    rater: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class UnequalPanels(Reason):
    """Candidates whom not every rater scored, each with those who did not."""

    without: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class QuorumOfConsensus(Reason):
    """The sheet takes one agreed score and asks for so many raters."""

    quorum: int


@dataclass(frozen=True)
class TooFewToTrim(Reason):
    """In these cells nothing could be dropped."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class LoneSeat(Reason):
    """Seats count equally, and one member of a seat counts as much as so many of another."""

    members: int


@dataclass(frozen=True)
class NoRank(Reason):
    """A candidate has no rank, and why."""

    candidate: str
    because: tuple[Reason, ...]


@dataclass(frozen=True)
class LotNotDrawn(Reason):
    """These are tied, and the lot the sheet asks for was not drawn."""

    candidates: tuple[str, ...]


@dataclass(frozen=True)
class NothingToHold(Reason):
    """Nobody has a rank, so there is no order that could hold."""


@dataclass(frozen=True)
class BrokenSeal(Reason):
    """The rule sheet was changed after it was sealed.

    Args:
        named: the fingerprint its seal names, as printed; empty where it names none.
        now: the one it bears.
    """

    named: str
    now: str


@dataclass(frozen=True)
class NotEligible(Reason):
    """No rank: may not be chosen."""


@dataclass(frozen=True)
class BelowQuorum(Reason):
    """No rank: fewer raters scored than the sheet asks for."""

    raters: int
    quorum: int


@dataclass(frozen=True)
class NoFigure(Reason):
    """No rank: a calculated criterion has no figure."""

    criterion: str


@dataclass(frozen=True)
class NobodyScored(Reason):
    """No rank: nobody scored a criterion."""

    criterion: str


@dataclass(frozen=True)
class BelowPassMark(Reason):
    """No rank: the panel's value on a criterion is worse than its pass mark."""

    criterion: str
    value: Fraction
    mark: Fraction


@dataclass(frozen=True)
class WorseThanPassMark(Reason):
    """Likewise, where the value is not for this reader."""

    criterion: str
    mark: Fraction
