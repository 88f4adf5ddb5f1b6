"""The years ahead row by row: what each year needs, has and keeps, and what each source of money
pays for.
"""

from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import listed, rounded
from cidesign.domain.outlook import Award, OutlookPlan, OutlookYear
from cidesign.domain.reading import covered_share, weakest
from cidesign.domain.value import months_after, plain
from cidesign.outlook import months_of_reserve
from cidesign.text import mark, say

MONTHS = 12
AHEAD = {
    12: mark("once a year, ahead"),
    3: mark("every three months, ahead"),
    1: mark("every month"),
}


@dataclass(frozen=True)
class YearRow:
    """One year in figures.

    Args:
        label: the calendar year, or both where the year runs across two.
        covered: share of all hours needed that the team covers, 0 to 1; None where nothing is
            needed.
        weakest: label of the function covered least, with its share.
        reserve_months: months of this year's cost that its closing reserve pays; None where it
            costs nothing.
        below_target: whether that is less than the target.
        raw: the year as the engine has it.
    """

    label: str
    need_hours: float
    capacity_hours: float
    covered: float | None
    weakest: str
    weakest_share: float | None
    fte: float
    reserve_months: float | None
    below_target: bool
    raw: OutlookYear


@dataclass(frozen=True)
class AwardRow:
    """One source of money, in words: when it pays and what it may pay for."""

    id: str
    usd: float
    from_month: str
    to_month: str
    pays: str
    pays_for: str


def year_row(place: int, years: OutlookPlan, year: OutlookYear, catalog: Catalog) -> YearRow:
    """The place-th year of the outlook."""
    least = weakest(year.coverage)
    kept = months_of_reserve(year)
    first, last = (months_after(years.start, MONTHS * place + shift)[:4] for shift in (0, 11))
    return YearRow(
        label=first if first == last else f"{first}/{last[2:]}",
        need_hours=sum(year.need_hours.values()),
        capacity_hours=sum(year.capacity_hours.values()),
        covered=covered_share(year.need_hours, year.coverage),
        weakest=catalog.labels.functions[least] if least else "",
        weakest_share=year.coverage[least] if least else None,
        fte=sum(year.fte.values()),
        reserve_months=kept,
        below_target=kept is not None and kept < float(years.reserve_target_months),
        raw=year,
    )


def award_row(award: Award, catalog: Catalog) -> AwardRow:
    """A source of money, told in words."""
    days, ahead = award.pays.arrears_days, award.pays.ahead_months
    pays = (
        say(AHEAD[ahead or 12])
        if days is None
        else say("{days} days after it was spent", days=days)
    )
    pays_for = listed([catalog.labels.functions[function] for function in award.functions]) or say(
        "anything"
    )
    return AwardRow(award.id, float(award.usd), award.from_, award.to, pays, pays_for)


def tenths(number: float) -> str:
    """A number of months, to a tenth."""
    return plain(rounded(number, "0.1"))
