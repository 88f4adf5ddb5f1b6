"""Weights from a ranking that fall as 1, 1/2, 1/3 and so on: another reading of it, shown beside
the centroid.
"""

from fractions import Fraction


def rank_reciprocal(count: int) -> tuple[Fraction, ...]:
    """Weight of each place, first to last: the k-th is 1/k, divided by the sum over all places.

    Source: Stillwell, Seaver & Edwards 1981, Organizational Behavior and Human Performance
    28(1):62-77.
    """
    total = sum((Fraction(1, place) for place in range(1, count + 1)), Fraction(0))
    return tuple(Fraction(1, place) / total for place in range(1, count + 1))
