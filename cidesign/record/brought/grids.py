"""A table as it lies in a file: cells in rows and columns, and what a reader should know about how
they came there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say

LARGEST_TABLE = 5 * 1024 * 1024
MOST_ROWS = 50_000
MOST_LISTED = 5_000
MOST_COLUMNS = 1_000
MOST_CELLS = 400_000
LONGEST_CELL = 20_000
"""A table of forty raters, thirty candidates and twenty criteria has 24,000 rows; beyond these it
is something else.
"""

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """One sheet.

    Args:
        name: of the sheet; empty where the file is one table.
        rows: text by row and column, as a spreadsheet counts them; blank cells at the end of a row
            are left out, and so are blank rows at the end.
        merged: (row, column, last row, last column) of cells that were joined; each of them holds
            what the first does.
        formulas: (row, column) of cells that are worked out; they hold the value last seen.
        hidden_rows: places of rows that nobody sees.
        hidden_columns: likewise.
        hidden: whether nobody sees the whole sheet.
    """

    name: str
    rows: tuple[Cells, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False

    @property
    def width(self) -> int:
        """How many columns hold something."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> str:
        """What stands there; empty outside the table."""
        if not 0 <= row < len(self.rows):
            return ""
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else ""


@dataclass(frozen=True)
class Sheets:
    """The sheets of a file in their order, and what was odd about reading it, as sentences.

    ``separator``: between cells; empty for a workbook.
    """

    grids: tuple[Grid, ...]
    told: tuple[str, ...] = ()
    separator: str = ""


def column_name(place: int) -> str:
    """The letters a spreadsheet gives to a column: 0 is A, 27 is AB."""
    letters, place = "", place + 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def refused(name: str, what: str, remedy: str) -> BadInput:
    """One problem with a whole file."""
    return BadInput([Problem(name, what, remedy)])


def too_many_columns(name: str, count: int) -> BadInput:
    """More columns than any table of this job has."""
    return refused(
        name,
        say("has {count:,} columns", count=count),
        say("keep it at {most:,} columns or fewer", most=MOST_COLUMNS),
    )


def too_many_rows(name: str) -> BadInput:
    """More rows than any table of this job has."""
    return refused(
        name,
        say("has more than {most:,} rows", most=MOST_ROWS),
        say("bring it in as several smaller tables"),
    )


def too_many_listed(name: str, count: int) -> BadInput:
    """More rows than a list of people or organizations has."""
    return refused(
        name,
        say("has {count:,} rows", count=count),
        say("a list of people or organizations has at most {most:,}", most=MOST_LISTED),
    )


def too_many_cells(name: str) -> BadInput:
    """More cells than any table of this job has."""
    return refused(
        name,
        say("has more than {most:,} cells", most=MOST_CELLS),
        say("bring it in as several smaller tables"),
    )


def too_long(name: str, row: int) -> BadInput:
    """A cell no person can have typed."""
    return refused(
        say("{name}: row {row}", name=name, row=row + 1),
        say("a cell holds more than {most:,} letters", most=LONGEST_CELL),
        say("shorten it, or keep the text in a file of its own"),
    )


def trimmed(rows: Iterable[Iterable[str]]) -> tuple[Cells, ...]:
    """Rows without blank cells and blank rows at their ends; spaces around a cell are no part of
    it.
    """
    kept: list[Cells] = []
    last = 0
    for row in rows:
        cells = [cell.strip() for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        kept.append(tuple(cells))
        if cells:
            last = len(kept)
    return tuple(kept[:last])
