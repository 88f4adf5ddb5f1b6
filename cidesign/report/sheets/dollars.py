"""The sheet Dollars: who pays what and what it is for, as the app found it; what adds up is a
formula.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cidesign.domain.flows import MANAGEMENT, Flow, WhoPays, year_cost
from cidesign.report.sheets import paper
from cidesign.report.sheets.budgeted import Budgeted
from cidesign.text import say
from cidesign.views.team.dollars import Dollars, dollars, management_means
from cidesign.views.team.left_over import left_over

SHEET = "Dollars"
CENT = Decimal("0.005")
LEAST_COLUMNS = 4
K = TypeVar("K")


def write(book: Workbook, told: Budgeted) -> None:
    """Add the sheet."""
    seen = dollars(told.bundle, told.catalog.labels, told.plan, told.found)
    columns = max(len(seen.who), LEAST_COLUMNS - 1)
    made = paper.sheet(book, SHEET, (44, *([18] * (columns + 1))), wide=True)
    note = say(
        "Dollars of the first year. Who pays what is the app's answer, so it does not follow "
        "when an input is changed; what adds up is a formula."
    )
    row = paper.title(made, say("Where each dollar goes"), note)
    row = _crossed(made, row, say("What is paid"), seen, seen.items, by_item=True)
    row = _crossed(made, row + 1, say("What for"), seen, seen.uses, by_item=False)
    row = _by_function(made, row + 1, seen)
    paper.paragraph(made, row + 1, [management_means(), *left_over(seen)])


def _crossed(
    made: Worksheet,
    row: int,
    what: str,
    seen: Dollars,
    labels: Mapping[K, str],
    *,
    by_item: bool,
) -> int:
    """Rows by what is paid or what for, a column for each who pays, sums at both ends."""
    heads = [what, *seen.who.values(), say("Together")]
    first = row = paper.headings(made, row, heads, figures=range(2, len(heads) + 1), freeze=by_item)
    last = get_column_letter(len(heads) - 1)
    for label, mine in _rows(seen.flows, labels, by_item=by_item).items():
        paper.words(made.cell(row, 1), label)
        for column, who in enumerate(seen.who, start=2):
            if who in mine:
                paper.number(made.cell(row, column), float(mine[who]), paper.USD)
        paper.number(made.cell(row, len(heads)), f"=SUM(B{row}:{last}{row})", paper.USD)
        row += 1
    paper.words(made.cell(row, 1), say("The whole budget"), bold=True)
    for column in range(2, len(heads) + 1):
        letter = get_column_letter(column)
        paper.number(made.cell(row, column), f"=SUM({letter}{first}:{letter}{row - 1})", paper.USD)
    paper.total(made, row, range(1, len(heads) + 1))
    return row + 1


def _rows(
    flows: Iterable[Flow], labels: Mapping[K, str], *, by_item: bool
) -> dict[str, dict[WhoPays, Decimal]]:
    found: dict[str, dict[WhoPays, Decimal]] = {label: {} for label in labels.values()}
    for one in flows:
        mine = found[labels[one.item if by_item else one.use]]  # type: ignore[index]
        mine[one.who] = mine.get(one.who, Decimal(0)) + one.usd
    return {label: mine for label, mine in found.items() if sum(mine.values()) >= CENT}


def _by_function(made: Worksheet, row: int, seen: Dollars) -> int:
    """What each use costs with the host's share on it, and the share of management."""
    year = year_cost(seen.plan, seen.found)
    heads = [say("What for"), say("Direct cost"), say("Host's share"), say("Together")]
    row = paper.headings(made, row, heads, figures={2, 3, 4}, freeze=False)
    first, places = row, {}
    amounts = [
        (use, seen.uses[use], one.direct_usd, one.host_usd)
        for use, one in year.uses.items()
        if one.usd >= CENT
    ]
    if year.fee_usd >= CENT:
        amounts.append(("", say("Fee of the host"), Decimal(0), year.fee_usd))
    for use, label, direct, host in amounts:
        places[use] = row
        paper.words(made.cell(row, 1), label)
        paper.number(made.cell(row, 2), float(direct), paper.USD)
        paper.number(made.cell(row, 3), float(host), paper.USD)
        paper.number(made.cell(row, 4), f"=B{row}+C{row}", paper.USD)
        row += 1
    paper.words(made.cell(row, 1), say("Cost of the year"), bold=True)
    for column in (2, 3, 4):
        letter = get_column_letter(column)
        paper.number(made.cell(row, column), f"=SUM({letter}{first}:{letter}{row - 1})", paper.USD)
    paper.total(made, row, range(1, 5))
    whole = row
    parts = [f"B{places[use]}" for use in MANAGEMENT if use in places]
    paper.words(made.cell(row + 1, 1), say("Management: leading, office and the host"))
    paper.number(made.cell(row + 1, 4), f"={paper.summed([*parts, f'C{whole}'])}", paper.USD)
    paper.words(made.cell(row + 2, 1), say("Management, of the cost"))
    share = f"=IF(D{whole}>0,D{row + 1}/D{whole},0)"
    paper.number(made.cell(row + 2, 4), share, paper.SHARE)
    return row + 3
