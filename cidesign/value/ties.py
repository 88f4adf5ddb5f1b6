"""Who stands before whom: ranks 1, 2, 2, 4 on exact points, and the sealed rules that part
equals.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from hashlib import sha256
from itertools import accumulate, groupby

from cidesign.domain.panel import Standing
from cidesign.domain.rules import RuleSheet
from cidesign.value.points import good_direction, passes

Key = Callable[[Standing], tuple[Fraction | int, ...]]


def lot_of(number: str, candidate: str) -> int:
    """The lot a candidate draws: sha256 of ``<number>|<candidate id>``; the smallest comes
    first.
    """
    return int(sha256(f"{number}|{candidate}".encode()).hexdigest(), 16)


def ranked(
    rules: RuleSheet, standings: Sequence[Standing], lot: str | None
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Ranks and the candidates that share each, best first; ids of one rank are sorted.

    Args:
        standings: those that may be ranked; their points are no gaps.
        lot: the number drawn in public, None where none was drawn (a tie left to the lot then
            stays).
    """
    key = _key(rules, lot)
    ordered = sorted(standings, key=lambda standing: (key(standing), standing.candidate))
    groups = [tuple(standing.candidate for standing in group) for _, group in groupby(ordered, key)]
    first = accumulate((len(group) for group in groups), initial=1)
    return tuple(zip(first, groups))


def first_placed(
    rules: RuleSheet, standings: Iterable[Standing], lot: str | None
) -> tuple[str, ...]:
    """Who comes first, by id, among those that have points and pass every mark; eligibility and
    quorum are not asked again.

    Args:
        rules: the sheet, its pass marks and its tie rules.
        standings: may have gaps; those that do cannot be first.
        lot: as in ``ranked``.
    """
    key = _key(rules, lot)
    places = {
        one.candidate: key(one)
        for one in standings
        if one.points is not None and _passes(rules, one)
    }
    best = min(places.values(), default=())
    return tuple(sorted(candidate for candidate, place in places.items() if place == best))


def _passes(rules: RuleSheet, standing: Standing) -> bool:
    values = [
        (criterion, standing.cells[criterion.id])
        for criterion in rules.criteria
        if criterion.pass_mark is not None
    ]
    return all(value is not None and passes(criterion, value) for criterion, value in values)


def _key(rules: RuleSheet, lot: str | None) -> Key:
    breakers = [
        rules.criterion(rule.removeprefix("criterion:"))
        for rule in rules.ties
        if rule.startswith("criterion:")
    ]
    drawn = lot if rules.ties[-1] == "lot" else None

    def key(standing: Standing) -> tuple[Fraction | int, ...]:
        values = [
            -good_direction(criterion, standing.cells[criterion.id] or Fraction(0))
            for criterion in breakers
        ]
        lots = [lot_of(drawn, standing.candidate)] if drawn is not None else []
        return (-(standing.points or Fraction(0)), *values, *lots)

    return key
