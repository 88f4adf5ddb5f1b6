"""The memo's charts as pictures for print: labelled directly, readable in grey, in the colours of
the screen.
"""

import io
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal

from cidesign.charts.palette import Palette, palette
from cidesign.memo.blocks import Drawing, Picture
from cidesign.text.sentence import Sentence

WIDTH = 6.9
DOTS = 220
SMALL, TEXT, LARGE = 7.5, 8.5, 12.0
ROW = 0.36
FONT = "DejaVu Sans"
Side = Literal["left", "center", "right"]


def picture(one: Picture) -> bytes:
    """A chart as the bytes of a PNG, 6.9 inches wide."""
    colours = palette("light")
    height, draw = _DRAWINGS[one.drawing]
    sheet = _Sheet(height(one), colours)
    draw(sheet, one)
    return sheet.png()


def share_bar(share: float, *, width: float = 3.7) -> bytes:
    """The covered share as a thin bar on its track."""
    sheet = _Sheet(0.09, palette("light"), width=width)
    sheet.bar(0, 0, width, 0.09, sheet.colours.grid)
    sheet.bar(0, 0, width * min(max(share, 0.0), 1.0), 0.09, sheet.colours.accent)
    return sheet.png()


class _Sheet:
    """A sheet measured in inches from its upper left corner."""

    def __init__(self, height: float, colours: Palette, *, width: float = WIDTH) -> None:
        # matplotlib takes half a second to load, and only a memo with pictures needs it
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.colours = colours
        self.figure = Figure(figsize=(width, height), dpi=DOTS, facecolor="white")
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.axes.axis("off")

    def bar(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        *,
        hatch: bool = False,
        open: bool = False,
    ) -> None:
        from matplotlib.patches import Rectangle

        edge = self.colours.edge if hatch or open else "none"
        face = "white" if open else colour
        style: dict[str, Any] = (
            {"hatch": "/////", "linewidth": 0.4} if hatch else {"linewidth": 0.8 if open else 0}
        )
        self.axes.add_patch(
            Rectangle((x, y), width, height, facecolor=face, edgecolor=edge, **style)
        )

    def line(
        self, x: float, y: float, to_x: float, to_y: float, colour: str, *, wide: float = 0.8
    ) -> None:
        self.axes.plot([x, to_x], [y, to_y], color=colour, linewidth=wide, solid_capstyle="butt")

    def say(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = TEXT,
        colour: str = "",
        bold: bool = False,
        side: Side = "left",
    ) -> None:
        self.axes.text(
            x,
            y,
            drawable(text),
            fontsize=size,
            color=colour or self.colours.ink,
            fontweight="bold" if bold else "normal",
            ha=side,
            va="center",
            family=FONT,
            parse_math=False,
            linespacing=1.35,
        )

    def png(self) -> bytes:
        made = io.BytesIO()
        self.figure.savefig(made, format="png", dpi=DOTS, metadata={"Software": None})
        return made.getvalue()


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    from matplotlib.font_manager import findfont
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(findfont(FONT)).get_charmap())


def drawable(text: str) -> str:
    """The text as the font can draw it: an empty square for a letter it lacks (the table beside the
    picture has the letter).
    """
    return "".join(
        letter if letter == "\n" or ord(letter) in _letters() else _stand_in(letter)
        for letter in text
    )


def _stand_in(letter: str) -> str:
    return "" if unicodedata.category(letter)[0] in "CM" else "□"


def _text(said: Sentence, most: int = 0) -> str:
    text = said.plain
    return text if not most or len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _lines(text: str, most: int, rows: int) -> str:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()[:most]
    return "\n".join(lines[:rows])


def _bars(sheet: _Sheet, one: Picture) -> None:
    """A bar for each label, longest first, its figure after it."""
    left, room = 2.55, 3.6
    for place, mark in enumerate(one.bars):
        y = 0.18 + place * 0.3
        leads = mark.colour == "accent"
        sheet.say(0, y, _text(mark.label, 40), bold=leads)
        sheet.bar(
            left,
            y - 0.06,
            room * mark.length,
            0.12,
            sheet.colours.accent if leads else sheet.colours.other,
        )
        sheet.say(left + room * mark.length + 0.07, y, _text(mark.said), bold=leads)


def _points(sheet: _Sheet, one: Picture) -> None:
    """Criteria down, candidates across: the pale track is the weight, the bar the points."""
    count = len(one.columns)
    wide = WIDTH / count
    for place, column in enumerate(one.columns):
        name, _, total = _text(column).rpartition("\n")
        colour = sheet.colours.ink if place == 0 else sheet.colours.muted
        sheet.say(
            place * wide,
            0.17,
            _lines(name, int(wide * 12.5), 2),
            size=SMALL + 0.5,
            colour=colour,
            bold=place == 0,
        )
        sheet.say(place * wide, 0.45, total, size=LARGE, colour=colour, bold=place == 0)
    for row, mark in enumerate(one.bars):
        y = 0.78 + row * ROW
        sheet.say(0, y, _text(mark.label, 90), size=SMALL + 0.5)
        for place, length in enumerate(mark.parts):
            x, room = place * wide, wide - 0.52
            sheet.bar(x, y + 0.1, room * mark.track, 0.1, sheet.colours.grid)
            sheet.bar(
                x,
                y + 0.1,
                room * length,
                0.1,
                sheet.colours.accent if place == 0 else sheet.colours.other,
            )
            sheet.say(
                x + room * mark.track + 0.05, y + 0.15, _text(mark.figures[place]), size=SMALL
            )


def _functions(sheet: _Sheet, one: Picture) -> None:
    """The six functions, each in its colour: the track is the need, the bar what is covered."""
    hues = {str(function): colour for function, colour in sheet.colours.functions.items()}
    for place, mark in enumerate(one.bars):
        y = 0.14 + place * 0.36
        sheet.say(
            0, y, _text(mark.label, 48), colour=hues.get(mark.colour, sheet.colours.ink), bold=True
        )
        sheet.say(WIDTH - 0.05, y, _text(mark.said), side="right")
        sheet.bar(0, y + 0.11, WIDTH, 0.1, sheet.colours.grid)
        sheet.bar(
            0,
            y + 0.11,
            WIDTH * min(mark.length, 1.0),
            0.1,
            hues.get(mark.colour, sheet.colours.accent),
        )


def _hires(sheet: _Sheet, one: Picture) -> None:
    """A row of squares for each role; four of them are one post."""
    left, side, gap = 2.75, 0.13, 0.03
    for place, mark in enumerate(one.bars):
        y = 0.16 + place * 0.26
        sheet.say(0, y, _text(mark.label, 44))
        squares = min(max(4, -(-round(mark.length * 4) // 4) * 4), 20)
        for square in range(squares):
            filled = min(max(mark.length * 4 - square, 0.0), 1.0)
            x = left + square * (side + gap) + (square // 4) * 0.06
            sheet.bar(x, y - side / 2, side, side, sheet.colours.page, open=True)
            sheet.bar(x, y - side / 2, side * filled, side, sheet.colours.accent)
        sheet.say(WIDTH - 0.05, y, _text(mark.said), side="right", bold=True)


def _years(sheet: _Sheet, one: Picture) -> None:
    """A column for each year: solid is covered, hatched is not."""
    wide, high, base = WIDTH / len(one.bars), 1.1, 1.4
    for place, mark in enumerate(one.bars):
        x, width = place * wide + wide * 0.14, wide * 0.72
        tall = high * mark.track
        sheet.bar(x, base - tall, width, tall, "white", hatch=True)
        sheet.bar(x, base - tall * mark.length, width, tall * mark.length, sheet.colours.accent)
        sheet.say(x + width / 2, base - tall - 0.11, _text(mark.said), size=SMALL, side="center")
        if mark.figures and tall * mark.length > 0.25:
            sheet.say(
                x + width / 2,
                base - tall * mark.length + 0.14,
                _text(mark.figures[0]),
                colour="white",
                bold=True,
                side="center",
            )
        sheet.say(x + width / 2, base + 0.14, _text(mark.label), side="center")
    sheet.line(0, base, WIDTH, base, sheet.colours.ink)


def _reserve(sheet: _Sheet, one: Picture) -> None:
    """Free cash at each year's end; what is lacking hangs below the line."""
    lowest = min(min((mark.length for mark in one.bars), default=0.0), 0.0)
    wide, high, base = WIDTH / len(one.bars), 0.65, 0.85
    for place, mark in enumerate(one.bars):
        x, width = place * wide + wide * 0.14, wide * 0.72
        tall = high * mark.length
        colour = sheet.colours.wrong if mark.length < 0 else sheet.colours.accent
        sheet.bar(x, min(base, base - tall), width, abs(tall), colour)
        sheet.say(
            x + width / 2,
            base - tall + (0.12 if mark.length < 0 else -0.1),
            _text(mark.said),
            size=SMALL,
            side="center",
        )
        sheet.say(x + width / 2, base + high * -lowest + 0.32, _text(mark.label), side="center")
    sheet.line(0, base, WIDTH, base, sheet.colours.ink)


def _rows(each: float, more: float = 0.06) -> Callable[[Picture], float]:
    return lambda one: more + each * len(one.bars)


def _below(one: Picture) -> float:
    lowest = min(min((mark.length for mark in one.bars), default=0.0), 0.0)
    return 0.85 + 0.65 * -lowest + 0.45


_DRAWINGS: dict[Drawing, tuple[Callable[[Picture], float], Callable[[_Sheet, Picture], None]]] = {
    "bars": (_rows(0.3), _bars),
    "points": (_rows(ROW, 0.7), _points),
    "functions": (_rows(0.36), _functions),
    "hires": (_rows(0.26), _hires),
    "years": (lambda one: 1.65, _years),
    "reserve": (_below, _reserve),
}
