"""Usual salaries at the price level of a state: a first guess where nobody has asked what people
are paid there.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import points
from cidesign.domain.guidance import Region
from cidesign.domain.plan import Role
from cidesign.text import say

COUNTRY = Decimal(100)
_HUNDRED = Decimal(100)


def region_named(catalog: Catalog, id: str) -> Region | None:
    """The region with this id; None where there is none, so that the whole country's figures are
    used.
    """
    return next((region for region in catalog.regions if region.id == id), None)


def at_prices_of(roles: Iterable[Role], region: Region | None) -> tuple[Role, ...]:
    """Roles with salaries at a region's price level, to the next hundred dollars; as they were
    where there is no region.

    Said to be assumed wherever it is shown (``note``): a price level is no pay scale.
    """
    if region is None:
        return tuple(roles)
    return tuple(
        role.model_copy(update={"salary_usd": _adjusted(role.salary_usd, region)}) for role in roles
    )


def _adjusted(salary_usd: Decimal, region: Region) -> Decimal:
    hundreds = salary_usd * region.index.value / COUNTRY / _HUNDRED
    return hundreds.to_integral_value(ROUND_HALF_UP) * _HUNDRED


def note(catalog: Catalog, region: Region | None) -> str:
    """Where the adjusted salaries come from, and that they are assumed."""
    if region is None:
        return say(
            "Usual salaries of the whole country. What people are paid near you may differ: "
            "assumed."
        )
    source = catalog.source(region.index.source)
    return say(
        "Usual salaries times {index} / 100, the price level of {region} in {year} ({source}). "
        "Assumed: this index measures prices, not pay.",
        index=points(region.index.value),
        region=region.label,
        year=region.index.as_of.year,
        source=source.name,
    )
