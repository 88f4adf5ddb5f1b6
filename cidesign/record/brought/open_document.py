"""An OpenDocument spreadsheet (.ods) as grids: values as they were last shown."""

from collections.abc import Mapping

from cidesign.record.brought.excel import MOST_SHEETS
from cidesign.record.brought.grids import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    Sheets,
    refused,
    too_long,
    too_many_cells,
    too_many_columns,
    too_many_rows,
)
from cidesign.record.brought.number_formats import Shows, written_number
from cidesign.record.brought.parts import parts_of
from cidesign.record.brought.sheet_in_making import SheetInMaking
from cidesign.text import say

_CONTENT = "content.xml"


def open_document(name: str, content: bytes) -> Sheets:
    """The sheets of an OpenDocument spreadsheet.

    Raises:
        BadInput: no whole spreadsheet, locked, or larger than a table of this job can be.
    """
    parts = parts_of(name, content)
    if not parts.has(_CONTENT):
        raise refused(
            name,
            say("is no OpenDocument spreadsheet"),
            say("save it as .ods, as .xlsx or as CSV UTF-8"),
        )
    reading = _Reading(name)
    parts.walk(_CONTENT, reading.start, reading.end, reading.letters)
    if not reading.sheets:
        raise refused(name, say("holds no sheet with cells"), say("save the table as CSV UTF-8"))
    grids: list[Grid] = [sheet.grid(name) for sheet in reading.sheets]
    return Sheets(tuple(grids))


class _Reading:
    """Where the walk through the content stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheets: list[SheetInMaking] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.row = self.column = self.cells = 0
        self.row_times = self.times = 1
        self.given: Mapping[str, str] = {}
        self.text: list[str] = []
        self.paragraphs = 0
        self.depth = 0
        self.aside = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "style":
            self.style = given.get("name", "")
        elif tag == "table-properties" and given.get("display") == "false":
            self.hidden_styles.add(self.style)
        elif tag == "table":
            self.depth += 1
            if self.depth == 1:
                self._sheet(given)
        elif self.depth != 1:
            return
        elif tag == "table-column":
            self._columns(given)
        elif tag == "table-row":
            self.row_times, self.column = _times(given, "number-rows-repeated"), 0
            if given.get("visibility") in ("collapse", "filter") and self.row < MOST_ROWS:
                self.sheets[-1].hidden_rows.add(self.row)
        elif tag in ("table-cell", "covered-table-cell"):
            self.given, self.times = given, _times(given, "number-columns-repeated")
            self.text, self.paragraphs = [], 0
        elif tag in ("annotation", "shapes"):
            self.aside += 1
        elif tag == "p" and not self.aside:
            self.paragraphs += 1
            if self.paragraphs > 1:
                self.text.append("\n")
        elif tag in ("s", "tab", "line-break") and not self.aside:
            self.text.append(" " * min(_times(given, "c"), 100))

    def letters(self, text: str) -> None:
        """Text inside an element."""
        if self.depth == 1 and self.paragraphs and not self.aside:
            self.text.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "table":
            self.depth -= 1
        elif self.depth != 1:
            return
        elif tag in ("annotation", "shapes"):
            self.aside -= 1
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell(covered=tag.startswith("covered"))
        elif tag == "table-row":
            self._row_ends()

    def _sheet(self, given: Mapping[str, str]) -> None:
        if len(self.sheets) >= MOST_SHEETS:
            raise refused(
                self.name,
                say("has more than {most} sheets", most=MOST_SHEETS),
                say("keep only the sheets with the table"),
            )
        hidden = given.get("style-name", "") in self.hidden_styles
        self.sheets.append(SheetInMaking(given.get("name", ""), hidden=hidden))
        self.row, self.columns = 0, 0

    def _columns(self, given: Mapping[str, str]) -> None:
        first = self.columns
        self.columns = min(first + _times(given, "number-columns-repeated"), MOST_COLUMNS)
        if given.get("visibility") in ("collapse", "filter"):
            self.sheets[-1].hidden_columns.update(range(first, self.columns))

    def _cell(self, *, covered: bool) -> None:
        sheet, text = self.sheets[-1], _cell_text(self.given, "".join(self.text))
        where = say("{name}: sheet {sheet}", name=self.name, sheet=sheet.name)
        if text.strip() and not covered:
            if self.column + self.times > MOST_COLUMNS:
                raise too_many_columns(where, self.column + self.times)
            if self.row >= MOST_ROWS:
                raise too_many_rows(where)
            if len(text) > LONGEST_CELL:
                raise too_long(where, self.row)
            self.cells += self.times
            if self.cells > MOST_CELLS:
                raise too_many_cells(self.name)
            for column in range(self.column, self.column + self.times):
                sheet.put(self.row, column, text)
            if "formula" in self.given:
                sheet.formulas.add((self.row, self.column))
            wide = _times(self.given, "number-columns-spanned")
            high = _times(self.given, "number-rows-spanned")
            if (wide > 1 or high > 1) and len(sheet.merged) < 5_000:
                sheet.merged.append(
                    (self.row, self.column, self.row + high - 1, self.column + wide - 1)
                )
        self.column += self.times

    def _row_ends(self) -> None:
        sheet = self.sheets[-1]
        cells = sheet.cells.get(self.row)
        if cells and self.row_times > 1:
            if self.row + self.row_times > MOST_ROWS:
                raise too_many_rows(say("{name}: sheet {sheet}", name=self.name, sheet=sheet.name))
            self.cells += len(cells) * (self.row_times - 1)
            if self.cells > MOST_CELLS:
                raise too_many_cells(self.name)
            for row in range(self.row + 1, self.row + self.row_times):
                sheet.cells[row] = dict(cells)
        self.row += self.row_times


def _times(given: Mapping[str, str], key: str) -> int:
    text = given.get(key, "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _cell_text(given: Mapping[str, str], shown: str) -> str:
    kind = given.get("value-type", "")
    if kind in ("float", "currency"):
        return written_number(given.get("value", "")[:400], Shows.NUMBER)
    if kind == "percentage":
        return written_number(given.get("value", "")[:400], Shows.PERCENT)
    if kind == "date":
        return given.get("date-value", "")[:10]
    if kind == "boolean":
        return given.get("boolean-value", "").upper()
    return shown
