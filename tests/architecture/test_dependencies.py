"""Guests of the house: each has its reason beside it and an exact version in constraints.txt."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.house import ROOMS

ROOT = Path(__file__).parents[2]
PROJECT_TEXT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PROJECT_TEXT)["project"]
WRITTEN = [
    line.strip() for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
]
PINS = [Requirement(line) for line in WRITTEN if line and not line.startswith("#")]
PINS_HERE = {
    canonicalize_name(pin.name): pin for pin in PINS if pin.marker is None or pin.marker.evaluate()
}
ASKED = [
    Requirement(text)
    for text in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
]


def test_every_dependency_has_its_reason_in_the_margin():
    lines = PROJECT_TEXT.split("\ndependencies = [\n", 1)[1].split("\n]", 1)[0].splitlines()

    assert [line for line in lines if not re.search(r'",\s+# \w', line)] == []


def test_every_dependency_has_an_exact_version_that_satisfies_it():
    for asked in ASKED:
        (exact,) = PINS_HERE[canonicalize_name(asked.name)].specifier
        assert exact.operator == "=="
        assert asked.specifier.contains(exact.version), f"{asked} is pinned to {exact.version}"


def test_what_is_installed_is_what_the_constraints_name():
    told = {asked.name: version(asked.name) for asked in ASKED}

    assert told == {
        asked.name: next(iter(PINS_HERE[canonicalize_name(asked.name)].specifier)).version
        for asked in ASKED
    }


def test_each_package_has_one_version_on_each_python():
    for python in ("3.11", "3.12", "3.13"):
        here = [
            canonicalize_name(pin.name)
            for pin in PINS
            if pin.marker is None or pin.marker.evaluate({"python_version": python})
        ]
        assert len(here) == len(set(here))


def test_every_guest_of_the_table_that_must_be_installed_is_a_dependency():
    packages = {"yaml": "pyyaml", "sklearn": "scikit-learn", "docx": "python-docx"}
    standard = {"zipfile"}

    guests = {
        packages.get(guest, guest) for room in ROOMS.values() for guest in room.guests | room.base
    }

    assert guests - standard == {
        canonicalize_name(Requirement(text).name) for text in PROJECT["dependencies"]
    }
