"""What is usual for a workshop where somebody told us its place or its partners: salaries at the
state's price level, and what makes work in the usual ratio. Assumed, and nobody's own figure.
"""

from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Basis, Fact
from cidesign.domain.workshop import Bundle
from cidesign.views.overview import drafting
from cidesign.views.team.regional import at_prices_of, region_named


def usual_salary(bundle: Bundle, catalog: Catalog, role: str, stored: Decimal) -> Fact | None:
    """The usual salary of a post in the dollars the plan has it in, those of its own year first,
    and at our state's price level where the plan has that one; None for a post the catalog does not
    have.
    """
    if all(one.id != role for one in catalog.roles):
        return None
    region = region_named(catalog, bundle.workshop.initiative.state)
    ours = bundle.plan.price_year if bundle.plan else None
    for year in dict.fromkeys((ours, None)):
        usual = catalog.salary(role, year)
        if stored == usual.value:
            return usual
        here = {one.id: one.salary_usd for one in at_prices_of(catalog.plan_roles(year), region)}
        if region is not None and here[role] == stored:
            return usual.model_copy(
                update={
                    "value": stored,
                    "range": (min(stored, usual.range[0]), max(stored, usual.range[1])),
                    "basis": Basis.ASSUMED,
                    "source": region.index.source,
                }
            )
    return catalog.salary(role, ours)


def usual_driver(bundle: Bundle, catalog: Catalog, driver: str, stored: Decimal) -> Fact | None:
    """The usual number of what makes work, in the usual ratio to our partners where the plan has
    that one; None for one the catalog does not have.
    """
    usual = {one.id: one.usual for one in catalog.drivers}
    told = bundle.workshop.initiative.partners
    if driver not in usual or told is None or driver == drafting.PARTNERS:
        return usual.get(driver)
    if drafting.drivers(catalog, told).get(driver) != stored:
        return usual[driver]
    return usual[driver].model_copy(update={"value": stored, "basis": Basis.ASSUMED})
