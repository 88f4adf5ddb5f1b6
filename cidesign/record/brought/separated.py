"""Text with a separator between cells, such as CSV: its letters, its separator, its rows."""

import csv
import io
from collections import Counter

from cidesign.record.brought.excel_safe import taken_back
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
    trimmed,
)
from cidesign.text import mark, say

_SEPARATORS = (",", ";", "\t", "|")
_SAVE = mark("save it as CSV UTF-8 or as an Excel workbook (.xlsx)")
_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"))
_LOOKED_AT = 60


def separated(name: str, content: bytes) -> Sheets:
    """The one table of a text file.

    Raises:
        BadInput: no text, nothing in it, open quotes, or larger than a table of this job can be.
    """
    text, told = _letters(name, content)
    text, said = _own_separator(text)
    separator = said or _separator(text, name)
    rows: list[list[str]] = []
    cells = 0
    if said:
        rows.append([])
    _look_at_width(text, separator, name)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            if len(row) > MOST_COLUMNS and any(cell.strip() for cell in row[MOST_COLUMNS:]):
                raise too_many_columns(name, len(row))
            row = row[:MOST_COLUMNS]
            if any(len(cell) > LONGEST_CELL for cell in row):
                raise too_long(name, len(rows))
            rows.append(row)
            cells += len(row)
            if len(rows) > MOST_ROWS:
                raise too_many_rows(name)
            if cells > MOST_CELLS:
                raise too_many_cells(name)
    except csv.Error as error:
        raise refused(
            say("{name}: row {row}", name=name, row=len(rows) + 1),
            say("a cell is too long")
            if "field larger" in str(error)
            else say("the quotes do not close, or stand in the middle of a cell"),
            say('put quotes around the whole cell and double those inside it: "a ""b"" c"'),
        ) from error
    grid = Grid("", trimmed([taken_back(cell) for cell in row] for row in rows))
    if not grid.rows:
        raise refused(name, say("is empty"), say("choose the file that holds the table"))
    return Sheets((grid,), tuple(told), separator)


def _letters(name: str, content: bytes) -> tuple[str, list[str]]:
    for begins, encoding in _MARKS:
        if content.startswith(begins):
            raise refused(name, say("is {encoding} text", encoding=encoding.upper()), say(_SAVE))
    wide = _wide(content)
    if wide:
        try:
            return content.decode(wide).removeprefix("\ufeff"), [
                say("The letters are written as UTF-16, as some spreadsheets do; they were read.")
            ]
        except UnicodeDecodeError as error:
            raise refused(name, say("is no whole UTF-16 text"), say(_SAVE)) from error
    if b"\x00" in content:
        raise refused(name, say("holds zero bytes, so it is no table of text"), say(_SAVE))
    try:
        return content.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refused(
            name,
            say("byte {byte:#04x} is no letter we can read", byte=content[error.start]),
            say(_SAVE),
        ) from error
    return text, [
        say(
            "The letters were read as Western European (Windows-1252), because they are no UTF-8; "
            "look at names with accents."
        )
    ]


def _wide(content: bytes) -> str:
    """UTF-16 by its mark, or by zero bytes in every second place."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    first = content[:400]
    if len(first) < 8 or len(content) % 2:
        return ""
    even, odd = first[0::2].count(0), first[1::2].count(0)
    if odd > len(first) * 0.4 and not even:
        return "utf-16-le"
    if even > len(first) * 0.4 and not odd:
        return "utf-16-be"
    return ""


def _own_separator(text: str) -> tuple[str, str]:
    """Excel's own first line ``sep=;`` taken off; the separator it names, or none."""
    first, _, rest = text.partition("\n")
    bare = first.strip().strip('"')
    if bare.lower().startswith("sep=") and len(bare) <= 5:
        return rest, bare[4:] or "\t"
    return text, ""


def _separator(text: str, name: str) -> str:
    """The separator with which most lines have equally many cells, and most of them."""
    ends = [place for place, letter in enumerate(text[:200_000]) if letter == "\n"]
    sample = text[: ends[min(len(ends), _LOOKED_AT) - 1] + 1] if ends else text[:200_000]

    def fit(separator: str) -> tuple[float, int]:
        try:
            rows = [
                row
                for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
                if any(cell.strip() for cell in row)
            ]
        except csv.Error:
            return 0, 0
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            return 0, 0
        width, times = max(widths.items(), key=lambda one: (one[1], one[0]))
        return times / len(rows) + min(width, 12) / 24, times

    best = max(_SEPARATORS, key=fit)
    if fit(best) == (0, 0):
        return "\t" if name.lower().endswith(".tsv") else ","
    return best


def _look_at_width(text: str, separator: str, name: str) -> None:
    """A line with tens of thousands of separators is told before it is taken apart."""
    for line in text[:2_000_000].split("\n", 200)[:200]:
        if line.count(separator) > 20 * MOST_COLUMNS:
            raise too_many_columns(name, line.count(separator) + 1)
