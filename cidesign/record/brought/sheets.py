"""Any file people keep a table in, as grids: found out by what is in it, not by its name alone."""

from cidesign.record.brought.excel import excel
from cidesign.record.brought.grids import LARGEST_TABLE, Sheets, refused
from cidesign.record.brought.open_document import open_document
from cidesign.record.brought.parts import parts_of
from cidesign.record.brought.separated import separated
from cidesign.text import mark, say

ENDINGS = ("csv", "tsv", "txt", "xlsx", "ods")
"""What a file with a table may end in."""
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", mark("is a PDF")),
    (b"{\\rtf", mark("is a text of a word processor")),
    (b"SQLite format", mark("is a database")),
    (b"\x89PNG", mark("is a picture")),
    (b"\xff\xd8\xff", mark("is a picture")),
    (b"GIF8", mark("is a picture")),
    (b"\x1f\x8b", mark("is packed")),
    (b"Rar!", mark("is packed")),
    (b"7z\xbc\xaf", mark("is packed")),
)


def sheets_in(name: str, content: bytes) -> Sheets:
    """The sheets of a file.

    Args:
        name: as people know it; its ending decides nothing that its first bytes tell better.
        content: its bytes.

    Raises:
        BadInput: one problem: too large, of a kind we do not read, broken, or empty.
    """
    if len(content) > LARGEST_TABLE:
        raise refused(
            name,
            say("holds {size:,} bytes", size=len(content)),
            say("keep files at {most:,} bytes or fewer", most=LARGEST_TABLE),
        )
    if content.startswith(_OLD):
        raise refused(
            name,
            say("is an old or a locked Excel workbook"),
            say("open it, and save it as an Excel workbook (.xlsx) without a password"),
        )
    for begins, what in _OTHERS:
        if content.startswith(begins):
            raise refused(name, say(what), say("bring in the table as CSV, as .xlsx or as .ods"))
    if content.startswith(_ZIPS):
        return _workbook(name, content)
    if content[:600].lstrip().lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise refused(
            name,
            say("is a web page or XML, whatever its name says"),
            say("open it in a spreadsheet, and save it as .xlsx or as CSV UTF-8"),
        )
    if not content.strip():
        raise refused(name, say("is empty"), say("choose the file that holds the table"))
    return separated(name, content)


def _workbook(name: str, content: bytes) -> Sheets:
    parts = parts_of(name, content)
    if parts.has("xl/workbook.xml"):
        found = excel(name, content)
    elif parts.has("content.xml"):
        found = open_document(name, content)
    elif parts.has("xl/workbook.bin"):
        raise refused(
            name,
            say("is a binary Excel workbook (.xlsb)"),
            say("save it as an Excel workbook (.xlsx)"),
        )
    elif parts.has("Index/Document.iwa"):
        raise refused(name, say("is a Numbers spreadsheet"), say("export it as .xlsx or as CSV"))
    else:
        raise refused(
            name, say("is a zip without a table"), say("bring in the table as CSV, .xlsx or .ods")
        )
    if not any(grid.rows for grid in found.grids):
        raise refused(name, say("is empty"), say("choose the file that holds the table"))
    return found
