"""What one looks at first of a plan and its years, as the figures a scenario may keep."""

from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.funding import FundingSheet
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.promised import promised_of
from cidesign.domain.reading import covered_share, total_fte, weakest
from cidesign.domain.scenario import Figures
from cidesign.domain.value import plain
from cidesign.domain.words import Function

FINEST = Decimal("0.000001")


def figures_of(
    plan: Plan, found: Allocation, sources: OutlookPlan | None, ahead: Outlook | None
) -> Figures:
    """Of one plan.

    Args:
        plan: as it was solved; ``found`` what its budget buys.
        sources: the years it was asked with, with who pays; None where nobody says.
        ahead: the years it leads to; None where there are none.
    """
    budget = plan.funding.budget_usd
    sheet = FundingSheet(sources=sources.funding) if sources else None
    promised = promised_of(plan, sheet, sources).promised_usd if sheet else None
    if not found.found or found.cost_usd is None:
        return Figures(budget_usd=budget, promised_usd=promised)
    lowest = weakest(found.coverage)
    years = ahead if ahead and ahead.months else None
    return Figures(
        budget_usd=budget,
        promised_usd=promised,
        cost_usd=_written(found.cost_usd),
        plan_score=_written(found.plan_score),
        fte=_written(total_fte(found)),
        covered=_written(covered_share(found.need, found.coverage)),
        weakest=Function(lowest) if lowest else None,
        least=_written((found.coverage or {}).get(lowest)) if lowest else None,
        has_years=years is not None,
        runs_out=years.runs_out if years else None,
        to=years.months[-1].month if years else None,
        missing_usd=_written(years.missing_usd) if years else None,
        bridge_usd=_written(years.bridge_usd) if years else None,
    )


def _written(value: float | None) -> Decimal | None:
    """As a file holds it: to a millionth."""
    return None if value is None else Decimal(plain(Decimal(repr(value)).quantize(FINEST)))
