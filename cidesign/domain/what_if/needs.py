"""What if all the work takes more or less time?"""

from decimal import Decimal

from cidesign.domain.what_if.subject import Subject
from cidesign.domain.what_if.what_if import Percentage


class Needs(Percentage):
    """The hours every function asks for, in every year."""

    key = "needs"

    def can_be_asked(self, subject: Subject) -> bool:
        """Always: a plan has needs."""
        return True

    def change(self, subject: Subject, setting: Decimal) -> Subject:
        """With so many more hours."""
        more, plan = 1 + setting, subject.plan
        if plan.need is not None:
            return subject.with_plan(need={one: hours * more for one, hours in plan.need.items()})
        drivers = {one: many * more for one, many in (plan.drivers or {}).items()}
        return subject.with_plan(drivers=drivers)


NEEDS = Needs()
