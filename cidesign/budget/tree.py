"""The best whole numbers of one program for many limits at once, such as the budgets of a frontier,
and whether others are as good.

One tree of ever narrower ranges serves all limits. The program with whole numbers broken bounds
what a range can hold; its dual bounds it at every other limit too, so that one answer settles a
range for many budgets. Whole numbers found for one budget are tried at its neighbours.

Source: branch and bound after Land & Doig 1960 (Econometrica 28:497-520); which number is split by
what splitting it brought before, after Benichou et al. 1971 (Mathematical Programming 1:76-94);
that a dual bounds the answer at every limit is weak duality.
"""

import heapq
import math
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from cidesign.solver import Floats, Limit, NotSureError, Relaxation, Relaxed

Wholes = tuple[int, ...]
_BROKEN = 1e-6
_BETTER = 1e-7
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Best:
    """What was found at one limit.

    Args:
        value: the greatest; None where nothing fits.
        wholes: whole numbers that reach it.
        is_alone: whether all other whole numbers fall short of it by more than the slack.
        is_sure: False where the tree grew too large to know.
    """

    value: float | None
    wholes: Wholes | None
    is_alone: bool
    is_sure: bool


@dataclass(frozen=True)
class _Split:
    """How a range came about: which number was split, 1 upwards or 0 down and by how much of a
    unit, and the answer before, at which limit.
    """

    number: int
    up: int
    part: float
    value: float
    at: int


@dataclass(frozen=True)
class _Range:
    """The least and the most of each whole number, the limits that may find something better here,
    and a bound at each limit.
    """

    low: Floats
    high: Floats
    limits: list[int]
    bound: Floats
    split: _Split | None = None


class Tree:
    """The whole numbers of a relaxation, looked through for the best.

    What it learns of splitting a number in one search serves the next.
    """

    def __init__(self, relaxation: Relaxation, limit: Limit) -> None:
        """``limit`` is the one that moves."""
        self.relaxation, self.limit = relaxation, limit
        self.low, self.high = relaxation.ranges
        # by how much the answer fell for each unit a number was split down (0) or up (1), and how
        # often that was seen
        self._fell = np.zeros((2, len(self.low)))
        self._seen = np.zeros((2, len(self.low)))

    def best(
        self,
        limits: Sequence[float],
        *,
        slack: float,
        most_asked: int,
        ends: float = math.inf,
        known: Iterable[Wholes] = (),
        level: tuple[float, Wholes] | None = None,
    ) -> list[Best]:
        """The best at each limit of what the relaxation asks for.

        Args:
            limits: the most the limit's expression may be, rising.
            slack: by how much others may fall short and still be equals.
            most_asked: answers of the relaxation, after which the tree is too large.
            ends: the same by the clock (``time.monotonic``).
            known: whole numbers that may be good here.
            level: a value and whole numbers that reach it at every limit; only what is better
                matters.
        """
        search = _Search(self, np.array(limits, dtype=float), slack, most_asked, ends)
        if level:
            search.begin_at(*level)
        return search.run(known)

    def fix(self, number: int, value: float) -> None:
        """From now on a number has this value."""
        self.low, self.high = _with(self.low, number, value), _with(self.high, number, value)

    def learn(self, split: _Split, value: float) -> None:
        """What a split brought."""
        fell = max(0.0, split.value - value) / split.part
        self._fell[split.up, split.number] += fell
        self._seen[split.up, split.number] += 1

    def number_to_split(self, broken: Floats) -> int:
        """The one of these parts of units whose split promises most on both sides."""
        mean = self._fell.sum(axis=1) / np.maximum(1, self._seen.sum(axis=1))
        mean[mean == 0] = 1.0
        each = np.where(self._seen > 0, self._fell / np.maximum(1, self._seen), mean[:, np.newaxis])
        down, up = each[0] * broken, each[1] * (1 - broken)
        promise = np.maximum(down, _BROKEN) * np.maximum(up, _BROKEN)
        return int(np.argmax(np.where(broken > 0, promise, -1.0)))


class _Search:
    """One search of a tree."""

    def __init__(
        self, tree: Tree, limits: Floats, slack: float, most_asked: int, ends: float
    ) -> None:
        self._tree, self._limits, self._slack = tree, limits, slack
        self._left, self._ends = most_asked, ends
        self._best = np.full(len(limits), -math.inf)
        self._bar = np.full(len(limits), -math.inf)  # what is not above it does not matter
        self._wholes: list[Wholes | None] = [None] * len(limits)
        self._has_equal = [False] * len(limits)
        self._tried: dict[Wholes, set[int]] = {}

    def begin_at(self, value: float, wholes: Wholes) -> None:
        """Something reaches this value everywhere, and equals do not matter."""
        for at in range(len(self._limits)):
            self._has_equal[at] = True
            self._take(at, value, wholes)

    def run(self, known: Iterable[Wholes]) -> list[Best]:
        """The best at each limit."""
        everywhere = list(range(len(self._limits)))
        unbounded = np.full(len(everywhere), math.inf)
        current = _Range(self._tree.low, self._tree.high, everywhere, unbounded)
        waiting: list[tuple[float, int, _Range]] = []
        number = count()
        try:
            for wholes in known:
                self._try(wholes, everywhere, 0)
            while True:
                parts = self._split(current)
                for part in parts[1:]:
                    gain = (part.bound - self._best)[part.limits].max()
                    heapq.heappush(waiting, (-float(gain), next(number), part))
                if not parts and not waiting:
                    break
                current = parts[0] if parts else heapq.heappop(waiting)[2]
        except (_TooLargeError, NotSureError):
            left = [current, *(one for _, _, one in waiting)]
            return self._told({at for one in left for at in self._open(one.limits, one.bound)})
        return self._told(set())

    def _told(self, unsure: set[int]) -> list[Best]:
        return [
            Best(
                value=None if wholes is None else float(self._best[at]),
                wholes=wholes,
                is_alone=not self._has_equal[at],
                is_sure=at not in unsure,
            )
            for at, wholes in enumerate(self._wholes)
        ]

    def _open(self, limits: Iterable[int], bound: Floats) -> list[int]:
        """The limits where a range with this bound may still matter."""
        return [at for at in limits if bound[at] > self._bar[at]]

    def _split(self, one: _Range) -> list[_Range]:
        """Parts of a range in which something better may be, the most promising first."""
        bound, limits = one.bound.copy(), self._open(one.limits, one.bound)
        todo = limits
        self._tree.relaxation.wholes_between(one.low, one.high)
        while todo:
            at = todo[len(todo) // 2]
            answer = self._ask(at)
            if answer is None:  # nor does anything fit below
                limits, todo = ([k for k in some if k > at] for some in (limits, todo))
                continue
            if one.split and one.split.at == at:
                self._tree.learn(one.split, answer.value)
            away = answer.value + answer.per_unit * (self._limits - self._limits[at])
            np.minimum(bound, away, out=bound)
            broken = answer.wholes - np.floor(answer.wholes + _BROKEN)
            broken[broken < _BROKEN] = 0.0
            if not broken.any():
                self._try_at(answer, limits, at)
                self._tree.relaxation.wholes_between(one.low, one.high)
            limits = self._open(limits, bound)
            todo = [k for k in self._open(todo, bound) if k != at]
            if at in limits and (one.low < one.high).any():
                low, high = self._narrowed(one, answer, away[limits] - self._bar[limits])
                if broken.any():
                    return self._halves(low, high, limits, bound, broken, answer, at)
                return list(_around(low, high, limits, bound, answer))
        return []

    def _ask(self, at: int) -> Relaxed | None:
        self._left -= 1
        if self._left < 0 or time.monotonic() > self._ends:
            raise _TooLargeError
        self._tree.relaxation.move(self._tree.limit, most=self._limits[at])
        return self._tree.relaxation.relaxed(self._tree.limit)

    def _halves(
        self,
        low: Floats,
        high: Floats,
        limits: list[int],
        bound: Floats,
        broken: Floats,
        answer: Relaxed,
        at: int,
    ) -> list[_Range]:
        """Both sides of the number that promises most, the nearer one first."""
        number = self._tree.number_to_split(broken)
        part = float(broken[number])
        whole = round(answer.wholes[number] - part)
        down = _Range(
            low,
            _with(high, number, whole),
            limits,
            bound,
            _Split(number, 0, part, answer.value, at),
        )
        up = _Range(
            _with(low, number, whole + 1),
            high,
            limits,
            bound,
            _Split(number, 1, 1 - part, answer.value, at),
        )
        return [up, down] if part > 0.5 else [down, up]

    def _narrowed(self, one: _Range, answer: Relaxed, room: Floats) -> tuple[Floats, Floats]:
        """The range without the ends that cost more than there is room for, at any limit."""
        cost = np.abs(answer.reduced)
        with np.errstate(divide="ignore"):
            steps = np.floor(np.max(room) / cost + _BROKEN)
        is_low = (answer.reduced < -_ROUNDING) & (answer.wholes < one.low + _BROKEN)
        is_high = (answer.reduced > _ROUNDING) & (answer.wholes > one.high - _BROKEN)
        high = np.where(is_low, np.minimum(one.high, one.low + steps), one.high)
        low = np.where(is_high, np.maximum(one.low, one.high - steps), one.low)
        return low, high

    def _try_at(self, answer: Relaxed, limits: list[int], at: int) -> None:
        """An answer without anything broken: what its whole numbers bring here and at the limits
        beside.
        """
        wholes = tuple(round(value) for value in answer.wholes)
        if at not in self._tried.get(wholes, ()):
            self._try(wholes, limits, at)

    def _try(self, wholes: Wholes, limits: list[int], at: int) -> None:
        """What whole numbers bring at a limit, and at those beside as long as that is good."""
        values = np.array(wholes, dtype=float)
        self._tree.relaxation.wholes_between(values, values)
        tried = self._tried.setdefault(wholes, set())
        here = self._ask(at)
        tried.add(at)
        if here is None:
            return
        self._take(at, here.value, wholes)
        below, above = [k for k in limits if k < at], [k for k in limits if k > at]
        for side in (reversed(below), above):
            last, place = here, at
            for k in side:
                bound = last.value + last.per_unit * (self._limits[k] - self._limits[place])
                if k in tried or bound <= self._bar[k]:
                    break
                found = self._ask(k)
                tried.add(k)
                if found is None:
                    break
                self._take(k, found.value, wholes)
                if found.value < self._bar[k]:
                    break
                last, place = found, k

    def _take(self, at: int, value: float, wholes: Wholes) -> None:
        is_other = self._wholes[at] not in (None, wholes)
        if math.isfinite(self._best[at]) and value > self._best[at] + self._slack:
            self._has_equal[at] = False
        elif is_other and value > self._best[at] - self._slack:
            self._has_equal[at] = True
        if value > self._best[at]:
            self._best[at], self._wholes[at] = value, wholes
        # where it has an equal only what is better matters
        above = _BETTER if self._has_equal[at] else -self._slack
        self._bar[at] = self._best[at] + above


class _TooLargeError(RuntimeError):
    """The tree took too many answers, or too long."""


def _around(
    low: Floats, high: Floats, limits: list[int], bound: Floats, answer: Relaxed
) -> Iterator[_Range]:
    """A range in three by one number: where it is as the answer says, below, and above."""
    number = int(np.argmax(low < high))
    whole = round(answer.wholes[number])
    if low[number] == high[number]:
        yield _Range(low, high, limits, bound)
    else:
        exact = float(whole)
        yield _Range(_with(low, number, exact), _with(high, number, exact), limits, bound)
        if whole > low[number]:
            yield _Range(low, _with(high, number, whole - 1), limits, bound)
        if whole < high[number]:
            yield _Range(_with(low, number, whole + 1), high, limits, bound)


def _with(values: Floats, number: int, value: float) -> Floats:
    changed = values.copy()
    changed[number] = value
    return changed
