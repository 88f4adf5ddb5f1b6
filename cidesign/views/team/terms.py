"""On whose terms and in which dollars a plan is shown: the host's offer, the need in hours, usual
budgets of the same year.
"""

from dataclasses import dataclass

from cidesign.budget import with_need, with_offer
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money_range
from cidesign.domain.panel import Candidate, Offer
from cidesign.domain.plan import Plan
from cidesign.domain.reading import UsualRange
from cidesign.domain.workshop import Bundle
from cidesign.views.sources import dollars
from cidesign.views.team import words


@dataclass(frozen=True)
class Terms:
    """The plan that is solved: with its need in hours, and on a host's terms where one is
    chosen.
    """

    plan: Plan
    host: Candidate | None = None


def hosts(bundle: Bundle) -> tuple[Candidate, ...]:
    """Candidates whose application says on which terms they would host; not those found
    ineligible.
    """
    return tuple(
        candidate
        for candidate in bundle.candidates
        if candidate.eligible and candidate.offer != Offer()
    )


def chosen_host(bundle: Bundle) -> str:
    """The host our decision names, if its terms are known; empty where there is none."""
    return bundle.host.id if bundle.host and host_named(bundle, bundle.host.id) else ""


def host_named(bundle: Bundle, id: str) -> Candidate | None:
    """The candidate with this id, if its terms are known."""
    return next((candidate for candidate in hosts(bundle) if candidate.id == id), None)


def hosted(plan: Plan, host: Candidate | None) -> Plan:
    """The plan on a host's terms; our own where there is none.

    Raises:
        BadInput: the offer does not fit the plan.
    """
    return with_offer(plan, host.offer) if host else plan


def terms(bundle: Bundle, catalog: Catalog, *, host: str = "") -> Terms | None:
    """The plan as it is to be solved; None where the workshop has no plan yet.

    Args:
        host: id of the candidate on whose terms, empty for our own.

    Raises:
        BadInput: an unknown driver, or an offer that does not fit the plan.
    """
    if bundle.plan is None:
        return None
    plan = with_need(bundle.plan, catalog.need_table())
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
