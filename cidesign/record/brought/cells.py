"""What a cell says: a number as people write it, a yes or no, a month, or that there is nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache

from cidesign.domain.value import plain, unseen
from cidesign.record.brought.spelling import folded, heard

_NOTHING = frozenset(
    heard(
        *("n/a", "na", "n.a.", "n.a", "#n/a", "#na", "n / a", "not applicable", "not available"),
        *("-", "–", "—", "--", "---", ".", "..", "...", "?", "x", "/", "*"),
        *("abstain", "abstained", "abstention", "abstains", "recused", "recuse", "conflict", "coi"),
        *("none", "nil", "null", "nan", "blank", "empty", "no score", "no scores", "no answer"),
        *("not scored", "not rated", "not yet scored", "unscored", "did not score", "dns", "nr"),
        *("no response", "no opinion", "not sure", "don't know", "don’t know", "dk", "unknown"),
        *("absent", "skip", "skipped", "pass", "tbd", "pending", "missing"),
        *("#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!", "#error!"),
    )
)
_YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "t",
        "ok",
        "x",
        "✓",
        "✔",
        "☑",
        "1",
        "eligible",
        "si",
        "sí",
        "oui",
        "ja",
        "sim",
    ]
)
_NO = frozenset(
    (
        *("no", "n", "false", "f", "0", "✗", "✘", "☐"),
        *("ineligible", "non", "nein", "não", "nao"),
    )
)
_MONEY = re.compile(
    r"(?:usd|us\$|cad|eur|gbp|[$€£¥])\s*|\s*(?:usd|dollars?|eur|[$€£])$", re.IGNORECASE
)
_NUMBER = r"[-+−]?(?:\d[\d.,'’\u00a0\u202f ]*\d|\d|[.,]\d+)"
_POWER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?e[+-]?\d{1,2}", re.IGNORECASE)
_PURE = re.compile(_NUMBER)
_LED = re.compile(rf"\(?({_NUMBER})\)?\s*(?:[-–—:=.)|(\[]|\s)\s*(?=[^\W\d])(.+)", re.DOTALL)
_TRAILED = re.compile(rf"([^\W\d].*?)(?:\s+[-–—]\s+|\s*[:=(\[]\s*)({_NUMBER})\s*[)\]]?", re.DOTALL)
_OF = re.compile(
    rf"({_NUMBER})\s*(?:/|\bout of\b|\bof\b)\s*({_NUMBER})\s*(?:points|pts|stars)?", re.IGNORECASE
)
_UNIT = re.compile(
    rf"({_NUMBER})\s*(?:points?|pts?\.?|stars?|/yr|per year|a year|hours?|h)", re.IGNORECASE
)
_THOUSANDS = re.compile(rf"({_NUMBER})\s*k", re.IGNORECASE)
_NAMED = {
    **{
        name: number
        for number, names in enumerate(
            heard(
                "jan january ene enero janv janvier januar gennaio janeiro",
                "feb february febrero févr fév fevr février februar febbraio fev fevereiro",
                "mar march marzo mars mär märz mrz março",
                "apr april abr abril avr avril aprile",
                "may mayo mai maggio maio",
                "jun june junio juin juni giugno junho",
                "jul july julio juil juillet juli luglio julho",
                "aug august ago agosto août aout",
                "sep sept september septiembre septembre settembre set setembro",
                "oct october octubre octobre okt oktober ott ottobre out outubro",
                "nov november noviembre novembre novembro",
                "dec december dic diciembre déc décembre dez dezember dicembre dezembro",
            ),
            start=1,
        )
        for name in names.split()
    }
}
_NAME_YEAR = re.compile(r"([^\W\d]+)\.?[\s\-/.,']*(\d{4}|\d{2})")
_YEAR_NAME = re.compile(r"(\d{4})[\s\-/.,]*([^\W\d]+)\.?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[/.\-](\d{1,2})(?:[/.\-]\d{1,2})?(?:[ T].*)?")
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


class Decimals(Enum):
    """Which sign parts whole numbers from their decimals."""

    POINT = "point"
    COMMA = "comma"


@dataclass(frozen=True)
class Number:
    """A number as it was written.

    Args:
        value: exact.
        other: what it would be with the other decimal sign, where both can be meant.
        percent: whether it was written as a percentage; ``value`` is then the number before %.
        of: the number it was said to be out of, as in 4/5.
        words: what stood beside it, as in 4 - Strong.
        tidy: whether it stood there as a plain number, so that nothing need be told.
    """

    value: Decimal
    other: Decimal | None = None
    percent: bool = False
    of: Decimal | None = None
    words: str = ""
    tidy: bool = True


def is_nothing(text: str) -> bool:
    """Whether a cell is blank or holds one of the marks for: there is nothing."""
    bare = folded(text).strip("()[]<>\"'")
    return not bare or bare in _NOTHING


@lru_cache(maxsize=1 << 15)
def number_in(text: str, decimals: Decimals | None = None) -> Number | None:
    """The number a cell holds; None where it holds none, or several."""
    seen = "".join(letter for letter in text[:400] if not unseen(letter) or letter.isspace())
    bare = " ".join(seen.replace("\u2212", "-").split())[:200]
    bare = bare.removeprefix("'")
    if bare.startswith("(") and bare.endswith(")") and _MONEY.search(bare):
        inner = number_in(bare[1:-1], decimals)
        return None if inner is None else _as(inner, -inner.value)
    if found := _OF.fullmatch(bare):
        part, most = _number(found[1], decimals), _number(found[2], decimals)
        if part and most:
            return Number(part[0], of=most[0], tidy=False)
    if _POWER.fullmatch(bare):
        return Number(Decimal(bare))
    unpaid = _MONEY.sub("", bare).strip()
    if percent := unpaid.endswith(("%", "％")):
        unpaid = unpaid[:-1].strip()
    if _PURE.fullmatch(unpaid):
        read = _number(unpaid, decimals, money="$" in bare or "usd" in bare.lower())
        if read is None:
            return None
        value, other, tidy = read
        return Number(value, other, percent, tidy=tidy and unpaid == bare)
    for shape, times in ((_UNIT, 1), (_THOUSANDS, 1000)):
        if (found := shape.fullmatch(unpaid)) and (read := _number(found[1], decimals)):
            return Number(read[0] * times, read[1], tidy=False)
    if (found := _LED.fullmatch(bare)) and (read := _number(found[1], decimals)):
        return Number(read[0], read[1], words=found[2], tidy=False)
    if (found := _TRAILED.fullmatch(bare)) and (read := _number(found[2], decimals)):
        return Number(read[0], read[1], words=found[1], tidy=False)
    return None


def _as(number: Number, value: Decimal) -> Number:
    return Number(value, None, number.percent, number.of, number.words, tidy=False)


def _number(
    text: str, decimals: Decimals | None, *, money: bool = False
) -> tuple[Decimal, Decimal | None, bool] | None:
    """Its value, the other value it could have, and whether it is written plainly."""
    sign, digits = ("-", text[1:]) if text.startswith(("-", "−")) else ("", text.lstrip("+"))
    if digits.count(".") + digits.count(",") > 12:
        return None
    packed = re.sub(r"(?<=\d)['’\u00a0\u202f ](?=\d{3}(?:\D|$))", "", digits)
    if re.search(r"[^\d.,]", packed):
        return None
    spaced = packed != digits
    points, commas = packed.count("."), packed.count(",")
    value: str
    other: str | None = None
    if not points and not commas:
        value = packed
    elif points and commas:
        last = max(packed.rfind("."), packed.rfind(","))
        mark, parting = (".", ",") if packed[last] == "." else (",", ".")
        if packed.count(mark) > 1 or not _grouped(packed[:last], parting):
            return None
        value = packed.replace(parting, "").replace(mark, ".")
    else:
        mark = "." if points else ","
        if packed.count(mark) > 1:
            if not _grouped(packed, mark):
                return None
            value = packed.replace(mark, "")
        elif re.fullmatch(rf"[1-9]\d{{0,2}}\{mark}\d{{3}}", packed):
            whole, part = packed.replace(mark, ""), packed.replace(mark, ".")
            said = decimals or (Decimals.POINT if money else None)
            if said is None:
                value, other = (whole, part) if mark == "," else (part, whole)
            else:
                is_mark = (mark == ",") == (said is Decimals.COMMA)
                value = part if is_mark else whole
        else:
            value = packed.replace(",", ".")
    try:
        exact = Decimal(sign + value)
        beside = Decimal(sign + other) if other is not None else None
    except InvalidOperation:
        return None
    return exact, beside, not commas and not spaced and beside is None


def _grouped(text: str, mark: str) -> bool:
    head, *groups = text.split(mark)
    return 1 <= len(head) <= 3 and all(len(one) == 3 for one in groups)


def decimals_of(texts: Iterable[str]) -> Decimals | None:
    """The decimal sign that the numbers of one column show beyond doubt; None where none or both
    do.
    """
    seen: set[Decimals] = set()
    for text in texts:
        for digits in re.findall(r"\d[\d.,]*\d", text[:60]):
            last = max(digits.rfind("."), digits.rfind(","))
            if last < 0:
                continue
            mark = digits[last]
            after, others = digits[last + 1 :], set(digits[:last]) & {".", ","}
            if others == {mark}:
                seen.add(Decimals.COMMA if mark == "." else Decimals.POINT)
            elif others or len(after) != 3 or digits[:last].strip("0") == "":
                seen.add(Decimals.POINT if mark == "." else Decimals.COMMA)
    return seen.pop() if len(seen) == 1 else None


def yes_in(text: str) -> bool | None:
    """Whether a cell says yes or no; None where it says neither."""
    told = folded(text).strip(".!")
    return True if told in _YES else False if told in _NO else None


def yes_or_no(text: str) -> str | None:
    """Yes or no as the record writes it; None where it says neither."""
    said = yes_in(text)
    return None if said is None else ("yes" if said else "no")


def month_in(text: str) -> str | None:
    """A month as ``YYYY-MM``, from what spreadsheets and people write: Jan-27, January 2027,
    1/2027, 2027-01-01; None where it is no month beyond doubt.
    """
    told = " ".join(text.split()).strip("'")
    if found := _YEAR_MONTH.fullmatch(told):
        return _month(found[1], int(found[2]))
    if found := _MONTH_YEAR.fullmatch(told):
        return _month(found[2], int(found[1]))
    if found := _NAME_YEAR.fullmatch(told):
        return _month(found[2], _NAMED.get(found[1].casefold(), 0))
    if found := _YEAR_NAME.fullmatch(told):
        return _month(found[1], _NAMED.get(found[2].casefold(), 0))
    if found := _DAY.fullmatch(told):
        first, second = int(found[1]), int(found[2])
        if first == second or first > 12:
            return _month(found[3], second)
        if second > 12:
            return _month(found[3], first)
        if second == 1:
            return _month(found[3], first) if first == 1 else None
    return None


def _month(year: str, month: int) -> str | None:
    whole = int(year) + 2000 if len(year) == 2 else int(year)
    return f"{whole:04d}-{month:02d}" if 1 <= month <= 12 and 1900 <= whole <= 2200 else None


def told_number(number: Number) -> str:
    """The number as the record writes it; a percentage as a share."""
    return plain(number.value / 100 if number.percent else number.value)
