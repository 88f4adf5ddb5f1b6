"""How much of what raters say is agreement and how much could be chance: Krippendorff's alpha, with
an interval.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from cidesign.selection.agreement.whole_numbers import in_parts, parts_of, squared_differences

Unit = Sequence[Fraction]
"""What the raters say of one candidate, without gaps, in any order."""
DRAWS = 20_000
"""Ten times the contract's 2,000, so that the ends of the interval hardly move with the seed."""
FEWEST_FOR_AN_INTERVAL = 5
PERCENTILES = (2.5, 97.5)


def alpha(units: Sequence[Unit]) -> float | None:
    """Alpha at interval level: 1 minus the squared differences within candidates over those between
    any two sheets.

    Args:
        units: one for each candidate; those with fewer than two values do not count.

    Returns:
        1 for full agreement, 0 for what chance gives, below 0 for less; None where nothing counts
        or all values are equal.

    Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; the differences by sums
    of squares, exactly.
    """
    counted = _counted(countable(units))
    values = [value for unit in counted for value in unit]
    expected = squared_differences(values)
    if not expected:
        return None
    observed = sum(
        (Fraction(squared_differences(unit), len(unit) - 1) for unit in counted), Fraction(0)
    )
    return float(1 - (len(values) - 1) * observed / expected)


def countable(units: Sequence[Unit]) -> list[Unit]:
    """The units with two values or more."""
    return [unit for unit in units if len(unit) > 1]


def _counted(units: Sequence[Unit]) -> list[list[int]]:
    parts = parts_of(value for unit in units for value in unit)
    return [in_parts(unit, parts) for unit in units]


def alpha_interval(
    units: Sequence[Unit], *, seed: int, draws: int = DRAWS
) -> tuple[float, float] | None:
    """The range in which alpha lies in 95 of 100 draws of as many candidates, with replacement
    (percentile bootstrap).

    Args:
        units: as for ``alpha``, in a fixed order.
        seed: where the draws start; draws: how many.

    Returns:
        2.5 and 97.5 percent points of the draws that vary at all; None with fewer than five
        candidates that count.

    Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13; units drawn as in
    Zapf and others 2016, BMC Medical Research Methodology 16:93.
    """
    if len(countable(units)) < FEWEST_FOR_AN_INTERVAL or alpha(units) is None:
        return None
    counted = _counted(countable(units))
    drawn = np.random.default_rng(seed).integers(0, len(counted), size=(draws, len(counted)))
    varied = drawn[_varies(counted, drawn)]
    if not len(varied):
        return None
    sizes, sums, squares, within = _sums(counted)
    n, total = sizes[varied].sum(axis=1), sums[varied].sum(axis=1)
    expected = 2 * (n * squares[varied].sum(axis=1) - total * total)
    drawn_alphas = 1 - (n - 1) * within[varied].sum(axis=1) / expected
    low, high = np.percentile(drawn_alphas, PERCENTILES)
    return float(low), float(high)


def _varies(units: Sequence[Sequence[int]], drawn: np.ndarray) -> np.ndarray:
    """By draw, whether any two of its values differ; told from exact values, not from rounded
    sums.
    """
    place = {
        value: number
        for number, value in enumerate(sorted({value for unit in units for value in unit}))
    }
    lowest, highest = (
        np.array([place[min(unit)] for unit in units]),
        np.array([place[max(unit)] for unit in units]),
    )
    different: np.ndarray = lowest[drawn].min(axis=1) < highest[drawn].max(axis=1)
    return different


def _sums(units: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """By unit: number, sum, sum of squares, squared differences; values as distances from their
    mean, so that no digits are lost.
    """
    values = [value for unit in units for value in unit]
    n, total = len(values), sum(values)
    size = max(abs(n * value - total) for value in values)
    centered = [np.array([(n * value - total) / size for value in unit]) for unit in units]
    return (
        np.array([len(unit) for unit in units], dtype=float),
        np.array([unit.sum() for unit in centered]),
        np.array([(unit * unit).sum() for unit in centered]),
        np.array(
            [squared_differences(unit) * n * n / ((len(unit) - 1) * size * size) for unit in units]
        ),
    )
