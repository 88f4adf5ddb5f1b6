"""What the five sentences of the page Compare claim: each claim on its own, with its exact figures,
before it is put into words.
"""

from dataclasses import dataclass
from enum import StrEnum, auto
from fractions import Fraction

Number = Fraction | float | int


class Kind(StrEnum):
    """What a claim says; who, others, criteria, numbers and moves are those of ``Claim``."""

    # Who leads: numbers are points, the most points there are, and for one who leads alone the
    # lead.
    LEADS_ALONE = auto()
    LEADS_TOGETHER = auto()  # others: those with as many points whom the tie rules put behind
    FIRST_BY_CRITERION = (
        auto()
    )  # who has as many points as others, and is better on the criterion of a tie rule
    FIRST_BY_LOT = auto()
    FIRST_BY_TIE_RULE = auto()
    ONLY_ONE_RANKED = auto()
    NOBODY_RANKED = auto()
    MORE_WITHOUT_RANK = auto()  # who has more points than the first, but no rank

    # Would it hold.
    NO_ORDER = auto()  # nobody has a rank
    NOTHING_BEHIND = auto()  # only one has a rank
    ONE_CRITERION = auto()
    SAME_VALUES = auto()  # who have the same panel values on all criteria
    # Who are first (together) in this share of the weights ``within``, and (where it is told) in
    # that share of all weights.
    FIRST_IN = auto()
    FIRST_MOST_OFTEN = auto()  # likewise, and in clearly more than any other
    # others are first more often than who, beyond the error of sampling: shares of others and of
    # who
    OTHER_FIRST_IN = auto()
    EACH_FIRST_IN = auto()  # two who share the lead: the share of each
    ONE_OF_THEM_FIRST_IN = (
        auto()
    )  # who share the lead: how many, and the share in which one of them is first
    RATERS_STABLE = auto()  # without any one of so many raters the first stay the same
    RATERS_DECIDE = (
        auto()
    )  # without so many of so many raters (one at a time) the first would not be the same
    RATER_CAN_DECIDE = auto()  # likewise, in a panel too small to count in
    SCORES_NEED_RATERS = (
        auto()
    )  # without so many of so many raters (one at a time) nobody would have points
    SCORES_NEED_A_RATER = auto()  # likewise, in a panel too small to count in
    CHECKS_AGREE = (
        auto()
    )  # all of so many other ways to add up put the same one first; told only with the next one
    RATERS_AND_CHECKS_AGREE = (
        auto()
    )  # without any one of so many raters, and by so many other ways to add up
    CHECKS_DIFFER = auto()  # so many of so many put others first
    CHECKS_OPEN = auto()  # so many of so many agree, the others name several or nobody
    CRITERION_DECIDES = auto()  # without this criterion others would be first

    # What to talk about.
    NOBODY_SCORED = auto()
    ONLY_CALCULATED = auto()
    ONE_AGREED_SCORE = auto()
    ONE_RATER = auto()
    NOTHING_SCORED_TWICE = auto()
    SAME_SCORES = auto()
    HARDLY_DIFFER = (
        auto()
    )  # no two scores of one cell lie further apart than this share of the scale
    # on this criterion of this candidate; lowest and highest score, worst and best end of the scale
    DIFFER_MOST = auto()
    DIFFER_MOST_WHERE_IT_COUNTS = (
        auto()
    )  # likewise, among candidates with a rank and criteria with a weight
    DIFFER_NEXT = auto()

    # What would change it.
    RANK_NEEDED = auto()
    SECOND_RANK_NEEDED = auto()
    LEVEL_BUT_CAN_PART = auto()  # who have equal points; other weights could part them
    LEVEL_FOR_GOOD = auto()
    ROUNDING_DECIDES = auto()  # with exact points others would be first or level with who
    NO_WEIGHTS = auto()  # no weights put another first, not even level
    FLIP = (
        auto()
    )  # others would share first place with these weights; numbers: the share of weight that moves
    # others would be first, or share it, with this panel value; numbers: the best end of its scale
    RISE = auto()

    # What we do not know.
    UNRANKED = auto()  # so many candidates have no rank
    LONE_RATER = auto()
    NOT_LINKED = (
        auto()
    )  # not all raters are linked by candidates that two of them scored completely
    FEW_RATERS = auto()  # so many of so many candidates stand on fewer than five raters
    UNEQUAL_RATERS = auto()  # from so many raters to so many
    MISSING_SCORES = auto()  # so many of the ranked are missing
    BEFORE_THE_AGREED_SCORE = auto()
    NO_RATINGS = auto()
    AGREEMENT_UNKNOWN = auto()
    AGREEMENT_WIDE = auto()  # alpha, and its interval
    MEMBERS_WEIGHTS = auto()  # only so many members weighed every criterion
    NO_WEIGHT = auto()  # criteria with a weight of 0
    ONE_ROUND = auto()
    OTHER_PANELS = auto()


@dataclass(frozen=True)
class Move:
    """What a weight (a share) or a panel's value (on its scale) is now, and what it would have to
    be.
    """

    criterion: str
    now: Number
    needed: Number


@dataclass(frozen=True)
class Claim:
    """One thing that is so, with the figures its sentence shows, unrounded.

    Args:
        who: ids of the candidates it is about; others: of those it sets them against.
        criteria: ids.
        numbers: in the order ``Kind`` names them.
        within: the weights a share is of: "members", "order" or "anything"; or "ranked", where it
            is so among candidates with a rank only.
        of: what computed each number, as docs/choices.md writes it; empty where only a page tells
            the numbers.
    """

    kind: Kind
    who: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    moves: tuple[Move, ...] = ()
    within: str = ""
    of: tuple[str, ...] = ()
