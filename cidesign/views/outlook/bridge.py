"""What is only a bridge: the credit that is needed for a time, and in which months."""

from collections.abc import Sequence

from cidesign.domain.figures import count, money, month
from cidesign.domain.outlook import Outlook
from cidesign.text import say

DOLLAR = 1
"""Less than this is told as nothing."""


def bridge_of(found: Outlook) -> tuple[str, ...]:
    """How much, and the months in which cash would be below zero; () where none is needed."""
    missing = found.missing_usd
    if found.bridge_usd < DOLLAR:
        return ()
    short = [one.month for one in found.months if one.free_cash_usd + missing < -DOLLAR / 2]
    if not short:
        return ()
    slots = {"credit": money(found.bridge_usd), "when": in_months(short)}
    if missing >= DOLLAR:
        return (
            say(
                "With the missing money there from the first day, a credit of up to {credit} is "
                "still needed {when}.",
                **slots,
            ),
        )
    return (
        say("Until promised money is paid, a credit of up to {credit} is needed {when}.", **slots),
    )


def in_months(short: Sequence[str]) -> str:
    """In which months, at the end of a sentence."""
    if len(short) == 1:
        return say("in {month}", month=month(short[0]))
    return say(
        "in {n} months from {first} to {last}",
        n=count(len(short)),
        first=month(short[0]),
        last=month(short[-1]),
    )
