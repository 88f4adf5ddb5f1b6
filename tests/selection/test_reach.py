"""How far one candidate can get ahead: against a linear program of SciPy, and two answers by
hand.
"""

from fractions import Fraction
from random import Random

import numpy as np
import pytest
from scipy.optimize import linprog

from cidesign.selection.robustness.reach import furthest_in_order, furthest_within


def fractions(*numbers: str) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


def test_what_is_left_goes_where_it_gains_most():
    ranges = list(zip(fractions("0.1", "0.1", "0.2"), fractions("0.3", "0.9", "0.5")))

    # 0.1, 0.1 and 0.2 are given; of the 0.6 left 0.2 go to the first, 0.4 to the second
    assert furthest_within(fractions("1", "0.5", "-1"), ranges) == Fraction("0.35")


def test_an_order_gives_the_best_even_share_of_the_first():
    assert furthest_in_order(
        fractions("-0.2", "0.6", "0.1"), fractions("0.5", "0.3", "0.2")
    ) == Fraction("0.2")


@pytest.mark.parametrize("seed", range(40))
def test_both_agree_with_a_linear_program(seed):
    random = Random(seed)
    size = random.randint(2, 6)
    gains = [Fraction(random.randint(-10, 10), 10) for _ in range(size)]
    weights = [Fraction(random.randint(0, 4)) for _ in range(size)]
    members = [[Fraction(random.randint(1, 9)) for _ in range(size)] for _ in range(3)]
    shares = [[one / sum(member) for one in member] for member in members]
    ranges = [(min(column), max(column)) for column in zip(*shares)]
    steps = [
        [float(row == lighter) - float(row == heavier) for row in range(size)]
        for heavier in range(size)
        for lighter in range(size)
        if weights[heavier] > weights[lighter]
    ]

    def solved(bounds, kept):
        found = linprog(
            [-float(gain) for gain in gains],
            A_ub=np.array(kept) if kept else None,
            b_ub=np.zeros(len(kept)) if kept else None,
            A_eq=np.ones((1, size)),
            b_eq=[1],
            bounds=bounds,
        )
        return -found.fun

    within = solved([(float(low), float(high)) for low, high in ranges], [])
    assert float(furthest_within(gains, ranges)) == pytest.approx(within, abs=1e-9)
    assert float(furthest_in_order(gains, weights)) == pytest.approx(
        solved([(0, 1)] * size, steps), abs=1e-9
    )
