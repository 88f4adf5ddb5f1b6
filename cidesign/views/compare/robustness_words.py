"""The words around the charts of the page Compare: how firm the order is, what would tie it, what
to talk about first.
"""

from cidesign.domain.agreement import FEWEST_FOR_DOTS
from cidesign.domain.figures import count, listed, of_hundred, percent, points
from cidesign.domain.robustness import Acceptability, Flip
from cidesign.text import mark, say, say_count
from cidesign.views.compare import words
from cidesign.views.compare.card_words import sentence
from cidesign.views.compare.change import change
from cidesign.views.compare.change_words import never_first
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.holds import as_often, holds, parts
from cidesign.views.compare.labels import in_rows
from cidesign.views.compare.leads import talk as talk_claims
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.robustness_rows import Talk, primary
from cidesign.views.compare.view import CompareView
from cidesign.views.compare.words import first_drawn

HUNDRED = 100
TIE = "flip"
"""The wall's name for the chart of the smallest change."""
MOST_NAMED = 4
FIRST = {
    "members": (
        mark("{who} comes first in {often} weightings within our members’ own ranges"),
        mark("{who} share first place in {often} weightings within our members’ own ranges"),
    ),
    "order": (
        mark("{who} comes first in {often} weightings that keep our order of criteria"),
        mark("{who} share first place in {often} weightings that keep our order of criteria"),
    ),
    "anything": (
        mark("{who} comes first in {often} weightings, if weights could be anything"),
        mark("{who} share first place in {often} weightings, if weights could be anything"),
    ),
}
SAMPLED = {
    "members": mark(
        "{samples} weightings between the smallest and largest weights of our {n} members, right "
        "within {error} of 100."
    ),
    "order": mark(
        "{samples} weightings that keep the rule sheet’s order of criteria, right within {error} "
        "of 100."
    ),
    "anything": mark("{samples} weightings drawn from all there are, right within {error} of 100."),
}
WITHOUT_ONE = frozenset(
    {
        Kind.RATERS_STABLE,
        Kind.RATERS_AND_CHECKS_AGREE,
        Kind.RATERS_DECIDE,
        Kind.RATER_CAN_DECIDE,
        Kind.SCORES_NEED_RATERS,
        Kind.SCORES_NEED_A_RATER,
    }
)
"""What the card says of leaving one rater out."""
TOLD_ELSEWHERE = frozenset({Kind.RANK_NEEDED, Kind.SECOND_RANK_NEEDED})


def firm_claim(compare: CompareView, view: RobustnessView) -> str:
    """Who comes first in how many weightings; the same figure as in the five sentences."""
    claim = holds(compare, view)[0]
    labels = in_rows(compare)
    if claim.kind in (Kind.FIRST_IN, Kind.FIRST_MOST_OFTEN):
        said = FIRST[claim.within][len(claim.who) > 1]
        return say(
            said, who=labels.names(claim.who, opening=True), often=of_hundred(claim.numbers[0])
        )
    return sentence(claim, labels).heading.plain


def firm_note(view: RobustnessView, most: int) -> str:
    """What was sampled, how many, how exact it is, and how to read it. ``most``: so many candidates
    are drawn at most.
    """
    sampled = primary(view)
    if sampled is None:
        return ""
    what = say(
        SAMPLED[sampled.within],
        samples=f"{sampled.samples:,}",
        n=count(view.member_count),
        error=points(sampled.error * HUNDRED),
    )
    how = say("Dark is first place; the paler, the later.")
    if len(sampled.candidates) <= most:
        return f"{what} {how}"
    return f"{what} {how} {first_drawn(most, len(sampled.candidates))}"


def firm_beside(compare: CompareView, view: RobustnessView) -> tuple[str, ...]:
    """How often the first comes first when weights, or raters, vary in other ways; and without one
    rater, if the card does not say it.
    """
    on_the_card = holds(compare, view)
    claim, first = on_the_card[0], primary(view)
    told = []
    if view.anything and view.anything is not first:
        known = claim.numbers[1:] if claim.kind in (Kind.FIRST_IN, Kind.FIRST_MOST_OFTEN) else ()
        often = of_hundred(known[0]) if known else _often(compare, view, view.anything)
        told.append(say("Even if weights could be anything: first in {often}.", often=often))
    if view.order and view.order is not first:
        told.append(
            say(
                "With any weights that keep our order of criteria: first in {often}.",
                often=_often(compare, view, view.order),
            )
        )
    if view.raters:
        told.append(
            say(
                "With our weights, and raters drawn anew from our panel: first in {often}.",
                often=_often(compare, view, view.raters),
            )
        )
    if len(compare.ranked) > 1 and not WITHOUT_ONE & {one.kind for one in on_the_card}:
        _, raters, *_ = parts(compare, view)
        told += [sentence(one, in_rows(compare)).plain for one in raters]
    return tuple(told)


def _often(compare: CompareView, view: RobustnessView, sampled: Acceptability) -> str:
    leaders = [
        (row.label, of_hundred(as_often(sampled, (row.id,), view)))
        for row in compare.leaders
        if row.id in sampled.candidates
    ]
    if len(leaders) == 1:
        return leaders[0][1]
    return listed(
        [say("{often} ({candidate})", often=often, candidate=label) for label, often in leaders]
    )


def nearest_flip(compare: CompareView, view: RobustnessView) -> Flip | None:
    """The smallest change that lets a rival share first place; None where there is none, or where
    they are level already.
    """
    found = change(compare, view)[0]
    return view.exact.flips[0] if found.kind is Kind.FLIP and view.exact else None


def tie_claim(compare: CompareView, view: RobustnessView) -> str:
    """Who ties when how much weight moves; else why nothing is drawn; empty where fewer than two
    have a rank.
    """
    found, flip = change(compare, view)[0], nearest_flip(compare, view)
    if flip:
        return say(
            "Moving {share} of the weight lets {rival} tie",
            share=percent(flip.l1_change / 2),
            rival=_name(compare, flip.rival),
        )
    return "" if found.kind in TOLD_ELSEWHERE else sentence(found, in_rows(compare)).heading.plain


def tie_note(compare: CompareView, view: RobustnessView, left_out: int = 0) -> str:
    """How to read the smallest change; empty where there is none. ``left_out``: so many weights
    move by too little to be drawn.
    """
    if not (flip := nearest_flip(compare, view)):
        return ""
    how = say(
        "With these weights {rival} shares first place; no smaller change does that.",
        rival=_name(compare, flip.rival),
    )
    return (
        " ".join([how, say("Moves under half a percent stand in the table.")]) if left_out else how
    )


def tie_beside(compare: CompareView, view: RobustnessView) -> tuple[str, ...]:
    """What the other rivals would need, and who could come first under no weights; empty where
    nothing is drawn.
    """
    if not nearest_flip(compare, view) or view.exact is None:
        return ()
    told = []
    if others := view.exact.flips[1:]:
        needed = [
            say(
                "{rival} {share}", rival=_name(compare, one.rival), share=percent(one.l1_change / 2)
            )
            for one in others[:MOST_NAMED]
        ]
        told.append(
            say(
                "More of the weight would have to move for others: {needed}.",
                needed="; ".join(needed),
            )
        )
    able = {view.exact.leader, *(flip.rival for flip in view.exact.flips)}
    never = [row.label for row in compare.ranked if row.id not in able]
    if never:
        names = (
            listed(never)
            if len(never) <= MOST_NAMED
            else say("{n} candidates", n=count(len(never)))
        )
        told.append(never_first(names))
    return tuple(told)


def _name(compare: CompareView, id: str) -> str:
    return next(row.label for row in compare.rows if row.id == id)


def talk_claim(compare: CompareView, view: RobustnessView, rows: tuple[Talk, ...]) -> str:
    """What the strips show; or why there is nothing to talk about."""
    first = _about_talk(compare, view)
    if not rows:
        return sentence(first, in_rows(compare)).heading.plain
    if first.kind is Kind.HARDLY_DIFFER:
        return say("Our scores lie close together")
    return say_count(
        "Talk about this one first", "Talk about these {n} first", len(rows), n=count(len(rows))
    )


def _about_talk(compare: CompareView, view: RobustnessView) -> Claim:
    return talk_claims(compare, view)[0]


def talk_note(compare: CompareView, view: RobustnessView, rows: tuple[Talk, ...]) -> str:
    """How to read the strips, and why some have no dots; empty where there are none."""
    if not rows:
        return ""
    first = _about_talk(compare, view)
    what = (
        sentence(first, in_rows(compare)).plain
        if first.kind is Kind.HARDLY_DIFFER
        else say("Where our scores lie furthest apart.")
    )
    dotted = [row for row in rows if len(row.scores) >= FEWEST_FOR_DOTS]
    dots = each_dot() if dotted else ""
    few = (
        say("Fewer than five scores are told in words, since dots could be traced to people.")
        if len(dotted) < len(rows)
        else ""
    )
    return " ".join(part for part in (what, dots, few) if part)


def each_dot() -> str:
    """What a dot is."""
    return say("Each dot is one member; nobody is named.")


def map_claim() -> str:
    """What the map shows."""
    return say("Where these stand among all")


def map_note(candidates: int, criteria: int, drawn: tuple[int, int]) -> str:
    """How to read the map; and that it does not show everything, where there is more than ``drawn``
    candidates and criteria.
    """
    how = " ".join(
        [
            say("How far scores lie apart (standard deviation), in levels of a scale from 1 to 5."),
            say("In a frame: the number of what to talk about first."),
        ]
    )
    if candidates <= drawn[0] and criteria <= drawn[1]:
        return how
    more = say(
        "The first {candidates} candidates and the heaviest {criteria} criteria are drawn; the "
        "table has all.",
        candidates=count(drawn[0]),
        criteria=count(drawn[1]),
    )
    return f"{how} {more}"


ANSWER = {
    "members": mark(
        "{leader} leads by {points} and comes first in {often} weightings within our members’ own "
        "ranges."
    ),
    "order": mark(
        "{leader} leads by {points} and comes first in {often} weightings that keep our order of "
        "criteria."
    ),
    "anything": mark(
        "{leader} leads by {points} and comes first in {often} weightings, if weights could be "
        "anything."
    ),
}


def answer(compare: CompareView, view: RobustnessView) -> str:
    """Who leads, and in how many weightings: the two figures of the page; the points alone where
    there is no such share.
    """
    claim = holds(compare, view)[0]
    told = claim.kind in (Kind.FIRST_IN, Kind.FIRST_MOST_OFTEN) and len(claim.who) == 1
    if not told or len(compare.leaders) != 1 or not compare.lead:
        return words.answer(compare)
    leader, ahead, often = (
        compare.leaders[0].label,
        words.ahead(compare).plain,
        of_hundred(claim.numbers[0]),
    )
    return say(ANSWER[claim.within], leader=leader, points=ahead, often=often)


def on_the_wall(compare: CompareView, view: RobustnessView, chart: str) -> str:
    """The one sentence on the wall: who leads, or, where that is the ``chart``, what would tie it
    and with whom.
    """
    claim = tie_claim(compare, view)
    return f"{claim}." if chart == TIE and claim else words.answer(compare)
