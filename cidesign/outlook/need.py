"""What every year needs, the first one of the plan too: drivers grow year by year, and each month
asks for what its phase asks for.
"""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from cidesign.budget import in_hours, need_of, with_need
from cidesign.domain.nearest import instead
from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import MONTHS, months_after, shown
from cidesign.domain.words import FUNCTIONS, Function, Phase
from cidesign.text import say


def need_of_year(
    plan: Plan, years: OutlookPlan, table: NeedTable, year: int
) -> Mapping[Function, Decimal]:
    """Need by function in hours per month, the mean over the months of a year (0 is the first).

    Raises:
        BadInput: the growth of a driver nobody knows.
    """
    _refuse_unknown_drivers(plan, years, table)
    return _mean(plan, years, table, year)


def with_first_need(plan: Plan, years: OutlookPlan | None, table: NeedTable) -> Plan:
    """The plan of the first year with its need in hours: the mean of its twelve months, which may
    lie in several phases.

    Args:
        plan: as read.
        years: the calendar of the phases; None where nobody asks about the years yet, and the
            plan's own phase holds all year.
        table: hours per driver and phase factors.

    Raises:
        BadInput: an unknown driver; no function left with need and priority.
    """
    if years is None or not years.phases or plan.need is not None:
        return with_need(plan, table)
    need = _mean(plan, years, table, 0)
    if not plan.weights(dict(need)):
        return with_need(plan, table)
    return plan.model_copy(update={"need": dict(need), "drivers": None})


def _mean(
    plan: Plan, years: OutlookPlan, table: NeedTable, year: int
) -> Mapping[Function, Decimal]:
    if plan.need is not None:
        return plan.need
    assert plan.drivers is not None  # noqa: S101 - a plan has need or drivers
    grown = table.still(year, years.drivers_in(year, plan.drivers))
    months = phases_in_year(plan, years, year)
    asked = {phase: need_of(grown, phase, table) for phase in months}
    return {
        function: in_hours(
            sum((count * asked[phase][function] for phase, count in months.items()), Fraction(0))
            / MONTHS
        )
        for function in FUNCTIONS
    }


def phases_in_year(plan: Plan, years: OutlookPlan, year: int) -> Counter[Phase]:
    """How many months of a year lie in each phase; before the first listed phase, the first; the
    plan's own where none is listed.
    """
    assert plan.phase is not None  # noqa: S101 - a plan with drivers has a phase
    months = range(year * MONTHS, (year + 1) * MONTHS)
    return Counter(
        years.phase_in(months_after(years.start, month)) or plan.phase for month in months
    )


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
