"""The sheet Criteria and points: weights, the panel's values and the points as formulas; while a
round is open, the weights only.
"""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cidesign.domain.rules import RuleSheet
from cidesign.domain.workshop import Bundle
from cidesign.memo.seal import beside
from cidesign.report.sheets import paper
from cidesign.text import say
from cidesign.views.compare.view import CandidateRow, compare_view

FIRST = 5
"""The first column of candidates."""


def write(book: Workbook, bundle: Bundle) -> None:
    """Add the sheet."""
    made = paper.sheet(book, say("Criteria and points"), (40, 12, 12, 12, *([18] * 8)), wide=True)
    row = paper.title(made, say("Criteria and points"))
    if bundle.rules is None:
        paper.paragraph(made, row, [say("There is no rule sheet yet.")])
        return
    rows: tuple[CandidateRow, ...] = ()
    if bundle.workshop.round_is_open:
        note = say(
            "A round of scoring is open: nobody's scores or points are shown before it closes."
        )
    else:
        view = compare_view(bundle)
        rows = view.rows if view.has_values else ()
        note = (
            say(
                "Points are the sum of weight × (value − worst) ÷ (best − worst). Values are the "
                "panel's."
            )
            if rows
            else " ".join(view.missing)
        )
    paper.words(made.cell(2, 1), note, muted=True)
    _table(
        made,
        paper.paragraph(made, row, beside(bundle)) if beside(bundle) else row,
        bundle.rules,
        rows,
    )


def _table(made: Worksheet, row: int, rules: RuleSheet, rows: tuple[CandidateRow, ...]) -> None:
    heads = [
        say("Criterion"),
        say("Weight"),
        say("Worst"),
        say("Best"),
        *(one.label for one in rows),
    ]
    row = first = paper.headings(made, row, heads, figures=range(2, len(heads) + 1))
    for criterion in rules.criteria:
        paper.words(made.cell(row, 1), criterion.name, wrap=True)
        paper.number(made.cell(row, 2), criterion.weight, paper.PLAIN, yellow=True)
        paper.number(made.cell(row, 3), criterion.scale.worst, paper.PLAIN)
        paper.number(made.cell(row, 4), criterion.scale.best, paper.PLAIN)
        for column, one in enumerate(rows, start=FIRST):
            value = one.cells.get(criterion.id)
            if value is None:
                paper.words(made.cell(row, column), "–")
            else:
                paper.number(made.cell(row, column), float(value), paper.PLAIN)
        row += 1
    last = row - 1
    paper.words(made.cell(row, 1), say("Sum of weights, and points"), bold=True)
    paper.number(made.cell(row, 2), f"=SUM(B{first}:B{last})", paper.PLAIN)
    for column in range(FIRST, FIRST + len(rows)):
        paper.number(
            made.cell(row, column), _points(rules, get_column_letter(column), first, last), "0.00"
        )
    paper.total(made, row, range(1, FIRST + len(rows)))
    paper.words(made.cell(row + 1, 1), say("Place"))
    for column, one in enumerate(rows, start=FIRST):
        paper.words(
            made.cell(row + 1, column),
            str(one.rank)
            if one.rank
            else say("no place: {why}", why="; ".join(one.unranked_because)),
            wrap=True,
        )


def _points(rules: RuleSheet, letter: str, first: int, last: int) -> str:
    cells = f"{letter}{first}:{letter}{last}"
    product = (
        f"$B{first}:$B{last}*({cells}-$C{first}:$C{last})/($D{first}:$D{last}-$C{first}:$C{last})"
    )
    rounded = (
        f"ROUND({product},{rules.rounding.points})"
        if rules.rounding.points is not None
        else product
    )
    return f'=IF(COUNT({cells})=ROWS({cells}),SUMPRODUCT({rounded}),"–")'
