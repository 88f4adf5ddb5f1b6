"""The figures that were gathered before the data was written, row by row as they were handed
over.
"""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from cidesign.domain.fact import Basis

GOLDEN = Path(__file__).parents[1] / "golden"
FACTS = GOLDEN / "facts"
FILES = (
    "benchmarks",
    "criteria",
    "function_phase",
    "ids",
    "line_items",
    "roles_bls_may2024",
    "rpp_2023_states",
    "timelines",
)


def golden(name: str) -> Any:
    """A file of tests/golden/catalog."""
    return yaml.load(
        (GOLDEN / "catalog" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )


SOURCES = golden("sources_of_facts")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file; where the source says "same", that of the row above."""
    last = ""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if "source" in row:
                last = row["source"] = last if row["source"] == "same" else row["source"]
            yield row


def figures(text: str) -> list[Decimal]:
    """Every figure in a cell such as ``up to 500000`` or ``250001-1500000``."""
    return [Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", text)]


def basis_of(status: str) -> Basis:
    """The most a row's figure may be called: an assumption of any kind that is not about the bounds
    alone is never promoted.
    """
    ours = (
        "default ASSUMPTION",
        "default/high ASSUMPTION",
        "mapping ASSUMPTION",
        "cost ASSUMPTION",
        "rate ASSUMPTION",
    )
    if status.startswith("ASSUMPTION") or any(one in status for one in ours):
        return Basis.ASSUMED
    return Basis.COMPUTED if "COMPUTED" in status else Basis.PUBLISHED
