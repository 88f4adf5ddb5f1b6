"""A copy of the whole store while people work, and the way back from it."""

import os
from pathlib import Path
from typing import Any

import click

from cidesign.cli.asking import PATH, as_json
from cidesign.cli.running import NOT_HELD, printable
from cidesign.cli.table import paragraph, table, tell
from cidesign.domain.dates import day


@click.command()
@click.argument("file", type=PATH)
@as_json
def backup(file: Path, *, as_json: bool) -> None:
    """Write all workshops of this store to a new FILE, while people go on working, and look whether
    it can be read again.
    """
    from cidesign.workshop import passes, there  # the store takes a moment to load
    from cidesign.workshop.backing_up import back_up

    with there() as store:
        copy = back_up(store, file)
    last = ["It holds all names and scores: keep it where only you can read it."]
    if copy.with_secret:
        last.append(f"{file}.secret goes with it: both together go on at another place.")
    elif os.environ.get(passes.SECRET, ""):
        last.append(f"{passes.SECRET} is not in it: keep that too.")
    _tell(
        copy,
        [f"All of the store is in {file}, and was read again."],
        last,
        as_json=as_json,
    )


@click.command()
@click.argument("file", type=PATH)
@click.option(
    "--beside", is_flag=True, help="Keep the present store under another name, whatever it holds."
)
@as_json
def restore(file: Path, *, beside: bool, as_json: bool) -> None:
    """Put a backup, FILE, in the place of the store; refused where the store holds more than it.
    Stop the server before.
    """
    from cidesign.workshop import default_url  # likewise
    from cidesign.workshop.restoring import restore as put_back

    done = put_back(file, default_url(), beside=beside)
    kept = [f"What was there before is kept as {done.kept_as}."] if done.kept_as else []
    _tell(
        done.copy,
        [f"The store is now what {file} holds.", *kept],
        [],
        as_json=as_json,
        kept_as=done.kept_as,
    )


def _tell(copy: Any, first: list[str], last: list[str], *, as_json: bool, **more: str) -> None:
    """Tell what a copy holds; the command ends with 3 where something in it does not hold."""
    answer = {
        "file": str(copy.file),
        **more,
        "workshops": [
            {
                "id": one.id,
                "name": one.name,
                "acts": one.acts,
                "changed_at": one.changed_at.isoformat(),
            }
            for one in copy.workshops
        ],
        "faults": [problem.line() for problem in copy.faults],
    }
    rows = [(one.name, day(one.changed_at.isoformat()), str(one.acts)) for one in copy.workshops]
    listed = table(("workshop", "last change (UTC)", "changes"), rows, words=2)
    faults = [problem.line() for problem in copy.faults]
    wrong = ["Something in it does not hold:", *faults] if faults else []
    lines = [
        *(printable(line) for line in first),
        *(["", *listed] if rows else paragraph("It holds no workshop.")),
        *paragraph(*wrong),
        *paragraph(*last),
    ]
    tell(answer, lines, as_json=as_json)
    if faults:
        click.get_current_context().exit(NOT_HELD)
