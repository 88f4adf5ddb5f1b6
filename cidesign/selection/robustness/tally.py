"""Counts over many samples who takes which place, with which weights each wins, and who is ahead of
whom.
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from cidesign.selection.robustness.sampling import Array
from cidesign.selection.robustness.standing import Places

Counts = NDArray[np.int64]


class Tally:
    """What was seen so far; one piece of the samples after another is added.

    Args:
        candidates: how many; criteria likewise.
    """

    def __init__(self, candidates: int, criteria: int) -> None:
        self._begun: dict[int, Counts] = defaultdict(
            lambda: np.zeros((candidates, candidates), np.int64)
        )
        self._won_with = np.zeros((candidates, criteria))
        self._ahead = np.zeros((candidates, candidates), np.int64)
        self._level = np.zeros((candidates, candidates), np.int64)
        self._samples = 0

    def add(self, places: Places, weights: Array) -> None:
        """Counts some samples.

        Args:
            places: candidates x samples.
            weights: criteria x samples.
        """
        candidates, samples = places.shape
        begun = np.stack([np.bincount(row, minlength=candidates) for row in places])
        nobody_shares = bool(
            (begun.sum(axis=0) == samples).all()
        )  # else a place is left out, as two share the one before
        self._begun[1] += begun
        self._ahead += pairs(np.less, places)
        if not nobody_shares:
            self._add_shared(places)
        first = places == 0
        parts = weights if nobody_shares else weights / first.sum(axis=0)
        for who in np.flatnonzero(begun[:, 0]):
            self._won_with[who] += np.compress(first[who], parts, axis=1).sum(axis=1)
        self._samples += samples

    def _add_shared(self, places: Places) -> None:
        """Moves those who share places from the places they begin at to groups of their size, and
        remembers with whom they share.
        """
        candidates = len(places)
        alone = candidates * (candidates - 1) // 2
        sharing = places[:, places.sum(axis=0, dtype=np.int64) < alone]
        self._level += pairs(np.equal, sharing)
        sharing = sharing.astype(np.int64)
        samples = sharing.shape[1]
        sizes = np.bincount(
            (sharing * samples + np.arange(samples)).ravel(), minlength=candidates * samples
        )
        size = np.take_along_axis(sizes.reshape(candidates, samples), sharing, axis=0)
        cells = sharing + candidates * np.arange(candidates)[:, None]
        for together in np.unique(size[size > 1]):
            begun = np.bincount(cells[size == together], minlength=candidates**2).reshape(
                candidates, candidates
            )
            self._begun[int(together)] += begun
            self._begun[1] -= begun

    def ranks(self) -> Array:
        """Candidates x places: the share of samples; tied candidates share their places equally."""
        found = np.zeros(self._ahead.shape)
        places = len(found)
        for together, begun in self._begun.items():
            for later in range(together):
                found[:, later:] += begun[:, : places - later] / together
        return found / max(self._samples, 1)

    def central(self) -> list[tuple[float, ...] | None]:
        """By candidate, the mean weights of the samples it wins; None where it wins none."""
        wins = self.ranks()[:, :1].sum(axis=1) * self._samples
        return [
            tuple(map(float, total / won)) if won else None
            for total, won in zip(self._won_with, wins)
        ]

    def pairwise(self) -> Array:
        """Candidates x candidates: the share of samples in which the row is ahead, ties half."""
        upper = np.triu(np.full(self._ahead.shape, self._samples), 1)
        ahead = self._ahead + self._level / 2 + (upper - self._ahead - self._level / 2).T
        np.fill_diagonal(ahead, self._samples / 2)
        return np.asarray(ahead / max(self._samples, 1))


def pairs(relation: np.ufunc, places: Places) -> Counts:
    """Candidates x candidates, above the diagonal: in how many samples the place of the row stands
    in a relation to that of the column.

    The costliest count where candidates are many.
    """
    found = np.zeros((len(places), len(places)), np.int64)
    holds = np.empty(places.shape, np.bool_)
    for one in range(len(places) - 1):
        rows = relation(places[one], places[one + 1 :], out=holds[one + 1 :])
        found[one, one + 1 :] = [int(np.count_nonzero(row)) for row in rows]
    return found
