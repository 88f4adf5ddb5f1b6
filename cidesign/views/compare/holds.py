"""Would it hold, as claims: how often the first stays first under other weights, without one rater,
and by other ways to add up.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.robustness import Acceptability, CrossCheck
from cidesign.domain.rules import Aggregation
from cidesign.selection.cross_checks import WAYS
from cidesign.selection.robustness.reach import furthest_in_order, furthest_within
from cidesign.text.sentence import at, of
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.leads import level_with_the_first
from cidesign.views.compare.robustness import SAMPLES, RobustnessView
from cidesign.views.compare.view import CompareView

MOST_CLAIMS = 2
LEAST_TO_ADD_UP = 3
"""Of fewer scores the median and the trimmed mean are the mean itself."""
HEADLINE = frozenset(way.id for way in WAYS if way.headline)
SAME = 1e-9
HALF = 0.5
WITHOUT = at("robustness", "leave_one_out", "raters")
EVERYBODY = of("count", WITHOUT)
RANKED, MEMBERS, ORDER, SHEET = "ranked", "members", "order", "sheet"
TWO = 2


def holds(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    """The two things that weigh most for whether the order would hold; the others stand in the
    evidence.
    """
    if not view.leaders:
        return (Claim(Kind.NO_ORDER),)
    if len(view.ranked) == 1:
        return (Claim(Kind.NOTHING_BEHIND, (view.leaders[0].id,)),)
    weights, raters, checks, criteria = parts(view, evidence)
    facts = [claim for claim in (*raters, *checks, *criteria) if claim.kind in ALARMING]
    open_ones = [claim for claim in checks if claim.kind is Kind.CHECKS_OPEN]
    calm = [claim for claim in raters if claim.kind not in ALARMING]
    if calm and checks and checks[0].kind is Kind.CHECKS_AGREE:
        calm = [
            replace(
                calm[0],
                kind=Kind.RATERS_AND_CHECKS_AGREE,
                numbers=(*calm[0].numbers, *checks[0].numbers),
                of=(*calm[0].of, *checks[0].of),
            )
        ]
    return (*weights, *facts, *open_ones, *calm)[:MOST_CLAIMS]


def parts(view: CompareView, evidence: RobustnessView) -> tuple[tuple[Claim, ...], ...]:
    """All there is to say where at least two have a rank: of weights, of raters, of other ways to
    add up, of single criteria.
    """
    return tuple(part(view, evidence) for part in (_weights, _raters, _checks, _criteria))


ALARMING = frozenset(
    {
        Kind.RATERS_DECIDE,
        Kind.RATER_CAN_DECIDE,
        Kind.SCORES_NEED_RATERS,
        Kind.SCORES_NEED_A_RATER,
        Kind.CHECKS_DIFFER,
        Kind.CRITERION_DECIDES,
    },
)


def _weights(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    matrix = evidence.matrix
    leaders = tuple(row.id for row in view.leaders)
    rows = {matrix.values[matrix.candidates.index(id)] for id in leaders}
    if len(matrix.criteria) == 1:
        return (Claim(Kind.ONE_CRITERION),)
    if len(leaders) > 1 and len(rows) == 1:
        return (Claim(Kind.SAME_VALUES, leaders),)
    ordered = evidence.order if len(set(matrix.weights)) > 1 else None
    sampled = evidence.members or ordered or evidence.anything
    if sampled is None:
        return ()
    groups = {id: first_together(sampled, id) for id in leaders}
    if len(set(groups.values())) == 1:
        return (_one_group(sampled, groups[leaders[0]], evidence),)
    if len(leaders) == TWO:
        return (
            Claim(
                Kind.EACH_FIRST_IN,
                leaders,
                numbers=tuple(as_often(sampled, groups[id], evidence) for id in leaders),
                within=sampled.within,
                of=tuple(counted_in(sampled, groups[id]) for id in leaders),
            ),
        )
    one_of_them = sum(_first(sampled, group) for group in set(groups.values()))
    return (
        Claim(
            Kind.ONE_OF_THEM_FIRST_IN,
            leaders,
            numbers=(len(leaders), one_of_them),
            within=sampled.within,
            of=(
                of("leading", "rank"),
                counted_in(sampled, sorted({id for group in groups.values() for id in group})),
            ),
        ),
    )


def _one_group(sampled: Acceptability, who: tuple[str, ...], evidence: RobustnessView) -> Claim:
    own = as_often(sampled, who, evidence)
    rivals = {first_together(sampled, id) for id in sampled.candidates if id not in who}
    rival = max(sorted(rivals), key=lambda group: _first(sampled, group), default=())
    beyond = TWO * sampled.error  # of a difference of two shares, which move against each other
    theirs = _first(sampled, rival) if rival else 0.0
    if rival and theirs - own > beyond:
        return Claim(
            Kind.OTHER_FIRST_IN,
            who,
            rival,
            numbers=(min(as_often(sampled, rival, evidence), 1 - own), own),
            within=sampled.within,
            of=(counted_in(sampled, rival), counted_in(sampled, who)),
        )
    anything = evidence.anything
    besides = (
        anything is not None and anything is not sampled and first_together(anything, who[0]) == who
    )
    beside = [anything] if anything is not None and besides else []
    often = own < HALF and own - theirs > beyond
    return Claim(
        Kind.FIRST_MOST_OFTEN if often else Kind.FIRST_IN,
        who,
        numbers=(own, *(as_often(one, who, evidence) for one in beside)),
        within=sampled.within,
        of=tuple(counted_in(one, who) for one in (sampled, *beside)),
    )


def counted_in(sampled: Acceptability, who: Sequence[str]) -> str:
    """Where the share of the weights in which one of them is first was counted: the command that
    answers with these samples, and its places.
    """
    answer = "robustness"
    if sampled.within != MEMBERS:
        samples = "" if sampled.samples == SAMPLES else f", samples={sampled.samples}"
        answer = f"robustness({sampled.within}{samples})"
    return of("often", *(at(answer, "acceptability", id, 0) for id in who))


def first_together(sampled: Acceptability, id: str) -> tuple[str, ...]:
    """The candidate, and those who are first wherever it is.

    Such candidates have the same share, and the same mean weights where they win; others' winning
    weights lie on two sides of a line.
    """
    at = sampled.candidates.index(id)
    share, central = sampled.ranks[at][0], sampled.central[at]
    if central is None:
        return (id,)
    same = []
    for other, ranks, theirs in zip(sampled.candidates, sampled.ranks, sampled.central):
        if (
            theirs is not None
            and abs(ranks[0] - share) < SAME
            and all(abs(a - b) < SAME for a, b in zip(central, theirs))
        ):
            same.append(other)
    return tuple(same) or (id,)


def _first(sampled: Acceptability, who: tuple[str, ...]) -> float:
    return sum(sampled.first(id) for id in who)


def as_often(sampled: Acceptability, who: tuple[str, ...], evidence: RobustnessView) -> float:
    """The share of the weights; neither all nor none of them where the exact answer knows
    otherwise, however rare that is.

    Of raters drawn anew no exact answer is known, so draws that all agree count as nearly all.
    """
    share, least = _first(sampled, who), HALF / sampled.samples
    if evidence.exact is None or (sampled.within == MEMBERS and evidence.ranges is None):
        return share
    rivals = [id for id in evidence.matrix.candidates if id not in who]
    if sampled.within == SHEET:
        passed = able = True
    elif sampled.within in (MEMBERS, ORDER):
        passed = any(_furthest(sampled, evidence, rival, who[0]) > 0 for rival in rivals)
        able = all(_furthest(sampled, evidence, who[0], rival) >= 0 for rival in rivals)
    else:
        passed = any(flip.rival not in who for flip in evidence.exact.flips)
        able = bool(set(evidence.exact.potentially_optimal) & set(who))
    share = min(share, 1 - least) if passed else share
    return max(share, least) if able else share


def _furthest(sampled: Acceptability, evidence: RobustnessView, one: str, other: str) -> Fraction:
    """By how much one gets ahead of another at most, with the weights that were drawn from."""
    matrix = evidence.matrix
    values = dict(zip(matrix.candidates, matrix.values))
    gains = [mine - theirs for mine, theirs in zip(values[one], values[other])]
    if sampled.within == ORDER or evidence.ranges is None:
        return furthest_in_order(gains, matrix.weights)
    return furthest_within(gains, [evidence.ranges[id] for id in matrix.criteria])


def _raters(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    without = evidence.left_out.raters if evidence.left_out else {}
    if len(without) < TWO or view.aggregation is Aggregation.CONSENSUS:
        return ()
    leaders = {row.id for row in view.leaders}
    other = sum(bool(first) and set(first) != leaders for first in without.values())
    nobody = sum(not first for first in without.values())
    among = _among(view)
    if (other or nobody) and len(without) < FEWEST_IN_A_GROUP:
        return (Claim(Kind.RATER_CAN_DECIDE if other else Kind.SCORES_NEED_A_RATER),)
    if other:
        counted = (of("deciding", WITHOUT), EVERYBODY)
        return (Claim(Kind.RATERS_DECIDE, numbers=(other, len(without)), within=among, of=counted),)
    if nobody:
        counted = (of("lacking", WITHOUT), EVERYBODY)
        return (Claim(Kind.SCORES_NEED_RATERS, numbers=(nobody, len(without)), of=counted),)
    return (
        Claim(
            Kind.RATERS_STABLE,
            tuple(row.id for row in view.leaders),
            numbers=(len(without),),
            within=among,
            of=(EVERYBODY,),
        ),
    )


def _among(view: CompareView) -> str:
    """Leaving somebody or something out is tried among those with a rank; this must be said where
    there are others.
    """
    return RANKED if view.unranked else ""


def _checks(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    others = [check for check in evidence.checks if check.method in HEADLINE]
    most = max((row.raters for row in view.ranked), default=0)
    if not others or view.aggregation is Aggregation.CONSENSUS or most < LEAST_TO_ADD_UP:
        return ()
    level = {row.id for row in level_with_the_first(view)}
    differ = [check for check in others if check.first and not level & set(check.first)]
    if differ:
        return (
            Claim(
                Kind.CHECKS_DIFFER,
                others=_named(differ),
                numbers=(len(differ), len(others)),
                of=(of("ways", "differ"), of("ways", "all")),
            ),
        )
    if len(level) > 1:
        return ()
    agree = sum(set(check.first) == level for check in others)
    if agree == len(others):
        return (
            Claim(
                Kind.CHECKS_AGREE,
                tuple(level),
                numbers=(agree,),
                within=_among(view),
                of=(of("ways", "all"),),
            ),
        )
    return (
        Claim(
            Kind.CHECKS_OPEN,
            tuple(level),
            numbers=(agree, len(others)),
            of=(of("ways", "agree"), of("ways", "all")),
        ),
    )


def _named(checks: list[CrossCheck]) -> tuple[str, ...]:
    return tuple(sorted({id for check in checks for id in check.first}))


def _criteria(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    """The one criterion without which others would be first; several say less than the weights
    do.
    """
    without = evidence.left_out.criteria if evidence.left_out else {}
    leaders = {row.id for row in view.leaders}
    other = {id: first for id, first in without.items() if first and set(first) != leaders}
    if len(other) != 1:
        return ()
    return tuple(
        Claim(Kind.CRITERION_DECIDES, others=tuple(first), criteria=(id,), within=_among(view))
        for id, first in other.items()
    )
