"""The tree finds the best whole numbers at every limit and knows whether they are alone: every
figure is that of trying all of them.
"""

import itertools
from random import Random

import pytest

from cidesign.budget.tree import Best, Tree
from cidesign.solver import Relaxation, problem, total, whole
from tests.seeds import each_seed

SLACK = 1e-5


class Bag:
    """Things of a worth and a weight, some of each, in a bag whose limit moves."""

    def __init__(self, worth: list[int], weight: list[int], most: list[int]) -> None:
        self.worth, self.weight, self.most = worth, weight, most

    def tried_all(self, limit: int) -> tuple[int, set[tuple[int, ...]]]:
        """The greatest worth, and all that reaches it."""
        found: dict[int, set[tuple[int, ...]]] = {}
        for counts in itertools.product(*(range(most + 1) for most in self.most)):
            if sum(n * w for n, w in zip(counts, self.weight, strict=True)) <= limit:
                worth = sum(n * v for n, v in zip(counts, self.worth, strict=True))
                found.setdefault(worth, set()).add(counts)
        best = max(found)
        return best, found[best]

    def tree(self) -> Tree:
        statement = problem("bag")
        counts = [whole(statement, f"count_{n}", 0, most) for n, most in enumerate(self.most)]
        statement.addConstraint(total(counts) <= 100, "there_is_room")
        worth = total(v * count for v, count in zip(self.worth, counts, strict=True))
        session = Relaxation(statement, worth, counts, seconds=60)
        weight = total(w * count for w, count in zip(self.weight, counts, strict=True))
        return Tree(session, session.limit(weight))


def agrees(best: Best, worth: int, reach_it: set[tuple[int, ...]]) -> bool:
    return (
        best.is_sure
        and best.value == pytest.approx(worth, abs=1e-6)
        and best.wholes in reach_it
        and best.is_alone == (len(reach_it) == 1)
    )


@each_seed(range(60), range(60, 2000))
def test_at_every_limit_it_finds_what_trying_all_finds(seed: int) -> None:
    draw = Random(seed)
    things = draw.randint(1, 5)
    bag = Bag(
        [draw.randint(1, 9) for _ in range(things)],
        [draw.randint(1, 9) for _ in range(things)],
        [draw.randint(1, 3) for _ in range(things)],
    )
    limits = sorted(draw.sample(range(50), draw.randint(1, 8)))

    found = bag.tree().best(limits, slack=SLACK, most_asked=10_000)

    wrong = [
        (limit, best, bag.tried_all(limit))
        for limit, best in zip(limits, found, strict=True)
        if not agrees(best, *bag.tried_all(limit))
    ]
    assert wrong == []


def test_where_nothing_fits_there_is_nothing() -> None:
    bag = Bag([3, 2], [2, 1], [2, 2])

    nothing, something = bag.tree().best([-1, 2], slack=SLACK, most_asked=100)

    assert nothing == Best(value=None, wholes=None, is_alone=True, is_sure=True)
    assert (something.value, something.wholes) == (pytest.approx(4), (0, 2))


def test_a_fixed_number_stays() -> None:
    tree = Bag([3, 2], [2, 1], [2, 2]).tree()
    tree.fix(0, 1)

    (best,) = tree.best([3], slack=SLACK, most_asked=100)

    assert (best.value, best.wholes, best.is_alone) == (pytest.approx(5), (1, 1), True)


def test_a_tree_that_grew_too_large_says_so_where_it_does_not_know() -> None:
    bag = Bag([7, 6, 5, 9], [5, 4, 3, 7], [3, 3, 3, 3])

    (best,) = bag.tree().best([31], slack=SLACK, most_asked=2)

    assert not best.is_sure


def test_at_a_level_only_what_is_better_is_sought() -> None:
    bag = Bag([3, 2], [2, 1], [2, 2])

    (as_good,) = bag.tree().best([2], slack=SLACK, most_asked=100, level=(4.0, (0, 2)))
    (better,) = bag.tree().best([4], slack=SLACK, most_asked=100, level=(4.0, (0, 2)))

    assert (as_good.value, as_good.wholes) == (4.0, (0, 2))
    assert (better.value, better.wholes) == (pytest.approx(7), (1, 2))
