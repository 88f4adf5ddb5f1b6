"""What the page Scenarios shows: plans side by side, what each host's terms and each rule cost us,
what money buys for one function.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, partial

from cidesign.budget import Search, allocate, book, frontier_search, with_budget
from cidesign.budget.rules import RULES, rule_keyed
from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.apart import told_apart
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money_short
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.scenario import OWN_TERMS, Figures, Lock, Scenario
from cidesign.domain.what_if import NOTHING_ASKED, Asked, would_be
from cidesign.domain.what_if.host import HOST
from cidesign.domain.workshop import Bundle
from cidesign.outlook import with_first_need
from cidesign.text import say
from cidesign.views.outlook.view import years_ahead
from cidesign.views.scenarios.figures import figures_of
from cidesign.views.scenarios.hosts import why
from cidesign.views.team.rules import left_out_of
from cidesign.views.team.terms import chosen_host, host_named, hosted, hosts, terms
from cidesign.views.team.view import STEP, Solve

OURS = "ours"
BUDGETS = (Decimal(400_000), Decimal(550_000), Decimal(750_000))
LINE_STEP = Decimal(5_000)
MOST_BESIDE_OURS = 6
FIRST_BESIDE_OURS = 3
"""As many stand beside ours before anybody chooses."""
Project = Callable[[Plan, OutlookPlan, Catalog], Outlook]


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
        sheet: the plan on its host's terms before its need is in hours, as the years take it.
        years: the years it is asked with; None where nobody has said anything of them.
    """

    id: str
    label: str
    plan: Plan
    host: Candidate | None = None
    saved: Scenario | None = None
    sheet: Plan | None = None
    years: OutlookPlan | None = None

    @property
    def kind(self) -> str:
        """The word before the colon."""
        return self.id.partition(":")[0]


@dataclass(frozen=True)
class Side:
    """One option, what its budget buys, and the years it leads to.

    Args:
        ahead: None where there is no plan, or nobody has said anything of the years.
    """

    option: Option
    found: Allocation
    ahead: Outlook | None = None

    @property
    def lock(self) -> Lock | None:
        """The figures a saved scenario keeps, with the record they come from."""
        return self.option.saved.locked if self.option.saved else None

    @cached_property
    def today(self) -> Figures:
        """Its figures as they are computed now; worked out once."""
        return figures_of(self.option.plan, self.found, self.option.years, self.ahead)

    @property
    def figures(self) -> Figures:
        """Those it keeps, or else those of today."""
        return self.lock.figures if self.lock else self.today


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
    ours = _option(OURS, say("Our plan"), (bundle.plan, bundle.outlook), asked.host, catalog)
    found = (
        ours,
        *_budgets(ours),
        *_hosts(bundle, catalog, asked.host),
        *_without(ours),
        *_saved(bundle, catalog),
    )
    labels = told_apart([(one.label, "") for one in found])
    return tuple(replace(one, label=label) for one, label in zip(found, labels, strict=True))


def _option(
    id: str,
    label: str,
    asked: tuple[Plan, OutlookPlan | None],
    host: Candidate | None,
    catalog: Catalog,
    saved: Scenario | None = None,
) -> Option:
    """A plan and its years on a host's terms."""
    sheet, years = asked
    whole = hosted(with_first_need(sheet, years, catalog.need_table()), host)
    return Option(id, label, whole, host, saved, hosted(sheet, host), years)


def _likewise(ours: Option, id: str, label: str, change: Callable[[Plan], Plan]) -> Option:
    """Our plan, changed in one way."""
    sheet = ours.sheet and change(ours.sheet)
    return replace(ours, id=id, label=label, plan=change(ours.plan), sheet=sheet)


def _budgets(ours: Option) -> Iterator[Option]:
    for usd in BUDGETS:
        if usd >= ours.plan.funding.awarded_usd and usd != ours.plan.funding.budget_usd:
            yield _likewise(
                ours, f"budget:{usd}", money_short(usd), partial(with_budget, budget_usd=usd)
            )


def _hosts(bundle: Bundle, catalog: Catalog, chosen: Candidate | None) -> Iterator[Option]:
    if bundle.plan is None:
        return
    asked = bundle.plan, bundle.outlook
    if chosen is not None:
        yield _option(f"host:{OWN_TERMS}", say("Our own terms"), asked, None, catalog)
    for host in hosts(bundle):
        if host != chosen:
            yield _option(f"host:{host.id}", host.label, asked, host, catalog)


def _without(ours: Option) -> Iterator[Option]:
    """Our plan without one rule at a time; rules it does not have are left out."""
    for rule in RULES:
        if rule.can_be_left_out and rule.set_on(ours.plan):
            label = say(left_out_of(rule).plan)
            yield _likewise(ours, f"rule:{rule.key}", label, rule.left_out)


def _saved(bundle: Bundle, catalog: Catalog) -> Iterator[Option]:
    for kept in bundle.scenarios.values():
        if kept.plan is None:
            continue
        host = host_of(bundle, kept, kept.what_if)
        try:
            asked = would_be(kept.plan, bundle.outlook, kept.what_if)
            yield _option(f"saved:{kept.id}", kept.name, asked, host, catalog, kept)
        except BadInput as error:
            raise BadInput(
                type(one)(f"scenarios/{kept.id}.yaml: {one.where}", one.what, one.remedy)
                for one in error.problems
            ) from error


def askable_hosts(bundle: Bundle) -> tuple[str, ...]:
    """On whose terms one may ask: our own, and everybody's who says theirs; () where nobody
    does.
    """
    named = tuple(one.id for one in hosts(bundle))
    return (OWN_TERMS, *named) if named else ()


def host_of(
    bundle: Bundle, kept: Scenario | None = None, asked: Asked = NOTHING_ASKED
) -> Candidate | None:
    """On whose terms a scenario or a what-if stands, and without one our own plan; None: on our
    own.
    """
    switched = asked.of(HOST)
    id = switched if switched in askable_hosts(bundle) else kept.host if kept else ""
    return None if id == OWN_TERMS else host_named(bundle, id or chosen_host(bundle))


def first_shown(known: tuple[Option, ...]) -> list[str]:
    """What stands beside our plan before anybody chooses: the other budgets, and the latest saved
    ones.
    """
    picked = [one.id for one in known if one.kind == "budget"] + [
        one.id for one in known if one.saved
    ]
    return picked[:FIRST_BESIDE_OURS]


def compared(
    known: tuple[Option, ...],
    chosen: tuple[str, ...],
    catalog: Catalog,
    *,
    solve: Solve = allocate,
    project: Project = years_ahead,
) -> tuple[Side, ...]:
    """Our plan and the chosen ones beside it, each with its years; ours first."""
    by_id = {one.id: one for one in known}
    return tuple(
        side_of(by_id[id], catalog, solve=solve, project=project)
        for id in (OURS, *chosen)
        if id in by_id
    )


def side_of(
    option: Option, catalog: Catalog, *, solve: Solve = allocate, project: Project = years_ahead
) -> Side:
    """One plan, solved, with its years if the team stays."""
    found = solve(option.plan)
    if option.sheet is None or option.years is None or not found.found:
        return Side(option, found)
    ahead = project(option.sheet, option.years, catalog)
    return Side(option, found, ahead if ahead.years else None)


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


def line_search(plan: Plan) -> Search[tuple[FrontierPoint, ...]]:
    """The best plan at each budget of the line (``budgets_of_the_line``), found in the background;
    it tells all points so far, the least budget first.
    """
    return frontier_search(plan, budgets_of_the_line(plan))


def budgets_of_the_line(plan: Plan) -> tuple[Decimal, ...]:
    """From the first to the last usual budget, a narrow step apart, and our own; none below the
    grants.
    """
    return _usual(plan, LINE_STEP)


def in_steps(plan: Plan, line: Sequence[FrontierPoint]) -> tuple[FrontierPoint, ...]:
    """Of a line those one step apart, and our own."""
    steps = {float(budget) for budget in _usual(plan, STEP)}
    return tuple(point for point in line if point.budget_usd in steps)


def _usual(plan: Plan, step: Decimal) -> tuple[Decimal, ...]:
    count = int((BUDGETS[-1] - BUDGETS[0]) / step)
    own, least = plan.funding.budget_usd, plan.funding.awarded_usd
    usual = {own, *(BUDGETS[0] + step * place for place in range(count + 1))}
    return tuple(sorted(usd for usd in usual if usd > 0 and usd >= least))


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
