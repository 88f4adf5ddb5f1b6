"""The years ahead row by row: what each year needs, has and keeps."""

from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import rounded
from cidesign.domain.outlook import OutlookPlan, OutlookYear
from cidesign.domain.reading import covered_share, weakest
from cidesign.domain.value import MONTHS, months_after, plain
from cidesign.outlook import months_of_reserve


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


def year_row(place: int, years: OutlookPlan, year: OutlookYear, catalog: Catalog) -> YearRow:
    """The place-th year of the outlook."""
    least = weakest(year.coverage)
    kept = months_of_reserve(year)
    return YearRow(
        label=label_of_year(years.start, place),
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


def label_of_year(start: str, place: int) -> str:
    """The calendar year of the place-th year, or both where it runs across two."""
    first, last = (months_after(start, MONTHS * place + shift)[:4] for shift in (0, 11))
    return first if first == last else f"{first}/{last[2:]}"


def tenths(number: float) -> str:
    """A number of months, to a tenth."""
    return plain(rounded(number, "0.1"))
