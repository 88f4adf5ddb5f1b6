"""How the counted scores of one cell become the panel's value: mean, median, trimmed or consensus,
over raters or over seats.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from cidesign.domain.rules import Aggregation, RuleSheet, Seats
from cidesign.value.points import half_up

CONSENSUS_RATER = "panel"
"""A consensus is entered under this name; with that rule all other rows are ignored."""
FEWEST_TO_TRIM = 3


def mean(scores: Sequence[Fraction]) -> Fraction:
    """Sum divided by number."""
    whole = lcm(
        *(score.denominator for score in scores)
    )  # one sum of integers: a panel of a hundred candidates has many means
    return Fraction(
        sum(score.numerator * (whole // score.denominator) for score in scores), whole * len(scores)
    )


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


def panel_value(
    rules: RuleSheet, by_rater: Mapping[str, Fraction], seats: Mapping[str, str]
) -> Fraction:
    """The panel's value of one cell, by the sheet's aggregation and rounded where the sheet rounds
    cells; the one place that makes it.

    Where seats count equally it is the mean, over the seats with a counted score in the cell, of
    each seat's own aggregate.

    Args:
        rules: the sheet.
        by_rater: the counted scores, at least one.
        seats: by rater, her seat; asked only where seats count equally.

    Raises:
        KeyError: seats count equally and a rater has none (``counted_seats`` finds that before).
    """
    inside = dict(AGGREGATES)[rules.aggregation]
    if rules.seats is Seats.EACH_RATER:
        return half_up(inside(list(by_rater.values())), rules.rounding.cell)
    return half_up(
        mean([inside(scores) for scores in scores_of_seats(by_rater, seats).values()]),
        rules.rounding.cell,
    )


def scores_of_seats(
    by_rater: Mapping[str, Fraction], seats: Mapping[str, str]
) -> dict[str, list[Fraction]]:
    """The scores of one cell by seat; a seat nobody of which scored it is absent.

    Raises:
        KeyError: a rater has no seat.
    """
    found: dict[str, list[Fraction]] = defaultdict(list)
    for rater, score in by_rater.items():
        found[seats[rater]].append(score)
    return dict(found)
