"""What the dollars of one who pays go to, what they cannot pay for, and what of them stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.figures import inside, listed, money, percent, rate
from cidesign.domain.flows import DOLLAR, TO_RAISE, Flow, WhoPays, beyond
from cidesign.domain.money import Grant
from cidesign.domain.spent import Use
from cidesign.domain.value import MONTHS
from cidesign.text import say
from cidesign.views.funding.view import pays_for
from cidesign.views.team.dollars import Dollars, by_label, usd_of, what_for
from cidesign.views.team.left_over import as_payer, month_named, unspent, unusable

ZERO = Decimal(0)
ALL_YEAR = (1, MONTHS)


@dataclass(frozen=True)
class OnePays:
    """What one who pays makes possible.

    Args:
        usd: its dollars of the year, as far as they are in this budget.
        question: with its name and dollars.
        rows: what it pays, one row each, the sum last.
        said: what it may and cannot pay for, when, what it bears, what stays and why.
    """

    usd: Decimal
    question: str
    rows: tuple[dict[str, str], ...]
    said: tuple[str, ...]


def one_pays(seen: Dollars, who: WhoPays) -> OnePays:
    """What the dollars of one who pays go to."""
    mine = [one for one in seen.flows if one.who == who]
    usd = usd_of(mine)
    told = [
        {
            say("What it pays"): label,
            say("What for"): what_for(seen, flows),
            say("A year"): money(usd_of(flows)),
        }
        for label, flows in by_label(seen, mine).items()
        if usd_of(flows) >= DOLLAR
    ]
    told.append(
        {
            say("What it pays"): say("All together"),
            say("What for"): "",
            say("A year"): money(usd),
        }
    )
    grant = next((one for one in seen.plan.funding.grants if who == as_payer(one)), None)
    said = _of_grant(seen, grant, mine) if grant else _of_free(seen, who, mine)
    name = seen.who[who]
    question = (
        say("What would the {usd} still to raise pay for?", usd=money(usd))
        if who == TO_RAISE
        else say("What do the {usd} of {name} pay for?", usd=money(usd), name=name)
    )
    return OnePays(usd, question, tuple(told), tuple(one for one in said if one))


def _of_grant(seen: Dollars, grant: Grant, mine: list[Flow]) -> Iterable[str]:
    yield say("It may pay for {things}.", things=pays_for(grant, seen.labels))
    yield _months(seen, as_payer(grant))
    closed = beyond(seen.plan, seen.found, grant)
    if closed:
        yield say(
            "It cannot pay for {things}: other money must pay these {usd} of the plan.",
            things=listed([inside(seen.uses[use]) for use in seen.uses if use in closed]),
            usd=money(sum(closed.values(), ZERO)),
        )
    yield _bears(seen, grant, mine)
    left = unspent(mine)
    yield (
        say("{usd} of it cannot be spent: {why}", usd=money(left), why=unusable(seen, grant))
        if left >= DOLLAR
        else say("All of it is spent.")
    )


def _months(seen: Dollars, who: WhoPays) -> str:
    """Of which months of the year it is."""
    months = seen.months.get(who)
    if months is None:
        return ""
    if months == ALL_YEAR:
        return say("It is for all twelve months of the year.")
    first, last = (month_named(seen.start, number) for number in months)
    if who.kind == "grant":
        return say("It pays only what falls from {first} to {last}.", first=first, last=last)
    return say("In this year it is for {first} to {last}.", first=first, last=last)


def _bears(seen: Dollars, grant: Grant, mine: list[Flow]) -> str:
    """What of the host's share lies on it, and what a cap leaves to free money."""
    overhead = seen.plan.overhead
    usd = sum((one.usd for one in mine if one.use == Use.HOST), ZERO)
    if overhead.kind == "fee":
        return say("The host keeps {usd} of it as its fee.", usd=money(usd))
    if overhead.kind == "none":
        return ""
    if grant.indirect_cap is None or grant.indirect_cap >= overhead.rate:
        return say("It bears {usd} of what the host charges.", usd=money(usd))
    return say(
        "It bears at most {cap} for what the host charges ({usd}); free money pays the rest, up to "
        "{rate}.",
        cap=rate(grant.indirect_cap),
        usd=money(usd),
        rate=rate(overhead.rate),
    )


def _of_free(seen: Dollars, who: WhoPays, mine: list[Flow]) -> Iterable[str]:
    pot, left = usd_of(one for one in seen.flows if one.who.kind != "grant"), unspent(mine)
    if who == TO_RAISE:
        yield say(
            "Nobody has promised it yet. Until somebody does, this much of the plan is not paid."
        )
    yield say(
        "It is free money, {share} of all free money of the year: it pays the same part of "
        "everything that free money pays, and nothing is closed to it.",
        share=percent(usd_of(mine) / pot if pot else ZERO),
    )
    yield _months(seen, who)
    fee = seen.plan.overhead.kind == "fee"
    usd = sum((one.usd for one in mine if one.use == Use.HOST), ZERO)
    if usd >= DOLLAR:
        yield (
            say("The host keeps {usd} of it as its fee.", usd=money(usd))
            if fee
            else say("It bears {usd} of what the host charges.", usd=money(usd))
        )
    yield _stays(who, left) if left >= DOLLAR else say("All of it is spent or put aside.")


def _stays(who: WhoPays, left: Decimal) -> str:
    if who == TO_RAISE:
        return say("{usd} of it is not needed: raise that much less.", usd=money(left))
    return say(
        "{usd} of it stays free; see below what to do with it.",
        usd=money(left),
    )
