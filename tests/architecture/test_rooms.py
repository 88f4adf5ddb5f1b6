"""The house stands as the README's map draws it: who may import whom, and who alone may touch
what.
"""

from pathlib import Path

import pytest

from cidesign import record
from tests.architecture.house import (
    ALONE,
    NOT_PURE,
    ON_THE_DISK,
    ROOMS,
    faults_of_imports,
    faults_of_reading,
    sources,
)

ROOT = Path(__file__).parents[2]


def plant(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_every_room_imports_only_what_the_table_allows():
    assert faults_of_imports(ROOT) == []


def test_the_walk_reads_the_modules_that_exist():
    read = {path.relative_to(ROOT).as_posix() for path in sources(ROOT)}

    assert {"cidesign/__init__.py", "cidesign/home.py", "cidesign/domain/words.py"} <= read


def test_the_four_decision_rooms_meet_only_in_views():
    decisions = {"structure", "selection", "budget", "outlook"}

    meetings = {(name, other) for name in decisions for other in ROOMS[name].rooms & decisions}

    assert meetings == {("outlook", "budget")}


def test_imports_between_rooms_have_no_circle():
    placed: set[str] = set()

    while ready := {
        name for name, room in ROOMS.items() if name not in placed and room.rooms <= placed
    }:
        placed |= ready

    assert placed == set(ROOMS)


def test_a_room_that_computes_reads_and_writes_no_disk():
    assert faults_of_reading(ROOT) == []
    assert set(record.__all__) >= ON_THE_DISK


def test_a_planted_reader_is_named(tmp_path):
    plant(tmp_path, "cidesign/views/team/view.py", "from cidesign.record import read_bundle\n")

    assert faults_of_reading(tmp_path) == [
        "cidesign/views/team/view.py:1: views computes, so it does not call read_bundle; give it "
        "the value instead"
    ]


def test_every_exception_is_named_with_a_reason_and_still_needed(monkeypatch):
    monkeypatch.setattr("tests.architecture.house.NOT_PURE", {})

    needed = {fault.partition(":")[0] for fault in faults_of_imports(ROOT)}

    assert needed == set(NOT_PURE)
    assert all(NOT_PURE.values())


def test_one_room_alone_names_a_solver_the_store_and_the_screen():
    assert ALONE["pulp"] == ALONE["highspy"] == {"solver"}
    assert ALONE["sqlalchemy"] == {"workshop"}
    assert ALONE["streamlit"] == {"ui", "pages", "serve"}


@pytest.mark.parametrize(
    ("place", "text", "says"),
    [
        ("cidesign/budget/model.py", "import pulp\n", "budget imports pulp, which only solver may"),
        (
            "cidesign/budget/model.py",
            "def f():\n    from pulp import LpProblem\n",
            "cidesign/budget/model.py:2: budget imports pulp",
        ),
        (
            "cidesign/budget/model.py",
            "from cidesign.selection import rank\n",
            "budget may not import selection",
        ),
        (
            "cidesign/budget/model.py",
            "from cidesign import selection\n",
            "budget may not import selection",
        ),
        (
            "cidesign/budget/model.py",
            "from ..selection import rank\n",
            "budget may not import selection",
        ),
        (
            "cidesign/domain/plan.py",
            "from cidesign.catalog import facts\n",
            "domain may not import catalog",
        ),
        (
            "cidesign/domain/plan.py",
            "import pathlib\n",
            "domain computes, so it does not import pathlib",
        ),
        ("cidesign/domain/plan.py", "import requests\n", "domain may not import requests"),
        (
            "cidesign/views/team/view.py",
            "import streamlit as st\n",
            "views imports streamlit, which only pages, serve, ui may",
        ),
        (
            "cidesign/workshop/store.py",
            "import yaml\n",
            "workshop imports yaml, which only catalog, record, verify may",
        ),
        ("cidesign/verify.py", "from cidesign import home\n", "verify may not import home"),
        ("cidesign/home.py", "import pandas\n", "home may not import pandas"),
        ("cidesign/kitchen/stove.py", "import json\n", "the room kitchen is not in the table"),
        ("pages/team.py", "import pandas as pd\n", "pages may not import pandas"),
        ("pages/team.py", "from cidesign.budget import allocate\n", "pages may not import budget"),
        ("app.py", "from cidesign.workshop import store\n", "pages may not import workshop"),
    ],
)
def test_an_import_the_table_forbids_is_named_with_file_line_and_way_out(
    tmp_path, place, text, says
):
    plant(tmp_path, place, text)

    faults = faults_of_imports(tmp_path)

    assert len(faults) == 1
    assert faults[0].startswith(place)
    assert says in faults[0]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (
            "cidesign/budget/model.py",
            (
                "import math\nimport numpy as np\nfrom cidesign.domain.plan import Plan\nfrom "
                "cidesign.solver import solve\n"
            ),
        ),
        (
            "cidesign/outlook/years.py",
            "from cidesign.budget import model\nfrom . import cash\nfrom .cash import flow\n",
        ),
        ("cidesign/solver.py", "import highspy\nimport pulp\nimport subprocess\n"),
        (
            "cidesign/catalog/read.py",
            (
                "import yaml\nfrom cidesign import __version__\nfrom cidesign.home import "
                "data_folder\n"
            ),
        ),
        ("pages/team.py", "import streamlit as st\nfrom cidesign.views import team\n"),
    ],
)
def test_an_import_the_table_allows_is_no_fault(tmp_path, place, text):
    plant(tmp_path, place, text)

    assert faults_of_imports(tmp_path) == []
