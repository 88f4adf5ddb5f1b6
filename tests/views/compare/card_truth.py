"""A second opinion on a small panel, by brute force and in its own words: nothing here asks the
rooms that are tested.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from statistics import median

import numpy as np
from scipy.optimize import linprog

from tests.views.compare.card_panels import Panel, drawn_lot, pairs

SAMPLES = 20_000
TINY = 1e-12


@dataclass(frozen=True)
class Truth:
    """The panel, worked out again from what was written down."""

    panel: Panel

    @cached_property
    def scores(self) -> dict[tuple[str, str], dict[str, Fraction]]:
        """By candidate and criterion, the counted scores by rater."""
        aside = {tuple(one.split()) for one in self.panel.recused}
        found: dict[tuple[str, str], dict[str, Fraction]] = {}
        for (rater, candidate, criterion), (score, _) in self.panel.given().items():
            counts = rater == "panel" if self.panel.aggregation == "consensus" else True
            if counts and (rater, candidate) not in aside:
                found.setdefault((candidate, criterion), {})[rater] = score
        return found

    @cached_property
    def raters(self) -> tuple[str, ...]:
        return tuple(sorted({rater for cell in self.scores.values() for rater in cell}))

    def raters_of(self, candidate: str) -> set[str]:
        return {
            rater for (one, _), cell in self.scores.items() if one == candidate for rater in cell
        }

    def value(
        self, candidate: str, criterion: str, *, without: str = "", how: str = ""
    ) -> Fraction | None:
        """The panel's value of a cell."""
        if criterion in self.panel.calculated:
            found = pairs(self.panel.figures[criterion]).get(candidate)
        else:
            given = [
                score
                for rater, score in self.scores.get((candidate, criterion), {}).items()
                if rater != without
            ]
            found = middle(how or self.panel.aggregation, given) if given else None
        return None if found is None else nearest(found, self.panel.cell_places)

    def product(self, criterion: str, value: Fraction, *, exactly: bool = False) -> Fraction:
        worst, best = self.panel.scale(criterion)
        found = self.panel.shares[criterion] * (value - worst) / (best - worst)
        return found if exactly else nearest(found, self.panel.point_places)

    def points(
        self,
        candidate: str,
        *,
        without: str = "",
        but: str = "",
        how: str = "",
        exactly: bool = False,
    ) -> Fraction | None:
        """Without a rater, but for a criterion, or by another middle; None where a cell is
        empty.
        """
        total = Fraction(0)
        for criterion in self.panel.shares:
            value = self.value(candidate, criterion, without=without, how=how)
            if criterion != but:
                if value is None:
                    return None
                total += self.product(criterion, value, exactly=exactly)
        return total

    def passes(self, candidate: str, *, without: str = "", but: str = "") -> bool:
        for criterion, mark in self.panel.marks.items():
            value, (worst, best) = (
                self.value(candidate, criterion, without=without),
                self.panel.scale(criterion),
            )
            if (
                criterion != but
                and value is not None
                and (value - Fraction(mark)) * (best - worst) < 0
            ):
                return False
        return True

    @cached_property
    def ranked(self) -> tuple[str, ...]:
        """Who has a rank, in no order that matters."""
        quorum = self.panel.quorum if self.panel.rated else 0
        return tuple(
            one
            for one in self.panel.everybody
            if one not in self.panel.out
            and self.points(one) is not None
            and len(self.raters_of(one)) >= quorum
            and self.passes(one)
        )

    def key(self, candidate: str, *, without: str = "", but: str = "", how: str = "") -> tuple:
        """Small is better: points, then the tie rules."""
        points = self.points(candidate, without=without, but=but, how=how)
        assert points is not None
        parts: list[Fraction | int] = [-points]
        for rule in self.panel.ties:
            criterion = rule.removeprefix("criterion:")
            if rule == "lot" and self.panel.lot:
                parts.append(drawn_lot(self.panel.lot, candidate))
            elif rule.startswith("criterion:") and criterion != but:
                value, (worst, best) = (
                    self.value(candidate, criterion, without=without, how=how),
                    self.panel.scale(criterion),
                )
                assert value is not None
                parts.append(-value if best > worst else value)
        return tuple(parts)

    def first(
        self,
        *,
        without: str = "",
        but: str = "",
        how: str = "",
        among: tuple[str, ...] | None = None,
    ) -> set[str]:
        """Who is first among these, without a rater or a criterion; those who miss a cell or a mark
        then are not.
        """
        able = [
            one
            for one in (self.ranked if among is None else among)
            if self.points(one, without=without, but=but, how=how) is not None
            and self.passes(one, without=without, but=but)
        ]
        if not able:
            return set()
        best = min(self.key(one, without=without, but=but, how=how) for one in able)
        return {one for one in able if self.key(one, without=without, but=but, how=how) == best}

    @cached_property
    def leaders(self) -> set[str]:
        return self.first()

    @cached_property
    def level(self) -> set[str]:
        """Who has a rank and as many points as the first."""
        most = max((self.points(one) or Fraction(0) for one in self.ranked), default=Fraction(0))
        return {one for one in self.ranked if self.points(one) == most}

    @cached_property
    def values(self) -> dict[str, np.ndarray]:
        """Panel values from 0 to 1 of those with a rank, in the order of the criteria."""
        found = {}
        for one in self.ranked:
            row = []
            for criterion in self.panel.shares:
                value, (worst, best) = self.value(one, criterion), self.panel.scale(criterion)
                assert value is not None
                row.append(float((value - worst) / (best - worst)))
            found[one] = np.array(row)
        return found

    @cached_property
    def weights(self) -> np.ndarray:
        total = sum(self.panel.shares.values())
        return np.array([float(weight / total) for weight in self.panel.shares.values()])

    # Other weights.

    def drawn(self, within: str, seed: int = 7) -> np.ndarray:
        """Samples of weights, a row each."""
        generator = np.random.default_rng(seed)
        size = len(self.weights)
        if within == "anything":
            return generator.dirichlet(np.ones(size), SAMPLES)
        if within == "order":
            falling = -np.sort(-generator.dirichlet(np.ones(size), SAMPLES), axis=1)
            mixed = np.argsort(
                -self.weights + 1e-9 * generator.random((SAMPLES, size)), axis=1
            )  # equals in any order
            found = np.empty_like(falling)
            np.put_along_axis(found, mixed, falling, axis=1)
            return found
        shares = np.array([self._own(said) for said in self.panel.members.values()])
        low, high = shares.min(axis=0), shares.max(axis=0)
        last = int(np.argmax(high - low))
        found = np.empty((0, size))
        while len(found) < SAMPLES:
            tries = low + (high - low) * generator.random((SAMPLES, size))
            tries[:, last] = 1 - (tries.sum(axis=1) - tries[:, last])
            kept = (tries[:, last] >= low[last] - TINY) & (tries[:, last] <= high[last] + TINY)
            found = np.vstack([found, tries[kept]])
        return found[:SAMPLES]

    def _own(self, said: str) -> list[float]:
        own = pairs(said)
        return [float(own[criterion] / sum(own.values())) for criterion in self.panel.shares]

    def share_first(self, who: tuple[str, ...], within: str) -> float:
        """Share of the weights in which one of these is first; equals share a win."""
        names = list(self.values)
        points = np.array([self.values[one] for one in names]) @ self.drawn(within).T
        top = points >= points.max(axis=0) - TINY
        return float((top[[names.index(one) for one in who]].sum(axis=0) / top.sum(axis=0)).mean())

    def smallest_flip(self, rival: str) -> float | None:
        """Least sum of |new - old| with which the rival is first or level with everyone; None where
        no weights do it.
        """
        size = len(self.weights)
        rows = [
            np.concatenate([self.values[other] - self.values[rival], np.zeros(size)])
            for other in self.values
            if other != rival
        ]
        one = np.eye(size)
        rows += [*np.hstack([one, -one]), *np.hstack([-one, -one])]
        limits = [0.0] * (len(self.values) - 1) + [*self.weights, *-self.weights]
        found = linprog(
            np.concatenate([np.zeros(size), np.ones(size)]),
            A_ub=np.array(rows),
            b_ub=np.array(limits) + 1e-12,
            A_eq=np.concatenate([np.ones(size), np.zeros(size)])[None, :],
            b_eq=[1.0],
            bounds=(0, None),
            method="highs",
        )
        return float(found.fun) if found.status == 0 else None

    def first_or_level(self, rival: str, weights: np.ndarray, slack: float = 1e-9) -> bool:
        own = float(self.values[rival] @ weights)
        return all(own >= float(values @ weights) - slack for values in self.values.values())

    # One value raised.

    def points_with(self, candidate: str, criterion: str, value: Fraction) -> Fraction:
        """The candidate's points with another panel value in one cell."""
        total = Fraction(0)
        for one in self.panel.shares:
            own = value if one == criterion else self.value(candidate, one)
            assert own is not None
            total += self.product(one, own)
        return total

    # Other ways to add up.

    def ballots(self) -> Iterator[dict[str, Fraction]]:
        """Each rater's own points of those she scored completely, with a rank, where they are two
        or more.
        """
        for rater in self.raters:
            own = {}
            for one in self.ranked:
                given = {
                    criterion: self.scores.get((one, criterion), {}).get(rater)
                    for criterion in self.panel.rated
                }
                if all(score is not None for score in given.values()):
                    own[one] = sum(
                        self.product(criterion, score, exactly=True)
                        for criterion, score in given.items()
                        if score is not None
                    )
                    for criterion in self.panel.calculated:
                        own[one] += self.product(
                            criterion, self.value(one, criterion) or Fraction(0), exactly=True
                        )
            if len(own) > 1:
                yield own

    def other_ways(self) -> dict[str, set[str]]:
        """By the name of each other way, who is first by it; empty where it names nobody."""
        found = {
            how: self._best(how)
            for how in ("mean", "median", "trimmed")
            if how != self.panel.aggregation
        }
        beaten, stood = dict.fromkeys(self.ranked, Fraction(0)), dict.fromkeys(self.ranked, 0)
        wins: Mapping[frozenset[str], dict[str, int]] = {
            frozenset(two): dict.fromkeys((*two, "both"), 0) for two in combinations(self.ranked, 2)
        }
        for own in self.ballots():
            for one, other in combinations(own, 2):
                duel = wins[frozenset((one, other))]
                duel["both"] += 1
                stood[one] += 1
                stood[other] += 1
                if own[one] == own[other]:
                    beaten[one] += Fraction(1, 2)
                    beaten[other] += Fraction(1, 2)
                else:
                    best = one if own[one] > own[other] else other
                    beaten[best] += 1
                    duel[best] += 1
        borda = {one: beaten[one] / stood[one] for one in self.ranked if stood[one]}
        found["borda"] = {one for one in borda if borda[one] == max(borda.values())}
        found["pairwise"] = {
            one
            for one in self.ranked
            if all(
                (duel := wins[frozenset((one, other))])["both"] and duel[one] >= duel[other]
                for other in self.ranked
                if other != one
            )
        }
        return found

    def _best(self, how: str) -> set[str]:
        points = {one: self.points(one, how=how) for one in self.ranked}
        told = {one: value for one, value in points.items() if value is not None}
        return {one for one in told if told[one] == max(told.values())}

    # How far scores lie apart.

    def apart(self) -> dict[tuple[str, str], tuple[float, Fraction]]:
        """By cell with two scores or more: deviation and range as shares of the scale."""
        found = {}
        for (candidate, criterion), cell in self.scores.items():
            if len(cell) > 1:
                worst, best = self.panel.scale(criterion)
                shares = [float((score - worst) / (best - worst)) for score in cell.values()]
                widest = (max(cell.values()) - min(cell.values())) / abs(best - worst)
                found[candidate, criterion] = (float(np.std(shares, ddof=1)), widest)
        return found


def middle(how: str, given: list[Fraction]) -> Fraction:
    if how == "median":
        return Fraction(median(given))
    if how == "trimmed" and len(given) > 2:
        given = sorted(given)[1:-1]
    return sum(given, Fraction(0)) / len(given)


def nearest(value: Fraction, places: int | None) -> Fraction:
    """Half up, away from zero."""
    if places is None:
        return value
    whole = abs(value) * 10**places + Fraction(1, 2)
    found = Fraction(whole.numerator // whole.denominator, 10**places)
    return found if value >= 0 else -found
