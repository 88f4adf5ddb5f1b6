"""What is owed or decided: a purchase that is always made, at least for so much."""

from cidesign.budget.block import Block
from cidesign.budget.rates import THOUSAND
from cidesign.budget.rules.lever import ZERO, DoWithout
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Line, Plan

_CENT = 0.01


def _line(plan: Plan, id: str | None) -> Line:
    return next(line for line in plan.lines if line.id == id)


_WITHOUT = DoWithout("min_usd", among="lines", least="min_usd", cleared=ZERO)


class LeastSpend(Rule):
    """A line with a least spend is bought, at least for that."""

    name = "min_usd"
    key = "min_usd"
    unit = "USD"
    can_be_left_out = True
    asked_of_a_given_team = False
    asked_of_a_hiring_plan = False
    lever = _WITHOUT

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        return tuple(sorted(line.id for line in plan.lines if line.min_usd))

    def state(self, year: Block) -> None:
        for place, line in enumerate(year.lines):
            if line.min_usd:
                owed = line.min_usd / THOUSAND
                year.at_least(f"what_is_owed_is_bought_{place}", year.spend[line.id], owed)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        return found.lines[id or ""] <= float(_line(plan, id).min_usd) + _CENT

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return _WITHOUT.without(plan, id)


LEAST_SPEND = LeastSpend()
