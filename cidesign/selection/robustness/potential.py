"""Who could come first at all, whatever the weights."""

from collections.abc import Sequence

from cidesign.domain.robustness import DecisionMatrix
from cidesign.selection.robustness.flip import Nearest


def potentially_optimal(
    matrix: DecisionMatrix, nearest: Sequence[Nearest | None]
) -> tuple[str, ...]:
    """Candidates that are first or tied for some weights, in the order of the matrix.

    The leader is asked like everybody else: where the sheet rounds products it can lead without
    being first on unrounded sums.

    Args:
        matrix: whose candidates.
        nearest: as ``nearest_weights`` gives them: each program without an answer proves that there
            are no such weights.

    Source: Hazen 1986, Operations Research 34:296-310.
    """
    return tuple(candidate for candidate, one in zip(matrix.candidates, nearest) if one is not None)
