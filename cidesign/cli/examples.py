"""Copies an example workshop to a folder of one's own, whole or not at all."""

from pathlib import Path

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.home import data_folder
from cidesign.record import read_bundle, write_bundle


def copy_example(name: str, folder: Path) -> int:
    """Copy every file of an example; tells how many.

    Raises:
        BadInput: there is no such example, the folder holds files already, or nothing can be
            written there.
    """
    home = data_folder() / "examples"
    names = sorted(path.name for path in home.iterdir() if path.is_dir()) if home.is_dir() else []
    if name not in names:
        raise BadInput(
            [
                Problem(
                    "NAME",
                    f"{shown(name)} is no example",
                    f"write one of {', '.join(names)}" if names else "there is none",
                )
            ]
        )
    bundle = read_bundle(home / name)
    write_bundle(bundle, folder)
    return len(bundle.files)
