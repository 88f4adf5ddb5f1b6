"""Other ways to add up what a panel said, beside the sealed one: a cross-check, never the result.
One way per file.
"""

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, RaterSheets
from cidesign.domain.otherwise import NoOrders, NoRaterScored, OneRaterScored, OneScoreTogether
from cidesign.domain.panel import Ranking
from cidesign.domain.reason import Reason
from cidesign.domain.robustness import CrossCheck
from cidesign.domain.rules import Aggregation, RuleSheet
from cidesign.selection.cross_checks.ballots import ballots_of
from cidesign.selection.cross_checks.borda import BORDA
from cidesign.selection.cross_checks.mean import MEAN
from cidesign.selection.cross_checks.median import MEDIAN
from cidesign.selection.cross_checks.pairwise import PAIRWISE
from cidesign.selection.cross_checks.plurality import PLURALITY
from cidesign.selection.cross_checks.runoff import RUNOFF
from cidesign.selection.cross_checks.topsis import TOPSIS
from cidesign.selection.cross_checks.trimmed import TRIMMED
from cidesign.selection.cross_checks.way import Asked, Found, Way

WAYS: tuple[Way, ...] = (MEAN, MEDIAN, TRIMMED, BORDA, PAIRWISE, PLURALITY, RUNOFF, TOPSIS)
"""In the order people see them. Of mean, median and trimmed mean the one that the sheet itself
takes is left out.
"""

FEWEST = 2
"""Candidates to compare, and raters to have more than one score."""

__all__ = ["WAYS", "Way", "cross_checks"]


def cross_checks(
    rules: RuleSheet,
    sheets: RaterSheets,
    ranking: Ranking,
) -> tuple[CrossCheck, ...]:
    """Who would come first by each other way, among the candidates with a rank; nothing with fewer
    than two of them.

    Of fewer than four raters' own orders only who comes first is told and no figure, because it
    would count single people.

    Args:
        sheets: of the round the ranking is of.
    """
    ranked = tuple(
        sorted(
            (one for one in ranking.standings if one.rank is not None),
            key=lambda one: (one.rank or 0, one.candidate),
        ),
    )
    if len(ranked) < FEWEST:
        return ()
    ballots = ballots_of(sheets, [one.candidate for one in ranked])
    asked = Asked(rules, sheets, ranked, ballots)
    return tuple(_checked(way, asked) for way in WAYS if way.instead_of != rules.aggregation)


def _checked(way: Way, asked: Asked) -> CrossCheck:
    found = (
        Found((), dict.fromkeys(asked.candidates), why)
        if (why := _cannot(way, asked))
        else way.find(asked)
    )
    why = found.why
    if why is None and found.first and set(found.first) != set(asked.leaders):
        why = way.why(asked, found)
    few = way.orders and len(asked.ballots) < FEWEST_IN_A_GROUP
    return CrossCheck(
        way.id, found.first, dict.fromkeys(found.figures) if few else found.figures, why
    )


def _cannot(way: Way, asked: Asked) -> Reason | None:
    """Why a way has nothing to work on; None where it has."""
    if not way.raters:
        return None
    if asked.rules.aggregation is Aggregation.CONSENSUS:
        return OneScoreTogether()
    if len(asked.sheets.raters) < FEWEST:
        return OneRaterScored() if asked.sheets.raters else NoRaterScored()
    return NoOrders() if way.orders and len(asked.ballots) < FEWEST else None
