"""On whose terms and in which dollars a plan is shown: the host's offer, the need in hours, usual
budgets of the same year.
"""

from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money_range
from cidesign.domain.panel import Candidate
from cidesign.domain.plan import Plan
from cidesign.domain.reading import UsualRange
from cidesign.domain.workshop import Bundle
from cidesign.outlook import with_first_need
from cidesign.views.sources import dollars
from cidesign.views.team import words
from cidesign.views.team.hosting import chosen_host, host_named, hosted, hosts

YEARS_ON = 3
"""Beyond the last known prices; usual ranges then grow by an assumed rate."""

__all__ = [
    "Terms",
    "about",
    "chosen_host",
    "host_named",
    "hosted",
    "hosts",
    "price_years",
    "ranges_note",
    "terms",
    "usual_ranges",
]


@dataclass(frozen=True)
class Terms:
    """The plan that is solved: with its need in hours, and on a host's terms where one is
    chosen.
    """

    plan: Plan
    host: Candidate | None = None


def terms(bundle: Bundle, catalog: Catalog, *, host: str = "") -> Terms | None:
    """The plan as it is to be solved; None where the workshop has no plan yet.

    Args:
        host: id of the candidate on whose terms, empty for our own.

    Raises:
        BadInput: an unknown driver, or an offer that does not fit the plan.
    """
    if bundle.plan is None:
        return None
    plan = with_first_need(bundle.plan, bundle.outlook, catalog.need_table())
    candidate = host_named(bundle, host)
    return Terms(hosted(plan, candidate), candidate)


def about(bundle: Bundle, catalog: Catalog, *, host: str = "") -> str:
    """Whose figures these are, on whose terms, and in which year's dollars."""
    candidate = host_named(bundle, host)
    named = candidate.label if candidate else ""
    year = (bundle.plan.price_year if bundle.plan else None) or dollars.index(catalog).last
    return words.about(bundle.workshop.name, named, year)


def usual_ranges(plan: Plan, catalog: Catalog) -> tuple[int, tuple[UsualRange, ...]]:
    """The plan's price year, and what backbones usually cost in its dollars."""
    year = plan.price_year or dollars.index(catalog).last
    return year, tuple(
        UsualRange(one.id, one.label, one.low_usd, one.high_usd)
        for one in dollars.side_by_side(catalog, year)
    )


def ranges_note(catalog: Catalog, year: int) -> str:
    """Where the usual ranges come from, and how sure that is."""
    known = dollars.index(catalog)
    if year > known.last:
        return dollars.note(catalog, year)
    factor = catalog.price(dollars.FACTOR)
    ends = [
        money_range(one.low_usd_of_2017, one.high_usd_of_2017)
        for one in dollars.side_by_side(catalog, year)
    ]
    memo, index = (
        catalog.source(catalog.price("budget_first_years_low").source),
        catalog.source(factor.source),
    )
    return words.ranges_note(year, known.first, ends, factor, memo, index)


def price_years(plan: Plan, catalog: Catalog) -> list[int]:
    """Years whose dollars a plan may be in: from the first whose prices are known to three after
    the last, and the plan's own.
    """
    known = dollars.index(catalog)
    own = {plan.price_year} if plan.price_year else set()
    return sorted({*range(known.first, known.last + YEARS_ON + 1), *own})
