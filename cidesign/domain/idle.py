"""Why free money of a year is left over, and what would be the next thing it could buy."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Line, Plan, Role
from cidesign.domain.reading import COVERED, covers_all
from cidesign.domain.value import MONTHS
from cidesign.domain.words import Function

DOLLAR = 1
HOUR = 0.01
LATEST = MONTHS - 1
"""The last month in which it makes sense to hire for this year."""


class WhyFree(StrEnum):
    """Why money stays free."""

    COVERED = "covered"
    FULL = "full"
    TOO_DEAR = "too_dear"
    RULES = "rules"


@dataclass(frozen=True)
class Next:
    """The next post or purchase, and the money of a year it would take, charge and reserve
    included; gifts may make it cheaper.

    Args:
        kind: ``role`` or ``line``.
        id: whose.
        fte: how many FTE more; 0 for a purchase.
        usd: dollars for the year that is left from its start month.
        later: the first month, 1 to 12, from which what is free would pay for it; None where no
            month is late enough, or where it is a purchase.
        later_usd: what it takes from then on.
    """

    kind: str
    id: str
    fte: Decimal
    usd: Decimal
    later: int | None = None
    later_usd: Decimal = Decimal(0)


@dataclass(frozen=True)
class Idle:
    """Free money that is left, why, and what comes next where it is for want of money."""

    left_usd: float
    why: WhyFree
    next: Next | None = None


def idle(plan: Plan, found: Allocation) -> Idle:
    """What of free money a plan leaves, and why.

    Args:
        plan: as it was solved.
        found: a plan that was found.
    """
    left = max((found.free_usd or 0.0) - (found.unrestricted_usd or 0.0), 0.0)
    if covers_all(found.coverage):
        return Idle(left, WhyFree.COVERED)
    lacking = {
        function
        for function in plan.need or {}
        if (share := (found.coverage or {}).get(str(function))) is not None and share < 1 - COVERED
    }
    offered = [
        *_posts(plan, found, lacking, Decimal(repr(left))),
        *_purchases(plan, found, lacking),
    ]
    if not offered:
        has_room = any(_has_room(plan, found, line, lacking) for line in plan.lines)
        return Idle(left, WhyFree.RULES if has_room else WhyFree.FULL)
    cheapest = min(offered, key=lambda one: (one.usd, one.kind, one.id))
    if float(cheapest.usd) <= left + DOLLAR:
        return Idle(left, WhyFree.RULES)
    return Idle(left, WhyFree.TOO_DEAR, cheapest)


def _posts(plan: Plan, found: Allocation, lacking: set[Function], left: Decimal) -> Iterator[Next]:
    hired = {id for id, fte in (found.fte or {}).items() if fte > 0}
    for role in plan.roles:
        has = Decimal(repr((found.fte or {}).get(role.id, 0.0)))
        more = _next_fte(plan, role, has)
        if more is None or not lacking & set(role.does) or not set(role.needs) <= hired:
            continue
        usd = _takes(plan, role, has, more, role.start_month)
        later = next(
            (
                month
                for month in range(role.start_month + 1, LATEST + 1)
                if _takes(plan, role, has, more, month) <= left
            ),
            None,
        )
        yield Next(
            "role",
            role.id,
            more - has,
            usd,
            later,
            _takes(plan, role, has, more, later) if later else Decimal(0),
        )


def _next_fte(plan: Plan, role: Role, has: Decimal) -> Decimal | None:
    """The least FTE above what it has."""
    steps = has / plan.fte_step
    above = [
        max(run.least, int(steps) + 1)
        for run in (plan.runs_of(role) if role.max_fte else ())
        if run.most > steps
    ]
    return min(above) * plan.fte_step if above else None


def _takes(plan: Plan, role: Role, has: Decimal, more: Decimal, month: int) -> Decimal:
    """Money of the year for the step from one FTE of a role to more, new people from a month on."""
    was, now = role.filled(has), role.filled(more)
    share = Fraction(MONTHS + 1 - month, MONTHS)
    pay = Fraction(role.cost_per_fte_usd) * (now.stay - was.stay + share * (now.new - was.new))
    once = plan.hiring_usd(role, now) - plan.hiring_usd(role, was)
    once += plan.severance_usd(role, now) - plan.severance_usd(role, was)
    desk = Fraction(0)
    if not role.is_contractor:
        desk = Fraction(plan.office.per_fte_usd) * Fraction(more - has)
        desk += Fraction(plan.office.per_person_usd) * (now.people - was.people)
    rate = Fraction(plan.overhead.indirect_rate)
    charged = pay * (1 + rate) + desk * (1 + (rate if plan.office.indirect else 0)) + once
    usd = charged * (1 + Fraction(plan.reserve_rate))
    return Decimal(usd.numerator) / Decimal(usd.denominator)


def _purchases(plan: Plan, found: Allocation, lacking: set[Function]) -> Iterator[Next]:
    """Those that are not bought and begin with a fixed amount; others would have been begun."""
    for line in plan.lines:
        bought = found.lines.get(line.id, 0.0)
        if not bought and line.fixed_usd and _has_room(plan, found, line, lacking):
            rate = plan.overhead.indirect_rate if line.indirect else Decimal(0)
            usd = line.fixed_usd * (1 + rate) * (1 + plan.reserve_rate)
            yield Next("line", line.id, Decimal(0), usd)


def _has_room(plan: Plan, found: Allocation, line: Line, lacking: set[Function]) -> bool:
    """Whether more could be spent on it, and would count where hours lack."""
    if found.lines.get(line.id, 0.0) >= float(line.most_usd) - DOLLAR:
        return False
    return any(
        line.functions.get(function, 0) > 0
        and found.line_hours.get(str(function), 0.0)
        < float((1 - plan.people_only_share) * (plan.need or {})[function]) - HOUR
        for function in lacking
    )
