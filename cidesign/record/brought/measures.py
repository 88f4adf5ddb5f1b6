"""Measures as people have them: a list of indicators with where we stand, where we want to be, and
who holds the data.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from cidesign.domain.measures import MEASURES, About, Often, Whose, by_year_cell, by_year_in
from cidesign.domain.problem import Wrong
from cidesign.domain.value import plain
from cidesign.domain.worded import Worded
from cidesign.record.brought.cells import is_nothing, number_in, yes_or_no
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.into_list import Cells, held_rows, into_list, rows_by_id
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.partners_named import NOBODY, PartnersNamed
from cidesign.record.brought.rhythms import times_a_year
from cidesign.record.brought.spelling import bare, folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.text import say

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_HEAD = re.compile(
    r"(?:FY|SY|year)?[\s-]*((?:19|20)\d\d)\s*(?:actual|actuals|result|results|value|data)?",
    re.IGNORECASE,
)
_NAMES = heard(
    *("name", "indicator", "measure", "metric", "indicators", "measures"),
    *("indicator name", "measure name", "shared measure", "kpi", "outcome"),
)
OF_YEAR = "year:"
"""Begins the id of a column that holds what measures were in one year."""
MOST_ABOVE = 20
"""The names of the columns stand in one of the first rows."""
_OFTEN = ((12, Often.MONTHLY), (4, Often.QUARTERLY), (2, Often.TWICE_A_YEAR), (1, Often.YEARLY))


def measures(table: TableAtHand, findings: Findings) -> Draft:
    """The measures of a table; those that stand here and not in it stay as they are. Who answers
    for one is told by name, and is on the list of partners.
    """
    asked = (*fields(), *_years(table))
    lines = listed(table, asked, findings, first="name", keeps=True)
    held = held_rows(table.bundle, MEASURES)
    known = PartnersNamed(table, findings)
    rows = rows_by_id(lines, table.bundle.measures, held, findings, otherwise="measure")
    found = [_with_years(_as_held(row, known), held) for row in rows]
    shape = say("one row for each measure")
    return into_list(found, table.bundle, MEASURES, held, findings, shape)


def _as_held(row: Cells, known: PartnersNamed) -> Cells:
    if "owners" not in row:
        return row
    return {**row, "owners": "; ".join(known.ids(row["owners"]))}


def _years(table: TableAtHand) -> tuple[Field, ...]:
    """A field for each year that heads a column, in the row that names the measures too."""
    names = {bare(one) for one in _NAMES}
    for row in table.grids[0].rows[:MOST_ABOVE]:
        if names & {bare(cell) for cell in row if cell}:
            years = {
                cell: found[1] for cell in row if (found := _YEAR_HEAD.fullmatch(cell.strip()))
            }
            return tuple(_of_year(head, year) for head, year in years.items())
    return ()


def _of_year(head: str, year: str) -> Field:
    label, wants = say("What it was in {year}", year=year), say("write a number such as 61")
    return Field(f"{OF_YEAR}{year}", label, (folded(head),), _value, wants, number=True)


def _value(text: str) -> str | None:
    """A number as the record writes it; of a percentage the number before its sign."""
    number = number_in(text)
    if number is None:
        return "" if is_nothing(text) else None
    return None if number.of is not None or number.words else plain(number.value)


def _with_years(row: Cells, held: Mapping[str, Mapping[str, str]]) -> Cells:
    """What columns of years hold, in one cell beside the years that are here."""
    told = {key.removeprefix(OF_YEAR): cell for key, cell in row.items() if OF_YEAR in key and cell}
    cells = {key: cell for key, cell in row.items() if OF_YEAR not in key}
    if told:
        before = cells.get("by_year") or held.get(row["id"], {}).get("by_year", "")
        try:
            whole = dict(by_year_in(before)) | {int(year): Fraction(n) for year, n in told.items()}
            cells["by_year"] = by_year_cell(sorted(whole.items()))
        except Wrong:  # it is told by its row once the list is read
            cells["by_year"] = before
    return cells


def fields() -> tuple[Field, ...]:
    """What is known of a measure."""
    yes = say("write yes or no")
    return (
        Field(
            "name",
            say("What we measure"),
            _NAMES,
        ),
        Field(
            "definition",
            say("How it is counted, of whom"),
            heard("definition", "how measured", "how it is measured", "description", "instrument"),
        ),
        Field("baseline", say("Where we stand"), heard("baseline", "current", "now", "today")),
        Field("target", say("Where we want to be"), heard("target", "goal", "benchmark")),
        Field(
            "target_year",
            say("By the year"),
            heard("target year", "year", "by when", "target date", "by", "due"),
            _year,
            say("write a year such as 2030"),
        ),
        Field(
            "split_by",
            say("Split by which groups"),
            heard(
                *("split by", "broken down by", "disaggregated by", "disaggregation", "breakdown"),
                *("subgroups", "by group", "split"),
            ),
        ),
        Field(
            "holder",
            say("Who holds the data"),
            heard("data source", "source", "holder", "data holder", "source of data", "data from"),
        ),
        Field(
            "how_often",
            say("How often we look at it"),
            heard("how often", "frequency", "reporting frequency", "reported", "timing"),
            _often,
            say("write monthly, quarterly, yearly or less often"),
        ),
        Field(
            "whose",
            say("Whose measure"),
            heard("whose", "shared or own"),
            lambda text: _word(Whose, text),
            say("write one of {known}", known=", ".join(Whose)),
        ),
        Field(
            "owners",
            say("Who answers for it"),
            heard(
                *("owner", "owners", "responsible", "responsible partner", "lead", "lead partner"),
                *("accountable", "who is responsible", "responsible organization"),
            ),
            several=True,
        ),
        Field(
            "about",
            say("What it is about"),
            heard("about", "type", "kind of measure", "type of measure", "level"),
            lambda text: _word(About, text),
            say("write one of {known}", known=", ".join(About)),
        ),
        Field(
            "counts_people",
            say("It only counts people who were reached"),
            heard("counts people", "head count only", "output only"),
            yes_or_no,
            yes,
        ),
        Field(
            "by_year",
            say("What it was, year by year"),
            heard("by year", "values by year", "results by year", "history"),
        ),
        Field(
            "by_group",
            say("What it was last, group by group"),
            heard("values by group", "results by group", "figures by group"),
        ),
        Field("id", say("Short name (id)"), heard("short name", "measure id", "indicator id")),
    )


def _word(kind: type[Worded], text: str) -> str | None:
    told = folded(text)
    hits = [one for one in kind if told in (folded(one.value), folded(say(one.in_words)))]
    return hits[0].value if hits and hits[0] else None


def _year(text: str) -> str | None:
    found = _YEAR.search(text)
    return "" if folded(text) in NOBODY else found[0] if found else None


def _often(text: str) -> str | None:
    """The nearest rhythm that is not more often than what is written."""
    if folded(text) in NOBODY:
        return ""
    if ours := _word(Often, text):
        return ours
    times = times_a_year(text)
    if times is None:
        return None
    return next((one for least, one in _OFTEN if float(times) >= least), Often.LESS_OFTEN)
