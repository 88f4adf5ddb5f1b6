"""Plans that differ from a plan in one thing, and the same plan written down in another order."""

from decimal import Decimal
from random import Random
from typing import Any

from cidesign.domain.allocation import Repair, RuleOn
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS


def altered(plan: Plan, **parts: Any) -> Plan:
    """The plan with some of its keys replaced."""
    return Plan.model_validate({**plan.model_dump(), **parts})


def reordered(plan: Plan, draw: Random) -> Plan:
    """The same plan with every list and every map in another order."""

    def mixed(value: Any, *, keep: bool = False) -> Any:
        if isinstance(value, dict):
            keys = list(value)
            draw.shuffle(keys)
            return {
                key: mixed(value[key], keep=key in ("pieces", "benefit_curve", "months"))
                for key in keys
            }
        if isinstance(value, list | tuple):
            items = [mixed(item) for item in value]
            if not keep:
                draw.shuffle(items)
            return items
        return value

    return Plan.model_validate(mixed(plan.model_dump()))


def with_money(plan: Plan, more: Decimal) -> Plan:
    """The plan with so much more budget."""
    funding = plan.funding.model_dump()
    return altered(plan, funding={**funding, "budget_usd": plan.funding.budget_usd + more})


def with_wider_grants(plan: Plan) -> Plan:
    """The plan with every grant open to all functions."""
    grants = [{**grant.model_dump(), "functions": list(FUNCTIONS)} for grant in plan.funding.grants]
    return altered(plan, funding={"budget_usd": plan.funding.budget_usd, "grants": grants})


def with_grants_in_two(plan: Plan) -> Plan:
    """The plan with each grant given as two equal ones."""
    grants = [
        {**grant.model_dump(), "id": f"{grant.id}_{half}", "usd": grant.usd / 2}
        for grant in plan.funding.grants
        for half in "ab"
    ]
    return altered(plan, funding={"budget_usd": plan.funding.budget_usd, "grants": grants})


def with_smaller_posts(plan: Plan, steps: int) -> Plan:
    """The plan in which the last person of a post may have so many steps of FTE less."""
    least = plan.smallest_post - steps * plan.fte_step
    return altered(plan, smallest_post=max(least, Decimal(0)))


def with_one_more_role(plan: Plan, other: Plan) -> Plan:
    """The plan with a role of another one that may be filled and need not be; its people may work as
    much as the smallest post of this plan asks.
    """
    role = {
        **other.roles[0].model_dump(),
        "id": "one_more",
        "max_fte": max(other.roles[0].max_fte, plan.smallest_post),
        "needs": (),
        "must_have": False,
        "in_post": Decimal(0),
    }
    return altered(plan, roles=[*(one.model_dump() for one in plan.roles), role])


def floors(plan: Plan) -> dict[str, Decimal]:
    """The floor of each function with a need."""
    return {str(f): plan.floor_of(f) for f in FUNCTIONS if (plan.need or {}).get(f, 0) > 0}


def with_floors_at_most(plan: Plan, most: Decimal) -> Plan:
    """The plan with every floor cut to at most ``most``."""
    return altered(plan, floor={f: min(floor, most) for f, floor in floors(plan).items()})


def renamed(plan: Plan, draw: Random) -> Plan:
    """The plan with the six functions' names dealt anew; without a community share, which knows one
    by name.
    """
    names = [str(f) for f in FUNCTIONS]
    dealt = names[:]
    draw.shuffle(dealt)
    new = dict(zip(names, dealt, strict=True))

    def dealt_out(value: Any) -> Any:
        if isinstance(value, dict):
            return {new.get(str(key), key): dealt_out(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [new[str(item)] if str(item) in new else dealt_out(item) for item in value]
        return value

    return Plan.model_validate({**dealt_out(plan.model_dump()), "community_min_share": 0})


def rules_of(plan: Plan) -> set[RuleOn]:
    """Every rule that may be named in a conflict or as binding."""
    return {
        RuleOn("budget"),
        *([RuleOn("people_only_share")] if plan.people_only_share else []),
        *([RuleOn("reserve")] if plan.reserve_rate else []),
        *([RuleOn("community_min_share")] if plan.community_min_share else []),
        *(RuleOn("floor", f) for f, floor in floors(plan).items() if floor),
        *(RuleOn("max_fte", role.id) for role in plan.roles),
        *(RuleOn("must_have", role.id) for role in plan.roles if role.must_have),
        *(RuleOn("grant", grant.id) for grant in plan.funding.grants),
        *(RuleOn("line_limit", line.id) for line in plan.lines),
        *(RuleOn("min_usd", line.id) for line in plan.lines if line.min_usd),
        *(RuleOn("needs", role.id) for role in plan.roles if role.needs),
        *([RuleOn("supervision")] if plan.supervision else []),
    }


def repaired(plan: Plan, repair: Repair, *, short_by: Decimal = Decimal(0)) -> Plan:
    """The plan with a repair applied, or with one that falls short of it a little."""
    change = Decimal(repr(repair.change))
    change = change - short_by if change > 0 else change + short_by
    lever, _, name = repair.lever.partition(":")
    if lever == "budget_usd":
        return with_money(plan, change)
    if lever == "floor":
        return with_floors_at_most(plan, max(floors(plan).values()) + change)
    if lever == "max_fte":
        return altered(
            plan,
            roles=[
                {**r.model_dump(), "max_fte": r.max_fte + (change if r.id == name else 0)}
                for r in plan.roles
            ],
        )
    if lever == "must_have":
        return altered(
            plan,
            roles=[
                {**r.model_dump(), "must_have": r.must_have and r.id != name} for r in plan.roles
            ],
        )
    return altered(plan, **{lever: getattr(plan, lever) + change})
