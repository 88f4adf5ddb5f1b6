"""The reserve: a share of the year's cost is put aside."""

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import ZERO, LowerShare
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan


class Reserve(Rule):
    """What is put aside is part of the money a plan takes (``unrestricted`` of the block), so the
    budget's limit holds it: a conflict names the budget.
    """

    name = "reserve"
    key = "reserve_rate"
    unit = "share"
    asked_of_a_hiring_plan = False
    can_exclude = False
    can_be_left_out = True
    lever = LowerShare("reserve_rate")

    def set_on(self, plan: Plan) -> tuple[None, ...]:
        return (None,) if plan.reserve_rate else ()

    def state(self, year: Block) -> None:
        """Nothing of its own: see the budget."""

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        return True

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return plan.model_copy(update={"reserve_rate": ZERO})


RESERVE = Reserve()
