"""What the README says is so: its commands run, its map is the house, the files it names are
there.
"""

import re

import pytest
from click.testing import CliRunner

from cidesign.cli import main
from tests.architecture.house import ROOMS
from tests.readme.reading import (
    ROOT,
    SERVES_UNTIL_STOPPED,
    TEXT,
    blocks,
    commands,
    first_column,
    named_files,
)


def test_the_first_thing_it_says_is_how_to_run_and_how_to_test():
    lines = blocks()[0].body.splitlines()

    assert [line.split("#")[0].split() for line in lines] == [["make", "run"], ["make", "test"]]


@pytest.mark.slow
def test_every_command_it_shows_runs_in_an_empty_folder(tmp_path, monkeypatch):
    for block in blocks():
        if block.file:
            (tmp_path / block.file).write_text(block.body, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = [words[1:] for words in commands("cidesign") if words[1] != SERVES_UNTIL_STOPPED]

    failed = []
    for words in shown:
        run = CliRunner(env={"COLUMNS": "120"}).invoke(main, words)
        if run.exit_code != 0 or not run.stdout.strip():
            failed.append((" ".join(words), run.exit_code, run.stderr[-2000:]))

    assert shown
    assert failed == []


def test_every_make_target_it_names_exists():
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )

    named = set(
        re.findall(
            r"\bmake ([a-z]+)\b(?= |`|$)",
            "\n".join(re.findall(r"`[^`]+`", TEXT) + [block.body for block in blocks()]),
        )
    )

    assert named
    assert named <= targets


def test_its_map_shows_every_room_of_the_house_and_no_other():
    shown = {
        name.strip("`/").removesuffix(".py")
        for cell in first_column("The map of the house")
        for name in cell.split(", ")
    }

    assert shown - {"app"} == set(ROOMS) - {"home"}


def test_every_file_it_names_is_there():
    assert [name for name in named_files() if not (ROOT / name).exists()] == []


def test_its_glossary_names_each_word_once():
    words = first_column("Glossary")

    assert len(words) > 20
    assert len(words) == len(set(words))
