"""How far a panel agrees: what each rater said, the measures of agreement, who scores higher than
the others, what to talk about.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cidesign.domain.reason import Cell, Reason

FEWEST_IN_A_GROUP = 4
"""No view of a group shows fewer people than this."""
FEWEST_FOR_DOTS = 5
"""Scores of a cell from which on they are shown one by one; fewer could be traced to people."""
LEVELS = 4
"""Steps of a scale from 1 to 5: a spread of scores from 0 to 1 times this is a spread in its
levels.
"""


@dataclass(frozen=True)
class RaterSheets:
    """The counted scores of a panel as of one round, without recused raters; a missing score is
    absent.

    Args:
        raters: ids with at least one counted score, sorted.
        candidates: ids, sorted, those nobody scored too.
        criteria: ids of the rated criteria, in the order of the rule sheet.
        weights: by rated criterion, the rule sheet's weight as it stands there.
        scores: by cell, each rater's score as given, on the criterion's scale.
        shares: by cell, the same from 0 (worst) to 1 (best).
        calculated: by candidate, the points of its calculated criteria together; None where a
            figure is missing.
        round: as of which round.
        seats: by rater, her seat on the committee, where it is known.
        warnings: which scores did not count and why.
    """

    raters: tuple[str, ...]
    candidates: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: Mapping[str, Fraction]
    scores: Mapping[Cell, Mapping[str, Fraction]]
    shares: Mapping[Cell, Mapping[str, Fraction]]
    calculated: Mapping[str, Fraction | None]
    round: int = 1
    seats: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[Reason, ...] = ()

    def points(self, rater: str, candidate: str) -> Fraction | None:
        """A rater's own points for a candidate over the rated criteria, unrounded; None where she
        left one blank.
        """
        shares = [
            self.shares.get((candidate, criterion), {}).get(rater) for criterion in self.criteria
        ]
        if not shares or any(share is None for share in shares):
            return None
        return sum(
            (
                self.weights[criterion] * share
                for criterion, share in zip(self.criteria, shares)
                if share is not None
            ),
            Fraction(0),
        )


@dataclass(frozen=True)
class Leniency:
    """Who scores higher than the panel, and the candidates' points without that.

    Args:
        leniency: points by rater, positive where she scores higher than the panel; they add to 0.
        adjusted: points by candidate, those of its calculated criteria included; None where one of
            them is missing.
    """

    leniency: Mapping[str, float]
    adjusted: Mapping[str, float | None]


@dataclass(frozen=True)
class AgendaCell:
    """A cell to talk about.

    Args:
        spread: standard deviation (n - 1) of the scores from 0 (worst) to 1 (best).
        consensus: 1 where all say the same, 0 where half stand at each end (Tastle & Wierman 2007).
        scores: as given, in order of size, without names.
    """

    candidate: str
    criterion: str
    spread: float
    consensus: float
    scores: tuple[Fraction, ...]


@dataclass(frozen=True)
class Agreement:
    """What the contract's command ``agreement`` answers; None where a measure cannot be computed,
    with a warning that says why.

    Args:
        alpha: Krippendorff's, interval level, over each rater's own points of a candidate;
            alpha_interval: 95%.
        by_criterion: alpha of the scores from 0 (worst) to 1 (best).
        icc: by form, "1,1" to "3,k".
        kendall_w: corrected for ties.
        complete: ids of the candidates that every counted rater scored completely: ICC and W stand
            on these.
        leniency: shrunk (ridge 1); unshrunk: ridge 0. None where raters and candidates are not
            connected.
        agenda: cells with at least two scores, largest spread first.
        warnings: what could not be told, and which scores did not count, each once.
    """

    alpha: float | None
    alpha_interval: tuple[float, float] | None
    by_criterion: Mapping[str, float | None]
    icc: Mapping[str, float | None]
    kendall_w: float | None
    complete: tuple[str, ...]
    leniency: Leniency | None
    unshrunk: Leniency | None
    agenda: tuple[AgendaCell, ...]
    warnings: tuple[Reason, ...] = ()
