"""Exact numbers, ids and months: the small values everything else is made of."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict

from cidesign.domain.problem import Wrong
from cidesign.text import mark, say

_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
FINEST_PLACES = 30
_MONTH = re.compile(r"(\d{4})-(\d{2})(-\d{2})?", re.ASCII)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = frozenset({"\u200c", "\u200d"})
"""Unseen too, but words of several languages are spelled with them."""
MOST_USD = Decimal(10) ** 9
MOST_HOURS = Decimal(10) ** 9
LEAST_HOURS = Decimal("0.001")
"""Beyond these a year's program loses its digits: a billion dollars, a billion hours, a few seconds
a month.
"""
LEAST_GROWTH = Decimal("-0.9")


class Model(BaseModel):
    """A frozen value read or typed in: unknown keys are refused, and one that exists is valid."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def exact(value: Any) -> Decimal:
    """The decimal somebody wrote: 18, 18.0, "18.0" and 1.8e1 are one number.

    Raises:
        Wrong: not a number, not finite, 10^15 or more in size, or finer than 30 places.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise Wrong(
            say("{value} is not a number", value=shown(value)),
            say("write a number such as 12 or 0.25"),
        )
    text = str(value).strip()
    if isinstance(value, str) and not _PLAIN.fullmatch(text):
        raise Wrong(say("{value} is not a number", value=shown(value)), _number_remedy(text))
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise Wrong(
            say("{value} is not a number", value=shown(value)), _number_remedy(text)
        ) from error
    if not number.is_finite():
        raise Wrong(
            say("{value} is not a finite number", value=shown(value)),
            say("write a number such as 12 or 0.25"),
        )
    exponent = int(number.as_tuple().exponent)
    if number and (number.adjusted() >= 15 or exponent < -FINEST_PLACES):
        raise Wrong(
            say("{value} is out of range", value=shown(value)),
            say("write a number below 10^15 with at most 30 decimal places"),
        )
    return number if exponent <= 0 else number.quantize(Decimal(1))


def _number_remedy(text: str) -> str:
    if not text:
        return say("write a number, or leave the whole entry out")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", text):
        return say("write {number}, without a comma", number=text.replace(",", ""))
    if re.fullmatch(r"[+-]?\d+,\d+", text):
        return say(
            "write {number}, with a point instead of the comma", number=text.replace(",", ".")
        )
    if text.casefold().strip("()#") in _NO_NUMBER:
        return say("leave it blank where there is none")
    if found := _MONEY.fullmatch(text):
        return say("write {number}", number=found[1].replace(",", ""))
    if found := _PERCENT.fullmatch(text):
        return say("write {number}", number=plain(Decimal(found[1].replace(",", ".")) / 100))
    if found := _WITH_WORDS.match(text):
        return say("write {number}", number=found[1])
    return say("write a number such as 12 or 0.25")


_NO_NUMBER = frozenset(
    {"n/a", "na", "n.a.", "-", "--", "–", "—", "?", "none", "abstain", "abstained", "tbd", "null"}
)
_MONEY = re.compile(
    r"(?:usd|us)?\s*[$€£]?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*[$€£]?", re.IGNORECASE
)
_PERCENT = re.compile(r"(\d{1,15}(?:[.,]\d{1,10})?)\s*%")
_WITH_WORDS = re.compile(r"(\d{1,15}(?:\.\d{1,10})?)(?:\s*/\s*\d{1,15}$|\s*[-–—:=(]\s*[^\W\d])")


def shown(value: Any) -> str:
    """A value as it stands in a message: text in quotes, on one line, shortened."""
    text = " ".join(str(value).split())
    text = text if len(text) <= 60 else text[:57] + "..."
    return f'"{text}"' if isinstance(value, str) else ("nothing" if value is None else text)


def plain(number: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _at_least_zero(number: Decimal) -> Decimal:
    if number < 0:
        raise Wrong(say("{number} is below 0", number=plain(number)), say("write 0 or more"))
    return number


def _above_zero(number: Decimal) -> Decimal:
    if number <= 0:
        raise Wrong(
            say("{number} is not above 0", number=plain(number)), say("write a number above 0")
        )
    return number


def _dollars(number: Decimal) -> Decimal:
    if number > MOST_USD:
        raise Wrong(
            say("${number} is more than a backbone can cost", number=plain(number)),
            say("write at most {most}", most=plain(MOST_USD)),
        )
    return number


def _hours(number: Decimal) -> Decimal:
    if number > MOST_HOURS or 0 < number < LEAST_HOURS:
        raise Wrong(
            say("{number} hours a month cannot be planned", number=plain(number)),
            say(
                "write 0, or from {least} to {most}",
                least=plain(LEAST_HOURS),
                most=plain(MOST_HOURS),
            ),
        )
    return number


def _share(number: Decimal) -> Decimal:
    if not 0 <= number <= 1:
        raise Wrong(
            say("{number} is not a share from 0 to 1", number=plain(number)),
            say("write 0.25 for 25 percent"),
        )
    return number


def _growth(number: Decimal) -> Decimal:
    if not LEAST_GROWTH <= number <= 1:
        raise Wrong(
            say(
                "{number} is not a yearly growth from {least} to 1",
                number=plain(number),
                least=plain(LEAST_GROWTH),
            ),
            say("write 0.035 for 3.5 percent a year"),
        )
    return number


def _whole(value: Any) -> int:
    number = exact(value)
    if number != number.to_integral_value():
        raise Wrong(
            say("{number} is not a whole number", number=plain(number)),
            say("write a whole number such as 3"),
        )
    return int(number)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise Wrong(say("{value} is not text", value=shown(value)), say("write words"))
        value = str(value)
    return unicodedata.normalize("NFC", value)


def unseen(letter: str) -> bool:
    """Whether nobody can see this letter: two ids that differ only in it would look alike, or break
    a line.
    """
    return unicodedata.category(letter) in _UNSEEN and letter not in _JOINERS


def _id(value: Any) -> str:
    text = _text(value).strip()
    if not text or any(unseen(letter) for letter in text):
        raise Wrong(
            say("{value} is not an id", value=shown(value)),
            say("write a short name without line breaks, such as director"),
        )
    return text


def _month(value: Any) -> str:
    matched = _MONTH.fullmatch(str(value).strip())
    if not matched or not 1 <= int(matched[2]) <= 12 or not 1900 <= int(matched[1]) <= 2200:
        raise Wrong(
            say("{value} is not a month", value=shown(value)),
            say("write year and month, such as 2027-01"),
        )
    return f"{matched[1]}-{matched[2]}"


Exact = Annotated[Decimal, BeforeValidator(exact)]
"""Any finite decimal, kept as written."""
Number = Annotated[Decimal, Field(allow_inf_nan=True)]
"""What somebody's field may hold, finite or not: whoever takes it says what is wrong with it."""
AtLeastZero = Annotated[Exact, AfterValidator(_at_least_zero)]
AboveZero = Annotated[Exact, AfterValidator(_above_zero)]
Dollars = Annotated[AtLeastZero, AfterValidator(_dollars)]
"""0 to a billion."""
Hours = Annotated[AtLeastZero, AfterValidator(_hours)]
"""Hours a month, none or enough to plan with."""
Share = Annotated[Exact, AfterValidator(_share)]
"""0 to 1."""
Growth = Annotated[Exact, AfterValidator(_growth)]
Whole = Annotated[int, BeforeValidator(_whole)]
Flag = Annotated[bool, Strict()]
"""true or false; the words yes and no, and 1 and 0, are neither."""
Text = Annotated[str, BeforeValidator(_text)]
Id = Annotated[str, BeforeValidator(_id)]
Month = Annotated[str, BeforeValidator(_month)]
"""``YYYY-MM``; months compare as text."""


MONTHS = 12
"""Of a year."""


def months_after(month: str, count: int) -> str:
    """The month ``count`` months after ``month`` (before it when negative)."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 + count
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def months_between(first: str, last: str) -> int:
    """How many months ``last`` lies after ``first``; 0 for the same month."""
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])


_TWICE = {
    "member": mark("member {name} stands twice"),
    "funding": mark("funding {name} stands twice"),
    "criterion": mark("criterion {name} stands twice"),
    "capability": mark("capability {name} stands twice"),
    "grant": mark("grant {name} stands twice"),
    "role": mark("role {name} stands twice"),
    "line": mark("line {name} stands twice"),
    "in-kind": mark("in-kind {name} stands twice"),
    "part": mark("{name} is taken on twice"),
}


def no_twice(ids: list[str], kind: str, key: str = "id") -> None:
    """Refuse ids that stand twice in a list.

    Raises:
        Wrong: names each repeated id once, at its second place.
    """
    faults = [
        (
            f"[{place}].{key}",
            say(_TWICE[kind], name=shown(name)),
            say("give each its own id, or delete one"),
        )
        for place, name in enumerate(ids)
        if name in ids[:place]
    ]
    if faults:
        raise Wrong.together(faults)
