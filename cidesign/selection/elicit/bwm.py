"""Weights from comparing the best criterion to all others, and all others to the worst (best-worst
method).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

from cidesign.domain.problem import BadInput, Problem
from cidesign.selection.elicit.answers import FILE, ids_of, numbers_of
from cidesign.selection.elicit.method import Consistency, Method, Weights
from cidesign.text import mark, say

Line = tuple[Fraction, Fraction, Fraction]
"""a, b, c of the half-plane a x + b y <= c, x the best criterion's weight and y the worst one's."""


def bwm(file: Mapping[str, Any]) -> Weights:
    """Weights of the linear model, exactly, and its xi: the largest miss of a comparison, 0 when
    all agree.

    Source: Rezaei 2016, Omega 64:126-130 (linear model).
    """
    ids, from_best, to_worst = best_worst(file)
    shares, xi = linear_model(from_best, to_worst)
    return Weights(dict(zip(ids, shares)), Consistency("xi", xi, None))


def best_worst(
    file: Mapping[str, Any],
) -> tuple[tuple[str, ...], tuple[Fraction, ...], tuple[Fraction, ...]]:
    """The ids of a file, how many times as much the best weighs as each, and each as the worst.

    Raises:
        BadInput: every problem of the answers.
    """
    problems: list[Problem] = []
    ids = ids_of(file["ids"], f"{FILE}: ids", problems)
    if problems:
        raise BadInput(problems)
    one = Fraction(1)
    from_best = numbers_of(
        file["best_to_others"], f"{FILE}: best_to_others", len(ids), one, problems
    )
    to_worst = numbers_of(
        file["others_to_worst"], f"{FILE}: others_to_worst", len(ids), one, problems
    )
    if not problems and one not in from_best:
        problems.append(
            Problem(
                f"{FILE}: best_to_others",
                say("no criterion is the best: none has 1"),
                say("write 1 for the best itself"),
            )
        )
    if not problems and one not in to_worst:
        problems.append(
            Problem(
                f"{FILE}: others_to_worst",
                say("no criterion is the worst: none has 1"),
                say("write 1 for the worst itself"),
            )
        )
    if not problems and len(ids) > 1 and len(set(best_and_worst(from_best, to_worst))) == 1:
        problems.append(
            Problem(
                f"{FILE}: others_to_worst",
                say("the best criterion is also the worst"),
                say("write 1 for another one"),
            )
        )
    if problems:
        raise BadInput(problems)
    return ids, from_best, to_worst


def linear_model(
    from_best: Sequence[Fraction], to_worst: Sequence[Fraction]
) -> tuple[tuple[Fraction, ...], Fraction]:
    """Least xi with |w_best - a_j w_j| <= xi and |w_j - b_j w_worst| <= xi for all j, weights from
    0, adding to 1.

    The model is homogeneous: the least xi for weights that add to 1 is the largest sum of weights
    for xi = 1. Given the best and the worst weight, each other weight then is the smaller of two
    bounds, so two unknowns remain, and an optimum lies where two lines meet. Where several corners
    are optimal, their mean is taken, so that the order of ids does not matter.

    Returns:
        Weights in the order given, and xi.
    """
    best, worst = best_and_worst(from_best, to_worst)
    if best == worst:
        return (Fraction(1),), Fraction(0)
    if len({a * b for a, b in zip(from_best, to_worst)}) == 1:
        total = sum((1 / a for a in from_best), Fraction(0))
        return tuple(1 / a / total for a in from_best), Fraction(0)
    program = _Program(tuple(from_best), tuple(to_worst), best, worst)
    corners = list(program.corners())
    most = max(sum(corner, Fraction(0)) for corner in corners)
    optimal = sorted({corner for corner in corners if sum(corner, Fraction(0)) == most})
    return tuple(
        sum(column, Fraction(0)) / len(optimal) / most for column in zip(*optimal)
    ), 1 / most


def best_and_worst(from_best: Sequence[Fraction], to_worst: Sequence[Fraction]) -> tuple[int, int]:
    """Places of the best and the worst; of several with 1, the one that the other list puts
    farthest out, then the first.
    """
    places = range(len(from_best))
    best = max(
        (place for place in places if from_best[place] == 1),
        key=lambda place: (to_worst[place], -place),
    )
    others = [place for place in places if to_worst[place] == 1 and place != best]
    worst = max(others, key=lambda place: (from_best[place], -place), default=best)
    return best, worst


@dataclass(frozen=True)
class _Program:
    """The linear model for xi = 1 in the weights of the best (x) and the worst (y)."""

    from_best: tuple[Fraction, ...]
    to_worst: tuple[Fraction, ...]
    best: int
    worst: int

    def corners(self) -> Iterator[tuple[Fraction, ...]]:
        """All weights at every allowed meeting point of two lines."""
        allowed = list(self._bounds())
        for first, second in combinations([*allowed, *self._bends()], 2):
            x, y = _meeting(first, second)
            if x is not None and y is not None and all(a * x + b * y <= c for a, b, c in allowed):
                yield self._weights(x, y)

    def _others(self) -> Iterator[tuple[Fraction, Fraction]]:
        for place, pair in enumerate(zip(self.from_best, self.to_worst)):
            if place not in (self.best, self.worst):
                yield pair

    def _bounds(self) -> Iterator[Line]:
        one = Fraction(1)
        yield (-one, Fraction(0), Fraction(0))
        yield (Fraction(0), -one, Fraction(0))
        for times in {
            self.from_best[self.worst],
            self.to_worst[self.best],
        }:  # the comparison of best and worst stands in both lists
            yield (one, -times, one)
            yield (-one, times, one)
        for a, b in self._others():
            yield (1 / a, -b, 1 + 1 / a)  # the least (x - 1)/a is not above the most b y + 1
            yield (-1 / a, b, 1 + 1 / a)  # the least b y - 1 is not above the most (x + 1)/a

    def _bends(self) -> Iterator[Line]:
        for a, b in self._others():
            yield (1 / a, -b, 1 - 1 / a)  # (x + 1)/a = b y + 1: there the smaller bound changes

    def _weights(self, x: Fraction, y: Fraction) -> tuple[Fraction, ...]:
        weights = [min((x + 1) / a, b * y + 1) for a, b in zip(self.from_best, self.to_worst)]
        weights[self.best], weights[self.worst] = x, y
        return tuple(weights)


def _meeting(first: Line, second: Line) -> tuple[Fraction | None, Fraction | None]:
    (a, b, c), (d, e, f) = first, second
    turn = a * e - b * d
    return ((c * e - b * f) / turn, (a * f - c * d) / turn) if turn else (None, None)


BWM = Method(
    "bwm",
    mark("Compare with the best and the worst"),
    ("ids", "best_to_others", "others_to_worst"),
    bwm,
)
