"""How large page one can be set and stay one page, even where none of our typefaces is installed.

Its height is summed up as if all were set in DejaVu, the widest typeface that stands in for others,
and each letter in the wider of its Sans and Serif: programs differ in which of them they take.
Whatever a reader has breaks into as many lines or fewer.
"""

import math
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from cidesign.memo.blocks import KeyRow, Memo
from cidesign.report.styles import (
    BOTTOM,
    CELL_GAP,
    EDGE,
    INDENT,
    LOOKS,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
    Look,
)
from cidesign.text.sentence import NOTHING, Sentence

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

LABEL, MIDDLE, KEY = 1.15, 4.15, 1.6
WARNED = 2
SCALES = tuple(share / 40 for share in range(40, 27, -1))
INCH = 72.0
SPARE, RULE, BOX_EDGE, BAR = 10.0, 1.0, 15.0, 9.0
"""Points: left free for programs that set a line a little higher; a table's line; a box's edges;
the room of a bar."""


def page_one_scale(memo: Memo) -> float:
    """The largest scale of page one's styles at which it is one page in the widest typeface."""
    room = page_one_room(memo) - SPARE
    return next((scale for scale in SCALES if page_one_height(memo, scale) <= room), SCALES[-1])


def height_of(said: Sentence, style: str, width: float) -> float:
    """Points that a paragraph of one of our styles takes in a column, in the widest typeface."""
    return _paragraph(said, LOOKS[style], width)


def page_one_height(memo: Memo, scale: float) -> float:
    """Points that page one takes, from its first line to its last."""
    looks = {name: look.at(scale) for name, look in LOOKS.items()}
    high = sum(
        _paragraph(said, looks[style], PAGE_WIDTH)
        for style, said in (
            ("Memo Kicker", memo.kicker),
            ("Title", memo.heading),
            ("Memo Lead", memo.lead),
            *(("Memo Warning", warning) for warning in memo.warnings[:WARNED]),
        )
        if said or style != "Memo Lead"
    )
    high += sum(_row(row, looks) for row in memo.rows)
    for box in memo.boxes:
        high += _paragraph(NOTHING, looks["Memo Gap"], PAGE_WIDTH) + BOX_EDGE
        high += _paragraph(box.title, looks["Memo Box Title"], PAGE_WIDTH - 2 * INDENT)
        high += _paragraph(box.said, looks["Memo Box"], PAGE_WIDTH - 2 * INDENT)
    return high


def page_one_room(memo: Memo) -> float:
    """Points between the marks at the head of the page and its foot."""
    marks = sum(_paragraph(mark, LOOKS["Memo Mark"], PAGE_WIDTH) for mark in memo.marks)
    foot = _paragraph(memo.footer, LOOKS["Memo Foot"], PAGE_WIDTH)
    top = max(TOP * INCH, EDGE * INCH + marks)
    return PAGE_HEIGHT * INCH - top - max(BOTTOM * INCH, EDGE * INCH + foot)


def _row(row: KeyRow, looks: dict[str, Look]) -> float:
    middle = _cell(row.claim, looks["Memo Claim"], MIDDLE)
    if row.details:
        middle += _cell(row.details, looks["Memo Detail"], MIDDLE)
    if row.share is not None:
        middle += _cell(NOTHING, looks["Memo Detail"], MIDDLE) + BAR
    key = _cell(row.key, looks["Memo Key"], KEY) + _cell(row.unit, looks["Memo Unit"], KEY)
    return max(_cell(row.label, looks["Memo Label"], LABEL), middle, key) + RULE


def _cell(said: Sentence, look: Look, width: float) -> float:
    return _paragraph(said, look, width - CELL_GAP)


def _paragraph(said: Sentence, look: Look, width: float) -> float:
    count = sum(_lines(text, look, width * INCH) for text in said.plain.split("\n"))
    return look.before + count * look.line + look.after


def _lines(text: str, look: Look, room: float) -> int:
    """How many lines a text takes; a word longer than a line is cut."""
    lines, at = 1, 0.0
    for word in _wide(text, look):
        gap = _advance(" ", look.bold) * look.size if at else 0.0
        if at + gap + word <= room:
            at += gap + word
            continue
        lines += bool(at)
        lines += max(math.ceil(word / room) - 1, 0)
        at = word % room if word > room else word
    return lines


def _wide(text: str, look: Look) -> Iterator[float]:
    for word in text.split():
        yield sum(_advance(letter, look.bold) for letter in word) * look.size


@lru_cache(maxsize=4096)
def _advance(letter: str, bold: bool) -> float:
    """Width of a letter in DejaVu, as a share of its size; a full square for one DejaVu lacks."""
    widths = [_in_dejavu(letter, serif, bold) for serif in (False, True)]
    missing = 0.0 if unicodedata.category(letter)[0] == "M" else 1.0
    return max((width for width in widths if width is not None), default=missing)


def _in_dejavu(letter: str, serif: bool, bold: bool) -> float | None:
    from matplotlib.ft2font import LoadFlags

    font = _dejavu(serif, bold)
    glyph = font.get_char_index(ord(letter))
    if not glyph:
        return None
    return float(font.load_glyph(glyph, flags=LoadFlags.NO_SCALE).horiAdvance) / font.units_per_EM


@lru_cache(maxsize=4)
def _dejavu(serif: bool, bold: bool) -> "FT2Font":
    """The typeface itself, which matplotlib brings: nothing need be installed."""
    # matplotlib takes half a second to load, and only a document needs it
    from matplotlib import get_data_path
    from matplotlib.ft2font import FT2Font

    name = f"DejaVu{'Serif' if serif else 'Sans'}{'-Bold' if bold else ''}.ttf"
    return FT2Font(f"{get_data_path()}/fonts/ttf/{name}")
