"""The plans of many budgets, found together: only the money row moves, and what one budget taught
serves the next.

One tree (``tree``) finds the whole numbers of the best score, for a few neighbouring budgets at a
time. Where no others come within the contract's 1e-5 points they are the plan's, and the rest is
linear. Where others do, the contract's next questions are asked of the tree. A plan that leaves
money over stays the plan as more comes, until a better score is in reach. A tree that grows too
large leaves its budgets to the solver's own search.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from cidesign.budget.block import Block
from cidesign.budget.program import model_without
from cidesign.budget.rates import THOUSAND, free_money
from cidesign.budget.reading import allocation, point, point_of
from cidesign.budget.rules.budget import BUDGET
from cidesign.budget.search import (
    MONEY_SLACK,
    SCORE_SLACK,
    best_score,
    choose_wholes,
    in_order,
    lowest_coverage,
    search,
    settle,
)
from cidesign.budget.terms import with_budget
from cidesign.budget.tree import Best, Tree, Wholes
from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.plan import Plan
from cidesign.solver import Answer, Expression, Limit, Relaxation, Variable, worth

TOGETHER = 10
"""At most so many budgets share a tree, ..."""
SPAN = Decimal("1.03")
"""... the last at most so many times the first: others have little to teach."""
MOST_ASKED = 1000
"""Answers of the relaxation for each budget, after which a tree is too large."""
TREE_SHARE = 0.5
"""Of the clock, after which it is too."""
SAME_SCORE = 1e-7
"""Points."""
_ROUNDING = 1.1
"""A tree looks a little beyond the slack, so that rounding hides no equal."""


def search_points(
    tell: Callable[[tuple[FrontierPoint, ...]], None],
    plan: Plan,
    budgets: Iterable[Decimal],
    seconds: float,
) -> None:
    """Tells what each budget buys, from the least budget to the largest.

    Args:
        tell: takes all points found so far, time and again.
        plan: with ``need`` given; its own budget does not matter.
        budgets: dollars; one below the grants is refused.
        seconds: wall clock for each budget.
    """
    rising, least = sorted(set(budgets)), plan.funding.awarded_usd
    points = [refused(budget) for budget in rising if budget < least]
    asked = [budget for budget in rising if budget >= least]
    tell(tuple(points))
    if not asked:
        return
    program = _Budgets(plan, seconds, len(asked))
    for lot in _lots(asked):
        points += [
            point_of(budget, found)
            if isinstance(found, Allocation)
            else point(found.program, found.values)
            for budget, found in zip(lot, program.plans(lot), strict=True)
        ]
        tell(tuple(points))


def search_plan(plan: Plan, seconds: float) -> Allocation:
    """The plan a budget buys.

    Args:
        plan: with ``need`` given.
        seconds: wall clock for the whole search.
    """
    (found,) = _Budgets(plan, seconds, 1).plans([plan.funding.budget_usd])
    if isinstance(found, Allocation):
        return found
    return allocation(found.program, found.values, status="optimal", gap=0.0)


def refused(budget_usd: Decimal) -> FrontierPoint:
    """Of a budget below the grants."""
    return FrontierPoint(float(budget_usd), "refused", None, None, None)


def _lots(budgets: Sequence[Decimal]) -> Iterator[list[Decimal]]:
    """Neighbours that share a tree."""
    lot = list(budgets[:1])
    for budget in budgets[1:]:
        if len(lot) == TOGETHER or budget > lot[0] * SPAN:
            yield lot
            lot = []
        lot.append(budget)
    if lot:
        yield lot


@dataclass(frozen=True)
class _Solved:
    """The program of a plan, and the value of each of its variables."""

    program: Block
    values: Mapping[str, float]


@dataclass(frozen=True)
class _Level:
    """A plan that leaves money over: it stays the plan of larger budgets that reach no better
    score.
    """

    score: float
    wholes: Wholes
    values: Mapping[str, float]


class _Budgets:
    """One program, asked for budget after budget, each larger than the one before."""

    def __init__(self, plan: Plan, seconds: float, most: int) -> None:
        self._plan, self._seconds = plan, seconds
        self._year = model_without(BUDGET, plan)
        self._order = in_order(self._year, lowest_coverage(self._year))
        self._wholes = list(self._year.wholes)
        self._session = Relaxation(
            self._year.statement, self._year.score, self._wholes, seconds=seconds * most
        )
        self._money = self._session.limit(self._year.unrestricted)
        self._score = self._session.limit(self._year.score)
        self._tree = Tree(self._session, self._money)
        self._known: list[Wholes] = []
        self._level: _Level | None = None

    def plans(self, budgets: Sequence[Decimal]) -> Iterator[_Solved | Allocation]:
        """What each of these budgets buys; they are rising."""
        began, clock = time.monotonic(), self._seconds * len(budgets)
        plans = [with_budget(self._plan, budget) for budget in budgets]
        free = [float(free_money(plan) / THOUSAND) for plan in plans]
        found = self._tree.best(
            free,
            slack=_ROUNDING * SCORE_SLACK,
            most_asked=MOST_ASKED * len(free),
            ends=began + TREE_SHARE * clock,
            known=self._known,
            level=(self._level.score, self._level.wholes) if self._level else None,
        )
        self._known = [best.wholes for best in found[-1:] if best.wholes is not None]
        left = self._seconds - (time.monotonic() - began) / len(budgets)
        out_of_reach = self._is_out_of_reach(plans, found, left)
        for plan, usd, best in zip(plans, free, found, strict=True):
            if out_of_reach and best.is_sure and best.value is None:
                yield Allocation(status="infeasible")
            else:
                yield self._bought(plan, usd, best) or search(plan, left)

    def _is_out_of_reach(
        self, plans: Sequence[Plan], found: Sequence[Best], seconds: float
    ) -> bool:
        """Whether the solver agrees about the largest budget for which the tree found nothing."""
        beyond = [
            plan
            for plan, best in zip(plans, found, strict=True)
            if best.is_sure and best.value is None
        ]
        return bool(beyond) and best_score(beyond[-1], seconds).status == "infeasible"

    def _bought(self, plan: Plan, free: float, best: Best) -> _Solved | None:
        """The plan of one budget; None where the tree does not know it."""
        if not best.is_sure or best.value is None or best.wholes is None:
            return None
        program, level = replace(self._year, plan=plan), self._level
        if level and best.value <= level.score + SAME_SCORE:
            return _Solved(program, level.values)
        wholes = best.wholes if best.is_alone else self._preferred(free, best)
        values = None if wholes is None else self._settled(free, best.value, wholes)
        if wholes is None or values is None:
            return None
        left_over = free - worth(self._year.unrestricted, values)
        self._level = _Level(best.value, wholes, values) if left_over > MONEY_SLACK else None
        return _Solved(program, values)

    def _preferred(self, free: float, best: Best) -> Wholes | None:
        """Of whole numbers with the best score, those the contract's next questions prefer."""
        questions = _Questions(self._session, self._money, free, self._wholes, best)
        for answer in choose_wholes(self._year, questions):
            if questions.is_alone or not answer.found:
                break
        questions.close()
        self._session.aim(self._year.score)
        return questions.wholes if answer.found else None

    def _settled(self, free: float, score: float, wholes: Wholes) -> Mapping[str, float] | None:
        """Everything else of the plan; None where that failed."""
        session, exact = self._session, np.array(wholes, dtype=float)
        session.wholes_between(exact, exact)
        session.move(self._money, most=free)
        session.move(self._score, least=score - SCORE_SLACK)
        is_settled = all(answer.status == "optimal" for answer in settle(session, self._order))
        session.as_stated()
        session.aim(self._year.score)
        return session.values() if is_settled else None


class _Questions:
    """The contract's questions of whole numbers at one budget, answered by a tree of its own."""

    def __init__(
        self,
        session: Relaxation,
        money: Limit,
        free: float,
        wholes: Sequence[Variable],
        best: Best,
    ) -> None:
        self._session, self._free = session, free
        self._tree, self._rows = Tree(session, money), session.rows
        self._names = [one.name for one in wholes]
        self.wholes = best.wholes or ()
        self.is_alone = False
        self.first = Answer("optimal", best.value, best.value)

    @property
    def rows(self) -> int:
        """How many rows there are by now."""
        return self._session.rows

    def most(self, expression: Expression) -> Answer:
        """The greatest value of an expression."""
        self._session.aim(expression)
        (best,) = self._tree.best(
            [self._free], slack=MONEY_SLACK, most_asked=MOST_ASKED, known=[self.wholes]
        )
        if not best.is_sure or best.wholes is None:
            return Answer("none_found")
        self.wholes, self.is_alone = best.wholes, best.is_alone
        return Answer("optimal", best.value, best.value)

    def least(self, expression: Expression) -> Answer:
        """The least value of an expression."""
        answer = self.most(-1 * expression)
        value = None if answer.value is None else -answer.value
        return Answer(answer.status, value, value)

    def keep_at_least(self, expression: Expression, value: float) -> None:
        """From now on the expression is at least ``value``."""
        self._session.keep_at_least(expression, value)

    def keep_at_most(self, expression: Expression, value: float) -> None:
        """From now on the expression is at most ``value``."""
        self._session.keep_at_most(expression, value)

    def fix(self, variable: Variable, value: float) -> None:
        """From now on the variable has this value."""
        self._tree.fix(self._names.index(variable.name), value)

    def forget_since(self, rows: int) -> None:
        """Drop what was kept since there were this number of ``rows``."""
        self._session.forget_since(rows)

    def values(self) -> Mapping[str, float]:
        """Value of each whole number by name, of the last answer."""
        return dict(zip(self._names, self.wholes, strict=True))

    def close(self) -> None:
        """Leave the session as it was stated."""
        self._session.forget_since(self._rows)
        self._session.as_stated()
