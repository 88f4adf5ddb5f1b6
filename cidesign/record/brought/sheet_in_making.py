"""A sheet while its cells are read one after the other."""

import re
from dataclasses import dataclass, field

from cidesign.record.brought.grids import MOST_CELLS, Grid, too_many_cells, trimmed

_JOINED = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass
class SheetInMaking:
    """Cells by row and column; nothing is laid out before all of it was counted."""

    name: str
    hidden: bool = False
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, text: str) -> None:
        """A cell that holds something."""
        self.cells.setdefault(row, {})[column] = text

    def merge(self, reference: str) -> None:
        """Cells that are joined, such as B2:D2; beyond a few thousand no hand joined them."""
        found = _JOINED.fullmatch(reference)
        if found and len(self.merged) < 5_000:
            first, last = _place(found[1]), _place(found[3])
            self.merged.append((int(found[2]) - 1, first, int(found[4]) - 1, last))

    def grid(self, name: str) -> Grid:
        """The sheet laid out; each of joined cells holds what the first does.

        Raises:
            BadInput: it would have more cells than a table of this job can have.
        """
        last_row = max(self.cells, default=-1)
        last_column = max((max(row) for row in self.cells.values()), default=-1)
        left_to_fill = MOST_CELLS
        for top, left, bottom, right in dict.fromkeys(self.merged):
            text = self.cells.get(top, {}).get(left, "")
            bottom, right = min(bottom, last_row), min(right, last_column)
            left_to_fill -= max(0, bottom - top + 1) * max(0, right - left + 1)
            if left_to_fill < 0:
                raise too_many_cells(name)
            if not text:
                continue
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    self.cells.setdefault(row, {}).setdefault(column, text)
        if sum(max(row) + 1 for row in self.cells.values() if row) > 4 * MOST_CELLS:
            raise too_many_cells(name)
        blank: tuple[str, ...] = ()
        rows = []
        for place in range(last_row + 1):
            cells = self.cells.get(place)
            rows.append(
                tuple(cells.get(column, "") for column in range(max(cells) + 1)) if cells else blank
            )
        return Grid(
            self.name,
            trimmed(rows),
            tuple(self.merged),
            frozenset(self.formulas),
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            self.hidden,
        )


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
