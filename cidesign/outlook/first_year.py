"""The first year by month: who starts, what hiring costs, what each source pays, the free cash at
each month's end, its low point, and what must be raised by when.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.outlook import Outlook, OutlookMonth
from cidesign.domain.plan import Plan, Role
from cidesign.domain.value import MONTHS
from cidesign.outlook.costs import steps

_HALF_A_DOLLAR = 0.5


@dataclass(frozen=True)
class Start:
    """Newly hired FTE of a role, or a contractor's, in the month they start."""

    role: str
    fte: float


@dataclass(frozen=True)
class FirstMonth:
    """A month of the first year.

    Args:
        starts: who starts in it.
        hiring_usd: what their hiring costs, part of the month's cost.
        cash: money in, cost, free cash at its end.
    """

    starts: tuple[Start, ...]
    hiring_usd: float
    cash: OutlookMonth


@dataclass(frozen=True)
class ToRaise:
    """Dollars that must have been raised in all by a month."""

    month: str
    usd: float


@dataclass(frozen=True)
class FirstYear:
    """The first year.

    Args:
        months: twelve of them.
        low: the place of the month with the least free cash at its end, the first of several.
        to_raise: what is lacking although all promised money on its way is counted: when it is
            first lacking, and when most is; () where nothing is.
        credit_usd: what is needed for a time beside, until promised money is paid.
        sources: ids of those that pay in these months, in order.
    """

    months: tuple[FirstMonth, ...]
    low: int
    to_raise: tuple[ToRaise, ...]
    credit_usd: float
    sources: tuple[str, ...]


def first_year(plan: Plan, found: Outlook) -> FirstYear | None:
    """The first year of a team that stays; None where there is none.

    Args:
        plan: of the first year, on the terms ``found`` stands on.
        found: what ``project`` found.
    """
    if found.first is None or not found.months:
        return None
    cash = found.months[:MONTHS]
    hired = {role.id: _hired(plan, role, found.first.fte or {}) for role in plan.roles}
    months = tuple(
        FirstMonth(
            starts=tuple(
                Start(role.id, hired[role.id][0])
                for role in plan.roles
                if role.start_month == place + 1 and hired[role.id][0]
            ),
            hiring_usd=sum(
                hired[role.id][1] for role in plan.roles if role.start_month == place + 1
            ),
            cash=one,
        )
        for place, one in enumerate(cash)
    )
    raised = _to_raise(cash)
    lacking = raised[-1].usd if raised else 0.0
    least = min(one.free_cash_usd for one in cash)
    return FirstYear(
        months,
        low=[one.free_cash_usd for one in cash].index(least),
        to_raise=raised,
        credit_usd=max(0.0, -least - lacking),
        sources=tuple(sorted({id for one in cash for id in one.received_usd})),
    )


def _hired(plan: Plan, role: Role, fte: Mapping[str, float]) -> tuple[float, float]:
    """FTE of a role that start, and what their hiring costs."""
    there = steps(plan, fte.get(role.id, 0.0))
    who = role.filled(there)
    new = there if role.is_contractor else who.new
    return float(new), float(plan.hiring_usd(role, who))


def _to_raise(cash: tuple[OutlookMonth, ...]) -> tuple[ToRaise, ...]:
    lacking = [-(one.free_cash_usd + one.on_its_way_usd) for one in cash]
    short = [place for place, usd in enumerate(lacking) if usd >= _HALF_A_DOLLAR]
    if not short:
        return ()
    most = max(short, key=lambda place: lacking[place])
    places = dict.fromkeys((short[0], most))
    return tuple(ToRaise(cash[place].month, lacking[place]) for place in places)
