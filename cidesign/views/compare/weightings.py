"""How often a candidate comes first under other weights, in words; nothing here is called a
chance.
"""

from cidesign.domain.figures import of_hundred
from cidesign.text import mark, say
from cidesign.text.sentence import Figure, Sentence, told
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.labels import InRows

BOTH = {
    "members": (
        mark(
            "{who} comes first in {often} weightings within our members’ own ranges, and in "
            "{anything} if weights could be anything."
        ),
        mark(
            "{who} share first place in {often} weightings within our members’ own ranges, and in "
            "{anything} if weights could be anything."
        ),
    ),
    "order": (
        mark(
            "{who} comes first in {often} weightings that keep our order of criteria, and in "
            "{anything} if weights could be anything."
        ),
        mark(
            "{who} share first place in {often} weightings that keep our order of criteria, and in "
            "{anything} if weights could be anything."
        ),
    ),
}
ALONE = {
    "members": (
        mark("{who} comes first in {often} weightings within our members’ own ranges."),
        mark("{who} share first place in {often} weightings within our members’ own ranges."),
    ),
    "order": (
        mark("{who} comes first in {often} weightings that keep our order of criteria."),
        mark("{who} share first place in {often} weightings that keep our order of criteria."),
    ),
    "anything": (
        mark("{who} comes first in {often} weightings, if weights could be anything."),
        mark("{who} share first place in {often} weightings, if weights could be anything."),
    ),
}
MOST_OFTEN = {
    "members": (
        mark(
            "{who} comes first in {often} weightings within our members’ own ranges, more often "
            "than any other."
        ),
        mark(
            "{who} share first place in {often} weightings within our members’ own ranges, more "
            "often than any other comes first."
        ),
    ),
    "order": (
        mark(
            "{who} comes first in {often} weightings that keep our order of criteria, more often "
            "than any other."
        ),
        mark(
            "{who} share first place in {often} weightings that keep our order of criteria, more "
            "often than any other comes first."
        ),
    ),
    "anything": (
        mark(
            "{who} comes first in {often} weightings, if weights could be anything, more often "
            "than any other."
        ),
        mark(
            "{who} share first place in {often} weightings, if weights could be anything, more "
            "often than any other comes first."
        ),
    ),
}
OTHER_FIRST = {
    "members": (
        mark(
            "{others} comes first in {more} weightings within our members’ own ranges, {who} in "
            "{often}."
        ),
        mark(
            "{others} share first place in {more} weightings within our members’ own ranges, {who} "
            "in {often}."
        ),
    ),
    "order": (
        mark(
            "{others} comes first in {more} weightings that keep our order of criteria, {who} in "
            "{often}."
        ),
        mark(
            "{others} share first place in {more} weightings that keep our order of criteria, "
            "{who} in {often}."
        ),
    ),
    "anything": (
        mark(
            "If weights could be anything, {others} comes first in {more} weightings, {who} in "
            "{often}."
        ),
        mark(
            "If weights could be anything, {others} share first place in {more} weightings, {who} "
            "in {often}."
        ),
    ),
}
EACH = {
    "members": mark(
        "{first} comes first in {often} weightings within our members’ own ranges, {second} in "
        "{other}."
    ),
    "order": mark(
        "{first} comes first in {often} weightings that keep our order of criteria, {second} in "
        "{other}."
    ),
    "anything": mark(
        "If weights could be anything, {first} comes first in {often} weightings, {second} in "
        "{other}."
    ),
}
ONE_OF_THEM = {
    "members": mark(
        "One of the {n} leaders comes first in {often} weightings within our members’ own ranges."
    ),
    "order": mark(
        "One of the {n} leaders comes first in {often} weightings that keep our order of criteria."
    ),
    "anything": mark(
        "If weights could be anything, one of the {n} leaders comes first in {often} weightings."
    ),
}


def weightings(claim: Claim, labels: InRows) -> Sentence:
    """The share of the weights in which somebody comes first."""
    who, several = labels.who(claim.who, opening=True), len(claim.who) > 1
    match claim.kind:
        case Kind.FIRST_IN if len(claim.numbers) > 1:
            often, anything = (_often(claim, place, who) for place in range(2))
            template = say(BOTH[claim.within][several])
            return told(template, who=who, often=often, anything=anything)
        case Kind.FIRST_IN | Kind.FIRST_MOST_OFTEN:
            table = ALONE if claim.kind is Kind.FIRST_IN else MOST_OFTEN
            return told(say(table[claim.within][several]), who=who, often=_often(claim, 0, who))
        case Kind.OTHER_FIRST_IN:
            others = labels.who(claim.others, opening=True)
            return told(
                say(OTHER_FIRST[claim.within][len(claim.others) > 1]),
                others=others,
                more=_often(claim, 0, others),
                who=labels.beside(claim.who),
                often=_often(claim, 1, who),
            )
        case _:
            first, second = (labels.who((id,)) for id in claim.who)
            return told(
                say(EACH[claim.within]),
                first=first,
                second=second,
                often=_often(claim, 0, first),
                other=_often(claim, 1, second),
            )


def one_of_them(claim: Claim, labels: InRows) -> Sentence:
    """The share of the weights in which one of several leaders comes first."""
    several = len(claim.who)
    what = told(say("Candidates who share the lead"))
    return told(
        say(ONE_OF_THEM[claim.within]),
        n=Figure(labels.number(several), several, "candidates", what, claim.of[0]),
        often=_often(claim, 1, labels.who(claim.who)),
    )


def _often(claim: Claim, place: int, who: Sentence) -> Figure:
    """In how many of a hundred weightings one of them is first."""
    share = float(claim.numbers[place])
    what = (
        say("Weightings within the members' own ranges in which {who} comes first")
        if claim.within == "members" and not (place and claim.kind is Kind.FIRST_IN)
        else say("Weightings in which {who} is first")
    )
    return Figure(of_hundred(share), share, "share", told(what, who=who), claim.of[place])
