"""What the page Team says of pay: everything the plan pays for with full-time salaries, and what
hiring costs beside the budget.
"""

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money
from cidesign.domain.plan import Plan
from cidesign.domain.reading import role_cost_usd
from cidesign.domain.workshop import Bundle
from cidesign.outlook import hiring_of
from cidesign.text import say
from cidesign.views.team.regional import at_prices_of, region_named
from cidesign.views.team.view import TeamView
from cidesign.views.team.words import spending

DOLLAR = 1


def paid_rows(bundle: Bundle, catalog: Catalog, seen: TeamView) -> list[dict[str, str]]:
    """Everything the plan pays for, one row each, the sum last; of posts also the full-time salary,
    and whether it is assumed.
    """
    rows = spending(seen.plan, seen.found, seen.labels.roles, seen.labels.lines)
    usual = _usual(bundle, catalog)
    hired = (
        [id for id, usd in role_cost_usd(seen.plan, seen.found).items() if round(usd)]
        if rows
        else []
    )
    salaries = [_salary(seen.plan, id, assumed=id in usual) for id in hired]
    return [
        {**row, say("Full-time salary"): salary}
        for row, salary in zip(rows, salaries + [""] * (len(rows) - len(salaries)))
    ]


def _usual(bundle: Bundle, catalog: Catalog) -> set[str]:
    """Posts whose salary in our plan is still a usual one, of the country or at our state's price
    level.
    """
    region = region_named(catalog, bundle.workshop.initiative.state)
    known = {
        (role.id, role.salary_usd)
        for place in (None, region)
        for role in at_prices_of(catalog.plan_roles(), place)
    }
    return {
        role.id
        for role in (bundle.plan.roles if bundle.plan else ())
        if (role.id, role.salary_usd) in known
    }


def _salary(plan: Plan, id: str, *, assumed: bool) -> str:
    usd = money(next(role.salary_usd for role in plan.roles if role.id == id))
    return (
        say("{salary}, assumed", salary=usd) if assumed else say("{salary}, own figure", salary=usd)
    )


def benefits_note() -> str:
    """What the dollars beside a post hold."""
    return say("Dollars a year, benefits included.")


def hiring_note(bundle: Bundle, plan: Plan, found: Allocation) -> str:
    """What hiring this team costs beside the budget; empty where nobody asks about the years yet,
    or it costs nothing.
    """
    years = bundle.outlook
    usd = float(hiring_of(plan, found, years.hiring.cost_share)) if years and found.found else 0.0
    if usd < DOLLAR:
        return ""
    return say(
        "Hiring this team costs {usd} more, once. This budget does not hold it; Outlook counts it "
        "in the first month.",
        usd=money(usd),
    )
