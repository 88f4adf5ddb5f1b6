"""What to talk about first: the cells in which the raters' scores lie furthest apart."""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from cidesign.domain.agreement import AgendaCell, RaterSheets
from cidesign.selection.agreement.consensus import consensus
from cidesign.selection.agreement.whole_numbers import in_parts, parts_of, squared_differences


def agenda(sheets: RaterSheets) -> tuple[AgendaCell, ...]:
    """Every cell with at least two scores, largest spread first, then by candidate and criterion
    id.

    Source: the spread is the usual sample standard deviation; the order is ours.
    """
    found = [
        (variance(list(given.values())), *cell)
        for cell, given in sheets.shares.items()
        if len(given) > 1
    ]
    ordered = sorted(found, key=lambda one: (-one[0], one[1], one[2]))
    return tuple(
        AgendaCell(
            candidate=candidate,
            criterion=criterion,
            spread=sqrt(spread),
            consensus=consensus(list(sheets.shares[candidate, criterion].values())),
            scores=tuple(sorted(sheets.scores[candidate, criterion].values())),
        )
        for spread, candidate, criterion in ordered
    )


def variance(shares: Sequence[Fraction]) -> Fraction:
    """The sample variance (n - 1) of two numbers or more, exactly, so that equal spreads are
    equal.
    """
    parts, n = parts_of(shares), len(shares)
    return Fraction(squared_differences(in_parts(shares, parts)), 2 * n * (n - 1) * parts * parts)
