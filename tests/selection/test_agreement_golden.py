"""Agreement in tests/golden/agreement: the worked case of the contract, and published tables to the
digits that were printed.
"""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from cidesign.record import read_rules, read_scores
from cidesign.selection import agreement
from cidesign.selection.agreement.alpha import alpha
from cidesign.selection.agreement.concordance import kendall_w
from cidesign.selection.agreement.consensus import consensus
from cidesign.selection.agreement.icc import FORMS, icc, mean_squares
from cidesign.selection.agreement.leniency import leniency
from cidesign.value import rater_sheets
from tests.selection.made_sheets import exact

GOLDEN = Path(__file__).parents[1] / "golden" / "agreement"
CASES = yaml.safe_load((GOLDEN / "published.yaml").read_text(encoding="utf-8"))
WORKED = sorted(path.parent for path in GOLDEN.glob("*/expected.yaml"))


def told(leniency):
    return {"leniency": leniency.leniency, "adjusted": leniency.adjusted}


@pytest.mark.parametrize("folder", WORKED, ids=lambda path: path.name)
def test_a_worked_panel_comes_out(folder):
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))

    found = agreement(
        rater_sheets(read_rules(folder / "rules.yaml"), read_scores(folder / "scores.csv"))
    )

    assert told(found.leniency) == {
        key: pytest.approx(expected[key], abs=1e-6) for key in ("leniency", "adjusted")
    }
    assert told(found.unshrunk) == {
        key: pytest.approx(expected["unshrunk"][key], abs=1e-6) for key in ("leniency", "adjusted")
    }


def _alpha(case):
    units = [
        [Fraction(value) for value in unit if value is not None] for unit in zip(*case["raters"])
    ]
    assert alpha(units) == pytest.approx(case["expected"], abs=case["tolerance"])


def _icc(case):
    table = exact(case["candidates"])
    squares = mean_squares(table)
    assert tuple(icc(table)) == FORMS
    assert icc(table) == pytest.approx(case["expected"], abs=case["tolerance"])
    assert {name: float(getattr(squares, name)) for name in case["mean_squares"]} == pytest.approx(
        case["mean_squares"], abs=0.006
    )


def _kendall_w(case):
    assert kendall_w(exact(zip(*case["raters"]))) == pytest.approx(
        case["expected"], abs=case["tolerance"]
    )


def _leniency(case):
    points = {}
    for rater, by_candidate in case["sheets"].items():
        for candidate, score in by_candidate.items():
            points.setdefault(candidate, {})[rater] = Fraction(score)
    found = leniency(points, dict.fromkeys(points, Fraction(0)), ridge=case["ridge"])
    if case["leniency"] is None:
        assert found is None
    else:
        assert found.leniency == pytest.approx(case["leniency"], abs=case["tolerance"])
        assert found.adjusted == pytest.approx(case["adjusted"], abs=case["tolerance"])


def _consensus(case):
    worst, best = case["scale"]
    found = consensus([Fraction(vote - worst, best - worst) for vote in case["votes"]])
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


MEASURES = {
    "alpha": _alpha,
    "icc": _icc,
    "kendall_w": _kendall_w,
    "leniency": _leniency,
    "consensus": _consensus,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_a_published_table_comes_out(case):
    assert case["source"]

    MEASURES[case["measure"]](case)


def test_every_measure_has_a_table():
    assert {case["measure"] for case in CASES} == set(MEASURES)
