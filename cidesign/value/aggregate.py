"""How the counted scores of one cell become the panel's value: mean, median, trimmed or consensus."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from cidesign.domain.rules import Aggregation

CONSENSUS_RATER = "panel"
"""A consensus is entered under this name; with that rule all other rows are ignored."""
FEWEST_TO_TRIM = 3


def mean(scores: Sequence[Fraction]) -> Fraction:
    """Sum divided by number."""
    return sum(scores, Fraction(0)) / len(scores)


def median(scores: Sequence[Fraction]) -> Fraction:
    """The middle score; the mean of the middle two where their number is even."""
    ordered, middle = sorted(scores), len(scores) // 2
    return ordered[middle] if len(ordered) % 2 else mean(ordered[middle - 1 : middle + 1])


def trimmed(scores: Sequence[Fraction]) -> Fraction:
    """The mean without one highest and one lowest score; the plain mean of fewer than three."""
    return mean(scores) if len(scores) < FEWEST_TO_TRIM else mean(sorted(scores)[1:-1])


AGGREGATES: tuple[tuple[Aggregation, Callable[[Sequence[Fraction]], Fraction]], ...] = (
    (Aggregation.MEAN, mean),
    (Aggregation.MEDIAN, median),
    (Aggregation.TRIMMED, trimmed),
    (Aggregation.CONSENSUS, mean),  # of one score: only the panel's own counts
)


def panel_value(aggregation: Aggregation, scores: Sequence[Fraction]) -> Fraction:
    """The panel's value of a cell; ``scores`` holds at least one, in any order."""
    return dict(AGGREGATES)[aggregation](scores)
