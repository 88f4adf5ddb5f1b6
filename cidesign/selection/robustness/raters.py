"""Another panel that might have sat there: raters drawn anew from those who did, and what such a
panel says of each candidate.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from cidesign.domain.agreement import RaterSheets
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.robustness import DecisionMatrix
from cidesign.domain.rules import Aggregation, Criterion, RuleSheet, Seats
from cidesign.selection.robustness.one_thread import product
from cidesign.selection.robustness.sampling import CHUNK, Array
from cidesign.text import say
from cidesign.value.aggregate import FEWEST_TO_TRIM

HEADSTART = 100_000
RAREST = 200
"""Of so many draws at least one must fill every cell, once the first ones are done."""
EVERYBODY = "everybody"


@dataclass(frozen=True)
class Cells:
    """The scores of one rated criterion, ready to be counted by a drawn panel.

    Args:
        criterion: with its scale.
        unit: the scores are whole numbers of 1 / unit.
        scores: by group of raters, candidates x raters; 0 where there is none, or of another group;
            gave: likewise 1 where there is one.
        levels: candidates x levels, each candidate's different scores from the lowest up, the last
            one repeated where there are fewer.
        upto: by group of raters, candidates and levels (each candidate's in turn) x raters: 1 where
            a rater of the group gave that score or a lower one.
    """

    criterion: Criterion
    unit: int
    scores: tuple[Array, ...]
    gave: tuple[Array, ...]
    levels: Array
    upto: tuple[Array, ...]


class Resampled:
    """The panel's raters, as many drawn with replacement as there are; one draw serves all
    candidates and cells.

    Only raters who scored a candidate of the matrix are drawn. A draw that leaves a cell of the
    matrix without a score is drawn again.

    Args:
        matrix: whose candidates and criteria; calculated criteria keep their values.
        sheets: what each rater said, and her seat where seats count equally.
        rules: how scores become the panel's value.

    Source: the bootstrap, Efron 1979, Annals of Statistics 7(1):1-26, of raters instead of scores:
    a rater who is severe is so to all.
    """

    def __init__(self, matrix: DecisionMatrix, sheets: RaterSheets, rules: RuleSheet) -> None:
        self._rules = rules
        rated = [
            rules.criterion(id) for id in matrix.criteria if not rules.criterion(id).calculated
        ]
        by_cell = {
            (one, each.id): sheets.scores[one, each.id]
            for one in matrix.candidates
            for each in rated
        }
        self.raters = tuple(sorted({rater for scores in by_cell.values() for rater in scores}))
        seats = (
            sheets.seats if rules.seats is Seats.EQUAL else dict.fromkeys(self.raters, EVERYBODY)
        )
        groups = [
            [rater for rater in self.raters if seats[rater] == seat]
            for seat in sorted({seats[rater] for rater in self.raters})
        ]
        self._cells = {
            each.id: _cells(
                each, [by_cell[one, each.id] for one in matrix.candidates], self.raters, groups
            )
            for each in rated
        }
        self._fixed = {
            id: np.array([[float(row[place])] for row in matrix.values]).reshape(-1, 1)
            for place, id in enumerate(matrix.criteria)
        }
        self._criteria = matrix.criteria
        given = {tuple(rater in scores for rater in self.raters) for scores in by_cell.values()}
        gaps = sorted(cell for cell in given if not all(cell))
        self._gaps = np.array(gaps, dtype=float).reshape(len(gaps), len(self.raters))
        self.width = max((len(cells.upto[0]) for cells in self._cells.values()), default=1)

    def draw(self, generator: np.random.Generator, count: int) -> Array:
        """How often each rater sits on each of so many drawn panels: raters x samples.

        Raises:
            BadInput: hardly any draw fills every cell.
        """
        raters = len(self.raters)
        found, tried, pieces = 0, 0, []
        while found < count:
            if tried > HEADSTART + RAREST * found:
                raise BadInput([_too_thin()])
            chosen = (
                generator.integers(raters, size=(raters, CHUNK))
                if raters
                else np.zeros((0, CHUNK), np.int64)
            )
            sits = (
                np.bincount((chosen * CHUNK + np.arange(CHUNK)).ravel(), minlength=raters * CHUNK)
                .reshape(raters, CHUNK)
                .astype(float)
            )
            full = np.flatnonzero((product(self._gaps, sits) > 0).all(axis=0))[: count - found]
            pieces.append(sits[:, full])
            found, tried = found + len(full), tried + CHUNK
        return np.concatenate(pieces, axis=1)

    def values(self, sits: Array) -> Iterator[Array]:
        """For each criterion of the matrix in turn what the drawn panels say, from 0 (worst) to 1
        (best): candidates x samples.

        Args:
            sits: raters x samples.
        """
        for id in self._criteria:
            yield self._value(self._cells[id], sits) if id in self._cells else self._fixed[id]

    def _value(self, cells: Cells, sits: Array) -> Array:
        """Numerators and denominators are whole numbers below 2 ** 53, so half a step is seen as
        such and rounded up.
        """
        numerator, denominator, seats = np.zeros(1), np.ones(1), np.zeros(1)
        for group in range(len(cells.upto)):
            seated, sat = _aggregate(self._rules.aggregation, cells, group, sits)
            there = sat > 0
            denominator_of_seat = np.where(there, sat, 1)
            numerator = numerator * denominator_of_seat + np.where(there, seated, 0) * denominator
            denominator = denominator * denominator_of_seat
            seats = seats + there
        value = _half_up(numerator, denominator * seats * cells.unit, self._rules.rounding.cell)
        worst, best = float(cells.criterion.scale.worst), float(cells.criterion.scale.best)
        return np.asarray((value - worst) / (best - worst))


def _cells(
    criterion: Criterion,
    rows: Sequence[Mapping[str, Fraction]],
    raters: Sequence[str],
    groups: Sequence[Sequence[str]],
) -> Cells:
    unit = lcm(*(score.denominator for row in rows for score in row.values()))
    whole = [{rater: int(score * unit) for rater, score in row.items()} for row in rows]
    levels = [sorted(set(row.values())) for row in whole]
    longest = max(map(len, levels))
    padded = [[*row, *row[-1:] * (longest - len(row))] for row in levels]
    gave = [
        np.array(
            [[rater in group and rater in row for rater in raters] for row in whole], dtype=float
        )
        for group in map(frozenset, groups)
    ]
    scores = np.array([[row.get(rater, 0) for rater in raters] for row in whole], dtype=float)
    upto = [
        ((scores[:, None] <= np.array(padded)[:, :, None]) * one[:, None]).reshape(-1, len(raters))
        for one in gave
    ]
    return Cells(
        criterion,
        unit,
        tuple(scores * one for one in gave),
        tuple(gave),
        np.array(padded, dtype=float),
        tuple(upto),
    )


def _aggregate(
    aggregation: Aggregation, cells: Cells, group: int, sits: Array
) -> tuple[Array, Array]:
    """Numerator and denominator of what a group of raters says: candidates x samples; the
    denominator is 0 where nobody of it scored.
    """
    total, sat = product(cells.scores[group], sits), product(cells.gave[group], sits)
    if aggregation in (Aggregation.MEAN, Aggregation.CONSENSUS):
        return total, sat
    upto = product(cells.upto[group], sits).reshape(*cells.levels.shape, -1)
    if aggregation is Aggregation.MEDIAN:
        return _score_at((sat - 1) // 2, upto, cells.levels) + _score_at(
            sat // 2, upto, cells.levels
        ), np.where(sat > 0, 2.0, 0.0)
    ends = _score_at(np.zeros(1), upto, cells.levels) + _score_at(sat - 1, upto, cells.levels)
    enough = sat >= FEWEST_TO_TRIM
    return np.where(enough, total - ends, total), np.where(enough, sat - 2, sat)


def _score_at(place: Array, upto: Array, levels: Array) -> Array:
    """The score that stands at a place, counted from 0 at the lowest, when the scores of a cell
    stand in order.

    Args:
        place: candidates x samples.
        upto: candidates x levels x samples: how many scores are no higher than a level.
        levels: candidates x levels.
    """
    level = (upto[:, :-1] <= place[..., None, :]).sum(axis=1)
    return np.asarray(levels[np.arange(len(levels))[:, None], level])


def _half_up(numerator: Array, denominator: Array, places: int | None) -> Array:
    if places is None:
        return np.asarray(numerator / denominator)
    steps = np.floor((2 * np.abs(numerator) * 10**places + denominator) / (2 * denominator))
    return np.asarray(np.copysign(steps, numerator) / 10**places)


def _too_thin() -> Problem:
    return Problem(
        "scores.csv",
        say(
            "so few raters stand behind some cells that hardly any panel drawn anew from the "
            "raters would fill them all"
        ),
        say("let more raters score these candidates, or vary the weights only"),
    )
