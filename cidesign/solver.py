"""The only module that names a solver: PuLP states a problem, HiGHS solves it, stage after stage.

A ``Session`` loads a PuLP problem into HiGHS once and then asks one question after another of it
(best score, then least money, …), each answer kept as a new row. Two PuLP generations are served:
3.3 (Python 3.11) and 4 (3.12 and later).
"""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
import pulp
from numpy.typing import NDArray

RELATIVE_GAP = 1e-7
_ABSOLUTE_GAP = 1e-9
_QUICK: Mapping[str, Any] = {
    # sub-problem heuristics that cost more than they find on a model of a hundred variables
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    # nor do these find enough to pay for themselves
    "mip_heuristic_run_feasibility_jump": False,
    "mip_detect_symmetry": False,
    "mip_allow_restart": False,
}
_LARGE: Mapping[str, Any] = {
    # several years in one: one of those heuristics finds the teams that branching finds late
    **_QUICK,
    "mip_heuristic_run_rens": True,
    # closer than this, cuts take a third longer; whoever asks settles figures in another session
    "mip_feasibility_tolerance": 1e-6,
}
_OPTIONS: Mapping[str, Any] = {
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-8,
    "dual_feasibility_tolerance": 1e-9,
}
_DUAL_ZERO = 1e-9
_WHOLE = highspy.HighsVarType.kInteger
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
Floats = NDArray[np.float64]
Places = NDArray[np.int32]
"""Columns of variables."""


@dataclass(frozen=True)
class Answer:
    """What one question brought.

    Args:
        status: optimal | best_found (the clock ran out) | infeasible | none_found.
        value: of the expression asked about; None without a solution.
        bound: the best value not yet ruled out: when optimal, within the gap that was asked for.
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


def worth(expression: Expression, values: Mapping[str, float]) -> float:
    """What an expression is worth where each variable has its value, by name."""
    return float(expression.constant) + sum(
        float(factor) * values[variable.name] for variable, factor in expression.items()
    )


class Session:
    """One problem in HiGHS, asked several questions against one clock."""

    def __init__(
        self,
        statement: Any,
        objective: Expression,
        *,
        seconds: float,
        gap: float = RELATIVE_GAP,
        is_large: bool = False,
        is_relaxed: bool = False,
        on_better: Callable[[Answer, Mapping[str, float]], None] | None = None,
    ) -> None:
        """Loads the problem and asks for the greatest ``objective``; the answer is ``first``.

        Args:
            statement: a PuLP problem without objective.
            objective: what to maximise first.
            seconds: wall clock for all questions together.
            gap: how near the best an answer has to be, as a share of it.
            is_large: several years in one; the solver looks harder before it branches.
            is_relaxed: whole numbers may be broken (until ``wholes_are_whole``).
            on_better: called with each better answer, and the value of each variable by name,
                while a question is still open.
        """
        self._ends = time.monotonic() + seconds
        # kept as long as the session: in PuLP 4 a variable has no name once its problem is gone
        self._statement = statement
        statement.setObjective(objective)
        settings = {**_OPTIONS, **(_LARGE if is_large else _QUICK)}
        settings |= {"solve_relaxation": True} if is_relaxed else {}
        self._on_better, self._gap = on_better, gap
        self._objective = objective
        self._column: dict[str, int] = {}
        self._found: Sequence[float] = ()
        watching: dict[str, Any] = {}
        if on_better is not None:
            improved = highspy.cb.HighsCallbackType.kCallbackMipImprovingSolution
            watching = {
                "callbackTuple": (self._improved, None),
                "callbacksToActivate": [improved],
            }
        statement.solve(
            pulp.HiGHS(
                msg=False,
                gapRel=gap,
                gapAbs=_ABSOLUTE_GAP,
                threads=1,
                timeLimit=max(seconds, 0.01),
                **watching,
                **settings,
            )
        )
        self._highs: highspy.Highs = statement.solverModel
        self._column = self._columns()
        self._has_wholes = not is_relaxed and _WHOLE in self._highs.getLp().integrality_
        self._highs.setOptionValue("output_flag", False)
        self._refuse_unknown_options(settings)
        self.first = self._answer(objective)

    def _columns(self) -> dict[str, int]:
        exported = (
            self._statement.exported_variables()
            if hasattr(self._statement, "exported_variables")
            else self._statement.variables()
        )
        return {variable.name: place for place, variable in enumerate(exported)}

    def _improved(self, _kind: Any, _message: str, found: Any, _back: Any, _ours: Any) -> None:
        """HiGHS found a better answer and goes on."""
        if self._on_better is not None:
            self._column = self._column or self._columns()
            columns = found.mip_solution
            values = {name: float(columns[at]) for name, at in self._column.items()}
            value, bound = worth(self._objective, values), found.mip_dual_bound
            away = abs(bound - found.objective_function_value) if math.isfinite(bound) else math.inf
            self._on_better(Answer("best_found", value, value + away), values)

    def _refuse_unknown_options(self, settings: Mapping[str, Any]) -> None:
        for name, wanted in settings.items():
            if self._highs.getOptionValue(name)[1] != wanted:
                raise RuntimeError(f"HiGHS did not take the option {name}")

    def most(
        self,
        expression: Expression,
        *,
        seconds: float = math.inf,
        gap: float | None = None,
    ) -> Answer:
        """The greatest value of an expression.

        Args:
            expression: what to maximise.
            seconds: where it may not take all that is left.
            gap: how near the best, as a share of it; None: as the first question.
        """
        self._highs.setOptionValue("mip_rel_gap", self._gap if gap is None else gap)
        return self._ask(expression, 1.0, seconds)

    def least(self, expression: Expression) -> Answer:
        """The least value of an expression."""
        return self._ask(expression, -1.0)

    def any_answer(self, towards: Expression, *, seconds: float = math.inf) -> Answer:
        """Whichever answer comes first, where it is not known whether one fits; where none does,
        the last one stays. Nobody is told of it on the way.

        Args:
            towards: an expression whose greatest value leads the search.
            seconds: where it may not take all that is left.
        """
        last, self._found = self._found, ()
        telling, self._on_better = self._on_better, None
        self._highs.setOptionValue("mip_max_improving_sols", 1)
        answer = self._ask(towards, 1.0, seconds)
        self._highs.setOptionValue("mip_max_improving_sols", highspy.kHighsIInf)
        self._on_better = telling
        if not answer.found:
            self._found = last
        return answer

    @property
    def found(self) -> Sequence[float]:
        """The last answer, to go back to."""
        return self._found

    def go_back_to(self, found: Sequence[float]) -> None:
        """The last answer is an earlier one again, which still fits all that is kept."""
        self._found = found
        self._values = {name: found[place] for name, place in self._column.items()}

    def begins_well(self) -> None:
        """From now on each question has a good answer to begin with: nothing else looks for one."""
        for name, value in _QUICK.items():
            self._highs.setOptionValue(name, value)

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

    def between(self, variable: Variable, low: float, high: float) -> None:
        """From now on the variable lies between these."""
        self._highs.changeColBounds(self._place(variable), low, min(high, highspy.kHighsInf))

    def wholes_are_whole(self) -> None:
        """From now on whole numbers may not be broken, where the first question broke them."""
        self._highs.setOptionValue("solve_relaxation", False)
        self._has_wholes = _WHOLE in self._highs.getLp().integrality_
        self._found = ()

    def wholes_are_settled(self) -> None:
        """Every whole-number variable is fixed: what is left is a linear program, and far quicker
        to ask.
        """
        if not self._has_wholes:
            return
        for place in self._column.values():
            self._highs.changeColIntegrality(place, highspy.HighsVarType.kContinuous)
        self._has_wholes = False
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
        lows, highs = program.row_lower_, program.row_upper_
        for place, (value, dual) in enumerate(
            zip(solution.row_value, solution.row_dual, strict=True)
        ):
            if abs(dual) > _DUAL_ZERO:
                low, high = lows[place], highs[place]
                bound = low if abs(value - low) < abs(value - high) else high
                self._highs.changeRowBounds(place, bound, bound)

    def value_of(self, expression: Expression) -> float:
        """What an expression is worth in the last answer."""
        return worth(expression, self._values)

    def _ask(self, expression: Expression, sign: float, seconds: float = math.inf) -> Answer:
        left = min(seconds, self._ends - time.monotonic())
        if left <= 0:
            return Answer("none_found")
        self._aim(expression, sign)
        if self._gap > RELATIVE_GAP:  # a share of what is asked, its constant and all
            self._highs.changeObjectiveOffset(sign * float(expression.constant))
        # whole numbers: seconds of this question; without them: of all questions so far
        before = 0.0 if self._has_wholes else self._highs.getRunTime()
        self._highs.setOptionValue("time_limit", before + left)
        if self._has_wholes:
            self._begin_with_last_wholes()
        self._highs.run()
        if self._highs.getModelStatus() in _NOTHING_FITS and len(self._found):
            # the answer before still fits, so nothing is infeasible: the presolve was mistaken
            # (seen in 1 of 800 plans)
            self._highs.setOptionValue("presolve", "off")
            self._highs.clearSolver()
            self._highs.run()
        return self._answer(expression)

    def _aim(self, expression: Expression, sign: float = 1.0) -> None:
        for variable, _ in self._objective.items():  # noqa: PERF102 - a PuLP expression, not a dict
            self._highs.changeColCost(self._place(variable), 0.0)
        for variable, coefficient in expression.items():
            self._highs.changeColCost(self._place(variable), sign * coefficient)
        self._highs.changeObjectiveOffset(0.0)
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._objective = expression

    def _begin_with_last_wholes(self) -> None:
        """The whole numbers of the last answer still fit: the solver begins with the best that goes
        with them.
        """
        kinds = self._highs.getLp().integrality_
        wholes = [at for at, kind in enumerate(kinds) if kind == _WHOLE]
        if len(self._found) > max(wholes):
            self._highs.setSolution(len(wholes), wholes, [round(self._found[at]) for at in wholes])

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
        self._found = columns = self._highs.getSolution().col_value
        self._values = {name: columns[place] for name, place in self._column.items()}
        value = self.value_of(expression)
        if status == highspy.HighsModelStatus.kOptimal and not self._has_wholes:
            return Answer("optimal", value, value)
        bound = information.mip_dual_bound
        distance = (
            abs(bound - information.objective_function_value) if math.isfinite(bound) else math.inf
        )
        said = "optimal" if status == highspy.HighsModelStatus.kOptimal else "best_found"
        return Answer(said, value, value + distance)


class NotSureError(RuntimeError):
    """The solver neither solved a linear program nor proved that nothing fits."""


@dataclass(frozen=True)
class Limit:
    """A row whose ends move while a relaxation is asked: an expression between two values.

    Args:
        row: where it stands.
        shift: the expression's constant.
    """

    row: int
    shift: float


@dataclass(frozen=True)
class Relaxed:
    """The best answer with whole numbers broken.

    Args:
        value: what was asked for.
        per_unit: by how much it grows at most with each unit of the limit that moved.
        wholes: value of each of the whole numbers.
        reduced: what a unit of each of them adds at most, beyond its bound.
    """

    value: float
    per_unit: float
    wholes: Floats
    reduced: Floats


class Relaxation(Session):
    """One problem in HiGHS whose whole numbers may be broken, asked time and again between other
    bounds: each answer begins where the last one ended, and takes a fraction of a millisecond.
    """

    def __init__(
        self, statement: Any, objective: Expression, wholes: Sequence[Variable], *, seconds: float
    ) -> None:
        """Loads the problem and asks for the greatest ``objective``; the answer is ``first``.

        Args:
            statement: a PuLP problem without objective.
            objective: what to maximise.
            wholes: its whole-number variables, in the order they are told.
            seconds: wall clock for all questions together.
        """
        super().__init__(statement, objective, seconds=seconds, is_relaxed=True)
        self.wholes_are_settled()
        self._wholes: Places = np.array([self._place(one) for one in wholes], dtype=np.int32)
        self._aim(objective)
        self._keep_bounds()

    def _keep_bounds(self) -> None:
        program = self._highs.getLp()
        self._columns_between = (
            np.array(program.col_lower_, dtype=float),
            np.array(program.col_upper_, dtype=float),
        )
        self._rows_between = list(zip(program.row_lower_, program.row_upper_, strict=True))

    @property
    def ranges(self) -> tuple[Floats, Floats]:
        """The least and the most of each whole number, as stated."""
        low, high = self._columns_between
        return low[self._wholes], high[self._wholes]

    def limit(self, expression: Expression) -> Limit:
        """A row that limits nothing yet."""
        self._row(expression, -highspy.kHighsInf, highspy.kHighsInf)
        self._keep_bounds()
        return Limit(self.rows - 1, float(expression.constant))

    def move(self, limit: Limit, *, least: float = -math.inf, most: float = math.inf) -> None:
        """From now on the limit's expression lies between these."""
        self._highs.changeRowBounds(limit.row, least - limit.shift, most - limit.shift)

    def aim(self, expression: Expression) -> None:
        """From now on the greatest value of this expression is asked for."""
        self._aim(expression)

    def wholes_between(self, low: Floats, high: Floats) -> None:
        """From now on each whole number lies between these."""
        self._highs.changeColsBounds(len(self._wholes), self._wholes, low, high)

    def relaxed(self, limit: Limit) -> Relaxed | None:
        """The best answer between the bounds as they are; None where nothing fits.

        Args:
            limit: the one whose next unit's worth is told.

        Raises:
            NotSureError: the solver does not know.
        """
        self._highs.run()
        status = self._highs.getModelStatus()
        if status in _NOTHING_FITS:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise NotSureError(str(status))
        solution = self._highs.getSolution()
        return Relaxed(
            self._highs.getInfo().objective_function_value + float(self._objective.constant),
            solution.row_dual[limit.row],
            np.array(solution.col_value)[self._wholes],
            np.array(solution.col_dual)[self._wholes],
        )

    def as_stated(self) -> None:
        """Every bound as it was before anything was asked."""
        low, high = self._columns_between
        self._highs.changeColsBounds(len(low), np.arange(len(low), dtype=np.int32), low, high)
        for row, (least, most) in enumerate(self._rows_between):
            self._highs.changeRowBounds(row, least, most)
