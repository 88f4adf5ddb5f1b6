"""The memo's usual budgets in its own dollars and in those of any year, side by side."""

from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.dollars import PriceIndex
from cidesign.domain.figures import money_range
from cidesign.text import mark, say

FACTOR = "price_factor_2017_2025"
GROWTH = "salary_growth"
FIRST = 2017
YEARS = tuple(range(2016, 2031))
RANGES = (("budget_first_years", mark("First years")), ("budget_established", mark("Established")))


@dataclass(frozen=True)
class SideBySide:
    """A usual budget a year: its two ends in dollars of 2017, and in those of the year asked
    for.
    """

    id: str
    label: str
    low_usd_of_2017: float
    high_usd_of_2017: float
    low_usd: float
    high_usd: float


def index(catalog: Catalog) -> PriceIndex:
    """Labor cost at the two points in time at which it is known."""
    factor = catalog.price(FACTOR)
    return PriceIndex(FIRST, factor.as_of.year, float(factor.value))


def from_2017(catalog: Catalog, year: int) -> float:
    """Dollars of ``year`` for one of 2017.

    Even growth between the known points, none before the first; after the last known point by the
    usual growth of salaries, which is an assumption.
    """
    known = index(catalog)
    after = max(0, year - known.last)
    return known.from_first(year) * (1 + float(catalog.price(GROWTH).value)) ** after


def side_by_side(catalog: Catalog, year: int) -> tuple[SideBySide, ...]:
    """The memo's two ranges, in dollars of 2017 and in dollars of a year."""
    grown = from_2017(catalog, year)
    return tuple(
        SideBySide(id, say(label), low, high, low * grown, high * grown)
        for id, label in RANGES
        for low, high in [
            (float(catalog.price(f"{id}_low").value), float(catalog.price(f"{id}_high").value))
        ]
    )


def rows(catalog: Catalog, year: int) -> tuple[dict[str, str], ...]:
    """The same as a table: one row a range, its money in 2017 and in the year asked for."""
    there, now = say("Dollars of {year}", year=FIRST), say("Dollars of {year}", year=year)
    told = []
    for one in side_by_side(catalog, year):
        row = {
            say("Usual budget a year"): one.label,
            there: money_range(one.low_usd_of_2017, one.high_usd_of_2017),
        }
        if year != FIRST:
            row[now] = money_range(one.low_usd, one.high_usd)
        told.append(row)
    return tuple(told)


def note(catalog: Catalog, year: int) -> str:
    """How dollars of 2017 became dollars of this year, and which part of it is assumed."""
    known, factor = index(catalog), catalog.price(FACTOR)
    slots = {
        "memo": catalog.source(catalog.price(f"{RANGES[0][0]}_low").source).publisher,
        "first": known.first,
        "last": known.last,
        "factor": factor.value,
        "year": year,
        "index": catalog.source(factor.source).publisher,
    }
    if year <= known.first:
        return say(
            "The ranges as {memo} found them; it names no price year, {first} is assumed. No "
            "prices before the end of 2016 are counted in.",
            **slots,
        )
    if year < known.last:
        return say(
            "Ranges of {memo}, which names no price year: {first} is assumed. Labor cost grew by "
            "{factor} from then to {last} ({index}). Even growth in between is assumed.",
            **slots,
        )
    if year == known.last:
        return say(
            "Ranges of {memo}, which names no price year: {first} is assumed. Raised by the factor "
            "{factor} by which labor cost grew from then to {last} ({index}).",
            **slots,
        )
    return say(
        "Ranges of {memo}, which names no price year: {first} is assumed. Raised by {factor} for "
        "labor cost up to {last} ({index}). From there to {year} by {growth} a year, "
        "our usual growth of salaries: assumed.",
        **slots,
        growth=say("{percent} percent", percent=f"{float(catalog.price(GROWTH).value) * 100:g}"),
    )
