"""What our choices about the structure set in the plan: a sponsor's fee, the benefits a host of its
kind pays, posts on loan, and the hours it takes to keep several hosts in step.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import Field

from cidesign.domain.money import MOST_FEE, InKind, Overhead
from cidesign.domain.plan import Plan, Role
from cidesign.domain.problem import Problem
from cidesign.domain.value import AboveZero, AtLeastZero, Id, Model, Share, Text, shown
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say

COORDINATION = "coordination"
"""Id of the driver whose number is the hours that further hosts take."""
DAYS_A_WEEK = 5
STRUCTURE = "structure.yaml"


class Loan(Model):
    """For how much of a week somebody else fills and pays a post. ``lender``: who that is."""

    days_a_week: AboveZero = Field(le=DAYS_A_WEEK)
    lender: Text = ""


class SetInPlan(Model):
    """``sets`` of ``structure.yaml``; what is None or empty sets nothing.

    Args:
        fee_rate: share of all revenue a fiscal sponsor keeps, in place of what the plan says the
            host charges.
        benefits_rate: of every employee, in place of the plan's.
        coordination_hours: hours a month each organization beyond the first takes, where functions
            sit with several.
        loans: by id of the post; gifts in kind, beside the plan's own.
    """

    fee_rate: Share | None = Field(default=None, le=MOST_FEE)
    benefits_rate: AtLeastZero | None = Field(default=None, le=2)
    coordination_hours: AtLeastZero | None = Field(default=None, le=744)
    loans: dict[Id, Loan] = Field(default_factory=dict)


class OnLoan(InKind):
    """The gift in kind that a post on loan is; it stands in no plan.yaml."""


def gifts_of(loans: Mapping[str, Loan], roles: Sequence[Role]) -> tuple[OnLoan, ...]:
    """What posts on loan are worth: days of five, of a full-time year's salary and benefits; none
    for a post the plan has not.
    """
    return tuple(
        OnLoan(
            id=gift_id(role.id),
            usd=role.cost_per_fte_usd * loans[role.id].days_a_week / DAYS_A_WEEK,
            offsets=f"role:{role.id}",
        )
        for role in roles
        if role.id in loans
    )


def gift_id(post: str) -> str:
    """Under which id a plan knows the gift of a post on loan."""
    return f"loan_{post}"


def further_hosts(hosts: Mapping[Function, str], own: str = "") -> int:
    """How many organizations beyond the first carry a function.

    Args:
        hosts: by function, the candidate it sits with; empty or absent: the backbone's own host.
        own: the id of that host, where one is chosen.
    """
    return len({hosts.get(function) or own for function in FUNCTIONS}) - 1


def coordination(
    sets: SetInPlan, hosts: Mapping[Function, str], own: str = ""
) -> dict[str, Decimal]:
    """Hours a month of keeping in step, as a driver's number; none where one organization carries
    all, or nobody has said how many hours each takes.
    """
    further = further_hosts(hosts, own)
    if not further or sets.coordination_hours is None:
        return {}
    return {COORDINATION: sets.coordination_hours * further}


def with_sets(plan: Plan, sets: SetInPlan, typed: Mapping[Any, Any] | None = None) -> Plan:
    """The plan with what our choices set, in place of what is typed there for the same.

    Args:
        plan: as it is written.
        sets: what they set.
        typed: what stays as it is typed, such as what a scenario changes.
    """
    told = typed or {}
    update: dict[str, Any] = {}
    if sets.fee_rate is not None and "overhead" not in told:
        update["overhead"] = Overhead(kind="fee", rate=sets.fee_rate)
    roles = plan.roles
    if sets.benefits_rate is not None:
        own = {one.get("id") for one in told.get("roles") or () if "benefits_rate" in one}
        roles = update["roles"] = tuple(
            one
            if one.is_contractor or one.id in own
            else one.model_copy(update={"benefits_rate": sets.benefits_rate})
            for one in plan.roles
        )
    if gifts := gifts_of(sets.loans, roles):
        update["in_kind"] = (*plan.in_kind, *gifts)
    return plan.model_copy(update=update) if update else plan


def against_same_names(plan: Plan | None, sets: SetInPlan) -> Iterator[Problem]:
    """A post on loan whose gift bears the id of a gift of the plan."""
    there = {gift.id for gift in plan.in_kind if not isinstance(gift, OnLoan)} if plan else set()
    for post in sets.loans:
        if gift_id(post) in there:
            yield Problem(
                f"{STRUCTURE}: sets.loans.{post}",
                say("in-kind {id} stands in the plan already", id=shown(gift_id(post))),
                say("rename the gift in plan.yaml"),
            )
