"""Budgets that others published come out of the command as they were printed, to the dollar."""

import json
from pathlib import Path

import pytest

from cidesign.record import write_bundle
from tests.budget.published import CASES, bundle_of, form_of, made_of, published
from tests.cli.files import run


def test_there_are_two():
    assert len(CASES) >= 2


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_published_budget_comes_out_as_printed(path: Path, here: Path):
    budget = published(path)
    printed = budget["printed"]
    write_bundle(bundle_of(budget), here / "ours")

    result = run("plan", "--bundle", "ours", "--json")

    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert round(found["cost_usd"], 2) == printed["total"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_its_form_is_printed_line_by_line(path: Path, here: Path):
    budget = published(path)
    write_bundle(bundle_of(budget), here / "ours")

    told = run("plan", "--bundle", "ours", "--dollars").stdout

    table, made = told.split("In a funder's form")[1].split("\n\n")[:2]
    rows = [row.rsplit(maxsplit=1) for row in table.splitlines()[1:]]
    assert [(line, usd) for line, usd in rows] == form_of(budget)
    assert [one for one in made_of(budget) if one not in made] == []
