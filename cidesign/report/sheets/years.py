"""The sheet Years: the outlook year by year and month by month; what the engine found are values,
what adds up is a formula.
"""

from openpyxl import Workbook

from cidesign.domain.figures import month
from cidesign.domain.value import MONTHS
from cidesign.report.sheets import paper
from cidesign.text import say
from cidesign.views.outlook.view import OutlookView


def write(book: Workbook, view: OutlookView) -> None:
    """Add the sheet; without years it says what is missing."""
    made = paper.sheet(book, say("Years"), (24, *([15] * 9)), wide=True)
    found = view.outlook
    note = say(
        "Cost and cash of a year are the sums of its months below. Years are counted from the "
        "start of the outlook."
    )
    row = paper.title(made, say("Years"), note if found.years else "")
    if not found.years:
        paper.paragraph(made, row, [view.answer, view.and_line])
        return
    first = row + len(found.years) + 6
    heads = (
        say("Year"),
        say("Hours needed a month"),
        say("Hours covered a month"),
        say("Coverage"),
        say("FTE"),
        say("Cost of the year"),
        say("Cash received"),
        say("Grants that cannot be spent"),
        say("Free cash at the end"),
        say("Lacking more"),
    )
    row = paper.headings(made, row, heads, figures=range(2, 11))
    begin = row
    for place, (year, told) in enumerate(zip(found.years, view.rows, strict=True)):
        months = (first + place * MONTHS, first + place * MONTHS + MONTHS - 1)
        paper.words(made.cell(row, 1), told.label)
        paper.number(made.cell(row, 2), sum(year.need_hours.values()), paper.HOURS)
        paper.number(made.cell(row, 3), sum(year.capacity_hours.values()), paper.HOURS)
        paper.number(made.cell(row, 4), f'=IF(B{row}>0,C{row}/B{row},"")', paper.SHARE)
        paper.number(made.cell(row, 5), sum(year.fte.values()), paper.PLAIN)
        paper.number(made.cell(row, 6), f"=SUM(C{months[0]}:C{months[1]})", paper.USD)
        paper.number(made.cell(row, 7), f"=SUM(B{months[0]}:B{months[1]})", paper.USD)
        paper.number(made.cell(row, 8), year.grants_unspendable_usd, paper.USD)
        paper.number(made.cell(row, 9), f"=D{months[1]}", paper.USD)
        before = f"MAX(0,-I{row - 1})" if place else "0"
        paper.number(made.cell(row, 10), f"=MAX(0,MAX(0,-I{row})-{before})", paper.USD)
        row += 1
    paper.words(made.cell(row, 1), say("All years"), bold=True)
    for column in (6, 7, 8, 10):
        letter = "ABCDEFGHIJ"[column - 1]
        paper.number(made.cell(row, column), f"=SUM({letter}{begin}:{letter}{row - 1})", paper.USD)
    paper.total(made, row, range(1, 11))
    row = paper.section(made, row + 2, say("Month by month"), 4)
    row = paper.headings(
        made,
        row,
        [say("Month"), say("Cash received"), say("Cost"), say("Free cash at its end")],
        figures={2, 3, 4},
        freeze=False,
    )
    while row < first:
        row += 1
    for one in found.months:
        paper.words(made.cell(row, 1), month(one.month))
        paper.number(made.cell(row, 2), one.funding_usd, paper.USD)
        paper.number(made.cell(row, 3), one.cost_usd, paper.USD)
        paper.number(made.cell(row, 4), one.free_cash_usd, paper.USD)
        row += 1
    paper.paragraph(
        made,
        row + 1,
        [
            say(
                "Free cash below 0 is lacking; what a year lacks more than the year before stands in "
                "the last column."
            ),
            *view.assumptions,
        ],
    )
