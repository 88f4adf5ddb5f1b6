"""Why a measure of agreement cannot be told of a panel, or rests on little, as values;
``views/compare/untold_words.py`` puts each in words.
"""

from dataclasses import dataclass

from cidesign.domain.reason import Reason


@dataclass(frozen=True)
class NothingToScore(Reason):
    """Every criterion is calculated."""


@dataclass(frozen=True)
class NoScoreCounts(Reason):
    """Nobody's scores count yet."""


@dataclass(frozen=True)
class ScoredTogether(Reason):
    """The panel gave its scores together."""


@dataclass(frozen=True)
class OneRater(Reason):
    """Only this rater's scores count."""

    rater: str


@dataclass(frozen=True)
class NoWeightOnScores(Reason):
    """Every criterion that raters score has a weight of 0."""


@dataclass(frozen=True)
class NoPointsShared(Reason):
    """No two raters scored one candidate on every criterion."""


@dataclass(frozen=True)
class PointsAllEqual(Reason):
    """All points that could be compared are equal."""


@dataclass(frozen=True)
class OneCandidateShared(Reason):
    """Two raters scored only this one candidate completely."""

    candidate: str


@dataclass(frozen=True)
class NoRangeOfAlpha(Reason):
    """Only so many candidates were scored completely by two raters."""

    candidates: int


@dataclass(frozen=True)
class ScoresAllEqual(Reason):
    """On these criteria all scores that could be compared are equal."""

    criteria: tuple[str, ...]


@dataclass(frozen=True)
class NoScoresShared(Reason):
    """On these criteria no candidate has the scores of two raters."""

    criteria: tuple[str, ...]


@dataclass(frozen=True)
class FewComplete(Reason):
    """Every rater scored only so many candidates completely."""

    candidates: int


@dataclass(frozen=True)
class NoOrderOfPoints(Reason):
    """Every rater gives all candidates the same points."""


@dataclass(frozen=True)
class IccDividesByZero(Reason):
    """These forms of ICC have no value here."""

    forms: tuple[str, ...]


@dataclass(frozen=True)
class NobodyComplete(Reason):
    """Nobody scored a candidate on every criterion."""


@dataclass(frozen=True)
class RatersNotLinked(Reason):
    """No rater links these groups of candidates."""

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SheetsIncomplete(Reason):
    """These raters scored no candidate completely."""

    raters: tuple[str, ...]


@dataclass(frozen=True)
class NotAdjustedUnscored(Reason):
    """These candidates nobody scored completely."""

    candidates: tuple[str, ...]


@dataclass(frozen=True)
class NotAdjustedNoFigure(Reason):
    """These candidates lack a calculated figure."""

    candidates: tuple[str, ...]
