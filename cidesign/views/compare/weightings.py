"""How often a candidate comes first under other weights, in words; nothing here is called a
chance.
"""

from cidesign.domain.figures import count, of_hundred
from cidesign.text import mark, say
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.labels import Labels

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


def weightings(claim: Claim, labels: Labels) -> str:
    """The share of the weights in which somebody comes first."""
    often = [of_hundred(number) for number in claim.numbers]
    who, others = labels.names(claim.who, opening=True), labels.names(claim.others, opening=True)
    match claim.kind:
        case Kind.FIRST_IN if len(often) > 1:
            return _one_or_more(
                BOTH[claim.within], claim.who, who=who, often=often[0], anything=often[1]
            )
        case Kind.FIRST_IN:
            return _one_or_more(ALONE[claim.within], claim.who, who=who, often=often[0])
        case Kind.FIRST_MOST_OFTEN:
            return _one_or_more(MOST_OFTEN[claim.within], claim.who, who=who, often=often[0])
        case Kind.OTHER_FIRST_IN:
            who = labels.others(claim.who)
            return _one_or_more(
                OTHER_FIRST[claim.within],
                claim.others,
                others=others,
                more=often[0],
                who=who,
                often=often[1],
            )
        case _:
            first, second = (labels.names((id,)) for id in claim.who)
            return say(
                EACH[claim.within], first=first, second=second, often=often[0], other=often[1]
            )


def one_of_them(claim: Claim, labels: Labels) -> str:
    """The share of the weights in which one of several leaders comes first."""
    return say(
        ONE_OF_THEM[claim.within], n=count(len(claim.who)), often=of_hundred(claim.numbers[-1])
    )


def _one_or_more(pair: tuple[str, str], ids: tuple[str, ...], **slots: str) -> str:
    return say(pair[len(ids) > 1], **slots)
