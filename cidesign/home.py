"""Where the app's own files are: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def app_folder() -> Path:
    """The folder that holds ``app.py``, ``pages``, ``data``, ``docs``, ``static`` and
    ``.streamlit``.
    """
    installed = _PACKAGE / "_app"
    return installed if installed.is_dir() else _PACKAGE.parent


def data_folder() -> Path:
    """The folder of our own facts, ``data``."""
    return app_folder() / "data"


def choices_file() -> Path:
    """The file that names every choice we made where the rules leave one open."""
    return app_folder() / "docs" / "choices.md"
