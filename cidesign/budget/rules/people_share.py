"""People before purchases: money cannot replace people."""

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import ZERO
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan

TIGHT_HOURS = 1e-4


class PeopleShare(Rule):
    """Hours that lines buy count for at most 1 - this share of a function's need."""

    name = "people_only_share"
    key = "people_only_share"
    unit = "share"
    can_be_left_out = True

    def set_on(self, plan: Plan) -> tuple[None, ...]:
        return (None,) if plan.people_only_share else ()

    def state(self, year: Block) -> None:
        need, share = year.plan.need or {}, 1 - year.plan.people_only_share
        if year.plan.people_only_share:
            for function in year.functions:
                year.bound_above(year.counted[function], float(need[function]) * float(share))

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        cap = float(1 - plan.people_only_share)
        return any(
            need and found.line_hours.get(function, 0.0) >= cap * need - TIGHT_HOURS
            for function, need in found.need.items()
        )

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return plan.model_copy(update={"people_only_share": ZERO})


PEOPLE_SHARE = PeopleShare()
