"""What a panel should talk about, in words: where raters differ most, in the scores they gave."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from cidesign.text import mark, say
from cidesign.value import told
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.labels import InRows, written

FINEST = 12
"""Significant digits of a score."""
FIXED = {
    Kind.NOBODY_SCORED: mark("Nobody has scored, so there is nothing to compare."),
    Kind.ONLY_CALCULATED: mark("All criteria are calculated, so there are no opinions to compare."),
    Kind.ONE_AGREED_SCORE: mark("The panel gave one agreed score, so there is nothing to compare."),
    Kind.ONE_RATER: mark("Only one rater scored, so there is nothing to compare."),
    Kind.NOTHING_SCORED_TWICE: mark(
        "No two raters scored the same candidate on the same criterion, so there is nothing to "
        "compare."
    ),
    Kind.SAME_SCORES: mark(
        "Raters of the same candidate gave the same scores; no difference stands out."
    ),
}


def _fixed(claim: Claim, labels: InRows) -> str:
    return say(FIXED[claim.kind])


def _hardly(claim: Claim, labels: InRows) -> str:
    return say(
        "Raters hardly differ: on no criterion of any candidate are scores more than {share}% of "
        "the scale apart.",
        share=ceil(Fraction(claim.numbers[0]) * 100),
    )


def _differ(claim: Claim, labels: InRows) -> str:
    slots = {"candidate": labels.names(claim.who), "criterion": labels.criterion(claim.criteria[0])}
    where_it_counts = claim.kind is Kind.DIFFER_MOST_WHERE_IT_COUNTS
    if not claim.numbers:
        if where_it_counts:
            return say(
                "Where it counts for the order, raters differ most about {candidate} on "
                "{criterion}.",
                **slots,
            )
        return say("Raters differ most about {candidate} on {criterion}.", **slots)
    low, high, worst, best = (
        written(Decimal(told(Fraction(number), FINEST))) for number in claim.numbers
    )
    slots |= {"low": low, "high": high, "worst": worst, "best": best}
    if where_it_counts:
        return say(
            "Where it counts for the order, raters differ most about {candidate} on {criterion}: "
            "scores run from {low} to {high}, on a scale from {worst} (worst) to {best} (best).",
            **slots,
        )
    return say(
        "Raters differ most about {candidate} on {criterion}: "
        "scores run from {low} to {high}, on a scale from {worst} (worst) to {best} (best).",
        **slots,
    )


def _next(claim: Claim, labels: InRows) -> str:
    return say(
        "Talk about {candidate} on {criterion} next.",
        candidate=labels.names(claim.who),
        criterion=labels.criterion(claim.criteria[0]),
    )


TALK = {
    **dict.fromkeys(FIXED, _fixed),
    Kind.HARDLY_DIFFER: _hardly,
    Kind.DIFFER_MOST: _differ,
    Kind.DIFFER_MOST_WHERE_IT_COUNTS: _differ,
    Kind.DIFFER_NEXT: _next,
}
