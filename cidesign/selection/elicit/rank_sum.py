"""Weights from a ranking that fall by the same step from place to place: a flatter reading than the
centroid, shown beside it.
"""

from fractions import Fraction


def rank_sum(count: int) -> tuple[Fraction, ...]:
    """Weight of each place, first to last: the k-th is 2 (n + 1 - k) / (n (n + 1)).

    Source: Stillwell, Seaver & Edwards 1981, Organizational Behavior and Human Performance
    28(1):62-77.
    """
    return tuple(
        Fraction(2 * (count + 1 - place), count * (count + 1)) for place in range(1, count + 1)
    )
