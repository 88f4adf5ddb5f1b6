"""From what the initiative does to hours: need = phase factor x sum of drivers x hours per
driver.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.nearest import instead
from cidesign.domain.need import NeedTable
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
    factors = table.phase_factor[phase]

    def hours(function: Function) -> Fraction:
        parts = (
            Fraction(count) * Fraction(table.hours_per_driver[driver].get(function, 0))
            for driver, count in drivers.items()
        )
        return Fraction(factors.get(function, 0)) * sum(parts, Fraction(0))

    return {function: hours(function) for function in FUNCTIONS}


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
    if not plan.shares(need):
        raise BadInput(
            [
                Problem(
                    "plan.yaml: drivers",
                    say("they lead to no need where there is a priority"),
                    say("raise a driver, or give a priority to what is needed"),
                )
            ]
        )
    return plan.model_copy(update={"need": need, "drivers": None, "phase": chosen})


def in_hours(hours: Fraction) -> Decimal:
    """Exact hours as a plan holds them; less than a few seconds a month is no need."""
    if hours < Fraction(LEAST_HOURS):
        return Decimal(0)
    return (Decimal(hours.numerator) / Decimal(hours.denominator)).quantize(_PLACES).normalize() + 0
