"""From what the initiative does to hours: need = phase factor x sum of drivers x hours per
driver.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.nearest import instead
from cidesign.domain.need import NeedStep, NeedSteps, NeedTable
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import LEAST_HOURS, shown
from cidesign.domain.words import FUNCTIONS, Function, Phase
from cidesign.text import say

_PLACES = Decimal("0.000000001")


def need_of(
    drivers: Mapping[str, Decimal], phase: Phase, table: NeedTable
) -> dict[Function, Fraction]:
    """Hours a month each function needs, exact.

    Args:
        drivers: how many of each driver.
        phase: of the initiative.
        table: hours per driver and phase factors.

    Raises:
        BadInput: a driver or the phase is not in the table.
    """
    problems = [
        Problem(
            f"plan.yaml: drivers.{driver}",
            say("{driver} is not a known driver", driver=shown(driver)),
            instead(driver, table.hours_per_driver),
        )
        for driver in drivers
        if driver not in table.hours_per_driver
    ]
    if problems:
        raise BadInput(problems)
    return {
        function: need_steps(function, drivers, {phase: 1}, table).hours for function in FUNCTIONS
    }


def need_steps(
    function: Function,
    drivers: Mapping[str, Decimal],
    months: Mapping[Phase, int],
    table: NeedTable,
) -> NeedSteps:
    """How the need of one function comes about; drivers the table does not know make none.

    Args:
        function: one of the six.
        drivers: how many of each driver.
        months: of the year in each phase.
        table: hours per driver and phase factors.
    """
    steps = tuple(
        NeedStep(driver, drivers[driver], hours[function])
        for driver, hours in table.hours_per_driver.items()
        if driver in drivers and function in hours
    )
    parts = (
        count * Fraction(table.phase_factor[phase].get(function, 0))
        for phase, count in months.items()
    )
    asked = sum(parts, Fraction(0))
    return NeedSteps(steps, asked / sum(months.values()))


def with_need(plan: Plan, table: NeedTable, *, phase: Phase | None = None) -> Plan:
    """The plan with its need in hours, computed from drivers and phase where it is not given.

    Args:
        plan: as read.
        table: hours per driver and phase factors.
        phase: used in place of the plan's own.

    Raises:
        BadInput: ``phase`` for a plan whose need is given; an unknown driver; no function left with
            need and priority.
    """
    if plan.need is not None:
        if phase is not None:
            raise BadInput(
                [
                    Problem(
                        "plan.yaml: need",
                        say("the need is given, so a phase changes nothing"),
                        say("leave the phase out, or replace need by drivers"),
                    )
                ]
            )
        return plan
    chosen = phase or plan.phase
    if chosen is None or plan.drivers is None:
        raise ValueError("a plan without need has drivers and phase")
    need = {
        function: in_hours(hours)
        for function, hours in need_of(plan.drivers, chosen, table).items()
    }
    if not plan.weights(need):
        raise BadInput(
            [
                Problem(
                    "plan.yaml: drivers",
                    say("they lead to no need where an hour counts"),
                    say("raise a driver, or let an hour of what is needed count"),
                )
            ]
        )
    return plan.model_copy(update={"need": need, "drivers": None, "phase": chosen})


def in_hours(hours: Fraction) -> Decimal:
    """Exact hours as a plan holds them; less than a few seconds a month is no need."""
    if hours < Fraction(LEAST_HOURS):
        return Decimal(0)
    return (Decimal(hours.numerator) / Decimal(hours.denominator)).quantize(_PLACES).normalize() + 0
