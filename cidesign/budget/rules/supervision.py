"""Leading people takes hours, and somebody who has them."""

from cidesign.budget.block import Block
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.solver import total


class SupervisionHours(Rule):
    """The roles that lead give together so many hours for each person beside the first."""

    name = "supervision"
    key = "supervision"
    unit = "hours"
    can_be_left_out = True

    def set_on(self, plan: Plan) -> tuple[None, ...]:
        asked = plan.supervision is not None and plan.supervision.hours_per_person
        return (None,) if asked else ()

    def state(self, year: Block) -> None:
        rule = year.plan.supervision
        if rule is not None and rule.hours_per_person:
            hours = float(rule.hours_per_person)
            given = total(year.leading.values())
            year.at_least("people_are_led", given - hours * year.people, -hours)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        return True

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return plan.model_copy(update={"supervision": None})


SUPERVISION = SupervisionHours()
