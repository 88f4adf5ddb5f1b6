"""An Excel workbook (.xlsx) as grids: values as they were last shown. Formulas are not worked out,
macros and links to other files are never followed.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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
from cidesign.record.brought.number_formats import Shows, shows, written_number
from cidesign.record.brought.parts import Parts, parts_of
from cidesign.record.brought.sheet_in_making import SheetInMaking
from cidesign.text import say, say_count

_BOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
MOST_SHEETS = 100


def excel(name: str, content: bytes) -> Sheets:
    """The sheets of a workbook.

    Raises:
        BadInput: no whole workbook, locked, or larger than a table of this job can be.
    """
    parts = parts_of(name, content)
    book = _book(parts)
    texts = _shared_texts(parts, book.texts) if book.texts else []
    formats = _formats(parts, book.styles) if book.styles else []
    grids, blank = [], 0
    budget = MOST_CELLS
    for sheet in book.sheets:
        grid, unseen = _grid(parts, sheet, texts, formats, from_1904=book.from_1904, most=budget)
        budget -= sum(len(row) for row in grid.rows)
        blank += unseen
        grids.append(grid)
    told = []
    if blank:
        told.append(
            say_count(
                "{count} formula holds no value, because no spreadsheet has worked it out; its "
                "cell was read as blank.",
                "{count} formulas hold no value, because no spreadsheet has worked them out; their "
                "cells were read as blank.",
                blank,
                count=blank,
            )
        )
    if parts.has("xl/vbaProject.bin"):
        told.append(say("The workbook holds macros; they were left alone."))
    if any("externalLink" in part for part in parts.packed.namelist()):
        told.append(say("The workbook links to other files; none of them was opened."))
    return Sheets(tuple(grids), tuple(told))


@dataclass
class _Sheet:
    name: str
    part: str
    hidden: bool


@dataclass
class _Book:
    sheets: list[_Sheet] = field(default_factory=list)
    texts: str = ""
    styles: str = ""
    from_1904: bool = False


def _book(parts: Parts) -> _Book:
    if not parts.has(_BOOK):
        raise refused(
            parts.name,
            say("is no Excel workbook"),
            say("save it as an Excel workbook (.xlsx) or as CSV UTF-8"),
        )
    targets, kinds = _relations(parts)
    book = _Book()

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag == "workbookPr":
            book.from_1904 = given.get("date1904", "").lower() in ("1", "true")
        if tag == "sheet":
            part = targets.get(given.get("id", ""), "")
            hidden = given.get("state", "visible") != "visible"
            if parts.has(part) and kinds.get(part) == "worksheet":
                book.sheets.append(_Sheet(given.get("name", ""), part, hidden))
            if len(book.sheets) > MOST_SHEETS:
                raise refused(
                    parts.name,
                    say("has more than {most} sheets", most=MOST_SHEETS),
                    say("keep only the sheets with the table"),
                )

    parts.walk(_BOOK, start)
    by_kind = {kind: part for part, kind in kinds.items() if parts.has(part)}
    book.texts, book.styles = by_kind.get("sharedStrings", ""), by_kind.get("styles", "")
    if not book.sheets:
        raise refused(
            parts.name, say("holds no sheet with cells"), say("save the table as CSV UTF-8")
        )
    return book


def _relations(parts: Parts) -> tuple[dict[str, str], dict[str, str]]:
    """Part by relation, and what each part is."""
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            part = posixpath.normpath(part)
            targets[given.get("Id", "")] = part
            kinds[part] = given.get("Type", "").rpartition("/")[2]

    parts.walk("xl/_rels/workbook.xml.rels", start)
    return targets, kinds


def _shared_texts(parts: Parts, part: str) -> list[str]:
    texts: list[str] = []
    now: list[str] = []
    state = {"t": False, "phonetic": False}

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag == "si":
            now.clear()
        state["phonetic"] = tag == "rPh" or (state["phonetic"] and tag == "t")
        state["t"] = tag == "t" and not state["phonetic"]

    def letters(text: str) -> None:
        if state["t"]:
            now.append(text)

    def end(tag: str) -> None:
        if tag == "t":
            state["t"] = False
        if tag == "rPh":
            state["phonetic"] = False
        if tag == "si":
            texts.append(_unescaped("".join(now))[: LONGEST_CELL + 1])
            if len(texts) > MOST_CELLS:
                raise too_many_cells(parts.name)

    parts.walk(part, start, end, letters)
    return texts


def _formats(parts: Parts, part: str) -> list[Shows]:
    codes: dict[int, str] = {}
    formats: list[Shows] = []
    inside = {"cells": False}

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag == "numFmt" and len(codes) < MOST_CELLS:
            codes[_whole(given.get("numFmtId"))] = given.get("formatCode", "")[:300]
        if tag == "cellXfs":
            inside["cells"] = True
        if tag == "xf" and inside["cells"] and len(formats) < MOST_CELLS:
            number = _whole(given.get("numFmtId"))
            formats.append(shows(number, codes.get(number, "")))

    def end(tag: str) -> None:
        if tag == "cellXfs":
            inside["cells"] = False

    parts.walk(part, start, end)
    return formats


def _grid(
    parts: Parts,
    sheet: _Sheet,
    texts: list[str],
    formats: list[Shows],
    *,
    from_1904: bool,
    most: int,
) -> tuple[Grid, int]:
    made = SheetInMaking(sheet.name, hidden=sheet.hidden)
    where = say("{name}: sheet {sheet}", name=parts.name, sheet=sheet.name)
    now: dict[str, str] = {}
    value: list[str] = []
    at = {"row": -1, "column": -1, "taking": 0, "formula": 0, "cells": 0, "blank": 0}

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag == "row":
            at["row"] = _whole(given.get("r"), at["row"] + 2) - 1
            at["column"] = -1
            if given.get("hidden") in ("1", "true"):
                made.hidden_rows.add(at["row"])
        elif tag == "c":
            found = _REFERENCE.fullmatch(given.get("r", ""))
            at["column"] = _place(found[1]) if found else at["column"] + 1
            if found:
                at["row"] = int(found[2]) - 1
            now.clear()
            now.update(given)
            value.clear()
            at["formula"] = 0
        elif tag in ("v", "t"):
            at["taking"] = 1
        elif tag == "f":
            at["formula"] = 1
        elif tag == "rPh":
            at["taking"] = 0
        elif tag == "col" and given.get("hidden") in ("1", "true"):
            first, last = _whole(given.get("min"), 1), _whole(given.get("max"), 1)
            made.hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        elif tag == "mergeCell":
            made.merge(given.get("ref", ""))

    def letters(text: str) -> None:
        if at["taking"]:
            value.append(text)

    def end(tag: str) -> None:
        if tag in ("v", "t"):
            at["taking"] = 0
        elif tag == "c":
            _close()

    def _close() -> None:
        text = _cell_text("".join(value), now, texts, formats, from_1904=from_1904)
        if at["formula"] and at["row"] < MOST_ROWS:
            made.formulas.add((at["row"], at["column"]))
            at["blank"] += not text
        if not text.strip():
            return
        if at["column"] >= MOST_COLUMNS:
            raise too_many_columns(where, at["column"] + 1)
        if at["row"] >= MOST_ROWS:
            raise too_many_rows(where)
        if len(text) > LONGEST_CELL:
            raise too_long(where, at["row"])
        at["cells"] += 1
        if at["cells"] > most:
            raise too_many_cells(parts.name)
        made.put(at["row"], at["column"], text)

    parts.walk(sheet.part, start, end, letters)
    return made.grid(parts.name), at["blank"]


def _cell_text(
    raw: str,
    given: Mapping[str, str],
    texts: list[str],
    formats: list[Shows],
    *,
    from_1904: bool,
) -> str:
    kind = given.get("t", "n")
    if kind == "s":
        place = _whole(raw.strip(), -1)
        return texts[place] if 0 <= place < len(texts) else ""
    if kind in ("str", "inlineStr"):
        return _unescaped(raw)
    if kind == "b":
        return "TRUE" if raw.strip() == "1" else "FALSE"
    if kind == "d":
        return raw.strip()[:10]
    if kind == "e" or not raw.strip():
        return raw.strip()
    style = _whole(given.get("s"))
    how = formats[style] if 0 <= style < len(formats) else Shows.NUMBER
    return written_number(raw.strip()[:400], how, from_1904=from_1904)


def _unescaped(text: str) -> str:
    """Letters that XML cannot hold are written as _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number; ``otherwise`` where it is none."""
    bare = (text or "").strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 10 else otherwise


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
