"""Weights said as numbers: directly, or as swings from the worst to the best of each scale."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.selection.elicit.answers import FILE, identity, number_of
from cidesign.selection.elicit.method import Method, Weights
from cidesign.text import mark, say


def direct(file: Mapping[str, Any]) -> Weights:
    """Each number divided by their sum, exactly.

    Source: direct rating, von Winterfeldt & Edwards 1986, Decision Analysis and Behavioral
    Research, chapter 8.
    """
    return Weights(_shares(file["direct"], f"{FILE}: direct"))


def swing(file: Mapping[str, Any]) -> Weights:
    """Swings (100 for the improvement from worst to best that matters most, the others beside it)
    divided by their sum, exactly.

    Source: swing weighting, von Winterfeldt & Edwards 1986, Decision Analysis and Behavioral
    Research, chapter 8.
    """
    return Weights(_shares(file["swing"], f"{FILE}: swing"))


def _shares(values: Any, where: str) -> dict[str, Fraction]:
    problems: list[Problem] = []
    numbers: dict[str, Fraction] = {}
    if not isinstance(values, Mapping) or not values:
        raise BadInput(
            [
                Problem(
                    where,
                    say("{values} says no weights", values=shown(values)),
                    say("write ids with numbers, such as {a: 3, b: 2}"),
                )
            ]
        )
    for key, value in values.items():
        id = identity(key)
        number = number_of(value, f"{where}.{key}", problems)
        if id is None:
            problems.append(
                Problem(
                    where,
                    say("{key} is not an id", key=shown(key)),
                    say("write a short name such as neutrality"),
                )
            )
        elif id in numbers:
            problems.append(
                Problem(
                    f"{where}.{key}",
                    say("{id} stands twice", id=shown(id)),
                    say("name each criterion once"),
                )
            )
        elif number is not None and number < 0:
            problems.append(
                Problem(
                    f"{where}.{key}",
                    say("{value} is below 0", value=shown(str(value))),
                    say("write 0 or more"),
                )
            )
        else:
            numbers[id] = number or Fraction(0)
    if not problems and not any(numbers.values()):
        problems.append(
            Problem(
                where, say("all weights are 0"), say("give at least one criterion a weight above 0")
            )
        )
    if problems:
        raise BadInput(problems)
    total = sum(numbers.values(), Fraction(0))
    return {id: number / total for id, number in numbers.items()}


DIRECT = Method("direct", mark("Say each weight"), ("direct",), direct)
SWING = Method("swing", mark("Compare swings from worst to best"), ("swing",), swing)
