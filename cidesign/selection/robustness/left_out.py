"""Would it hold without one of us: who comes first when one rater, one criterion or one candidate
is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from cidesign.domain.agreement import RaterSheets
from cidesign.domain.panel import Candidate, Ranking, Recusal, Score, Standing
from cidesign.domain.robustness import LeftOut
from cidesign.domain.rules import RuleSheet
from cidesign.value import first_placed, panel_value, product, rank, rater_sheets


def left_out(
    rules: RuleSheet,
    scores: Sequence[Score],
    *,
    candidates: Sequence[Candidate] = (),
    recusals: Sequence[Recusal] = (),
    round: int | None = None,  # the contract's word
    lot: str | None = None,
    seats: Mapping[str, str] | None = None,
    ranking: Ranking | None = None,
    sheets: RaterSheets | None = None,
) -> LeftOut:
    """Who comes first by the sheet's own rule, among the candidates with a rank, without one rater,
    criterion or candidate.

    The quorum is not asked again: the panel is one smaller on purpose. A candidate with an empty
    cell, or that now misses a pass mark, cannot be first. A tie rule that names the criterion left
    out is skipped.

    Args:
        rules, scores, candidates, recusals, round, lot, seats: as for ``rank``.
        ranking: its answer to them, where it is known already.
        sheets: that of ``rater_sheets`` to them, likewise.

    Returns:
        By each rater with a counted score, each criterion and each candidate with a rank: the
        first-placed ids, sorted. Empty where nobody is left with points, and where no criterion
        with a weight is left.

    Raises:
        BadInput: as ``rank`` does.

    Source: leaving one out, Quenouille 1956, Biometrika 43:353-360, here of everything the result
    rests on.
    """
    if ranking is None:
        ranking = rank(
            rules,
            scores,
            candidates=candidates,
            recusals=recusals,
            round=round,
            lot=lot,
            seats=seats,
        )
    if sheets is None:
        sheets = rater_sheets(
            rules, scores, candidates=candidates, recusals=recusals, round=round, seats=seats
        )
    standings = [standing for standing in ranking.standings if standing.rank is not None]
    return LeftOut(
        raters={
            rater: first_placed(rules, _without_rater(rules, sheets, standings, rater), lot)
            for rater in sheets.raters
        },
        criteria={
            criterion.id: _without_criterion(rules, standings, criterion.id, lot)
            for criterion in rules.criteria
        },
        candidates={
            left.candidate: first_placed(
                rules, [standing for standing in standings if standing is not left], lot
            )
            for left in standings
        },
    )


def _without_rater(
    rules: RuleSheet, sheets: RaterSheets, standings: Sequence[Standing], rater: str
) -> list[Standing]:
    """The standings of the panel without her; only cells that she scored are counted anew."""
    found = []
    for standing in standings:
        cells, products = dict(standing.cells), dict(standing.products)
        for criterion in rules.rated:
            by_rater = sheets.scores.get((standing.candidate, criterion.id), {})
            if rater in by_rater:
                others = {other: score for other, score in by_rater.items() if other != rater}
                value = panel_value(rules, others, sheets.seats) if others else None
                cells[criterion.id] = value
                products[criterion.id] = (
                    None if value is None else product(criterion, value, rules.rounding)
                )
        found.append(replace(standing, points=_sum(products), cells=cells, products=products))
    return found


def _without_criterion(
    rules: RuleSheet, standings: Sequence[Standing], left: str, lot: str | None
) -> tuple[str, ...]:
    criteria = tuple(criterion for criterion in rules.criteria if criterion.id != left)
    if not any(criterion.weight for criterion in criteria):
        return ()
    smaller = rules.model_copy(
        update={
            "criteria": criteria,
            "ties": tuple(rule for rule in rules.ties if rule != f"criterion:{left}"),
        }
    )
    return first_placed(
        smaller,
        [
            replace(
                one, points=_sum({id: points for id, points in one.products.items() if id != left})
            )
            for one in standings
        ],
        lot,
    )


def _sum(products: Mapping[str, Fraction | None]) -> Fraction | None:
    filled = [points for points in products.values() if points is not None]
    return sum(filled, Fraction(0)) if len(filled) == len(products) else None
