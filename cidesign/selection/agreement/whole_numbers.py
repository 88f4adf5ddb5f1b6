"""Exact values as whole numbers of one small part, so that large panels are summed exactly and
fast.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm


def parts_of(values: Iterable[Fraction]) -> int:
    """Into how many parts one must be cut so that every value is a whole number of them."""
    return lcm(*{value.denominator for value in values})


def in_parts(values: Iterable[Fraction], parts: int) -> list[int]:
    """Each value as that many parts of one."""
    return [value.numerator * (parts // value.denominator) for value in values]


def squared_differences(numbers: Sequence[int]) -> int:
    """The sum of squared differences over all ordered pairs: 2 (m x sum of squares - square of the
    sum).
    """
    total = sum(numbers)
    return 2 * (len(numbers) * sum(number * number for number in numbers) - total * total)
