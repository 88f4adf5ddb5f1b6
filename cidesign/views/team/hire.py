"""What makes it a team one can hire: each rule, whether it is on, and what it costs today in points
of the plan score.
"""

from dataclasses import dataclass

from cidesign.budget import allocate
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import points
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.overview.first_team import first_team_said
from cidesign.views.team.hire_rules import HIRE_RULES, HireRule
from cidesign.views.team.other_team import OtherTeam, other_team
from cidesign.views.team.terms import terms
from cidesign.views.team.view import Solve
from cidesign.views.team.words import NOTICED

PLANS_TO_MAKE = len(HIRE_RULES) + 3
"""Ours, one for each rule, one without them all, and one for the first team that money carries."""


@dataclass(frozen=True)
class HireEffect:
    """A rule as it stands.

    Args:
        rule: which.
        asks: it in a sentence.
        on: whether the plan keeps it.
        points: of plan score that it costs today, or would cost where it is off, each team chosen
            anew; None where there is no plan with it or without it.
    """

    rule: HireRule
    asks: str
    on: bool
    points: float | None


@dataclass(frozen=True)
class HireView:
    """All rules.

    Args:
        effects: one for each rule.
        together: points that those that are on cost together; None as for one.
        first_team: which the plan stands on; empty where it is the committee's own.
        other: another first team that the money carries now.
    """

    effects: tuple[HireEffect, ...]
    together: float | None
    first_team: str
    other: OtherTeam | None


def hire_view(
    bundle: Bundle, catalog: Catalog, *, host: str = "", solve: Solve = allocate
) -> HireView:
    """The rules of a workshop's plan, each tried the other way round.

    Args:
        bundle: with a plan.
        catalog: everything we know.
        host: on whose terms.
        solve: finds a plan; a page hands in one that remembers.

    Raises:
        BadInput: what must be mended in the plan.
        ValueError: there is no plan.
    """
    if bundle.plan is None:
        raise ValueError("there is no plan whose rules could be told")
    plan = bundle.plan
    now, bare = _score(bundle, catalog, host, solve), bundle
    effects = []
    for rule in HIRE_RULES:
        on = rule.is_on(plan)
        switched = _switched(bundle, catalog, rule, on=not on)
        then = None if switched is None else _score(switched, catalog, host, solve)
        cost = None if now is None or then is None else (then - now if on else now - then)
        effects.append(HireEffect(rule, rule.asks(plan, catalog), on, cost))
        if on:
            bare = _switched(bare, catalog, rule, on=False) or bare
    free = _score(bare, catalog, host, solve)
    together = None if now is None or free is None else free - now
    other = other_team(bundle, catalog, host=host, solve=solve)
    return HireView(tuple(effects), together, first_team_said(plan, catalog), other)


def _switched(bundle: Bundle, catalog: Catalog, rule: HireRule, *, on: bool) -> Bundle | None:
    try:
        return rule.switch(bundle, catalog, on=on).on(bundle)
    except BadInput:
        return None


def _score(bundle: Bundle, catalog: Catalog, host: str, solve: Solve) -> float | None:
    asked = terms(bundle, catalog, host=host)
    return None if asked is None else solve(asked.plan).plan_score


def hire_claim(view: HireView) -> str:
    """What the rules that are on cost together."""
    if not any(one.on for one in view.effects):
        return say("None of these rules is on")
    if view.together is None:
        return say("What makes it a team one can hire")
    if view.together < NOTICED:
        return say("A team one can hire costs us nothing today")
    return say("A team one can hire costs {points} points of 100", points=points(view.together))


def hire_note() -> str:
    """How to read the points."""
    return say(
        "Points of the plan score, each team chosen anew. A rule that costs points is not wrong: "
        "without it the plan looks better than what one can hire."
    )


def cost_said(effect: HireEffect) -> str:
    """What a rule costs today, or would cost."""
    if effect.points is None:
        return (
            say("There is no plan without it to compare with.")
            if effect.on
            else say("Off. With it no plan keeps every rule.")
        )
    told = points(abs(effect.points))
    if abs(effect.points) < NOTICED:
        return say("It costs nothing today.") if effect.on else say("Off. It would cost nothing.")
    if effect.points < 0:
        return (
            say("It brings {points} points today.", points=told)
            if effect.on
            else say("Off. It would bring {points} points.", points=told)
        )
    return (
        say("It costs {points} points today.", points=told)
        if effect.on
        else say("Off. It would cost {points} points.", points=told)
    )
