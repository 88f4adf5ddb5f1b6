"""By how much one candidate can get ahead of another while weights stay within members' ranges, or
keep an order: exactly.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate


def furthest_within(
    gains: Sequence[Fraction], ranges: Sequence[tuple[Fraction, Fraction]]
) -> Fraction:
    """The most that weights within a range for each criterion, which add to 1, make of these gains.

    Args:
        gains: by criterion, the value of one candidate less that of the other.
        ranges: by criterion, smallest and largest share; some weights lie within all of them.

    Source: the fractional knapsack, Dantzig 1957, Operations Research 5(2):266-277: what is left
    goes where it gains most.
    """
    left = 1 - sum((low for low, _ in ranges), Fraction(0))
    total = sum((low * gain for gain, (low, _) in zip(gains, ranges, strict=True)), Fraction(0))
    for gain, (low, high) in sorted(zip(gains, ranges, strict=True), key=lambda one: -one[0]):
        taken = min(high - low, left)
        total += taken * gain
        left -= taken
    return total


def furthest_in_order(gains: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """The most that weights which add to 1 and keep the order of these weights make of the gains;
    equals may weigh any way.

    Source: the corners of such weights are the even shares of the first so many, Kirkwood & Sarin
    1985, Operations Research 33(1):38-48.
    """
    ordered = sorted(zip(weights, gains, strict=True), key=lambda one: (-one[0], -one[1]))
    sums = accumulate(gain for _, gain in ordered)
    return max(total / number for number, total in enumerate(sums, start=1))
