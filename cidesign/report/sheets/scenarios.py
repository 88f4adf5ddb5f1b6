"""The sheet Scenarios: our plan and what was saved side by side, with the plan's and the years'
figures that the page shows; by how much each differs from ours is a formula.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import month
from cidesign.domain.scenario import Figures
from cidesign.domain.workshop import Bundle
from cidesign.report.sheets import paper
from cidesign.text import mark, say
from cidesign.views.scenarios.view import Side
from cidesign.views.scenarios.what_if import telling
from cidesign.views.scenarios.what_if_words import asks


@dataclass(frozen=True)
class _Row:
    """One figure of a plan and its years; ``of`` gives None where it is not known."""

    label: str
    of: Callable[[Figures], Decimal | None]
    format: str


_ROWS = (
    _Row(mark("Budget"), lambda of: of.budget_usd, paper.USD),
    _Row(mark("Cost"), lambda of: of.cost_usd, paper.USD),
    _Row(mark("Plan score"), lambda of: of.plan_score, paper.POINTS),
    _Row(mark("FTE"), lambda of: of.fte, paper.PLAIN),
    _Row(mark("Hours covered"), lambda of: of.covered, paper.SHARE),
    _Row(mark("Least covered function: its share"), lambda of: of.least, paper.SHARE),
    _Row(mark("Still to raise"), lambda of: of.to_raise_usd, paper.USD),
    _Row(mark("Missing at the end"), lambda of: of.missing_usd, paper.USD),
    _Row(mark("Bridge needed"), lambda of: of.bridge_usd, paper.USD),
)


def write(book: Workbook, sides: Sequence[Side], bundle: Bundle, catalog: Catalog) -> None:
    """Add the sheet.

    Args:
        sides: ours first, then what was saved.
    """
    columns = len(sides) + 1
    made = paper.sheet(book, say("Scenarios"), (34, *([20] * len(sides))), wide=True)
    note = say("As the app found them. A locked scenario keeps the figures it was locked with.")
    row = paper.title(made, say("Scenarios"), note)
    heads = [say("Figure"), *(side.option.label for side in sides)]
    row = paper.headings(made, row, heads, figures=range(2, columns + 1))
    first = row
    for one in _ROWS:
        paper.words(made.cell(row, 1), say(one.label))
        for place, side in enumerate(sides, start=2):
            if (value := one.of(side.figures)) is not None:
                paper.number(made.cell(row, place), value, one.format)
        row += 1
    row = _in_words(made, row, sides, bundle, catalog)
    row = paper.section(made, row + 1, say("More or less than our plan"), columns)
    for place, one in enumerate(_ROWS):
        paper.words(made.cell(row, 1), say(one.label))
        for column, side in enumerate(sides[1:], start=3):
            if one.of(side.figures) is None or one.of(sides[0].figures) is None:
                continue
            letter = get_column_letter(column)
            formula = f"={letter}{first + place}-$B{first + place}"
            paper.number(made.cell(row, column), formula, one.format)
        row += 1


def _in_words(
    made: Worksheet, row: int, sides: Sequence[Side], bundle: Bundle, catalog: Catalog
) -> int:
    """What no number says; gives the next free row."""
    functions = catalog.labels.functions
    told: tuple[tuple[str, Callable[[Side], str]], ...] = (
        (
            say("Least covered function"),
            lambda side: functions[side.figures.weakest] if side.figures.weakest else "",
        ),
        (say("Runs out"), lambda side: _ends(side.figures)),
        (say("What if"), lambda side: _asks(side, bundle, catalog)),
        (say("Locked"), lambda side: say("yes") if side.lock else say("no")),
    )
    for label, of in told:
        paper.words(made.cell(row, 1), label)
        for place, side in enumerate(sides, start=2):
            paper.words(made.cell(row, place), of(side), wrap=True)
        row += 1
    return row


def _ends(of: Figures) -> str:
    if not of.has_years or of.to is None:
        return ""
    if of.runs_out is None:
        return say("not by {month}", month=month(of.to))
    return month(of.runs_out)


def _asks(side: Side, bundle: Bundle, catalog: Catalog) -> str:
    kept = side.option.saved
    return asks(kept.what_if, telling(bundle, catalog, kept)).plain if kept else ""
