"""The sentences and tables of the page Scenarios: what differs from ours, what hosts and rules
cost, what a function gets.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import (
    difference_between,
    listed,
    money,
    percent,
    points,
)
from cidesign.domain.labels import Labels
from cidesign.domain.reading import covered_share, step_between, weakest
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.scenarios.changes import changes, falls
from cidesign.views.scenarios.side_by_side import cost_of
from cidesign.views.scenarios.view import Side
from cidesign.views.team.spent import rest, told_apart

NOTICED = 0.05
"""Points of plan score: less is told as nothing, because scores are told to 0.1."""
NOTHING = "–"


@dataclass(frozen=True)
class Told:
    """What the first layer of the page says of the plans it shows, and what a decision keeps."""

    answer: str
    and_line: str
    note: str
    decides: str
    figures: Mapping[str, object]


def told(sides: Sequence[Side]) -> Told:
    """All of it, ours first."""
    return Told(answer(sides), and_line(sides), note(sides), decides(sides[0]), figures(sides))


def answer(sides: Sequence[Side]) -> str:
    """What more or less money buys, in one sentence: the least and the largest budget shown."""
    found = sorted(
        (one.figures for one in sides if one.figures.found), key=lambda one: one.budget_usd
    )
    if not found:
        return say("None of these budgets keeps all of our rules.")
    low, high = found[0], found[-1]
    if low.budget_usd == high.budget_usd:
        return say(
            "A plan for {spent} reaches a plan score of {score} of 100.",
            spent=cost_of(low),
            score=points(low.plan_score or 0),
        )
    return say(
        "A plan for {low} reaches a plan score of {first} of 100, one for {high} reaches {last}.",
        low=cost_of(low),
        high=cost_of(high),
        first=points(low.plan_score or 0),
        last=points(high.plan_score or 0),
    )


def and_line(sides: Sequence[Side]) -> str:
    """What to do with what our own plan leaves, or that there is none; and what a score is."""
    ours = sides[0].found
    if not ours.found:
        return say(
            "Our own budget of {budget} keeps not all of our rules: see Team and budget.",
            budget=cost_of(sides[0].figures),
        )
    scale = say("The score is our scale of coverage, not of impact.")
    return f"{rest(sides[0].option.plan, ours).plain} {scale}".strip()


def note(sides: Sequence[Side]) -> str:
    """How to read what each function gets."""
    told = say("Share of the hours needed. Our plan comes first, in bold.")
    if not any(one.lock for one in sides):
        return told
    return f"{told} {say('A locked scenario is drawn as it would be today.')}"


def lowest(sides: Sequence[Side]) -> str:
    """The function our plan covers least; empty without a plan."""
    return weakest(sides[0].found.coverage) or ""


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
    made = changes(step, labels)
    score = (
        say("no change of score")
        if abs(step.score) < NOTICED
        else say(
            "{change} points",
            change=difference_between(ours.found.plan_score or 0, other.found.plan_score or 0),
        )
    )
    team = listed(made) if made else say("the same team and purchases")
    said = say("{plan}: {score}; {changes}.", plan=label, score=score, changes=team)
    return " ".join([said, *(falls(step, labels) if step.score > NOTICED else ())])


def decides(side: Side) -> str:
    """What is decided on this page."""
    share = covered_share(side.found.need, side.found.coverage)
    budget = money(side.option.plan.funding.budget_usd)
    if share is None:
        return say("We plan for {budget}.", budget=budget)
    plans = say(
        "We plan for {budget}, which covers {share} of the hours we need.",
        budget=budget,
        share=percent(share),
    )
    return f"{plans} {told_apart(side.option.plan, side.found).plain}"


def figures(sides: Sequence[Side]) -> dict[str, object]:
    """What the decision is taken on, kept with its record: each plan shown, its budget, score and
    cost.
    """
    return {
        "answer": answer(sides),
        "plans": {
            one.option.label: {
                "budget_usd": one.figures.budget_usd,
                "plan_score": points(one.figures.plan_score or 0) if one.figures.found else NOTHING,
                "cost_usd": one.figures.cost_usd if one.figures.found else NOTHING,
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
