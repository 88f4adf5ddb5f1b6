"""A small workshop to bring tables to, and files as people send them."""

import io

import openpyxl

from cidesign.domain.workshop import Bundle
from cidesign.record import read_files

RULES = """
criteria:
  - {id: reach, label: Reach, weight: 60, scale: {worst: 1, best: 5, step: 1, levels: {1: "Few come", 5: "Nearly all come: every sector"}}}
  - {id: trust, label: Perceived trust, weight: 40, scale: {worst: 1, best: 5, step: 0.5}}
  - {id: price, label: Price, weight: 0, scale: {worst: 200000, best: 0}, calculated: true}
aggregation: mean
missing: leave_out
reasons: none
names: shown
"""
MEMBERS = "".join(
    f"  - {{id: {id}, name: {name}, seat: {seat}}}\n"
    for id, name, seat in (
        ("ana", "Ana Reyes", "Residents"),
        ("ben", "Ben Okafor", "Funders"),
        ("chi", "Chi Nakamura", "Residents"),
    )
)
CANDIDATES = "id,name,price\noak,Oak House,90000\nelm,Elm Fund,80000\nash,Fundación Peña,\n"


SEAL = 'seal: {version: 1, at: "2026-09-14", by: Dee, sha256: abc}\n'


def workshop(
    *, listed: bool = True, stage: str = "scoring", sealed: bool = False, **files: str
) -> Bundle:
    """Three members, three candidates, two criteria to score and a price; ``listed``: whether
    members and candidates stand in it.
    """
    people = f"members:\n{MEMBERS}" if listed else ""
    held = {
        "workshop.yaml": f"name: Our backbone\nstage: {stage}\n{people}",
        "rules.yaml": RULES + (SEAL if sealed else ""),
        **({"candidates.csv": CANDIDATES} if listed else {}),
        **{f"{name}.csv": text for name, text in files.items()},
    }
    return read_files({path: text.encode() for path, text in held.items()})


def book(**sheets: list[list[object]]) -> bytes:
    """An Excel workbook; an underscore in a sheet's name is a space."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()
