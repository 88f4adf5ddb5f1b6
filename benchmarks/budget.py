"""Our plan against plain PuLP: how long a person waits for the same best score, and for everything
we say beside it.
"""

from pathlib import Path

import yaml

from benchmarks.measure import in_turn, table, timed
from benchmarks.plain_pulp import best_score as plain_score
from benchmarks.plain_pulp import default_solver
from cidesign.budget import allocate
from cidesign.budget.search import best_score
from cidesign.domain.plan import Plan

ROUNDS = 15
SECONDS = 60.0


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
