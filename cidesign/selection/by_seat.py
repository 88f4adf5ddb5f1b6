"""How seats of four or more raters see the candidates, side by side; smaller groups are never
shown, nor can they be computed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, RaterSheets
from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.rules import Aggregation, RuleSheet, Seats
from cidesign.value import rank, rater_sheets


@dataclass(frozen=True)
class SeatGroup:
    """The raters of one seat.

    Args:
        points: by candidate, under the sheet's rule among these raters alone; None where fewer than
            four of them scored a criterion of it, or where the rest could be computed from it, or
            where a figure is missing.
        first: the eligible candidates with the most points; empty unless all eligible ones have
            points here.
    """

    seat: str
    raters: int
    points: Mapping[str, Fraction | None]
    first: tuple[str, ...]


@dataclass(frozen=True)
class BySeat:
    """Seats side by side.

    Args:
        groups: those that may be shown, largest first, then by name.
        outside: how many raters are in none of them: nobody, or at least four.
        seats: how many seats have raters at all.
        candidates: ids in the order of the points of all raters.
    """

    groups: tuple[SeatGroup, ...]
    outside: int
    seats: int
    candidates: tuple[str, ...]


def by_seat(
    rules: RuleSheet,
    scores: Sequence[Score],
    *,
    candidates: Sequence[Candidate] = (),
    recusals: Sequence[Recusal] = (),
    round: int | None = None,  # the contract's word
    seats: Mapping[str, str],
) -> BySeat:
    """The seats that may be shown.

    A group is shown where it has four raters or more, and where everybody outside the shown groups
    together is nobody or at least four: the panel's own points stand beside, so whoever is left
    over could else be computed from them. The same is asked again for each candidate, cell by cell,
    because recusals and blanks make its panel smaller. Where it does not hold, the smallest group
    gives way.

    Args:
        seats: seat by rater; a rater without one belongs to no group.

    Raises:
        BadInput: as ``rank`` does.
    """
    sheets = rater_sheets(
        rules, scores, candidates=candidates, recusals=recusals, round=round, seats=seats
    )
    everybody = rank(
        rules, scores, candidates=candidates, recusals=recusals, round=round, seats=seats
    )
    order = tuple(one.candidate for one in everybody.standings)
    found = Counter(sheets.seats.values())
    if rules.aggregation is Aggregation.CONSENSUS:
        return BySeat((), len(sheets.raters), 0, order)
    listed = sorted(found, key=lambda seat: (-found[seat], seat))
    shown = _kept([{seat: found[seat] for seat in listed}], [len(sheets.raters)], listed)
    told = {candidate: _told(sheets, candidate, shown) for candidate in order}
    kept = tuple(seat for seat in shown if any(seat in seats_told for seats_told in told.values()))
    eligible = {one.id for one in candidates if one.eligible} if candidates else set(order)
    alone = rules.model_copy(update={"seats": Seats.EACH_RATER, "quorum": 1})
    groups = []
    for seat in kept:
        mine = {rater for rater, one in sheets.seats.items() if one == seat}
        ranking = rank(
            alone,
            [one for one in scores if one.rater in mine],
            candidates=candidates or [Candidate(id=id) for id in order],
            recusals=[one for one in recusals if one.rater in mine],
            round=sheets.round,
        )
        points = {
            one.candidate: one.points if seat in told[one.candidate] else None
            for one in ranking.standings
        }
        groups.append(SeatGroup(seat, found[seat], points, _first(points, eligible)))
    return BySeat(
        tuple(groups), len(sheets.raters) - sum(one.raters for one in groups), len(found), order
    )


def _told(sheets: RaterSheets, candidate: str, shown: Sequence[str]) -> tuple[str, ...]:
    """The groups whose points for a candidate may be shown: the rule of four, asked of each of its
    cells.
    """
    cells = [sheets.scores.get((candidate, criterion), {}) for criterion in sheets.criteria]
    counts = [
        Counter(sheets.seats[rater] for rater in cell if rater in sheets.seats) for cell in cells
    ]
    return _kept(counts, [len(cell) for cell in cells], shown)


def _kept(
    counts: Sequence[Mapping[str, int]], totals: Sequence[int], seats: Sequence[str]
) -> tuple[str, ...]:
    """The groups that may be shown of several counts at once; the smallest gives way until nobody
    left over stands alone.

    Args:
        counts: raters by seat, once for each thing that is counted.
        totals: all raters of each.
        seats: largest first.
    """
    kept = [
        seat
        for seat in seats
        if counts and all(count.get(seat, 0) >= FEWEST_IN_A_GROUP for count in counts)
    ]
    while kept and any(
        0 < total - sum(count[seat] for seat in kept) < FEWEST_IN_A_GROUP
        for count, total in zip(counts, totals, strict=True)
    ):
        kept.pop()
    return tuple(kept)


def _first(points: Mapping[str, Fraction | None], eligible: set[str]) -> tuple[str, ...]:
    able = {id: points[id] for id in sorted(points) if id in eligible}
    if not able or any(value is None for value in able.values()):
        return ()
    most = max(value for value in able.values() if value is not None)
    return tuple(id for id, value in able.items() if value == most)
