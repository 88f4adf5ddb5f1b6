"""What our usual figures are set to give: the least plan of a typical start-up and of an
established backbone, beside the memo's ranges.

Set, not proven: drivers, hours and capabilities are our assumptions, chosen so that typical plans
cost what the memo of 2017 found.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.budget import allocate, least_budget, with_budget, with_need
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money_range, percent
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS, Phase
from cidesign.text import mark, say

COVERAGE = Decimal("0.85")
FACTOR = "price_factor_2017_2025"
TYPICAL: tuple[tuple[Phase, str, str], ...] = (
    (Phase.INITIATE_ACTION, "budget_first_years", mark("a start-up that begins to act")),
    (Phase.ORGANIZE_FOR_IMPACT, "budget_first_years", mark("a start-up that gets organized")),
    (Phase.SUSTAIN, "budget_established", mark("an established backbone")),
)


@dataclass(frozen=True)
class Calibrated:
    """The least plan of a typical backbone, in dollars of 2017, and the memo's range it should lie
    in.
    """

    phase: Phase
    who: str
    least_usd_of_2017: Decimal
    low_usd: Decimal
    high_usd: Decimal
    fte: Mapping[str, float]
    coverage: Mapping[str, float]

    @property
    def inside(self) -> bool:
        """Whether the least plan costs what the memo found."""
        return self.low_usd <= self.least_usd_of_2017 <= self.high_usd


def typical_plan(catalog: Catalog, phase: Phase) -> Plan:
    """A plan of usual drivers, posts and purchases in a phase that must cover 85 percent of every
    function; its budget is still 0.
    """
    return Plan(
        drivers={driver.id: driver.usual.value for driver in catalog.drivers},
        phase=phase,
        priorities=dict.fromkeys(FUNCTIONS, 1),
        roles=catalog.plan_roles(),
        lines=catalog.plan_lines(),
        office={
            "base_usd": catalog.price("office_base_usd").value,
            "per_fte_usd": catalog.price("office_per_fte_usd").value,
        },
        floor=COVERAGE,
        funding={"budget_usd": 0},
    )


def least_plan(catalog: Catalog, phase: Phase) -> tuple[Decimal, Allocation]:
    """What the least plan of a typical backbone costs in the catalog's dollars, and the plan
    itself.

    Raises:
        ValueError: no money is enough for the usual posts and purchases.
    """
    plan = with_need(typical_plan(catalog, phase), catalog.need_table())
    budget = least_budget(plan)
    if budget is None:
        raise ValueError(
            f"no budget covers {COVERAGE} of every function in {phase}; raise the usual posts or "
            "lower the drivers"
        )
    return budget, allocate(with_budget(plan, budget))


def calibrated(catalog: Catalog) -> tuple[Calibrated, ...]:
    """The least plans beside the memo's ranges; takes about a second, so keep it.

    Raises:
        ValueError: no money is enough for the usual posts and purchases.
    """
    factor = catalog.price(FACTOR).value
    told = []
    for phase, usual, who in TYPICAL:
        budget, found = least_plan(catalog, phase)
        low, high = catalog.price(f"{usual}_low").value, catalog.price(f"{usual}_high").value
        told.append(
            Calibrated(
                phase,
                say(who),
                budget / factor,
                low,
                high,
                found.fte or {},
                _known(found.coverage or {}),
            )
        )
    return tuple(told)


def _known(coverage: Mapping[str, float | None]) -> dict[str, float]:
    return {function: share for function, share in coverage.items() if share is not None}


def calibration_sentence(catalog: Catalog) -> str:
    """That our figures are set, not proven, and what they are set to give."""
    ends = {
        id: money_range(catalog.price(f"{id}_low").value, catalog.price(f"{id}_high").value)
        for _, id, _ in TYPICAL
    }
    return say(
        "Our usual figures are a calibration, not a proof: they are set so that the least plan of "
        "a typical start-up that covers "
        "{coverage} of every function costs {first_years} in dollars of 2017, with director, "
        "facilitator and data manager in it, "
        "and that of an established backbone {established}. Source of the ranges: {source}.",
        coverage=percent(COVERAGE),
        first_years=ends["budget_first_years"],
        established=ends["budget_established"],
        source=catalog.source(catalog.price("budget_first_years_low").source).publisher,
    )
