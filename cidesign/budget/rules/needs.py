"""Posts that need others: an analyst without a director has nobody to work for."""

from cidesign.budget.block import Block
from cidesign.budget.rules.rule import Rule
from cidesign.budget.terms import with_role
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan


class Needs(Rule):
    """A role is filled only where all roles it needs are."""

    name = "needs"
    key = "needs"
    unit = "FTE"
    can_be_left_out = True
    asked_of_a_given_team = False

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        return tuple(sorted(role.id for role in plan.roles if role.needs))

    def state(self, year: Block) -> None:
        for place, role in enumerate(year.roles):
            for number, id in enumerate(sorted(role.needs)):
                alone = year.staff[role.id].hired - year.staff[id].hired
                year.at_most(f"filled_only_beside_what_it_needs_{place}_{number}", alone, 0)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        return not (found.fte or {})[id or ""]

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return with_role(plan, id, needs=())


NEEDS = Needs()
