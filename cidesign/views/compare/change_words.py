"""What would change the order, and what nobody knows of it, in words; weights in whole percent,
rises rounded so that they are enough.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from cidesign.domain.figures import count, listed, percent, rounded
from cidesign.text import mark, say, say_count
from cidesign.text.sentence import Figure, Sentence, told, words
from cidesign.views.compare.claims import Claim, Kind, Move, Number
from cidesign.views.compare.labels import InRows, written

MOST_MOVES = 3
SEEN = 1e-6
"""A smaller share would be told as 0%."""
FINEST = 6
"""Decimal places with which a rise is told at most."""


def _rank_needed(claim: Claim, labels: InRows) -> str:
    n = int(claim.numbers[0])
    return say_count(
        "The candidate needs a rank first.",
        "One of the {n} candidates needs a rank first.",
        n,
        n=count(n),
    )


def _second_rank(claim: Claim, labels: InRows) -> str:
    n = int(claim.numbers[0])
    if not n:
        return say("A second candidate could change it; there is none.")
    return say_count(
        "A second candidate with a rank could change it: {n} candidate has none yet.",
        "A second candidate with a rank could change it: {n} candidates have none yet.",
        n,
        n=count(n),
    )


def _level(claim: Claim, labels: InRows) -> Sentence:
    who = labels.who(claim.who, opening=True)
    if claim.kind is Kind.LEVEL_FOR_GOOD:
        said = say(
            "{who} have equal points under any weights; only another value on some criterion would "
            "part them."
        )
        return told(said, who=who)
    return told(say("{who} have equal points already; other weights could part them."), who=who)


def _rounding(claim: Claim, labels: InRows) -> Sentence:
    said = say(
        "Only rounding puts {leader} first: with exact points, {others} would be level or ahead."
    )
    return told(said, leader=labels.who(claim.who), others=labels.beside(claim.others))


def _no_weights(claim: Claim, labels: InRows) -> Sentence:
    return told(say("No weights at all would put another one first."))


def _flip(claim: Claim, labels: InRows) -> Sentence:
    share = max(float(claim.numbers[0]), SEEN)
    seen = [move for move in claim.moves if percent(move.now) != percent(move.needed)]
    if seen:
        return words(_moves(claim, labels, percent(share), seen))
    what = told(
        say("Share of the weight that must move for {who} to share first place"),
        who=labels.who(claim.others),
    )
    return told(
        say("Moving {share} of the weight is enough for {rival} to share first place."),
        share=Figure(percent(share), share, "share", what, claim.of[0]),
        rival=labels.who(claim.others),
    )


def _moves(claim: Claim, labels: InRows, share: str, seen: list[Move]) -> str:
    """A page tells the weights too, or which of them change most."""
    rival = labels.names(claim.others)
    if len(seen) <= MOST_MOVES:
        weights = [
            say(
                "{needed} for {criterion} (now {now})",
                needed=percent(move.needed),
                criterion=labels.criterion(move.criterion),
                now=percent(move.now),
            )
            for move in seen
        ]
        return say(
            "With weights of about {weights}, {rival} would share first place.",
            weights=listed(weights),
            rival=rival,
        )
    down, up = min(claim.moves, key=_gain), max(claim.moves, key=_gain)
    return say(
        "Moving about {share} of the weight is enough for {rival} to share first place; {down} "
        "loses most, {up} gains most.",
        share=share,
        rival=rival,
        down=labels.criterion(down.criterion),
        up=labels.criterion(up.criterion),
    )


def _gain(move: Move) -> float:
    return float(move.needed) - float(move.now)


def _rise(claim: Claim, labels: InRows) -> str:
    move = claim.moves[0]
    now, needed = enough(move, claim.numbers[0] if claim.numbers else move.needed)
    return say(
        "{rival} would be first or level with {needed} instead of {now} on {criterion}.",
        rival=labels.names(claim.others),
        needed=needed,
        now=now,
        criterion=labels.criterion(move.criterion),
    )


def enough(move: Move, best: Number) -> tuple[str, str]:
    """The value now and the one needed, in so few decimal places that they differ; the needed one
    rounded to the side that is enough.

    Args:
        best: the end of the scale, beyond which nothing is told.
    """
    up = move.needed > move.now
    for places in range(1, FINEST):
        step = Decimal(1).scaleb(-places)
        now, needed = (
            rounded(move.now, str(step)),
            _decimal(move.needed).quantize(step, rounding=ROUND_CEILING if up else ROUND_FLOOR),
        )
        if now != needed and (needed <= _decimal(best) if up else needed >= _decimal(best)):
            return written(now), written(needed)
    return written(_decimal(move.now)), written(_decimal(move.needed))


def _decimal(number: Number) -> Decimal:
    exact = Fraction(number)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def never_first(candidates: str) -> str:
    """Of whom no weights are the reason to choose them."""
    return say("No weights at all put {candidates} first.", candidates=candidates)


NEEDED = {
    Kind.RANK_NEEDED: _rank_needed,
    Kind.SECOND_RANK_NEEDED: _second_rank,
    Kind.RISE: _rise,
}
CHANGE = {
    Kind.LEVEL_BUT_CAN_PART: _level,
    Kind.LEVEL_FOR_GOOD: _level,
    Kind.ROUNDING_DECIDES: _rounding,
    Kind.NO_WEIGHTS: _no_weights,
    Kind.FLIP: _flip,
}

FIXED = {
    Kind.LONE_RATER: mark("Only one rater scored: we do not know whether others would agree."),
    Kind.NOT_LINKED: mark(
        "Not all raters are linked by candidates they both scored completely, so strict raters "
        "cannot be told from weak candidates."
    ),
    Kind.BEFORE_THE_AGREED_SCORE: mark(
        "The panel gave one agreed score: how far its members differed before is not recorded."
    ),
    Kind.NO_RATINGS: mark(
        "All criteria are calculated: what people think of the candidates is not in the points."
    ),
    Kind.AGREEMENT_UNKNOWN: mark("How far the raters agree cannot be measured on these scores."),
    Kind.ONE_ROUND: mark("There was one round: nobody has scored a second time."),
    Kind.OTHER_PANELS: mark("Another panel of raters could see it differently."),
}


def _fixed(claim: Claim, labels: InRows) -> str:
    return say(FIXED[claim.kind])


def _unranked(claim: Claim, labels: InRows) -> str:
    n = int(claim.numbers[0])
    return say_count(
        "{n} candidate has no rank: where it would stand is not known.",
        "{n} candidates have no rank: where they would stand is not known.",
        n,
        n=count(n, opening=True),
    )


def _few(claim: Claim, labels: InRows) -> str:
    few, all_of_them = map(int, claim.numbers)
    if few == all_of_them:
        return say(
            "Fewer than five raters scored each candidate: too few to know what others would say."
        )
    return say_count(
        "{n} of {all} candidates stands on fewer than five raters: too few to know what others "
        "would say.",
        "{n} of {all} candidates stand on fewer than five raters: too few to know what others "
        "would say.",
        few,
        n=few,
        all=all_of_them,
    )


def _unequal(claim: Claim, labels: InRows) -> str:
    fewest, most = claim.numbers
    return say(
        "Panels are unequal: candidates stand on {fewest} to {most} raters.",
        fewest=fewest,
        most=most,
    )


def _missing(claim: Claim, labels: InRows) -> str:
    n = int(claim.numbers[0])
    return say_count(
        "{n} score is missing and left out: what it would have been is not known.",
        "{n} scores are missing and left out: what they would have been is not known.",
        n,
        n=count(n, opening=True),
    )


def _agreement(claim: Claim, labels: InRows) -> str:
    return say(
        "How far the raters agree is open: with other candidates it could be much less, or much "
        "more."
    )


def _members(claim: Claim, labels: InRows) -> str:
    given, least = map(int, claim.numbers)
    if not given:
        return say(
            "No member has given weights of their own, so what our members would choose is not "
            "known."
        )
    return say(
        "Fewer than {least} members have given weights of their own, so what our members would "
        "choose is not known.",
        least=count(least),
    )


def _no_weight(claim: Claim, labels: InRows) -> str:
    return say_count(
        "{criteria} has a weight of 0, so the points say nothing of it.",
        "{criteria} have a weight of 0, so the points say nothing of them.",
        len(claim.criteria),
        criteria=listed([labels.criteria[id] for id in claim.criteria]),
    )


UNKNOWN = {
    **dict.fromkeys(FIXED, _fixed),
    Kind.UNRANKED: _unranked,
    Kind.FEW_RATERS: _few,
    Kind.UNEQUAL_RATERS: _unequal,
    Kind.MISSING_SCORES: _missing,
    Kind.AGREEMENT_WIDE: _agreement,
    Kind.MEMBERS_WEIGHTS: _members,
    Kind.NO_WEIGHT: _no_weight,
}
