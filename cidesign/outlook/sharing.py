"""Which grant pays for which function in one month: in order, and together as much as possible."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cidesign.domain.words import FUNCTIONS, Function

Shares = dict[str, dict[Function, Fraction]]


def shared(
    cost_usd: Mapping[Function, Fraction],
    purses: Sequence[tuple[str, Fraction, Sequence[Function]]],
) -> Shares:
    """What every purse pays for every function.

    Each purse in turn pays as much as it can; where the functions it may pay for are taken, earlier
    purses move over to others of theirs, so nobody loses and the total is the largest there is
    (Ford & Fulkerson 1956, shortest augmenting paths).

    Args:
        cost_usd: by function, what there is to pay.
        purses: id, dollars, functions it may pay for.

    Returns:
        by purse id and function, dollars; a function's payments never exceed its cost.
    """
    paid: Shares = {name: dict.fromkeys(functions, Fraction(0)) for name, _, functions in purses}
    unpaid = {function: cost_usd.get(function, Fraction(0)) for function in FUNCTIONS}
    for name, dollars, _ in purses:
        left = dollars
        while left > 0 and (path := _path(name, paid, unpaid)):
            amount = min(
                left,
                unpaid[path[-1][1]],
                *(paid[payer][function] for payer, function in _given_up(path)),
            )
            for payer, function in path:
                paid[payer][function] += amount
            for payer, function in _given_up(path):
                paid[payer][function] -= amount
            unpaid[path[-1][1]] -= amount
            left -= amount
    return paid


def _given_up(path: Sequence[tuple[str, Function]]) -> list[tuple[str, Function]]:
    """Where later payers of a path stop paying, because the payer before them takes over."""
    return [(path[place][0], path[place - 1][1]) for place in range(1, len(path))]


def _path(
    start: str, paid: Shares, unpaid: Mapping[Function, Fraction]
) -> list[tuple[str, Function]]:
    """The shortest chain of (payer, function it takes on) from a purse to a function with cost
    left; empty if there is none.
    """
    waiting: list[list[tuple[str, Function]]] = [[(start, function)] for function in paid[start]]
    seen = set(paid[start])
    while waiting:
        chain = waiting.pop(0)
        last = chain[-1][1]
        if unpaid[last] > 0:
            return chain
        for payer in paid:
            if paid[payer].get(last, Fraction(0)) > 0:
                for function in paid[payer]:
                    if function not in seen:
                        seen.add(function)
                        waiting.append([*chain, (payer, function)])
    return []
