"""The exact card of a hundred candidates against scipy's linear programs for its smallest flips
alone.
"""

import random
from fractions import Fraction

import numpy as np
from scipy.optimize import linprog

from benchmarks.measure import in_turn, table, timed
from cidesign.domain.robustness import DecisionMatrix
from cidesign.selection import exact_card

ROUNDS = 9
ASKED_MS = 500
PEER = "scipy.linprog, the smallest changes only"


def run() -> None:
    """100 candidates on 12 criteria: means of seven raters on a scale of 1 to 5, then any
    decimals.
    """
    for told, steps in (("means of scores", 28), ("decimals", 10**9)):
        matrix = drawn(100, 12, steps=steps)
        values = np.array([[float(value) for value in row] for row in matrix.values])
        weights = np.array([float(share) for share in matrix.weights])
        taken = in_turn(
            {
                PEER: timed(
                    lambda values=values, weights=weights: smallest_changes(values, weights)
                ),
                "ours, the whole card, exactly": timed(lambda matrix=matrix: exact_card(matrix)),
            },
            rounds=ROUNDS,
        )
        table(
            f"The exact card of 100 candidates and 12 criteria, {told}",
            taken,
            against=PEER,
            under_ms=ASKED_MS,
        )
        ours = {flip.rival: flip.l1_change for flip in exact_card(matrix).flips}
        theirs = smallest_changes(values, weights)
        apart = max(
            abs(ours[id] - change)
            for id, change in zip(matrix.candidates, theirs)
            if id in ours and change is not None
        )
        possible = sum(change is not None for change in theirs[1:])
        print(
            f"  rivals that can come first: ours {len(ours)}, scipy {possible}; their changes at "
            f"most {apart:.1e} apart"
        )


def drawn(candidates: int, criteria: int, *, steps: int) -> DecisionMatrix:
    """Values on so many steps, the leader first."""
    draw = random.Random(1)
    rows = [
        tuple(Fraction(draw.randint(0, steps), steps) for _ in range(criteria))
        for _ in range(candidates)
    ]
    parts = [draw.randint(1, 30) for _ in range(criteria)]
    shares = tuple(Fraction(part, sum(parts)) for part in parts)
    rows.sort(key=lambda row: -sum(value * share for value, share in zip(row, shares)))
    ids = tuple(f"c{place:03}" for place in range(candidates))
    return DecisionMatrix(ids, tuple(f"k{place}" for place in range(criteria)), tuple(rows), shares)


def smallest_changes(values: np.ndarray, weights: np.ndarray) -> list[float | None]:
    """By candidate the smallest sum of |new - old| with which it is first or tied, None where it
    never is: one program each.
    """
    size, found = len(weights), []
    for place in range(len(values)):
        ahead = np.delete(values - values[place], place, axis=0)
        answer = linprog(
            np.ones(2 * size),
            A_ub=np.hstack([ahead, -ahead]),
            b_ub=-ahead @ weights,
            A_eq=[np.r_[np.ones(size), -np.ones(size)]],
            b_eq=[0],
            bounds=[(0, None)] * size + [(0, weight) for weight in weights],
            method="highs",
        )
        found.append(float(answer.fun) if answer.status == 0 else None)
    return found
