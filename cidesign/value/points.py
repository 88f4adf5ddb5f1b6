"""From a value on a scale to points, exactly: no rounding unless the rule sheet rounds."""

from decimal import Decimal, localcontext
from fractions import Fraction

from cidesign.domain.rules import Criterion, Rounding, Scale
from cidesign.domain.value import plain


def half_up(value: Fraction, places: int | None) -> Fraction:
    """The value rounded to decimal places, halves away from zero; unchanged where ``places`` is
    None.
    """
    if places is None:
        return value
    steps = abs(value) * 10**places
    rounded = Fraction(
        (2 * steps.numerator + steps.denominator) // (2 * steps.denominator), 10**places
    )
    return rounded if value >= 0 else -rounded


def scale_share(scale: Scale, value: Fraction) -> Fraction:
    """Where a value lies on its scale: 0 at the worst end, 1 at the best; either end may be the
    larger number.
    """
    worst, best = Fraction(scale.worst), Fraction(scale.best)
    return (value - worst) / (best - worst)


def product(criterion: Criterion, value: Fraction, rounding: Rounding) -> Fraction:
    """Points one criterion gives: weight x share of the scale, rounded where the sheet rounds
    products.

    Source: additive value model, Keeney & Raiffa 1976, Decisions with Multiple Objectives, chapter
    3.
    """
    return half_up(
        Fraction(criterion.weight) * scale_share(criterion.scale, value), rounding.points
    )


def good_direction(criterion: Criterion, value: Fraction) -> Fraction:
    """The value with its sign turned where lower is better, so that larger is always better."""
    return value if criterion.scale.best > criterion.scale.worst else -value


def passes(criterion: Criterion, value: Fraction) -> bool:
    """Whether a panel value is not worse than the criterion's pass mark; every value passes where
    there is none.
    """
    mark = criterion.pass_mark
    return mark is None or good_direction(criterion, value) >= good_direction(
        criterion, Fraction(mark)
    )


def told(value: Fraction, digits: int = 6) -> str:
    """A value for a sentence: as people write it, at most so many significant digits."""
    with localcontext(prec=digits):
        return plain(Decimal(value.numerator) / Decimal(value.denominator))
