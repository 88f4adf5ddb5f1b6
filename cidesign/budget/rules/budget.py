"""The budget: what a year takes of our own money is at most what there is."""

from collections.abc import Iterator
from decimal import Decimal

from cidesign.budget.block import Block
from cidesign.budget.rates import THOUSAND, free_money
from cidesign.budget.rules.lever import Change, Lever, Trials, rounded_up, signed
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation, Edit, Repair
from cidesign.domain.plan import Plan

PLENTY_USD = Decimal(10) ** 13


def _funded(plan: Plan, budget_usd: Decimal) -> Plan:
    funding = plan.funding.model_copy(update={"budget_usd": budget_usd})
    return plan.model_copy(update={"funding": funding})


class _Raise(Lever):
    """A larger budget, in whole thousands of dollars."""

    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Change]:
        budget = trials.least_budget(plan)
        score = None if budget is None else trials.score(_funded(plan, budget))
        if budget is not None and score is not None:
            yield None, budget - plan.funding.budget_usd, score

    def edit(self, plan: Plan, repair: Repair) -> Edit:
        before = plan.funding.budget_usd
        after = rounded_up(before + signed(repair), THOUSAND)
        return Edit(BUDGET.key, "", before, after, {("funding", "budget_usd"): after})


class Budget(Rule):
    """(1 + reserve) x cost - grants used is at most (1 - fee) x (budget - grants awarded)."""

    name = "budget"
    key = "budget_usd"
    unit = "USD"
    asked_of_a_given_team = False
    asked_of_a_hiring_plan = False
    lever = _Raise()

    def set_on(self, plan: Plan) -> tuple[str | None, ...]:
        return (None,)

    def state(self, year: Block) -> None:
        year.at_most("money_is_enough", year.unrestricted, free_money(year.plan) / THOUSAND)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        return True

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return _funded(plan, PLENTY_USD)


BUDGET = Budget()
