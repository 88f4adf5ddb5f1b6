"""The sheet By function: the hours booked, what each function costs, how much of its need is
covered; and where gifts are placed.
"""

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from cidesign.domain.plan import Line
from cidesign.domain.words import Function
from cidesign.report.sheets import paper
from cidesign.report.sheets.budgeted import NOBODY, Budgeted, Post, name, paid
from cidesign.text import say

SHEET = "By function"
FUNCTION_COLUMNS = range(2, 8)


def write(book: Workbook, told: Budgeted) -> None:
    """Add the sheet; a function's cost bears a name, such as ``function_cost_vision``."""
    made = paper.sheet(book, SHEET, (44, *([15] * 8)), wide=True)
    row = paper.title(
        made,
        say("By function"),
        say(
            "Hours a month, dollars a year. A function's cost holds no office, no time for leading "
            "and no unassigned time."
        ),
    )
    heads = [
        say("What"),
        *(told.function(function) for function in told.functions),
        say("No function"),
        say("Together"),
    ]
    row = paper.headings(made, row, heads, figures=range(2, 10))
    sheet = _ByFunction(book, made, told)
    row = sheet.booked(paper.section(made, row, say("Hours booked (paid)"), 9))
    row = sheet.bought(paper.section(made, row + 1, say("Hours bought"), 9))
    row = sheet.covered(paper.section(made, row + 1, say("Coverage"), 9))
    row = sheet.gifts(paper.section(made, row + 1, say("Gifts in kind, as placed"), 9))
    sheet.cost(paper.section(made, row + 1, say("Cost"), 9))


class _ByFunction:
    """Rows with one column for each function."""

    def __init__(self, book: Workbook, made: Worksheet, told: Budgeted) -> None:
        self._book, self._made, self._told = book, made, told

    def _columns(self) -> Iterator[tuple[Function, int, str]]:
        for function, column in zip(self._told.functions, FUNCTION_COLUMNS):
            yield function, column, get_column_letter(column)

    def _row(
        self,
        row: int,
        label: str,
        cells: dict[Function, str],
        format: str,
        *,
        names: str = "",
        strong: bool = False,
    ) -> int:
        paper.words(self._made.cell(row, 1), label, bold=strong)
        for function, column, letter in self._columns():
            if function in cells:
                paper.number(
                    self._made.cell(row, column), f"={cells[function]}", format, bold=strong
                )
                if names:
                    self._name(name(names, function), letter, row)
        if strong:
            paper.total(self._made, row, range(1, 10))
        return row + 1

    def _name(self, names: str, letter: str, row: int) -> None:
        self._book.defined_names[names] = DefinedName(names, attr_text=f"'{SHEET}'!${letter}${row}")

    def _across(self, row: int, format: str, *, last: str = "H") -> None:
        paper.number(self._made.cell(row, 9), f"=SUM(B{row}:{last}{row})", format)

    def _sums(self, row: int, first: int, format: str, label: str, names: str) -> int:
        cells = {
            function: f"SUM({letter}{first}:{letter}{row - 1})" if row > first else "0"
            for function, _, letter in self._columns()
        }
        after = self._row(row, label, cells, format, names=names, strong=True)
        self._across(row, format, last="G")
        return after

    def booked(self, row: int) -> int:
        """Each role's hours by function, what nothing needs, and the sums."""
        first = row
        for post in self._told.all_posts():
            cells = {
                function: _time(post, function)
                for function in self._told.functions
                if function in post.role.does
            }
            spent = paper.summed(cells.values())
            self._row(row, self._told.post(post), cells, paper.HOURS)
            paper.number(self._made.cell(row, 8), f"={_hours(post)}-({spent})", paper.HOURS)
            self._name(name("unassigned", *post.key), "H", row)
            self._across(row, paper.HOURS)
            row += 1
        after = self._sums(row, first, paper.HOURS, say("Hours booked together"), "booked")
        effective = {
            function: paper.summed(
                f"{name('does', post.role.id, function)}*{_time(post, function)}"
                for post in self._told.all_posts()
                if function in post.role.does
            )
            for function in self._told.functions
        }
        return self._row(
            after, say("Worth, in effective hours"), effective, paper.HOURS, names="effective"
        )

    def bought(self, row: int) -> int:
        """Hours each purchase buys by function, and how many of them count."""
        first = row
        for line in self._told.plan.lines:
            cells = {
                function: f"({_line_hours(line)})*{_part(line, function)}"
                for function in line.functions
            }
            self._row(row, self._told.line(line), cells, paper.HOURS)
            self._across(row, paper.HOURS)
            row += 1
        after = self._sums(row, first, paper.HOURS, say("Hours bought together"), "bought")
        counted = {
            function: f"MIN({name('bought', function)},(1-people_only)*{name('need', function)})"
            for function in self._told.functions
        }
        return self._row(
            after,
            say("Of them counted (money cannot replace people)"),
            counted,
            paper.HOURS,
            names="counted",
        )

    def covered(self, row: int) -> int:
        """Need, coverage, floor, and what the coverage is worth."""
        functions = self._told.functions
        self._row(
            row,
            say("Hours needed"),
            {function: name("need", function) for function in functions},
            paper.HOURS,
        )
        self._across(row, paper.HOURS)
        coverage = {
            function: _where_needed(
                function, f"MIN(1,{_hours_there(function)}/{name('need', function)})"
            )
            for function in functions
        }
        row = self._row(
            row + 1, say("Coverage"), coverage, paper.SHARE, names="coverage", strong=True
        )
        below, kept = paper.quoted(say("below")), paper.quoted(say("kept"))
        floors = {
            function: _where_needed(
                function,
                f"IF({name('coverage', function)}<{name('floor', function)}-0.000001,{below},{kept})",
            )
            for function in functions
        }
        row = self._row(row, say("Floor"), floors, "@")
        worth = {
            function: f"IF({name('need', function)}>0,{self._worth(function)},0)"
            for function in functions
        }
        row = self._row(row, say("Points for this coverage"), worth, paper.POINTS, names="worth")
        counting = {
            function: f"{name('need', function)}*{name('priority', function)}"
            for function in functions
        }
        row = self._row(
            row, say("Hours needed × times an hour counts"), counting, paper.PLAIN, names="counting"
        )
        paper.words(
            self._made.cell(row, 1), say("Plan score, 0 to 100 (coverage, not impact)"), bold=True
        )
        products = paper.summed(
            f"{name('worth', function)}*{name('counting', function)}" for function in functions
        )
        shares = paper.summed(name("counting", function) for function in functions)
        paper.number(
            self._made.cell(row, 9),
            f"=IF(({shares})>0,({products})/({shares}),0)",
            paper.POINTS,
            bold=True,
        )
        self._name("plan_score", "I", row)
        return row + 1

    def _worth(self, function: Function) -> str:
        """Points of a coverage: the least of the straight pieces of the curve, and of its top."""
        coverage, pieces, before = name("coverage", function), [], ("0", "0")
        for place in range(1, len(self._told.plan.benefit_curve) + 1):
            point = (name("curve_coverage", str(place)), name("curve_points", str(place)))
            slope = f"({point[1]}-{before[1]})/({point[0]}-{before[0]})"
            pieces.append(f"{before[1]}+{slope}*({coverage}-{before[0]})")
            before = point
        return f"MIN({before[1]},{','.join(pieces)})"

    def gifts(self, row: int) -> int:
        """Where gifts lie: the plan's share of them, never more than the cost there."""
        for target in self._told.targets():
            given = paper.summed(
                name("gift", gift.id) for gift in self._told.plan.in_kind if gift.offsets == target
            )
            paper.words(self._made.cell(row, 1), self._told.target(target))
            for one, function in self._told.placed():
                if one != target:
                    continue
                column = (
                    8
                    if function == NOBODY
                    else FUNCTION_COLUMNS[self._told.functions.index(Function(function))]
                )
                formula = f"=MAX(0,MIN({name('placed', target, function)}*({given}),{self._cost_there(target, function)}))"
                paper.number(self._made.cell(row, column), formula, paper.USD)
                self._name(name("lies", target, function), get_column_letter(column), row)
            self._across(row, paper.USD)
            self._name(name("in_kind", target), "I", row)
            row += 1
        return row

    def _cost_there(self, target: str, function: str) -> str:
        kind, _, id = target.partition(":")
        if kind == "office":
            return "office_cost"
        if kind == "line":
            line = next(one for one in self._told.plan.lines if one.id == id)
            return (
                f"{name('line', id)}*{_part(line, Function(function))}"
                if function != NOBODY
                else "0"
            )
        role = next(one for one in self._told.plan.roles if one.id == id)
        return paper.summed(
            f"{name('unassigned', *post.key) if function == NOBODY else _time(post, Function(function))}"
            f"*{_hour(post)}"
            for post in self._told.posts(role)
        )

    def cost(self, row: int) -> int:
        """Each role's and purchase's cost by function, with indirect cost and after gifts; and the
        sums.
        """
        first, rate = row, 'IF(overhead_kind="indirect",overhead_rate,0)'
        for post in self._told.all_posts():
            role, first_of_role = post.role, self._told.posts(post.role)[0]
            cells = {
                function: f"({_time(post, function)}*{_hour(post)}-{self._gift(f'role:{role.id}', function) if post == first_of_role else 0})*(1+{rate})"
                for function in self._told.functions
                if function in role.does
            }
            self._row(row, self._told.post(post), cells, paper.USD)
            self._across(row, paper.USD)
            row += 1
        for line in self._told.plan.lines:
            bears = f"(1+{rate}*{name('bears_indirect', line.id)})"
            cells = {
                function: f"({name('line', line.id)}*{_part(line, function)}-{self._gift(f'line:{line.id}', function)})*{bears}"
                for function in line.functions
            }
            self._row(row, self._told.line(line), cells, paper.USD)
            self._across(row, paper.USD)
            row += 1
        return self._sums(row, first, paper.USD, say("Cost of the function"), "function_cost")

    def _gift(self, target: str, function: Function) -> str:
        return (
            name("lies", target, function)
            if (target, str(function)) in set(self._told.placed())
            else "0"
        )


def _where_needed(function: Function, formula: str) -> str:
    return f'IF({name("need", function)}>0,{formula},"")'


def _hours_there(function: Function) -> str:
    return f"({name('effective', function)}+{name('counted', function)})"


def _hours(post: Post) -> str:
    """Hours a month of a post, the mean of the year."""
    part = f"*{name('works', *post.key)}" if post.hours_share != 1 else ""
    return f"{name('fte', *post.key)}*hours_per_fte{part}"


def _time(post: Post, function: Function) -> str:
    return f"{name('time', *post.key, function)}*{_hours(post)}"


def _hour(post: Post) -> str:
    """Dollars a year of one hour a month."""
    role = post.role.id
    part = ""
    if post.hours_share != 1:
        part = f"*{paid(post)}/{name('works', *post.key)}"
    return f"{name('salary', role)}*(1+{name('benefits', role)}){part}/hours_per_fte"


def _part(line: Line, function: Function) -> str:
    return f"{name('for', line.id, function)}/({paper.summed(name('for', line.id, one) for one in line.functions)})"


def _line_hours(line: Line) -> str:
    """Hours a month of a spend: the fixed part, then along the steps; nothing where nothing is
    spent.
    """
    usd, fixed = name("line", line.id), name("fixed_usd", line.id)
    before, parts = [fixed], [name("fixed_hours", line.id)]
    for place in range(1, len(line.pieces) + 1):
        piece = name("piece_usd", line.id, str(place))
        left = f"{usd}-{'-'.join(before)}"
        parts.append(f"MAX(0,MIN({piece},{left}))/1000*{name('piece_hours', line.id, str(place))}")
        before.append(piece)
    return f"IF(AND({usd}=0,{fixed}>0),0,{'+'.join(parts)})"
