"""Why a measure of agreement cannot be told, or rests on little, in words: one sentence each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from cidesign.domain import untold
from cidesign.domain.figures import count
from cidesign.domain.labels import NOBODY, Labels
from cidesign.domain.panel import Letter
from cidesign.domain.reason import Reason
from cidesign.text import say, say_count
from cidesign.views.compare.names import SHOWN, some


def _nothing_to_score(one: untold.NothingToScore, names: Labels) -> str:
    return say(
        "Raters score no criterion here: every figure is calculated, so there is no agreement to "
        "tell."
    )


def _no_score_counts(one: untold.NoScoreCounts, names: Labels) -> str:
    return say("Nobody's scores count yet, so there is no agreement to tell.")


def _together(one: untold.ScoredTogether, names: Labels) -> str:
    return say("The panel gave its scores together, so there are no single sheets to compare.")


def _one_rater(one: untold.OneRater, names: Labels) -> str:
    return say(
        "Only the scores of {rater} count, so there is nobody to compare them with.",
        rater=one.rater,
    )


def _no_weight(one: untold.NoWeightOnScores, names: Labels) -> str:
    return say(
        "Every criterion that raters score has a weight of 0, so all their points are 0 and agree "
        "on nothing."
    )


def _no_points_shared(one: untold.NoPointsShared, names: Labels) -> str:
    return say(
        "No candidate was scored on every criterion by two raters, so agreement on points cannot "
        "be told."
    )


def _points_all_equal(one: untold.PointsAllEqual, names: Labels) -> str:
    return say(
        "Where two raters scored the same candidate, all points are equal, so agreement on points "
        "cannot be told."
    )


def _one_candidate(one: untold.OneCandidateShared, names: Labels) -> str:
    return say(
        "Only {candidate} was scored on every criterion by two raters; with one candidate alpha is "
        "0, whatever they say.",
        candidate=names.candidates[one.candidate],
    )


def _no_range(one: untold.NoRangeOfAlpha, names: Labels) -> str:
    return say(
        "Alpha has no range: it takes five candidates that two raters scored on every criterion, "
        "and this panel has {number}.",
        number=one.candidates,
    )


def _scores_all_equal(one: untold.ScoresAllEqual, names: Labels) -> str:
    return say_count(
        "Where two raters scored the same candidate, all scores on {criteria} are equal, so "
        "agreement cannot be told there.",
        "Where two raters scored the same candidate, all scores on each of {criteria} are "
        "equal, so agreement cannot be told there.",
        len(one.criteria),
        criteria=some(names.criteria, one.criteria),
    )


def _no_scores_shared(one: untold.NoScoresShared, names: Labels) -> str:
    return say(
        "No candidate has the scores of two raters on {criteria}.",
        criteria=some(names.criteria, one.criteria),
    )


def _few_complete(one: untold.FewComplete, names: Labels) -> str:
    return say(
        "ICC and Kendall's W need three candidates that every rater scored on every criterion; "
        "this panel has {number}.",
        number=one.candidates,
    )


def _no_order(one: untold.NoOrderOfPoints, names: Labels) -> str:
    return say(
        "Every rater gives all candidates the same points, so there is no order to compare "
        "(Kendall's W)."
    )


def _icc(one: untold.IccDividesByZero, names: Labels) -> str:
    return say(
        "ICC ({forms}) cannot be told: it would divide by zero here.", forms="; ".join(one.forms)
    )


def _nobody_complete(one: untold.NobodyComplete, names: Labels) -> str:
    return say(
        "Nobody scored a candidate on every criterion, so it cannot be told who scores higher than "
        "the others."
    )


def _not_linked(one: untold.RatersNotLinked, names: Labels) -> str:
    groups = "; ".join(some(names.candidates, group) for group in one.groups[:SHOWN])
    more = len(one.groups) - SHOWN
    if more > 0:
        groups = say("{groups}; and {more} more groups", groups=groups, more=more)
    return say(
        "Who scores higher cannot be told: no rater links these groups of candidates: {groups}.",
        groups=groups,
    )


def _incomplete(one: untold.SheetsIncomplete, names: Labels) -> str:
    if any(isinstance(rater, Letter) for rater in one.raters):
        return say_count(
            "Nothing is said of how high {n} member scores: that sheet is complete for no "
            "candidate.",
            "Nothing is said of how high {n} members score: their sheets are complete for no "
            "candidate.",
            len(one.raters),
            n=count(len(one.raters)),
        )
    return say_count(
        "Nothing is said of how high {raters} scores: that sheet is complete for no candidate.",
        "Nothing is said of how high {raters} score: their sheets are complete for no candidate.",
        len(one.raters),
        raters=some(NOBODY, one.raters),
    )


def _unscored(one: untold.NotAdjustedUnscored, names: Labels) -> str:
    return say(
        "No adjusted points for {candidates}: nobody scored them on every criterion.",
        candidates=some(names.candidates, one.candidates),
    )


def _lacking(one: untold.NotAdjustedNoFigure, names: Labels) -> str:
    return say(
        "No adjusted points for {candidates}: a calculated figure is missing.",
        candidates=some(names.candidates, one.candidates),
    )


UNTOLD: Mapping[type[Reason], Callable[[Any, Labels], str]] = MappingProxyType(
    {
        untold.NothingToScore: _nothing_to_score,
        untold.NoScoreCounts: _no_score_counts,
        untold.ScoredTogether: _together,
        untold.OneRater: _one_rater,
        untold.NoWeightOnScores: _no_weight,
        untold.NoPointsShared: _no_points_shared,
        untold.PointsAllEqual: _points_all_equal,
        untold.OneCandidateShared: _one_candidate,
        untold.NoRangeOfAlpha: _no_range,
        untold.ScoresAllEqual: _scores_all_equal,
        untold.NoScoresShared: _no_scores_shared,
        untold.FewComplete: _few_complete,
        untold.NoOrderOfPoints: _no_order,
        untold.IccDividesByZero: _icc,
        untold.NobodyComplete: _nobody_complete,
        untold.RatersNotLinked: _not_linked,
        untold.SheetsIncomplete: _incomplete,
        untold.NotAdjustedUnscored: _unscored,
        untold.NotAdjustedNoFigure: _lacking,
    }
)
