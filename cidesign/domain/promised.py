"""What of the first year's budget somebody has promised, and what is still to raise."""

from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.first_year import first_month
from cidesign.domain.funding import FundingSheet
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan

NOTHING = Decimal(0)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Promised:
    """Dollars of the first year.

    Args:
        budget_usd: all cash the plan may spend.
        promised_usd: what those who pay bring in its months, so many twelfths of their yearly
            dollars each.
        reserve_usd: free cash there at the start; nobody promised it, so it is not counted.
    """

    budget_usd: Decimal
    promised_usd: Decimal
    reserve_usd: Decimal = NOTHING

    @property
    def to_raise_usd(self) -> Decimal:
        """What the budget holds beyond what is promised: the plan may spend it, the years never
        count it.
        """
        return max(NOTHING, self.budget_usd - self.promised_usd)

    @property
    def beyond_usd(self) -> Decimal:
        """What is promised beyond the budget."""
        return max(NOTHING, self.promised_usd - self.budget_usd)


def promised_of(plan: Plan, sheet: FundingSheet | None, years: OutlookPlan | None) -> Promised:
    """Of a plan, with who pays and the years where there are any; a grant that only an older plan
    lists is promised too.
    """
    sheet = sheet or FundingSheet()
    start = first_month(sheet.sources, years)
    listed = {source.id for source in sheet.sources}
    usd = sum((source.usd_in_year(start) for source in sheet.sources), NOTHING)
    usd += sum((one.usd for one in plan.funding.grants if one.id not in listed), NOTHING)
    return Promised(plan.funding.budget_usd, usd.quantize(CENT), sheet.opening_reserve_usd)
