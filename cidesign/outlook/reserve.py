"""How long the reserve of each year's end would last."""

from cidesign.domain.outlook import OutlookYear

MONTHS = 12


def months_of_reserve(year: OutlookYear) -> float | None:
    """Months of the year's own cost that its closing reserve would pay; None where the year costs
    nothing.
    """
    return year.reserve_usd / (year.cost_usd / MONTHS) if year.cost_usd > 0 else None
