"""Another first team than the one a plan stands on, where its money now carries another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.acts.set_keys import Place
from cidesign.budget import allocate
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import percent
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.overview.first_team import first_team, first_team_said, team_of
from cidesign.views.team.terms import terms
from cidesign.views.team.view import Solve


@dataclass(frozen=True)
class OtherTeam:
    """Another first team.

    Args:
        said: which, and its least coverage.
        act: makes it the plan's.
    """

    said: str
    act: ChooseInPlan


def other_team(
    bundle: Bundle, catalog: Catalog, *, host: str = "", solve: Solve = allocate
) -> OtherTeam | None:
    """The first team the money carries now; None where it is ours, or where ours is the
    committee's own.

    Raises:
        BadInput: what must be mended in the plan.
    """
    plan, asked = bundle.plan, terms(bundle, catalog, host=host)
    if plan is None or asked is None or not first_team_said(plan, catalog):
        return None
    led = first_team(asked.plan, catalog, solve=solve)
    team = team_of(led)
    if team is None or (team == team_of(plan) and led.floor == plan.floor):
        return None
    said = say(
        "Today's money carries another first team: {team}. Each function would get at least "
        "{floor} of its hours.",
        team=team.in_words,
        floor=percent(led.floor if not isinstance(led.floor, dict) else 0),
    )
    act = ChooseInPlan(
        changes=tuple(changes_to(plan, led)), called=say("the first team"), chosen=team.in_words
    )
    return OtherTeam(said, act)


def changes_to(plan: Plan, led: Plan) -> Iterator[tuple[Place, Any]]:
    """What must be written in ``plan.yaml`` so that a plan stands on the first team of another."""
    yield ("floor",), led.floor
    if led.supervision is not None:
        yield ("supervision", "by"), list(led.supervision.by)
    if led.office.base_usd != plan.office.base_usd:
        yield ("office", "base_usd"), led.office.base_usd
    for ours, theirs in zip(plan.roles, led.roles, strict=True):
        for key in ("must_have", "min_fte", "start_month"):
            if getattr(ours, key) != getattr(theirs, key):
                yield ("roles", ours.id, key), getattr(theirs, key)
