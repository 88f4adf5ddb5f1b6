"""Who leads and what to talk about, as claims: read from the points and from how far the raters'
scores lie apart.
"""

from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, AgendaCell
from cidesign.domain.rules import Aggregation
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CandidateRow, CompareView, CriterionColumn

HARDLY = Fraction(1, 4)
"""Up to a quarter of the scale, one level of five, raters hardly differ."""
CRITERION = "criterion:"


def leads(view: CompareView) -> tuple[Claim, ...]:
    """Who leads and by how much; and who has more points without a rank."""
    if not view.leaders:
        return (Claim(Kind.NOBODY_RANKED),)
    first = view.leaders[0]
    total = first.points or Fraction(0)
    more = tuple(row.id for row in view.unranked if row.points is not None and row.points > total)
    return (_first(view, first, total), *((Claim(Kind.MORE_WITHOUT_RANK, more),) if more else ()))


def _first(view: CompareView, first: CandidateRow, total: Fraction) -> Claim:
    numbers = (total, Fraction(view.most_points))
    leaders = tuple(row.id for row in view.leaders)
    level = tuple(row.id for row in level_with_the_first(view) if row.id not in leaders)
    if len(leaders) > 1:
        return Claim(Kind.LEADS_TOGETHER, leaders, level, numbers=numbers)
    behind = [row for row in view.ranked if row.id != first.id]
    if not behind:
        return Claim(Kind.ONLY_ONE_RANKED, leaders, numbers=numbers)
    if level:
        return _by_tie_rule(view, first, level, numbers)
    second = tuple(row.id for row in behind if row.rank == behind[0].rank)
    return Claim(
        Kind.LEADS_ALONE,
        leaders,
        second,
        numbers=(*numbers, total - (behind[0].points or Fraction(0))),
    )


def level_with_the_first(view: CompareView) -> tuple[CandidateRow, ...]:
    """All who have a rank and as many points as the first, itself included."""
    return tuple(row for row in view.ranked if row.points == view.leaders[0].points)


def _by_tie_rule(
    view: CompareView, first: CandidateRow, level: tuple[str, ...], numbers: tuple[Fraction, ...]
) -> Claim:
    """The rule after which nobody is level any more."""
    columns = {column.id: column for column in view.criteria}
    rivals = [row for row in view.ranked if row.id in level]
    for rule in view.tie_rules:
        if not rule.startswith(CRITERION):
            return Claim(Kind.FIRST_BY_LOT, (first.id,), level, numbers=numbers)
        column = columns[rule.removeprefix(CRITERION)]
        rivals = [row for row in rivals if row.cells[column.id] == first.cells[column.id]]
        if not rivals:
            return Claim(Kind.FIRST_BY_CRITERION, (first.id,), level, (column.id,), numbers)
    return Claim(Kind.FIRST_BY_TIE_RULE, (first.id,), level, numbers=numbers)


def talk(view: CompareView, evidence: RobustnessView) -> tuple[Claim, ...]:
    """The cells on which raters differ most, or why there is none to name."""
    agenda = evidence.agreement.agenda
    if not agenda:
        return (Claim(_why_nothing(view, evidence)),)
    if agenda[0].spread == 0:
        return (Claim(Kind.SAME_SCORES),)
    widest = _widest(view, agenda)
    if widest is not None and widest <= HARDLY:
        return (Claim(Kind.HARDLY_DIFFER, numbers=(widest,)),)
    counts = [cell for cell in agenda if _counts(view, cell) and cell.spread > 0]
    if not counts or _counts(view, agenda[0]):
        first, *others = [cell for cell in agenda if cell.spread > 0]
        named = [_named(view, Kind.DIFFER_MOST, first)]
    else:
        first, *others = counts
        named = [_named(view, Kind.DIFFER_MOST_WHERE_IT_COUNTS, first)]
    following = [cell for cell in others if _counts(view, cell)]
    return (
        *named,
        *(
            Claim(Kind.DIFFER_NEXT, (cell.candidate,), criteria=(cell.criterion,))
            for cell in following[:1]
        ),
    )


def _why_nothing(view: CompareView, evidence: RobustnessView) -> Kind:
    if view.criteria and all(column.calculated for column in view.criteria):
        return Kind.ONLY_CALCULATED
    if not any(row.raters for row in view.rows):
        return Kind.NOBODY_SCORED
    if view.aggregation is Aggregation.CONSENSUS:
        return Kind.ONE_AGREED_SCORE
    return Kind.ONE_RATER if has_one_rater(view, evidence) else Kind.NOTHING_SCORED_TWICE


def has_one_rater(view: CompareView, evidence: RobustnessView) -> bool:
    """Whether all scores are one rater's, as far as this can be told."""
    if evidence.left_out is not None:
        return len(evidence.left_out.raters) == 1
    return len(view.rows) == 1 and view.rows[0].raters == 1


def _counts(view: CompareView, cell: AgendaCell) -> bool:
    ranked = {row.id for row in view.ranked}
    return cell.candidate in ranked and _column(view, cell).weight > 0


def _column(view: CompareView, cell: AgendaCell) -> CriterionColumn:
    return next(column for column in view.criteria if column.id == cell.criterion)


def _widest(view: CompareView, agenda: tuple[AgendaCell, ...]) -> Fraction | None:
    """How far the scores of any one cell lie apart at most, as a share of its scale; None where a
    scale is not known.
    """
    apart = []
    for cell in agenda:
        scale = _column(view, cell).scale
        if scale is None:
            return None
        apart.append((max(cell.scores) - min(cell.scores)) / Fraction(scale.high - scale.low))
    return max(apart)


def _named(view: CompareView, kind: Kind, cell: AgendaCell) -> Claim:
    scale = _column(view, cell).scale
    if scale is None or len(cell.scores) < FEWEST_IN_A_GROUP:
        return Claim(kind, (cell.candidate,), criteria=(cell.criterion,))
    ends = (Fraction(scale.worst), Fraction(scale.best))
    return Claim(
        kind,
        (cell.candidate,),
        criteria=(cell.criterion,),
        numbers=(min(cell.scores), max(cell.scores), *ends),
    )
