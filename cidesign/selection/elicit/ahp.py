"""Weights from comparing criteria two by two (analytic hierarchy process)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.selection.elicit.answers import FILE, ids_of, numbers_of
from cidesign.selection.elicit.method import Consistency, Method, Weights
from cidesign.text import mark, say

RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""Mean consistency index of random matrices of 1 to 10 criteria (Saaty 1980)."""
LARGEST_RATIO = 0.10
MOST_IDS = len(RANDOM_INDEX)


def ahp(file: Mapping[str, Any]) -> Weights:
    """The principal eigenvector of the comparison matrix, and its consistency ratio (at most 0.10
    is accepted).

    Source: Saaty 1990, European Journal of Operational Research 48(1):9-26.
    """
    ids, matrix = comparisons(file)
    shares, largest = principal(matrix)
    ratio = consistency_ratio(largest, len(ids))
    weights = {id: float(share) for id, share in zip(ids, shares)}
    return Weights(weights, Consistency("consistency_ratio", ratio, ratio <= LARGEST_RATIO))


def comparisons(file: Mapping[str, Any]) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """The ids of a file and the whole matrix of its answers.

    Raises:
        BadInput: every problem of the answers.
    """
    problems: list[Problem] = []
    ids = ids_of(file["ids"], f"{FILE}: ids", problems)
    if len(ids) > MOST_IDS:
        problems.append(
            Problem(
                f"{FILE}: ids",
                say("{number} criteria are too many to compare two by two", number=len(ids)),
                say("take at most {most}", most=MOST_IDS),
            )
        )
    upper = _upper(file["upper"], len(ids), problems) if not problems else ()
    if problems:
        raise BadInput(problems)
    return ids, comparison_matrix(upper)


def consistency_index(largest: float, count: int) -> float:
    """How far the largest eigenvalue lies above the number of criteria, for each criterion but one;
    0 for a perfect fit.
    """
    return max(largest - count, 0.0) / (count - 1) if count > 1 else 0.0


def consistency_ratio(largest: float, count: int) -> float:
    """The index over that of random answers; 0 for one or two criteria, which cannot contradict
    each other.
    """
    random = RANDOM_INDEX[count - 1]
    return consistency_index(largest, count) / random if random else 0.0


def _upper(rows: Any, count: int, problems: list[Problem]) -> tuple[tuple[Fraction, ...], ...]:
    where = f"{FILE}: upper"
    if not isinstance(rows, (list, tuple)):
        problems.append(
            Problem(
                where,
                say("{given} is no list of rows", given=shown(rows)),
                say("write the upper triangle row by row, such as [[3, 5], [2]]"),
            )
        )
        return ()
    if len(rows) != count - 1:
        problems.append(
            Problem(
                where,
                say("holds {found} rows instead of {asked}", found=len(rows), asked=count - 1),
                say("write one row for each id but the last"),
            )
        )
        return ()
    return tuple(
        numbers_of(row, f"{where}[{place}]", count - 1 - place, Fraction(0), problems)
        for place, row in enumerate(rows)
    )


def comparison_matrix(upper: Sequence[Sequence[Fraction]]) -> NDArray[np.float64]:
    """The whole matrix, criteria x criteria: 1 on the diagonal, reciprocals below it."""
    count = len(upper) + 1
    matrix = np.eye(count)
    for row, values in enumerate(upper):
        for step, value in enumerate(values, start=1):
            matrix[row, row + step], matrix[row + step, row] = float(value), float(1 / value)
    return matrix


def principal(matrix: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """The eigenvector of the largest eigenvalue, scaled to add to 1, and that eigenvalue."""
    values, vectors = np.linalg.eig(matrix)
    place = int(np.argmax(values.real))
    vector = np.abs(vectors[:, place].real)
    return vector / vector.sum(), float(values[place].real)


AHP = Method("ahp", mark("Compare criteria two by two"), ("ids", "upper"), ahp)
