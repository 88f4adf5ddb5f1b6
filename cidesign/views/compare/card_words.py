"""The claims of the page Compare in words: one whole sentence for each, with exactly its
figures.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from cidesign.domain.figures import count, points, points_apart
from cidesign.text import mark, say, say_count
from cidesign.text.sentence import Figure, Part, Sentence, told, words
from cidesign.views.compare.change_words import CHANGE, NEEDED, UNKNOWN
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.labels import InRows
from cidesign.views.compare.talk_words import TALK
from cidesign.views.compare.weightings import one_of_them, weightings
from cidesign.views.compare.words import LEAST_SHOWN, NOBODY_RANKED

FIXED = {
    Kind.NOBODY_RANKED: NOBODY_RANKED,
    Kind.NO_ORDER: mark("Nobody has a rank, so there is no order that could hold."),
    Kind.ONE_CRITERION: mark("There is only one criterion, so no weights can change the order."),
    Kind.RATER_CAN_DECIDE: mark("Leaving out one rater can change who comes first."),
    Kind.SCORES_NEED_A_RATER: mark("With one rater left out, nobody may have all scores."),
}


def sentence(claim: Claim, labels: InRows) -> Sentence:
    """What a claim says, on a page and in a memo."""
    if claim.kind in FIXED:
        return told(say(FIXED[claim.kind]))
    if claim.kind in SENTENCES:
        return SENTENCES[claim.kind](claim, labels)
    return words(ON_A_PAGE[claim.kind](claim, labels))


def _of(claim: Claim) -> dict[str, str]:
    return {"points": points(claim.numbers[0])}


def _leads_alone(claim: Claim, labels: InRows) -> str:
    lead = Fraction(claim.numbers[2])
    slots = {"leader": labels.names(claim.who), "others": labels.others(claim.others), **_of(claim)}
    if lead < LEAST_SHOWN:
        return say(
            "{leader} leads with {points} points, less than 0.1 ahead of {others}.",
            **slots,
        )
    return say(
        "{leader} leads with {points} points, {lead} ahead of {others}.",
        lead=points_apart(claim.numbers[0], Fraction(claim.numbers[0]) - lead),
        **slots,
    )


def _leads_together(claim: Claim, labels: InRows) -> str:
    slots = {
        "leaders": labels.names(claim.who, opening=True),
        "others": labels.others(claim.others),
        **_of(claim),
    }
    if not claim.others:
        return say("{leaders} share the lead with {points} points.", **slots)
    return say_count(
        "{leaders} share the lead with {points} points; {others} has as many, and comes "
        "after them by the tie rule.",
        "{leaders} share the lead with {points} points; {others} have as many, and come "
        "after them by the tie rule.",
        len(claim.others),
        **slots,
    )


def _by_tie_rule(claim: Claim, labels: InRows) -> str:
    slots = {"leader": labels.names(claim.who), "others": labels.others(claim.others), **_of(claim)}
    if claim.kind is Kind.FIRST_BY_LOT:
        return say(
            "{leader} and {others} have equal points, {points} each; the lot puts {leader} first.",
            **slots,
        )
    if claim.kind is Kind.FIRST_BY_CRITERION:
        return say(
            "{leader} and {others} have equal points, {points} each; the tie rule on "
            "{criterion} puts {leader} first.",
            criterion=labels.criterion(claim.criteria[0]),
            **slots,
        )
    return say(
        "{leader} and {others} have equal points, {points} each; the tie rule puts {leader} first.",
        **slots,
    )


def _only_one(claim: Claim, labels: InRows) -> str:
    return say(
        "{who} is the only candidate with a rank: {points} points.",
        who=labels.names(claim.who),
        **_of(claim),
    )


def _more_without_rank(claim: Claim, labels: InRows) -> str:
    return say_count(
        "{who} has more points, but no rank.",
        "{who} have more points, but no rank.",
        len(claim.who),
        who=labels.names(claim.who, opening=True),
    )


def _counted(number: int, what: str, of: str, unit: str = "raters") -> Figure:
    return Figure(str(number), number, unit, told(what), of)


def _all_raters(claim: Claim) -> Figure:
    return _counted(int(claim.numbers[-1]), say("Raters whose scores count"), claim.of[-1])


def _raters_stable(claim: Claim, labels: InRows) -> Sentence:
    slots: dict[str, Part] = {"n": _all_raters(claim), "who": labels.who(claim.who)}
    if len(claim.who) > 1:
        return told(say("Without any one of the {n} raters, {who} still share the lead."), **slots)
    if claim.within:
        said = say(
            "Without any one of the {n} raters, {who} stays first among candidates with a rank."
        )
        return told(said, **slots)
    return told(say("Without any one of the {n} raters, {who} stays first."), **slots)


def _raters_decide(claim: Claim, labels: InRows) -> Sentence:
    k = int(claim.numbers[0])
    if claim.within:
        said = say_count(
            "Among candidates with a rank, {k} of {n} raters decides who comes first: leave that "
            "one out, and it changes.",
            "Among candidates with a rank, {k} of {n} raters decide who comes first: leave any one "
            "of them out, and it changes.",
            k,
        )
    else:
        said = say_count(
            "{k} of {n} raters decides who comes first: leave that one out, and it changes.",
            "{k} of {n} raters decide who comes first: leave any one of them out, and it changes.",
            k,
        )
    what = say("Raters without whom another would come first")
    return told(said, k=_counted(k, what, claim.of[0]), n=_all_raters(claim))


def _scores_need_raters(claim: Claim, labels: InRows) -> Sentence:
    k = int(claim.numbers[0])
    said = say_count(
        "Without {k} of the {n} raters nobody would have all scores.",
        "Without any one of {k} of the {n} raters nobody would have all scores.",
        k,
    )
    what = say("Raters without whom nobody would have all scores")
    return told(said, k=_counted(k, what, claim.of[0]), n=_all_raters(claim))


def _raters_and_checks(claim: Claim, labels: InRows) -> str:
    n, ways = claim.numbers
    slots = {"n": n, "who": labels.names(claim.who), "ways": count(int(ways))}
    if claim.within:
        return say_count(
            "Among candidates with a rank, {who} stays first without any one of the {n} raters, "
            "and by {ways} other way to add up.",
            "Among candidates with a rank, {who} stays first without any one of the {n} raters, "
            "and by {ways} other ways to add up.",
            int(ways),
            **slots,
        )
    return say_count(
        "{who} stays first without any one of the {n} raters, and by {ways} other way to add up "
        "the scores.",
        "{who} stays first without any one of the {n} raters, and by {ways} other ways to add up "
        "the scores.",
        int(ways),
        **slots,
    )


def _all_ways(claim: Claim) -> Figure:
    what = say("Other ways to add up the scores")
    return _counted(int(claim.numbers[-1]), what, claim.of[-1], "ways")


def _checks_agree(claim: Claim, labels: InRows) -> Sentence:
    n = _all_ways(claim)
    if claim.within:
        said = say_count(
            "Among candidates with a rank, {n} other way to add up the scores puts {who} first "
            "too.",
            "Among candidates with a rank, {n} other ways to add up the scores put {who} first "
            "too.",
            int(claim.numbers[0]),
        )
    else:
        said = say_count(
            "{n} other way to add up the scores puts {who} first too.",
            "{n} other ways to add up the scores put {who} first too.",
            int(claim.numbers[0]),
        )
    return told(said, n=n, who=labels.who(claim.who))


def _checks_differ(claim: Claim, labels: InRows) -> Sentence:
    what = say("Other ways to add up that put another first")
    return told(
        say("By {k} of {n} other ways to add up the scores, {others} would come first."),
        k=_counted(int(claim.numbers[0]), what, claim.of[0], "ways"),
        n=_all_ways(claim),
        others=labels.one_of(claim.others),
    )


def _checks_open(claim: Claim, labels: InRows) -> Sentence:
    what = say("Other ways to add up that put the same one first")
    said = say(
        "{k} of {n} other ways to add up the scores put {who} first alone; the rest name several "
        "or nobody."
    )
    return told(
        said,
        k=_counted(int(claim.numbers[0]), what, claim.of[0], "ways"),
        n=_all_ways(claim),
        who=labels.who(claim.who),
    )


def _criterion_decides(claim: Claim, labels: InRows) -> str:
    slots = {"criterion": labels.criterion(claim.criteria[0]), "others": labels.names(claim.others)}
    if claim.within:
        return say_count(
            "Without {criterion}, {others} would come first among candidates with a rank.",
            "Without {criterion}, {others} would share first place among candidates with a rank.",
            len(claim.others),
            **slots,
        )
    return say_count(
        "Without {criterion}, {others} would come first.",
        "Without {criterion}, {others} would share first place.",
        len(claim.others),
        **slots,
    )


def _nothing_behind(claim: Claim, labels: InRows) -> str:
    return say(
        "Only {who} has a rank, so there is no order that could change.",
        who=labels.names(claim.who),
    )


def _same_values(claim: Claim, labels: InRows) -> Sentence:
    return told(
        say("{who} are level on every criterion, so no weights could part them."),
        who=labels.who(claim.who, opening=True),
    )


SENTENCES: Mapping[Kind, Callable[[Claim, InRows], Sentence]] = MappingProxyType(
    {
        Kind.SAME_VALUES: _same_values,
        Kind.FIRST_IN: weightings,
        Kind.FIRST_MOST_OFTEN: weightings,
        Kind.OTHER_FIRST_IN: weightings,
        Kind.EACH_FIRST_IN: weightings,
        Kind.ONE_OF_THEM_FIRST_IN: one_of_them,
        Kind.RATERS_STABLE: _raters_stable,
        Kind.RATERS_DECIDE: _raters_decide,
        Kind.SCORES_NEED_RATERS: _scores_need_raters,
        Kind.CHECKS_AGREE: _checks_agree,
        Kind.CHECKS_DIFFER: _checks_differ,
        Kind.CHECKS_OPEN: _checks_open,
        **CHANGE,
    }
)
"""Told on a page and in a memo: each figure knows what computed it."""
ON_A_PAGE: Mapping[Kind, Callable[[Claim, InRows], str]] = MappingProxyType(
    {
        Kind.LEADS_ALONE: _leads_alone,
        Kind.LEADS_TOGETHER: _leads_together,
        Kind.FIRST_BY_CRITERION: _by_tie_rule,
        Kind.FIRST_BY_LOT: _by_tie_rule,
        Kind.FIRST_BY_TIE_RULE: _by_tie_rule,
        Kind.ONLY_ONE_RANKED: _only_one,
        Kind.MORE_WITHOUT_RANK: _more_without_rank,
        Kind.NOTHING_BEHIND: _nothing_behind,
        Kind.RATERS_AND_CHECKS_AGREE: _raters_and_checks,
        Kind.CRITERION_DECIDES: _criterion_decides,
        **TALK,
        **NEEDED,
        **UNKNOWN,
    }
)
"""Told on a page only, in words."""
