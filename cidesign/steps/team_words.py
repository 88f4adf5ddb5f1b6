"""The sentences of the page Team: fixed patterns with named slots, no figure of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact, Source
from cidesign.domain.figures import difference, fte, hours, listed, money, money_short, month, percent, points
from cidesign.domain.plan import Plan
from cidesign.domain.reading import Step, UsualRange, cost, covered_share, total_fte

DOLLAR, HOUR = 1, 0.5
"""Less than this is told as nothing."""
NOTICED = 0.05
"""Points of plan score: less is told as nothing, because scores are told to 0.1."""
PARTS = {0.25: "a quarter", 0.5: "half a", 0.75: "three quarters of a", 1.0: "one"}
SQUARES = {"1": "a whole full-time post", "0.5": "half a full-time post", "0.25": "a quarter of a full-time post"}


@dataclass(frozen=True)
class Reason:
    """One sentence with the words that open it, to be set in bold."""

    lead: str
    rest: str


@dataclass(frozen=True)
class NextMoney:
    """What the next step of money changes: a heading that says it, and sentences with the details."""

    heading: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class Mend:
    """A way out of a budget that is too small: what its button says, what it leads to, and the change of ``plan.yaml``."""

    label: str
    leads_to: str
    changes: Mapping[tuple[str | int, ...], Any]


def inside(label: str) -> str:
    """A label in the middle of a sentence."""
    return label[:1].lower() + label[1:]


def about(workshop: str, host: str, year: int) -> str:
    """Whose plan, on whose terms, in which dollars."""
    terms = f"On the terms of {host}." if host else "On our own terms: no host's offer is counted in."
    return f"{workshop}. {terms} All dollars are those of {year}."


def without_a_plan(budget: str, status: str) -> tuple[str, str]:
    """What the card says where there is no plan."""
    if status == "infeasible":
        return (
            f"{budget} cannot keep all of our rules.",
            "No team and no purchases meet every rule. Below: which rules, and ways out.",
        )
    return f"No plan for {budget} was found in time.", "The search ended before it found one. Fewer roles and lines make it faster."


def place_among(budget_usd: float, usual: UsualRange) -> str:
    """Where our budget lies in a usual range."""
    if budget_usd < usual.low_usd:
        near = "Just below" if budget_usd >= 0.95 * usual.low_usd else "Below"
        return f"{near} the usual range for {inside(usual.label)}."
    if budget_usd > usual.high_usd:
        return f"Above the usual range for {inside(usual.label)}."
    return f"Inside the usual range for {inside(usual.label)}."


def ranges_note(year: int, first: int, ends: Sequence[str], factor: Fact, memo: Source, index: Source) -> str:
    """Where the usual ranges come from, and how sure that is."""
    grown = f", raised by {factor.value} for labor cost ({factor.basis}: {index.publisher or index.title})" if year > first else ""
    return f"Usual ranges, in {year} dollars. Source: {memo.publisher or memo.title}, {first}: {listed(list(ends))}{grown}."


def squares_note(plan: Plan) -> str:
    """How to read the row of squares."""
    step = fte(plan.fte_step)
    return f"One square is {SQUARES.get(step, f'{step} of a full-time post')}."


def floor_note(plan: Plan) -> str:
    """How to read the bars of the functions."""
    if isinstance(plan.floor, dict):
        return "Share of hours needed. Ticks: the floors."
    return f"Share of hours needed. Tick: the floor, {percent(plan.floor)}." if plan.floor else "Share of hours needed."


def next_money(step: Step | None, usd: float, labels: Mapping[str, str], functions: Mapping[str, str]) -> NextMoney:
    """The next step of money in words."""
    opening = f"The next {money(usd)}"
    if step is None:
        return NextMoney(f"What {money(usd)} more would do", ("There is no plan to compare with.",))
    names = {id: inside(label) for id, label in labels.items()}
    hired = {role: change for role, change in step.fte.items() if change > 0}
    if step.score < NOTICED:
        return NextMoney(f"{opening} adds nothing", ("The plan already does what its rules let money do.",))
    if len(step.fte) == 1 and hired:
        (role, posts), *_ = hired.items()
        heading = f"{opening} adds {PARTS.get(round(posts, 4), fte(posts))} {names.get(role, role)}"
    else:
        heading = f"{opening} changes the team" if step.fte else f"{opening} buys services, no posts"
    changes = [f"{difference(change, '0.01').rstrip('0').rstrip('.')} FTE {names.get(role, role)}" for role, change in step.fte.items()]
    changes += [f"{_signed(change)} {names.get(line, line)}" for line, change in step.lines.items()]
    falls = [
        f"{functions.get(function, function)} falls from {percent(was)} to {percent(now)}." for function, (was, now) in step.falls.items()
    ]
    return NextMoney(heading, (f"{listed(changes)}." if changes else "", *falls))


def _signed(usd: float) -> str:
    return f"+{money_short(usd)}" if usd > 0 else money_short(usd)


def spending(plan: Plan, found: Allocation, roles: Mapping[str, str], lines: Mapping[str, str]) -> list[dict[str, str]]:
    """Everything the plan pays for, one row each, the sum last."""
    paid = cost(plan, found)
    if paid is None:
        return []
    parts = [
        *((roles.get(role, role), usd) for role, usd in paid.roles.items()),
        *((lines.get(line, line), usd) for line, usd in paid.lines.items()),
        ("Office, computers, insurance", paid.office),
        ("Given in kind", -paid.in_kind),
        ("Fee of the host" if plan.overhead.kind == "fee" else "Indirect cost of the host", paid.host),
        ("Put aside as reserve", paid.reserve),
    ]
    rows = [{"What": what, "A year": money(usd)} for what, usd in parts if round(usd)]
    return [*rows, {"What": "All together", "A year": money(paid.total)}]


def bought(found: Allocation, lines: Mapping[str, str]) -> str:
    """What is bought beside staff, in one sentence."""
    parts = [f"{inside(lines.get(line, line))} {money_short(usd)}" for line, usd in found.lines.items() if usd >= DOLLAR]
    return f"We also buy {listed(parts)}." if parts else "Nothing is bought beside staff and office."


def unassigned(found: Allocation, roles: Mapping[str, str]) -> str:
    """Paid time that no function needs from whom we hire; empty where there is none."""
    parts = [f"{inside(roles.get(role, role))} {hours(time)}" for role, time in found.unassigned_hours.items() if time >= HOUR]
    return f"Time not yet assigned, a month: {listed(parts)}." if parts else ""


def decides(plan: Plan, found: Allocation) -> str:
    """What adopting the plan means, in one sentence."""
    share = covered_share(found.need, found.coverage)
    covers = "" if share is None else f"; it covers {percent(share)} of the hours we need"
    return f"We adopt the plan for {money(plan.funding.budget_usd)}: {fte(total_fte(found))} FTE{covers}."


def figures(plan: Plan, found: Allocation) -> dict[str, object]:
    """What a decision on the plan is taken on: budget, score, posts and coverage, as they are shown."""
    return {
        "answer": decides(plan, found),
        "budget_usd": plan.funding.budget_usd,
        "plan_score": points(found.plan_score or 0),
        "fte": {role: fte(posts) for role, posts in (found.fte or {}).items() if posts > 0},
        "coverage": {function: percent(share) for function, share in (found.coverage or {}).items() if share is not None},
    }


def _pay_year(plan: Plan, catalog: Catalog) -> str:
    """Which usual salaries stand in the plan as they were in an earlier year than its dollars."""
    usual = {role.id: role.salary for role in catalog.roles}
    kept = [usual[role.id].as_of for role in plan.roles if role.id in usual and usual[role.id].value == role.salary_usd]
    if not kept or plan.price_year is None or max(kept).year >= plan.price_year:
        return ""
    return f"Usual salaries are those of {month(max(kept).isoformat()[:7])}, not raised since (assumed). "


def reading(plan: Plan, catalog: Catalog) -> str:
    """What the figures mean and rest on, for the end of the page."""
    hours = catalog.price("hours_per_fte_month")
    mark = f" ({hours.basis})" if hours.value == plan.hours_per_fte_month else ""
    return (
        "Covered are the hours of all six functions together over all hours needed; one function may have less. "
        f"One FTE gives {fte(plan.hours_per_fte_month)} productive hours a month{mark}. "
        f"{_pay_year(plan, catalog)}"
        "How many hours a partner, a meeting or an indicator needs is an assumption: no published source splits a backbone's work. "
        "The plan score is our scale of coverage, 0 to 100; it says nothing about impact. "
        "Shown parts may miss a total by a little: they are rounded."
    )
