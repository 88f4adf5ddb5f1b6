"""What is worth knowing beside the weights: how much the way to compute them matters, and which
answers fit least.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cidesign.selection.elicit.ahp import comparisons, consistency_index, principal
from cidesign.selection.elicit.bwm import best_worst
from cidesign.selection.elicit.bwm_nonlinear import Nonlinear, nonlinear_model
from cidesign.selection.elicit.geometric_mean import geometric_mean_weights, worst_answer
from cidesign.selection.elicit.rank_order import ranked_groups, shares_of
from cidesign.selection.elicit.rank_reciprocal import rank_reciprocal
from cidesign.selection.elicit.rank_sum import rank_sum


@dataclass(frozen=True)
class WorstAnswer:
    """The comparison that fits the others least: ``said`` times as much, where all answers together
    say ``implied`` times.
    """

    first: str
    second: str
    said: float
    implied: float


@dataclass(frozen=True)
class BesideWeights:
    """All but what the method has are empty.

    Args:
        largest_eigenvalue: of comparisons two by two; 0 for other methods. index: its consistency
            index.
        other_ways: other weights from the same answers, by the name of the way.
        worst: the comparison two by two that fits the others least.
        nonlinear: of the best-worst method.
    """

    largest_eigenvalue: float = 0.0
    index: float = 0.0
    other_ways: Mapping[str, Mapping[str, float]] | None = None
    worst: WorstAnswer | None = None
    nonlinear: Nonlinear | None = None


def beside(file: Mapping[str, Any]) -> BesideWeights:
    """What a weights file says beside its weights; of a file from which ``weights`` made some.

    Raises:
        BadInput: as ``weights`` does.
    """
    if file["method"] == "ahp":
        return _of_comparisons(file)
    if file["method"] == "bwm":
        _, from_best, to_worst = best_worst(file)
        return BesideWeights(nonlinear=nonlinear_model(from_best, to_worst))
    if file["method"] == "rank":
        groups = ranked_groups(file)
        ways = {"rank_sum": rank_sum, "rank_reciprocal": rank_reciprocal}
        told = {
            name: {id: float(share) for id, share in shares_of(groups, way).items()}
            for name, way in ways.items()
        }
        return BesideWeights(other_ways=told)
    return BesideWeights()


def _of_comparisons(file: Mapping[str, Any]) -> BesideWeights:
    ids, matrix = comparisons(file)
    shares, largest = principal(matrix)
    geometric = geometric_mean_weights(matrix)
    pair = worst_answer(matrix, shares)
    return BesideWeights(
        largest_eigenvalue=largest,
        index=consistency_index(largest, len(ids)),
        other_ways={"geometric_mean": dict(zip(ids, map(float, np.asarray(geometric))))},
        worst=WorstAnswer(ids[pair[0]], ids[pair[1]], float(matrix[pair[0], pair[1]]), pair[2])
        if pair
        else None,
    )
