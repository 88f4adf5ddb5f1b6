"""Real panels: published panel means and totals come out to the last digit.

Source: tests/golden/real/README.md (protocols of the International Skating Union, CC BY 4.0).
"""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from cidesign.domain.panel import Score
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import RuleSheet
from cidesign.value import rank
from tests.saying import said

REAL = Path(__file__).parents[1] / "golden" / "real"
JUDGES = tuple(f"J{number}" for number in range(1, 10))
ROUNDED = {"cell": 2, "points": 2, "mode": "half_up"}


def panel(name):
    """A row for each candidate and criterion."""
    with (REAL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sheet(rows, **keys):
    """Each criterion from 0 to 10, with ten times the protocol's factor as weight."""
    weights = {row["criterion"]: Decimal(row["weight"]) * 10 for row in rows}
    criteria = [
        {"id": id, "weight": weight, "scale": {"worst": 0, "best": 10}}
        for id, weight in weights.items()
    ]
    return RuleSheet.model_validate(
        {"criteria": criteria, "aggregation": "trimmed", "missing": "refuse", "rounding": ROUNDED}
        | keys
    )


def scores(rows, *, absent=()):
    return [
        Score(
            rater=judge,
            candidate=row["candidate"],
            criterion=row["criterion"],
            score=None if judge in absent else row[judge],
        )
        for row in rows
        for judge in JUDGES
    ]


def published_means(rows):
    return {(row["candidate"], row["criterion"]): Fraction(row["panel_mean"]) for row in rows}


def published_totals(rows):
    return {row["candidate"]: Fraction(row["total"]) for row in rows}


def means(ranking):
    return {(s.candidate, id): value for s in ranking.standings for id, value in s.cells.items()}


def totals(ranking):
    return {s.candidate: s.points for s in ranking.standings}


def test_nine_judges_panel_means_and_component_totals_come_out():
    rows = panel("nine_judges.csv")

    ranking = rank(sheet(rows), scores(rows))

    assert means(ranking) == published_means(rows)
    assert totals(ranking) == published_totals(rows)


def test_rounding_only_at_the_end_does_not_reproduce_the_totals():
    rows = panel("nine_judges.csv")

    ranking = rank(sheet(rows, rounding="none"), scores(rows))

    assert totals(ranking) != published_totals(rows)
    assert {id: round(total, 2) for id, total in totals(ranking).items()} != published_totals(rows)


def test_with_the_absent_judge_blank_the_published_figures_come_out():
    rows = panel("one_judge_absent.csv")

    ranking = rank(sheet(rows, missing="leave_out"), scores(rows, absent={"J6"}))

    assert means(ranking) == published_means(rows)
    assert totals(ranking) == published_totals(rows)
    assert {s.raters for s in ranking.standings} == {8}
    assert [warning.partition(" missing")[0] for warning in said(ranking.warnings)] == [
        "J6: 40 scores"
    ]


def test_with_the_absent_judge_left_at_zero_they_do_not():
    rows = panel("one_judge_absent.csv")

    ranking = rank(sheet(rows), scores(rows))

    wrong = [id for id, total in totals(ranking).items() if total != published_totals(rows)[id]]
    assert sorted(wrong) == sorted(published_totals(rows))


def test_with_the_absent_judge_blank_a_sheet_that_refuses_names_each_missing_score():
    rows = panel("one_judge_absent.csv")

    with pytest.raises(BadInput) as refused:
        rank(sheet(rows), scores(rows, absent={"J6"}))

    assert len(refused.value.problems) == 40
