"""The commands that hand out a document of a whole workshop: read the bundle, make the document,
write it whole or not at all.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from cidesign.catalog import load
from cidesign.cli.asking import PATH, Words
from cidesign.cli.running import printable
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import read_bundle, write_bundle, write_whole

from_bundle = click.argument("bundle", type=PATH, metavar="BUNDLE")
into_file = click.option(
    "-o",
    "--output",
    "file",
    type=PATH,
    required=True,
    metavar="FILE",
    help="A new file; nothing is written over.",
)


@click.command()
@from_bundle
@into_file
def workbook(bundle: Path, file: Path) -> None:
    """Write the budget of BUNDLE as a spreadsheet with live formulas."""
    from cidesign.report.workbook import (
        workbook as made,
    )  # spreadsheets take a moment to load; no other command needs them

    hand_out(bundle, file, ".xlsx", lambda whole: made(whole, load()))


@click.command()
@from_bundle
@into_file
@click.option(
    "--agreement",
    type=PATH,
    metavar="FILE",
    help="Write the draft host agreement too, to this new file.",
)
@click.option(
    "--annex",
    type=PATH,
    metavar="FILE",
    help="Write the annex too, to this new file: every figure and where it comes from.",
)
@click.option(
    "--director",
    type=PATH,
    metavar="FILE",
    help="Write the director's profile too, to this new file.",
)
@click.option(
    "--profiles",
    type=PATH,
    metavar="FILE",
    help="Write a job profile for each post too, to this new file.",
)
@click.option(
    "--by",
    "made_by",
    type=Words(),
    default="",
    help="Who runs the machine this is made on; printed in the memo.",
)
def memo(
    bundle: Path,
    file: Path,
    agreement: Path | None,
    annex: Path | None,
    director: Path | None,
    profiles: Path | None,
    made_by: str,
) -> None:
    """Write the memo of BUNDLE as a Word document: one page, the evidence, and the records; with
    --annex also where every figure comes from.
    """
    # Word and pictures take a moment to load; no other command needs them
    from cidesign.memo.agreement import agreement as drafted
    from cidesign.memo.director import director_paper
    from cidesign.memo.memo import memo as told
    from cidesign.memo.profiles import profiles_paper
    from cidesign.report.annex import annex_document
    from cidesign.report.memo import memo_document
    from cidesign.report.paper import paper_document

    known, today = load(), datetime.now(UTC).date().isoformat()
    wanted: tuple[tuple[Path | None, Callable[[Bundle], bytes]], ...] = (
        (agreement, lambda whole: paper_document(drafted(whole, known, made_on=today))),
        (director, lambda whole: paper_document(director_paper(whole, known, made_on=today))),
        (profiles, lambda whole: paper_document(profiles_paper(whole, known, made_on=today))),
        (annex, lambda whole: annex_document(told(whole, known, made_on=today, made_by=made_by))),
        (file, lambda whole: memo_document(told(whole, known, made_on=today, made_by=made_by))),
    )
    for path in (file, agreement, annex, director, profiles):
        if path is not None:
            _look_at(path, ".docx")
    for path, make in wanted:
        if path is not None:
            hand_out(bundle, path, ".docx", make)


@click.command("director-search")
@from_bundle
@click.argument("folder", type=PATH, metavar="DIR")
def director_search(bundle: Path, folder: Path) -> None:
    """Write to a new folder DIR the workshop that chooses the director BUNDLE looks for."""
    from cidesign.views.team.director_search import director_search as made

    write_bundle(made(read_bundle(bundle), load()), folder)
    click.echo(printable(f"The search for a director is now in {folder}."))


def hand_out(bundle: Path, file: Path, ending: str, make: Callable[[Bundle], bytes]) -> None:
    """Make a document of the workshop in ``bundle`` and write it to the new ``file``.

    Args:
        bundle: a folder or a zip.
        file: ends in ``ending``, such as ``.xlsx``; must not be there yet.
        make: from the workshop to the document's bytes; may raise BadInput.

    Raises:
        BadInput: the bundle does not hold, the file is there already, or nothing can be written
            there. Then nothing was written.
    """
    _look_at(file, ending)
    content = make(read_bundle(bundle))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(content, file)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise BadInput(
            [Problem(str(file), f"cannot be written ({said})", "choose another place")]
        ) from error
    click.echo(printable(f"{file} is written, {len(content) // 1024 + 1} KB."))


def _look_at(file: Path, ending: str) -> None:
    if file.suffix.lower() != ending:
        raise BadInput(
            [Problem(str(file), f"does not end in {ending}", f"name a file such as ours{ending}")]
        )
    if file.exists() or file.is_symlink():
        raise BadInput(
            [
                Problem(
                    str(file),
                    "is there already",
                    "name a file that does not exist yet, or delete this one first",
                )
            ]
        )
