"""The same plan on other terms: another budget, a host's offer."""

from decimal import Decimal

from cidesign.domain.money import Funding, Overhead
from cidesign.domain.panel import Offer
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import MOST_USD, plain, shown


def with_budget(plan: Plan, budget_usd: Decimal) -> Plan:
    """The plan under another budget; grants stay as they are.

    Raises:
        BadInput: the budget is below 0, below the grants it contains, or beyond a billion.
    """
    awarded = sum((grant.usd for grant in plan.funding.grants), Decimal(0))
    if budget_usd > MOST_USD:
        what = f"a budget of ${plain(budget_usd)} is more than a backbone can cost"
        raise BadInput([Problem("budget", what, f"write at most {plain(MOST_USD)}")])
    if budget_usd < 0 or budget_usd < awarded:
        what = f"a budget of ${plain(budget_usd)} is below {'the grants of $' + plain(awarded) if awarded else '0'}"
        raise BadInput([Problem("budget", what, "the budget is all cash of the year, grants included: raise it")])
    return plan.model_copy(update={"funding": Funding(budget_usd=budget_usd, grants=plan.funding.grants)})


def with_offer(plan: Plan, offer: Offer) -> Plan:
    """The plan as a host offers to carry it: its pay scale, benefits, overhead and in-kind.

    The offer's gifts come on top of the plan's; its overhead takes the place of the plan's.

    Raises:
        BadInput: a gift offsets something the plan does not have, or bears the id of another gift.
    """
    targets = {"office", *(f"role:{role.id}" for role in plan.roles), *(f"line:{line.id}" for line in plan.lines)}
    own = {gift.id for gift in plan.in_kind}
    problems = [
        Problem("candidates.csv: offer", f"{shown(gift.offsets)} is nothing in this plan", f"write one of {', '.join(sorted(targets))}")
        for gift in offer.in_kind
        if gift.offsets not in targets
    ] + [
        Problem("candidates.csv: offer", f"in-kind {shown(gift.id)} stands in the plan already", "rename one of the two")
        for gift in offer.in_kind
        if gift.id in own
    ]
    if problems:
        raise BadInput(problems)
    roles = tuple(
        role.model_copy(
            update={
                "salary_usd": role.salary_usd * offer.pay_scale,
                "benefits_rate": role.benefits_rate if offer.benefits_rate is None else offer.benefits_rate,
            }
        )
        for role in plan.roles
    )
    overhead: Overhead = plan.overhead if offer.overhead is None else offer.overhead
    return plan.model_copy(update={"roles": roles, "overhead": overhead, "in_kind": (*plan.in_kind, *offer.in_kind)})
