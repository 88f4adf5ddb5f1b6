"""What the formulas of a workbook come to, written beside each of them, so that a preview that
computes nothing shows figures.

openpyxl writes formulas without values. These are worked out here from the cells of the same book,
with the few functions our sheets use; another one is refused when the file is made. A spreadsheet
program computes all of them anew when it opens the file.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.worksheet.worksheet import Worksheet

Value = float | str | bool | None | list[Any]
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v ?(?:/>|></v>)</c>', re.DOTALL)
BY_NOTHING = "#DIV/0!"
"""What a spreadsheet program says where something is divided by 0."""
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)")


def saved(book: Workbook) -> bytes:
    """The bytes of the file, every formula with its value.

    Raises:
        NotImplementedError: a formula uses what is not known here.
    """
    computed, made = _Computed(book), BytesIO()
    book.save(made)
    told = BytesIO()
    with ZipFile(made) as before, ZipFile(told, "w", ZIP_DEFLATED) as after:
        sheets = {
            f"xl/worksheets/sheet{place}.xml": sheet
            for place, sheet in enumerate(book.worksheets, start=1)
        }
        for part in before.infolist():
            content = before.read(part)
            if part.filename in sheets:
                content = _with_values(content, sheets[part.filename], computed)
            after.writestr(part, content)
    return told.getvalue()


def _with_values(content: bytes, sheet: Worksheet, computed: "_Computed") -> bytes:
    def written(found: re.Match[str]) -> str:
        place, attributes, formula = found.groups()
        try:
            value = computed.cell(sheet, place)
        except ZeroDivisionError:
            return f'<c r="{place}"{attributes} t="e"><f>{formula}</f><v>{BY_NOTHING}</v></c>'
        if isinstance(value, str):
            text = escape(value, quote=False)
            return f'<c r="{place}"{attributes} t="str"><f>{formula}</f><v>{text}</v></c>'
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise NotImplementedError(f"{sheet.title}!{place} is neither a number nor a text")
        return f'<c r="{place}"{attributes}><f>{formula}</f><v>{float(value)!r}</v></c>'

    told, count = _FORMULA.subn(written, content.decode())
    there = sum(one.data_type == "f" for row in sheet.iter_rows() for one in row)
    if count != there:
        raise NotImplementedError(f"{sheet.title}: {there - count} formulas are written otherwise")
    return told.encode()


class _Computed:
    """The values of a book's cells, each worked out once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[str, str], Value] = {}
        self._named = {
            name: next(iter(one.destinations)) for name, one in book.defined_names.items()
        }

    def cell(self, sheet: Worksheet, place: str) -> Value:
        """The value of a cell: what stands there, or what its formula comes to."""
        key = (sheet.title, place)
        if key not in self._known:
            cell = sheet[place]
            self._known[key] = (
                _Formula(self, sheet, str(cell.value)).value()
                if cell.data_type == "f"
                else cell.value
                if cell.value is None or isinstance(cell.value, (str, bool))
                else float(cell.value)
            )
        return self._known[key]

    def at(self, sheet: Worksheet, address: str) -> Value:
        """The value at a name, a cell or a range of the sheet (a list of its cells)."""
        if address in self._named:
            title, place = self._named[address]
            return self.cell(self._book[title], place.replace("$", ""))
        ends = [_CELL.fullmatch(one) for one in address.split(":")]
        if not all(ends):
            raise NotImplementedError(f"{address} is neither a name nor a cell")
        places = ["".join(one.groups()) for one in ends if one]
        if len(places) == 1:
            return self.cell(sheet, places[0])
        return [self.cell(sheet, one.coordinate) for row in sheet[":".join(places)] for one in row]


class _Formula:
    """One formula, read from left to right."""

    def __init__(self, computed: _Computed, sheet: Worksheet, text: str) -> None:
        self._computed, self._sheet, self._text = computed, sheet, text
        self._tokens = [one for one in Tokenizer(text).items if one.type != Token.WSPACE]
        self._place = 0

    def value(self) -> Value:
        """What it comes to."""
        found = self._compared()()
        if self._place != len(self._tokens):
            raise NotImplementedError(f"{self._text} cannot be read to its end")
        return found

    def _next(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _infix(self, signs: str) -> str:
        """The sign that stands next, where it is one of these; it is passed."""
        token = self._next()
        if token and token.type == Token.OP_IN and token.value in signs.split():
            self._place += 1
            return str(token.value)
        return ""

    def _chain(self, signs: str, part: Callable[[], "_Later"]) -> "_Later":
        first, more = part(), []
        while sign := self._infix(signs):
            more.append((_SIGNS[sign], part()))

        def later() -> Value:
            value = first()
            for apply, other in more:
                value = _each(apply, value, other())
            return value

        return later

    def _compared(self) -> "_Later":
        return self._chain("= < >", self._added)

    def _added(self) -> "_Later":
        return self._chain("+ -", self._multiplied)

    def _multiplied(self) -> "_Later":
        return self._chain("* /", self._one)

    def _one(self) -> "_Later":
        token = self._next()
        if token is None:
            raise NotImplementedError(f"{self._text} ends too early")
        self._place += 1
        if token.type == Token.OP_PRE and token.value == "-":
            negated = self._one()
            return lambda: _each(lambda one, _: -_number(one), negated(), 0.0)
        if token.type == Token.PAREN:
            inside = self._compared()
            self._place += 1
            return inside
        if token.type == Token.FUNC:
            return self._called(str(token.value).removesuffix("("))
        return self._operand(token)

    def _operand(self, token: Token) -> "_Later":
        text = str(token.value)
        if token.subtype == Token.NUMBER:
            return lambda: float(text)
        if token.subtype == Token.TEXT:
            return lambda: text[1:-1].replace('""', '"')
        if token.subtype == Token.RANGE:
            return lambda: self._computed.at(self._sheet, text)
        raise NotImplementedError(f"{text} in {self._text} is not known here")

    def _called(self, name: str) -> "_Later":
        given = list(self._arguments())
        if name == "IF":
            condition, then, otherwise = given
            return lambda: then() if condition() else otherwise()
        if name not in _FUNCTIONS:
            raise NotImplementedError(f"{name} in {self._text} is not known here")
        return lambda: _FUNCTIONS[name](*(one() for one in given))

    def _arguments(self) -> Iterator["_Later"]:
        while True:
            yield self._compared()
            token = self._next()
            self._place += 1
            if token is None or token.type != Token.SEP:
                return


_Later = Callable[[], Value]


def _number(value: Value) -> float:
    """An empty cell counts as 0; a text is no number."""
    if value is None:
        return 0.0
    if isinstance(value, (bool, int, float)):
        return float(value)
    raise NotImplementedError(f"{value!r} is no number")


def _each(apply: Callable[[Value, Value], Value], one: Value, other: Value) -> Value:
    """A sign between two values; between columns of cells, row by row."""
    if not isinstance(one, list) and not isinstance(other, list):
        return apply(one, other)
    count = len(one if isinstance(one, list) else other if isinstance(other, list) else [])
    ones = one if isinstance(one, list) else [one] * count
    others = other if isinstance(other, list) else [other] * count
    return [apply(left, right) for left, right in zip(ones, others, strict=True)]


_SIGNS: dict[str, Callable[[Value, Value], Value]] = {
    "+": lambda one, other: _number(one) + _number(other),
    "-": lambda one, other: _number(one) - _number(other),
    "*": lambda one, other: _number(one) * _number(other),
    "/": lambda one, other: _number(one) / _number(other),
    "<": lambda one, other: _number(one) < _number(other),
    ">": lambda one, other: _number(one) > _number(other),
    "=": lambda one, other: (one or 0) == (other or 0),
}


def _numbers(given: tuple[Value, ...]) -> list[float]:
    """All numbers among values and ranges; texts and empty cells are passed over."""
    found: list[float] = []
    for value in given:
        cells = value if isinstance(value, list) else [value]
        found += [float(one) for one in cells if isinstance(one, (int, float))]
    return found


def _rounded(value: Value, places: Value) -> Value:
    """Halves away from zero, as spreadsheets do."""

    def one(number: Value, digits: Value) -> float:
        step = 10.0 ** int(_number(digits))
        scaled = abs(_number(number)) * step
        whole = float(int(scaled + 0.5 + 1e-9))
        return (whole if _number(number) >= 0 else -whole) / step

    return _each(one, value, places)


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "SUM": lambda *given: sum(_numbers(given)),
    "MIN": lambda *given: min(_numbers(given), default=0.0),
    "MAX": lambda *given: max(_numbers(given), default=0.0),
    "AND": lambda *given: all(given),
    "COUNT": lambda *given: float(len(_numbers(given))),
    "ROWS": lambda cells: float(len(cells) if isinstance(cells, list) else 1),
    "SUMPRODUCT": lambda cells: sum(_numbers((cells,))),
    "ROUND": _rounded,
}
