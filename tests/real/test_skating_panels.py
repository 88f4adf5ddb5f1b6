"""Real panels, read where they lie beside the checkout: published panel means and totals come out
to the last digit.

Source: ISU protocols via BuzzFeedNews/2018-02-figure-skating-analysis, CC BY 4.0.
"""

import csv
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from cidesign.domain.panel import Score
from cidesign.domain.rules import RuleSheet
from cidesign.value import rank
from tests.saying import said

REAL = Path(__file__).parents[3] / "shared" / "real"
needs_real = pytest.mark.skipif(
    not REAL.is_dir(), reason="the folder of real score tables does not lie beside this checkout"
)
ROUNDED = {"cell": 2, "points": 2, "mode": "half_up"}


def events(name):
    """Rows of each competition and program."""
    found = defaultdict(list)
    with (REAL / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["competition"], row["program"]].append(row)
    return found


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
            rater=row["judge"],
            candidate=row["candidate"],
            criterion=row["criterion"],
            score=None if row["judge"] in absent else row["score"],
            row=line,
        )
        for line, row in enumerate(rows, start=2)
    ]


def published_means(rows):
    return {
        (row["candidate"], row["criterion"]): Fraction(row["published_panel_mean"]) for row in rows
    }


def published_totals(rows):
    return {row["candidate"]: Fraction(row["total_component_score"]) for row in rows}


def means(ranking):
    return {(s.candidate, id): value for s in ranking.standings for id, value in s.cells.items()}


def totals(ranking):
    return {s.candidate: s.points for s in ranking.standings}


@needs_real
def test_nine_judges_panel_means_and_component_totals_come_out():
    tables = events("skating_6x9x5.csv")

    assert len(tables) == 1
    for rows in tables.values():
        ranking = rank(sheet(rows), scores(rows))

        assert means(ranking) == published_means(rows)
        assert totals(ranking) == published_totals(rows)


@needs_real
def test_rounding_only_at_the_end_does_not_reproduce_the_totals():
    (rows,) = events("skating_6x9x5.csv").values()

    ranking = rank(sheet(rows, rounding="none"), scores(rows))

    assert totals(ranking) != published_totals(rows)
    assert {id: round(total, 2) for id, total in totals(ranking).items()} != published_totals(rows)


@needs_real
def test_with_the_absent_judge_blank_the_published_figures_come_out():
    tables = events("skating_missing_stored_as_zero.csv")

    assert len(tables) == 1
    for rows in tables.values():
        ranking = rank(sheet(rows, missing="leave_out"), scores(rows, absent={"J6"}))

        assert means(ranking) == published_means(rows)
        assert totals(ranking) == published_totals(rows)
        assert {s.raters for s in ranking.standings} == {8}
        assert [warning.partition(" missing")[0] for warning in said(ranking.warnings)] == [
            "J6: 40 scores"
        ]


@needs_real
def test_with_the_absent_judge_left_at_zero_they_do_not():
    (rows,) = events("skating_missing_stored_as_zero.csv").values()

    ranking = rank(sheet(rows), scores(rows))

    wrong = [id for id, total in totals(ranking).items() if total != published_totals(rows)[id]]
    assert sorted(wrong) == sorted(published_totals(rows))


@needs_real
def test_with_the_absent_judge_blank_a_sheet_that_refuses_names_each_missing_score():
    from cidesign.domain.problem import BadInput

    (rows,) = events("skating_missing_stored_as_zero.csv").values()

    with pytest.raises(BadInput) as refused:
        rank(sheet(rows), scores(rows, absent={"J6"}))

    assert len(refused.value.problems) == 40
