"""Why a measure of agreement cannot be told of a panel, in plain words, each reason once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.agreement import Agreement, Leniency, RaterSheets
from cidesign.domain.figures import listed
from cidesign.selection.agreement.alpha import FEWEST_FOR_AN_INTERVAL
from cidesign.selection.agreement.leniency import connected
from cidesign.text import say, say_count
from cidesign.value import CONSENSUS_RATER

FEWEST_CANDIDATES = 3
FEWEST_RATERS = 2
SHOWN = 4


@dataclass(frozen=True)
class Labels:
    """What people read in place of ids."""

    candidates: Mapping[str, str]
    criteria: Mapping[str, str]

    def of_candidates(self, ids: Sequence[str]) -> str:
        """The first few by name, and how many more."""
        return _some([self.candidates.get(id, id) for id in ids])

    def of_criteria(self, ids: Sequence[str]) -> str:
        """Likewise."""
        return _some([self.criteria.get(id, id) for id in ids])


def _some(labels: Sequence[str]) -> str:
    if len(labels) <= SHOWN:
        return listed(list(labels))
    return say(
        "{labels} and {more} more",
        labels=", ".join(labels[: SHOWN - 1]),
        more=len(labels) - SHOWN + 1,
    )


def untold(
    sheets: RaterSheets,
    points: Mapping[str, Mapping[str, Fraction]],
    found: Agreement,
    labels: Labels,
) -> tuple[str, ...]:
    """One sentence for each thing that could not be told, or that rests on little.

    Args:
        points: by candidate and rater, the complete sheets' own points.
        found: the measures.
    """
    if not sheets.criteria:
        return (
            say(
                "Raters score no criterion here: every figure is calculated, so there is no "
                "agreement to tell."
            ),
        )
    if not sheets.raters:
        return (say("Nobody's scores count yet, so there is no agreement to tell."),)
    alone = len(sheets.raters) < FEWEST_RATERS
    said = [
        *(_of_one(sheets.raters[0]) if alone else _of_several(sheets, points, found, labels)),
        *untold_of_leniency(sheets, points, found.leniency, labels),
    ]
    return tuple(dict.fromkeys(said))


def _of_one(rater: str) -> Iterator[str]:
    if rater == CONSENSUS_RATER:
        yield say("The panel gave its scores together, so there are no single sheets to compare.")
    else:
        yield say(
            "Only the scores of {rater} count, so there is nobody to compare them with.",
            rater=rater,
        )


def _of_several(
    sheets: RaterSheets,
    points: Mapping[str, Mapping[str, Fraction]],
    found: Agreement,
    labels: Labels,
) -> Iterator[str]:
    shared = [candidate for candidate, given in points.items() if len(given) > 1]
    if not any(sheets.weights.values()):
        yield say(
            "Every criterion that raters score has a weight of 0, so all their points are 0 and "
            "agree on nothing."
        )
        return
    yield from _of_alpha(shared, found, labels)
    yield from _of_criteria(sheets, found, labels)
    yield from _of_complete(found)


def _of_alpha(shared: Sequence[str], found: Agreement, labels: Labels) -> Iterator[str]:
    if not shared:
        yield say(
            "No candidate was scored on every criterion by two raters, so agreement on points "
            "cannot be told."
        )
    elif found.alpha is None:
        yield say(
            "Where two raters scored the same candidate, all points are equal, so agreement on "
            "points cannot be told."
        )
    elif len(shared) == 1:
        yield say(
            "Only {candidate} was scored on every criterion by two raters; with one candidate "
            "alpha is 0, whatever they say.",
            candidate=labels.of_candidates(shared),
        )
    elif len(shared) < FEWEST_FOR_AN_INTERVAL:
        yield say(
            "Alpha has no range: it takes five candidates that two raters scored on every "
            "criterion, and this panel has {number}.",
            number=len(shared),
        )


def _of_criteria(sheets: RaterSheets, found: Agreement, labels: Labels) -> Iterator[str]:
    untold_ones = [criterion for criterion, value in found.by_criterion.items() if value is None]
    shared = {criterion for (_, criterion), given in sheets.shares.items() if len(given) > 1}
    alike, alone = (
        [one for one in untold_ones if one in shared],
        [one for one in untold_ones if one not in shared],
    )
    if alike:
        yield say_count(
            "Where two raters scored the same candidate, all scores on {criteria} are equal, so "
            "agreement cannot be told there.",
            "Where two raters scored the same candidate, all scores on each of {criteria} are "
            "equal, so agreement cannot be told there.",
            len(alike),
            criteria=labels.of_criteria(alike),
        )
    if alone:
        yield say(
            "No candidate has the scores of two raters on {criteria}.",
            criteria=labels.of_criteria(alone),
        )


def _of_complete(found: Agreement) -> Iterator[str]:
    if len(found.complete) < FEWEST_CANDIDATES:
        yield say(
            "ICC and Kendall's W need three candidates that every rater scored on every criterion; "
            "this panel has {number}.",
            number=len(found.complete),
        )
        return
    if found.kendall_w is None:
        yield say(
            "Every rater gives all candidates the same points, so there is no order to compare "
            "(Kendall's W)."
        )
    if missing := [form for form, value in found.icc.items() if value is None]:
        yield say(
            "ICC ({forms}) cannot be told: it would divide by zero here.", forms="; ".join(missing)
        )


def untold_of_leniency(
    sheets: RaterSheets,
    points: Mapping[str, Mapping[str, Fraction]],
    found: Leniency | None,
    labels: Labels,
) -> Iterator[str]:
    """Why nobody's leniency can be told, or whose, or whose points are not adjusted; nothing where
    all of it can.
    """
    scored = {candidate: given for candidate, given in points.items() if given}
    without = [
        rater for rater in sheets.raters if not any(rater in given for given in scored.values())
    ]
    if not scored:
        yield say(
            "Nobody scored a candidate on every criterion, so it cannot be told who scores higher "
            "than the others."
        )
        return
    if found is None:
        groups = connected(scored)
        apart = [labels.of_candidates(group) for group in groups[:SHOWN]]
        more = len(groups) - len(apart)
        groups_told = "; ".join(apart)
        if more:
            groups_told = say("{groups}; and {more} more groups", groups=groups_told, more=more)
        yield say(
            "Who scores higher cannot be told: no rater links these groups of candidates: "
            "{groups}.",
            groups=groups_told,
        )
        return
    if without:
        yield say_count(
            "Nothing is said of how high {raters} scores: that sheet is complete for no candidate.",
            "Nothing is said of how high {raters} score: their sheets are complete for no "
            "candidate.",
            len(without),
            raters=_some(without),
        )
    if empty := [candidate for candidate in sheets.candidates if candidate not in scored]:
        yield say(
            "No adjusted points for {candidates}: nobody scored them on every criterion.",
            candidates=labels.of_candidates(empty),
        )
    if lacking := [candidate for candidate in scored if sheets.calculated[candidate] is None]:
        yield say(
            "No adjusted points for {candidates}: a calculated figure is missing.",
            candidates=labels.of_candidates(lacking),
        )
