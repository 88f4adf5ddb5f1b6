"""The workshops that come with the app, to look at and play with."""

from dataclasses import dataclass
from pathlib import Path

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.home import data_folder
from cidesign.record.folder import read_bundle
from cidesign.record.single import read_mapping
from cidesign.text import say


@dataclass(frozen=True)
class Example:
    """A workshop to look at: its folder's name, its own name, and the sentence that says it is an
    example.
    """

    id: str
    name: str
    about: str


def examples(folder: Path | None = None) -> tuple[Example, ...]:
    """The examples in a folder (default: our own), in order of their names there."""
    home = folder or data_folder() / "examples"
    if not home.is_dir():
        return ()
    return tuple(
        _example(path) for path in sorted(home.iterdir()) if (path / "workshop.yaml").is_file()
    )


def _example(path: Path) -> Example:
    said = read_mapping(path / "workshop.yaml")
    return Example(path.name, str(said.get("name", path.name)), str(said.get("example", "")))


def example_bundle(id: str, folder: Path | None = None) -> Bundle:
    """A copy of an example to play with.

    Raises:
        BadInput: there is no such example, or what is wrong in it.
    """
    home = folder or data_folder() / "examples"
    names = [one.id for one in examples(home)]
    if id not in names:
        what, remedy = (
            say("is none of our examples"),
            say("take one of {names}", names=", ".join(names)),
        )
        raise BadInput([Problem(id, what, remedy)])
    return read_bundle(home / id)
