"""The same plan on other terms: another budget, a host's offer, a role changed."""

from decimal import Decimal

from cidesign.domain.money import Funding, Overhead
from cidesign.domain.panel import Offer
from cidesign.domain.plan import Plan, Role
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import MOST_USD, plain, shown
from cidesign.text import say


def with_budget(plan: Plan, budget_usd: Decimal) -> Plan:
    """The plan under another budget; grants stay as they are.

    Raises:
        BadInput: the budget is below 0, below the grants it contains, or beyond a billion.
    """
    awarded = plan.funding.awarded_usd
    if budget_usd > MOST_USD:
        what = say(
            "a budget of ${budget} is more than a backbone can cost", budget=plain(budget_usd)
        )
        raise BadInput([Problem("budget", what, say("write at most {most}", most=plain(MOST_USD)))])
    if budget_usd < 0 or budget_usd < awarded:
        said = {"budget": plain(budget_usd), "grants": plain(awarded)}
        what = (
            say("a budget of ${budget} is below the grants of ${grants}", **said)
            if awarded
            else say("a budget of ${budget} is below 0", **said)
        )
        raise BadInput(
            [
                Problem(
                    "budget",
                    what,
                    say("the budget is all cash of the year, grants included: raise it"),
                )
            ]
        )
    return plan.model_copy(
        update={"funding": Funding(budget_usd=budget_usd, grants=plan.funding.grants)}
    )


def with_offer(plan: Plan, offer: Offer) -> Plan:
    """The plan as a host offers to carry it: its pay scale, benefits, overhead and in-kind.

    The offer's gifts come on top of the plan's; its overhead takes the place of the plan's.

    Raises:
        BadInput: a gift offsets something the plan does not have, or bears the id of another gift.
    """
    targets = {
        "office",
        *(f"role:{role.id}" for role in plan.roles),
        *(f"line:{line.id}" for line in plan.lines),
    }
    own = {gift.id for gift in plan.in_kind}
    problems = [
        Problem(
            "candidates.csv: offer",
            say("{word} is nothing in this plan", word=shown(gift.offsets)),
            say("write one of {words}", words=", ".join(sorted(targets))),
        )
        for gift in offer.in_kind
        if gift.offsets not in targets
    ] + [
        Problem(
            "candidates.csv: offer",
            say("in-kind {id} stands in the plan already", id=shown(gift.id)),
            say("rename one of the two"),
        )
        for gift in offer.in_kind
        if gift.id in own
    ]
    if problems:
        raise BadInput(problems)
    roles = tuple(
        role.model_copy(
            update={
                "salary_usd": role.salary_usd * offer.pay_scale,
                "benefits_rate": role.benefits_rate
                if offer.benefits_rate is None
                else offer.benefits_rate,
            }
        )
        for role in plan.roles
    )
    overhead: Overhead = plan.overhead if offer.overhead is None else offer.overhead
    return plan.model_copy(
        update={"roles": roles, "overhead": overhead, "in_kind": (*plan.in_kind, *offer.in_kind)}
    )


def role_of(plan: Plan, id: str | None) -> Role:
    """The role of this id."""
    return next(role for role in plan.roles if role.id == id)


def with_role(plan: Plan, id: str | None, **changes: object) -> Plan:
    """The plan with one role changed."""
    roles = tuple(r.model_copy(update=changes) if r.id == id else r for r in plan.roles)
    return plan.model_copy(update={"roles": roles})
