"""What a second round changed: who moved and in whose favor, whether the raters came closer, where
each candidate stood and stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from cidesign.domain.agreement import RaterSheets
from cidesign.domain.panel import Ranking
from cidesign.domain.reason import Cell
from cidesign.selection.agreement.agenda import variance


@dataclass(frozen=True)
class Moved:
    """One rater between two rounds.

    Args:
        changed: how many cells she changed, gave for the first time or withdrew.
        mean_change: of her own points over the candidates she scored completely both times; None
            where there is none.
        gained: the candidate whose points rose most by her changes, several where they rose alike;
            empty where none rose.
        lost: likewise the one whose points fell most.
        nearer: by how much, in shares of the scale, her scores came closer to what the others had
            said before, as a mean over the cells she scored both times and somebody else had
            scored; negative where they moved away, None where there is no such cell.
    """

    rater: str
    changed: int
    mean_change: Fraction | None
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    nearer: Fraction | None


@dataclass(frozen=True)
class SpreadOfCell:
    """How far a cell's scores lay apart, before and after: standard deviation (n - 1) of the scores
    from 0 (worst) to 1 (best).

    None where fewer than two gave a score. ``raters``: how many gave one, in the round with fewer.
    """

    candidate: str
    criterion: str
    before: float | None
    after: float | None
    raters: int


@dataclass(frozen=True)
class Place:
    """A candidate's points and rank, before and after; None where it had none."""

    candidate: str
    points_before: Fraction | None
    points_after: Fraction | None
    rank_before: int | None
    rank_after: int | None


@dataclass(frozen=True)
class Movement:
    """What changed from one round to the next.

    Args:
        before: the earlier round; after: the later one.
        raters: who took part in either, sorted; ``moved`` holds those of them who changed
            something.
        cells: every scored cell, by candidate and criterion; spread: their mean over the cells that
            have one both times, before and after, None where there is none.
        places: every candidate, in the order of the later ranking.
    """

    before: int
    after: int
    raters: tuple[str, ...]
    moved: tuple[Moved, ...]
    cells: tuple[SpreadOfCell, ...]
    spread: tuple[float, float] | None
    places: tuple[Place, ...]

    @property
    def changed(self) -> int:
        """How many scores were changed, given for the first time or withdrawn."""
        return sum(one.changed for one in self.moved)


def movement(
    before: RaterSheets, after: RaterSheets, *, earlier: Ranking, later: Ranking
) -> Movement:
    """What changed between two rounds of one panel under one rule sheet.

    Args:
        before: the sheets as of the earlier round; earlier: the ranking then.
        after: as of the later one; later: the ranking then.
    """
    raters = tuple(sorted({*before.raters, *after.raters}))
    moved = tuple(one for rater in raters if (one := _moved(rater, before, after)).changed)
    keys = sorted({*before.scores, *after.scores})
    cells = tuple(
        SpreadOfCell(*key, _spread(before, key), _spread(after, key), _fewest(before, after, key))
        for key in keys
    )
    both = [
        (one.before, one.after) for one in cells if one.before is not None and one.after is not None
    ]
    first = {one.candidate: one for one in earlier.standings}
    return Movement(
        before=before.round,
        after=after.round,
        raters=raters,
        moved=moved,
        cells=cells,
        spread=(sum(was for was, _ in both) / len(both), sum(now for _, now in both) / len(both))
        if both
        else None,
        places=tuple(
            Place(
                candidate=one.candidate,
                points_before=first[one.candidate].points if one.candidate in first else None,
                points_after=one.points,
                rank_before=first[one.candidate].rank if one.candidate in first else None,
                rank_after=one.rank,
            )
            for one in later.standings
        ),
    )


def _moved(rater: str, before: RaterSheets, after: RaterSheets) -> Moved:
    keys = {*before.scores, *after.scores}
    changed = [
        key
        for key in keys
        if before.scores.get(key, {}).get(rater) != after.scores.get(key, {}).get(rater)
    ]
    change = _change_by_candidate(rater, before, after)
    up, down = max(change.values(), default=Fraction(0)), min(change.values(), default=Fraction(0))
    own = [
        now - was
        for candidate in sorted({*before.candidates, *after.candidates})
        if (was := before.points(rater, candidate)) is not None
        and (now := after.points(rater, candidate)) is not None
    ]
    return Moved(
        rater=rater,
        changed=len(changed),
        mean_change=sum(own, Fraction(0)) / len(own) if own else None,
        gained=tuple(sorted(id for id, points in change.items() if points == up > 0)),
        lost=tuple(sorted(id for id, points in change.items() if points == down < 0)),
        nearer=_nearer(rater, before, after),
    )


def _change_by_candidate(
    rater: str, before: RaterSheets, after: RaterSheets
) -> Mapping[str, Fraction]:
    """Points by candidate that her changes brought: over the cells she scored both times, weight x
    change of the share.
    """
    change: dict[str, Fraction] = {}
    for key, shares in after.shares.items():
        candidate, criterion = key
        was, now = before.shares.get(key, {}).get(rater), shares.get(rater)
        if was is not None and now is not None and was != now:
            change[candidate] = change.get(candidate, Fraction(0)) + after.weights[criterion] * (
                now - was
            )
    return change


def _nearer(rater: str, before: RaterSheets, after: RaterSheets) -> Fraction | None:
    steps = []
    for key, shares in before.shares.items():
        now = after.shares.get(key, {}).get(rater)
        others = [share for other, share in shares.items() if other != rater]
        if rater in shares and now is not None and others:
            middle = sum(others, Fraction(0)) / len(others)
            steps.append(abs(shares[rater] - middle) - abs(now - middle))
    return sum(steps, Fraction(0)) / len(steps) if steps else None


def _spread(sheets: RaterSheets, key: Cell) -> float | None:
    shares = list(sheets.shares.get(key, {}).values())
    return sqrt(variance(shares)) if len(shares) > 1 else None


def _fewest(before: RaterSheets, after: RaterSheets, key: Cell) -> int:
    return min(len(before.scores.get(key, {})), len(after.scores.get(key, {})))
