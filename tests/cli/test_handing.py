"""Commands that hand out a document: whole or not at all, and never over a file."""

import os
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from cidesign.home import data_folder
from cidesign.record import read_bundle, write_bundle
from tests.cli.files import lines, run

EXAMPLE = data_folder() / "examples" / "philadelphia_stem"


@pytest.mark.slow
def test_a_folder_becomes_a_workbook(here):
    result = run("workbook", EXAMPLE, "-o", "ours.xlsx")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Budget" in openpyxl.load_workbook(here / "ours.xlsx").sheetnames
    assert [path.name for path in here.iterdir()] == ["ours.xlsx"]


@pytest.mark.slow
def test_a_zip_becomes_the_same_workbook(here):
    write_bundle(read_bundle(EXAMPLE), here / "ours.zip")

    run("workbook", "ours.zip", "-o", "from_zip.xlsx")
    run("workbook", EXAMPLE, "-o", "from_folder.xlsx")

    def inside(name):
        with ZipFile(BytesIO((here / name).read_bytes())) as packed:
            return {
                one: packed.read(one) for one in packed.namelist() if one != "docProps/core.xml"
            }

    assert inside("from_zip.xlsx") == inside("from_folder.xlsx")


def test_a_file_that_is_there_is_left_alone(here):
    (here / "ours.xlsx").write_text("mine", encoding="utf-8")

    told = lines(run("workbook", EXAMPLE, "-o", "ours.xlsx"))

    assert told == [
        "ours.xlsx: is there already; name a file that does not exist yet, or delete this one first"
    ]
    assert (here / "ours.xlsx").read_text(encoding="utf-8") == "mine"


def test_another_ending_is_refused(here):
    assert lines(run("workbook", EXAMPLE, "-o", "ours.docx")) == [
        "ours.docx: does not end in .xlsx; name a file such as ours.xlsx"
    ]
    assert list(here.iterdir()) == []


def test_a_bundle_that_does_not_hold_is_told_and_nothing_is_written(here):
    (here / "broken").mkdir()
    (here / "broken" / "workshop.yaml").write_text("nmae: Ours\n", encoding="utf-8")

    told = lines(run("workbook", "broken", "-o", "ours.xlsx"))

    assert all(line.startswith("workshop.yaml") for line in told)
    assert not (here / "ours.xlsx").exists()


def test_without_a_name_for_the_file_the_command_says_what_it_needs(here):
    assert "-o" in lines(run("workbook", EXAMPLE))[0]


def test_a_machine_that_stops_while_writing_leaves_no_half_file(here, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    told = lines(run("workbook", EXAMPLE, "-o", "ours.xlsx"))

    assert told == ["ours.xlsx: cannot be written (no space left on device); choose another place"]
    assert list(here.iterdir()) == []


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="an administrator may write anywhere"
)
def test_a_place_nobody_may_write_to_is_refused(here):
    (here / "locked").mkdir(mode=0o500)

    assert len(lines(run("workbook", EXAMPLE, "-o", "locked/ours.xlsx"))) == 1
