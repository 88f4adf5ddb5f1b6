"""The only module that names a solver: PuLP states a problem, HiGHS solves it, stage after stage.

A ``Session`` loads a PuLP problem into HiGHS once and then asks one question after another of it
(best score, then least money, …), each answer kept as a new row. Two PuLP generations are served:
3.3 (Python 3.11) and 4 (3.12 and later).
"""

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import highspy
import pulp

RELATIVE_GAP = 1e-7
_OPTIONS: Mapping[str, Any] = {
    # sub-problem heuristics that cost more than they find on a model of a hundred variables
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-8,
    "dual_feasibility_tolerance": 1e-9,
}
_DUAL_ZERO = 1e-9
_STOPPED = (
    highspy.HighsModelStatus.kTimeLimit,
    highspy.HighsModelStatus.kInterrupt,
    highspy.HighsModelStatus.kSolutionLimit,
)
_NOTHING_FITS = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)

Expression = Any
"""A PuLP linear expression."""
Variable = Any
"""A PuLP variable."""


@dataclass(frozen=True)
class Answer:
    """What one question brought.

    Args:
        status: optimal | best_found (the clock ran out) | infeasible | none_found.
        value: of the expression asked about; None without a solution.
        bound: the best value not yet ruled out; equals ``value`` when optimal.
    """

    status: str
    value: float | None = None
    bound: float | None = None

    @property
    def found(self) -> bool:
        """Whether values may be read."""
        return self.value is not None


def problem(name: str) -> Any:
    """An empty PuLP problem that maximises; variables and rows are added by its own methods."""
    return pulp.LpProblem(name, pulp.LpMaximize)


def whole(statement: Any, name: str, low: float, high: float | None = None) -> Variable:
    """A whole-number variable of a problem (``high`` None: no end)."""
    return statement.add_variable(name, low, high, pulp.LpInteger)


def amount(statement: Any, name: str, high: float | None = None) -> Variable:
    """A variable of a problem from 0 to ``high`` (None: no end)."""
    return statement.add_variable(name, 0, high, pulp.LpContinuous)


def total(terms: Any) -> Expression:
    """The sum of PuLP terms."""
    return pulp.lpSum(terms)


class Session:
    """One problem in HiGHS, asked several questions against one clock."""

    def __init__(self, statement: Any, objective: Expression, *, seconds: float) -> None:
        """Loads the problem and asks for the greatest ``objective``; the answer is ``first``.

        Args:
            statement: a PuLP problem without objective.
            objective: what to maximise first.
            seconds: wall clock for all questions together.
        """
        self._ends = time.monotonic() + seconds
        statement.setObjective(objective)
        settings = dict(_OPTIONS)
        statement.solve(
            pulp.HiGHS(
                msg=False,
                gapRel=RELATIVE_GAP,
                gapAbs=1e-9,
                threads=1,
                timeLimit=max(seconds, 0.01),
                **settings,
            )
        )
        self._highs: highspy.Highs = statement.solverModel
        exported = (
            statement.exported_variables()
            if hasattr(statement, "exported_variables")
            else statement.variables()
        )
        self._column = {variable.name: place for place, variable in enumerate(exported)}
        self._highs.setOptionValue("output_flag", False)
        self._objective = objective
        self._refuse_unknown_options(settings)
        self._upward = self._highs.getObjectiveSense()[1] == highspy.ObjSense.kMaximize
        self.first = self._answer(objective)

    def _refuse_unknown_options(self, settings: Mapping[str, Any]) -> None:
        for name, wanted in settings.items():
            if self._highs.getOptionValue(name)[1] != wanted:
                raise RuntimeError(f"HiGHS did not take the option {name}")

    def most(self, expression: Expression) -> Answer:
        """The greatest value of an expression."""
        return self._ask(expression, 1.0)

    def least(self, expression: Expression) -> Answer:
        """The least value of an expression."""
        return self._ask(expression, -1.0)

    def keep_at_least(self, expression: Expression, value: float) -> None:
        """From now on the expression is at least ``value``."""
        self._row(expression, value, highspy.kHighsInf)

    def keep_at_most(self, expression: Expression, value: float) -> None:
        """From now on the expression is at most ``value``."""
        self._row(expression, -highspy.kHighsInf, value)

    def forget_since(self, rows: int) -> None:
        """Drop what was kept since the problem had this number of ``rows``."""
        if self.rows > rows:
            self._highs.deleteRows(self.rows - rows, list(range(rows, self.rows)))

    @property
    def rows(self) -> int:
        """How many rows the problem has by now."""
        return int(self._highs.getNumRow())

    def fix(self, variable: Variable, value: float) -> None:
        """From now on the variable has this value."""
        self._highs.changeColBounds(self._place(variable), value, value)

    def wholes_are_settled(self) -> None:
        """Every whole-number variable is fixed: what is left is a linear program, and far quicker
        to ask.
        """
        for place in self._column.values():
            self._highs.changeColIntegrality(place, highspy.HighsVarType.kContinuous)
        # each next question starts from the last answer, which is allowed: presolve would only look
        # for trouble again
        self._highs.setOptionValue("presolve", "off")
        self._highs.setOptionValue("primal_feasibility_tolerance", 1e-10)

    def values(self) -> dict[str, float]:
        """Value of each variable by name, of the last question that had an answer."""
        return self._values

    def stay(self) -> None:
        """From now on only answers as good as the last one, exactly: what its duals hold at a bound
        stays there.

        For linear questions (after ``wholes_are_settled``). By complementary slackness the answers
        equally good are those with every column of nonzero reduced cost and every row of nonzero
        dual at its bound; no tolerance is given up.
        """
        solution = self._highs.getSolution()
        for place, (value, dual) in enumerate(
            zip(solution.col_value, solution.col_dual, strict=True)
        ):
            if abs(dual) > _DUAL_ZERO:
                self._highs.changeColBounds(place, value, value)
        program = self._highs.getLp()
        for place, (value, dual) in enumerate(
            zip(solution.row_value, solution.row_dual, strict=True)
        ):
            if abs(dual) > _DUAL_ZERO:
                low, high = program.row_lower_[place], program.row_upper_[place]
                bound = low if abs(value - low) < abs(value - high) else high
                self._highs.changeRowBounds(place, bound, bound)

    def value_of(self, expression: Expression) -> float:
        """What an expression is worth in the last answer."""
        return float(expression.constant) + sum(
            float(factor) * self._values[variable.name] for variable, factor in expression.items()
        )

    def _ask(self, expression: Expression, sign: float) -> Answer:
        left = self._ends - time.monotonic()
        if left <= 0:
            return Answer("none_found")
        for variable, _ in self._objective.items():  # noqa: PERF102 - a PuLP expression, not a dict
            self._highs.changeColCost(self._place(variable), 0.0)
        for variable, coefficient in expression.items():
            self._highs.changeColCost(self._place(variable), sign * coefficient)
        self._highs.changeObjectiveOffset(0.0)
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)
        self._objective, self._upward = expression, True
        self._highs.run()
        if self._highs.getModelStatus() in _NOTHING_FITS:
            # the answer before still fits, so nothing is infeasible: the presolve was mistaken
            # (seen in 1 of 800 plans)
            self._highs.setOptionValue("presolve", "off")
            self._highs.clearSolver()
            self._highs.run()
        return self._answer(expression)

    def _place(self, variable: Variable) -> int:
        """The variable's column; PuLP 3 hands over only variables that stand in a row, so a free
        one gets its column here.
        """
        if variable.name not in self._column:
            high = highspy.kHighsInf if variable.upBound is None else variable.upBound
            self._highs.addCol(0.0, variable.lowBound, high, 0, [], [])
            self._column[variable.name] = len(self._column)
        return self._column[variable.name]

    def _row(self, expression: Expression, low: float, high: float) -> None:
        parts = [
            (self._place(variable), coefficient)
            for variable, coefficient in expression.items()
            if coefficient
        ]
        shift = float(expression.constant)
        self._highs.addRow(
            low - shift,
            high - shift,
            len(parts),
            [place for place, _ in parts],
            [factor for _, factor in parts],
        )

    def _answer(self, expression: Expression) -> Answer:
        status = self._highs.getModelStatus()
        if status in _NOTHING_FITS:
            return Answer("infeasible")
        information = self._highs.getInfo()
        if status != highspy.HighsModelStatus.kOptimal and (
            status not in _STOPPED or information.primal_solution_status != 2
        ):
            return Answer("none_found")
        columns = self._highs.getSolution().col_value
        self._values = {name: columns[place] for name, place in self._column.items()}
        value = self.value_of(expression)
        if status == highspy.HighsModelStatus.kOptimal:
            return Answer("optimal", value, value)
        bound = information.mip_dual_bound
        distance = (
            abs(bound - information.objective_function_value) if math.isfinite(bound) else math.inf
        )
        return Answer("best_found", value, value + distance)
