"""Each rater's own order of the candidates, as a ballot: who stands before whom, equals side by
side.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, permutations

from cidesign.domain.agreement import RaterSheets

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Ballot:
    """One order of candidates, best first; those in one group are equal. Candidates that are not
    named are not judged.

    Args:
        count: how many people give this very order.
        points: what the order follows, by candidate; empty for a plain ballot.
    """

    order: tuple[tuple[str, ...], ...]
    count: int = 1
    points: tuple[tuple[str, Fraction], ...] = ()

    def places(self) -> dict[str, int]:
        """By candidate, 0 for the first group, 1 for the next."""
        return {id: place for place, group in enumerate(self.order) for id in group}


@dataclass(frozen=True)
class Duel:
    """How the ballots that name both judge two candidates: how many put the first ahead, behind, or
    level with the second.
    """

    ahead: int = 0
    behind: int = 0
    level: int = 0

    @property
    def compared(self) -> int:
        """How many ballots name both."""
        return self.ahead + self.behind + self.level


Duels = Mapping[tuple[str, str], Duel]
"""By two candidates, how the first does against the second."""


def ballots_of(sheets: RaterSheets, candidates: Sequence[str]) -> tuple[Ballot, ...]:
    """A ballot for each rater who scored at least two of these candidates completely, in order of
    the raters' ids.

    A rater's order follows her own points over the rated criteria plus the points of the calculated
    ones, which are the same for all raters; so a candidate's price counts in every order as it does
    in the sheet. Nothing is rounded, and every rater has one ballot, also where the sheet counts
    every seat equally.
    """
    return tuple(ballot for rater in sheets.raters for ballot in _ballot(sheets, rater, candidates))


def _ballot(sheets: RaterSheets, rater: str, candidates: Sequence[str]) -> Iterator[Ballot]:
    points = {id: total for id in candidates if (total := _total(sheets, rater, id)) is not None}
    if len(points) > 1:
        ordered = sorted(points, key=lambda id: (-points[id], id))
        order = tuple(tuple(group) for _, group in groupby(ordered, key=lambda id: points[id]))
        yield Ballot(order, points=tuple(sorted(points.items())))


def _total(sheets: RaterSheets, rater: str, candidate: str) -> Fraction | None:
    own, calculated = sheets.points(rater, candidate), sheets.calculated.get(candidate)
    return None if own is None or calculated is None else own + calculated


def duels(ballots: Sequence[Ballot], candidates: Sequence[str]) -> Duels:
    """Everybody against everybody, both ways round, over the ballots that name both."""
    counted = {(one, other): [0, 0, 0] for one, other in permutations(candidates, 2)}
    for ballot in ballots:
        places = {id: place for id, place in ballot.places().items() if id in candidates}
        for one, other in permutations(places, 2):
            verdict = 0 if places[one] < places[other] else 1 if places[one] > places[other] else 2
            counted[one, other][verdict] += ballot.count
    return {pair: Duel(*verdicts) for pair, verdicts in counted.items()}


def margins(ballots: Sequence[Ballot], one: str, other: str) -> tuple[Fraction, ...]:
    """Points by which each ballot that names both puts the first ahead of the second; below 0 where
    it is behind.
    """
    told = [dict(ballot.points) for ballot in ballots]
    return tuple(
        points[one] - points[other] for points in told if one in points and other in points
    )


def first_places(ballots: Sequence[Ballot], candidates: Sequence[str]) -> dict[str, Fraction]:
    """How many ballots put each of these candidates first among them; equals share a ballot."""
    found = dict.fromkeys(candidates, Fraction(0))
    for ballot in ballots:
        tops = (tuple(id for id in group if id in found) for group in ballot.order)
        top = next((group for group in tops if group), ())
        for id in top:
            found[id] += Fraction(ballot.count, len(top))
    return found


def best(figures: Mapping[str, Fraction | None]) -> tuple[str, ...]:
    """Those with the largest figure, sorted by id."""
    told = {id: figure for id, figure in figures.items() if figure is not None}
    most = max(told.values(), default=None)
    return tuple(sorted(id for id, figure in told.items() if figure == most))
