"""The rules that make a team one can hire, one object for each: what it asks, whether it is on, and
what switches it. What is switched on is usual again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cidesign.acts.begin_plan import PLAN
from cidesign.acts.set_keys import Place
from cidesign.acts.switch_hire_rule import SwitchHireRule
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte, hours, inside, listed, money, percent
from cidesign.domain.first_year import OUTLOOK
from cidesign.domain.plan import Plan, Role
from cidesign.domain.workshop import Bundle
from cidesign.record import document
from cidesign.text import mark, say
from cidesign.views.overview.first_team import COORDINATOR, DIRECTOR

Labels = Mapping[str, str]
Changes = Iterator[tuple[str, Place, Any]]


@dataclass(frozen=True)
class HireRule:
    """One rule.

    Args:
        id: names it in a key of the page.
        label: the rule in a few words.
        asks: it in a sentence, with the plan's own figures, or the usual ones where it is off.
        is_on: whether the plan keeps it.
        changes: the keys that switch it on (True) or off.
    """

    id: str
    label: str
    asks: Callable[[Plan, Catalog], str]
    is_on: Callable[[Plan], bool]
    changes: Callable[[Bundle, Plan, Catalog, bool], Changes]

    def switch(self, bundle: Bundle, catalog: Catalog, *, on: bool) -> SwitchHireRule:
        """The act that switches it; a bundle with a plan.

        Raises:
            ValueError: there is no plan.
        """
        if bundle.plan is None:
            raise ValueError("there is no plan whose rules could be switched")
        made = tuple(self.changes(bundle, bundle.plan, catalog, on))
        return SwitchHireRule(called=say(self.label), is_on=on, changes=made)


def leader_of(plan: Plan) -> Role | None:
    """The post that leads: the first that the plan names, else the director or the coordinator, who
    must be there before who need not; None where there is none of these.
    """
    roles = {role.id: role for role in plan.roles}
    named = plan.supervision.by if plan.supervision else ()
    known = [roles[id] for id in (*named, DIRECTOR, COORDINATOR) if id in roles]
    if named:
        return next(iter(known), None)
    return next(iter(sorted(known, key=lambda role: not role.must_have)), None)


def _of_roles(plan: Plan, key: str, new: Callable[[Role], Any]) -> Changes:
    """One key of each role that is to change; ``new`` gives what it was where it is not."""
    for role in plan.roles:
        value = new(role)
        if value != getattr(role, key):
            yield PLAN, ("roles", role.id, key), value


def _role_label(catalog: Catalog, id: str) -> str:
    return inside(catalog.labels.roles[id])


def _no_small_posts(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
    least = catalog.price("smallest_post").value if on else plan.smallest_post
    yield PLAN, ("smallest_post",), least if on else None

    def new(role: Role) -> Any:
        if role.must_have or role.is_contractor or role.max_fte < least:
            return role.min_fte
        if on:
            return max(role.min_fte, least)
        return plan.fte_step if role.min_fte == least else role.min_fte

    yield from _of_roles(plan, "min_fte", new)


def _somebody_leads(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
    leader = leader_of(plan)
    if leader is None:
        return
    yield PLAN, ("roles", leader.id, "must_have"), on
    if on and not leader.min_fte:
        yield PLAN, ("roles", leader.id, "min_fte"), leader.max_fte


def _hours_for_leading(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
    leader = leader_of(plan)
    if leader is None:
        return
    there = {role.id for role in plan.roles}
    small = leader.id == COORDINATOR and DIRECTOR in there
    rule = {
        "by": [leader.id, DIRECTOR] if small else [leader.id],
        "hours_per_person": catalog.price("supervision_hours").value,
    }
    yield PLAN, ("supervision",), rule if on else None


def _beside_whom_they_need(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
    usual = {entry.id: entry.needs for entry in catalog.roles} if on else {}
    there = {role.id for role in plan.roles}
    for role in plan.roles:
        needs = tuple(id for id in usual.get(role.id, ()) if id in there)
        if needs != role.needs:
            yield PLAN, ("roles", role.id, "needs"), list(needs) or None


def _a_desk(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
    usd = catalog.price("office_per_person_usd").value if on else None
    office = document(bundle, PLAN).get("office")
    if isinstance(office, Mapping):
        yield PLAN, ("office", "per_person_usd"), usd
    elif usd is not None:
        yield PLAN, ("office",), {"base_usd": plan.office.base_usd, "per_person_usd": usd}


def _hiring(key: str, price: str) -> Callable[[Bundle, Plan, Catalog, bool], Changes]:
    def changes(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
        years = bundle.outlook
        file = OUTLOOK if years and "hiring" in years.model_fields_set else PLAN
        yield file, ("hiring", key), catalog.price(price).value if on else 0

    return changes


def _start_months(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
    usual = {entry.id: int(entry.start_month.value) for entry in catalog.roles}
    leader = leader_of(plan)

    def new(role: Role) -> Any:
        if not on:
            return 1
        if leader is not None and role.id == leader.id:
            return role.start_month
        return max(role.start_month, usual.get(role.id, 1))

    yield from _of_roles(plan, "start_month", new)


def _people_first(bundle: Bundle, plan: Plan, catalog: Catalog, on: bool) -> Changes:
    yield PLAN, ("people_only_share",), catalog.price("people_only_share").value if on else 0


def _asks_of_posts(plan: Plan, catalog: Catalog) -> str:
    least = plan.smallest_post or catalog.price("smallest_post").value
    return say(
        "One person has at least {fte} of a full-time post. For less one asks a contractor.",
        fte=fte(least),
    )


def _asks_for_a_leader(plan: Plan, catalog: Catalog) -> str:
    leader = leader_of(plan)
    if leader is None:
        return say("No post of this plan may lead.")
    if leader.min_fte == 1:
        return say("There is always a full-time {post}.", post=_role_label(catalog, leader.id))
    least = fte(leader.min_fte or leader.max_fte)
    return say(
        "There is always a {post}, at least {fte} FTE.",
        post=_role_label(catalog, leader.id),
        fte=least,
    )


def _asks_for_leading(plan: Plan, catalog: Catalog) -> str:
    rule = plan.supervision
    each = rule.hours_per_person if rule else catalog.price("supervision_hours").value
    leader = leader_of(plan)
    by = rule.by if rule else (leader.id,) if leader else ()
    if not by:
        return say("No post of this plan may lead.")
    return say(
        "Leading one more person takes {hours} a month, given by: {leaders}.",
        hours=hours(each),
        leaders=listed([_role_label(catalog, id) for id in by]),
    )


def _asks_beside(plan: Plan, catalog: Catalog) -> str:
    usual = {entry.id: entry.needs for entry in catalog.roles}
    is_on = any(role.needs for role in plan.roles)
    there = {role.id for role in plan.roles}
    beside: dict[tuple[str, ...], list[str]] = {}
    for role in plan.roles:
        needs = role.needs if is_on else tuple(id for id in usual.get(role.id, ()) if id in there)
        if needs:
            beside.setdefault(needs, []).append(_role_label(catalog, role.id))
    told = [
        say(
            "Only beside a {others}: {posts}.",
            others=listed([_role_label(catalog, id) for id in needs]),
            posts=listed(posts),
        )
        for needs, posts in beside.items()
    ]
    return " ".join(told) or say("No post of this plan needs another.")


def _asks_for_desks(plan: Plan, catalog: Catalog) -> str:
    usd = plan.office.per_person_usd or catalog.price("office_per_person_usd").value
    return say("{usd} a year for each person, full time or not.", usd=money(usd))


def _asks_for_hiring(plan: Plan, catalog: Catalog) -> str:
    share = plan.hiring.cost_share or catalog.price("hiring_cost_share").value
    return say("{share} of a year's salary, once for each new post.", share=percent(share))


def _asks_for_learning(plan: Plan, catalog: Catalog) -> str:
    loss = plan.hiring.ramp_up_loss or catalog.price("ramp_up_loss").value
    return say("A new person loses {share} of the first year's hours.", share=percent(loss))


def _asks_for_time_to_hire(plan: Plan, catalog: Catalog) -> str:
    months = [role.start_month for role in plan.roles if role.start_month > 1]
    usual = [int(entry.start_month.value) for entry in catalog.roles]
    return say(
        "Who leads begins at once, the others in month {month}, and are paid from then on.",
        month=max(months or usual),
    )


def _asks_for_people(plan: Plan, catalog: Catalog) -> str:
    share = plan.people_only_share or catalog.price("people_only_share").value
    return say(
        "What we buy counts for at most {share} of a function's hours.", share=percent(1 - share)
    )


HIRE_RULES = (
    HireRule(
        "leader",
        mark("Somebody leads"),
        _asks_for_a_leader,
        is_on=lambda plan: bool((leader := leader_of(plan)) and leader.must_have),
        changes=_somebody_leads,
    ),
    HireRule(
        "leading",
        mark("Leading takes hours"),
        _asks_for_leading,
        is_on=lambda plan: bool(plan.supervision and plan.supervision.hours_per_person),
        changes=_hours_for_leading,
    ),
    HireRule(
        "needs",
        mark("Specialists need somebody to work for"),
        _asks_beside,
        is_on=lambda plan: any(role.needs for role in plan.roles),
        changes=_beside_whom_they_need,
    ),
    HireRule(
        "smallest_post",
        mark("Nobody under half-time"),
        _asks_of_posts,
        is_on=lambda plan: plan.smallest_post > 0,
        changes=_no_small_posts,
    ),
    HireRule(
        "people",
        mark("People before purchases"),
        _asks_for_people,
        is_on=lambda plan: plan.people_only_share > 0,
        changes=_people_first,
    ),
    HireRule(
        "desk",
        mark("Everybody has a desk"),
        _asks_for_desks,
        is_on=lambda plan: plan.office.per_person_usd > 0,
        changes=_a_desk,
    ),
    HireRule(
        "hiring",
        mark("Hiring costs money"),
        _asks_for_hiring,
        is_on=lambda plan: plan.hiring.cost_share > 0,
        changes=_hiring("cost_share", "hiring_cost_share"),
    ),
    HireRule(
        "learning",
        mark("New people learn the job"),
        _asks_for_learning,
        is_on=lambda plan: plan.hiring.ramp_up_loss > 0,
        changes=_hiring("ramp_up_loss", "ramp_up_loss"),
    ),
    HireRule(
        "start",
        mark("Hiring takes time"),
        _asks_for_time_to_hire,
        is_on=lambda plan: any(role.start_month > 1 for role in plan.roles),
        changes=_start_months,
    ),
)
"""In the order in which a committee talks of them."""
