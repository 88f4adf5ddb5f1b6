"""The sentences and tables of the page Scenarios: what differs from ours, what hosts and rules
cost, what a function gets.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import (
    difference,
    fte,
    fte_difference,
    inside,
    listed,
    money,
    money_difference,
    money_short,
    percent,
    points,
)
from cidesign.domain.labels import Labels
from cidesign.domain.reading import covered_share, step_between, total_fte, weakest
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.scenarios.view import Side

NOTICED = 0.05
"""Points of plan score: less is told as nothing, because scores are told to 0.1."""
NOTHING = "–"
MOST_LINES = 2
"""More changes of purchases than these are not named one by one."""


def answer(sides: Sequence[Side]) -> str:
    """What more or less money buys, in one sentence: the least and the largest budget shown."""
    found = sorted(
        (one for one in sides if one.found.found),
        key=lambda one: one.option.plan.funding.budget_usd,
    )
    if not found:
        return say("None of these budgets keeps all of our rules.")
    low, high = found[0], found[-1]
    if low.option.plan.funding.budget_usd == high.option.plan.funding.budget_usd:
        return say(
            "{budget} reaches a plan score of {score} of 100.",
            budget=_budget(low),
            score=points(low.found.plan_score or 0),
        )
    return say(
        "From {low} to {high} the plan score goes from {first} to {last}.",
        low=_budget(low),
        high=_budget(high),
        first=points(low.found.plan_score or 0),
        last=points(high.found.plan_score or 0),
    )


def and_line(sides: Sequence[Side], functions: Mapping[str, str]) -> str:
    """Where our own plan stands among them, and its weak point."""
    ours = sides[0].found
    lowest = weakest(ours.coverage)
    if not ours.found or lowest is None:
        return say(
            "Our own budget of {budget} keeps not all of our rules: see Team and budget.",
            budget=_budget(sides[0]),
        )
    return say(
        "Our {budget}: {score} points, {fte} FTE. Weakest: {function} at {share}. The score is our "
        "scale of coverage, not of impact.",
        budget=_budget(sides[0]),
        score=points(ours.plan_score or 0),
        fte=fte(total_fte(ours)),
        function=inside(functions[lowest]),
        share=percent((ours.coverage or {})[lowest] or 0),
    )


def lowest(sides: Sequence[Side]) -> str:
    """The function our plan covers least; empty without a plan."""
    return weakest(sides[0].found.coverage) or ""


def _budget(side: Side) -> str:
    return money_short(side.option.plan.funding.budget_usd)


def rows(sides: Sequence[Side], functions: Mapping[str, str]) -> list[dict[str, str]]:
    """One row for each plan: score, posts, cost, weakest function."""
    return [_row(side, functions) for side in sides]


def _row(side: Side, functions: Mapping[str, str]) -> dict[str, str]:
    found, lowest = side.found, weakest(side.found.coverage)
    there = found.found and lowest is not None
    weak = (
        f"{functions[lowest]}, {percent((found.coverage or {})[lowest] or 0)}"
        if there and lowest
        else NOTHING
    )
    return {
        say("Plan"): side.option.label,
        say("Score"): points(found.plan_score or 0) if there else NOTHING,
        say("FTE"): fte(total_fte(found)) if there else NOTHING,
        say("Cost"): money_short(found.cost_usd or 0) if there else NOTHING,
        say("Weakest"): weak,
    }


def differences(sides: Sequence[Side], labels: Labels) -> list[str]:
    """What differs from ours, one sentence for each of the others."""
    return [_differs(sides[0], one, labels) for one in sides[1:]]


def _differs(ours: Side, other: Side, labels: Labels) -> str:
    label = other.option.label
    if not other.found.found:
        return say("{plan}: no team and no purchases keep every rule.", plan=label)
    step = step_between(ours.found, other.found, usd=0)
    if step is None:
        return say("{plan}: {score} points.", plan=label, score=points(other.found.plan_score or 0))
    changes = [
        say("{change} FTE {role}", change=fte_difference(posts), role=inside(labels.roles[role]))
        for role, posts in step.fte.items()
    ]
    bought = sorted(step.lines.items(), key=_size)
    changes += [
        say("{change} for {line}", change=money_difference(usd), line=inside(labels.lines[line]))
        for line, usd in bought[:MOST_LINES]
    ]
    if bought[MOST_LINES:]:
        changes.append(say("smaller changes of purchases"))
    score = (
        say("no change of score")
        if abs(step.score) < NOTICED
        else say("{change} points", change=difference(step.score))
    )
    team = listed(changes) if changes else say("the same team and purchases")
    said = say("{plan}: {score}; {changes}.", plan=label, score=score, changes=team)
    falls = [
        say(
            "{function} falls from {was} to {now}.",
            function=labels.functions[name],
            was=percent(was),
            now=percent(now),
        )
        for name, (was, now) in step.falls.items()
        if step.score > NOTICED
    ]
    return " ".join([said, *falls])


def _size(change: tuple[str, float]) -> float:
    return -abs(change[1])


def decides(side: Side) -> str:
    """What is decided on this page."""
    share = covered_share(side.found.need, side.found.coverage)
    budget = money(side.option.plan.funding.budget_usd)
    if share is None:
        return say("We plan for {budget}.", budget=budget)
    return say(
        "We plan for {budget}, which covers {share} of the hours we need.",
        budget=budget,
        share=percent(share),
    )


def figures(sides: Sequence[Side]) -> dict[str, object]:
    """What the decision is taken on, kept with its record: each plan shown, its budget, score and
    cost.
    """
    return {
        "answer": answer(sides),
        "plans": {
            one.option.label: {
                "budget_usd": one.option.plan.funding.budget_usd,
                "plan_score": points(one.found.plan_score or 0) if one.found.found else NOTHING,
                "cost_usd": Decimal(str(one.found.cost_usd))
                if one.found.cost_usd is not None
                else NOTHING,
            }
            for one in sides
        },
    }


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands on this page before a decision."""
    if bundle.plan is None:
        return say("Waits for a plan")
    count = len(bundle.scenarios)
    return (
        say_count("{n} scenario saved", "{n} scenarios saved", count, n=count)
        if count
        else say("No scenario saved yet")
    )
