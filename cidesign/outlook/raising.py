"""How much must be raised, and from when, so that the money does not run out."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from cidesign.domain.outlook import Outlook

MONTHS = 12


@dataclass(frozen=True)
class Raising:
    """Free money that would keep free cash at 0 or more through the horizon.

    Args:
        from_month: first month of the year in which the money would run out.
        usd_per_year: gross dollars, the same at the start of that year and of each year after.
        years: how many years it is paid in.
    """

    from_month: str
    usd_per_year: float
    years: int

    @property
    def whole_usd_per_year(self) -> int:
        """The amount in whole dollars, rounded up to the next, so that it is enough; dust below
        half a cent is none.
        """
        return ceil(self.usd_per_year - 0.005)


def raising(outlook: Outlook, *, fee_rate: Decimal = Decimal(0)) -> Raising | None:
    """The smallest equal yearly amount that prevents the run-out; None where the money lasts.

    Args:
        outlook: what ``project`` found.
        fee_rate: share the host keeps of all revenue; the amount is before it.
    """
    if outlook.runs_out is None:
        return None
    first = (
        next(place for place, month in enumerate(outlook.months) if month.month == outlook.runs_out)
        // MONTHS
    )
    made_good = Fraction(0)
    least = Fraction(0)
    for place, month in enumerate(outlook.months):
        year = place // MONTHS
        if place % MONTHS == 0 and year:
            made_good += Fraction(outlook.years[year - 1].gap_usd)
        if year >= first:
            least = max(least, (made_good - Fraction(month.free_cash_usd)) / (year - first + 1))
    return Raising(
        outlook.months[first * MONTHS].month,
        float(least / (1 - Fraction(fee_rate))),
        len(outlook.years) - first,
    )
