"""Points and ranks of the candidates, exactly as the sealed rule sheet says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from cidesign.domain.panel import Candidate, Ranking, Recusal, Score, Standing
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.reason import (
    BelowPassMark,
    BelowQuorum,
    LotNotDrawn,
    NobodyScored,
    NoFigure,
    NoRank,
    NotEligible,
    QuorumOfConsensus,
    Reason,
    TooFewToTrim,
    UnequalPanels,
)
from cidesign.domain.rules import Aggregation, Missing, RuleSheet, Seats
from cidesign.text import say
from cidesign.value.aggregate import FEWEST_TO_TRIM, panel_value, scores_of_seats
from cidesign.value.check import problems_of
from cidesign.value.counted import Panel, panel_of
from cidesign.value.points import half_up, passes, product
from cidesign.value.seats import counted_seats, of_lone_seats
from cidesign.value.ties import ranked


def rank(
    rules: RuleSheet,
    scores: Sequence[Score],
    *,
    candidates: Sequence[Candidate] = (),
    recusals: Sequence[Recusal] = (),
    round: int | None = None,  # the contract's word
    lot: str | None = None,
    seats: Mapping[str, str] | None = None,
) -> Ranking:
    """Everybody's points and rank; the order of anything given does not matter.

    Args:
        candidates: without them the candidates are those the scores name, all of them eligible.
        round: as of which round, from 1; None for the highest in the scores.
        lot: the number drawn in public for ties the sheet leaves to a lot.
        seats: seat by rater, None where nobody knows; asked only where the sheet counts every seat
            equally.

    Raises:
        BadInput: all problems of the scores, recusals and candidates; or, where the sheet refuses
            them, all missing scores; or, where every seat counts equally, all raters without one.
    """
    problems = list(problems_of(rules, scores, candidates, recusals))
    if problems:
        raise BadInput(problems)
    panel = panel_of(rules, scores, candidates, recusals, round)
    sitting = counted_seats(rules, panel, seats)
    by_id = {candidate.id: candidate for candidate in candidates}
    gaps = list(_missing_figures(rules, candidates))
    if gaps and rules.missing is Missing.REFUSE:
        raise BadInput(gaps)
    unranked = [
        _standing(rules, panel, by_id.get(id, Candidate(id=id)), sitting) for id in panel.candidates
    ]
    groups = ranked(
        rules, [standing for standing in unranked if not standing.unranked_because], lot
    )
    rank_of = {id: place for place, ids in groups for id in ids}
    standings = sorted(
        (replace(standing, rank=rank_of.get(standing.candidate)) for standing in unranked),
        key=_in_order,
    )
    ties = tuple(ids for _, ids in groups if len(ids) > 1)
    warnings = (
        *panel.warnings,
        *_of_panels(panel),
        *_of_rules(rules, panel, sitting),
        *of_lone_seats(rules, panel, sitting),
        *_of_standings(standings),
        *_of_lot(rules, ties, lot),
    )
    return Ranking(tuple(standings), ties, panel.carried(), warnings, panel.round)


def _missing_figures(rules: RuleSheet, candidates: Sequence[Candidate]) -> Iterator[Problem]:
    for candidate in candidates:
        for criterion in rules.criteria:
            if criterion.calculated and candidate.values.get(criterion.id) is None:
                where = f"candidates.csv: {candidate.id}, {criterion.id}"
                yield Problem(
                    where,
                    say(
                        "{candidate} has no figure for {criterion}",
                        candidate=candidate.id,
                        criterion=criterion.id,
                    ),
                    say("fill the column {column}", column=criterion.id),
                )


def _standing(
    rules: RuleSheet, panel: Panel, candidate: Candidate, seats: Mapping[str, str]
) -> Standing:
    cells: dict[str, Fraction | None] = {}
    for criterion in rules.criteria:
        if criterion.calculated:
            figure = candidate.values.get(criterion.id)
            cells[criterion.id] = (
                half_up(Fraction(figure), rules.rounding.cell) if figure is not None else None
            )
            continue
        counted = panel.cells.get((candidate.id, criterion.id), {})
        given = {
            rater: Fraction(score.score)
            for rater, score in counted.items()
            if score.score is not None
        }
        cells[criterion.id] = panel_value(rules, given, seats) if given else None
    products = {
        criterion.id: None
        if (value := cells[criterion.id]) is None
        else product(criterion, value, rules.rounding)
        for criterion in rules.criteria
    }
    filled = [points for points in products.values() if points is not None]
    points = sum(filled, Fraction(0)) if len(filled) == len(products) else None
    raters = len(panel.raters_of(candidate.id))
    return Standing(
        candidate.id,
        points,
        None,
        raters,
        cells,
        products,
        tuple(_reasons(rules, candidate, cells, raters)),
    )


def _reasons(
    rules: RuleSheet, candidate: Candidate, cells: dict[str, Fraction | None], raters: int
) -> Iterator[Reason]:
    if not candidate.eligible:
        yield NotEligible()
    if rules.rated and raters < rules.quorum:
        yield BelowQuorum(raters, rules.quorum)
    for criterion in rules.criteria:
        value = cells[criterion.id]
        if value is None:
            yield (NoFigure(criterion.id) if criterion.calculated else NobodyScored(criterion.id))
        elif criterion.pass_mark is not None and not passes(criterion, value):
            yield BelowPassMark(criterion.id, value, Fraction(criterion.pass_mark))


def _in_order(standing: Standing) -> tuple[bool, int, bool, Fraction, str]:
    points = standing.points
    return (
        standing.rank is None,
        standing.rank or 0,
        points is None,
        -points if points is not None else Fraction(0),
        standing.candidate,
    )


def _of_panels(panel: Panel) -> Iterator[Reason]:
    panels = {candidate: set(panel.raters_of(candidate)) for candidate in panel.candidates}
    everybody = set().union(*panels.values())
    absent = {
        candidate: sorted(everybody - raters)
        for candidate, raters in panels.items()
        if raters and raters != everybody
    }
    if absent:
        yield UnequalPanels(tuple((id, tuple(raters)) for id, raters in absent.items()))


def _of_rules(rules: RuleSheet, panel: Panel, seats: Mapping[str, str]) -> Iterator[Reason]:
    if rules.aggregation is Aggregation.CONSENSUS and rules.quorum > 1:
        yield QuorumOfConsensus(rules.quorum)
    if rules.aggregation is Aggregation.TRIMMED:
        few = tuple(
            cell
            for cell, by_rater in panel.cells.items()
            if _fewest(rules, tuple(by_rater), seats) < FEWEST_TO_TRIM
        )
        if few:
            yield TooFewToTrim(few)


def _fewest(rules: RuleSheet, raters: Sequence[str], seats: Mapping[str, str]) -> int:
    """How many scores the aggregation has to work on: those of the cell, or of its smallest seat
    where each seat is one.
    """
    if rules.seats is Seats.EACH_RATER:
        return len(raters)
    return min(map(len, scores_of_seats(dict.fromkeys(raters, Fraction(0)), seats).values()))


def _of_standings(standings: Sequence[Standing]) -> Iterator[Reason]:
    for standing in standings:
        if standing.unranked_because:
            yield NoRank(standing.candidate, standing.unranked_because)


def _of_lot(rules: RuleSheet, ties: Sequence[Sequence[str]], lot: str | None) -> Iterator[Reason]:
    if rules.ties[-1] == "lot" and lot is None:
        for ids in ties:
            yield LotNotDrawn(tuple(ids))
