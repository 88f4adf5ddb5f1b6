"""When does a candidate come first? A rule in a few bounds on weights, such as "where trust weighs
25% or more".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cidesign.domain.robustness import Condition, DecisionMatrix, WinningRule
from cidesign.selection.robustness.sampling import anything, draws

DEPTH = 3
"""Questions one after the other: at most so many bounds in a rule."""
LEAST_WON = 0.01
"""Whoever comes first in a smaller share of the weightings gets no rule."""
MOST_RULES = 10
LEAST_COVERAGE = 0.3
GOOD = 0.9
"""A rule that is right so often need not be tightened."""
LEAST_IN_A_LEAF = 50
WORTH = 0.01
"""A bound stays only where the rule without it is right at least this much less often."""
LEVEL = 1e-9

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class _Box:
    """Bounds on weights by the place of a criterion, in whole percent: (at least, at most); 0 and
    100 bound nothing.
    """

    bounds: Mapping[int, tuple[int, int]]

    def holds(self, weights: Floats) -> Truths:
        inside = np.ones(len(weights), dtype=bool)
        for place, (low, high) in self.bounds.items():
            inside &= (weights[:, place] >= low / 100) & (weights[:, place] <= high / 100)
        return inside

    def without_one(self) -> Iterator["_Box"]:
        """The same box with one bound less, for each bound."""
        for place, (low, high) in self.bounds.items():
            if low > 0:
                yield _Box({**self.bounds, place: (0, high)}).tidy()
            if high < 100:
                yield _Box({**self.bounds, place: (low, 100)}).tidy()

    def tighter(self) -> Iterator["_Box"]:
        """The same box with one of its bounds a percent tighter, for each bound."""
        for place, (low, high) in self.bounds.items():
            if 0 < low < high - 1:
                yield _Box({**self.bounds, place: (low + 1, high)})
            if low < high - 1 < 99:
                yield _Box({**self.bounds, place: (low, high - 1)})

    def tidy(self) -> "_Box":
        return _Box({place: bound for place, bound in self.bounds.items() if bound != (0, 100)})


def winning_rules(
    matrix: DecisionMatrix, *, samples: int = 20_000, seed: int = 1
) -> tuple[WinningRule, ...]:
    """For each candidate that comes first in at least 1% of all weightings, one box of weights in
    which it mostly does.

    Small decision trees per candidate, grown on one half of the samples, propose boxes. Their
    bounds are rounded to whole percent, as they are told, and a bound is dropped where the rule
    hardly gets worse without it. Of these boxes the densest is taken among those that cover at
    least 30% of what the candidate wins, and its bounds are tightened percent by percent while it
    is right in less than 90% and still covers 30%. Where none covers so much, the box with the best
    F1 (harmonic mean of density and coverage). Density, coverage and size are then counted on the
    other half, with the rounded bounds: what is said is what was measured. A candidate that hardly
    ever loses gets a rule without bounds.

    Args:
        samples: uniform over all weights; one half to find, one half to measure.

    Returns:
        In the order of the matrix; of more than ten candidates the ten that come first most often.
        Empty with fewer than two.

    Source: boxes told by density and coverage, Bryant & Lempert 2010, Technological Forecasting and
    Social Change 77:34-49; tightened as in PRIM, Friedman & Fisher 1999, Statistics and Computing
    9:123-143; trees, Breiman, Friedman, Olshen & Stone 1984, Classification and Regression Trees.
    """
    if len(matrix.candidates) < 2 or samples < 2:
        return ()
    weights = draws(anything(len(matrix.criteria)), samples, seed=seed)
    won = _won(weights, np.array([[float(value) for value in row] for row in matrix.values]))
    share = won.mean(axis=0)
    often = sorted(
        (place for place in range(len(matrix.candidates)) if share[place] >= LEAST_WON),
        key=lambda place: -share[place],
    )
    half = samples // 2
    return tuple(
        _rule(
            matrix,
            place,
            _box(weights[:half], won[:half, place]),
            weights[half:],
            won[half:, place],
        )
        for place in sorted(often[:MOST_RULES])
    )


def _won(weights: Floats, values: Floats) -> Truths:
    """samples x candidates: whether it is first or level with the first."""
    points = weights @ values.T
    return np.asarray(points >= points.max(axis=1, keepdims=True) - LEVEL)


def _box(weights: Floats, won: Truths) -> _Box:
    """The box to tell, chosen on the samples it is found with."""
    if won.mean() >= 1 - WORTH:
        return _Box({})
    boxes = [_shorter(box, weights, won) for box in _leaves(weights, won)]
    measured = [(*_measured(box, weights, won), box) for box in boxes]
    wide = [one for one in measured if one[1] >= LEAST_COVERAGE]
    if wide:
        return _purer(max(wide, key=lambda one: (one[0], one[1]))[2], weights, won)
    return max(measured, key=lambda one: _f1(one[0], one[1]), default=(0.0, 0.0, _Box({})))[2]


def _leaves(weights: Floats, won: Truths) -> Iterator[_Box]:
    """The leaves of two small trees, one of which counts each class as half; only those in which it
    wins more often than at large.
    """
    from sklearn.tree import DecisionTreeClassifier  # takes a second, so only where it is asked for

    usual = won.mean()
    for counting in (None, "balanced"):
        tree = DecisionTreeClassifier(
            max_depth=DEPTH, min_samples_leaf=LEAST_IN_A_LEAF, class_weight=counting, random_state=0
        )
        boxes = _below(tree.fit(weights, won).tree_, 0, {})
        yield from (box for box in boxes if _measured(box, weights, won)[0] > usual)


def _below(tree: Any, node: int, bounds: Mapping[int, tuple[int, int]]) -> Iterator[_Box]:
    """The boxes of all leaves from this node on, bounds rounded to whole percent."""
    if tree.children_left[node] < 0:
        yield _Box(bounds).tidy()
        return
    place, cut = int(tree.feature[node]), round(100 * float(tree.threshold[node]))
    low, high = bounds.get(place, (0, 100))
    yield from _below(tree, int(tree.children_left[node]), {**bounds, place: (low, min(high, cut))})
    yield from _below(
        tree, int(tree.children_right[node]), {**bounds, place: (max(low, cut), high)}
    )


def _shorter(box: _Box, weights: Floats, won: Truths) -> _Box:
    """The box without the bounds that hardly make it better, the most needless first."""
    density, _ = _measured(box, weights, won)
    while options := [(_measured(one, weights, won), one) for one in box.without_one()]:
        (found, _), shorter = max(options, key=lambda option: option[0])
        if found < density - WORTH:
            break
        box = shorter
    return box


def _purer(box: _Box, weights: Floats, won: Truths) -> _Box:
    """The box with its bounds tightened percent by percent, the best first, until it is right often
    enough or would cover too little.
    """
    density, coverage = _measured(box, weights, won)
    while density < GOOD:
        options = [(*_measured(one, weights, won), one) for one in box.tighter()]
        better = [one for one in options if one[0] > density and one[1] >= LEAST_COVERAGE]
        if not better:
            break
        density, coverage, box = max(
            better, key=lambda one: (one[0] - density) / max(coverage - one[1], LEVEL)
        )
    return box


def _measured(box: _Box, weights: Floats, won: Truths) -> tuple[float, float]:
    """Density and coverage."""
    inside = box.holds(weights)
    both = int((inside & won).sum())
    return both / max(int(inside.sum()), 1), both / max(int(won.sum()), 1)


def _f1(density: float, coverage: float) -> float:
    return 2 * density * coverage / (density + coverage) if density + coverage else 0.0


def _rule(
    matrix: DecisionMatrix, place: int, box: _Box, weights: Floats, won: Truths
) -> WinningRule:
    density, coverage = _measured(box, weights, won)
    return WinningRule(
        matrix.candidates[place],
        _conditions(matrix.criteria, box),
        density,
        coverage,
        int(box.holds(weights).sum()),
    )


def _conditions(criteria: Sequence[str], box: _Box) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            criteria[place], low / 100 if low > 0 else None, high / 100 if high < 100 else None
        )
        for place, (low, high) in sorted(box.bounds.items())
    )
