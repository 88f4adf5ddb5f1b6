"""Money of the year that buys nothing: how much, why, and what to do with it."""

from collections.abc import Iterable
from decimal import Decimal

from cidesign.domain.dates import MONTHS as NAMES
from cidesign.domain.figures import fte, inside, money
from cidesign.domain.flows import (
    DOLLAR,
    TO_RAISE,
    Flow,
    WhoPays,
    WhyUnspent,
    beyond,
    payable_usd,
    summed,
    why_unspent,
)
from cidesign.domain.idle import Idle, WhyFree, idle
from cidesign.domain.money import Grant
from cidesign.domain.spent import Use
from cidesign.domain.value import months_after
from cidesign.text import say
from cidesign.views.team.dollars import Dollars

ZERO = Decimal(0)


def left_over(seen: Dollars) -> list[str]:
    """All money that buys nothing this year, each with why, and what to do with it."""
    told = []
    reserve = sum((one.usd for one in seen.flows if one.use == Use.RESERVE), ZERO)
    if reserve >= DOLLAR:
        told.append(say("{usd} is put aside as reserve, as our rules ask.", usd=money(reserve)))
    for grant in seen.plan.funding.grants:
        left = unspent(one for one in seen.flows if one.who == as_payer(grant))
        if left >= DOLLAR:
            told.append(
                say(
                    "{usd} of {name} cannot be spent: {why}",
                    usd=money(left),
                    name=seen.who[as_payer(grant)],
                    why=unusable(seen, grant),
                )
            )
    unraised = unspent(one for one in seen.flows if one.who == TO_RAISE)
    if unraised >= DOLLAR:
        told.append(
            say(
                "{usd} that is still to raise buys nothing in this plan: raise that much less, or "
                "raise it as reserve.",
                usd=money(unraised),
            )
        )
    free = unspent(one for one in seen.flows if one.who.kind == "free")
    if free + unraised >= DOLLAR:
        told.append(_free_money(seen, idle(seen.plan, seen.found), free + unraised))
    return told


def all_buys() -> str:
    """What is said where nothing is left over."""
    return say("Nothing: all of the budget is spent.")


def _free_money(seen: Dollars, found: Idle, usd: Decimal) -> str:
    amount = money(usd)
    if found.why is WhyFree.COVERED:
        return say(
            "{usd} of free money is left because nothing more is needed this year: keep it as "
            "reserve, or for a post when the work grows.",
            usd=amount,
        )
    if found.why is WhyFree.FULL:
        return say(
            "{usd} of free money is left because every post and purchase for what still lacks "
            "hours is at its most: allow more of one of them, or keep the money as reserve.",
            usd=amount,
        )
    if found.next is None:
        return say(
            "{usd} of free money is left because our rules let it buy nothing that helps: look at "
            "what holds us back, or keep the money as reserve.",
            usd=amount,
        )
    step = found.next
    what = inside(seen.labels.kind(f"{step.kind}s")[step.id])
    more = say("{fte} FTE {role}", fte=fte(step.fte), role=what) if step.kind == "role" else what
    told = say(
        "{usd} of free money is left because the next step, {more}, takes about {cost} of a year's "
        "money: find {lacking} more, or keep what is left as reserve.",
        usd=amount,
        more=more,
        cost=money(step.usd),
        lacking=money(step.usd - usd),
    )
    if step.later is None:
        return told
    later = say(
        "Hired from {month} on, it would take about {cost} this year.",
        month=month_named(seen.start, step.later),
        cost=money(step.later_usd),
    )
    return f"{told} {later}"


def unusable(seen: Dollars, grant: Grant) -> str:
    """Why money of a grant is left, and what to do about it; a sentence without a subject."""
    why = why_unspent(seen.plan, seen.found, grant)
    other = _most_on_free_money(seen, grant)
    if why is WhyUnspent.NOTHING:
        told = say("nothing in this plan is what it may pay for.")
    elif why is WhyUnspent.MONTHS:
        told = say("the rest of what it may pay for falls outside its months.")
    elif why is WhyUnspent.OTHERS:
        told = say("other grants pay for the same things too.")
    else:
        whole = money(payable_usd(seen.plan, seen.found, grant))
        told = say("all that it may pay for costs {usd}, and that is paid.", usd=whole)
    if why is WhyUnspent.MONTHS:
        return f"{told} {say('Ask whether its months can be moved.')}"
    if other:
        return f"{told} {say('Ask whether it may also pay for {other}.', other=inside(other))}"
    return told


def _most_on_free_money(seen: Dollars, grant: Grant) -> str:
    """Where most free money goes that this grant may not pay; the first thing to ask it for."""
    closed = beyond(seen.plan, seen.found, grant)
    free = summed(
        (one for one in seen.flows if one.who.kind != "grant" and one.use in closed),
        lambda one: one.use,
    )
    return seen.uses[max(free, key=lambda use: free[use])] if free else ""


def unspent(mine: Iterable[Flow]) -> Decimal:
    """Dollars of flows that buy nothing."""
    return sum((one.usd for one in mine if one.use == Use.UNSPENT), ZERO)


def as_payer(grant: Grant) -> WhoPays:
    """A grant as one who pays."""
    return WhoPays("grant", grant.id)


def month_named(start: str, number: int) -> str:
    """A month of the plan's year by name, where its start is known."""
    if not start:
        return say("month {number}", number=number)
    return say(NAMES[int(months_after(start, number - 1)[5:7]) - 1])
