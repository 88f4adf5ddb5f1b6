"""What the page Team says of pay: everything the plan pays for with full-time salaries, and what
hiring costs beside the budget.
"""

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money
from cidesign.domain.plan import Plan
from cidesign.domain.reading import role_cost_usd
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.team.usual import usual_salary
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
    roles = bundle.plan.roles if bundle.plan else ()
    usual = {role.id: usual_salary(bundle, catalog, role.id, role.salary_usd) for role in roles}
    return {
        role.id
        for role in roles
        if (fact := usual[role.id]) is not None and fact.value == role.salary_usd
    }


def _salary(plan: Plan, id: str, *, assumed: bool) -> str:
    usd = money(next(role.salary_usd for role in plan.roles if role.id == id))
    return (
        say("{salary}, assumed", salary=usd) if assumed else say("{salary}, own figure", salary=usd)
    )


def benefits_note() -> str:
    """What the dollars beside a post hold."""
    return say("Dollars a year, benefits included.")


def hiring_note(found: Allocation) -> str:
    """What hiring this team costs, where it costs anything."""
    usd = found.hiring_cost_usd or 0.0
    if usd < DOLLAR:
        return ""
    return say(
        "Hiring this team costs {usd}, once; the budget holds it.",
        usd=money(usd),
    )
