"""The seal: however a sheet is written it has one fingerprint, and a sheet that says something else
has another.
"""

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cidesign.record import canonical, fingerprint, read_mapping, short_fingerprint

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "seal.yaml").read_text(encoding="utf-8")
)
LABELS = st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), max_size=12)
WEIGHTS = st.decimals(min_value=0, max_value=1000, places=3)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_worked_cases_come_out(case, tmp_path):
    (tmp_path / "rules.yaml").write_text(case["sheet"], encoding="utf-8")

    sheet = read_mapping(tmp_path / "rules.yaml")

    assert canonical(sheet) == case["canonical"]
    assert fingerprint(sheet) == case["sha256"]


def sheet_of(weights, labels):
    return {
        "criteria": [
            {"id": f"c{place}", "label": label, "weight": weight}
            for place, (weight, label) in enumerate(zip(weights, labels))
        ],
        "aggregation": "mean",
        "ties": ["shared"],
    }


def backwards(value):
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(one) for one in value] if isinstance(value, list) else value


@given(st.lists(st.tuples(WEIGHTS, LABELS), min_size=1, max_size=5))
def test_the_order_of_keys_and_the_way_numbers_and_accents_are_written_do_not_matter(pairs):
    weights, labels = zip(*pairs)

    plainly = fingerprint(
        sheet_of(weights, [unicodedata.normalize("NFC", label) for label in labels])
    )

    assert fingerprint(backwards(sheet_of(weights, labels))) == plainly
    assert fingerprint(sheet_of([f"{weight:.5f}" for weight in weights], labels)) == plainly
    assert (
        fingerprint(sheet_of([weight * Decimal("1.000") for weight in weights], labels)) == plainly
    )
    assert (
        fingerprint(sheet_of(weights, [unicodedata.normalize("NFD", label) for label in labels]))
        == plainly
    )


@given(LABELS, LABELS)
def test_another_label_is_another_sheet(one, other):
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)

    assert (fingerprint(sheet_of([1], [one])) == fingerprint(sheet_of([1], [other]))) is same


@pytest.mark.parametrize(("one", "other"), [("18", "18.0"), ("1e3", "1000"), ("010", "10")])
def test_a_label_that_looks_like_a_number_is_still_text(one, other):
    assert fingerprint(sheet_of([1], [one])) != fingerprint(sheet_of([1], [other]))


@pytest.mark.parametrize(
    "written", [18, 18.0, Decimal("18.0"), Decimal("1.8e1"), "18", "18.0", " 18 ", "1.8e1"]
)
def test_eighteen_is_eighteen(written):
    assert canonical({"weight": written}) == '{"weight":"18"}'


def test_the_order_of_criteria_and_of_ties_is_part_of_the_sheet():
    sheet = sheet_of([1, 1], ["a", "b"])

    assert fingerprint({**sheet, "criteria": sheet["criteria"][::-1]}) != fingerprint(sheet)
    assert fingerprint({**sheet, "ties": ["lot"]}) != fingerprint(sheet)


def test_a_fingerprint_is_shown_as_four_groups_of_four():
    assert short_fingerprint("3487f9bc38b43dfa56aad94dd5011ae4") == "3487 f9bc 38b4 3dfa"
