"""Whether raters agree on the level or only on the differences: the six intraclass correlations,
with their intervals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cidesign.selection.agreement.f_distribution import f_quantile

Table = Sequence[Sequence[Fraction]]
"""Candidates x raters, without gaps."""
FORMS = ("1,1", "2,1", "3,1", "1,k", "2,k", "3,k")
UPPER = 0.975


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


def icc_intervals(table: Table) -> dict[str, tuple[float, float] | None]:
    """The 95% interval of each form; None where it would divide by zero.

    Source: Shrout & Fleiss 1979; the forms "2,1" and "2,k" by Satterthwaite's degrees of freedom,
    as there.
    """
    squares = mean_squares(table)
    n, k = squares.candidates, squares.raters
    one = _by_ratio(squares.between, squares.within, n - 1, n * (k - 1), k)
    three = _by_ratio(squares.between, squares.error, n - 1, (n - 1) * (k - 1), k)
    two = _two(squares)
    return {
        "1,1": one[0],
        "2,1": two,
        "3,1": three[0],
        "1,k": one[1],
        "2,k": _together(two, k),
        "3,k": three[1],
    }


Interval = tuple[float, float] | None


def _by_ratio(
    above: Fraction, below: Fraction, df_above: int, df_below: int, k: int
) -> tuple[Interval, Interval]:
    if not above or not below:
        return None, None
    ratio = float(above / below)
    low, high = (
        ratio / f_quantile(UPPER, df_above, df_below),
        ratio * f_quantile(UPPER, df_below, df_above),
    )
    return ((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)), (1 - 1 / low, 1 - 1 / high)


def _two(squares: MeanSquares) -> Interval:
    n, k, b, j, e = (
        squares.candidates,
        squares.raters,
        squares.between,
        squares.judges,
        squares.error,
    )
    below = b + (k - 1) * e + k * (j - e) / n
    if not b or not e or not below:
        return None
    share, ratio = (b - e) / below, j / e
    rest = n * (1 + (k - 1) * share) - k * share
    df_below = (n - 1) * k**2 * share**2 * ratio**2 + rest**2
    if not df_below:
        return None
    df = float((k - 1) * (n - 1) * (k * share * ratio + rest) ** 2 / df_below)
    if df <= 0:
        return None
    down, up = f_quantile(UPPER, n - 1, df), f_quantile(UPPER, df, n - 1)
    other = float(k * j + (k * n - k - n) * e)
    low = n * (float(b) - down * float(e)) / (down * other + n * float(b))
    high = n * (up * float(b) - float(e)) / (other + n * up * float(b))
    return low, high


def _together(single: Interval, k: int) -> Interval:
    """The same of the mean of all raters (Spearman 1910, Brown 1910)."""
    if single is None or any(1 + (k - 1) * end <= 0 for end in single):
        return None
    low, high = single
    return k * low / (1 + (k - 1) * low), k * high / (1 + (k - 1) * high)
