"""Workshops whose workbooks are tested, and the way a person reads or changes a figure of a
workbook by its name.
"""

import io
from dataclasses import replace

import openpyxl

from cidesign.catalog import load
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, example_bundle, read_files
from cidesign.report.workbook import workbook
from cidesign.views.team import view
from tests.budget.plans import random_sheet

EXAMPLE = "philadelphia_stem"
SEEDS = range(40)


def opened(content: bytes, *, values: bool = False):
    """A workbook, its formulas or (once recalculated) its values."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def cell(book, name: str):
    """The cell that bears a name."""
    (sheet, place), *_ = book.defined_names[name].destinations
    return book[sheet][place.replace("$", "")]


def random_bundle(seed: int) -> Bundle:
    """A workshop with nothing but the plan of a seed."""
    return changed(
        read_files({"workshop.yaml": b"name: Drawn\n"}), "plan.yaml", {(): random_sheet(seed)}
    )


def example() -> Bundle:
    return example_bundle(EXAMPLE)


def solved(plan: Plan) -> Allocation:
    """The plan a budget buys, searched for once."""
    key = plan.model_dump_json()
    if key not in _SOLVED:
        _SOLVED[key] = view.solve(plan)
    return _SOLVED[key]


_SOLVED: dict[str, Allocation] = {}


def made(bundle: Bundle, **named) -> bytes:
    return workbook(bundle, load(), solve=solved, **named)


def with_name(bundle: Bundle, name: str) -> Bundle:
    return replace(bundle, workshop=bundle.workshop.model_copy(update={"name": name}))
