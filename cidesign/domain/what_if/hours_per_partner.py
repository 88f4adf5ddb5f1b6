"""What if a partner takes more or less of our time?"""

from decimal import Decimal

from cidesign.domain.what_if.subject import Subject
from cidesign.domain.what_if.what_if import Doubt, Percentage, Why


class HoursPer(Percentage):
    """The hours each of one driver asks for, in every function and every year.

    Need is how many there are times hours for each, so that many more hours for each are that many
    more of them.

    Args:
        driver: id of the driver.
    """

    def __init__(self, driver: str) -> None:
        self.driver = driver

    def can_be_asked(self, subject: Subject) -> bool:
        """Where the need is worked out from drivers, and we have some of this one."""
        return bool((subject.plan.drivers or {}).get(self.driver))

    def change(self, subject: Subject, setting: Decimal) -> Subject:
        """With so many more hours for each."""
        drivers = subject.plan.drivers
        if not drivers or self.driver not in drivers:
            return subject
        changed = {**drivers, self.driver: drivers[self.driver] * (1 + setting)}
        return subject.with_plan(drivers=changed)

    def doubts(self, subject: Subject, setting: Decimal) -> tuple[Doubt, ...]:
        """That the need does not come from this driver."""
        return () if self.can_be_asked(subject) else (Doubt(Why.NOT_FROM_DRIVERS),)


class HoursPerPartner(HoursPer):
    """Of each partner."""

    key = "hours_per_partner"


HOURS_PER_PARTNER = HoursPerPartner("partners")
