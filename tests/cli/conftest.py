"""Every command runs inside a folder of its own."""

import pytest

from tests.cli.files import lay_out


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sound(here):
    """The same, with a sound file of every kind."""
    return lay_out(here)
