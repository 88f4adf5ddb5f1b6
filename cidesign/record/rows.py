"""One change to a table of the bundle: rows are added, replaced or taken out; other rows and
unknown columns stay.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import exact
from cidesign.domain.workshop import Bundle
from cidesign.record.bundle import read_files
from cidesign.record.letters import decoded
from cidesign.text import say

Cells = Mapping[str, str]


def with_rows(
    bundle: Bundle, file: str, rows: Sequence[Cells], *, key: Sequence[str] = ()
) -> Bundle:
    """The bundle with these rows in one CSV table; a file that is not there begins with the columns
    of the first row.

    Args:
        bundle: stays as it was.
        file: path of a ``.csv`` file inside the bundle.
        rows: cells by column; a column the table lacks is added, cells nobody gives stay as they
            were, or blank in a new row.
        key: columns that name a row; a row with the same key is changed in its place. Without:
            every row is added at the end.

    Raises:
        BadInput: the changed bundle would not be valid. Nothing was changed.
    """
    columns, kept = _read(bundle, file)
    columns += [
        column
        for column in dict.fromkeys(column for row in rows for column in row)
        if column not in columns
    ]
    for row in rows:
        same = next(
            (
                one
                for one in kept
                if key and all(one.get(column, "") == row.get(column, "") for column in key)
            ),
            None,
        )
        if same is None:
            kept.append(dict(row))
        else:
            same.update(row)
    return _written(bundle, file, columns, kept)


def without_rows(bundle: Bundle, file: str, where: Cells) -> Bundle:
    """The bundle without the rows whose cells are all as in ``where``.

    Raises:
        BadInput: the changed bundle would not be valid. Nothing was changed.
    """
    columns, kept = _read(bundle, file)
    left = [
        row for row in kept if any(row.get(column, "") != cell for column, cell in where.items())
    ]
    return bundle if len(left) == len(kept) else _written(bundle, file, columns, left)


def numbered(bundle: Bundle, file: str, column: str) -> Bundle:
    """The bundle whose rows all bear a number in ``column``: rows without one go on from the
    largest, in the order of the file.

    Raises:
        BadInput: the changed bundle would not be valid. Nothing was changed.
    """
    columns, kept = _read(bundle, file)
    without = [row for row in kept if not row.get(column, "")]
    if not without:
        return bundle
    largest = max((int(exact(cell)) for row in kept if (cell := row.get(column, ""))), default=0)
    for number, row in enumerate(without, start=largest + 1):
        row[column] = str(number)
    return _written(bundle, file, [*columns, *([] if column in columns else [column])], kept)


def _read(bundle: Bundle, file: str) -> tuple[list[str], list[dict[str, str]]]:
    if not file.endswith(".csv"):
        raise BadInput([Problem(file, say("is no table"), say("name a file that ends in .csv"))])
    if file not in bundle.files:
        return [], []
    lines = [
        [cell.strip() for cell in line]
        for line in csv.reader(io.StringIO(decoded(bundle.files[file], file), newline=""))
    ]
    full = [line for line in lines if any(line)]
    return (full[0], [dict(zip(full[0], line)) for line in full[1:]]) if full else ([], [])


def _written(bundle: Bundle, file: str, columns: Sequence[str], rows: Sequence[Cells]) -> Bundle:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([" ".join(row.get(column, "").split()) for column in columns] for row in rows)
    return read_files({**bundle.files, file: text.getvalue().encode("utf-8")})
