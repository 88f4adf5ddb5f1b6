"""Restricted grants: each pays only for what its funder names."""

from cidesign.budget.block import Block
from cidesign.budget.rates import THOUSAND
from cidesign.budget.rules.rule import Rule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.solver import total


class GrantLimit(Rule):
    """A grant pays no more than it has, after a fee, and all grants together no more of a piece of
    cost than it comes to in their months.
    """

    name = "grant"
    key = "grants"
    unit = "USD"
    can_exclude = False

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        return tuple(sorted(grant.id for grant in plan.funding.grants))

    def state(self, year: Block) -> None:
        kept = 1 - year.plan.overhead.fee_rate
        for place, grant in enumerate(year.grants):
            if year.is_payable(grant.id):
                most = kept * grant.usd / THOUSAND
                year.at_most(f"grant_is_not_overspent_{place}", year.used_of(grant.id), most)
        for place, payment in enumerate(year.payments):
            above = total(payment.paid.values()) - payment.most
            year.at_most(f"grants_pay_only_what_there_is_to_pay_{place}", above, 0)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        return True

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        grants = tuple(grant for grant in plan.funding.grants if grant.id != id)
        funding = plan.funding.model_copy(update={"grants": grants})
        return plan.model_copy(update={"funding": funding})


GRANT_LIMIT = GrantLimit()
