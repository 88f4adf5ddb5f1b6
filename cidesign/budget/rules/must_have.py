"""Posts we must have: they are hired, at least at their least."""

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import DoWithout
from cidesign.budget.rules.most_posts import TIGHT_FTE
from cidesign.budget.rules.rule import Rule
from cidesign.budget.terms import role_of
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan

_WITHOUT = DoWithout("must_have", among="roles", least="min_fte", cleared=False)


class MustHave(Rule):
    """A post that is a must has at least its least FTE."""

    name = "must_have"
    key = "must_have"
    unit = "FTE"
    can_be_left_out = True
    asked_of_a_hiring_plan = False
    lever = _WITHOUT

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        return tuple(sorted(role.id for role in plan.roles if role.must_have))

    def state(self, year: Block) -> None:
        for place, who in enumerate(year.staff.values()):
            if not who.role.must_have:
                continue
            if who.is_chosen:
                year.at_least(f"must_be_filled_{place}", who.hired, 1)
            else:
                year.bound_below(who.counts[0], who.runs[0].least)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        least = float(role_of(plan, id).min_fte)
        return (found.fte or {})[id or ""] <= least + TIGHT_FTE

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return _WITHOUT.without(plan, id)


MUST_HAVE = MustHave()
