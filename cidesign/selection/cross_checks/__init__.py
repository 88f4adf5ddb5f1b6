"""Other ways to add up what a panel said, beside the sealed one: a cross-check, never the result.
One way per file.
"""

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, RaterSheets
from cidesign.domain.labels import Labels, of_panel
from cidesign.domain.panel import Ranking
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
from cidesign.text import say

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
    *,
    labels: Labels | None = None,
) -> tuple[CrossCheck, ...]:
    """Who would come first by each other way, among the candidates with a rank; nothing with fewer
    than two of them.

    Of fewer than four raters' own orders only who comes first is told and no figure, because it
    would count single people.

    Args:
        sheets: of the round the ranking is of.
        labels: of candidates and criteria; where left out, the rule sheet's.
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
    asked = Asked(rules, sheets, ranked, ballots, labels or of_panel(rules, ()))
    return tuple(_checked(way, asked) for way in WAYS if way.instead_of != rules.aggregation)


def _checked(way: Way, asked: Asked) -> CrossCheck:
    found = (
        Found((), dict.fromkeys(asked.candidates), why)
        if (why := _cannot(way, asked))
        else way.find(asked)
    )
    why = found.why or (
        "" if not found.first or set(found.first) == set(asked.leaders) else way.why(asked, found)
    )
    few = way.orders and len(asked.ballots) < FEWEST_IN_A_GROUP
    return CrossCheck(
        way.id, found.first, dict.fromkeys(found.figures) if few else found.figures, why
    )


def _cannot(way: Way, asked: Asked) -> str:
    """Why a way has nothing to work on; empty where it has."""
    if not way.raters:
        return ""
    if asked.rules.aggregation is Aggregation.CONSENSUS:
        return say("The panel gave one score together, so there is nothing to add up another way.")
    if not asked.sheets.raters:
        return say("No rater scored, so there is nothing to add up another way.")
    if len(asked.sheets.raters) < FEWEST:
        return say("Only one rater scored, so there is nothing to add up another way.")
    if way.orders and len(asked.ballots) < FEWEST:
        return say(
            "Fewer than two raters scored two candidates completely, so there are no orders to "
            "compare."
        )
    return ""
