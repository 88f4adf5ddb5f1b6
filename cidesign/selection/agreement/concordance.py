"""Whether raters put the candidates in the same order: Kendall's coefficient of concordance,
corrected for ties.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction


def kendall_w(table: Sequence[Sequence[Fraction]]) -> float | None:
    """W: 1 where all raters give the same order, 0 where their orders cancel each other.

    Args:
        table: candidates x raters, without gaps. Equal values are found on exact numbers and share
            their mean rank.

    Returns:
        from 0 to 1; None where every rater gives all candidates the same.

    Source: Kendall & Babington Smith 1939, Annals of Mathematical Statistics 10(3):275-287; ties as
    in Siegel 1956, chapter 9.
    """
    n, m = len(table), len(table[0])
    ranked = [mean_ranks(column) for column in zip(*table)]
    sums = [sum(ranks, Fraction(0)) for ranks in zip(*ranked)]
    middle = Fraction(m * (n + 1), 2)
    spread = sum(((total - middle) ** 2 for total in sums), Fraction(0))
    ties = sum(count**3 - count for column in zip(*table) for count in Counter(column).values())
    below = m * m * (n**3 - n) - m * ties
    return float(12 * spread / below) if below else None


def mean_ranks(values: Sequence[Fraction]) -> list[Fraction]:
    """Ranks from 1, the smallest first; equal values share the mean of their places."""
    numbers = Counter(values)
    rank, below = {}, 0
    for value in sorted(numbers):
        rank[value] = below + Fraction(numbers[value] + 1, 2)
        below += numbers[value]
    return [rank[value] for value in values]
