"""A folder of small, sound input files of every kind, and the command that reads each."""

import json
from pathlib import Path

from click.testing import CliRunner

from cidesign.cli import main

RULES = """\
criteria:
- id: reach
  weight: 12
  scale: {worst: 1, best: 5, step: 1}
- id: cost
  weight: 10
  scale: {worst: 200, best: 0}
  calculated: true
aggregation: mean
missing: refuse
ties: [lot]
"""
SCORES = "rater,candidate,criterion,score,round,seq\nr1,oak,reach,4,1,1\nr1,elm,reach,2,1,2\nr2,oak,reach,3,1,3\n"
RECUSALS = "rater,candidate\nr2,elm\n"
CANDIDATES = "id,name,cost\noak,Oak Foundation,60\nelm,Elm United,75\n"
PLAN = """\
hours_per_fte_month: 130
fte_step: 0.5
benefit_curve:
- {coverage: 1, benefit: 100}
floor: 0.2
people_only_share: 0
priorities: {vision: 0.6, measurement: 0.4}
need: {vision: 100, measurement: 120}
roles:
- {id: director, salary_usd: 130000, min_fte: 0.5, max_fte: 1, must_have: true, does: {vision: 1, measurement: 0.25}}
- {id: data_manager, salary_usd: 100000, min_fte: 0.5, max_fte: 1, must_have: true, does: {measurement: 1}}
funding: {budget_usd: 200000}
"""
OUTLOOK = """\
start: 2027-01
years: 1
growth: {salaries: 0.05, other: 0}
funding:
- {id: foundation, usd: 200000, from: 2027-01, to: 2027-12, pays: yearly_ahead, functions: []}
"""
STRUCTURE = "answers: {}\n"
WEIGHTS = "method: swing\nswing: {reach: 100, cost: 60, trust: 40}\n"
SOUND = {
    "rules.yaml": RULES,
    "scores.csv": SCORES,
    "recusals.csv": RECUSALS,
    "candidates.csv": CANDIDATES,
    "plan.yaml": PLAN,
    "outlook.yaml": OUTLOOK,
    "structure.yaml": STRUCTURE,
    "weights.yaml": WEIGHTS,
}
RANK = [
    "rank",
    "--rules",
    "rules.yaml",
    "--scores",
    "scores.csv",
    "--recusals",
    "recusals.csv",
    "--candidates",
    "candidates.csv",
]
READ_BY = {
    "rules.yaml": RANK,
    "scores.csv": RANK,
    "recusals.csv": RANK,
    "candidates.csv": RANK,
    "plan.yaml": ["plan", "plan.yaml"],
    "outlook.yaml": ["outlook", "plan.yaml", "outlook.yaml"],
    "structure.yaml": ["structure", "structure.yaml"],
    "weights.yaml": ["weights", "weights.yaml"],
}


def lay_out(folder: Path, **changed: str | bytes) -> Path:
    """Write the sound files; a keyword such as ``scores_csv`` replaces one of them."""
    replaced = {name.replace("_", "."): content for name, content in changed.items()}
    for name, content in (SOUND | replaced).items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def run(*words, env=None, input=None):
    """A command inside this program: exit code, stdout, stderr; ``input``: what is typed."""
    return CliRunner().invoke(
        main, [str(word) for word in words], env=env, input=input, catch_exceptions=False
    )


def answer(*words):
    """The JSON object of a command that must succeed."""
    result = run(*words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(
        result.stdout,
        parse_constant=lambda name: (_ for _ in ()).throw(ValueError(f"{name} is no JSON")),
    )


def lines(result):
    """The problems told, after looking that nothing else was told."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()
