"""How every sheet of the workbook looks: columns, headings, number formats, yellow inputs, print;
and how words stay words.

Text that people typed is never a formula: ``words`` marks its cell as text, whatever sign it begins
with.
"""

from collections.abc import Collection, Iterable, Sequence
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cidesign.domain.legible import legible

USD = "#,##0.00;[Red]-#,##0.00"
SHARE = "0.0%"
HOURS = "#,##0.0"
PLAIN = "0.00##"
POINTS = "0.0"
LONGEST = 32_000

_FAMILY = "Calibri"
_LINE_HEIGHT = 1.4
_YELLOW = PatternFill("solid", fgColor="FFF4C2")
_TINT = PatternFill("solid", fgColor="EEF4F5")
_LINE = Side(style="thin", color="C9CCCB")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def sheet(book: Workbook, title: str, widths: Sequence[int], *, wide: bool = False) -> Worksheet:
    """A new sheet with columns this wide (in letters), printed on as many pages as it is long and
    one across.
    """
    made: Worksheet = book.create_sheet(title)
    for place, width in enumerate(widths, start=1):
        made.column_dimensions[get_column_letter(place)].width = width
    made.sheet_view.showGridLines = False
    made.page_setup.orientation = "landscape" if wide else "portrait"
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
    made.sheet_properties.pageSetUpPr.fitToPage = True
    made.oddFooter.left.text, made.oddFooter.right.text = "&A", "&P / &N"
    return made


def words(
    cell: Cell,
    text: str,
    *,
    bold: bool = False,
    size: int = 11,
    muted: bool = False,
    wrap: bool = False,
) -> Cell:
    """Put text into a cell as text: it is never computed and holds no sign a file cannot hold."""
    kept = legible(ILLEGAL_CHARACTERS_RE.sub(" ", str(text)))[:LONGEST]
    cell.value = kept
    cell.data_type = "s"
    if kept.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True
    cell.font = Font(name=_FAMILY, bold=bold, size=size, color="55606B" if muted else "1A2129")
    cell.alignment = Alignment(
        wrap_text=wrap,
        vertical="top",
        horizontal="left",
        indent=1 if muted and cell.column > 1 else 0,
    )
    _make_room(cell, kept, size, wrap=wrap)
    return cell


def _make_room(cell: Cell, text: str, size: int, *, wrap: bool) -> None:
    """A row as high as its words need: spreadsheet programs do not all find that out by
    themselves.
    """
    made = cell.parent
    letters = made.column_dimensions[get_column_letter(cell.column)].width * 1.1
    lines = ceil(len(text) / letters) if wrap else 1
    wanted = lines * size * _LINE_HEIGHT
    if lines > 1 or size > 11:
        row = made.row_dimensions[cell.row]
        row.height = max(row.height or 0, wanted)


def number(
    cell: Cell, value: Any, format: str, *, yellow: bool = False, bold: bool = False
) -> Cell:
    """Put a figure or a formula of ours into a cell."""
    cell.value = value
    cell.number_format = format
    cell.alignment = Alignment(horizontal="right", vertical="top")
    cell.font = Font(name=_FAMILY, bold=bold, color="1A2129")
    if yellow:
        cell.fill = _YELLOW
        cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    return cell


def title(made: Worksheet, text: str, note: str = "") -> int:
    """The heading of a sheet and its note; gives the next free row."""
    words(made.cell(1, 1), text, bold=True, size=16)
    if note:
        words(made.cell(2, 1), note, muted=True)
    return 4


def section(made: Worksheet, row: int, text: str, columns: int) -> int:
    """A heading inside a sheet; gives the next row."""
    words(made.cell(row, 1), text, bold=True, size=12)
    for place in range(1, columns + 1):
        made.cell(row, place).border = Border(bottom=_LINE)
    return row + 1


def headings(
    made: Worksheet,
    row: int,
    texts: Sequence[str],
    *,
    figures: Collection[int] = (),
    freeze: bool = True,
) -> int:
    """The line of column headings, repeated on each printed page and kept in sight; gives the next
    row.

    Args:
        figures: columns that hold figures; their headings stand at the right, above them.
    """
    for place, text in enumerate(texts, start=1):
        cell = words(made.cell(row, place), text, bold=True, wrap=True)
        cell.fill = _TINT
        at_right = place in figures
        cell.alignment = Alignment(
            horizontal="right" if at_right else "left",
            vertical="top",
            wrap_text=True,
            indent=int(place > 1 and not at_right),
        )
    if freeze:
        made.freeze_panes = made.cell(row + 1, 2)
        made.print_title_rows = f"{row}:{row}"
    return row + 1


def total(made: Worksheet, row: int, columns: Iterable[int]) -> None:
    """Draw the line over a sum."""
    for place in columns:
        cell = made.cell(row, place)
        cell.border = Border(top=_LINE)
        cell.font = Font(name=_FAMILY, bold=True, color="1A2129")


def paragraph(made: Worksheet, row: int, lines: Iterable[str]) -> int:
    """Sentences below each other in the first column; gives the next free row."""
    for line in lines:
        words(made.cell(row, 1), line)
        row += 1
    return row + 1


def summed(cells: Iterable[str]) -> str:
    """Cells or amounts added up, as the inside of a formula; 0 where there is nothing to add."""
    return "+".join(cells) or "0"


def quoted(text: str) -> str:
    """Text inside a formula."""
    return '"' + text.replace('"', '""') + '"'
