"""The sentences of the page Team: fixed patterns with named slots, no figure of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cidesign.budget import allocate
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
    rate,
    rounded,
)
from cidesign.domain.labels import Labels
from cidesign.domain.outlook import PhaseStart
from cidesign.domain.plan import Plan, Role
from cidesign.domain.promised import Promised
from cidesign.domain.reading import Cost, Step, UsualRange, cost, covered_share, total_fte
from cidesign.domain.value import MONTHS, months_after
from cidesign.domain.workshop import Bundle
from cidesign.outlook import with_first_need
from cidesign.text import mark, say, say_count
from cidesign.views.team.hosting import chosen_host, host_named, hosted
from cidesign.views.team.regional import at_prices_of
from cidesign.views.team.spent import of_budget, told_apart

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
        return say(
            "Usual ranges, in {year} dollars. Source: {source}, {first}: {ranges}; their price "
            "year is assumed.",
            **said,
        )
    return say(
        "Usual ranges, in {year} dollars. Source: {source}, {first}: {ranges}, whose price year is "
        "assumed; raised by {factor} for labor cost ({basis}: {index}).",
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


def next_money(
    step: Step | None, usd: float, labels: Labels, paid: tuple[Cost, Cost] | None = None
) -> NextMoney:
    """The next step of money in words.

    Args:
        step: what it changes; None without a plan to compare with.
        usd: how much it is.
        labels: what people read for roles, lines and functions.
        paid: what the plan pays for before and after, to tell where all of the money goes.
    """
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
    goes = where_it_goes(usd, *paid) if paid else ""
    return NextMoney(heading, (f"{listed(changes)}." if changes else "", goes, *falls))


def where_it_goes(usd: float, before: Cost, after: Cost) -> str:
    """Where all of some more money goes, so that what is listed makes the whole: posts, purchases,
    the rest of the cost, reserve, and what stays.
    """
    posts = sum(after.roles.values()) - sum(before.roles.values())
    bought = sum(after.lines.values()) - sum(before.lines.values())
    kept = after.reserve - before.reserve
    beside = after.total - before.total - posts - bought - kept
    parts = (
        (posts, mark("{usd} for posts")),
        (bought, mark("{usd} for purchases")),
        (beside, mark("{usd} for the office and the host's share, less gifts")),
        (kept, mark("{usd} into the reserve")),
        (usd - (after.total - before.total), mark("{usd} not spent")),
    )
    told = [
        say(template, usd=f"+{money(part)}" if part > 0 else money(part))
        for part, template in parts
        if rounded(part)
    ]
    shown = sum(rounded(part) for part, _ in parts)
    said = {"amount": money(usd), "parts": listed(told)}
    if shown != rounded(usd):
        return say("Of the {amount} (rounded): {parts}.", **said)
    return say("Of the {amount}: {parts}.", **said)


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
        (say("Hiring and parting"), paid.hiring),
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
    share, spent = covered_share(found.need, found.coverage), of_budget(plan, found).plain
    if not found.found or share is None:
        return say(
            "A first plan has {budget} a year, and needs mending. Nothing is decided yet.",
            budget=spent,
        )
    posts = total_fte(found)
    return say_count(
        "A first plan: the hours of {fte} full-time post for {spent}, covering {share} of the "
        "work. Nothing is decided yet.",
        "A first plan: the hours of {fte} full-time posts for {spent}, covering {share} of the "
        "work. Nothing is decided yet.",
        1 if fte(posts) == "1" else 2,
        fte=fte(posts),
        spent=spent,
        share=percent(share),
    )


def decides(plan: Plan, found: Allocation) -> str:
    """What adopting the plan means: posts and coverage, then cost and budget apart."""
    share, posts = covered_share(found.need, found.coverage), fte(total_fte(found))
    apart = told_apart(plan, found).plain
    if share is None:
        return f"{say('We adopt the plan: {fte} FTE.', fte=posts)} {apart}"
    adopts = say(
        "We adopt the plan: {fte} FTE; it covers {share} of the hours we need.",
        fte=posts,
        share=percent(share),
    )
    return f"{adopts} {apart}"


def figures(plan: Plan, found: Allocation, promise: Promised) -> dict[str, object]:
    """What a decision on the plan is taken on: cost, budget, what of it is promised, score, posts
    and coverage, as they are shown.
    """
    return {
        "answer": decides(plan, found),
        "budget_usd": plan.funding.budget_usd,
        "promised_usd": promise.promised_usd,
        "to_raise_usd": promise.to_raise_usd,
        "cost_usd": Decimal(str(found.cost_usd or 0)),
        "plan_score": points(found.plan_score or 0),
        "fte": {role: fte(posts) for role, posts in (found.fte or {}).items() if posts > 0},
        "coverage": {
            function: percent(share)
            for function, share in (found.coverage or {}).items()
            if share is not None
        },
    }


def _pay_year(plan: Plan, catalog: Catalog) -> str:
    """From when the usual salaries in the plan are, where that is before its dollars, and whether
    they were brought to them.
    """
    year = plan.price_year
    usual = {role.id: role.salary for role in catalog.roles}
    if year is None or all(one.as_of.year >= year for one in usual.values()):
        return ""
    known = [role for role in plan.roles if role.id in usual]
    kept = [role for role in known if usual[role.id].value == role.salary_usd]
    read = month(max(one.as_of for one in usual.values()).isoformat()[:7])
    if kept:
        return say("Usual salaries are those of {month}, not raised since (assumed).", month=read)
    if not any(_is_usual(role, year, catalog) for role in known):
        return ""
    growth = catalog.price("salary_growth")
    return say(
        "Usual salaries are those of {month}, raised by {growth} a year to dollars of {year} "
        "({basis}).",
        month=read,
        growth=rate(growth.value),
        year=year,
        basis=growth.basis.in_words,
    )


def _is_usual(role: Role, year: int, catalog: Catalog) -> bool:
    """Whether a salary is the usual one of a year, of the country or of any state."""
    usual = role.model_copy(update={"salary_usd": catalog.salary(role.id, year).value})
    return any(
        at_prices_of([usual], place)[0].salary_usd == role.salary_usd
        for place in (None, *catalog.regions)
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


def so_far(
    bundle: Bundle, catalog: Catalog, *, solve: Callable[[Plan], Allocation] = allocate
) -> str:
    """What stands there before the decision, without a full stop.

    Args:
        bundle: the workshop.
        catalog: everything we know.
        solve: finds the plan; a page hands in one that remembers.
    """
    if bundle.plan is None:
        return say("No plan yet")
    return say("Draft: {spent} a year", spent=spent_in(bundle, catalog, solve=solve))


def phase_at_start(bundle: Bundle) -> str:
    """Id of the phase in which the first year begins; empty where the need is given in hours."""
    plan, years = bundle.plan, bundle.outlook
    if plan is None or plan.need is not None:
        return ""
    return str((years.phase_in(years.start) if years else None) or plan.phase)


def phase_begins(start: PhaseStart, catalog: Catalog) -> str:
    """Which phase begins when, without a full stop."""
    return say(
        "“{phase}” begins in {month}",
        phase=catalog.labels.phases[str(start.phase)],
        month=month(start.from_),
    )


def phases_note(bundle: Bundle, catalog: Catalog) -> str:
    """That another phase begins within the first year, and what that means; empty where none
    does.
    """
    years = bundle.outlook
    if years is None or not phase_at_start(bundle):
        return ""
    last = months_after(years.start, MONTHS - 1)
    begun = [one for one in years.phases[1:] if years.start < one.from_ <= last]
    if not begun:
        return ""
    said = listed([phase_begins(one, catalog) for one in begun])
    return say("{phases}: the hours needed are the mean of the year's months.", phases=said)


def spent_in(
    bundle: Bundle, catalog: Catalog, *, solve: Callable[[Plan], Allocation] = allocate
) -> str:
    """What the plan of a workshop costs of its budget, on the terms of the host our decision names;
    empty without a plan.

    Raises:
        BadInput: what must be mended in the plan or the host's offer.
    """
    if bundle.plan is None:
        return ""
    needed = with_first_need(bundle.plan, bundle.outlook, catalog.need_table())
    plan = hosted(needed, host_named(bundle, chosen_host(bundle)))
    return of_budget(plan, solve(plan)).plain
