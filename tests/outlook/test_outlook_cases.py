"""Every worked case comes out: each settles one sentence of the contract, with its sum by hand in a
comment.
"""

from dataclasses import asdict

import pytest

from cidesign.outlook import hiring_plan, project
from tests.outlook.cases import case, inputs, names


@pytest.mark.parametrize("name", names())
def test_a_case_worked_by_hand_comes_out(name):
    worked = case(name)

    solve = hiring_plan if worked.get("hire") else project
    found = asdict(solve(*inputs(worked)))
    found["months"] = {month.pop("month"): month for month in found["months"]}

    assert differences(found, worked["expected"]) == []


def test_there_are_cases():
    assert len(names()) >= 12


def test_a_figure_that_differs_is_named():
    assert differences(
        {"years": ({"gap_usd": 1.0, "year": 2027},)}, {"years": [{"gap_usd": 1.1}]}
    ) == ["years[0].gap_usd: 1.0, not 1.1"]


def differences(found, expected, place=""):
    """What of ``expected`` is not in ``found``: listed keys only; need to a millionth, dollars
    to half a cent, coverage to 0.001.
    """
    if isinstance(expected, dict):
        return [
            line
            for key, value in expected.items()
            for line in differences(found[key], value, f"{place}.{key}".lstrip("."))
        ]
    if isinstance(expected, list) and len(found) != len(expected):
        return [f"{place}: {len(found)} entries, not {len(expected)}"]
    if isinstance(expected, list):
        return [
            line
            for at, value in enumerate(expected)
            for line in differences(found[at], value, f"{place}[{at}]")
        ]
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        told = any(word in place for word in ("coverage", "capacity", "plan_score"))
        near = 0.001 if told else 0.005 if "usd" in place else 1e-6
        return (
            []
            if found == pytest.approx(expected, rel=0, abs=near)
            else [f"{place}: {found}, not {expected}"]
        )
    return [] if found == expected else [f"{place}: {found}, not {expected}"]
