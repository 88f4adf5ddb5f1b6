"""Month by month: what arrives, what is paid out, what is on its way, and how much free cash is
left.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from cidesign.domain.outlook import OutlookMonth
from cidesign.domain.value import MONTHS, months_after
from cidesign.outlook.costs import ZERO
from cidesign.outlook.sources import Stream

HALF_A_CENT = Fraction(1, 200)


@dataclass(frozen=True)
class Purse:
    """Money at the end of a month, after fees.

    Args:
        free_usd: cash that may pay for anything.
        paid_usd: what each restricted source has paid so far.
        due_usd: what was claimed in arrears, by the month it will arrive in and the source.
    """

    free_usd: Fraction
    paid_usd: Mapping[str, Fraction] = field(default_factory=dict)
    due_usd: Mapping[tuple[int, str], Fraction] = field(default_factory=dict)

    @property
    def claimed_usd(self) -> Fraction:
        """Claimed and not yet paid."""
        return sum(self.due_usd.values(), ZERO)


@dataclass(frozen=True)
class MonthOfCash:
    """One month: dollars in before a fee, cost with it, what restricted sources lose at its end,
    free money on its way, the purse then, and the dollars in by source.
    """

    funding_usd: Fraction
    cost_usd: Fraction
    unspendable_usd: Fraction
    on_its_way_usd: Fraction
    purse: Purse
    received_usd: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def in_sight_usd(self) -> Fraction:
        """Free cash with what is on its way."""
        return self.purse.free_usd + self.on_its_way_usd


def month_of_cash(
    before: Purse,
    month: int,
    cost_usd: Fraction,
    claims: Mapping[str, Fraction],
    sources: tuple[Stream, ...],
    kept: Fraction,
) -> MonthOfCash:
    """What a month makes of a purse.

    Args:
        before: at the end of the month before.
        month: 0 is the first.
        cost_usd: what it costs, the fee left out.
        claims: what restricted sources pay of it, after the fee.
        sources: all of them.
        kept: what a fee leaves of a dollar.
    """
    due, paid = dict(before.due_usd), dict(before.paid_usd)
    at_once = ZERO
    for one in sources:
        claim = claims.get(one.id, ZERO)
        paid[one.id] = paid.get(one.id, ZERO) + claim
        if one.delay is None:
            at_once += claim
        elif claim:
            then = month + one.delay, one.id
            due[then] = due.get(then, ZERO) + claim
    arrivals = {one.id: due.pop((month, one.id), ZERO) for one in sources}
    arrived = sum(arrivals.values(), ZERO)
    received = {one.id: one.received_usd(month) for one in sources}
    free_in = sum((received[one.id] for one in sources if not one.restricted), ZERO) * kept
    funding = sum(received.values(), ZERO) + arrived / kept
    purse = Purse(before.free_usd + free_in + arrived - (cost_usd - at_once), paid, due)
    return MonthOfCash(
        funding_usd=funding,
        cost_usd=cost_usd + funding * (1 - kept),
        unspendable_usd=sum(
            (
                max(ZERO, one.room_usd(month) * kept - paid[one.id])
                for one in sources
                if one.restricted and one.last == month
            ),
            ZERO,
        ),
        on_its_way_usd=purse.claimed_usd
        + sum((one.on_its_way_usd(month) for one in sources), ZERO) * kept,
        purse=purse,
        received_usd={id: usd + arrivals[id] / kept for id, usd in received.items()},
    )


def free_usd_of_year(
    before: Purse, sources: Iterable[Stream], year: int, kept: Fraction
) -> Fraction:
    """Free money of a year: what there is at its start with claims on their way, at least 0, and
    what arrives in it.
    """
    months = range(year * MONTHS, (year + 1) * MONTHS)
    coming = sum(
        (one.received_usd(month) for one in sources if not one.restricted for month in months), ZERO
    )
    return max(ZERO, before.free_usd + before.claimed_usd) + coming * kept


def gap_usd(opening: Fraction, closing: Fraction) -> Fraction:
    """By how much what is lacking grew over a year."""
    return max(ZERO, max(ZERO, -closing) - max(ZERO, -opening))


def over_all(start: str, months: Sequence[MonthOfCash]) -> dict[str, Any]:
    """When money runs out, what is missing, what is only a bridge: the fields of an ``Outlook``."""
    missing = max(ZERO, -months[-1].in_sight_usd)
    missing = missing if missing > HALF_A_CENT else ZERO
    lowest = min(month.purse.free_usd for month in months)
    short = [place for place, one in enumerate(months) if one.purse.free_usd < -HALF_A_CENT]
    out = None
    if missing:
        out = len(months) - 1
        while out and months[out - 1].in_sight_usd < -HALF_A_CENT:
            out -= 1
    bridge = max(ZERO, -(lowest + missing))
    return {
        "runs_out": None if out is None else months_after(start, out),
        "missing_usd": float(missing),
        "bridge_usd": float(bridge) if bridge > HALF_A_CENT else 0.0,
        "short_from": months_after(start, short[0]) if short else None,
        "months": tuple(told_month(start, place, one) for place, one in enumerate(months)),
    }


def told_month(start: str, place: int, month: MonthOfCash) -> OutlookMonth:
    """A month as people read it."""
    return OutlookMonth(
        month=months_after(start, place),
        funding_usd=float(month.funding_usd),
        cost_usd=float(month.cost_usd),
        free_cash_usd=float(month.purse.free_usd),
        on_its_way_usd=float(month.on_its_way_usd),
        received_usd={id: float(usd) for id, usd in month.received_usd.items() if usd},
    )
