"""How far the members of a panel agree, in words: what the measures mean for this decision, and on
what members differ most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cidesign import selection
from cidesign.domain.agreement import Agreement
from cidesign.domain.figures import coefficient, count, inside, listed
from cidesign.domain.labels import Labels
from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.rules import RuleSheet, Seats
from cidesign.record import broken_seal
from cidesign.text import mark, say
from cidesign.value import rater_sheets
from cidesign.views.compare.reasons import all_in_words

# From which alpha on which sentence is true: 1 - alpha is how two sheets on one candidate differ,
# squared, as a part of how any two do. 0.8 and 2/3 are Krippendorff's (2004, Content Analysis,
# chapter 11), the others ours.
MEANINGS = (
    (
        0.8,
        mark(
            "Members see the candidates much alike: two sheets on one candidate differ far less "
            "than two picked at random."
        ),
    ),
    (
        2 / 3,
        mark(
            "Members see the candidates fairly alike: two sheets on one candidate differ clearly "
            "less than two picked at random. "
            "A small lead may still come from who scored."
        ),
    ),
    (
        0.2,
        mark(
            "Members agree in part: two sheets on one candidate differ less than two picked at "
            "random, "
            "yet much of the difference lies between members who look at the same candidate."
        ),
    ),
    (
        1e-9,
        mark(
            "Members see the candidates differently: two sheets on one candidate differ nearly as "
            "much as two picked at random."
        ),
    ),
    (
        -1e-9,
        mark(
            "Members agree no more than chance: two sheets on one candidate differ as much as two "
            "picked at random."
        ),
    ),
)
BELOW_CHANCE = mark(
    "Members disagree: two sheets on one candidate differ even more than two picked at random."
)
MUCH_ALIKE = 0.8
SAME_ORDER = 0.7
"""Mean rank correlation of two members from which their orders are called much the same; ours."""
LEVELS_DIFFER = 0.1
"""How far agreement on levels, ICC(2,1), falls below that on differences, ICC(3,1), before it is
told; ours.
"""
EQUAL = 1e-9
MOST_NAMED = 2


def agreed(
    rules: RuleSheet,
    scores: Sequence[Score],
    *,
    candidates: Sequence[Candidate] = (),
    recusals: Sequence[Recusal] = (),
    turn: int | None = None,
    seed: int = 1,
    sheet: Mapping[str, Any] | None = None,
) -> Agreement:
    """How far the panel agrees as of one round (None: the highest there is); its warnings tell too
    which scores do not count.

    Args:
        sheet: the rule sheet as it is written, so that a broken seal is told.

    Raises:
        BadInput: what must be mended in scores, recusals or candidates.
    """
    sheets = rater_sheets(
        each_rater(rules), scores, candidates=candidates, recusals=recusals, round=turn
    )
    found = selection.agreement(sheets, seed=seed)
    broken = broken_seal(sheet or {})
    return replace(
        found,
        warnings=tuple(
            dict.fromkeys([*([broken] if broken else []), *sheets.warnings, *found.warnings])
        ),
    )


def each_rater(rules: RuleSheet) -> RuleSheet:
    """The sheet with every rater counting alike: seats change what counts for the points, not what
    anybody said.
    """
    return rules.model_copy(update={"seats": Seats.EACH_RATER})


def meaning(found: Agreement, names: Labels) -> tuple[str, ...]:
    """What the agreement means: how alike members see the candidates, on what most and least, and
    the figure behind it.

    Args:
        names: of candidates and criteria.

    Returns:
        one to three sentences; where agreement cannot be told, the one that says why, and on what
        members differ.
    """
    if found.alpha is None:
        return (*all_in_words(found.warnings[:1], names), *on_criteria(found, names.criteria))
    how_far = (found.alpha < MUCH_ALIKE and same_order(found)) or how_alike(found.alpha)
    return (how_far, *on_criteria(found, names.criteria), figure(found))


def how_alike(alpha: float) -> str:
    """What alpha means, in one sentence or two."""
    return next((say(words) for least, words in MEANINGS if alpha >= least), say(BELOW_CHANCE))


def same_order(found: Agreement) -> str:
    """Said where members put the candidates in much the same order while some give more points;
    empty where that is not so.
    """
    one, three, order = found.icc["2,1"], found.icc["3,1"], _rank_correlation(found)
    if (
        one is None
        or three is None
        or order is None
        or order < SAME_ORDER
        or three - one < LEVELS_DIFFER
    ):
        return ""
    if {cell.candidate for cell in found.agenda} <= set(found.complete):
        return say(
            "Members put the candidates in much the same order; their levels differ, though: some "
            "give more points on the whole."
        )
    return say(
        "Members put the {n} candidates that all of them scored in much the same order; their "
        "levels differ, though: "
        "some give more points on the whole.",
        n=count(len(found.complete)),
    )


def _rank_correlation(found: Agreement) -> float | None:
    """The mean rank correlation of two members, from Kendall's W of m members: (m W - 1) / (m -
    1).
    """
    raters = max(
        (len(cell.scores) for cell in found.agenda if cell.candidate in found.complete), default=0
    )
    if found.kendall_w is None or raters < MOST_NAMED:
        return None
    return (raters * found.kendall_w - 1) / (raters - 1)


def on_criteria(found: Agreement, criteria: Mapping[str, str]) -> tuple[str, ...]:
    """On which criterion scores lie closest together and on which furthest apart, by their mean
    spread; nothing where none stands out.
    """
    spreads: dict[str, list[float]] = {}
    for cell in found.agenda:
        spreads.setdefault(cell.criterion, []).append(cell.spread)
    means = {criterion: sum(given) / len(given) for criterion, given in spreads.items()}
    if not means or max(means.values()) - min(means.values()) <= EQUAL:
        return ()
    close, far = (
        [
            inside(criteria[id])
            for id in criteria
            if id in means and abs(means[id] - end(means.values())) <= EQUAL
        ]
        for end in (min, max)
    )
    if len(close) <= MOST_NAMED and len(far) <= MOST_NAMED:
        return (
            say(
                "On average, scores lie closest together on {close} and furthest apart on {far}.",
                close=listed(close),
                far=listed(far),
            ),
        )
    if len(far) <= MOST_NAMED:
        return (say("On average, scores lie furthest apart on {far}.", far=listed(far)),)
    return (
        (say("On average, scores lie closest together on {close}.", close=listed(close)),)
        if len(close) <= MOST_NAMED
        else ()
    )


def figure(found: Agreement) -> str:
    """Alpha as a figure, with its interval where it has one."""
    alpha = coefficient(found.alpha or 0)
    if found.alpha_interval is None:
        return say(
            "Agreement of points (Krippendorff's alpha): {alpha}, where 1 is full agreement and 0 "
            "is chance.",
            alpha=alpha,
        )
    low, high = map(coefficient, found.alpha_interval)
    return say(
        "Agreement of points (Krippendorff's alpha): {alpha}, where 1 is full agreement and 0 is "
        "chance; "
        "with the candidates drawn anew, from {low} to {high} in 95 of 100 draws.",
        alpha=alpha,
        low=low,
        high=high,
    )
