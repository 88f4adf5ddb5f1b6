"""The first sheet: what this file is, whose figures in which dollars, what is assumed, and how to
use it.
"""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cidesign.domain.catalog import Catalog
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.report.sheets import paper
from cidesign.report.sheets.sources import used
from cidesign.text import mark, say
from cidesign.views.overview.assumed import assumed

HOW = (
    mark(
        "Change a yellow cell on Inputs, Criteria and points or here below; every total follows. "
        "There are no macros."
    ),
    mark(
        "Posts, purchases, hours, grants used and placed gifts are our plan's answer. In this file "
        "they are inputs: nothing searches anew."
    ),
    mark(
        "A new budget here changes what is left over, not whom we hire. For the best plan at "
        "another budget, ask the app."
    ),
    mark(
        "Each input has a name, such as salary_director, and formulas use these names. They stand "
        "beside each input."
    ),
    mark(
        "Dollars are a year, hours a month. Totals are shown to the cent and computed without "
        "rounding in between."
    ),
)
SCENARIOS = (mark("Scenarios"), mark("our plan and what was saved, side by side"))
"""Only where something was saved."""
SHEETS = (
    (mark("Inputs"), mark("every figure, with unit and where it comes from")),
    (mark("Budget"), mark("what it costs, who pays, and the lines of a funder's form")),
    (
        mark("By function"),
        mark("hours, coverage and cost of the six functions, and the plan score"),
    ),
    (
        mark("Dollars"),
        mark("who pays for what, what each function costs, and the share of management"),
    ),
    (mark("Years"), mark("the years ahead, as the app found them")),
    SCENARIOS,
    (mark("Criteria and points"), mark("weights, the panel's values, and points")),
    (mark("Sources"), mark("where the catalog's figures come from, assumptions first")),
)


def write(
    book: Workbook,
    bundle: Bundle,
    catalog: Catalog,
    *,
    plan: Plan | None,
    about: Sequence[str],
    rules: Sequence[str],
    fingerprint: str,
) -> None:
    """Add the sheet.

    Args:
        plan: the plan the file is about; None where there is none.
        about: whose plan on whose terms, and how it was found, in sentences.
        rules: what each rule of the plan asks.
        fingerprint: of the whole record, as printed.
    """
    made = paper.sheet(book, say("Read me"), (30, 92))
    paper.words(made.cell(1, 1), bundle.workshop.name, bold=True, size=18)
    paper.words(
        made.cell(2, 1),
        say("The budget of the backbone as a workbook with live formulas"),
        muted=True,
    )
    row = 4
    if bundle.workshop.example:
        row = _section(made, row, say("An example"), [bundle.workshop.example])
    row = _section(made, row, say("Assumed"), _assumed(bundle, plan, catalog))
    row = _section(made, row, say("What this is"), about)
    if rules:
        row = _section(made, row, say("Rules of the plan"), rules)
    row = _section(made, row, say("How to use it"), [say(one) for one in HOW])
    for name, what in SHEETS if bundle.scenarios else _without_scenarios():
        paper.words(made.cell(row, 1), say(name), bold=True)
        paper.words(made.cell(row, 2), say(what), wrap=True)
        row += 1
    sentence = say(
        "{fingerprint}: the record this file was made from. Another record has another "
        "fingerprint.",
        fingerprint=fingerprint,
    )
    _section(made, row + 1, say("Fingerprint"), [sentence])


def _without_scenarios() -> list[tuple[str, str]]:
    return [one for one in SHEETS if one is not SCENARIOS]


def _section(made: Worksheet, row: int, label: str, lines: Sequence[str]) -> int:
    paper.words(made.cell(row, 1), label, bold=True)
    for line in lines:
        paper.words(made.cell(row, 2), line, wrap=True)
        row += 1
    return row + 1


def _assumed(bundle: Bundle, plan: Plan | None, catalog: Catalog) -> list[str]:
    facts = used(plan, catalog)
    count = len([fact for _, fact in facts if fact.assumed])
    return [
        *assumed(bundle, catalog),
        say(
            "{count} of {all} catalog figures behind this file are assumptions, listed first on "
            "the sheet Sources.",
            count=count,
            all=len(facts),
        ),
        say(
            "No published source splits a backbone's work over the six functions: all hours for "
            "each driver are assumed."
        ),
        say("The plan score is our scale of coverage, 0 to 100. It says nothing about impact."),
    ]
