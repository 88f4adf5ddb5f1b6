"""A copy of our data folder that a test may change."""

import shutil
from pathlib import Path

from cidesign.home import data_folder


def copy_to(folder: Path) -> Path:
    """Our files of facts, copied beside no examples."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in data_folder().glob("*.yaml"):
        shutil.copy(path, folder / path.name)
    return folder


def append(folder: Path, name: str, entry: str) -> None:
    """One more entry at the end of a file."""
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8") + "\n" + entry, encoding="utf-8")


def replace(folder: Path, name: str, old: str, new: str) -> None:
    """The first place of ``old`` becomes ``new``; it must be there."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
