"""How much must be raised, and from when, so that the money does not run out."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from cidesign.domain.outlook import Outlook
from cidesign.domain.value import MONTHS
from cidesign.outlook.cash import HALF_A_CENT


@dataclass(frozen=True)
class Raising:
    """Free money that would make good what is missing at the very end; a bridge on the way may
    still be needed.

    Args:
        from_month: first month of the year in which the money would run out.
        usd_per_year: gross dollars, the same at the start of that year and of each year after.
        years: how many years it is paid in.
        credit_usd: the credit that is needed for some months even so.
        credit_months: these months.
    """

    from_month: str
    usd_per_year: float
    years: int
    credit_usd: float = 0.0
    credit_months: tuple[str, ...] = ()

    @property
    def whole_usd_per_year(self) -> int:
        """The amount in whole dollars, rounded up to the next, so that it is enough; dust below
        half a cent is none.
        """
        return ceil(self.usd_per_year - 0.005)


def raising(outlook: Outlook, *, fee_rate: Decimal = Decimal(0)) -> Raising | None:
    """The equal yearly amount with which nothing is missing at the end; None where the money lasts.

    Args:
        outlook: what ``project`` found.
        fee_rate: share the host keeps of all revenue; the amount is before it.
    """
    if outlook.runs_out is None:
        return None
    names = [month.month for month in outlook.months]
    first = names.index(outlook.runs_out) // MONTHS
    years = len(outlook.years) - first
    least = Fraction(outlook.missing_usd) / years
    paid = (max(0, place // MONTHS - first + 1) for place in range(len(outlook.months)))
    cash = [
        Fraction(month.free_cash_usd) + times * least
        for month, times in zip(outlook.months, paid, strict=True)
    ]
    lowest = min(cash)
    short = tuple(name for name, usd in zip(names, cash, strict=True) if usd < -HALF_A_CENT)
    return Raising(
        outlook.months[first * MONTHS].month,
        float(least / (1 - Fraction(fee_rate))),
        years,
        credit_usd=float(-lowest) if short else 0.0,
        credit_months=short,
    )
