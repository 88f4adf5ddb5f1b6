"""Month by month: what arrives, what is spent, who pays, and how much free cash is left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cidesign.domain.words import Function
from cidesign.outlook.awards import Stream
from cidesign.outlook.sharing import shared

ZERO = Fraction(0)


@dataclass(frozen=True)
class Purse:
    """Money at the end of a month.

    Args:
        free_usd: unrestricted cash.
        balances: by grant paid ahead for some functions, what is left to spend.
        claimed: by award in arrears, gross dollars claimed so far.
        due: gross dollars of awards in arrears by the month they will arrive in.
    """

    free_usd: Fraction
    balances: Mapping[str, Fraction] = field(default_factory=dict)
    claimed: Mapping[str, Fraction] = field(default_factory=dict)
    due: Mapping[int, Fraction] = field(default_factory=dict)


@dataclass(frozen=True)
class Cost:
    """What one month costs, the fee left out: all of it, and by function that grants may pay
    for.
    """

    total_usd: Fraction
    by_function: Mapping[Function, Fraction]


@dataclass(frozen=True)
class MonthOfCash:
    """One month: gross dollars in, cost with the fee, dollars of grants that lapse at its end, and
    the purse then.
    """

    funding_usd: Fraction
    cost_usd: Fraction
    unspendable_usd: Fraction
    purse: Purse


def month_of_cash(
    before: Purse, month: int, cost: Cost, awards: tuple[Stream, ...], fee_rate: Fraction
) -> MonthOfCash:
    """What a month makes of a purse. Awards come in order of id."""
    net = 1 - fee_rate
    received = {one.award.id: one.payments.get(month, ZERO) for one in awards}
    balances = {
        one.award.id: before.balances.get(one.award.id, ZERO) + received[one.award.id] * net
        for one in awards
        if _is_restricted_ahead(one)
    }
    spent = _spent(before, month, cost, awards, balances, net)
    claims = {one.award.id: spent[one.award.id] / net for one in awards if one.delay is not None}
    due = dict(before.due)
    for one in awards:
        if one.delay is not None:
            due[month + one.delay] = due.get(month + one.delay, ZERO) + claims[one.award.id]
    arrived = due.pop(month, ZERO)
    balances = {name: left - spent[name] for name, left in balances.items()}
    claimed = {name: before.claimed.get(name, ZERO) + claim for name, claim in claims.items()}
    free_in = arrived + sum(
        (received[one.award.id] for one in awards if one.delay is None and not one.award.functions),
        ZERO,
    )
    from_balances = sum((spent[name] for name in balances), ZERO)
    lapsed = _lapsed(month, awards, balances, claimed)
    funding = sum(received.values(), ZERO) + arrived
    after = Purse(
        free_usd=before.free_usd + free_in * net - (cost.total_usd - from_balances),
        balances={name: ZERO if name in lapsed else left for name, left in balances.items()},
        claimed=claimed,
        due=due,
    )
    return MonthOfCash(
        funding, cost.total_usd + funding * fee_rate, sum(lapsed.values(), ZERO), after
    )


def _is_restricted_ahead(one: Stream) -> bool:
    return one.delay is None and bool(one.award.functions)


def _spent(
    before: Purse,
    month: int,
    cost: Cost,
    awards: tuple[Stream, ...],
    balances: Mapping[str, Fraction],
    net: Fraction,
) -> dict[str, Fraction]:
    """Dollars of cost each award pays or will pay for this month: grants ahead first, then arrears,
    then arrears without functions.
    """
    running = [one for one in awards if one.runs(month)]
    most = {
        one.award.id: balances[one.award.id]
        if _is_restricted_ahead(one)
        else (one.allowance_usd(month) - before.claimed.get(one.award.id, ZERO)) * net
        for one in running
        if one.delay is not None or one.award.functions
    }
    restricted = sorted(
        (one for one in running if one.award.functions), key=lambda one: one.delay is not None
    )
    paid = shared(
        cost.by_function,
        [(one.award.id, most[one.award.id], one.award.functions) for one in restricted],
    )
    spent = dict.fromkeys((one.award.id for one in awards), ZERO)
    spent.update({name: sum(by_function.values(), ZERO) for name, by_function in paid.items()})
    left = cost.total_usd - sum(spent.values(), ZERO)
    for one in running:
        if one.delay is not None and not one.award.functions:
            spent[one.award.id] = min(left, most[one.award.id])
            left -= spent[one.award.id]
    return spent


def _lapsed(
    month: int,
    awards: tuple[Stream, ...],
    balances: Mapping[str, Fraction],
    claimed: Mapping[str, Fraction],
) -> dict[str, Fraction]:
    """What awards that end with this month leave unspent: a balance, or gross dollars never
    claimed.
    """
    return {
        one.award.id: balances[one.award.id]
        if _is_restricted_ahead(one)
        else one.allowance_usd(month) - claimed.get(one.award.id, ZERO)
        for one in awards
        if one.last == month and (one.delay is not None or one.award.functions)
    }
