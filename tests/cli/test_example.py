"""``example`` copies a workshop whole, and never over anything."""

import os
from pathlib import Path

import pytest

from cidesign.home import data_folder
from cidesign.record import read_bundle
from tests.cli.files import lines, run

NAMES = sorted(path.name for path in (data_folder() / "examples").iterdir() if path.is_dir())


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_copied_byte_for_byte_and_can_be_read(here, name):
    result = run("example", name, "ours")

    assert (result.exit_code, result.stderr) == (0, "")
    assert read_bundle(here / "ours").files == read_bundle(data_folder() / "examples" / name).files


def test_an_unknown_name_lists_the_names(here):
    assert lines(run("example", "zzz", "ours")) == [
        f'NAME: "zzz" is no example; write one of {", ".join(NAMES)}'
    ]
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["..", "../examples/" + NAMES[0], "", "."])
def test_a_name_is_never_a_way_to_another_folder(here, name):
    lines(run("example", name, "ours"))

    assert list(here.iterdir()) == []


def test_a_folder_with_anything_in_it_is_left_alone(here):
    (here / "ours").mkdir()
    (here / "ours" / "mine.txt").write_text("mine", encoding="utf-8")

    told = lines(run("example", NAMES[0], "ours"))

    assert len(told) == 1
    assert [path.name for path in (here / "ours").iterdir()] == ["mine.txt"]


def test_an_empty_folder_may_be_filled(here):
    (here / "ours").mkdir()

    assert run("example", NAMES[0], "ours").exit_code == 0
    assert (here / "ours" / "workshop.yaml").is_file()


def test_a_file_is_never_overwritten(here):
    (here / "ours").write_text("mine", encoding="utf-8")

    lines(run("example", NAMES[0], "ours"))

    assert (here / "ours").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="an administrator may write anywhere"
)
def test_a_place_nobody_may_write_to_is_refused(here):
    (here / "locked").mkdir(mode=0o500)

    assert len(lines(run("example", NAMES[0], "locked/ours"))) == 1


def test_a_place_below_a_file_is_refused(here):
    Path("file").write_text("x", encoding="utf-8")

    assert len(lines(run("example", NAMES[0], "file/ours"))) == 1
