"""How near the scores of one cell stand to each other on their scale: Tastle and Wierman's
consensus.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import fsum, log2

from cidesign.selection.agreement.whole_numbers import in_parts, parts_of


def consensus(shares: Sequence[Fraction]) -> float:
    """1 where all say the same, 0 where half stand at each end of the scale.

    Args:
        shares: at least one, each from 0 (worst) to 1 (best).

    Source: Tastle & Wierman 2007, International Journal of Approximate Reasoning 45(3):531-545.
    """
    parts, n = parts_of(shares), len(shares)
    numbers = in_parts(shares, parts)
    total = sum(numbers)
    return (
        1
        + fsum(log2((n * parts - abs(n * number - total)) / (n * parts)) for number in numbers) / n
    )
