"""The exact card of 1,000 random matrices against scipy and plain loops; a sample of them in every
run, all of them under soak.
"""

import numpy as np
import pytest

from cidesign.selection import exact_card
from tests.seeds import each_seed
from tests.selection.exact_panels import random_matrix
from tests.selection.second_opinion import (
    beaten_everywhere,
    best_margin,
    nearer_by,
    points,
    smallest_change,
    stable_range,
)

SOME, ALL_OF_THEM = range(60), range(60, 1000)
ACCURACY = 1e-7


def drawn(seed):
    """Small ones in every run; larger ones under soak."""
    small = seed < 60
    return random_matrix(seed, most_candidates=5 if small else 12, most_criteria=4 if small else 7)


@each_seed(SOME, ALL_OF_THEM)
def test_an_independent_program_finds_the_same(seed):
    matrix = drawn(seed)

    card = exact_card(matrix)

    asked = {rival: place for place, rival in enumerate(matrix.candidates) if place}
    smallest = {rival: smallest_change(matrix, place) for rival, place in asked.items()}
    assert {flip.rival: flip.l1_change for flip in card.flips} == pytest.approx(
        {rival: change for rival, change in smallest.items() if change is not None}, abs=ACCURACY
    )
    for flip in card.flips:
        told = np.array([float(share) for share in flip.weights.values()])
        assert nearer_by(matrix, asked[flip.rival], flip.l1_change, told) < ACCURACY
    assert card.stability == {
        criterion: stable_range(matrix, place) for place, criterion in enumerate(matrix.criteria)
    }
    margins = {id: best_margin(matrix, place) for place, id in enumerate(matrix.candidates)}
    assert card.potentially_optimal == tuple(id for id, margin in margins.items() if margin > -1e-9)
    assert card.dominated == beaten_everywhere(matrix)


@each_seed(SOME, ALL_OF_THEM)
def test_every_flip_makes_its_rival_first_or_tied(seed):
    matrix = drawn(seed)

    for flip in exact_card(matrix).flips:
        told = points(matrix, list(map(float, flip.weights.values())))
        assert float(told[matrix.candidates.index(flip.rival)]) == pytest.approx(
            float(max(told)), abs=1e-12
        )
        assert sum(flip.weights.values()) == pytest.approx(1, abs=1e-12)
        assert min(flip.weights.values()) >= 0
