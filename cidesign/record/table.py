"""A CSV file as rows with the numbers a spreadsheet shows; the header names the columns, in any
order.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cidesign.domain.nearest import nearest
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.record.brought.grids import MOST_COLUMNS, too_many_columns
from cidesign.record.letters import decoded
from cidesign.text import say

_OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True)
class Row:
    """One row: its number (the header is row 1), and the cells by column, without spaces around
    them.
    """

    number: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """What stands in a column; empty where the table has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True)
class Table:
    """The columns that have a name, in the order of the file, and the rows that are not blank."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def table(
    content: bytes, name: str, *, needs: tuple[str, ...], knows: tuple[str, ...] = ()
) -> Table:
    """The rows of a CSV file.

    Args:
        content: the file's bytes.
        name: how the file is called in problems.
        needs: columns that must be there.
        knows: columns we read where they are there.

    Raises:
        BadInput: unreadable text, another delimiter, a missing or repeated column, rows with more
            or fewer cells than the header.
    """
    text = decoded(content, name)
    problems: list[Problem] = []
    lines = _lines(text, name, problems)
    number, header = next(((number, cells) for number, cells in lines if any(cells)), (1, []))
    if len(header) > MOST_COLUMNS:
        raise too_many_columns(name, len(header))
    _look_at_header(
        header,
        say("{name}: row {number}", name=name, number=number),
        needs,
        (*needs, *knows),
        problems,
    )
    rows = []
    for number, cells in lines:
        if not any(cells):
            continue
        if len(cells) != len(header):
            problems.append(
                _ragged(
                    say("{name}: row {number}", name=name, number=number), len(cells), len(header)
                )
            )
        else:
            rows.append(
                Row(number, {column: cell for column, cell in zip(header, cells) if column})
            )
    if problems:
        raise BadInput(problems)
    return Table(name, tuple(column for column in header if column), tuple(rows))


def _lines(text: str, name: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), strict=True), start=1
        ):
            yield number, [cell.strip() for cell in cells]
    except csv.Error as error:
        what = (
            say("a cell is too long")
            if "field larger" in str(error)
            else say("the quotes do not close, or stand in the middle of a cell")
        )
        problems.append(
            Problem(
                say("{name}: row {number}", name=name, number=number + 1),
                what,
                say('put quotes around the whole cell and double those inside it: "a ""b"" c"'),
            )
        )


def _look_at_header(
    header: list[str],
    where: str,
    needs: tuple[str, ...],
    knows: tuple[str, ...],
    problems: list[Problem],
) -> None:
    missing = [column for column in needs if column not in header]
    for delimiter, called in _OTHER_DELIMITERS.items():
        if (
            missing
            and "," not in "".join(header)
            and any(delimiter in column for column in header)
            and len(header) == 1
        ):
            raise BadInput(
                [
                    Problem(
                        where,
                        say("the columns are separated by {called}", called=called),
                        say("write commas between them, and a point in decimals"),
                    )
                ]
            )
    times = Counter(header)
    twice = dict.fromkeys(column for column in header if column and times[column] > 1)
    problems += [
        Problem(
            where,
            say("column {column} stands twice", column=shown(column)),
            say("delete or rename one of the two"),
        )
        for column in twice
    ]
    spare = [column for column in header if column not in knows]
    for column in missing:
        near = nearest(column, spare)
        remedy = (
            say('rename "{near}" to {column}', near=near, column=column)
            if near
            else say("add it; the header needs {needs}", needs=", ".join(needs))
        )
        problems.append(Problem(where, say("there is no column {column}", column=column), remedy))


def _ragged(where: str, cells: int, columns: int) -> Problem:
    remedy = (
        say("leave blanks as empty cells")
        if cells < columns
        else say("put a text with a comma in quotes, and a point in decimals")
    )
    return Problem(
        where,
        say("has {cells} cells where the header has {columns}", cells=cells, columns=columns),
        remedy,
    )
