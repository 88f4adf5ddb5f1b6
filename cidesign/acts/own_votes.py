"""Whether a candidate that holds the grant, convened us, funds us or chairs the committee leads by
the scores of members who sit there for it, as far as that may be told.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from itertools import groupby

from cidesign.acts.committee import counting_recusals, seats_of
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.panel import Ranking
from cidesign.domain.positions import OwnVotes, candidate_of, incumbents
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import Aggregation
from cidesign.domain.workshop import Bundle
from cidesign.value import latest, rank

TWO = 2


def sits_for(record: Bundle, candidate: str) -> frozenset[str]:
    """Ids of the members whose seat names this candidate."""
    return frozenset(
        one.id
        for one in record.workshop.members
        if (found := candidate_of(one.seat, record.candidates)) and found.id == candidate
    )


def own_votes(record: Bundle) -> OwnVotes | None:
    """What the first place owes to the leader's own members; None where the leader holds no
    position or nobody who sits there for it scored it, where fewer than two have a rank, and while
    a round is open.

    The order without them is told only where in every cell four raters or more stay, and four or
    more, or nobody, go: what the two orders together tell is about those who go, as with seats.
    """
    if record.workshop.round_is_open or record.rules is None or record.result is not None:
        return None
    if record.rules.aggregation is Aggregation.CONSENSUS or not record.scores:
        return None
    held = incumbents(record.workshop.positions, record.candidates)
    found = _ranked(record)
    if sum(one.rank is not None for one in found.standings) < TWO:
        return None
    for leader in (one.candidate for one in found.standings if one.rank == 1):
        raters, own = _raters(record, leader), sits_for(record, leader)
        if leader in held and raters & own:
            told = OwnVotes(leader, len(raters & own), len(raters))
            return replace(told, order=_order(_without(record, own))) if _may(record, own) else told
    return None


def _raters(record: Bundle, candidate: str) -> frozenset[str]:
    """Whose scores of a candidate count."""
    aside = {one.rater for one in record.recusals if one.candidate == candidate}
    return frozenset(
        rater
        for (rater, whom, _), one in latest(iter(record.scores)).items()
        if whom == candidate and one.score is not None and rater not in aside
    )


def _may(record: Bundle, own: Collection[str]) -> bool:
    """Whether in each cell those who stay are four or more, and those who go, or nobody."""
    aside = {(one.rater, one.candidate) for one in record.recusals}
    cells: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for (rater, candidate, criterion), one in latest(iter(record.scores)).items():
        if one.score is not None and (rater, candidate) not in aside:
            cells[candidate, criterion].append(rater in own)
    return all(
        cell.count(False) >= FEWEST_IN_A_GROUP
        and (cell.count(True) >= FEWEST_IN_A_GROUP or not any(cell))
        for cell in cells.values()
    )


def _without(record: Bundle, own: Collection[str]) -> Ranking:
    kept = tuple(one for one in record.scores if one.rater not in own)
    return _ranked(replace(record, scores=kept))


def _ranked(record: Bundle) -> Ranking:
    lot = record.decisions.lot
    if record.rules is None:
        return Ranking(())
    try:
        return rank(
            record.rules,
            record.scores,
            candidates=record.candidates,
            recusals=counting_recusals(record),
            seats=seats_of(record),
            lot=lot.number if lot else None,
        )
    except BadInput:
        return Ranking(())


def _order(ranking: Ranking) -> tuple[tuple[str, ...], ...]:
    ranked = [one for one in ranking.standings if one.rank is not None]
    return tuple(
        tuple(one.candidate for one in tier)
        for _, tier in groupby(ranked, key=lambda one: one.rank)
    )
