"""The command that brings in a table as people have it: it tells what was understood, asks what is
open, and writes only where nothing is.
"""

import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from cidesign.acts.brought import act_for
from cidesign.cli.asking import PATH, Words, as_json
from cidesign.cli.table import paragraph, table, tell
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.record import read_bundle
from cidesign.record.brought import (
    KINDS,
    OPTIONS,
    WHOLE_TABLE,
    Choice,
    Topic,
    Understood,
    understand,
)
from cidesign.record.folder import file_bytes, rewrite_bundle

_HELP = {
    "as": "What kind of table it is: " + ", ".join(one.id for one in KINDS) + ".",
    "sheet": "The sheet to read, by its name; 'each' reads all sheets of one form.",
    "header": "The row in which the names of the columns stand.",
    "column": 'What a column holds, such as "Which organization?"=candidate.',
    "member": 'Whom a name means, such as "A. Reyes"=ana, or =leave-out.',
    "candidate": "Which candidate a name means, or =leave-out.",
    "criterion": "Which criterion a name means, or =leave-out.",
    "partner": "Which partner a name means, or =leave-out.",
    "below": "Whether what a column names holds for the rows below: Sector=yes or =no.",
    "all": "What holds for the whole table, such as member=ana.",
    "cell": "What a cell stands for, such as great=4, or =blank.",
    "decimals": "Which sign parts decimals: point or comma.",
    "twice": "Which of two rows counts: last or first.",
    "row": "Whether a row is read, such as 14=keep or 14=leave-out.",
}


def _answering(command: Callable[..., None]) -> Callable[..., None]:
    """One option for each kind of question there can be."""
    for about in reversed(tuple(OPTIONS)):
        command = click.option(
            f"--{about}",
            f"said_{about}",
            type=Words(),
            multiple=about not in WHOLE_TABLE,
            metavar="ANSWER" if about in WHOLE_TABLE else "WORD=ANSWER",
            help=_HELP[about],
        )(command)
    return command


@click.command()
@click.argument("file", type=PATH)
@click.option(
    "--bundle", type=PATH, required=True, help="The folder or zip of the workshop to bring it to."
)
@_answering
@click.option("--show", is_flag=True, help="Only tell what would be written.")
@as_json
def bring(file: Path, bundle: Path, *, show: bool, as_json: bool, **said: Any) -> None:
    """Bring the table FILE into a bundle: scores, candidates, members, partners, working groups,
    measures, people by group, weights or conflicts, as a CSV, an Excel workbook or an OpenDocument
    spreadsheet. What is open is asked, and then nothing
    is written.
    """
    content, whole = file_bytes(file), read_bundle(bundle)
    found = understand(file.name, content, whole, answers=dict(_answers(said)))
    writes = not show and found.is_ready and found.counts.to_write > 0
    if writes:
        _write(found, whole, bundle)
    if show or found.is_ready or as_json:
        tell(
            _answer(found, written=writes),
            _lines(found, written=writes, show=show),
            as_json=as_json,
        )
    if not show and not found.is_ready:
        raise BadInput([*found.problems, *(_asked(found.name, one) for one in found.questions)])


def _answers(said: dict[str, Any]) -> Iterator[tuple[Topic, str]]:
    for about in OPTIONS:
        given = said[f"said_{about}"]
        if about in WHOLE_TABLE:
            if given is not None:
                yield Topic(about), given
            continue
        for pair in given:
            word, parted, answer = pair.rpartition("=")
            if not parted or not answer:
                raise BadInput(
                    [
                        Problem(
                            f"--{about} {pair}",
                            "gives no answer",
                            f'write --{about} "what stands in the table"=answer',
                        )
                    ]
                )
            yield Topic(about, word), answer


def _asked(name: str, one: Choice) -> Problem:
    options = [one.option(answer) for answer, _ in one.options[:6]]
    more = " and so on" if len(one.options) > 6 else ""
    where = f"{name}: {one.place}" if one.place else name
    return Problem(where, one.ask.rstrip("?.") + "?", "answer with " + " or ".join(options) + more)


def _write(found: Understood, whole: Bundle, path: Path) -> None:
    """Do the act that writes it as the app does, so that the ledger tells it; then write the bundle
    back.
    """
    act = act_for(found)
    with _store() as store:
        id = store.create(whole, came=path.name)
        store.do(id, act, nonce=secrets.token_urlsafe(16))
        rewrite_bundle(whole, store.exported(id), path)


@contextmanager
def _store() -> Iterator[Any]:
    from cidesign.workshop import Store  # the database takes a moment; no other command needs it

    with (
        tempfile.TemporaryDirectory(prefix="cidesign-") as folder,
        Store(f"sqlite:///{Path(folder) / 'store.sqlite3'}") as store,
    ):
        yield store


def _answer(found: Understood, *, written: bool) -> dict[str, Any]:
    return {
        "file": found.name,
        "kind": found.kind or None,
        "sheet": found.sheet or None,
        "shape": found.shape or None,
        "written": written,
        "counts": vars(found.counts),
        "matched": [
            {
                "about": one.topic.about,
                "word": one.topic.word,
                "means": one.chosen,
                "found": one.how.value,
                "where": one.place,
            }
            for one in found.choices
            if not one.is_open
        ],
        "left_out": list(found.left_out),
        "odd": list(found.odd),
        "questions": [
            {
                "about": one.topic.about,
                "word": one.topic.word,
                "where": one.place,
                "ask": one.ask,
                "options": [one.option(answer) for answer, _ in one.options],
            }
            for one in found.questions
        ],
        "problems": [one.line() for one in found.problems],
        "rows": [dict(row) for row in found.rows],
    }


def _lines(found: Understood, *, written: bool, show: bool) -> list[str]:
    kind = next((one.label for one in KINDS if one.id == found.kind), "Unknown kind")
    sheet = f"sheet {found.sheet}" if found.sheet else ""
    head = ", ".join(one for one in (kind, sheet, found.shape) if one)
    columns = [one for one in found.choices if one.topic.about == "column"]
    words = [
        one
        for one in found.choices
        if one.topic.about in ("member", "candidate", "criterion", "all", "cell")
        and one.chosen != one.topic.word
    ]
    lines = [f"{found.name}: {head}."]
    if columns:
        rows = [[one.place, one.topic.word, one.reads or "?"] for one in columns]
        lines += ["", *table(["", "Column", "Holds"], rows, words=3)]
    if words:
        rows = [[one.topic.word, one.reads or "?", one.place] for one in words]
        lines += ["", *table(["In the table", "Means", "Where"], rows, words=3)]
    lines += _paragraph("Left out:", found.left_out)
    lines += _paragraph("Look at:", found.odd)
    lines += _paragraph("Mend:", [one.line() for one in found.problems])
    if found.questions:
        asked = [_asked(found.name, one).line() for one in found.questions]
        lines += _paragraph("Open:", asked)
    ends = (
        "Written."
        if written
        else "Nothing was written."
        if show
        else "Nothing is new; nothing was written."
    )
    return [*lines, *paragraph(f"{found.counted} {ends}")]


def _paragraph(head: str, sentences: Sequence[str]) -> list[str]:
    return paragraph(head, *(f"- {one}" for one in sentences)) if sentences else []
