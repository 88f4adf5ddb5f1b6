"""Laws of the weighting methods, and second opinions: a linear program, closed forms, random
draws.
"""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linprog

from cidesign.selection import weights
from cidesign.selection.elicit.bwm import linear_model

NAMES = "abcdefgh"


@st.composite
def best_worst_answers(draw, most=7):
    """Best first, worst last, then shuffled; every answer between 1 and what best and worst
    allow.
    """
    count = draw(st.integers(2, most))
    widest = draw(st.integers(1, 9))
    from_best = [1, *(draw(st.integers(1, widest)) for _ in range(count - 2)), widest]
    to_worst = [widest, *(draw(st.integers(1, widest)) for _ in range(count - 2)), 1]
    order = draw(st.permutations(range(count)))
    return [from_best[place] for place in order], [to_worst[place] for place in order]


def least_miss(from_best, to_worst, best, worst):
    """xi of the linear model by a program written from the paper: least xi, w >= 0, sum 1."""
    count = len(from_best)
    rows = []
    for place in range(count):
        for first, second, times in (
            (best, place, from_best[place]),
            (place, worst, to_worst[place]),
        ):
            row = np.zeros(count + 1)
            row[first] += 1
            row[second] -= times
            for sign in (1, -1):
                signed = sign * row
                signed[-1] = -1
                rows.append(signed)
    answer = linprog(
        [0] * count + [1], A_ub=rows, b_ub=[0] * len(rows), A_eq=[[1] * count + [0]], b_eq=[1]
    )
    return answer.fun


@given(best_worst_answers())
def test_best_worst_misses_no_more_than_a_linear_program_and_its_weights_keep_to_it(answers):
    from_best, to_worst = answers

    shares, xi = linear_model([Fraction(a) for a in from_best], [Fraction(b) for b in to_worst])

    pairs = [
        (b, w)
        for b, a in enumerate(from_best)
        if a == 1
        for w, c in enumerate(to_worst)
        if c == 1 and w != b
    ]
    best, worst = max(
        pairs, key=lambda pair: (to_worst[pair[0]], -pair[0], from_best[pair[1]], -pair[1])
    )
    assert sum(shares) == 1
    assert min(shares) >= 0
    misses = [abs(shares[best] - a * share) for a, share in zip(from_best, shares)]
    misses += [abs(share - b * shares[worst]) for b, share in zip(to_worst, shares)]
    assert max(misses) == xi
    assert float(xi) == pytest.approx(least_miss(from_best, to_worst, best, worst), abs=1e-9)


def test_best_and_worst_compared_twice_with_different_answers_is_met_half_way():
    # two criteria, best 8 times the worst and 2 times: x + y = 1, |x - 8y| <= xi and |x - 2y| <= xi
    # meet at x = 5y
    shares, xi = linear_model([Fraction(1), Fraction(8)], [Fraction(2), Fraction(1)])

    assert shares == (Fraction(5, 6), Fraction(1, 6))
    assert xi == Fraction(1, 2)


@given(best_worst_answers(most=5), st.randoms(use_true_random=False))
def test_the_order_of_ids_never_matters_to_best_worst(answers, random):
    columns = list(zip(NAMES, *answers))
    # of several best or worst ones the first in the file is taken, so there the order does matter
    assume(sum(a == 1 for _, a, _ in columns) == 1 == sum(b == 1 for _, _, b in columns))

    def ask(rows):
        ids, from_best, to_worst = (list(column) for column in zip(*rows))
        return weights(
            {"method": "bwm", "ids": ids, "best_to_others": from_best, "others_to_worst": to_worst}
        )

    first, second = ask(columns), ask(random.sample(columns, len(columns)))

    assert first.weights == second.weights
    assert first.consistency == second.consistency


@given(st.lists(st.integers(1, 9), min_size=2, max_size=8))
def test_comparisons_that_agree_give_back_the_weights_they_come_from(sizes):
    upper = [
        [f"{sizes[row]}/{column}" for column in sizes[row + 1 :]] for row in range(len(sizes) - 1)
    ]

    answer = weights({"method": "ahp", "ids": list(NAMES[: len(sizes)]), "upper": upper})

    assert list(answer.weights.values()) == pytest.approx([size / sum(sizes) for size in sizes])
    assert answer.consistency.value == pytest.approx(0, abs=1e-9)
    assert answer.consistency.ok is True


@given(st.lists(st.sampled_from([1, 2, 3, 5, 9, "1/2", "1/3", "1/7"]), min_size=3, max_size=3))
def test_three_criteria_weigh_as_the_geometric_means_of_their_rows(entries):
    ab, ac, bc = (float(Fraction(str(entry))) for entry in entries)
    means = np.cbrt(
        [ab * ac, bc / ab, 1 / (ac * bc)]
    )  # for three criteria the eigenvector is known in closed form

    answer = weights({"method": "ahp", "ids": ["a", "b", "c"], "upper": [entries[:2], entries[2:]]})

    assert list(answer.weights.values()) == pytest.approx(list(means / means.sum()))


def test_one_or_two_criteria_are_always_consistent():
    assert weights({"method": "ahp", "ids": ["a"], "upper": []}).weights == {"a": 1}
    assert weights(
        {"method": "bwm", "ids": ["a"], "best_to_others": [1], "others_to_worst": [1]}
    ).weights == {"a": 1}

    answer = weights({"method": "ahp", "ids": ["a", "b"], "upper": [[9]]})

    assert answer.weights == pytest.approx({"a": 0.9, "b": 0.1})
    assert (answer.consistency.value, answer.consistency.ok) == (0, True)


@pytest.mark.parametrize("count", [2, 3, 5])
def test_weights_from_a_ranking_are_the_mean_of_all_weights_in_that_order(count):
    draws = np.sort(np.random.default_rng(1).dirichlet(np.ones(count), 200_000), axis=1)[:, ::-1]

    answer = weights({"method": "rank", "rank": list(NAMES[:count])})

    assert [float(share) for share in answer.weights.values()] == pytest.approx(
        draws.mean(axis=0), abs=0.002
    )


@given(st.lists(st.integers(1, 3), min_size=1, max_size=5))
def test_tied_criteria_share_and_all_weights_add_to_one(sizes):
    ids = iter(f"k{number}" for number in range(sum(sizes)))
    groups = [[next(ids) for _ in range(size)] for size in sizes]

    answer = weights({"method": "rank", "rank": groups}).weights

    assert sum(answer.values()) == 1
    assert [len({answer[id] for id in group}) for group in groups] == [1] * len(groups)
    firsts = [answer[group[0]] for group in groups]
    assert firsts == sorted(set(firsts), reverse=True)
