"""Why a host's terms cost or bring something: what differs from ours, in a few words."""

from decimal import Decimal

from cidesign.domain.figures import listed, money_short, percent
from cidesign.domain.plan import Plan
from cidesign.text import say

NONE = Decimal(0)
NOTICED = Decimal("0.005")
"""A smaller share of pay is told as the same."""


def why(ours: Plan, there: Plan) -> str:
    """What of pay, benefits, charge and gifts differs there from our plan as it stands."""
    said = [
        part
        for part in (
            _pay(ours, there),
            _benefits(ours, there),
            _charge(ours, there),
            _gifts(ours, there),
        )
        if part
    ]
    return listed(said) if said else say("the same terms")


def _pay(ours: Plan, there: Plan) -> str:
    before, after = (sum((role.salary_usd for role in plan.roles), NONE) for plan in (ours, there))
    change = after / before - 1 if before else NONE
    if abs(change) < NOTICED:
        return ""
    said = {"share": percent(abs(change))}
    return say("pay {share} higher", **said) if change > 0 else say("pay {share} lower", **said)


def _benefits(ours: Plan, there: Plan) -> str:
    before, after = ({role.benefits_rate for role in plan.roles} for plan in (ours, there))
    if [role.benefits_rate for role in ours.roles] == [role.benefits_rate for role in there.roles]:
        return ""
    if len(before) > 1 or len(after) > 1:
        return say("other benefits")
    return say(
        "benefits {there} instead of {ours}", there=percent(max(after)), ours=percent(max(before))
    )


def _charge(ours: Plan, there: Plan) -> str:
    if (ours.overhead.fee_rate, ours.overhead.indirect_rate) == (
        there.overhead.fee_rate,
        there.overhead.indirect_rate,
    ):
        return ""
    if there.overhead.fee_rate:
        return say("fee of {share}", share=percent(there.overhead.fee_rate))
    if there.overhead.indirect_rate:
        return say("indirect cost of {share}", share=percent(there.overhead.indirect_rate))
    return say("no charge")


def _gifts(ours: Plan, there: Plan) -> str:
    before, after = (sum((gift.usd for gift in plan.in_kind), NONE) for plan in (ours, there))
    if after == before:
        return ""
    said = {"usd": money_short(abs(after - before))}
    return (
        say("{usd} more gifts in kind", **said)
        if after > before
        else say("{usd} less gifts in kind", **said)
    )
