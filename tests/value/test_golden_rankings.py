"""Worked and real cases in tests/golden/rank: points, ranks and cells as printed."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.rules import RuleSheet
from cidesign.value import rank

GOLDEN = Path(__file__).parents[1] / "golden" / "rank"
WORKED = sorted(GOLDEN.glob("*/expected*.yaml"))
TABULATED = sorted(GOLDEN.glob("*.yaml"))


def rows(path):
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score_of(row, line):
    return Score(
        rater=row["rater"],
        candidate=row["candidate"],
        criterion=row["criterion"],
        score=row["score"] or None,
        round=row["round"],
        seq=row["seq"],
        row=line,
    )


@pytest.mark.parametrize("path", WORKED, ids=lambda path: f"{path.parent.name}, {path.stem}")
def test_a_worked_case_comes_out(path):
    expected = yaml.safe_load(path.read_text(encoding="utf-8"))
    rules = RuleSheet.model_validate(
        yaml.safe_load((path.parent / "rules.yaml").read_text(encoding="utf-8"))
    )
    scores = [
        score_of(row, line) for line, row in enumerate(rows(path.parent / "scores.csv"), start=2)
    ]
    candidates = [
        Candidate(id=row["id"], name=row["name"], values={"cost": row["cost"]})
        for row in rows(path.parent / "candidates.csv")
    ]
    recusals = [
        Recusal(rater=row["rater"], candidate=row["candidate"])
        for row in rows(path.parent / "recusals.csv")
    ]

    ranking = rank(
        rules, scores, candidates=candidates, recusals=recusals, round=int(path.stem[-1])
    )

    assert [
        {
            "candidate": s.candidate,
            "points": s.points,
            "raters": s.raters,
            "cells": s.cells,
            "rank": s.rank,
        }
        for s in ranking.standings
    ] == [
        row
        | {
            "points": Fraction(str(row["points"])),
            "cells": {id: Fraction(str(value)) for id, value in row["cells"].items()},
        }
        for row in expected["ranking"]
    ]
    assert len(ranking.carried) == expected["carried_count"]


def test_there_are_worked_cases_of_both_rounds():
    assert [path.stem for path in WORKED] == ["expected_round_1", "expected_round_2"]


@pytest.mark.parametrize("path", TABULATED, ids=lambda path: path.stem)
def test_a_published_tabulation_comes_out(path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    criteria = [
        {"id": id, "weight": most, "scale": {"worst": 0, "best": most}}
        for id, most in case["maximum"].items()
    ]
    rules = RuleSheet.model_validate({"criteria": criteria, "aggregation": case["aggregation"]})
    scores = [
        Score(rater="panel", candidate=candidate, criterion=id, score=Decimal(str(score)))
        for candidate, by_criterion in case["scores"].items()
        for id, score in by_criterion.items()
    ]

    ranking = rank(rules, scores)

    assert {s.candidate: s.points for s in ranking.standings} == {
        id: Fraction(str(total)) for id, total in case["totals"].items()
    }
    assert [s.candidate for s in ranking.standings] == case["order"]
    assert ranking.warnings == ()


def test_there_are_two_published_tabulations():
    assert [path.stem for path in TABULATED] == ["rtd_north_metro_2013", "rtd_southeast_rail_2015"]
