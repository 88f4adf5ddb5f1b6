"""What a spreadsheet's number stands for: a plain number, a date, a month, a percentage."""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum

from cidesign.domain.value import plain


class Shows(Enum):
    """How a cell shows its number."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    MONTH = "month"
    TIME = "time"


_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_BUILT_IN = {
    **dict.fromkeys((9, 10), Shows.PERCENT),
    **dict.fromkeys((14, 15, 16, 22, *range(27, 32), 36, *range(50, 59)), Shows.DATE),
    17: Shows.MONTH,
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47), Shows.TIME),
}


def shows(number: int, code: str = "") -> Shows:
    """What a format means, by the number of a built-in one or by its own code.

    Source: ECMA-376 part 1, 18.8.30 (numFmts).
    """
    if not code:
        return _BUILT_IN.get(number, Shows.NUMBER)
    bare = _QUOTED.sub("", code.partition(";")[0]).lower()
    if "%" in bare:
        return Shows.PERCENT
    if "y" in bare:
        return Shows.DATE if "d" in bare else Shows.MONTH
    if "d" in bare:
        return Shows.DATE
    return Shows.TIME if "h" in bare or ("s" in bare and "m" in bare) else Shows.NUMBER


def written_number(text: str, how: Shows, *, from_1904: bool = False) -> str:
    """The number as people read it in the cell: 0.12 shown as percent is 12%, a day is
    2027-01-31, a month 2027-01; more than 15 digits are noise.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or abs(number.adjusted()) > 300:
        return text
    if how in (Shows.DATE, Shows.MONTH):
        return _day(number, how, from_1904)
    if how is Shows.TIME:
        return plain(_tidy(number))
    if how is Shows.PERCENT:
        return f"{plain(_tidy(number * 100))}%"
    return plain(_tidy(number))


def _tidy(number: Decimal) -> Decimal:
    """Fifteen digits, as spreadsheets keep them."""
    digits = len(number.as_tuple().digits)
    if digits <= 15 or not number:
        return number
    return number.quantize(Decimal(1).scaleb(number.adjusted() - 14))


def _day(number: Decimal, how: Shows, from_1904: bool) -> str:
    days = float(number)
    if not 1 <= days < 2_958_466:
        return plain(_tidy(number))
    begins = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a day of no place
    try:
        moment = begins + timedelta(days=days)
    except OverflowError:
        return plain(_tidy(number))
    return moment.strftime("%Y-%m") if how is Shows.MONTH else moment.strftime("%Y-%m-%d")
