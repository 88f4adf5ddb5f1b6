"""Where each dollar of a year's budget goes: from who pays, over what is paid, to what it is for.

Nothing is left out: what is put aside and what stays unspent are destinations too, so that all
flows together are the budget. Free money is one pot: each who pays into it pays the same part of
all that the pot pays. What stays unspent of the pot is first what nobody has promised yet.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Literal, TypeVar

from cidesign.domain.allocation import Allocation
from cidesign.domain.money import Grant, may_pay
from cidesign.domain.plan import Plan
from cidesign.domain.spent import Item, Spent, Use
from cidesign.domain.words import FUNCTIONS

ZERO = Decimal(0)
CENT = Decimal("0.01")
DOLLAR = Decimal(1)
MANAGEMENT = (Use.LEADING, Use.OFFICE)
"""What counts as management, beside all that the host takes: hours of leading, and the office."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, order=True)
class WhoPays:
    """A restricted grant, somebody who pays free money, or what is still to raise."""

    kind: Literal["grant", "free", "to_raise"]
    id: str = ""


TO_RAISE = WhoPays("to_raise")


@dataclass(frozen=True)
class Flow:
    """Dollars of one who pays, spent on one thing for one use (a function's id, or of ``Use``)."""

    who: WhoPays
    item: Item
    use: str
    usd: Decimal


def flows(
    plan: Plan, found: Allocation, free: Mapping[str, Decimal] | None = None
) -> tuple[Flow, ...]:
    """Every dollar of the budget; none without a plan. Dollars are not rounded.

    Args:
        plan: as it was solved.
        found: what its budget buys.
        free: free dollars of the year by who promised them; what the pot holds beyond them is
            still to raise.
    """
    if not found.found:
        return ()
    fee = plan.overhead.fee_rate
    told = [
        flow
        for grant in plan.funding.grants
        for flow in _closed(
            WhoPays("grant", grant.id), grant.usd, _of_grant(grant.id, grant.usd * fee, found)
        )
    ]
    pot = plan.funding.budget_usd - plan.funding.awarded_usd
    paid = list(_of_pot(plan, found, pot * fee))
    left = pot - sum((usd for _, _, usd in paid), ZERO)
    for who, usd, unspent in _in_the_pot(pot, fee, left, free or {}):
        share = (usd - unspent - usd * fee) / ((pot - left - pot * fee) or DOLLAR)
        parts = [
            (item, use, dollars * (usd / pot if item == _FEE else share))
            for item, use, dollars in paid
        ]
        told += _closed(who, usd, parts)
    return tuple(told)


Part = tuple[Item, str, Decimal]
_FEE = Item("host", "fee")
_HOST = Item("host")
_UNSPENT = Item("unspent")


def _of_grant(id: str, fee_usd: Decimal, found: Allocation) -> Iterator[Part]:
    for piece in found.spent:
        yield piece.item, piece.use, piece.grants.get(id, ZERO)
        yield _HOST, Use.HOST, piece.grants_indirect.get(id, ZERO)
    yield _FEE, Use.HOST, fee_usd


def _of_pot(plan: Plan, found: Allocation, fee_usd: Decimal) -> Iterator[Part]:
    """What grants leave to free money, and the reserve, which grants never pay."""
    for piece in found.spent:
        yield piece.item, piece.use, max(ZERO, piece.usd - _sum(piece.grants))
        yield _HOST, Use.HOST, max(ZERO, piece.indirect_usd - _sum(piece.grants_indirect))
    cost = sum((piece.usd + piece.indirect_usd for piece in found.spent), ZERO)
    yield Item("reserve"), Use.RESERVE, cost * plan.reserve_rate
    yield _FEE, Use.HOST, fee_usd


def _in_the_pot(
    pot: Decimal, fee: Decimal, left: Decimal, free: Mapping[str, Decimal]
) -> Iterator[tuple[WhoPays, Decimal, Decimal]]:
    """Each who pays into the pot, how much of it is in this budget, and how much stays unspent."""
    if pot <= 0:
        return
    promised = sum(free.values(), ZERO)
    within = min(DOLLAR, pot / promised) if promised else ZERO
    payers = [(WhoPays("free", id), usd * within) for id, usd in free.items() if usd > 0]
    to_raise = pot - promised * within
    unraised = min(max(left, ZERO), to_raise * (1 - fee))
    rest = max(left, ZERO) - unraised
    for who, usd in payers:
        yield who, usd, rest * usd / (promised * within)
    if to_raise >= CENT:
        yield TO_RAISE, to_raise, unraised


def _closed(who: WhoPays, usd: Decimal, parts: Iterable[Part]) -> list[Flow]:
    """What one pays, one flow for each item and use, to its last dollar: what is on nothing else
    is unspent; what a solver misses of a cent lies on the largest.
    """
    together: dict[tuple[Item, str], Decimal] = {}
    for item, use, dollars in parts:
        key = (_HOST if item == _FEE else item, use)
        together[key] = together.get(key, ZERO) + dollars
    told = [Flow(who, *key, dollars) for key, dollars in together.items() if dollars >= CENT / 2]
    left = usd - sum((one.usd for one in told), ZERO)
    if left >= CENT / 2 or not told:
        return [*told, Flow(who, _UNSPENT, Use.UNSPENT, left)] if left else told
    most = max(range(len(told)), key=lambda place: told[place].usd)
    told[most] = replace(told[most], usd=told[most].usd + left)
    return told


def _sum(dollars: Mapping[str, Decimal]) -> Decimal:
    return sum(dollars.values(), ZERO)


def summed(listed: Iterable[Flow], by: Callable[[Flow], K]) -> dict[K, Decimal]:
    """Dollars of flows by whatever is asked of each, in the order in which it comes."""
    found: dict[K, Decimal] = {}
    for flow in listed:
        found[by(flow)] = found.get(by(flow), ZERO) + flow.usd
    return found


@dataclass(frozen=True)
class UseCost:
    """What one use costs a year, after gifts in kind.

    Args:
        posts_usd: pay of the hours worked for it.
        others_usd: what is bought for it, and what an office or hiring costs.
        host_usd: what the host charges on both.
    """

    posts_usd: Decimal = ZERO
    others_usd: Decimal = ZERO
    host_usd: Decimal = ZERO

    @property
    def direct_usd(self) -> Decimal:
        """Without what the host charges."""
        return self.posts_usd + self.others_usd

    @property
    def usd(self) -> Decimal:
        """All three."""
        return self.direct_usd + self.host_usd


@dataclass(frozen=True)
class YearCost:
    """What a year costs by what it is for, reserve and unspent money not counted.

    Args:
        uses: the six functions, then leading, time not assigned, office and hiring.
        fee_usd: the fee of a host that takes one of all revenue.
    """

    uses: Mapping[str, UseCost]
    fee_usd: Decimal

    @property
    def host_usd(self) -> Decimal:
        """All that the host takes."""
        return self.fee_usd + sum((one.host_usd for one in self.uses.values()), ZERO)

    @property
    def usd(self) -> Decimal:
        """The cost of the year."""
        return self.fee_usd + sum((one.usd for one in self.uses.values()), ZERO)

    @property
    def management_usd(self) -> Decimal:
        """Leading, office and what the host takes."""
        return self.host_usd + sum((self.uses[use].direct_usd for use in MANAGEMENT), ZERO)

    @property
    def management_share(self) -> Decimal:
        """Of the cost, 0 to 1; 0 where nothing costs anything."""
        return self.management_usd / self.usd if self.usd else ZERO


def year_cost(plan: Plan, found: Allocation) -> YearCost:
    """The year's cost by what it is for; adds to ``cost_usd``."""
    uses = (*FUNCTIONS, Use.LEADING, Use.UNASSIGNED, Use.HIRING, Use.OFFICE)
    return YearCost(
        {str(use): _cost_of(found.spent, use) for use in uses},
        plan.overhead.fee_rate * plan.funding.budget_usd if found.found else ZERO,
    )


def _cost_of(pieces: Iterable[Spent], use: str) -> UseCost:
    mine = [piece for piece in pieces if piece.use == use]
    return UseCost(
        sum((piece.usd for piece in mine if piece.item.kind == "role"), ZERO),
        sum((piece.usd for piece in mine if piece.item.kind != "role"), ZERO),
        sum((piece.indirect_usd for piece in mine), ZERO),
    )


class WhyUnspent(StrEnum):
    """Why a grant has money left that nothing may take."""

    NOTHING = "nothing"
    MONTHS = "months"
    OTHERS = "others"
    ALL_PAID = "all_paid"


def why_unspent(plan: Plan, found: Allocation, grant: Grant) -> WhyUnspent:
    """Nothing in the plan is what it may pay for; the rest of that lies outside its months; other
    grants pay it too; or it pays all there is.
    """
    mine = [piece for piece in found.spent if _may_pay(plan, grant, piece)]
    cost = sum((piece.usd for piece in mine), ZERO)
    paid = sum((_sum(piece.grants) for piece in mine), ZERO)
    ours = sum((piece.grants.get(grant.id, ZERO) for piece in mine), ZERO)
    if cost < DOLLAR:
        return WhyUnspent.NOTHING
    if cost - paid >= DOLLAR:
        return WhyUnspent.MONTHS
    return WhyUnspent.OTHERS if paid - ours >= DOLLAR else WhyUnspent.ALL_PAID


def payable_usd(plan: Plan, found: Allocation, grant: Grant) -> Decimal:
    """What all that a grant may pay for costs in the year, its months aside, without indirect."""
    return sum((piece.usd for piece in found.spent if _may_pay(plan, grant, piece)), ZERO)


def beyond(plan: Plan, found: Allocation, grant: Grant) -> dict[str, Decimal]:
    """What the plan pays for that a grant may never pay, dollars by use."""
    told: dict[str, Decimal] = {}
    for piece in found.spent:
        if not _may_pay(plan, grant, piece):
            told[piece.use] = told.get(piece.use, ZERO) + piece.usd
    return {use: usd for use, usd in told.items() if usd >= DOLLAR}


def _may_pay(plan: Plan, grant: Grant, piece: Spent) -> bool:
    needed = [one for one in FUNCTIONS if (plan.need or {}).get(one, 0) > 0]
    item = piece.item
    return may_pay(
        grant,
        function=next((one for one in needed if one == piece.use), None),
        role=item.id if item.kind in ("role", "hiring") else "",
        line=item.id if item.kind == "line" else "",
        is_office=item.kind == "office",
    )
