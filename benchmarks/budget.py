"""Our plan against plain PuLP: how long a person waits for the same best score, and for everything
we say beside it.
"""

import os
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from benchmarks.measure import in_turn, table, timed
from benchmarks.plain_pulp import best_score as plain_score
from benchmarks.plain_pulp import default_solver
from cidesign.budget import allocate, frontier_search
from cidesign.budget.budgets import search_points
from cidesign.budget.search import best_score
from cidesign.domain.allocation import FrontierPoint
from cidesign.domain.plan import Plan

ROUNDS = 15
SECONDS = 60.0
BUDGETS = range(300_000, 1_000_001, 5_000)
IN_TURN = 20
"""Budgets of the frontier that are asked before it is the other's turn."""


def run() -> None:
    written = yaml.safe_load(Path(__file__).with_name("plan.yaml").read_text(encoding="utf-8"))
    plan = Plan.model_validate(written)
    solver, plain = default_solver()
    ours, theirs = allocate(plan).plan_score, plain_score(written, solver)
    taken = in_turn(
        {
            plain: timed(lambda: plain_score(written, solver)),
            "ours, best score only": timed(lambda: best_score(plan, SECONDS)),
            "ours, the one plan with all its tie-breaks": timed(lambda: allocate(plan)),
        },
        rounds=ROUNDS,
    )
    table("Build and solve one year, nine roles", taken, against=plain)
    print(f"  best plan score: ours {ours:.6f}, plain PuLP {theirs:.6f}")
    _frontier(plan, written, solver, plain)


def _frontier(plan: Plan, written: dict[str, Any], solver: Any, plain: str) -> None:
    """Every budget of a frontier, ours against a program built and solved anew; a few of ours and a
    few of theirs in turn. By CPU, the solver's own process included: a second one would be no gain.
    """
    ours, theirs = 0.0, 0.0
    for at in range(0, len(BUDGETS), IN_TURN):
        some = BUDGETS[at : at + IN_TURN]
        ours += _cpu(partial(_at_once, plan, some))
        theirs += _cpu(partial(_rebuilt, written, some, solver))
    rebuilt = f"{plain}, rebuilt each time"
    whole = _cpu(partial(_at_once, plan, BUDGETS))
    taken = {rebuilt: [theirs], "ours, with tie-breaks": [ours], "ours, all at once": [whole]}
    table(f"A frontier of {len(BUDGETS)} budgets: CPU", taken, against=rebuilt)
    began = time.perf_counter()
    for number, found in enumerate(frontier_search(plan, map(Decimal, BUDGETS))):
        if number == 1 or len(found) == len(BUDGETS):
            seconds = time.perf_counter() - began
            print(f"  told {len(found)} of {len(BUDGETS)} after {seconds:.1f} s")


def _at_once(plan: Plan, budgets: range) -> tuple[FrontierPoint, ...]:
    """A frontier in this process."""
    told: list[tuple[FrontierPoint, ...]] = []
    search_points(told.append, plan, map(Decimal, budgets), SECONDS)
    return told[-1]


def _rebuilt(written: dict[str, Any], budgets: range, solver: Any) -> None:
    for usd in budgets:
        funding = {**written["funding"], "budget_usd": usd}
        plain_score({**written, "funding": funding}, solver)


def _cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process and of those it started and saw end."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])
