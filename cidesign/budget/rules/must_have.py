"""Posts we must have: they are hired, at least at their least."""

from collections.abc import Iterator

from cidesign.budget.block import Block
from cidesign.budget.rules.lever import ZERO, Change, Lever, Trials
from cidesign.budget.rules.most_posts import TIGHT_FTE
from cidesign.budget.rules.rule import Rule
from cidesign.budget.terms import role_of, with_role
from cidesign.domain.allocation import Allocation, Edit, Repair
from cidesign.domain.plan import Plan


class _DoWithout(Lever):
    """A post that may be left unfilled."""

    def repairs(self, plan: Plan, trials: Trials) -> Iterator[Change]:
        for id in MUST_HAVE.set_on(plan):
            score = trials.score(MUST_HAVE.loosened(plan, id))
            if score is not None:
                yield id, -role_of(plan, id).min_fte, score

    def edit(self, plan: Plan, repair: Repair) -> Edit:
        id = repair.id or ""
        place = next(place for place, role in enumerate(plan.roles) if role.id == id)
        least = plan.roles[place].min_fte
        return Edit(MUST_HAVE.key, id, least, ZERO, {("roles", place, "must_have"): False})


class MustHave(Rule):
    """A post that is a must has at least its least FTE."""

    name = "must_have"
    key = "must_have"
    unit = "FTE"
    can_be_left_out = True
    lever = _DoWithout()

    def set_on(self, plan: Plan) -> tuple[str, ...]:
        return tuple(sorted(role.id for role in plan.roles if role.must_have))

    def state(self, year: Block) -> None:
        for role in year.roles:
            if role.must_have:
                least = role.min_fte / year.plan.fte_step
                year.bound_below(year.posts[role.id], least)

    def is_tight(self, plan: Plan, found: Allocation, id: str | None) -> bool:
        least = float(role_of(plan, id).min_fte)
        return (found.fte or {})[id or ""] <= least + TIGHT_FTE

    def loosened(self, plan: Plan, id: str | None) -> Plan:
        return with_role(plan, id, must_have=False)


MUST_HAVE = MustHave()
