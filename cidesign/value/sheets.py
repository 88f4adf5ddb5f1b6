"""What the rooms that look at a panel work on: every rater's counted scores, and the panel's values
of those with a rank.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.agreement import RaterSheets
from cidesign.domain.panel import Candidate, Ranking, Recusal, Score
from cidesign.domain.problem import BadInput
from cidesign.domain.reason import Cell
from cidesign.domain.robustness import DecisionMatrix
from cidesign.domain.rules import RuleSheet
from cidesign.value.check import problems_of
from cidesign.value.counted import panel_of
from cidesign.value.points import scale_share
from cidesign.value.seats import counted_seats


def rater_sheets(
    rules: RuleSheet,
    scores: Sequence[Score],
    *,
    candidates: Sequence[Candidate] = (),
    recusals: Sequence[Recusal] = (),
    round: int | None = None,  # the contract's word
    seats: Mapping[str, str] | None = None,
) -> RaterSheets:
    """Every rater's counted scores, as ``rank`` counts them.

    Raises:
        BadInput: as ``rank`` does.
    """
    problems = list(problems_of(rules, scores, candidates, recusals))
    if problems:
        raise BadInput(problems)
    panel = panel_of(rules, scores, candidates, recusals, round)
    given: dict[Cell, dict[str, Fraction]] = {
        cell: {
            rater: Fraction(score.score)
            for rater, score in by_rater.items()
            if score.score is not None
        }
        for cell, by_rater in panel.cells.items()
    }
    shares = {
        (candidate, criterion): {
            rater: scale_share(rules.criterion(criterion).scale, score)
            for rater, score in by_rater.items()
        }
        for (candidate, criterion), by_rater in given.items()
    }
    figures = {candidate.id: candidate.values for candidate in candidates}
    return RaterSheets(
        raters=tuple(sorted({rater for by_rater in given.values() for rater in by_rater})),
        candidates=panel.candidates,
        criteria=tuple(criterion.id for criterion in rules.rated),
        weights={criterion.id: Fraction(criterion.weight) for criterion in rules.rated},
        scores=given,
        shares=shares,
        calculated={id: _calculated(rules, figures.get(id, {})) for id in panel.candidates},
        round=panel.round,
        seats=counted_seats(rules, panel, seats),
        warnings=panel.warnings,
    )


def _calculated(rules: RuleSheet, figures: Mapping[str, Decimal | None]) -> Fraction | None:
    points = Fraction(0)
    for criterion in rules.criteria:
        if criterion.calculated:
            figure = figures.get(criterion.id)
            if figure is None:
                return None
            points += Fraction(criterion.weight) * scale_share(criterion.scale, Fraction(figure))
    return points


def decision_matrix(rules: RuleSheet, ranking: Ranking) -> DecisionMatrix:
    """The candidates with a rank, in rank order, with their panel values from 0 (worst) to 1
    (best); without any, an empty one.
    """
    ranked = sorted(
        (standing for standing in ranking.standings if standing.rank is not None),
        key=lambda one: (one.rank or 0, one.candidate),
    )
    total = sum((Fraction(criterion.weight) for criterion in rules.criteria), Fraction(0))
    values = tuple(
        tuple(
            scale_share(criterion.scale, one.cells[criterion.id] or Fraction(0))
            for criterion in rules.criteria
        )
        for one in ranked
    )
    return DecisionMatrix(
        candidates=tuple(one.candidate for one in ranked),
        criteria=tuple(criterion.id for criterion in rules.criteria),
        values=values,
        weights=tuple(Fraction(criterion.weight) / total for criterion in rules.criteria),
    )
