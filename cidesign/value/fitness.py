"""A fitness check: each of a candidate's panel values against the mark the rule sheet fixed for it,
exactly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.rules import RuleSheet
from cidesign.value.points import passes, scale_share


@dataclass(frozen=True)
class Fit:
    """One criterion of a fitness check.

    Args:
        value: the panel's, None where nobody scored.
        share: where it lies on the scale, 0 at the worst end, 1 at the best.
        mark: the pass mark, None where the sheet has none; mark_share likewise.
        passed: whether the value is not worse than the mark; None where there is no mark or no
            value.
    """

    criterion: str
    value: Fraction | None
    share: Fraction | None
    mark: Decimal | None
    mark_share: Fraction | None
    passed: bool | None


def fitness(rules: RuleSheet, cells: Mapping[str, Fraction | None]) -> tuple[Fit, ...]:
    """Every criterion of the sheet, in its order.

    Args:
        rules: scales and pass marks.
        cells: panel value by criterion, as in a standing of ``rank``.
    """
    fits = []
    for criterion in rules.criteria:
        value, mark = cells.get(criterion.id), criterion.pass_mark
        passed = None if value is None or mark is None else passes(criterion, value)
        fits.append(
            Fit(
                criterion.id,
                value,
                None if value is None else scale_share(criterion.scale, value),
                mark,
                None if mark is None else scale_share(criterion.scale, Fraction(mark)),
                passed,
            )
        )
    return tuple(fits)
