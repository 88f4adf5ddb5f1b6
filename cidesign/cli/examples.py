"""Copies an example workshop to a folder of one's own, whole or not at all."""

from pathlib import Path

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.record import example_bundle, examples, write_bundle


def copy_example(name: str, folder: Path) -> int:
    """Copy every file of an example; tells how many.

    Raises:
        BadInput: there is no such example, the folder holds files already, or nothing can be
            written there.
    """
    names = [one.id for one in examples()]
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
    bundle = example_bundle(name)
    write_bundle(bundle, folder)
    return len(bundle.files)
