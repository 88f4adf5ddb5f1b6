"""Weights in tests/golden/weights: worked cases to 1e-6, published ones to the digits that were
printed.
"""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from cidesign.selection import METHODS, weights

GOLDEN = Path(__file__).parents[1] / "golden" / "weights"
WORKED = sorted(GOLDEN.glob("*.expected.yaml"))
PUBLISHED = yaml.safe_load((GOLDEN / "published.yaml").read_text(encoding="utf-8"))


def loaded(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.name.split(".")[0])
def test_a_worked_case_comes_out(path):
    expected = loaded(path)

    answer = weights(loaded(path.with_name(path.name.replace(".expected", ""))))

    assert answer.weights == pytest.approx(expected["weights"], abs=1e-6)
    assert list(answer.weights) == list(expected["weights"])
    assert told(answer.consistency) == pytest.approx(expected.get("consistency"), abs=1e-6)


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case["about"])
def test_a_published_case_comes_out(case):
    answer = weights(case["file"])

    assert list(answer.weights.values()) == pytest.approx(case["weights"], abs=case["tolerance"])
    assert told(answer.consistency) == pytest.approx(case.get("consistency"), abs=case["tolerance"])


def told(consistency):
    return (
        None
        if consistency is None
        else {"measure": consistency.measure, "value": consistency.value, "ok": consistency.ok}
    )


def test_every_method_but_direct_has_a_golden_case():
    files = [loaded(path.with_name(path.name.replace(".expected", ""))) for path in WORKED] + [
        case["file"] for case in PUBLISHED
    ]

    assert {file["method"] for file in files} == {method.name for method in METHODS} - {"direct"}


def test_direct_weights_are_divided_by_their_sum():
    assert weights({"method": "direct", "direct": {"a": 3, "b": "0.5", "c": 0}}).weights == {
        "a": Fraction(6, 7),
        "b": Fraction(1, 7),
        "c": 0,
    }
