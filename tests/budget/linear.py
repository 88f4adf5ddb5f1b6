"""Linear programs with whole numbers, stated column by column and row by row, and solved by scipy
twice over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp
from scipy.sparse import csr_array, vstack

INFINITE = float("inf")
CEILING = 1e8
"""More than any column reaches; without it presolve never comes back from some small programs
(scipy 1.17, a_post_below_the_least_may_be_kept).
"""
Form = dict[tuple[str, ...], float]


@dataclass
class Program:
    """Columns, rows and the measures of a plan; ``constant`` terms stand under the empty key of a
    form.
    """

    columns: dict[tuple[str, ...], tuple[float, float, bool]] = field(default_factory=dict)
    rows: list[tuple[str, Form, float, float]] = field(default_factory=list)
    score: Form = field(default_factory=dict)
    money: Form = field(default_factory=dict)
    cost: Form = field(default_factory=dict)
    granted: dict[str, Form] = field(default_factory=dict)
    given: dict[str, Form] = field(default_factory=dict)

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
                {key: factor for key, factor in form.items() if key and factor},
                low - constant,
                high - constant,
            )
        )

    def copied(self) -> "Program":
        """The same program, to be added to."""
        return replace(self, columns=dict(self.columns), rows=list(self.rows))


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
    possible programs impossible and stops at some plans far from the best. Then the whole numbers
    are fixed and the rest is solved again, so that nothing hangs on a tolerance.
    """
    arrays = _Arrays(made, least)
    if not arrays.is_open:
        values = arrays.refined(arrays.low)
        if values is not None:
            return dict(zip(made.columns, values.tolist(), strict=True))
    answers = [arrays.whole(presolve=presolve) for presolve in (True, False)]
    refined = [arrays.refined(answer.x) for answer in answers if answer.status == 0]
    found = [x for x in refined if x is not None]
    if not found:
        assert all(answer.status == 2 for answer in answers), [answer.message for answer in answers]
        return None
    values = min(found, key=lambda x: float(arrays.objective @ x))
    return dict(zip(made.columns, values.tolist(), strict=True))


def solved(made: Program, least: Form) -> Mapping[tuple[str, ...], float]:
    """The columns at which a form is least, of a program that can be solved and has no whole
    numbers.
    """
    values = _Arrays(made, least).refined(np.zeros(len(made.columns)))
    assert values is not None, "no solution"
    return dict(zip(made.columns, values.tolist(), strict=True))


class _Arrays:
    """A program as scipy wants it: the greatest factor of each row is 1, and so is the greatest of
    what is to be least.
    """

    def __init__(self, made: Program, least: Form) -> None:
        place = {key: number for number, key in enumerate(made.columns)}
        self.low, self.high, self.is_whole = (
            np.array([column[part] for column in made.columns.values()], dtype=float)
            for part in range(3)
        )
        sizes = [max(map(abs, form.values()), default=1.0) or 1.0 for _, form, _, _ in made.rows]
        at, across, factors = [], [], []
        for number, (_, form, _, _) in enumerate(made.rows):
            at += [number] * len(form)
            across += [place[key] for key in form]
            factors += [factor / sizes[number] for factor in form.values()]
        self.matrix = csr_array((factors, (at, across)), shape=(len(made.rows), len(place)))
        self.row_low = np.array([row[2] for row in made.rows]) / sizes
        self.row_high = np.array([row[3] for row in made.rows]) / sizes
        self.objective = np.zeros(len(place))
        largest = max(map(abs, least.values()), default=1.0) or 1.0
        for key, factor in least.items():
            if key:
                self.objective[place[key]] += factor / largest

    @property
    def is_open(self) -> bool:
        """Whether a whole number is left to choose."""
        return bool(np.any((self.is_whole > 0) & (self.low < self.high)))

    def whole(self, *, presolve: bool) -> OptimizeResult:
        return milp(
            self.objective,
            integrality=self.is_whole,
            bounds=Bounds(self.low, np.minimum(self.high, CEILING)),
            constraints=LinearConstraint(self.matrix, self.row_low, self.row_high),
            options={"mip_rel_gap": 1e-9, "time_limit": 60, "presolve": presolve},
        )

    def refined(self, at: NDArray[np.float64]) -> NDArray[np.float64] | None:
        """The best values of everything else when the whole numbers are those of ``at``; None where
        a tolerance alone made them possible.
        """
        fixed = np.round(at)
        low, high = (
            np.where(self.is_whole > 0, fixed, self.low),
            np.where(self.is_whole > 0, fixed, self.high),
        )
        upper, lower = np.isfinite(self.row_high), np.isfinite(self.row_low)
        answer = linprog(
            self.objective,
            A_ub=vstack([self.matrix[upper], -self.matrix[lower]]),
            b_ub=np.concatenate([self.row_high[upper], -self.row_low[lower]]),
            bounds=np.column_stack([low, high]),
            method="highs",
        )
        assert answer.status in (0, 2), answer.message
        return answer.x if answer.status == 0 else None
