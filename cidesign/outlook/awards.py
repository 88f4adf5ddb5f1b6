"""When money arrives, and how much of it may be spent by when."""

from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.outlook import Award
from cidesign.domain.value import months_between

MONTHS = 12
DAYS = 30


@dataclass(frozen=True)
class Stream:
    """One award on the calendar of the outlook; month 0 is the start.

    Args:
        award: the source.
        first: its first month, below 0 if it began before the start.
        last: its last month.
        payments: gross dollars by month, of awards paid ahead; months before the start left out.
        delay: months from spending to payment; None where the award pays ahead.
    """

    award: Award
    first: int
    last: int
    payments: dict[int, Fraction]
    delay: int | None

    @property
    def per_month_usd(self) -> Fraction:
        """A twelfth of the yearly dollars."""
        return Fraction(self.award.usd) / MONTHS

    def runs(self, month: int) -> bool:
        """Whether the award is in force."""
        return self.first <= month <= self.last

    def allowance_usd(self, month: int) -> Fraction:
        """Dollars an award in arrears may have paid by the end of a month, counted from its first
        month, at the earliest the start.
        """
        return self.per_month_usd * max(0, min(month, self.last) - max(self.first, 0) + 1)


def streams(funding: tuple[Award, ...], start: str) -> tuple[Stream, ...]:
    """The awards in order of id, on the calendar that begins with ``start``."""
    return tuple(_stream(award, start) for award in sorted(funding, key=lambda award: award.id))


def _stream(award: Award, start: str) -> Stream:
    first, last = months_between(start, award.from_), months_between(start, award.to)
    days = award.pays.arrears_days
    if days is not None:
        return Stream(award, first, last, {}, -(-days // DAYS))
    every = award.pays.ahead_months or MONTHS
    monthly = Fraction(award.usd) / MONTHS
    payments = {
        month: monthly * min(every, last - month + 1)
        for month in range(first, last + 1, every)
        if month >= 0
    }
    return Stream(award, first, last, payments, None)
