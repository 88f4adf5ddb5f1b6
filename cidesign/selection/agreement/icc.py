"""Whether raters agree on the level or only on the differences: the six intraclass correlations."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Table = Sequence[Sequence[Fraction]]
"""Candidates x raters, without gaps."""
FORMS = ("1,1", "2,1", "3,1", "1,k", "2,k", "3,k")


@dataclass(frozen=True)
class MeanSquares:
    """Where the points of a complete table vary.

    Args:
        candidates: how many; raters likewise.
        between: between candidates; within: within them; judges: between raters; error: what is
            left of both.
    """

    candidates: int
    raters: int
    between: Fraction
    within: Fraction
    judges: Fraction
    error: Fraction


def mean_squares(table: Table) -> MeanSquares:
    """The mean squares of a table of at least two candidates by two raters.

    Source: Shrout & Fleiss 1979, Psychological Bulletin 86(2):420-428, table 3.
    """
    n, k = len(table), len(table[0])
    rows = [sum(row, Fraction(0)) / k for row in table]
    columns = [sum(column, Fraction(0)) / n for column in zip(*table)]
    grand = sum(rows, Fraction(0)) / n
    between = k * sum(((mean - grand) ** 2 for mean in rows), Fraction(0))
    judges = n * sum(((mean - grand) ** 2 for mean in columns), Fraction(0))
    within = sum(
        ((value - mean) ** 2 for row, mean in zip(table, rows) for value in row), Fraction(0)
    )
    return MeanSquares(
        candidates=n,
        raters=k,
        between=between / (n - 1),
        within=within / (n * (k - 1)),
        judges=judges / (k - 1),
        error=(within - judges) / ((n - 1) * (k - 1)),
    )


def icc(table: Table) -> dict[str, float | None]:
    """The six forms: "1", "2", "3" for raters drawn anew for each candidate, drawn once, or these
    very ones; "1" rater or "k" together.

    Returns:
        by form, at most 1; None where it would divide by zero.

    Source: Shrout & Fleiss 1979, Psychological Bulletin 86(2):420-428.
    """
    squares = mean_squares(table)
    n, k, b, w, j, e = (
        squares.candidates,
        squares.raters,
        squares.between,
        squares.within,
        squares.judges,
        squares.error,
    )
    parts = {
        "1,1": (b - w, b + (k - 1) * w),
        "2,1": (b - e, b + (k - 1) * e + k * (j - e) / n),
        "3,1": (b - e, b + (k - 1) * e),
        "1,k": (b - w, b),
        "2,k": (b - e, b + (j - e) / n),
        "3,k": (b - e, b),
    }
    return {form: float(above / below) if below else None for form, (above, below) in parts.items()}
