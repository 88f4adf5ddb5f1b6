"""How often something happens in a year, from what people write: monthly, every two weeks, 2x per
month, 1st and 3rd Tuesday.
"""

import re
from decimal import Decimal

from cidesign.domain.value import plain
from cidesign.record.brought.cells import number_in
from cidesign.record.brought.spelling import folded, heard

_A_YEAR: dict[str, int] = {
    **dict.fromkeys(("day", "daily"), 250),
    **dict.fromkeys(("week", "weekly", "wk"), 52),
    **dict.fromkeys(("month", "monthly", "mo"), 12),
    **dict.fromkeys(("quarter", "quarterly"), 4),
    **dict.fromkeys(heard("half year", "semester"), 2),
    **dict.fromkeys(("year", "yearly", "annual", "annually", "annum"), 1),
}
_WHOLE: dict[str, int | Decimal] = {
    **dict.fromkeys(heard("biweekly", "bi-weekly", "fortnightly"), 26),
    **dict.fromkeys(heard("semi-monthly", "semimonthly"), 24),
    **dict.fromkeys(heard("semi-annually", "semiannually", "semi-annual", "half-yearly"), 2),
    **dict.fromkeys(heard("biannually", "biannual"), 2),
    **dict.fromkeys(heard("biennial", "biennially"), Decimal("0.5")),
}
_COUNTS = {
    "a": 1,
    "one": 1,
    "once": 1,
    "two": 2,
    "twice": 2,
    "other": 2,
    "second": 2,
    "three": 3,
    "thrice": 3,
    "third": 3,
    "four": 4,
    "fourth": 4,
    "five": 5,
    "six": 6,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
}
_MANY = r"(\d{1,3}|" + "|".join(_COUNTS) + r")(?:st|nd|rd|th)?"
_UNIT = "|".join(
    heard("day", "week", "wk", "month", "mo", "quarter", "half year", "semester", "year", "annum")
)
_EVERY = re.compile(rf"\b(?:every|each)\s+(?:{_MANY}\s+)?({_UNIT})s?\b")
_TIMES = re.compile(
    rf"\b{_MANY}\s*(?:x|times|meetings|mtgs)?\s*(?:/|per|a|an|each|in a|every)\s*({_UNIT})\b"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ORDINAL = re.compile(r"\b(?:1st|2nd|3rd|4th|first|second|third|fourth|last)\b")
_EVERY_DAY = re.compile(rf"\b(?:every|each)\s+{_DAY}\b|\b{_DAY}s\b")
_WEEKS = 52


def times_a_year(text: str) -> str | None:
    """The number as the record writes it; None where it cannot be told. A bare number is one a
    year; an interval in weeks is rounded to whole times.
    """
    number = number_in(text)
    if number is not None and not number.percent:
        return plain(number.value) if number.value >= 0 else None
    told = folded(text).strip(" .")
    return None if (found := _found(told)) is None else plain(found)


def _found(told: str) -> Decimal | None:
    for words, many in _WHOLE.items():
        if words in told:
            return Decimal(many)
    if hit := _EVERY.search(told):
        apart = _count(hit[1]) if hit[1] else Decimal(1)
        return (_A_YEAR[hit[2]] / apart).quantize(Decimal(1)) if apart else None
    if hit := _TIMES.search(told):
        return _count(hit[1]) * _A_YEAR[hit[2]]
    days = len(_ORDINAL.findall(told)) if re.search(rf"\b{_DAY}\b", told) else 0
    if days:
        return Decimal(12 * days)
    if _EVERY_DAY.search(told):
        return Decimal(_WEEKS)
    for word in re.findall(r"[a-z]+", told):
        if (word in _A_YEAR and word.endswith("ly")) or word == "annual":
            return Decimal(_A_YEAR[word])
    return None


def _count(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() else Decimal(_COUNTS[word])
