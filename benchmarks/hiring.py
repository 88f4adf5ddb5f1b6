"""Five years of hiring with all its questions, against one question alone: the average plan score,
asked once by PuLP + HiGHS as they come, of our own program and of one stated as plainly as a reader
of the contract would first state it.
"""

import time
from math import isinf
from pathlib import Path
from typing import Any

import pulp
import yaml

from benchmarks.measure import in_turn, table
from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import HiringSoFar, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.outlook import search_hiring
from cidesign.outlook.hiring import GAP, tell_hiring_plans
from cidesign.outlook.program import model, plan_of_year
from cidesign.outlook.sources import streams
from tests.outlook.hiring_milp import AllYears

ROUNDS = 3
SECONDS = 120.0
NO_TABLE = NeedTable(hours_per_driver={}, phase_factor={})


def run() -> None:
    plan, years = five_years()
    needs = (plan.need or {},) * years.years
    sources = streams(years.funding, years.start)
    told: list[HiringSoFar] = []
    alone: list[float] = []

    def average_alone(**options: Any) -> None:
        asked = [plan_of_year(plan, years, sources, year, need) for year, need in enumerate(needs)]
        program = model(asked, years, sources)
        program.statement.setObjective(program.average)
        program.statement.solve(pulp.HiGHS(msg=False, threads=1, **options))
        alone.append(float(pulp.value(program.average)))

    first: list[float] = []

    def all_questions() -> None:
        told.clear()
        began = time.process_time()

        def tell(so_far: HiringSoFar) -> None:
            if not told:
                first.append(time.process_time() - began)
            told.append(so_far)

        tell_hiring_plans(tell, plan, years, needs, SECONDS)

    plain = f"PuLP {pulp.__version__} + HiGHS, average score alone"
    taken = in_turn(
        {
            plain: _cpu(lambda: average_alone()),
            f"the same, within {GAP:.1%}": _cpu(lambda: average_alone(gapRel=GAP)),
            "ours, the hiring plan with all its questions": _cpu(all_questions),
        },
        rounds=ROUNDS,
    )
    written = _plainly_written()
    taken["a reader's program, average score alone"] = [_cpu(lambda: _plainly_alone(written))()]
    taken["ours, its first answer"] = first
    table("Five years of hiring, nine roles: CPU of one thread", taken, against=plain)
    last = told[-1].found
    scores = [year.plan_score or 0.0 for year in last.years]
    print(f"  average score alone {alone[0]:.4f}; ours {last.status}, gap {last.gap:.3%}")
    print(f"  least {min(scores):.4f}, average {sum(scores) / len(scores):.4f} of ours")
    _first_answers(plan, years)


def five_years() -> tuple[Plan, OutlookPlan]:
    """A year with everything in it, and the promised money of five years."""
    given = _plainly_written()
    plan, years = given["plan"], given["years"]
    plan["funding"] = {"budget_usd": plan["funding"]["budget_usd"]}
    plan["hiring"] = years["hiring"]
    return Plan.model_validate(plan), OutlookPlan.model_validate(years)


def _plainly_written() -> dict[str, Any]:
    here = Path(__file__)
    plan, years = (
        yaml.safe_load(here.with_name(name).read_text(encoding="utf-8"))
        for name in ("plan.yaml", "years.yaml")
    )
    return {"plan": plan, "years": years}


def _plainly_alone(given: dict[str, Any]) -> None:
    """Each number of FTE a choice, each move from year to year, each month's cost a row."""
    stated = AllYears(given)
    plain = pulp.LpProblem("plain", pulp.LpMaximize)
    columns = {
        key: plain.add_variable(
            f"column_{place}",
            low,
            None if isinf(high) else high,
            pulp.LpInteger if is_whole else pulp.LpContinuous,
        )
        for place, (key, (low, high, is_whole)) in enumerate(stated.made.columns.items())
    }

    def sum_of(form: Any) -> Any:
        return pulp.lpSum(factor * columns[key] for key, factor in form.items() if key)

    for place, (_, form, low, high) in enumerate(stated.made.rows):
        if not isinf(low):
            plain.addConstraint(sum_of(form) >= low, f"at_least_{place}")
        if not isinf(high):
            plain.addConstraint(sum_of(form) <= high, f"at_most_{place}")
    plain.setObjective(sum_of(stated.average))
    plain.solve(pulp.HiGHS(msg=False, threads=1, timeLimit=SECONDS))


def _cpu(work: Any) -> Any:
    """The work as a variant: its seconds of CPU, of which a busy machine takes none away."""

    def once() -> float:
        started = time.process_time()
        work()
        return time.process_time() - started

    return once


def _first_answers(plan: Plan, years: OutlookPlan) -> None:
    started = time.perf_counter()
    for so_far in search_hiring(plan, years, NO_TABLE, seconds=SECONDS):
        seconds = time.perf_counter() - started
        print(f"  after {seconds:5.1f} s: {so_far.question}, gap {so_far.found.gap:.1%}")
