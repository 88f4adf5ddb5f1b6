"""What the page Scenarios shows: plans side by side, what each host's terms and each rule cost us,
what money buys for one function.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cidesign.budget import allocate, book, with_budget, with_need
from cidesign.budget.rules import RULES, rule_keyed
from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money_short
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.scenario import OWN_TERMS, Scenario
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.scenarios.hosts import why
from cidesign.views.team.rules import left_out_of
from cidesign.views.team.terms import chosen_host, host_named, hosted, hosts, terms
from cidesign.views.team.view import STEP, Solve, best_at

OURS = "ours"
BUDGETS = (Decimal(400_000), Decimal(550_000), Decimal(750_000))
MOST_BESIDE_OURS = 4


@dataclass(frozen=True)
class Option:
    """A plan that can be looked at beside ours.

    Args:
        id: ``ours``, ``budget:<dollars>``, ``host:<id>``, ``host:none``, ``rule:<key>`` or
            ``saved:<id>``.
        label: what people read.
        plan: with its need in hours, on its host's terms.
        host: on whose terms; None for our own.
        saved: the scenario as it is kept, where it is one.
    """

    id: str
    label: str
    plan: Plan
    host: Candidate | None = None
    saved: Scenario | None = None

    @property
    def kind(self) -> str:
        """The word before the colon."""
        return self.id.partition(":")[0]


@dataclass(frozen=True)
class Side:
    """One option and what its budget buys."""

    option: Option
    found: Allocation


@dataclass(frozen=True)
class HostEffect:
    """What a host's terms change.

    Args:
        same_team_usd: what our own team and purchases leave over more (or, below 0, less) on these
            terms; None where it cannot be told.
        points: change of the plan score when the team is chosen anew for these terms; None without
            a plan.
        why: what differs there from our terms, in a few words.
    """

    label: str
    same_team_usd: float | None
    points: float | None
    found: Allocation
    why: str = ""


@dataclass(frozen=True)
class RuleEffect:
    """What the plan score would gain without a rule; None where there is no plan to compare."""

    label: str
    points: float | None


def options(bundle: Bundle, catalog: Catalog) -> tuple[Option, ...]:
    """Ours first, then budgets, hosts, rules left out, and what was saved; () where there is no
    plan yet.

    Raises:
        BadInput: what must be mended in the plan or the chosen host's offer.
    """
    asked = terms(bundle, catalog, host=chosen_host(bundle))
    if asked is None or bundle.plan is None:
        return ()
    ours = Option(
        OURS,
        say("Our plan, {budget}", budget=money_short(asked.plan.funding.budget_usd)),
        asked.plan,
        asked.host,
    )
    base = with_need(bundle.plan, catalog.need_table())
    return (
        ours,
        *_budgets(ours),
        *_hosts(bundle, base, asked.host),
        *_without(ours),
        *_saved(bundle, catalog),
    )


def _budgets(ours: Option) -> Iterator[Option]:
    for usd in BUDGETS:
        if usd >= ours.plan.funding.awarded_usd and usd != ours.plan.funding.budget_usd:
            yield Option(f"budget:{usd}", money_short(usd), with_budget(ours.plan, usd), ours.host)


def _hosts(bundle: Bundle, base: Plan, chosen: Candidate | None) -> Iterator[Option]:
    if chosen is not None:
        yield Option(f"host:{OWN_TERMS}", say("Our own terms"), base)
    for host in hosts(bundle):
        if host != chosen:
            yield Option(f"host:{host.id}", host.label, hosted(base, host), host)


def _without(ours: Option) -> Iterator[Option]:
    """Our plan without one rule at a time; rules it does not have are left out."""
    for rule in RULES:
        if rule.can_be_left_out and rule.set_on(ours.plan):
            label = say(left_out_of(rule).plan)
            yield Option(f"rule:{rule.key}", label, rule.left_out(ours.plan), ours.host)


def _saved(bundle: Bundle, catalog: Catalog) -> Iterator[Option]:
    for kept in bundle.scenarios.values():
        if kept.plan is None:
            continue
        host = (
            None if kept.host == OWN_TERMS else host_named(bundle, kept.host or chosen_host(bundle))
        )
        try:
            plan = hosted(with_need(kept.plan, catalog.need_table()), host)
        except BadInput as error:
            raise BadInput(
                type(one)(f"scenarios/{kept.id}.yaml: {one.where}", one.what, one.remedy)
                for one in error.problems
            ) from error
        yield Option(f"saved:{kept.id}", kept.name, plan, host, kept)


def first_shown(known: tuple[Option, ...]) -> list[str]:
    """What stands beside our plan before anybody chooses: the other budgets, and the latest saved
    ones.
    """
    picked = [one.id for one in known if one.kind == "budget"] + [
        one.id for one in known if one.saved
    ]
    return picked[:MOST_BESIDE_OURS]


def compared(
    known: tuple[Option, ...], chosen: tuple[str, ...], *, solve: Solve = allocate
) -> tuple[Side, ...]:
    """Our plan and the chosen ones beside it, solved; ours first."""
    by_id = {one.id: one for one in known}
    return tuple(Side(by_id[id], solve(by_id[id].plan)) for id in (OURS, *chosen) if id in by_id)


def host_effects(known: tuple[Option, ...], *, solve: Solve = allocate) -> tuple[HostEffect, ...]:
    """What each host's terms cost or bring, in dollars for our own team and in points for the best
    one.
    """
    ours = known[0]
    now = solve(ours.plan)
    return tuple(
        _host_effect(ours, now, one, solve(one.plan)) for one in known if one.kind == "host"
    )


def _host_effect(ours: Option, now: Allocation, other: Option, found: Allocation) -> HostEffect:
    points = (
        None
        if now.plan_score is None or found.plan_score is None
        else found.plan_score - now.plan_score
    )
    left, there = _left_over(ours.plan, now), _left_over(other.plan, now)
    return HostEffect(
        other.label,
        None if left is None or there is None else there - left,
        points,
        found,
        why(ours.plan, other.plan),
    )


def _left_over(plan: Plan, found: Allocation) -> float | None:
    """What is left of the free money when the team and purchases of a plan are paid on other
    terms.
    """
    if not found.found:
        return None
    team = {id: Decimal(repr(posts)) for id, posts in (found.fte or {}).items()}
    lines = {id: Decimal(repr(usd)) for id, usd in found.lines.items()}
    paid = book(plan, team, lines)
    return (
        None
        if paid.free_usd is None or paid.unrestricted_usd is None
        else paid.free_usd - paid.unrestricted_usd
    )


def rule_effects(known: tuple[Option, ...], *, solve: Solve = allocate) -> tuple[RuleEffect, ...]:
    """What each rule costs in points: the score without it less the score with it, each plan chosen
    anew.
    """
    now = solve(known[0].plan).plan_score
    effects = []
    for one in known:
        if one.kind == "rule":
            then = solve(one.plan).plan_score
            rule = rule_keyed(one.id.partition(":")[2])
            points = None if now is None or then is None else then - now
            effects.append(RuleEffect(say(left_out_of(rule).rule), points))
    return tuple(effects)


def frontier(plan: Plan, *, solve: Solve = allocate) -> tuple[FrontierPoint, ...]:
    """The best plan at each budget from the first to the last usual one, one step apart, and at our
    own; none below the grants.
    """
    count = int((BUDGETS[-1] - BUDGETS[0]) / STEP)
    return best_at(
        plan,
        sorted(
            {plan.funding.budget_usd, *(BUDGETS[0] + STEP * place for place in range(count + 1))}
        ),
        solve=solve,
    )


def at_budget(
    plan: Plan, budget_usd: Decimal, *, solve: Solve = allocate
) -> tuple[Plan, Allocation]:
    """What our plan would be at another budget.

    Raises:
        BadInput: the budget is below the grants.
    """
    asked = with_budget(plan, budget_usd)
    return asked, solve(asked)


def beside(plan: Plan, budget_usd: Decimal) -> Plan | None:
    """With which plan one at another budget is compared: ours, or at our own budget the one a step
    below; None below the grants.
    """
    if budget_usd != plan.funding.budget_usd:
        return plan
    lower = budget_usd - STEP
    return with_budget(plan, lower) if lower > 0 and lower >= plan.funding.awarded_usd else None
