"""The plan of the first year: its grants are the sources that may pay for some things only, and
what hiring costs is as the years say.
"""

from collections.abc import Iterable
from decimal import Decimal

from cidesign.domain.funding import FundingSheet, Source, grants_of_first_year
from cidesign.domain.nearest import instead
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.problem import Problem
from cidesign.domain.value import plain, shown
from cidesign.text import say

FUNDING = "funding.yaml"
PLAN = "plan.yaml"
OUTLOOK = "outlook.yaml"
CENT = Decimal("0.01")


def plan_of_first_year(
    plan: Plan, years: OutlookPlan | None, sources: tuple[Source, ...] | None = None
) -> Plan:
    """The plan that is solved, wherever a plan is solved.

    Args:
        plan: as written; its own grants stay where no source is restricted.
        years: with who pays; None where nobody asks about the years yet.
        sources: who pays where there are no years; the first year then begins with the first.
    """
    if years is None:
        return _granted(plan, sources or (), first_month(sources or (), None))
    granted = _granted(plan, years.funding, years.start)
    if "hiring" not in years.model_fields_set:
        return granted
    return granted.model_copy(update={"hiring": years.hiring})


def first_month(sources: Iterable[Source], years: OutlookPlan | None) -> str:
    """The first month of the first year: that of the years ahead, else that of the earliest source;
    empty where there is neither.
    """
    if years is not None:
        return years.start
    return min((source.from_ for source in sources), default="")


def _granted(plan: Plan, sources: tuple[Source, ...], start: str) -> Plan:
    if not any(source.restricted for source in sources):
        return plan
    grants = grants_of_first_year(sources, start)
    funding = plan.funding.model_copy(update={"grants": grants})
    return plan.model_copy(update={"funding": funding})


def with_money(
    plan: Plan | None, sheet: FundingSheet | None, years: OutlookPlan | None
) -> tuple[Plan | None, FundingSheet | None, OutlookPlan | None]:
    """Plan, money and years that say the same, wherever the money is written."""
    if sheet is None and years is not None:
        sheet = FundingSheet(opening_reserve_usd=years.opening_reserve_usd, sources=years.funding)
    elif sheet is not None and years is not None:
        years = years.model_copy(
            update={"opening_reserve_usd": sheet.opening_reserve_usd, "funding": sheet.sources}
        )
    if plan is not None:
        plan = plan_of_first_year(plan, years, sheet.sources if sheet else None)
    return plan, sheet, years


def money_problems(
    plan: Plan | None, sheet: FundingSheet | None, years: OutlookPlan | None
) -> list[Problem]:
    """Sources that name what the plan has not, are more than the budget, or stand beside grants of
    the plan; older workshops told each grant a second time, which is no fault where both agree.
    """
    if plan is None:
        return []
    sources = sheet.sources if sheet else years.funding if years else ()
    file = FUNDING if sheet else OUTLOOK
    key = "sources" if sheet else "funding"
    restricted = tuple(source for source in sources if source.restricted)
    if not restricted:
        return []
    granted = grants_of_first_year(sources, first_month(sources, years))
    if any(one not in granted or sheet for one in plan.funding.grants):
        remedy = say(
            "take grants out of plan.yaml; what each of them pays for stands with its source"
        )
        what = say("grants stand beside sources in {file} that pay for some things", file=file)
        return [Problem(f"{PLAN}: funding.grants", what, remedy)]
    problems = _names_unknown(plan, sources, f"{file}: {key}")
    total = sum((grant.usd for grant in granted), Decimal(0))
    if total > plan.funding.budget_usd + CENT / 2:
        problems.append(
            Problem(
                f"{PLAN}: funding.budget_usd",
                say(
                    "the sources that pay for some things bring ${total} in the first year, more "
                    "than the budget of ${budget}",
                    total=plain(total.quantize(CENT)),
                    budget=plain(plan.funding.budget_usd),
                ),
                say(
                    "the budget is all cash of the year: raise it to at least {total}",
                    total=plain(total.quantize(CENT)),
                ),
            )
        )
    return problems


def written_twice(sheet: FundingSheet | None, years: OutlookPlan | None) -> list[Problem]:
    """The same thing in two files, as these were read."""
    if sheet is None or years is None:
        return []
    named = {"funding": "sources", "opening_reserve_usd": "opening_reserve_usd"}
    return [
        Problem(
            f"{OUTLOOK}: {old}",
            say("it stands in {file} too, as {key}", file=FUNDING, key=new),
            say("keep it in {file} and take it out here", file=FUNDING),
        )
        for old, new in named.items()
        if old in years.model_fields_set
    ]


def _names_unknown(plan: Plan, sources: tuple[Source, ...], where: str) -> list[Problem]:
    known = {
        "roles": [role.id for role in plan.roles],
        "lines": [line.id for line in plan.lines],
    }
    return [
        Problem(
            f"{where}[{place}].{key}",
            say("{word} is nothing in plan.yaml", word=shown(id)),
            instead(id, there),
        )
        for place, source in enumerate(sources)
        for key, there in known.items()
        for id in getattr(source, key)
        if id not in there
    ]
