"""What would change the order and what nobody knows of it, as claims: the smallest changes, and the
gaps of this panel.
"""

from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.robustness import DecisionMatrix, Flip
from cidesign.domain.rules import Aggregation
from cidesign.text.sentence import at, of
from cidesign.views.compare.claims import Claim, Kind, Move
from cidesign.views.compare.leads import has_one_rater, level_with_the_first
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CandidateRow, CompareView

ENOUGH_RATERS = 5
"""Fewer raters say little of what others would say; five is ours. How little one reviewer's score
tells of another's: Erosheva, Martinková & Lee 2021, Journal of the Royal Statistical Society A
184(3):904-919.
"""
WIDE = 0.5
"""An interval of alpha wider than this says little; ours."""
MOST_UNKNOWN = 2
NO_CHANGE = 1e-9
TWO = 2


def change(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    """The smallest change of weights, and the smallest rise of one panel value, that put another
    first.
    """
    if not view.leaders:
        return (Claim(Kind.RANK_NEEDED, numbers=(len(view.rows),)),)
    if len(view.ranked) == 1:
        return (Claim(Kind.SECOND_RANK_NEEDED, numbers=(len(view.unranked),)),)
    level = level_with_the_first(view)
    if len(level) > 1:
        return (_level(evidence.matrix, level),)
    leader, matrix = view.leaders[0].id, evidence.matrix
    ahead = _by_exact_points(matrix, leader)
    if ahead:
        return (Claim(Kind.ROUNDING_DECIDES, (leader,), ahead),)
    found = []
    if evidence.exact is not None and len(matrix.criteria) > 1:
        found += [_flip(matrix, leader, flip) for flip in evidence.exact.flips[:1]] or [
            Claim(Kind.NO_WEIGHTS, (leader,))
        ]
    for rise in evidence.rises[:1]:
        scale = next(column.scale for column in view.criteria if column.id == rise.criterion)
        end = (Fraction(scale.best),) if scale else ()
        found.append(
            Claim(
                Kind.RISE,
                (leader,),
                (rise.rival,),
                numbers=end,
                moves=(Move(rise.criterion, rise.now, rise.needed),),
            )
        )
    return tuple(found) or (Claim(Kind.NO_WEIGHTS, (leader,)),)


def _level(matrix: DecisionMatrix, level: tuple[CandidateRow, ...]) -> Claim:
    values = {matrix.values[matrix.candidates.index(row.id)] for row in level}
    who = tuple(row.id for row in level)
    return Claim(Kind.LEVEL_FOR_GOOD if len(values) == 1 else Kind.LEVEL_BUT_CAN_PART, who)


def _by_exact_points(matrix: DecisionMatrix, leader: str) -> tuple[str, ...]:
    """Who has as many points as the leader, or more, before the rule sheet rounds them."""
    exact = {
        id: sum((share * value for share, value in zip(matrix.weights, values)), Fraction(0))
        for id, values in zip(matrix.candidates, matrix.values)
    }
    return tuple(id for id in matrix.candidates if id != leader and exact[id] >= exact[leader])


def _flip(matrix: DecisionMatrix, leader: str, flip: Flip) -> Claim:
    now = dict(zip(matrix.criteria, matrix.weights))
    moved = [
        Move(id, now[id], flip.weights[id])
        for id in matrix.criteria
        if abs(float(now[id]) - flip.weights[id]) > NO_CHANGE
    ]
    largest_first = sorted(moved, key=lambda move: -abs(move.needed - float(move.now)))
    return Claim(
        Kind.FLIP,
        (leader,),
        (flip.rival,),
        numbers=(flip.l1_change / 2,),
        moves=tuple(largest_first),
        of=(of("moved", at("robustness", "flip", 0)),),
    )


def unknown(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    """The two gaps that weigh most, true of this panel."""
    found = [
        *_of_the_ranked(view),
        *_of_raters(view, evidence),
        *_of_agreement(view, evidence),
        *_of_weights(view, evidence),
        *_of_rounds(view),
    ]
    return tuple(found[:MOST_UNKNOWN]) or (Claim(Kind.OTHER_PANELS),)


def _of_the_ranked(view: CompareView) -> list[Claim]:
    number = len(view.unranked)
    return [Claim(Kind.UNRANKED, numbers=(number,))] if number and len(view.ranked) < TWO else []


def _of_raters(view: CompareView, evidence: RobustnessView) -> list[Claim]:
    if all(column.calculated for column in view.criteria):
        return [Claim(Kind.NO_RATINGS)]
    rows = view.ranked or tuple(row for row in view.rows if row.raters)
    if not rows:
        return []
    if view.aggregation is Aggregation.CONSENSUS:
        return [Claim(Kind.BEFORE_THE_AGREED_SCORE)]
    if has_one_rater(view, evidence):
        return [Claim(Kind.LONE_RATER)]
    linked = evidence.agreement.leniency is not None
    found = [] if linked or len(view.ranked) < TWO else [Claim(Kind.NOT_LINKED)]
    few = tuple(row.id for row in rows if row.raters < ENOUGH_RATERS)
    if few:
        found.append(Claim(Kind.FEW_RATERS, few, numbers=(len(few), len(rows))))
    fewest, most = min(row.raters for row in rows), max(row.raters for row in rows)
    if fewest != most:
        found.append(Claim(Kind.UNEQUAL_RATERS, numbers=(fewest, most)))
    missing = _missing(view, evidence)
    if missing:
        found.append(Claim(Kind.MISSING_SCORES, numbers=(missing,)))
    return found


def _missing(view: CompareView, evidence: RobustnessView) -> int:
    """Scores the raters of a ranked candidate left blank; a ranked candidate's cell outside the
    agenda has one score.
    """
    given = {
        (cell.candidate, cell.criterion): len(cell.scores) for cell in evidence.agreement.agenda
    }
    rated = [column.id for column in view.criteria if not column.calculated]
    return sum(row.raters - given.get((row.id, id), 1) for row in view.ranked for id in rated)


def _of_agreement(view: CompareView, evidence: RobustnessView) -> list[Claim]:
    measured = evidence.agreement
    if not measured.agenda:
        return []
    if measured.alpha is None:
        return [Claim(Kind.AGREEMENT_UNKNOWN)]
    if measured.alpha_interval and measured.alpha_interval[1] - measured.alpha_interval[0] > WIDE:
        return [Claim(Kind.AGREEMENT_WIDE, numbers=(measured.alpha, *measured.alpha_interval))]
    return []


def _of_weights(view: CompareView, evidence: RobustnessView) -> list[Claim]:
    found, several = [], len(view.ranked) > 1 and len(view.criteria) > 1
    if several and evidence.members is None:
        found.append(
            Claim(Kind.MEMBERS_WEIGHTS, numbers=(evidence.member_count, FEWEST_IN_A_GROUP))
        )
    without = tuple(column.id for column in view.criteria if not column.weight)
    if several and without:
        found.append(Claim(Kind.NO_WEIGHT, criteria=without))
    return found


def _of_rounds(view: CompareView) -> list[Claim]:
    found = []
    if view.unranked and len(view.ranked) > 1:
        found.append(Claim(Kind.UNRANKED, numbers=(len(view.unranked),)))
    if (
        view.round == 1
        and view.aggregation is not Aggregation.CONSENSUS
        and any(row.raters for row in view.rows)
    ):
        found.append(Claim(Kind.ONE_ROUND))
    return found
