"""Reads the whole folder of facts, once for each state of its files."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from cidesign.catalog.checking import problems_of
from cidesign.catalog.files import FILES
from cidesign.catalog.reading import read_entries
from cidesign.domain.catalog import Catalog
from cidesign.domain.problem import BadInput, Problem
from cidesign.home import data_folder

_NAMES = tuple(f"{name}.yaml" for name, _ in FILES)
Stamp = tuple[tuple[str, int, int], ...]


def load(folder: Path | None = None) -> Catalog:
    """The catalog in a folder (default: our own ``data``); read again only when a file has changed.

    Raises:
        BadInput: names every problem of every file, with file, entry and key.
    """
    place = (folder or data_folder()).resolve()
    return _load(place, _stamp(place))


def _stamp(folder: Path) -> Stamp:
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as found:
        states = {file.name: file.stat() for file in found if file.name in _NAMES}
    return tuple(
        (name, states[name].st_mtime_ns, states[name].st_size) for name in _NAMES if name in states
    )


@lru_cache(maxsize=16)
def _load(folder: Path, _: Stamp) -> Catalog:
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, model in FILES:
        entries, faults = read_entries(folder / f"{name}.yaml", model)
        read[name] = entries
        problems += faults
    if problems:
        raise BadInput(problems)
    catalog = Catalog(**read)
    if faults := problems_of(catalog):
        raise BadInput(faults)
    return catalog
