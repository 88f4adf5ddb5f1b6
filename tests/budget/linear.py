"""Linear programs with whole numbers, stated column by column and row by row, and solved by scipy
twice over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

INFINITE = float("inf")
Form = dict[tuple[str, ...], float]


@dataclass
class Program:
    """Columns, rows and the two measures of a plan; ``constant`` terms stand under the empty key of
    a form.
    """

    columns: dict[tuple[str, ...], tuple[float, float, bool]] = field(default_factory=dict)
    rows: list[tuple[str, Form, float, float]] = field(default_factory=list)
    score: Form = field(default_factory=dict)
    money: Form = field(default_factory=dict)

    def column(
        self, *key: str, high: float = INFINITE, whole: bool = False, low: float = 0.0
    ) -> Form:
        self.columns[key] = (low, high, whole)
        return {key: 1.0}

    def row(self, name: str, form: Form, *, low: float = -INFINITE, high: float = INFINITE) -> None:
        constant = form.get((), 0.0)
        self.rows.append(
            (
                name,
                {key: factor for key, factor in form.items() if key},
                low - constant,
                high - constant,
            )
        )


def times(factor: float, form: Form) -> Form:
    return {key: factor * value for key, value in form.items()}


def total(*forms: Form) -> Form:
    added: Form = {}
    for form in forms:
        for key, value in form.items():
            added[key] = added.get(key, 0.0) + value
    return added


def value_of(form: Form, values: Mapping[tuple[str, ...], float]) -> float:
    """A form at a solution."""
    return sum(factor * (values[key] if key else 1.0) for key, factor in form.items())


def minimise(made: Program, least: Form) -> Mapping[tuple[str, ...], float] | None:
    """The columns at which a form is least; None where no solution exists.

    Solved with and without presolve, the better answer counts: HiGHS 1.12 inside scipy calls some
    possible programs impossible and stops at some plans far from the best (random plans 3, 18 and
    22 of this folder, each against the exhaustive oracle). Then the whole numbers are fixed and the
    rest is solved again, so that nothing hangs on a tolerance.
    """
    arrays = _Arrays(made, least)
    answers = [arrays.whole(presolve=presolve) for presolve in (True, False)]
    found = [arrays.refined(answer.x) for answer in answers if answer.status == 0]
    if not found:
        assert all(answer.status == 2 for answer in answers), [answer.message for answer in answers]
        return None
    values = min(found, key=lambda x: float(arrays.objective @ x))
    return dict(zip(made.columns, values.tolist(), strict=True))


class _Arrays:
    """A program as scipy wants it."""

    def __init__(self, made: Program, least: Form) -> None:
        place = {key: number for number, key in enumerate(made.columns)}
        self.low, self.high, self.is_whole = (
            np.array([column[part] for column in made.columns.values()], dtype=float)
            for part in range(3)
        )
        self.matrix = np.zeros((len(made.rows), len(place)))
        for number, (_, form, _, _) in enumerate(made.rows):
            for key, factor in form.items():
                self.matrix[number, place[key]] += factor
        self.row_low = np.array([row[2] for row in made.rows])
        self.row_high = np.array([row[3] for row in made.rows])
        self.objective = np.zeros(len(place))
        for key, factor in least.items():
            if key:
                self.objective[place[key]] += factor

    def whole(self, *, presolve: bool):
        return milp(
            self.objective,
            integrality=self.is_whole,
            bounds=Bounds(self.low, self.high),
            constraints=LinearConstraint(self.matrix, self.row_low, self.row_high),
            options={"mip_rel_gap": 1e-9, "time_limit": 60, "presolve": presolve},
        )

    def refined(self, at: NDArray[np.float64]) -> NDArray[np.float64]:
        """The best values of everything else when the whole numbers are those of ``at``; rows
        brought to one size first.
        """
        fixed = np.round(at)
        low, high = (
            np.where(self.is_whole > 0, fixed, self.low),
            np.where(self.is_whole > 0, fixed, self.high),
        )
        size = np.maximum(np.abs(self.matrix).max(axis=1), 1e-9)
        matrix = self.matrix / size[:, None]
        upper, lower = np.isfinite(self.row_high), np.isfinite(self.row_low)
        answer = linprog(
            self.objective,
            A_ub=np.vstack([matrix[upper], -matrix[lower]]),
            b_ub=np.concatenate([(self.row_high / size)[upper], -(self.row_low / size)[lower]]),
            bounds=np.column_stack([low, high]),
            method="highs",
        )
        assert answer.status == 0, answer.message
        return answer.x
