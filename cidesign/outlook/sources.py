"""When money arrives, and how much of a restricted source may have been spent by when."""

from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.funding import Source
from cidesign.domain.value import MONTHS, months_between

DAYS = 30


@dataclass(frozen=True)
class Stream:
    """One source on the calendar of the years; month 0 is the start. Dollars are before a fee.

    Args:
        source: who pays.
        first: its first month, below 0 if it began before the start.
        last: its last month.
        every: months between two payments of one that pays ahead.
        delay: months from a cost to its payment; None where it pays ahead.
    """

    source: Source
    first: int
    last: int
    every: int
    delay: int | None

    @property
    def id(self) -> str:
        """Of the source."""
        return self.source.id

    @property
    def restricted(self) -> bool:
        """Whether it may pay for some things only."""
        return self.source.restricted

    @property
    def per_month_usd(self) -> Fraction:
        """A twelfth of the yearly dollars."""
        return Fraction(self.source.usd) / MONTHS

    @property
    def turn(self) -> tuple[bool, int, str]:
        """Its place where sources claim in turn: paid ahead first, then the one that ends first,
        then by id.
        """
        return self.delay is not None, self.last, self.id

    def runs(self, month: int) -> bool:
        """Whether it pays the cost of a month."""
        return self.first <= month <= self.last

    def room_usd(self, month: int) -> Fraction:
        """Dollars of its months from the start to a month: what it may have paid by then."""
        return self.per_month_usd * max(0, min(month, self.last) - max(self.first, 0) + 1)

    def paid_in_usd(self, month: int) -> Fraction:
        """Dollars of its months from the start that it has paid in by a month; of one in arrears,
        what it owes by then.
        """
        if self.delay is not None or month < self.first:
            return self.room_usd(month)
        begun = (month - self.first) // self.every
        return self.room_usd(min(self.first + (begun + 1) * self.every - 1, self.last))

    def received_usd(self, month: int) -> Fraction:
        """Dollars that arrive in a month by themselves: all but what is claimed first."""
        if self.delay is None:
            if not self.runs(month) or (month - self.first) % self.every:
                return Fraction(0)
            return self.per_month_usd * min(self.every, self.last - month + 1)
        runs = not self.restricted and self.runs(month - self.delay)
        return self.per_month_usd if runs else Fraction(0)

    def on_its_way_usd(self, month: int) -> Fraction:
        """Free dollars in arrears of months up to this one that are still to be paid after it."""
        if self.delay is None or self.restricted:
            return Fraction(0)
        earned = min(month, self.last) - max(month - self.delay + 1, self.first) + 1
        return self.per_month_usd * max(0, earned)


def streams(funding: tuple[Source, ...], start: str) -> tuple[Stream, ...]:
    """The sources in order of id, on the calendar that begins with ``start``."""
    return tuple(_stream(one, start) for one in sorted(funding, key=lambda one: one.id))


def _stream(source: Source, start: str) -> Stream:
    days = source.pays.arrears_days
    return Stream(
        source,
        first=months_between(start, source.from_),
        last=months_between(start, source.to),
        every=source.pays.ahead_months or MONTHS,
        delay=None if days is None else -(-days // DAYS),
    )
