"""The floor: no function is left behind."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import (
    HUNDREDTH,
    ZERO,
    Change,
    Lever,
    Trials,
    largest,
    rounded_down,
    signed,
)
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation, Edit, Repair
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS, Function

TIGHT_SHARE = 1e-4
TEN_THOUSANDTH = Decimal("0.0001")


def _capped(plan: Plan, most: Decimal) -> Plan:
    floors = {f: min(plan.floor_of(f), most) for f in FUNCTIONS if (plan.need or {}).get(f, 0) > 0}
    return plan.model_copy(update={"floor": floors})


class _Lower(Lever):
    """All floors cut to one height, in whole percents."""

    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Change]:
        floors = [plan.floor_of(Function(id)) for id in FLOOR.set_on(plan)]
        if floors:
            top = max(floors)
            found = largest(lambda most: _capped(plan, most), top, TEN_THOUSANDTH, trials)
            if found is not None:
                yield None, found[0] - top, found[1]

    def edit(self, plan: Plan, repair: Repair) -> Edit:
        top = max(plan.floor_of(function) for function in FUNCTIONS)
        cap = max(ZERO, rounded_down(top + signed(repair), HUNDREDTH))
        if not isinstance(plan.floor, dict):
            return Edit(FLOOR.key, "", top, cap, {("floor",): cap})
        lowered: dict[tuple[str | int, ...], Any] = {
            ("floor", str(function)): min(share, cap)
            for function, share in plan.floor.items()
            if share > cap
        }
        return Edit(FLOOR.key, "", top, cap, lowered)


class Floor(Rule):
    """Every function with a need is covered at least to its floor."""

    name = "floor"
    key = "floor"
    unit = "share"
    can_be_left_out = True
    asked_of_a_given_team = False
    asked_of_a_hiring_plan = False
    lever = _Lower()

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        need = plan.need or {}
        return tuple(str(f) for f in FUNCTIONS if need.get(f, 0) > 0 and plan.floor_of(f))

    def state(self, year: Block) -> None:
        for place, function in enumerate(year.functions):
            floor = year.plan.floor_of(function)
            year.at_least(f"function_stays_above_its_floor_{place}", year.coverage[function], floor)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        covered = (found.coverage or {}).get(id or "")
        return (
            covered is not None
            and covered <= float(plan.floor_of(Function(id or ""))) + TIGHT_SHARE
        )

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        floors = {f: plan.floor_of(f) for f in FUNCTIONS if f != id}
        return plan.model_copy(update={"floor": floors})

    def left_out(self, plan: Plan) -> Plan:
        return plan.model_copy(update={"floor": ZERO})


FLOOR = Floor()
