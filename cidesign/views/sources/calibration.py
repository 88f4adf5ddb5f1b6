"""What our usual figures are set to give: the cost of a year at work of a typical start-up and of
an established backbone, as the memo of 2017 found it.

Set, not proven: drivers, hours and capabilities are our assumptions, chosen so that typical plans
cost that. tests/catalog/test_calibration.py makes the plans.
"""

from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money_range, percent
from cidesign.text import say

COVERAGE = Decimal("0.85")


def calibration_sentence(catalog: Catalog) -> str:
    """That our figures are set, not proven, and what they are set to give."""
    return say(
        "Our usual figures are a calibration, not a proof: they are set so that the least plan of "
        "a typical start-up that covers "
        "{coverage} of every function costs {first_years} in dollars of 2017, with director, "
        "facilitator and data manager in it, "
        "and that of an established backbone {established}. That is a year in which the team is at "
        "work; in the first, hiring and learning the job come on top, so the same money covers "
        "less. Source of the ranges: {source}.",
        coverage=percent(COVERAGE),
        first_years=_range("budget_first_years", catalog),
        established=_range("budget_established", catalog),
        source=catalog.source(catalog.price("budget_first_years_low").source).publisher,
    )


def _range(budget: str, catalog: Catalog) -> str:
    return money_range(catalog.price(f"{budget}_low").value, catalog.price(f"{budget}_high").value)
