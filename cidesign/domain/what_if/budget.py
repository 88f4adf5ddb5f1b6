"""What if the first year's budget is larger or smaller?"""

from dataclasses import replace
from decimal import Decimal

from cidesign.domain.what_if.subject import NOTHING, Subject
from cidesign.domain.what_if.what_if import Amount, Doubt, Why


class Budget(Amount):
    """Money of the plan's year that nobody has promised yet: the plan may spend it, the years never
    count it.
    """

    key = "budget"

    def can_be_asked(self, subject: Subject) -> bool:
        """Always: a plan has a budget."""
        return True

    def change(self, subject: Subject, setting: Decimal) -> Subject:
        """With so much more of it; never below the grants."""
        return replace(subject, more_usd=setting)

    def doubts(self, subject: Subject, setting: Decimal) -> tuple[Doubt, ...]:
        """That it would fall below what may pay for some things only."""
        grants = sum((one.grant.usd for one in subject.sources if one.grant), NOTHING)
        low = setting < 0 and subject.plan.funding.budget_usd + setting < grants
        return (Doubt(Why.BELOW_GRANTS),) if low else ()


BUDGET = Budget()
