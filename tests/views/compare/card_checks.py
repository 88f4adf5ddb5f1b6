"""For each kind of claim on the card of the page Compare: what must be so on the panel, and which
figures its sentence must show.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

import krippendorff
import numpy as np

from cidesign.views.compare.claims import Claim, Kind
from tests.views.compare.card_truth import Truth

NEAR = 0.03
"""How far two samplings of a share may lie apart."""


def members_who_weighed(truth: Truth) -> int:
    return len(truth.panel.members)


def of_leading(truth: Truth, claim: Claim) -> bool:
    most = max(truth.points(one) for one in truth.ranked)
    return claim.numbers[0] == most and claim.numbers[1] == sum(truth.panel.shares.values())


def leads_alone(truth: Truth, claim: Claim) -> bool:
    rest = tuple(one for one in truth.ranked if one not in claim.who)
    ahead = claim.numbers[0] - max(truth.points(one) for one in rest)
    second = truth.first(among=rest)
    return (
        of_leading(truth, claim)
        and truth.leaders == set(claim.who)
        and ahead == claim.numbers[2] > 0
        and second == set(claim.others)
    )


def leads_together(truth: Truth, claim: Claim) -> bool:
    level = truth.level - truth.leaders
    return (
        of_leading(truth, claim)
        and truth.leaders == set(claim.who)
        and len(claim.who) > 1
        and level == set(claim.others)
    )


def by_tie_rule(truth: Truth, claim: Claim) -> bool:
    level = truth.level - truth.leaders
    if not (
        of_leading(truth, claim)
        and truth.leaders == set(claim.who)
        and len(claim.who) == 1
        and level == set(claim.others) != set()
    ):
        return False
    (leader,) = claim.who
    for rule in truth.panel.ties:
        criterion = rule.removeprefix("criterion:")
        if rule == "lot":
            return claim.kind is Kind.FIRST_BY_LOT
        level = {
            one for one in level if truth.value(one, criterion) == truth.value(leader, criterion)
        }
        if not level:
            return claim.kind is Kind.FIRST_BY_CRITERION and claim.criteria == (criterion,)
    return False


def more_without_rank(truth: Truth, claim: Claim) -> bool:
    most = max(truth.points(one) for one in truth.ranked)
    more = {
        one
        for one in truth.panel.everybody
        if one not in truth.ranked and (truth.points(one) or 0) > most
    }
    return more == set(claim.who) != set()


def near(truth: Truth, who: tuple[str, ...], within: str, share: float) -> bool:
    return abs(truth.share_first(who, within) - share) < NEAR


def always_first_together(truth: Truth, who: tuple[str, ...], within: str) -> bool:
    names = list(truth.values)
    points = np.array([truth.values[one] for one in names]) @ truth.drawn(within).T
    top = points >= points.max(axis=0) - 1e-9
    return all((top[names.index(who[0])] == top[names.index(one)]).all() for one in who)


def extremes_are_so(truth: Truth, claim: Claim, within: str, share: float) -> bool:
    """ "Of 100 of 100" and "0 of 100" are said only of always and never; of all weights this is
    known for sure.
    """
    own, rest = (
        truth.share_first(claim.who, within),
        [one for one in truth.ranked if one not in claim.who],
    )
    if share > 1 - 1e-9 and (
        own < 1 - 1e-9
        or (within == "anything" and any(truth.smallest_flip(one) is not None for one in rest))
    ):
        return False
    return share > 1e-9 or (
        own == 0
        and (within != "anything" or all(truth.smallest_flip(one) is None for one in claim.who))
    )


def first_in(truth: Truth, claim: Claim) -> bool:
    regions = [claim.within, "anything"][: len(claim.numbers)]
    right = [
        near(truth, claim.who, within, share) and extremes_are_so(truth, claim, within, share)
        for within, share in zip(regions, claim.numbers)
    ]
    return (
        all(right)
        and truth.leaders <= set(claim.who)
        and (
            len(claim.who) == 1
            or all(always_first_together(truth, claim.who, within) for within in regions)
        )
    )


def most_often(truth: Truth, claim: Claim) -> bool:
    rest = [one for one in truth.ranked if one not in claim.who]
    return first_in(
        truth, Claim(Kind.FIRST_IN, claim.who, numbers=claim.numbers[:1], within=claim.within)
    ) and all(truth.share_first((one,), claim.within) < claim.numbers[0] for one in rest)


def other_first(truth: Truth, claim: Claim) -> bool:
    theirs, own = claim.numbers
    together = len(claim.others) == 1 or always_first_together(truth, claim.others, claim.within)
    return (
        truth.leaders <= set(claim.who)
        and theirs > own
        and together
        and near(truth, claim.others, claim.within, theirs)
        and near(truth, claim.who, claim.within, own)
    )


def each_first(truth: Truth, claim: Claim) -> bool:
    return truth.leaders == set(claim.who) and all(
        near(truth, (one,), claim.within, share)
        and extremes_are_so(truth, Claim(Kind.FIRST_IN, (one,)), claim.within, share)
        for one, share in zip(claim.who, claim.numbers)
    )


def one_of_them(truth: Truth, claim: Claim) -> bool:
    return (
        truth.leaders == set(claim.who)
        and claim.numbers[0] == len(claim.who)
        and near(truth, claim.who, claim.within, claim.numbers[1])
    )


def same_values(truth: Truth, who: tuple[str, ...]) -> bool:
    return (
        len({tuple(truth.value(one, criterion) for criterion in truth.panel.shares) for one in who})
        == 1
    )


def qualified(truth: Truth, claim: Claim) -> bool:
    """Where somebody has no rank, leaving out could give her one; then it must be said that this
    was not tried.
    """
    return (claim.within == "ranked") == (len(truth.ranked) < len(truth.panel.everybody))


def without_raters(truth: Truth) -> list[set[str]]:
    return [truth.first(without=rater) for rater in truth.raters]


def raters_stable(truth: Truth, claim: Claim) -> bool:
    found = without_raters(truth)
    stays = all(first == truth.leaders == set(claim.who) for first in found)
    return stays and claim.numbers == (len(found),) and len(found) > 1 and qualified(truth, claim)


def raters_decide(truth: Truth, claim: Claim) -> bool:
    found = without_raters(truth)
    changed = sum(bool(first) and first != truth.leaders for first in found)
    return (
        claim.numbers == (changed, len(found))
        and changed > 0
        and len(found) > 3
        and qualified(truth, claim)
    )


def rater_can_decide(truth: Truth, claim: Claim) -> bool:
    found = without_raters(truth)
    return any(first and first != truth.leaders for first in found) and 1 < len(found) < 4


def scores_need_raters(truth: Truth, claim: Claim) -> bool:
    found = without_raters(truth)
    return (
        claim.numbers == (sum(not first for first in found), len(found))
        and claim.numbers[0] > 0
        and len(found) > 3
    )


def scores_need_a_rater(truth: Truth, claim: Claim) -> bool:
    found = without_raters(truth)
    return not all(found) and 1 < len(found) < 4 and claim.numbers == ()


def raters_and_checks_agree(truth: Truth, claim: Claim) -> bool:
    ways = truth.other_ways()
    agree = claim.numbers[1:] == (len(ways),) and all(
        first == truth.leaders for first in ways.values()
    )
    return agree and raters_stable(truth, replace(claim, numbers=claim.numbers[:1]))


def checks_differ(truth: Truth, claim: Claim) -> bool:
    ways = truth.other_ways()
    differ = [first for first in ways.values() if first and not first & truth.level]
    return (
        claim.numbers == (len(differ), len(ways))
        and set(claim.others) == set().union(*differ) != set()
    )


def checks_open(truth: Truth, claim: Claim) -> bool:
    ways = truth.other_ways()
    agree = sum(first == truth.leaders for first in ways.values())
    return (
        claim.numbers == (agree, len(ways))
        and agree < len(ways)
        and set(claim.who) == truth.leaders
    )


def criterion_decides(truth: Truth, claim: Claim) -> bool:
    first = truth.first(but=claim.criteria[0])
    return first == set(claim.others) != truth.leaders and qualified(truth, claim)


def differ_most(truth: Truth, claim: Claim) -> bool:
    return (
        named(truth, claim)
        and spread(truth, claim) >= max(found for found, _ in truth.apart().values()) - 1e-9 > 0
    )


def differ_where_it_counts(truth: Truth, claim: Claim) -> bool:
    counting = [found for cell, (found, _) in truth.apart().items() if counts(truth, cell)]
    return (
        named(truth, claim)
        and counts(truth, cell_of(claim))
        and spread(truth, claim) >= max(counting) - 1e-9 > 0
    )


def differ_next(truth: Truth, claim: Claim) -> bool:
    larger = [
        cell
        for cell, (found, _) in truth.apart().items()
        if counts(truth, cell) and found > spread(truth, claim) + 1e-9
    ]
    return counts(truth, cell_of(claim)) and len(larger) <= 1 and spread(truth, claim) > 0


def cell_of(claim: Claim) -> tuple[str, str]:
    return claim.who[0], claim.criteria[0]


def spread(truth: Truth, claim: Claim) -> float:
    return truth.apart()[cell_of(claim)][0]


def counts(truth: Truth, cell: tuple[str, str]) -> bool:
    return cell[0] in truth.ranked and truth.panel.shares[cell[1]] > 0


def named(truth: Truth, claim: Claim) -> bool:
    """The range is told of four scores or more only, so that it is nobody's."""
    given = sorted(truth.scores[cell_of(claim)].values())
    return claim.numbers == (
        (given[0], given[-1], *truth.panel.scale(claim.criteria[0])) if len(given) > 3 else ()
    )


def hardly(truth: Truth, claim: Claim) -> bool:
    return claim.numbers == (
        max(widest for _, widest in truth.apart().values()),
    ) and 0 < claim.numbers[0] <= Fraction(1, 4)


def rounding_decides(truth: Truth, claim: Claim) -> bool:
    exact = {one: truth.points(one, exactly=True) for one in truth.ranked}
    (leader,) = claim.who
    above = {one for one in exact if one != leader and exact[one] >= exact[leader]}
    return (
        truth.leaders == {leader}
        and truth.level == {leader}
        and set(claim.others) == above != set()
    )


def no_weights(truth: Truth, claim: Claim) -> bool:
    return truth.leaders == set(claim.who) and all(
        truth.smallest_flip(one) is None for one in truth.ranked if one not in claim.who
    )


def flip(truth: Truth, claim: Claim) -> bool:
    (leader,), (rival,) = claim.who, claim.others
    if truth.leaders != {leader}:
        return False
    least = {
        one: found
        for one in truth.ranked
        if one != leader and (found := truth.smallest_flip(one)) is not None
    }
    weights = dict(zip(truth.panel.shares, truth.weights))
    if any(abs(weights[move.criterion] - float(move.now)) > 1e-9 for move in claim.moves):
        return False
    needed = np.array(
        list({**weights, **{move.criterion: float(move.needed) for move in claim.moves}}.values())
    )
    moved = float(np.abs(needed - truth.weights).sum())
    reached = (
        abs(needed.sum() - 1) < 1e-9
        and needed.min() > -1e-9
        and truth.first_or_level(rival, needed)
    )
    smallest = min(least.values())
    return (
        reached
        and abs(least[rival] - smallest) < 1e-6
        and abs(moved - smallest) < 1e-6
        and abs(2 * claim.numbers[0] - smallest) < 1e-6
    )


def rise(truth: Truth, claim: Claim) -> bool:
    (rival,), (move,) = claim.others, claim.moves
    most = max(truth.points(one) for one in truth.ranked)
    worst, best = truth.panel.scale(move.criterion)
    at_once = truth.panel.cell_places
    back = Fraction(1, 10**at_once if at_once is not None else 10**15) * (1 if best > worst else -1)
    enough = truth.points_with(rival, move.criterion, move.needed) >= most
    needed = (
        truth.panel.point_places is not None
        or truth.points_with(rival, move.criterion, move.needed - back) < most
    )
    on_it = min(worst, best) <= move.needed <= max(worst, best)
    return (
        enough
        and needed
        and on_it
        and truth.value(rival, move.criterion) == move.now
        and rival not in truth.leaders
    )


def not_linked(truth: Truth, claim: Claim) -> bool:
    whole = {
        one: {
            rater
            for rater in truth.raters
            if all(
                rater in truth.scores.get((one, criterion), {}) for criterion in truth.panel.rated
            )
        }
        for one in truth.panel.everybody
    }
    linked = {truth.raters[0]}
    for _ in truth.raters:
        linked |= {rater for raters in whole.values() if raters & linked for rater in raters}
    return linked != set(truth.raters)


def few_raters(truth: Truth, claim: Claim) -> bool:
    stand = [len(truth.raters_of(one)) for one in those(truth)]
    return (
        claim.numbers == (sum(number < 5 for number in stand), len(stand)) and claim.numbers[0] > 0
    )


def those(truth: Truth) -> tuple[str, ...]:
    return truth.ranked or tuple(one for one in truth.panel.everybody if truth.raters_of(one))


def unequal(truth: Truth, claim: Claim) -> bool:
    stand = [len(truth.raters_of(one)) for one in those(truth)]
    return claim.numbers == (min(stand), max(stand)) and min(stand) < max(stand)


def missing(truth: Truth, claim: Claim) -> bool:
    gaps = sum(
        len(truth.raters_of(one)) - len(truth.scores.get((one, criterion), {}))
        for one in truth.ranked
        for criterion in truth.panel.rated
    )
    return claim.numbers == (gaps,) and gaps > 0


def alpha_of(truth: Truth) -> float | None:
    """Krippendorff's alpha of each rater's own points, interval level, by the published package."""
    rows = []
    for rater in truth.raters:
        row = []
        for one in truth.panel.everybody:
            given = {
                criterion: truth.scores.get((one, criterion), {}).get(rater)
                for criterion in truth.panel.rated
            }
            whole = all(score is not None for score in given.values())
            points = sum(
                truth.product(criterion, score, exactly=True)
                for criterion, score in given.items()
                if score is not None
            )
            row.append(float(points) if whole else np.nan)
        rows.append(row)
    table = np.array(rows)
    pairable = table[:, (~np.isnan(table)).sum(axis=0) > 1] if table.size else table
    told = pairable[~np.isnan(pairable)]
    if len(told) < 2 or np.allclose(told, told[0]):
        return None
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement="interval"))


def agreement_wide(truth: Truth, claim: Claim) -> bool:
    alpha, low, high = claim.numbers
    own = alpha_of(truth)
    return own is not None and abs(own - alpha) < 1e-6 and high - low > 0.5 and low <= high <= 1


HOLDS: dict[Kind, Callable[[Truth, Claim], bool]] = {
    Kind.LEADS_ALONE: leads_alone,
    Kind.LEADS_TOGETHER: leads_together,
    Kind.FIRST_BY_CRITERION: by_tie_rule,
    Kind.FIRST_BY_LOT: by_tie_rule,
    Kind.ONLY_ONE_RANKED: lambda truth, claim: (
        of_leading(truth, claim) and truth.ranked == claim.who
    ),
    Kind.NOBODY_RANKED: lambda truth, claim: not truth.ranked,
    Kind.MORE_WITHOUT_RANK: more_without_rank,
    Kind.NO_ORDER: lambda truth, claim: not truth.ranked,
    Kind.NOTHING_BEHIND: lambda truth, claim: truth.ranked == claim.who,
    Kind.ONE_CRITERION: lambda truth, claim: len(truth.panel.shares) == 1,
    Kind.SAME_VALUES: lambda truth, claim: (
        truth.leaders == set(claim.who) and same_values(truth, claim.who)
    ),
    Kind.FIRST_IN: first_in,
    Kind.FIRST_MOST_OFTEN: most_often,
    Kind.OTHER_FIRST_IN: other_first,
    Kind.EACH_FIRST_IN: each_first,
    Kind.ONE_OF_THEM_FIRST_IN: one_of_them,
    Kind.RATERS_STABLE: raters_stable,
    Kind.RATERS_DECIDE: raters_decide,
    Kind.RATER_CAN_DECIDE: rater_can_decide,
    Kind.SCORES_NEED_RATERS: scores_need_raters,
    Kind.SCORES_NEED_A_RATER: scores_need_a_rater,
    Kind.RATERS_AND_CHECKS_AGREE: raters_and_checks_agree,
    Kind.CHECKS_DIFFER: checks_differ,
    Kind.CHECKS_OPEN: checks_open,
    Kind.CRITERION_DECIDES: criterion_decides,
    Kind.NOBODY_SCORED: lambda truth, claim: not truth.scores,
    Kind.ONLY_CALCULATED: lambda truth, claim: not truth.panel.rated,
    Kind.ONE_AGREED_SCORE: lambda truth, claim: truth.panel.aggregation == "consensus",
    Kind.ONE_RATER: lambda truth, claim: len(truth.raters) == 1,
    Kind.NOTHING_SCORED_TWICE: lambda truth, claim: bool(truth.scores) and not truth.apart(),
    Kind.SAME_SCORES: lambda truth, claim: (
        bool(truth.apart()) and all(widest == 0 for _, widest in truth.apart().values())
    ),
    Kind.HARDLY_DIFFER: hardly,
    Kind.DIFFER_MOST: differ_most,
    Kind.DIFFER_MOST_WHERE_IT_COUNTS: differ_where_it_counts,
    Kind.DIFFER_NEXT: differ_next,
    Kind.RANK_NEEDED: lambda truth, claim: (
        not truth.ranked and claim.numbers == (len(truth.panel.everybody),)
    ),
    Kind.SECOND_RANK_NEEDED: lambda truth, claim: (
        len(truth.ranked) == 1 and claim.numbers == (len(truth.panel.everybody) - 1,)
    ),
    Kind.LEVEL_BUT_CAN_PART: lambda truth, claim: (
        truth.level == set(claim.who) and not same_values(truth, claim.who)
    ),
    Kind.LEVEL_FOR_GOOD: lambda truth, claim: (
        truth.level == set(claim.who) and same_values(truth, claim.who)
    ),
    Kind.ROUNDING_DECIDES: rounding_decides,
    Kind.NO_WEIGHTS: no_weights,
    Kind.FLIP: flip,
    Kind.RISE: rise,
    Kind.UNRANKED: lambda truth, claim: (
        claim.numbers == (len(truth.panel.everybody) - len(truth.ranked),) and claim.numbers[0] > 0
    ),
    Kind.LONE_RATER: lambda truth, claim: len(truth.raters) == 1,
    Kind.NOT_LINKED: not_linked,
    Kind.FEW_RATERS: few_raters,
    Kind.UNEQUAL_RATERS: unequal,
    Kind.MISSING_SCORES: missing,
    Kind.BEFORE_THE_AGREED_SCORE: lambda truth, claim: truth.panel.aggregation == "consensus",
    Kind.NO_RATINGS: lambda truth, claim: not truth.panel.rated,
    Kind.AGREEMENT_UNKNOWN: lambda truth, claim: alpha_of(truth) is None,
    Kind.AGREEMENT_WIDE: agreement_wide,
    Kind.MEMBERS_WEIGHTS: lambda truth, claim: (
        claim.numbers == (members_who_weighed(truth), 4) and members_who_weighed(truth) < 4
    ),
    Kind.NO_WEIGHT: lambda truth, claim: (
        claim.criteria == tuple(id for id, weight in truth.panel.shares.items() if not weight) != ()
    ),
    Kind.ONE_ROUND: lambda truth, claim: not any(key.endswith("@2") for key in truth.panel.sheets),
    Kind.OTHER_PANELS: lambda truth, claim: True,
}

# What a sentence must show of its claim: every figure in it, in order, written by a second hand.

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def half_up(number: float | Fraction, places: int = 0) -> str:
    scaled = Fraction(number) * 10**places
    whole = floor(abs(scaled) + Fraction(1, 2))
    text = f"{whole:0{places + 1}d}"
    return f"{text[:-places]}.{text[-places:]}" if places else text


def of_hundred(share: float) -> list[str]:
    if 1e-9 < share < 0.01:
        return ["1", "100"]
    if 0.995 <= share < 1 - 1e-9:
        return ["99", "100"]
    return (
        [half_up(share), "100"]
        if share in (0, 100)
        else [half_up(Fraction(str(share)) * 100), "100"]
    )


def percent(share: float | Fraction) -> str:
    if 0 < share < 0.01:
        return "1%"
    if 0.995 <= share < 1 - 1e-6:
        return "99%"
    return f"{half_up(Fraction(str(float(share))) * 100)}%"


def figures(claim: Claim) -> list[str] | None:
    """All figures of the claim's sentence in order; None where ``test_compare_card`` looks
    closer.
    """
    numbers = claim.numbers
    match claim.kind:
        case Kind.LEADS_ALONE:
            lead = "0.1" if numbers[2] < Fraction(1, 20) else half_up(numbers[2], 1)
            return [half_up(numbers[0], 1), lead]
        case (
            Kind.LEADS_TOGETHER | Kind.FIRST_BY_CRITERION | Kind.FIRST_BY_LOT | Kind.ONLY_ONE_RANKED
        ):
            return [half_up(numbers[0], 1)]
        case Kind.FIRST_IN | Kind.FIRST_MOST_OFTEN | Kind.OTHER_FIRST_IN | Kind.EACH_FIRST_IN:
            shown = numbers[:1] if claim.kind is Kind.FIRST_MOST_OFTEN else numbers
            return [one for share in shown for one in of_hundred(share)]
        case Kind.ONE_OF_THEM_FIRST_IN:
            return [*([] if numbers[0] <= 10 else [str(numbers[0])]), *of_hundred(numbers[1])]
        case Kind.HARDLY_DIFFER:
            return [f"{ceil(numbers[0] * 100)}%"]
        case Kind.DIFFER_MOST | Kind.DIFFER_MOST_WHERE_IT_COUNTS:
            return [f"{float(number):,.10g}" for number in numbers]
        case Kind.AGREEMENT_WIDE:
            return []
        case Kind.RATERS_AND_CHECKS_AGREE:
            return [str(numbers[0])]
        case Kind.FEW_RATERS if numbers[0] == numbers[1]:
            return []
        case Kind.RANK_NEEDED | Kind.SECOND_RANK_NEEDED | Kind.UNRANKED | Kind.MISSING_SCORES:
            return [str(number) for number in numbers if number > 10]
        case Kind.MEMBERS_WEIGHTS | Kind.FLIP | Kind.RISE | Kind.SCORES_NEED_RATERS:
            return None
        case Kind.NO_WEIGHT:
            return ["0"]
        case _:
            return [str(number) for number in numbers]
