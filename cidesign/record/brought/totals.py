"""Sums, averages and the like in a table: told by their name, or by adding up."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from cidesign.record.brought.spelling import bare, heard

_SUMS = frozenset(
    heard(
        *("total", "totals", "sum", "sums", "subtotal", "subtotals", "sub total", "grand total"),
        *("average", "averages", "avg", "mean", "means", "median", "std", "stdev", "std dev"),
        *("standard deviation", "variance", "count", "min", "max", "minimum", "maximum", "range"),
        *("rank", "ranks", "ranking", "overall rank", "place", "overall", "combined", "result"),
        *("final score", "final", "overall score", "overall rating", "percent", "percentage"),
        *("total score", "total points", "score total", "points total", "sum of scores"),
        *("average score", "avg score", "mean score", "weighted total", "weighted average"),
        *("weighted score", "weighted sum", "weighted mean", "panel average", "panel mean"),
        *("total average", "average total", "overall average", "overall total", "total weighted"),
        *("total weighted score", "grand average", "all", "group average", "committee average"),
        *("summe", "mittelwert", "durchschnitt", "suma", "promedio", "moyenne", "somme", "media"),
    )
)
_FIRST = frozenset(
    [
        "total",
        "totals",
        "sum",
        "subtotal",
        "average",
        "avg",
        "mean",
        "median",
        "overall",
        "weighted",
        "grand",
        "stdev",
        "rank",
    ]
)
_ANYWHERE = frozenset({"total", "totals", "subtotal", "average", "averages"})
_WEIGHTS = frozenset({"weight", "weights", "weighting", "weightage"})
_SCALES = frozenset(
    heard(
        *("weight", "weights", "weighting", "weight percent", "criteria weight", "weightage"),
        *("max", "maximum", "max points", "maximum points", "max score", "maximum score"),
        *("points possible", "possible points", "points available", "available points"),
        *("out of", "possible", "scale", "max possible", "total possible", "points allowed"),
    )
)


def is_sum(text: str) -> bool:
    """Whether a header or a row's name says that sums or averages stand there."""
    told = bare(text)
    if told in _SUMS:
        return True
    words = told.split()
    if not words or len(words) > 6:
        return False
    return words[0] in _FIRST or words[-1] in _FIRST or bool(_ANYWHERE & set(words))


def is_weighted(text: str) -> bool:
    """Whether a header says that a score stands there once more, multiplied."""
    return bool({"weighted", "wtd", "normalized", "normalised", "adjusted"} & {*bare(text).split()})


def is_scale(text: str) -> bool:
    """Whether weights or the most points possible stand there."""
    told = bare(text)
    words = told.split()
    return told in _SCALES or (len(words) <= 3 and bool(_WEIGHTS & set(words)))


def adds_up(values: Sequence[Decimal], others: Iterable[Sequence[Decimal]]) -> bool:
    """Whether a row of numbers is the sum or the average of several others, cell by cell; too few
    cells, or averages that are all whole, can be so by chance.
    """
    rows = [row for row in others if len(row) == len(values)]
    if len(rows) < 2 or len(values) < 3:
        return False
    sums = [sum(column, Decimal(0)) for column in zip(*rows)]
    if list(values) == sums:
        return True
    near = Decimal("0.051")
    broken = len(values) > 3 and any(value % 1 for value in values)
    return broken and all(
        abs(value - total / len(rows)) <= near for value, total in zip(values, sums)
    )
