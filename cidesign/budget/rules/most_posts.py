"""The most posts of a role."""

from collections.abc import Iterator

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import Change, Lever, Trials, fewest, signed
from cidesign.budget.rules.rule import Rule
from cidesign.budget.terms import role_of, with_role
from cidesign.domain.allocation import Allocation, Edit, Repair
from cidesign.domain.plan import Plan

PLENTY_OF_STEPS = 200
TIGHT_FTE = 1e-6


def _with_more(plan: Plan, id: str | None, steps: int) -> Plan:
    return with_role(plan, id, max_fte=role_of(plan, id).max_fte + plan.fte_step * steps)


class _Allow(Lever):
    """More posts of one role, in steps of FTE."""

    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Change]:
        for id in MOST_POSTS.set_on(plan):
            found = fewest(
                lambda steps, id=id: _with_more(plan, id, steps),  # type: ignore[misc]
                PLENTY_OF_STEPS,
                trials,
            )
            if found is not None:
                yield id, found[0] * plan.fte_step, found[1]

    def edit(self, plan: Plan, repair: Repair) -> Edit:
        id = repair.id or ""
        place = next(place for place, role in enumerate(plan.roles) if role.id == id)
        most = plan.roles[place].max_fte
        after = most + signed(repair)
        return Edit(MOST_POSTS.key, id, most, after, {("roles", place, "max_fte"): after})


class MostPosts(Rule):
    """A role has at most its most FTE."""

    name = "max_fte"
    key = "max_fte"
    unit = "FTE"
    lever = _Allow()

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        return tuple(sorted(role.id for role in plan.roles))

    def state(self, year: Block) -> None:
        for who in year.staff.values():
            for count in who.counts[-1:]:
                year.bound_above(count, int(who.role.max_fte / year.plan.fte_step))

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        most = float(role_of(plan, id).max_fte)
        return most > 0 and (found.fte or {})[id or ""] >= most - TIGHT_FTE

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return _with_more(plan, id, PLENTY_OF_STEPS)


MOST_POSTS = MostPosts()
