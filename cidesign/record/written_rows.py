"""A CSV table as it was written: rows are added behind what stands there, letter for letter, and
one that changes is the only one written anew.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cidesign.record.letters import decoded

Cells = Mapping[str, str]
_MARK = "\ufeff"
"""Spreadsheets begin a file with it; it stays where it stood."""


@dataclass(frozen=True)
class WrittenRow:
    """One row: its text with the line's end, and its cells by column."""

    text: str
    cells: dict[str, str]


@dataclass(frozen=True)
class WrittenTable:
    """A table's columns, what stands before its header and the header itself, its rows, and how
    its lines end. Blank lines are rows without cells.
    """

    columns: tuple[str, ...]
    head: str
    rows: tuple[WrittenRow, ...]
    ending: str = "\n"

    @property
    def full(self) -> tuple[WrittenRow, ...]:
        """The rows that are not blank."""
        return tuple(row for row in self.rows if row.cells)

    def with_columns(self, more: Iterable[str]) -> "WrittenTable":
        """The table with these columns at the end where it lacks them; their cells are blank."""
        new = [column for column in dict.fromkeys(more) if column not in self.columns]
        if not new:
            return self
        if not self.columns:
            return WrittenTable(tuple(new), _line(new, self.ending), self.rows, self.ending)
        blank = dict.fromkeys(new, "")
        rows = [
            WrittenRow(_longer(row.text, [""] * len(new)), {**row.cells, **blank})
            if row.cells
            else row
            for row in self.rows
        ]
        return WrittenTable(
            (*self.columns, *new), _longer(self.head, new), tuple(rows), self.ending
        )

    def with_column(self, column: str, cells: Sequence[str]) -> "WrittenTable":
        """The table with one more column at its end, a cell for each row that is not blank."""
        left = iter(cells)
        rows = []
        for row in self.rows:
            if row.cells:
                cell = next(left)
                row = WrittenRow(_longer(row.text, [cell]), {**row.cells, column: cell})
            rows.append(row)
        head = _longer(self.head, [column])
        return WrittenTable((*self.columns, column), head, tuple(rows), self.ending)

    def with_rows(self, rows: Iterable[Cells], key: Sequence[str] = ()) -> "WrittenTable":
        """The table with these rows: at the end, or, with a key, in place of the row that has it;
        cells nobody gives stay, or are blank in a new row.
        """
        rows = list(rows)
        wide = self.with_columns(column for row in rows for column in row)
        kept = list(wide.rows)
        places: dict[tuple[str, ...], int] = {}
        for number, one in enumerate(kept):
            if key and one.cells:
                places.setdefault(_key(one.cells, key), number)
        for row in rows:
            place = places.get(_key(row, key)) if key else None
            if place is None:
                if key:
                    places[_key(row, key)] = len(kept)
                kept.append(wide.row(row))
            else:
                kept[place] = wide.row({**kept[place].cells, **row})
        return WrittenTable(wide.columns, wide.head, tuple(kept), wide.ending)

    def without(self, gone: Callable[[Cells], bool]) -> "WrittenTable":
        """The table without some of its rows."""
        kept = tuple(row for row in self.rows if not row.cells or not gone(row.cells))
        return WrittenTable(self.columns, self.head, kept, self.ending)

    def row(self, cells: Cells) -> WrittenRow:
        """A row as we write it: one line, spaces closed up."""
        told = {column: " ".join(cells.get(column, "").split()) for column in self.columns}
        return WrittenRow(_line(list(told.values()), self.ending), told)

    def text(self) -> str:
        """The whole table; a row behind one that lacks its line's end begins a line of its own."""
        parts = [self.head, *(row.text for row in self.rows)]
        return "".join(
            part
            if place == len(parts) - 1 or part.endswith("\n") or not part
            else part + self.ending
            for place, part in enumerate(parts)
        )


def written_table(content: bytes, name: str) -> WrittenTable:
    """A table as it was written.

    Raises:
        BadInput: the bytes are no text.
    """
    text = decoded(content, name)
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(iter(lines))
    head, columns, rows, at = "", None, [], 0
    for cells in reader:
        said, at = "".join(lines[at : reader.line_num]), reader.line_num
        stripped = [cell.strip() for cell in cells]
        if columns is None:
            head += said
            columns = stripped if any(stripped) else None
        else:
            full = any(stripped)
            rows.append(WrittenRow(said, dict(zip(columns, stripped)) if full else {}))
    ending = "\r\n" if head.endswith("\r\n") else "\n"
    head = _MARK + head if content.startswith(_MARK.encode()) else head
    return WrittenTable(tuple(columns or ()), head, tuple(rows), ending)


def extended(content: bytes | None, rows: Sequence[Cells]) -> bytes:
    """A table with rows at its end; what stood there stays as it is, but for columns it lacked."""
    before = written_table(content, "") if content else WrittenTable((), "", ())
    return before.with_rows(rows).text().encode("utf-8")


def _key(cells: Cells, key: Sequence[str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in key)


def _line(cells: Sequence[str], ending: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=ending).writerow(cells)
    return text.getvalue()


def _longer(line: str, cells: Sequence[str]) -> str:
    bare = line.rstrip("\r\n")
    more = io.StringIO(newline="")
    csv.writer(more, lineterminator="").writerow(["", *cells])
    return f"{bare}{more.getvalue()}{line[len(bare) :]}"
