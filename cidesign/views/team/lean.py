"""A lean start on the page Team: until when, what a lean year has, and the smaller team that its
money carries.
"""

from dataclasses import dataclass
from decimal import Decimal

from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.budget import allocate
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import month
from cidesign.domain.figures import money
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.initiative.forms import BEGUN_LEAN
from cidesign.views.overview.first_team import first_team, team_of
from cidesign.views.team.other_team import changes_to
from cidesign.views.team.terms import chosen_host, terms
from cidesign.views.team.view import Solve

USD = "lean_year_usd"


@dataclass(frozen=True)
class LeanTold:
    """What is said of a lean start; empty where we begin in full. ``offered``: whether our plan has
    more money than a lean year.
    """

    said: str = ""
    offered: bool = False


def lean_budget(bundle: Bundle, catalog: Catalog) -> Decimal | None:
    """The dollars a lean year has by default, never below what may pay for some things only; None
    where we begin in full.
    """
    if bundle.workshop.initiative.lean_until is None:
        return None
    grants = bundle.plan.funding.grants if bundle.plan else ()
    return max(catalog.price(USD).value, sum((one.usd for one in grants), Decimal(0)))


def lean_told(bundle: Bundle, catalog: Catalog) -> LeanTold:
    """Until when we begin lean, and what a lean year would have."""
    until, usd = bundle.workshop.initiative.lean_until, lean_budget(bundle, catalog)
    if until is None or usd is None or bundle.plan is None:
        return LeanTold()
    begun = say(BEGUN_LEAN, month=month(until))
    if bundle.plan.funding.budget_usd <= usd:
        return LeanTold(begun)
    more = say(
        "A lean year has {usd} (assumed) and the first team that it carries, such as one "
        "coordinator; our plan has more.",
        usd=money(usd),
    )
    return LeanTold(f"{begun} {more}", offered=True)


def lean_team(bundle: Bundle, catalog: Catalog, *, solve: Solve = allocate) -> ChooseInPlan:
    """What makes our plan a lean year: its money, and the first team that it carries.

    Raises:
        BadInput: what must be mended in the plan.
        LookupError: we do not begin lean, or there is no plan.
    """
    asked, usd = terms(bundle, catalog, host=chosen_host(bundle)), lean_budget(bundle, catalog)
    plan = bundle.plan
    if plan is None or asked is None or usd is None:
        raise LookupError("a lean year needs a plan and a lean start")
    led = first_team(_with(asked.plan, usd), catalog, solve=solve)
    team = team_of(led)
    return ChooseInPlan(
        changes=((("funding", "budget_usd"), usd), *changes_to(plan, led)),
        called=say("the budget and first team of a lean year"),
        chosen=team.in_words if team else money(usd),
    )


def _with(plan: Plan, usd: Decimal) -> Plan:
    return plan.model_copy(update={"funding": plan.funding.model_copy(update={"budget_usd": usd})})
