"""Whether a member scores higher than the others, and what the points would be without that: beside
the points, never for ranks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, Leniency, RaterSheets
from cidesign.domain.figures import difference, points
from cidesign.domain.labels import labels_of
from cidesign.domain.rules import Aggregation
from cidesign.domain.rules import Names as Shown
from cidesign.domain.workshop import Bundle
from cidesign.selection.agreement import leniency, own_points, untold_of_leniency
from cidesign.text import say
from cidesign.value import rater_sheets
from cidesign.views.compare.letters import lettered
from cidesign.views.compare.panel_agreement import each_rater
from cidesign.views.compare.reasons import all_in_words

FEWEST_TO_COMPARE = 2


@dataclass(frozen=True)
class LeniencyView:
    """What the fold shows.

    Args:
        sentences: what the tables say, and what could not be told.
        candidates: one row a candidate, as scored and adjusted, most points first; empty where
            nothing can be told.
        members: one row a member, by letter, with how many points higher; empty too where there are
            fewer than four, or where a letter could be matched with a name.
    """

    sentences: tuple[str, ...]
    candidates: tuple[dict[str, str], ...] = ()
    members: tuple[dict[str, str], ...] = ()


def leniency_view(bundle: Bundle) -> LeniencyView:
    """Who scores higher, by letter whatever the rules say; of a bundle whose round is closed and
    that has rules and scores.

    Raises:
        BadInput: what must be mended in scores, recusals or candidates.
    """
    rules = bundle.rules
    if rules is None or bundle.workshop.round_is_open:
        raise ValueError(
            "ask for leniency in a closed round with rules only"
        )  # pages look at CompareView.missing first
    if rules.aggregation is Aggregation.CONSENSUS:
        return LeniencyView(
            (say("The panel gave its scores together, so nobody scores higher than the others."),)
        )
    if bundle.result is not None:
        return LeniencyView(
            (
                say(
                    "Adjusted points are not shown: beside the points, and who stepped aside, they "
                    "would tell what single members gave."
                ),
            )
        )
    shown = lettered(replace(bundle, rules=rules.model_copy(update={"names": Shown.LETTERS})))
    sheets = rater_sheets(
        each_rater(rules), shown.scores, candidates=shown.candidates, recusals=shown.recusals
    )
    if len(sheets.raters) < FEWEST_TO_COMPARE:
        return LeniencyView(
            (say("Fewer than two members' scores count, so there is nobody to compare."),)
        )
    labels = labels_of(bundle)
    scored = {candidate: given for candidate, given in own_points(sheets).items() if given}
    found = leniency(scored, sheets.calculated, ridge=1)
    untold = all_in_words(untold_of_leniency(sheets, scored, found), labels)
    if found is None:
        return LeniencyView(untold)
    hidden = _why_hidden(bundle, scored, found)
    return LeniencyView(
        (_what_it_changes(scored, found), _how(), *hidden, *untold),
        _candidates(sheets, scored, found, labels.candidates),
        () if hidden else _members(found),
    )


def _why_hidden(
    bundle: Bundle, scored: Mapping[str, Mapping[str, Fraction]], found: Leniency
) -> tuple[str, ...]:
    """Why no member's own level is shown; empty where it may be.

    Both tables together tell which letter lacks a candidate: what adjusting changes is the level of
    those who scored it. Who stepped aside for it is named on the page Candidates.
    """
    if len(found.leniency) < FEWEST_IN_A_GROUP:
        return (say("With fewer than four members, nobody's own level is shown."),)
    unequal = any(len(given) < len(found.leniency) for given in scored.values())
    if bundle.recusals and unequal:
        return (
            say(
                "Nobody's own level is shown: who stepped aside is known by name, and could be "
                "found out by it."
            ),
        )
    return ()


def _what_it_changes(scored: Mapping[str, Mapping[str, Fraction]], found: Leniency) -> str:
    if all(len(given) == len(found.leniency) for given in scored.values()):
        return say(
            "Each of these members scored each of these candidates, so who scores higher changes "
            "nothing: both columns are equal."
        )
    return say(
        "Not every member scored every candidate, so a candidate may gain or lose by who scored "
        "it. Adjusted points allow for that."
    )


def _how() -> str:
    return say(
        "As scored: the mean of the members' complete sheets. A level that few sheets show is "
        "drawn towards 0. "
        "This is for talking only; it is never used for ranks."
    )


def _candidates(
    sheets: RaterSheets,
    scored: Mapping[str, Mapping[str, Fraction]],
    found: Leniency,
    names: Mapping[str, str],
) -> tuple[dict[str, str], ...]:
    raw: dict[str, Fraction | None] = dict.fromkeys(sheets.candidates)
    for candidate, given in scored.items():
        calculated = sheets.calculated[candidate]
        raw[candidate] = (
            None
            if calculated is None
            else sum(given.values(), Fraction(0)) / len(given) + calculated
        )
    in_order = sorted(raw, key=lambda id: (raw[id] is None, -(raw[id] or 0), names[id], id))
    return tuple(
        {
            say("Candidate"): names[id],
            say("As scored"): _points(raw[id]),
            say("Adjusted"): _points(found.adjusted[id]),
        }
        for id in in_order
    )


def _points(value: Fraction | float | None) -> str:
    return say("none") if value is None else points(value)


def _members(found: Leniency) -> tuple[dict[str, str], ...]:
    by_letter = sorted(found.leniency.items(), key=lambda one: (len(one[0]), one[0]))
    return tuple(
        {say("Member"): letter, say("Points higher than the panel"): difference(level)}
        for letter, level in by_letter
    )
