"""Who stands at which place in each of many samples: candidates within a hair of each other share
their places.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cidesign.selection.robustness.one_thread import product
from cidesign.selection.robustness.sampling import Array

Places = NDArray[np.unsignedinteger]
"""Candidates x samples: how many stand ahead, so 0 is the first place; tied candidates have the
same.
"""
HAIR = 1e-9
"""Values from 0 to 1 that differ by no more are equal, and so are those a chain of such steps
joins.
"""
FEW = 30
"""With up to so many candidates comparing two by two is faster than sorting."""
MOST_IN_A_BYTE = 255
FRACTION_BITS = 52
AT_ONCE = 200
"""Samples sorted together: few enough to stay where the processor reaches them fast."""


def lifted(values: Array) -> Array:
    """Values from 0 to 1 moved to where all numbers have the same distance to the next: 1 to
    1.5.
    """
    return 1 + values / 2


def places_with(values: Array, weights: Array) -> Places:
    """The place each candidate holds or begins to share, with each sample of weights.

    Args:
        values: candidates x criteria, lifted.
        weights: criteria x samples.
    """
    if len(values) > FEW:
        turned = np.ascontiguousarray(values.T)
        return _by_sorting(
            lambda part, room: np.matmul(weights[:, part].T, turned, out=room),
            len(values),
            weights.shape[1],
        )
    return places(product(values, weights))


def places(values: Array) -> Places:
    """The place each candidate holds or begins to share.

    Args:
        values: candidates x samples, lifted.
    """
    if len(values) > FEW:
        return _by_sorting(lambda part, room: np.copyto(room, values[:, part].T), *values.shape)
    found, settled = _by_comparing(values)
    if not settled.all():
        tied = np.flatnonzero(~settled)
        hanging = values[:, tied]
        found[:, tied] = _by_sorting(
            lambda part, room: np.copyto(room, hanging[:, part].T), *hanging.shape
        )
    return found


def _by_comparing(values: Array) -> tuple[Places, NDArray[np.bool_]]:
    """The places, and in which samples nobody is within a hair of another: only there the places
    are right.
    """
    count, samples = values.shape
    ahead: Places = np.zeros((count, samples), np.uint8)
    better = np.empty(samples, np.bool_)
    for one, mine in enumerate(values):
        above, below = mine + HAIR / 2, mine - HAIR / 2
        for other in range(one):
            np.greater(values[other], above, out=better)
            ahead[one] += better.view(np.uint8)
            np.less(values[other], below, out=better)
            ahead[other] += better.view(np.uint8)
    return ahead, ahead.sum(axis=0, dtype=np.uint16) == count * (count - 1) // 2


def _by_sorting(fill: Callable[[slice, Array], object], count: int, samples: int) -> Places:
    """Sorts whole numbers that hold a value and, in their last bits, whose it is: half the work of
    sorting an index.

    Args:
        fill: writes the lifted values of some samples, samples x candidates.
    """
    found = np.empty((count, samples), np.uint8 if count <= MOST_IN_A_BYTE else np.uint16)
    whose = (1 << (count - 1).bit_length()) - 1
    hair = int(HAIR / 2 * 2**FRACTION_BITS) + whose
    values, gaps = np.empty((AT_ONCE, count)), np.empty(AT_ONCE * count, np.uint64)
    rows, standing = np.arange(AT_ONCE)[:, None] * count, np.empty(AT_ONCE * count, found.dtype)
    from_top = np.arange(count - 1, -1, -1)
    for begin in range(0, samples, AT_ONCE):
        size = min(AT_ONCE, samples - begin)
        fill(slice(begin, begin + size), values[:size])
        keys = values[:size].view(np.int64)
        keys &= ~whose
        keys |= from_top[::-1]
        keys.sort(axis=1)
        line = keys.reshape(-1).view(
            np.uint64
        )  # the step down to the next sample's lowest value wraps around and is no small one
        apart = np.subtract(line[1:], line[:-1], out=gaps[: size * count - 1])
        begins = from_top
        if apart.size and apart.min() <= hair:
            begins = _first_of_group(keys[:, 1:] - keys[:, :-1] <= hair)
        keys &= whose
        keys += rows[:size]
        standing[keys] = begins
        found[:, begin : begin + size] = standing[: size * count].reshape(size, count).T
    return found


def _first_of_group(joined: NDArray[np.bool_]) -> NDArray[np.int64]:
    """By sample and from the worst to the best, at which place from the top each one's group
    begins.

    Args:
        joined: whether each but the worst is within a hair of the next worse.
    """
    samples, gaps = joined.shape
    begins = np.broadcast_to(np.arange(gaps + 1), (samples, gaps + 1)).copy()
    begins[:, 1:][joined[:, ::-1]] = 0
    return np.asarray(np.maximum.accumulate(begins, axis=1)[:, ::-1])
