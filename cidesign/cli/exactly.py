"""Answers as one JSON object: finite decimals exactly, everything else to 12 significant digits."""

import json
import math
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

DIGITS = 12
_ROUND = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_ENOUGH = Context(prec=1000)


def json_text(value: Any, indent: int = 0) -> str:
    """A value as JSON, keys in the order given.

    Raises:
        TypeError: something JSON has no shape for.
        ValueError: a number that is not finite.
    """
    pad, end = " " * (indent + 2), " " * indent
    if isinstance(value, Mapping):
        parts = [
            f"{pad}{json.dumps(_key(key))}: {json_text(item, indent + 2)}"
            for key, item in value.items()
        ]
        return "{\n" + ",\n".join(parts) + f"\n{end}}}" if parts else "{}"
    if isinstance(value, (list, tuple)):
        parts = [pad + json_text(item, indent + 2) for item in value]
        return "[\n" + ",\n".join(parts) + f"\n{end}]" if parts else "[]"
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value.value if isinstance(value, Enum) else value)
    return number_text(value)


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{key!r} is no key of a JSON object")
    return key.value if isinstance(key, Enum) else key


def number_text(value: Any) -> str:
    """A number as JSON writes it, without exponent as long as it stays short.

    Raises:
        TypeError, ValueError: as above.
    """
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} cannot be told")
        return _plain(_ROUND.create_decimal(repr(value)))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} cannot be told")
        return _plain(value)
    if isinstance(value, Fraction):
        context = _ENOUGH if ends(value) else _ROUND
        return _plain(context.divide(Decimal(value.numerator), Decimal(value.denominator)))
    raise TypeError(f"{value!r} is no number")


def ends(value: Fraction) -> bool:
    """Whether the decimal expansion ends: no other primes than 2 and 5 below the line."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _plain(number: Decimal) -> str:
    short = number.normalize(_ENOUGH)
    if not short:
        return "0"
    return format(short, "f") if -DIGITS * 3 <= short.adjusted() <= DIGITS * 3 else str(short)
