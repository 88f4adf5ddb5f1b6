"""Run in a copy of the tree with one more rule: prints, as JSON, what each place says about a plan
that the rule holds back, and about one that it makes impossible.
"""

import json
import sys
from io import BytesIO
from pathlib import Path

import openpyxl
from click.testing import CliRunner

from cidesign import budget
from cidesign.budget.program import model
from cidesign.catalog import load
from cidesign.cli import main
from cidesign.domain.plan import Plan
from cidesign.record import changed, read_files
from cidesign.report.workbook import workbook
from cidesign.views.scenarios import costs
from cidesign.views.scenarios import view as scenarios
from cidesign.views.team import reasons

# 260 hours are two people's; a team of one is enough for the floor of 20%, not for one of 80%.
SHEET = {
    "need": {"community": 260},
    "priorities": {"community": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}],
    "floor": 0.2,
    "most_fte_in_all": 1,
    "roles": [
        {
            "id": "director",
            "salary_usd": 100_000,
            "min_fte": 0.25,
            "max_fte": 8,
            "does": {"community": 1},
        }
    ],
    "funding": {"budget_usd": 500_000},
}


def _told(sheet: dict) -> dict[str, object]:
    plan = Plan.model_validate(sheet)
    found = budget.allocate(plan)
    held, clash = budget.binding(plan, found), budget.conflict(plan) if not found.found else ()
    mends = budget.repairs(plan) if not found.found else ()
    empty = read_files({"workshop.yaml": b"name: Copy\n"})
    bundle = changed(empty, "plan.yaml", {(): sheet})
    Path("plan.yaml").write_bytes(bundle.files["plan.yaml"])
    known = scenarios.options(bundle, load())
    book = openpyxl.load_workbook(BytesIO(workbook(bundle, load())))
    return {
        "program": str(model(plan).statement),
        "fte": found.fte,
        "held": [one.rule for one in held],
        "held in words": [one.lead for one in reasons.holds_back(plan, held, {})],
        "conflict": [one.rule for one in clash],
        "conflict in words": reasons.clash(plan, clash, {}),
        "repairs": {one.lever: one.change for one in mends},
        "ways out": [one.label for one in reasons.mends(plan, mends, {})],
        "scenarios": [one.label for one in known],
        "costs": costs.rule_sentences(scenarios.rule_effects(known)),
        "command": CliRunner().invoke(main, ["plan", "plan.yaml"]).output,
        "workbook": [cell.value for row in book["Read me"].rows for cell in row if cell.value],
    }


sys.stdout.write(
    json.dumps({"possible": _told(SHEET), "impossible": _told({**SHEET, "floor": 0.8})})
)
