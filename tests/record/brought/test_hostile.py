"""No table can bring the program down, keep it waiting, fill its memory or be half brought in."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ENDS = {"refused", "asked", "written", "refused by the act"}
MOST_SECONDS, MOST_MEGABYTES = 10, 512


def all_ended(every_nth):
    """How each ended, read in a program of its own that may not take more than half a gigabyte."""
    command = [sys.executable, "-m", "tests.record.brought.hostile", str(every_nth)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr[-2000:]
    return [json.loads(line) for line in result.stdout.splitlines()]


def faults(ended):
    return [
        one
        for one in ended
        if one["how"] not in ENDS
        or one["seconds"] > MOST_SECONDS
        or one["megabytes"] > MOST_MEGABYTES
    ]


@pytest.mark.slow
def test_a_sample_of_hostile_tables_is_refused_asked_about_or_written_whole():
    ended = all_ended(every_nth=14)

    assert len({one["case"] for one in ended}) > 20
    assert faults(ended) == []


@pytest.mark.soak
def test_three_hundred_hostile_tables_are_refused_asked_about_or_written_whole():
    ended = all_ended(every_nth=1)

    assert len({one["case"] for one in ended}) >= 300
    assert faults(ended) == []
