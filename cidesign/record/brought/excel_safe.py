"""Tables we hand out: they open right in a spreadsheet, nothing in them is worked out, and they
come back as they were.
"""

import csv
import io
from collections.abc import Mapping, Sequence

_MARK = "\ufeff"
_LIVE = ("=", "+", "-", "@", "\t", "\r")
_SHIELD = "'"


def defused(cell: str) -> str:
    """A cell that no spreadsheet works out; numbers stay numbers."""
    if cell.startswith(_LIVE) and not _is_number(cell):
        return _SHIELD + cell
    if cell.startswith(_SHIELD) and cell.lstrip(_SHIELD).startswith(_LIVE):
        return _SHIELD + cell
    return cell


def taken_back(cell: str) -> str:
    """The cell as it was before it was defused."""
    bare = cell.lstrip(_SHIELD)
    if cell.startswith(_SHIELD) and bare.startswith(_LIVE) and not _is_number(bare):
        return cell[1:]
    return cell


def _is_number(cell: str) -> bool:
    bare = cell[1:].replace(".", "", 1).replace(",", "")
    return bare.isascii() and bare.isdigit()


def for_excel(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """A table as CSV that a spreadsheet opens right by a double click."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([defused(column) for column in columns])
    for row in rows:
        writer.writerow([defused(row.get(column, "")) for column in columns])
    return (_MARK + text.getvalue()).encode("utf-8")
