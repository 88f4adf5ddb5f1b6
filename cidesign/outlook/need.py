"""What every year needs: drivers grow year by year, and each month asks for what its phase asks
for.
"""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from cidesign.budget import in_hours, need_of
from cidesign.domain.nearest import instead
from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import months_after, shown
from cidesign.domain.words import FUNCTIONS, Function, Phase
from cidesign.text import say

MONTHS = 12


def need_of_year(
    plan: Plan, years: OutlookPlan, table: NeedTable, year: int
) -> Mapping[Function, Decimal]:
    """Need by function in hours per month, the mean over the months of a year (0 is the first).

    Raises:
        BadInput: the growth of a driver nobody knows.
    """
    _refuse_unknown_drivers(plan, years, table)
    if plan.need is not None:
        return plan.need
    assert plan.drivers is not None  # noqa: S101 - a plan has need or drivers
    grown = {
        name: count * (1 + years.growth.drivers.get(name, Decimal(0))) ** year
        for name, count in plan.drivers.items()
    }
    months = _months_in_phases(plan, years, year)
    asked = {phase: need_of(grown, phase, table) for phase in months}
    return {
        function: in_hours(
            sum((count * asked[phase][function] for phase, count in months.items()), Fraction(0))
            / MONTHS
        )
        for function in FUNCTIONS
    }


def _months_in_phases(plan: Plan, years: OutlookPlan, year: int) -> Counter[Phase]:
    """How many months of a year lie in each phase; before the first listed phase, the plan's own
    holds.
    """
    assert plan.phase is not None  # noqa: S101 - a plan with drivers has a phase
    counted: Counter[Phase] = Counter()
    for month in range(year * MONTHS, (year + 1) * MONTHS):
        name = months_after(years.start, month)
        begun = [entry.phase for entry in years.phases if entry.from_ <= name]
        counted[begun[-1] if begun else plan.phase] += 1
    return counted


def _refuse_unknown_drivers(plan: Plan, years: OutlookPlan, table: NeedTable) -> None:
    known = sorted({*table.hours_per_driver, *(plan.drivers or {})})
    unknown = sorted(set(years.growth.drivers) - set(known))
    if unknown:
        raise BadInput(
            Problem(
                f"outlook.yaml: growth.drivers.{name}",
                say("{name} is not a known driver", name=shown(name)),
                instead(name, known),
            )
            for name in unknown
        )
