"""The sheet Budget: what the plan costs and who pays, every amount a formula over the sheet
Inputs.
"""

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from cidesign.domain.naming import payer_named
from cidesign.domain.words import Heading
from cidesign.report.sheets import paper
from cidesign.report.sheets.budgeted import Budgeted, Post, counts_desks, hires, name, paid
from cidesign.text import say
from cidesign.views.team.funders_form import NAMES, heading_of

SHEET = "Budget"


def write(book: Workbook, told: Budgeted) -> None:
    """Add the sheet; its sums bear names, such as ``cost`` and ``direct_cost``."""
    made = paper.sheet(book, SHEET, (46, 12, 18, 70), wide=True)
    year = told.plan.price_year
    note = say("Dollars of {year}, a year.", year=year) if year else say("Dollars a year.")
    row = paper.title(made, say("Budget"), note)
    row = paper.headings(
        made,
        row,
        [say("What"), say("FTE"), say("Dollars a year"), say("How it is computed")],
        figures={2, 3},
    )
    sums = _Sums(book, made)
    row = _posts(sums, told, paper.section(made, row, say("Posts"), 4))
    row = _lines(sums, told, paper.section(made, row + 1, say("Purchases"), 4))
    row = _office_and_gifts(
        sums, told, paper.section(made, row + 1, say("Office and gifts in kind"), 4)
    )
    row = _cost(sums, told, paper.section(made, row + 1, say("Cost"), 4))
    row = _money(sums, told, paper.section(made, row + 1, say("Who pays"), 4))
    _form(sums, told, paper.section(made, row + 1, say("As a funder's form"), 4))


class _Sums:
    """Writes rows and gives sums their names."""

    def __init__(self, book: Workbook, made: Worksheet) -> None:
        self._book, self.made = book, made

    def line(
        self,
        row: int,
        label: str,
        formula: str,
        how: str = "",
        *,
        names: str = "",
        strong: bool = False,
    ) -> int:
        """One amount; gives the next row."""
        paper.words(self.made.cell(row, 1), label, bold=strong)
        paper.number(self.made.cell(row, 3), f"={formula}", paper.USD, bold=strong)
        paper.words(self.made.cell(row, 4), how, muted=True)
        if strong:
            paper.total(self.made, row, range(1, 4))
        if names:
            self._book.defined_names[names] = DefinedName(names, attr_text=f"{SHEET}!$C${row}")
        return row + 1

    def name_fte(self, row: int) -> None:
        """Give the sum of all posts its name."""
        self._book.defined_names["all_posts"] = DefinedName(
            "all_posts", attr_text=f"{SHEET}!$B${row}"
        )


def _column(first: int, after: int) -> str:
    return f"SUM(C{first}:C{after - 1})" if after > first else "0"


def _posts(sums: _Sums, told: Budgeted, row: int) -> int:
    first = row
    for post in told.all_posts():
        fte, role = name("fte", *post.key), post.role.id
        paper.number(sums.made.cell(row, 2), f"={fte}", paper.PLAIN)
        formula = f"{fte}*{name('salary', role)}*(1+{name('benefits', role)})"
        how = say("FTE × salary × (1 + benefits)")
        if post.year_share != 1:
            formula = f"{formula}*{paid(post)}"
            how = say("FTE × salary × (1 + benefits) × part of the year")
        row = sums.line(row, told.post(post), formula, how)
    paper.number(sums.made.cell(row, 2), f"=SUM(B{first}:B{row - 1})", paper.PLAIN, bold=True)
    sums.name_fte(row)
    return sums.line(
        row, say("Posts together"), _column(first, row), names="staff_cost", strong=True
    )


def _lines(sums: _Sums, told: Budgeted, row: int) -> int:
    first = row
    for line in told.plan.lines:
        row = sums.line(row, told.line(line), name("line", line.id))
    return sums.line(
        row, say("Purchases together"), _column(first, row), names="lines_cost", strong=True
    )


def _office_and_gifts(sums: _Sums, told: Budgeted, row: int) -> int:
    how = say("base + amount for each FTE")
    hired_by_us = "all_posts"
    if any(role.is_contractor for role in told.plan.roles):
        hired_by_us = paper.summed(
            name("fte", *post.key) for post in told.all_posts() if not post.role.is_contractor
        )
    formula = f"office_base+office_per_fte*({hired_by_us})"
    if counts_desks(told.plan):
        formula = f"{formula}+office_per_person*desks"
        how = say("base + amount for each FTE and each person employed")
    row = sums.line(row, say("Office, computers, insurance"), formula, how, names="office_cost")
    if hires(told.plan):
        row = sums.line(
            row,
            say("Hiring and parting"),
            paper.summed(_hiring(told)),
            say("once, for who comes and who goes"),
            names="hiring_cost",
        )
    first = row
    for target in told.targets():
        label = say("In kind, placed on: {target}", target=told.target(target))
        row = sums.line(
            row,
            label,
            f"-{name('in_kind', target)}",
            say("from the sheet By function; never more than the cost it is placed on"),
        )
    return sums.line(
        row, say("Gifts in kind together"), _column(first, row), names="in_kind_all", strong=True
    )


def _cost(sums: _Sums, told: Budgeted, row: int) -> int:
    how, hiring = say("posts + purchases + office − gifts in kind"), ""
    if hires(told.plan):
        how, hiring = say("posts + purchases + office + hiring − gifts in kind"), "+hiring_cost"
    row = sums.line(
        row,
        say("Direct cost"),
        f"staff_cost+lines_cost+office_cost{hiring}+in_kind_all",
        how,
        names="direct_cost",
        strong=True,
    )
    bearing = [
        f"(1-{name('bears_indirect', line.id)})*({name('line', line.id)}-{_gift(told, f'line:{line.id}')})"
        for line in told.plan.lines
    ]
    if hires(told.plan):
        bearing.append("hiring_cost")
    bearing.append(f"(1-office_bears_indirect)*(office_cost-{_gift(told, 'office')})")
    how = say("what is marked with 0 on the sheet Inputs, after gifts")
    row = sums.line(
        row,
        say("Of it without indirect cost"),
        paper.summed(bearing),
        how,
        names="direct_without_indirect",
    )
    how = say("rate × what bears indirect cost")
    formula = 'IF(overhead_kind="indirect",overhead_rate,0)*(direct_cost-direct_without_indirect)'
    row = sums.line(row, say("Indirect cost of the host"), formula, how, names="indirect_cost")
    row = sums.line(
        row,
        say("Cost before a fee"),
        "direct_cost+indirect_cost",
        names="cost_before_fee",
        strong=True,
    )
    how = say("rate × budget, where the host takes a fee of all revenue")
    row = sums.line(
        row,
        say("Fee of the host"),
        'IF(overhead_kind="fee",overhead_rate,0)*budget',
        how,
        names="fee_cost",
    )
    row = sums.line(
        row, say("Cost of the year"), "cost_before_fee+fee_cost", names="cost", strong=True
    )
    how = say("reserve rate × cost before a fee")
    return sums.line(
        row,
        say("Put aside as reserve, on top"),
        "reserve_rate*cost_before_fee",
        how,
        names="reserve",
    )


def _hiring(told: Budgeted) -> Iterator[str]:
    for role in told.plan.roles:
        if not role.is_contractor:
            salary = name("salary", role.id)
            yield f"{name('new_fte', role.id)}*{salary}*hiring_share"
            yield f"{name('new_people', role.id)}*hiring_per_person"
            yield f"{name('leave', role.id)}*{salary}*severance_share"


def _gift(told: Budgeted, target: str) -> str:
    return name("in_kind", target) if target in told.targets() else "0"


def _money(sums: _Sums, told: Budgeted, row: int) -> int:
    first = row
    for grant in told.plan.funding.grants:
        most = [f'(1-IF(overhead_kind="fee",overhead_rate,0))*{name("grant", grant.id)}']
        how = say("what the plan uses; never more than the host leaves of it")
        if not (grant.roles or grant.lines or grant.office):
            most.append(paper.summed(name("function_cost", one) for one in grant.functions))
            how = say(
                "what the plan uses; never more than its functions cost or the host leaves of it"
            )
        label = say("Grant {grant}, used", grant=payer_named(grant.id))
        row = sums.line(
            row, label, f"MAX(0,MIN({','.join([name('used_grant', grant.id), *most])}))", how
        )
    row = sums.line(
        row,
        say("Restricted grants used"),
        _column(first, row),
        names="grants_used_all",
        strong=True,
    )
    how = say("cost before a fee + reserve − grants used")
    row = sums.line(
        row,
        say("Free money needed"),
        "cost_before_fee+reserve-grants_used_all",
        how,
        names="free_needed",
        strong=True,
    )
    awarded = paper.summed(name("grant", grant.id) for grant in told.plan.funding.grants)
    how = say("budget − grants awarded, less a fee")
    formula = f'(1-IF(overhead_kind="fee",overhead_rate,0))*(budget-({awarded}))'
    row = sums.line(row, say("Free money there is"), formula, how, names="free_money", strong=True)
    row = sums.line(
        row,
        say("Left over (below 0: lacking)"),
        "free_money-free_needed",
        names="left_over",
        strong=True,
    )
    paper.words(sums.made.cell(row, 1), say("Does the money reach?"))
    enough, lacking = say("yes"), say("no")
    paper.number(
        sums.made.cell(row, 3),
        f"=IF(left_over<-0.005,{paper.quoted(lacking)},{paper.quoted(enough)})",
        "@",
        bold=True,
    )
    paper.words(sums.made.cell(row, 4), say("where not: raise the budget, or buy less"), muted=True)
    return row + 1


def _form(sums: _Sums, told: Budgeted, row: int) -> int:
    """The same money by the lines of a funder's form."""
    first = row
    employed = [post for post in told.all_posts() if not post.role.is_contractor]
    how = say("FTE × salary × part of the year, without benefits")
    row = sums.line(
        row, say("Personnel"), paper.summed(map(_pay, employed)), how, names="form_personnel"
    )
    how = say("benefits and payroll taxes on this pay")
    fringe = paper.summed(f"{_pay(one)}*{name('benefits', one.role.id)}" for one in employed)
    row = sums.line(row, say("Fringe benefits"), fringe, how, names="form_fringe")
    for heading, called in NAMES.items():
        parts = _standing_under(told, heading)
        row = sums.line(
            row,
            say(called),
            paper.summed(formula for _, formula in parts),
            " · ".join(what for what, _ in parts),
            names=name("form", heading),
        )
    row = sums.line(row, say("Given in kind"), "in_kind_all")
    row = sums.line(
        row, say("Total direct cost"), _column(first, row), names="form_direct", strong=True
    )
    how = say("direct cost that is not marked as free of it, after gifts")
    bears = "direct_cost-direct_without_indirect"
    row = sums.line(row, say("Of it bearing indirect cost"), bears, how, names="form_base")
    how = say("rate × what bears it, or the fee of the host")
    row = sums.line(row, say("Indirect cost"), "indirect_cost+fee_cost", how, names="form_indirect")
    row = sums.line(row, say("Put aside as reserve"), "reserve")
    total = "form_direct+form_indirect+reserve"
    return sums.line(row, say("Total"), total, names="form_total", strong=True)


def _pay(post: Post) -> str:
    """Pay without benefits, as a formula."""
    full = f"{name('fte', *post.key)}*{name('salary', post.role.id)}"
    return full if post.year_share == 1 else f"{full}*{paid(post)}"


def _standing_under(told: Budgeted, heading: Heading) -> list[tuple[str, str]]:
    """What stands in a line of the form: what people read for it, and its dollars as a formula."""
    contractors = [
        (told.post(one), f"{_pay(one)}*(1+{name('benefits', one.role.id)})")
        for one in told.all_posts()
        if one.role.is_contractor
    ]
    bought = [
        (told.line(line), name("line", line.id))
        for line in told.plan.lines
        if heading_of(line, told.catalog) is heading
    ]
    rest = [(say("Office, computers, insurance"), "office_cost")]
    if hires(told.plan):
        rest.append((say("Hiring and parting"), "hiring_cost"))
    return [
        *(contractors if heading is Heading.CONTRACTUAL else []),
        *bought,
        *(rest if heading is Heading.OTHER else []),
    ]
