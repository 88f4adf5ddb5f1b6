"""What if pay is higher or lower than we think?"""

from decimal import Decimal

from cidesign.domain.what_if.subject import Subject
from cidesign.domain.what_if.what_if import Percentage


class Pay(Percentage):
    """Every salary of the plan; benefits are a share of it and follow. What posts do, and what is
    given in kind, stays.
    """

    key = "pay"

    def can_be_asked(self, subject: Subject) -> bool:
        """Always: a plan has posts."""
        return True

    def change(self, subject: Subject, setting: Decimal) -> Subject:
        """With every salary so much higher."""
        roles = tuple(
            role.model_copy(update={"salary_usd": role.salary_usd * (1 + setting)})
            for role in subject.plan.roles
        )
        return subject.with_plan(roles=roles)


PAY = Pay()
