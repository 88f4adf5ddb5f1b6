"""The sentences of the page Team: fixed patterns with named slots, no figure of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact, Source
from cidesign.domain.figures import (
    fte,
    fte_difference,
    hours,
    inside,
    listed,
    money,
    money_difference,
    money_short,
    month,
    percent,
    points,
)
from cidesign.domain.labels import Labels
from cidesign.domain.plan import Plan
from cidesign.domain.reading import Step, UsualRange, cost, covered_share, total_fte
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count

DOLLAR, HOUR = 1, 0.5
"""Less than this is told as nothing."""
NOTICED = 0.05
"""Points of plan score: less is told as nothing, because scores are told to 0.1."""
ADDS = {
    0.25: mark("The next {amount} adds a quarter {role}"),
    0.5: mark("The next {amount} adds half a {role}"),
    0.75: mark("The next {amount} adds three quarters of a {role}"),
    1.0: mark("The next {amount} adds one {role}"),
}
ADDS_OTHER = mark("The next {amount} adds {fte} {role}")
SQUARES = {
    "1": mark("One square is a whole full-time post."),
    "0.5": mark("One square is half a full-time post."),
    "0.25": mark("One square is a quarter of a full-time post."),
}


@dataclass(frozen=True)
class Reason:
    """One sentence with the words that open it, to be set in bold."""

    lead: str
    rest: str


@dataclass(frozen=True)
class NextMoney:
    """What the next step of money changes: a heading that says it, and sentences with the
    details.
    """

    heading: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class Mend:
    """A way out of a budget that is too small: what its button says, what it leads to, and the
    change of ``plan.yaml``.
    """

    label: str
    leads_to: str
    changes: Mapping[tuple[str | int, ...], Any]


def about(workshop: str, host: str, year: int) -> str:
    """Whose plan, on whose terms, in which dollars."""
    terms = (
        say("On the terms of {host}.", host=host)
        if host
        else say("On our own terms: no host's offer is counted in.")
    )
    return f"{workshop}. {terms} {say('All dollars are those of {year}.', year=year)}"


def without_a_plan(budget: str, status: str) -> tuple[str, str]:
    """What the card says where there is no plan."""
    if status == "infeasible":
        return (
            say("{budget} cannot keep all of our rules.", budget=budget),
            say("No team and no purchases meet every rule. Below: which rules, and ways out."),
        )
    return (
        say("No plan for {budget} was found in time.", budget=budget),
        say("The search ended before it found one. Fewer roles and lines make it faster."),
    )


def place_among(budget_usd: float, usual: UsualRange) -> str:
    """Where our budget lies in a usual range."""
    range = inside(usual.label)
    if budget_usd > usual.high_usd:
        return say("Above the usual range for {range}.", range=range)
    if budget_usd >= usual.low_usd:
        return say("Inside the usual range for {range}.", range=range)
    if budget_usd >= 0.95 * usual.low_usd:
        return say("Just below the usual range for {range}.", range=range)
    return say("Below the usual range for {range}.", range=range)


def ranges_note(
    year: int, first: int, ends: Sequence[str], factor: Fact, memo: Source, index: Source
) -> str:
    """Where the usual ranges come from, and how sure that is."""
    said = {"year": year, "source": memo.name, "first": first, "ranges": listed(list(ends))}
    if year <= first:
        return say("Usual ranges, in {year} dollars. Source: {source}, {first}: {ranges}.", **said)
    return say(
        "Usual ranges, in {year} dollars. Source: {source}, {first}: {ranges}, raised by {factor} "
        "for labor cost ({basis}: {index}).",
        **said,
        factor=factor.value,
        basis=factor.basis.in_words,
        index=index.name,
    )


def squares_note(plan: Plan) -> str:
    """How to read the row of squares."""
    step = fte(plan.fte_step)
    return (
        say(SQUARES[step])
        if step in SQUARES
        else say("One square is {step} of a full-time post.", step=step)
    )


def floor_note(plan: Plan) -> str:
    """How to read the bars of the functions."""
    if isinstance(plan.floor, dict):
        return say("Share of hours needed. Ticks: the floors.")
    return (
        say("Share of hours needed. Tick: the floor, {floor}.", floor=percent(plan.floor))
        if plan.floor
        else say("Share of hours needed.")
    )


def next_money(step: Step | None, usd: float, labels: Labels) -> NextMoney:
    """The next step of money in words."""
    amount = money(usd)
    if step is None:
        return NextMoney(
            say("What {amount} more would do", amount=amount),
            (say("There is no plan to compare with."),),
        )
    hired = {role: change for role, change in step.fte.items() if change > 0}
    if step.score < NOTICED:
        return NextMoney(
            say("The next {amount} adds nothing", amount=amount),
            (say("The plan already does what its rules let money do."),),
        )
    if len(step.fte) == 1 and hired:
        (role, posts), *_ = hired.items()
        adds = ADDS.get(round(posts, 4), ADDS_OTHER)
        heading = say(adds, amount=amount, fte=fte(posts), role=inside(labels.roles[role]))
    elif step.fte:
        heading = say("The next {amount} changes the team", amount=amount)
    else:
        heading = say("The next {amount} buys services, no posts", amount=amount)
    changes = [
        say("{change} FTE {role}", change=fte_difference(change), role=inside(labels.roles[role]))
        for role, change in step.fte.items()
    ]
    changes += [
        f"{money_difference(change)} {inside(labels.lines[line])}"
        for line, change in step.lines.items()
    ]
    falls = [
        say(
            "{function} falls from {before} to {after}.",
            function=labels.functions[function],
            before=percent(was),
            after=percent(now),
        )
        for function, (was, now) in step.falls.items()
    ]
    return NextMoney(heading, (f"{listed(changes)}." if changes else "", *falls))


def spending(
    plan: Plan, found: Allocation, roles: Mapping[str, str], lines: Mapping[str, str]
) -> list[dict[str, str]]:
    """Everything the plan pays for, one row each, the sum last."""
    paid = cost(plan, found)
    if paid is None:
        return []
    parts = [
        *((roles.get(role, role), usd) for role, usd in paid.roles.items()),
        *((lines.get(line, line), usd) for line, usd in paid.lines.items()),
        (say("Office, computers, insurance"), paid.office),
        (say("Given in kind"), -paid.in_kind),
        (
            say("Fee of the host")
            if plan.overhead.kind == "fee"
            else say("Indirect cost of the host"),
            paid.host,
        ),
        (say("Put aside as reserve"), paid.reserve),
    ]
    rows = [{say("What"): what, say("A year"): money(usd)} for what, usd in parts if round(usd)]
    return [*rows, {say("What"): say("All together"), say("A year"): money(paid.total)}]


def bought(found: Allocation, lines: Mapping[str, str]) -> str:
    """What is bought beside staff, in one sentence."""
    parts = [
        f"{inside(lines.get(line, line))} {money_short(usd)}"
        for line, usd in found.lines.items()
        if usd >= DOLLAR
    ]
    return (
        say("We also buy {purchases}.", purchases=listed(parts))
        if parts
        else say("Nothing is bought beside staff and office.")
    )


def unassigned(found: Allocation, roles: Mapping[str, str]) -> str:
    """Paid time that no function needs from whom we hire; empty where there is none."""
    parts = [
        f"{inside(roles.get(role, role))} {hours(time)}"
        for role, time in found.unassigned_hours.items()
        if time >= HOUR
    ]
    return say("Time not yet assigned, a month: {times}.", times=listed(parts)) if parts else ""


def first_plan(plan: Plan, found: Allocation) -> str:
    """A draft before anything is decided, in a sentence; where no plan was found, the budget
    alone.
    """
    share, budget = covered_share(found.need, found.coverage), money_short(plan.funding.budget_usd)
    if not found.found or share is None:
        return say(
            "A first plan has {budget} a year, and needs mending. Nothing is decided yet.",
            budget=budget,
        )
    posts = total_fte(found)
    return say_count(
        "A first plan: {fte} full-time post for {budget}, covering {share} of the work. Nothing is "
        "decided yet.",
        "A first plan: {fte} full-time posts for {budget}, covering {share} of the work. Nothing "
        "is decided yet.",
        1 if fte(posts) == "1" else 2,
        fte=fte(posts),
        budget=budget,
        share=percent(share),
    )


def decides(plan: Plan, found: Allocation) -> str:
    """What adopting the plan means, in one sentence."""
    share = covered_share(found.need, found.coverage)
    said = {"budget": money(plan.funding.budget_usd), "fte": fte(total_fte(found))}
    if share is None:
        return say("We adopt the plan for {budget}: {fte} FTE.", **said)
    return say(
        "We adopt the plan for {budget}: {fte} FTE; it covers {share} of the hours we need.",
        **said,
        share=percent(share),
    )


def figures(plan: Plan, found: Allocation) -> dict[str, object]:
    """What a decision on the plan is taken on: budget, score, posts and coverage, as they are
    shown.
    """
    return {
        "answer": decides(plan, found),
        "budget_usd": plan.funding.budget_usd,
        "plan_score": points(found.plan_score or 0),
        "fte": {role: fte(posts) for role, posts in (found.fte or {}).items() if posts > 0},
        "coverage": {
            function: percent(share)
            for function, share in (found.coverage or {}).items()
            if share is not None
        },
    }


def _pay_year(plan: Plan, catalog: Catalog) -> str:
    """Which usual salaries stand in the plan as they were in an earlier year than its dollars."""
    usual = {role.id: role.salary for role in catalog.roles}
    kept = [
        usual[role.id].as_of
        for role in plan.roles
        if role.id in usual and usual[role.id].value == role.salary_usd
    ]
    if not kept or plan.price_year is None or max(kept).year >= plan.price_year:
        return ""
    return say(
        "Usual salaries are those of {month}, not raised since (assumed).",
        month=month(max(kept).isoformat()[:7]),
    )


def reading(plan: Plan, catalog: Catalog) -> str:
    """What the figures mean and rest on, for the end of the page."""
    usual, posts = catalog.price("hours_per_fte_month"), fte(plan.hours_per_fte_month)
    if usual.value == plan.hours_per_fte_month:
        gives = say(
            "One FTE gives {hours} productive hours a month ({basis}).",
            hours=posts,
            basis=usual.basis.in_words,
        )
    else:
        gives = say("One FTE gives {hours} productive hours a month.", hours=posts)
    said = (
        say(
            "Covered are the hours of all six functions together over all hours needed; one "
            "function may have less."
        ),
        gives,
        _pay_year(plan, catalog),
        say(
            "How many hours a partner, a meeting or an indicator needs is an assumption: no "
            "published source splits a backbone's work."
        ),
        say("The plan score is our scale of coverage, 0 to 100; it says nothing about impact."),
        rounded_parts(),
    )
    return " ".join(one for one in said if one)


def rounded_parts() -> str:
    """Why the parts of a sum may not add to it."""
    return say("Shown parts may miss a total by a little: they are rounded.")


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands there before the decision, without a full stop."""
    if bundle.plan is None:
        return say("No plan yet")
    return say("Draft for {budget} a year", budget=money_short(bundle.plan.funding.budget_usd))
