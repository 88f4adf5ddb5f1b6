"""One change to a table of the bundle: rows are added, replaced or taken out; other rows and
unknown columns stay, letter for letter.
"""

from collections.abc import Sequence

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import exact
from cidesign.domain.workshop import Bundle
from cidesign.record.bundle import reread
from cidesign.record.written_rows import Cells, WrittenTable, written_table
from cidesign.text import say


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
    return _changed(bundle, file, _read(bundle, file).with_rows(rows, key))


def columns_of(bundle: Bundle, file: str) -> tuple[str, ...]:
    """The columns of a table as it is written; none where it is not there."""
    return tuple(_read(bundle, file).columns)


def without_rows(bundle: Bundle, file: str, where: Cells) -> Bundle:
    """The bundle without the rows whose cells are all as in ``where``.

    Raises:
        BadInput: the changed bundle would not be valid. Nothing was changed.
    """
    before = _read(bundle, file)
    after = before.without(
        lambda row: all(row.get(column, "") == cell for column, cell in where.items())
    )
    return bundle if len(after.rows) == len(before.rows) else _changed(bundle, file, after)


def numbered(bundle: Bundle, file: str, column: str) -> Bundle:
    """The bundle whose rows all bear a number in ``column``: rows without one go on from the
    largest, in the order of the file.

    Raises:
        BadInput: the changed bundle would not be valid. Nothing was changed.
    """
    table = _read(bundle, file)
    if column not in table.columns:
        count = [str(number) for number in range(1, len(table.full) + 1)]
        return _changed(bundle, file, table.with_column(column, count))
    numbers = [int(exact(cell)) for row in table.full if (cell := row.cells.get(column, ""))]
    if len(numbers) == len(table.full):
        return bundle
    number, rows = max(numbers, default=0), []
    for row in table.rows:
        if row.cells and not row.cells.get(column, ""):
            number += 1
            row = table.row({**row.cells, column: str(number)})
        rows.append(row)
    return _changed(
        bundle, file, WrittenTable(table.columns, table.head, tuple(rows), table.ending)
    )


def _read(bundle: Bundle, file: str) -> WrittenTable:
    if not file.endswith(".csv"):
        raise BadInput([Problem(file, say("is no table"), say("name a file that ends in .csv"))])
    if file not in bundle.files:
        return WrittenTable((), "", ())
    return written_table(bundle.files[file], file)


def _changed(bundle: Bundle, file: str, table: WrittenTable) -> Bundle:
    return reread(bundle, {file: table.text().encode("utf-8")})
