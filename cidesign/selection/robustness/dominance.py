"""Who is beaten on every criterion at once."""

from fractions import Fraction

import numpy as np

from cidesign.domain.robustness import DecisionMatrix


def dominated(matrix: DecisionMatrix) -> tuple[str, ...]:
    """Candidates to which another is at least equal on every criterion and better on one, in the
    order of the matrix.

    Criteria of weight 0 count too: dominance knows no weights. Two candidates with equal values do
    not dominate each other.

    Source: Pareto dominance; Keeney & Raiffa 1976, Decisions with Multiple Objectives, chapter 3.
    """
    columns = [_places(column) for column in zip(*matrix.values)]
    places = np.array(columns, dtype=np.int64).T
    return tuple(
        candidate
        for candidate, own in zip(matrix.candidates, places)
        if bool(np.any((places >= own).all(axis=1) & (places > own).any(axis=1)))
    )


def _places(column: tuple[Fraction, ...]) -> list[int]:
    """Whole numbers in the same order as the exact values, equal where they are equal."""
    order = {value: place for place, value in enumerate(sorted(set(column)))}
    return [order[value] for value in column]
