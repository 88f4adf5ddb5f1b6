"""One year's plan: whom a budget hires, what it buys, what each function gets, and what holds it
back.

Every search runs in a child process under a hard clock (``clock``); the numbers are those of
CONTRACT 3.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from cidesign.budget.block import Block, block
from cidesign.budget.budgets import search_plan, search_points
from cidesign.budget.clock import OutOfTimeError, Search, within
from cidesign.budget.explain import (
    edit_of,
    find_binding,
    find_conflict,
    find_least_budget,
    find_repairs,
)
from cidesign.budget.need import in_hours, need_of, need_steps, with_need
from cidesign.budget.program import link_rules
from cidesign.budget.rates import line_share
from cidesign.budget.reading import allocation
from cidesign.budget.search import lacking_hours, search_booking, search_kept
from cidesign.budget.staffing import Part, Staffed, Staffing, fte_of, parts_of, parts_with
from cidesign.budget.terms import with_budget, with_offer
from cidesign.domain.allocation import Allocation, FrontierPoint, Repair, RuleOn
from cidesign.domain.plan import Plan

SECONDS = 20.0
"""Wall clock of one search unless told otherwise."""

__all__ = [
    "SECONDS",
    "Block",
    "OutOfTimeError",
    "Part",
    "Search",
    "Staffed",
    "Staffing",
    "allocate",
    "allocation",
    "binding",
    "block",
    "book",
    "conflict",
    "edit_of",
    "frontier",
    "frontier_search",
    "fte_of",
    "in_hours",
    "lacking_hours",
    "least_budget",
    "line_share",
    "link_rules",
    "need_of",
    "need_steps",
    "parts_of",
    "parts_with",
    "repairs",
    "search_kept",
    "with_budget",
    "with_need",
    "with_offer",
    "within",
]


def allocate(plan: Plan, *, seconds: float = SECONDS) -> Allocation:
    """The plan the budget buys.

    Args:
        plan: with ``need`` given (``with_need``).
        seconds: wall clock; when it runs out the status is best_found or none_found.
    """
    try:
        return within(seconds, search_plan, plan, seconds)  # type: ignore[no-any-return]
    except OutOfTimeError:
        return Allocation(status="none_found")


def book(
    plan: Plan,
    team: Mapping[str, Decimal],
    lines: Mapping[str, Decimal],
    *,
    seconds: float = SECONDS,
) -> Allocation:
    """Hours of a given team and given line dollars, booked for the best plan score; no floor and no
    budget binds.

    Args:
        plan: with ``need`` given; its grants prefer where hours go.
        team: FTE by role; a role left out has none.
        lines: dollars by line; a line left out has none.
        seconds: wall clock.
    """
    try:
        team, lines = dict(team), dict(lines)
        return within(seconds, search_booking, plan, team, lines, seconds)  # type: ignore[no-any-return]
    except OutOfTimeError:
        return Allocation(status="none_found")


def frontier(
    plan: Plan, budgets: Iterable[Decimal], *, seconds: float = SECONDS
) -> tuple[FrontierPoint, ...]:
    """The best plan at each budget; a budget below the grants is ``refused``.

    Args:
        plan: with ``need`` given; its own budget does not matter.
        budgets: dollars, in any order; the points come in the same order.
        seconds: wall clock of each budget.

    Raises:
        BadInput: a budget beyond a billion.
    """
    asked = tuple(budgets)
    found: dict[float, FrontierPoint] = {}
    try:
        for points in frontier_search(plan, asked, seconds=seconds):
            found = {point.budget_usd: point for point in points}
    except OutOfTimeError:
        pass  # what was found by then stays
    return tuple(
        found.get(usd, FrontierPoint(usd, "none_found", None, None, None))
        for usd in map(float, asked)
    )


def frontier_search(
    plan: Plan, budgets: Iterable[Decimal], *, seconds: float = SECONDS
) -> Search[tuple[FrontierPoint, ...]]:
    """The same under way: it tells all points found so far, the least budget first.

    Raises:
        BadInput: a budget beyond a billion.
    """
    asked = tuple(budgets)
    for budget in asked:
        if budget >= plan.funding.awarded_usd:
            with_budget(plan, budget)
    return Search(seconds * max(1, len(asked)), search_points, plan, asked, seconds)


def binding(plan: Plan, found: Allocation, *, seconds: float = SECONDS) -> tuple[RuleOn, ...]:
    """Rules that are tight in the plan and, relaxed alone, would raise its score; empty where there
    is no plan.
    """
    if not found.found:
        return ()
    try:
        return within(seconds, find_binding, plan, found, seconds)  # type: ignore[no-any-return]
    except OutOfTimeError:
        return ()


def conflict(plan: Plan, *, seconds: float = SECONDS) -> tuple[RuleOn, ...]:
    """For an infeasible plan, a smallest set of rules that cannot all hold."""
    try:
        return within(seconds, find_conflict, plan, seconds)  # type: ignore[no-any-return]
    except OutOfTimeError:
        return ()


def repairs(plan: Plan, *, seconds: float = SECONDS) -> tuple[Repair, ...]:
    """For an infeasible plan, single changes that alone make it possible."""
    try:
        return within(seconds, find_repairs, plan, seconds)  # type: ignore[no-any-return]
    except OutOfTimeError:
        return ()


def least_budget(plan: Plan, *, seconds: float = SECONDS) -> Decimal | None:
    """The least budget, to the cent above, at which every other rule holds; None where no money is
    enough, or time ran out.

    Args:
        plan: with ``need`` given; its own budget does not matter.
        seconds: wall clock.
    """
    try:
        return within(seconds, find_least_budget, plan, seconds)  # type: ignore[no-any-return]
    except OutOfTimeError:
        return None
