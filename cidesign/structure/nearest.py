"""Which real initiatives are most like ours: those where the same things mattered about as much."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import nan, sqrt

import numpy as np

from cidesign.domain.choices import CaseEntry
from cidesign.domain.structure import NearCase, NearCases

SHOWN = 3
LEAST_SHARED = 3
"""With fewer questions in common a likeness is chance."""


def nearest(
    answers: Mapping[str, Decimal],
    cases: Sequence[CaseEntry],
    *,
    shown: int = SHOWN,
    least_shared: int = LEAST_SHARED,
) -> NearCases:
    """The cases whose described features lie nearest to our answers, nearest first.

    Both stand on one scale, 0 (did not matter) to 4 (decisive), so nothing is scaled. What we did
    not answer, or a case does not describe, is left out of the comparison, never guessed. Level
    ones: more questions in common first, then by id.

    Args:
        answers: by driver id, 0 to 4.
        cases: their features by driver id, 0 to 4.
        shown: how many to find.
        least_shared: a case with fewer questions in common is not compared, only counted.

    Source: nearest neighbors by Euclidean distance over the values both have (Dixon 1979), told as
    root mean square.
    """
    compared = [
        case for case in cases if len(case.features.keys() & answers.keys()) >= least_shared
    ]
    silent = len(cases) - len(compared)
    if not compared:
        return NearCases((), silent, least_shared)
    apart = _distances(answers, compared)
    found = sorted(
        (_near(case, distance, answers) for case, distance in zip(compared, apart)), key=_order
    )
    return NearCases(tuple(found[:shown]), silent, least_shared)


def _distances(answers: Mapping[str, Decimal], cases: Sequence[CaseEntry]) -> list[float]:
    from sklearn.neighbors import NearestNeighbors  # takes a second, so only where it is asked for

    questions = sorted(answers)
    described = [
        [float(case.features[id].fact.value) if id in case.features else nan for id in questions]
        for case in cases
    ]
    ours = [[float(answers[id]) for id in questions]]
    neighbors = NearestNeighbors(
        n_neighbors=len(cases), metric="nan_euclidean", algorithm="brute"
    ).fit(np.array(described))
    distances, places = neighbors.kneighbors(np.array(ours))
    # nan_euclidean tells the distance as if all questions were shared; over their square root it is
    # the root mean square.
    by_place = {
        int(place): float(distance) / sqrt(len(questions))
        for distance, place in zip(distances[0], places[0])
    }
    return [by_place[place] for place in range(len(cases))]


def _near(case: CaseEntry, apart: float, answers: Mapping[str, Decimal]) -> NearCase:
    differences = {
        id: answers[id] - feature.fact.value
        for id, feature in case.features.items()
        if id in answers
    }
    shared = sorted(differences, key=lambda id: (abs(differences[id]), id))
    return NearCase(case.id, apart, tuple(shared), {id: differences[id] for id in shared})


def _order(near: NearCase) -> tuple[float, int, str]:
    return round(near.apart, 9), -len(near.shared), near.case
