"""Reading the answers in a weights file: ids, numbers, fractions, lists; every problem with its
place.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from cidesign.domain.nearest import instead
from cidesign.domain.problem import Problem, Wrong
from cidesign.domain.value import exact, shown, unseen
from cidesign.text import say

FILE = "weights.yaml"
LONGEST_ID = 200


def problems_of_keys(file: Mapping[str, Any], keys: Sequence[str]) -> list[Problem]:
    """Keys that are missing or that the method does not know."""
    known = ("method", *keys)
    missing = [
        Problem(
            f"{FILE}: {key}",
            say("is missing"),
            say("write {key}: as the method {method} asks", key=key, method=file["method"]),
        )
        for key in keys
        if key not in file
    ]
    extra = [
        Problem(
            f"{FILE}: {key}",
            say("{key} is no key of this method", key=shown(str(key))),
            instead(str(key), known),
        )
        for key in file
        if key not in known
    ]
    return missing + extra


def identity(value: Any) -> str | None:
    """The id somebody wrote, None where it is none."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    text = unicodedata.normalize("NFC", str(value)).strip()
    printable = text and not any(unseen(letter) for letter in text)
    return text if printable and len(text) <= LONGEST_ID else None


def ids_of(values: Any, where: str, problems: list[Problem]) -> tuple[str, ...]:
    """A list of ids, each once; what is wrong is added to ``problems``."""
    if not isinstance(values, (list, tuple)) or not values:
        problems.append(
            Problem(
                where,
                say("{given} is no list of ids", given=shown(values)),
                say("write them in brackets, such as [a, b, c]"),
            )
        )
        return ()
    found: list[str] = []
    for place, value in enumerate(values):
        id = identity(value)
        if id is None:
            problems.append(
                Problem(
                    f"{where}[{place}]",
                    say("{value} is not an id", value=shown(value)),
                    say("write a short name such as neutrality"),
                )
            )
        elif id in found:
            problems.append(
                Problem(
                    f"{where}[{place}]",
                    say("{id} stands twice", id=shown(id)),
                    say("name each criterion once"),
                )
            )
        else:
            found.append(id)
    return tuple(found)


def number_of(value: Any, where: str, problems: list[Problem]) -> Fraction | None:
    """A number or a fraction such as 1/3; None, and a problem, where it is neither."""
    top, slash, bottom = value.partition("/") if isinstance(value, str) else (value, "", "")
    try:
        number = Fraction(exact(top))
        below = Fraction(exact(bottom)) if slash else Fraction(1)
    except Wrong as wrong:
        _, what, remedy = wrong.faults[0]
        problems.append(Problem(where, what, remedy))
        return None
    if not below:
        problems.append(
            Problem(
                where,
                say("{value} divides by 0", value=shown(value)),
                say("write a fraction such as 1/3"),
            )
        )
        return None
    return number / below


def numbers_of(
    values: Any, where: str, count: int, least: Fraction, problems: list[Problem]
) -> tuple[Fraction, ...]:
    """A list of so many numbers, none below ``least`` (above 0 where that is 0); what is wrong is
    added to ``problems``.
    """
    if not isinstance(values, (list, tuple)):
        problems.append(
            Problem(
                where,
                say("{given} is no list", given=shown(values)),
                say("write numbers in brackets, such as [3, 1/2]"),
            )
        )
        return ()
    if len(values) != count:
        problems.append(
            Problem(
                where,
                say("holds {found} numbers instead of {asked}", found=len(values), asked=count),
                say("write {count}, in the order of the ids", count=count),
            )
        )
    found = []
    for place, value in enumerate(values):
        number = number_of(value, f"{where}[{place}]", problems)
        if number is not None and (number < least or number <= 0):
            asked = (
                say("write {least} or more", least=least)
                if least
                else say("write a number above 0, such as 3 or 1/3")
            )
            problems.append(
                Problem(
                    f"{where}[{place}]", say("{value} is too small", value=shown(str(value))), asked
                )
            )
        elif number is not None:
            found.append(number)
    return tuple(found)
