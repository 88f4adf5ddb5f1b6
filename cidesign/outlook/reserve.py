"""How long the free cash of each year's end would last."""

from cidesign.domain.outlook import OutlookYear
from cidesign.domain.value import MONTHS


def months_of_reserve(year: OutlookYear) -> float | None:
    """Months of the year's own cost that its closing balance would pay, 0 where it is below 0; None
    where the year costs nothing.
    """
    return max(0.0, year.balance_usd) / (year.cost_usd / MONTHS) if year.cost_usd > 0 else None
