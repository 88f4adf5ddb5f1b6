"""The sentences and tables of the page Scenarios about money: hosts, rules, the next $25,000, one
function, what to commit by year.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from cidesign.domain.allocation import Allocation, FrontierPoint
from cidesign.domain.figures import (
    count,
    difference,
    difference_between,
    hours,
    hours_of,
    inside,
    listed,
    money,
    money_difference,
    money_short,
    month,
    percent,
    points,
    rounded,
)
from cidesign.domain.labels import Labels
from cidesign.domain.plan import Plan, Role
from cidesign.domain.reading import weakest
from cidesign.domain.value import plain as exact
from cidesign.domain.words import Function
from cidesign.text import say, say_count
from cidesign.views.outlook.view import OutlookView
from cidesign.views.scenarios.view import HostEffect, RuleEffect
from cidesign.views.scenarios.words import NOTHING, NOTICED
from cidesign.views.team.spent import of_budget
from cidesign.views.team.words import rounded_parts

DOLLAR, HOUR, STEP = 1.0, 0.5, 25_000
THOUSAND = 1_000.0
"""Hosts whose terms differ by less a year are told as alike."""
FALLS = 0.005
"""A smaller fall of coverage is not told: shares are told in whole percent."""


def host_rows(effects: Sequence[HostEffect]) -> list[dict[str, str]]:
    """What each host's terms cost or bring; plus is more for us."""
    return [
        {
            say("Host"): one.label,
            say("Our team there, a year"): NOTHING
            if one.same_team_usd is None
            else _signed_money(one.same_team_usd),
            say("Points, team chosen anew"): NOTHING
            if one.points is None
            else difference(one.points),
        }
        for one in effects
    ]


def host_reasons(effects: Sequence[HostEffect]) -> list[str]:
    """Why, one line a host: pay, benefits, charge, gifts."""
    return [say("{host}: {why}.", host=one.label, why=one.why) for one in effects]


def _signed_money(usd: float) -> str:
    return f"+{money(usd)}" if usd >= DOLLAR else money(usd)


def host_note() -> str:
    """How to read the table of hosts."""
    return say(
        "Plus is better for us. Dollars: what our team and purchases leave over there, less what "
        "they leave over now."
    )


def host_claim(effects: Sequence[HostEffect]) -> str:
    """What the worst and the best host's terms change; one host by its name."""
    known = [one.points for one in effects if one.points is not None]
    if not known:
        return say("What each host's terms change")
    if len(known) == 1:
        (only,) = [one for one in effects if one.points is not None]
        return say("{host}: {points} points", host=only.label, points=difference(known[0]))
    if max(known) - min(known) >= NOTICED:
        return say(
            "Hosts: {worst} to {best} points",
            worst=difference(min(known)),
            best=difference(max(known)),
        )
    dear, cheap = _dollars(effects)
    if cheap - dear >= THOUSAND:
        return say(
            "Hosts score alike, but leave {less} to {more} a year",
            less=money_difference(dear),
            more=money_difference(cheap),
        )
    return say("All hosts' terms score alike")


def _dollars(effects: Sequence[HostEffect]) -> tuple[float, float]:
    """What our team leaves over at the dearest and at the cheapest host, beside now."""
    known = [one.same_team_usd for one in effects if one.same_team_usd is not None] or [0.0]
    return min(known), max(known)


def host_ends(effects: Sequence[HostEffect]) -> str:
    """Which host's terms help most and which least, for the line under the claim."""
    known = [one for one in effects if one.points is not None]
    compared = say("Each offer against our terms now.")
    if len(known) < 2:
        return compared
    best, worst = (pick(known, key=lambda one: one.points or 0.0) for pick in (max, min))
    if (best.points or 0.0) - (worst.points or 0.0) < NOTICED:
        dear, cheap = _dollars(effects)
        if cheap - dear < THOUSAND:
            return compared
        priced = [one for one in effects if one.same_team_usd is not None]
        best, worst = (
            pick(priced, key=lambda one: one.same_team_usd or 0.0) for pick in (max, min)
        )
        told = say("Cheapest: {best}. Dearest: {worst}.", best=best.label, worst=worst.label)
        return f"{told} {compared}"
    return f"{say('Best: {best}. Worst: {worst}.', best=best.label, worst=worst.label)} {compared}"


def rule_sentences(effects: Sequence[RuleEffect]) -> list[str]:
    """What each rule costs us, dearest first; those that cost nothing are said to, in one
    sentence.
    """
    ordered = sorted(effects, key=lambda one: -(one.points or 0.0))
    dear = [one for one in ordered if one.points is not None and one.points >= NOTICED]
    free = [one.label for one in ordered if one.points is not None and one.points < NOTICED]
    unknown = [one.label for one in ordered if one.points is None]
    said = [
        say(
            "{rule}: {points} points without it.",
            rule=one.label,
            points=difference(one.points or 0.0),
        )
        for one in dear
    ]
    names = [*free[:1], *(inside(label) for label in free[1:])]
    if names:
        said.append(
            say_count(
                "{rules} costs us nothing today.",
                "{rules} cost us nothing today.",
                len(names),
                rules=listed(names),
            )
        )
    if unknown:
        said.append(
            say(
                "Not comparable, because there is no plan with it or without it: {rules}.",
                rules=listed(unknown),
            )
        )
    return said


def rule_claim(effects: Sequence[RuleEffect]) -> str:
    """How many of our rules cost something."""
    dear = len([one for one in effects if (one.points or 0.0) >= NOTICED])
    if not dear:
        return say("Our rules cost us nothing today")
    return say_count(
        "{n} of our rules costs points",
        "{n} of our rules cost points",
        dear,
        n=count(dear, opening=True),
    )


def step_claim(frontier: Sequence[FrontierPoint], budget_usd: float) -> str:
    """What the next step of money adds to our own budget; at the last budget, what the step up to
    it added.
    """
    steps = [
        (before, after)
        for before, after in pairwise(frontier)
        if before.plan_score is not None
        and after.plan_score is not None
        and budget_usd in (before.budget_usd, after.budget_usd)
    ]
    if not steps:
        return say("What the next $25,000 adds")
    before, after = steps[-1]
    gain = difference_between(before.plan_score or 0.0, after.plan_score or 0.0)
    if before.budget_usd == budget_usd and round(after.budget_usd - before.budget_usd) == STEP:
        return say("Our next $25,000: {gain} points", gain=gain)
    return say(
        "{low} to {high}: {gain} points",
        low=money_short(before.budget_usd),
        high=money_short(after.budget_usd),
        gain=gain,
    )


def line_so_far(found: int, asked: int) -> str:
    """How far the line of budgets is."""
    return say("{n} of {all} budgets solved.", n=found, all=asked)


def line_ended(found: int, asked: int) -> str:
    """That the line ended before its last budget."""
    return say(
        "The search ended after {n} of {all} budgets. What it found stands here.",
        n=found,
        all=asked,
    )


def step_rows(
    frontier: Sequence[FrontierPoint], functions: Mapping[str, str]
) -> list[dict[str, str]]:
    """Score, gain since the budget before, and weakest function at each budget."""
    told: list[dict[str, str]] = []
    before: FrontierPoint | None = None
    for point in frontier:
        lowest = weakest(point.coverage)
        gain = (
            NOTHING
            if before is None or before.plan_score is None or point.plan_score is None
            else difference_between(before.plan_score, point.plan_score)
        )
        told.append(
            {
                say("Cost of budget"): _of_budget(point),
                say("Score"): NOTHING if point.plan_score is None else points(point.plan_score),
                say("Gain"): gain,
                say("Weakest"): NOTHING
                if lowest is None
                else f"{functions[lowest]}, {percent((point.coverage or {})[lowest] or 0)}",
            }
        )
        before = point
    return told


def _of_budget(point: FrontierPoint) -> str:
    budget = money_short(point.budget_usd)
    if point.cost_usd is None:
        return budget
    return say("{cost} of {budget}", cost=money_short(point.cost_usd), budget=budget)


def gets(
    plan: Plan,
    found: Allocation,
    function: Function,
    labels: Labels,
    *,
    beside: tuple[Plan, Allocation] | None = None,
) -> list[str]:
    """What one function gets: hours and coverage, who works on it, what is bought for it, what it
    costs.

    Args:
        plan: as it was solved; ``found`` what its budget buys.
        labels: what people read for ids of the plan.
        beside: the same plan at another budget, to tell when the function gets less of more money.
    """
    budget, name = of_budget(plan, found).plain, labels.functions[function]
    if not found.found:
        return [
            say(
                "At {budget} no team and no purchases keep every rule, so no function gets "
                "anything.",
                budget=budget,
            )
        ]
    share = (found.coverage or {}).get(str(function))
    if share is None:
        return [say("{function} needs no hours in this phase.", function=name)]
    need = found.need[str(function)]
    said = [
        say(
            "{function} gets {hours} a month from a plan for {budget}: {share} of what it needs.",
            function=name,
            hours=hours_of(share * need, need),
            budget=budget,
            share=percent(share),
        )
    ]
    busy = [
        _time(role, found, function, labels)
        for role in plan.roles
        if _counted(role, found, function) >= HOUR
    ]
    said.append(
        say("Who works on it: {people}.", people=listed(busy))
        if busy
        else say("Nobody on the team works on it.")
    )
    bought = [
        say("{line} {usd}", line=inside(labels.lines[line.id]), usd=money(usd))
        for line in plan.lines
        if (usd := _part(line.functions, function) * found.lines.get(line.id, 0.0)) >= DOLLAR
    ]
    lines = found.line_hours.get(str(function), 0.0)
    if bought:
        said.append(
            say(
                "What is bought for it: {lines}. That counts as {hours} a month.",
                lines=listed(bought),
                hours=hours(lines),
            )
        )
    parts = [*(rounded(_counted(role, found, function)) for role in plan.roles), rounded(lines)]
    if sum(parts) != rounded(share * need):
        said.append(rounded_parts())
    cost = found.function_cost_usd.get(str(function), 0.0)
    said.append(
        say(
            "It costs {usd} a year, the host's share on it included, the office not.",
            usd=money(cost),
        )
    )
    return [*said, *_less_of_more((plan, found), beside, function)]


def _counted(role: Role, found: Allocation, function: Function) -> float:
    """Hours a post's time counts as: an hour of somebody whom the work fits less counts less."""
    return found.hours.get(role.id, {}).get(str(function), 0.0) * float(role.does.get(function, 0))


def _time(role: Role, found: Allocation, function: Function, labels: Labels) -> str:
    said = {"role": inside(labels.roles[role.id]), "hours": hours(_counted(role, found, function))}
    if role.does.get(function) == 1:
        return say("{role} {hours}", **said)
    worked, factor = hours(found.hours[role.id][str(function)]), exact(role.does[function])
    return say(
        "{role} {hours} ({time} worked, each counted as {factor})",
        **said,
        time=worked,
        factor=factor,
    )


def _less_of_more(
    asked: tuple[Plan, Allocation], beside: tuple[Plan, Allocation] | None, function: Function
) -> list[str]:
    """Why a function gets less at the higher of two budgets; nothing where it does not."""
    if beside is None:
        return []
    (low, less), (high, more) = sorted((asked, beside), key=lambda one: one[0].funding.budget_usd)
    was, now = ((one.coverage or {}).get(str(function)) for one in (less, more))
    if (
        was is None
        or now is None
        or was - now < FALLS
        or less.plan_score is None
        or more.plan_score is None
    ):
        return []
    return [
        say(
            "It gets {was} for {low} but {now} for {high}: the team is chosen anew for each "
            "budget, to raise the score of all functions "
            "together ({first} to {last}). One function can lose by that.",
            was=percent(was),
            now=percent(now),
            low=of_budget(low, less).plain,
            high=of_budget(high, more).plain,
            first=points(less.plan_score),
            last=points(more.plan_score),
        )
    ]


def _part(functions: Mapping[Function, Decimal], function: Function) -> float:
    return float(functions.get(function, Decimal(0)) / sum(functions.values()))


def commitment(view: OutlookView) -> list[dict[str, str]]:
    """What a funder would have to commit, year by year: the cost, what is promised, what is
    lacking.
    """
    told = [
        {
            say("Year"): row.label,
            say("Cost"): money_short(row.raw.cost_usd),
            say("Money in"): money_short(row.raw.funding_usd),
            say("To commit"): money_short(row.raw.gap_usd)
            if row.raw.gap_usd >= DOLLAR
            else NOTHING,
        }
        for row in view.rows
    ]
    sums = [
        sum(getattr(row.raw, name) for row in view.rows)
        for name in ("cost_usd", "funding_usd", "gap_usd")
    ]
    total = (
        {
            say("Year"): say("Together"),
            **{key: money_short(usd) for key, usd in zip(list(told[0])[1:], sums)},
        }
        if told
        else {}
    )
    return [*told, total] if told else []


def commitment_claim(view: OutlookView) -> str:
    """How much a funder would have to commit, or that nothing is lacking."""
    gaps = [row for row in view.rows if row.raw.gap_usd >= DOLLAR]
    if not gaps:
        return say("No year lacks money")
    return say(
        "{usd} to commit by {year}",
        usd=money_short(sum(row.raw.gap_usd for row in gaps)),
        year=gaps[-1].label,
    )


def commitment_note(view: OutlookView) -> str:
    """Since when money is lacking, and what is counted in."""
    lacking = view.outlook.runs_out
    since = (
        say("Free money runs out in {month}.", month=month(lacking))
        if lacking
        else say("Free money lasts.")
    )
    reserve = view.kept.there.reserve_usd if view.kept else 0.0
    counted = " ".join(
        [
            *(
                [say("The opening reserve of {usd} is counted.", usd=money_short(reserve))]
                if reserve >= DOLLAR
                else []
            ),
            say("Renewals are not counted."),
            say("Dollars of each year, prices grown as assumed on Outlook."),
        ]
    )
    coming = sum(row.raw.gap_usd for row in view.rows) - view.outlook.missing_usd
    if coming < DOLLAR:
        return f"{since} {counted}"
    later = say("{usd} of it is claimed and only paid later.", usd=money_short(coming))
    return f"{since} {later} {counted}"
