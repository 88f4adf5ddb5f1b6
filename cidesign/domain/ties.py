"""What else in a workshop names a post or a purchase: whoever takes it out is told first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from cidesign.domain.money import Payer
from cidesign.domain.plan import Plan
from cidesign.domain.set_in_plan import OnLoan
from cidesign.domain.workshop import Bundle


class Listed(Enum):
    """A list of ``plan.yaml`` whose entries others name: by its key, and as gifts name them."""

    POSTS = ("roles", "role:")
    PURCHASES = ("lines", "line:")

    @property
    def key(self) -> str:
        """As plans, sources and scenarios call the list."""
        return self.value[0]

    def gift_for(self, id: str) -> str:
        """What a gift to this entry says it offsets."""
        return f"{self.value[1]}{id}"


@dataclass(frozen=True)
class Ties:
    """Who names an entry; every tuple holds ids, scenarios theirs.

    Args:
        needed_by: posts that are filled only together with it.
        leads: whether it may lead people; ``leads_alone``: nobody else may.
        gifts: that take something off its cost.
        payers: sources that may pay for it and for something else.
        only_payers: sources that may pay for nothing else.
        scenarios: saved ones that change it.
    """

    needed_by: tuple[str, ...] = ()
    leads: bool = False
    leads_alone: bool = False
    gifts: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    only_payers: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()

    @property
    def some(self) -> bool:
        """Whether anybody names it."""
        return self != Ties()


def ties_of(record: Bundle, kind: Listed, id: str) -> Ties:
    """Who names this post or purchase; nobody where there is no plan."""
    plan = record.plan
    if plan is None:
        return Ties()
    leaders = plan.supervision.by if plan.supervision and kind is Listed.POSTS else ()
    naming = [(name, one) for name, one in payers_of(record, plan) if id in getattr(one, kind.key)]
    only = tuple(name for name, one in naming if _names(one) == 1)
    return Ties(
        needed_by=tuple(one.id for one in plan.roles if id in one.needs)
        if kind is Listed.POSTS
        else (),
        leads=id in leaders,
        leads_alone=set(leaders) == {id},
        gifts=tuple(
            one.id
            for one in plan.in_kind
            if one.offsets == kind.gift_for(id) and not isinstance(one, OnLoan)
        ),
        payers=tuple(name for name, _ in naming if name not in only),
        only_payers=only,
        scenarios=tuple(
            name
            for name, one in record.scenarios.items()
            if id in [str(entry.get("id")) for entry in one.changes.get(kind.key) or ()]
        ),
    )


def payers_of(record: Bundle, plan: Plan) -> Iterable[tuple[str, Payer]]:
    """The sources by id; where there are none, the grants that an older plan tells itself."""
    if record.funding is not None and record.funding.sources:
        return [(one.id, one) for one in record.funding.sources]
    return [(one.id, one) for one in plan.funding.grants]


def _names(one: Payer) -> int:
    return len(one.functions) + len(one.roles) + len(one.lines) + bool(one.office)
