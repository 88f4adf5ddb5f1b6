"""The workbook: the budget as a spreadsheet whose totals follow when a figure is changed, with
everything it rests on.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from openpyxl import Workbook

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money
from cidesign.domain.labels import as_read
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle
from cidesign.memo.seal import bundle_print
from cidesign.report.computed import saved
from cidesign.report.sheets import (
    budget,
    dollars,
    functions,
    inputs,
    points,
    read_me,
    scenarios,
    sources,
    years,
)
from cidesign.report.sheets.budgeted import Budgeted
from cidesign.text import say
from cidesign.views.outlook.view import outlook_view, years_ahead
from cidesign.views.scenarios.view import OURS, Project, options, side_of
from cidesign.views.team import view
from cidesign.views.team.rules import asked_of
from cidesign.views.team.spent import rest, told_apart
from cidesign.views.team.terms import Terms, about, chosen_host, terms

EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written as the day of making, so that the same record gives the same file."""


def workbook(
    bundle: Bundle,
    catalog: Catalog,
    *,
    host: str | None = None,
    solve: Callable[[Plan], Allocation] = view.solve,
    project: Project = years_ahead,
) -> bytes:
    """The bytes of an .xlsx file; each formula carries its value, for programs that only show it.

    Args:
        bundle: the whole workshop.
        catalog: everything we know.
        host: id of the candidate on whose terms, empty for our own; None: the host our decision
            names.
        solve: finds the plan; a page hands in one that remembers. Likewise ``project`` for the
            years.

    Raises:
        BadInput: what must be mended in the plan, the offers, the years or the scores.
    """
    named = chosen_host(bundle) if host is None else host
    asked = terms(bundle, catalog, host=named)
    found = solve(asked.plan) if asked else None
    book = Workbook()
    del book["Sheet"]
    book.properties.creator, book.properties.title = "cidesign", bundle.workshop.name
    book.properties.created = book.properties.modified = EPOCH
    book.calculation.fullCalcOnLoad = True
    lines = _about(bundle, catalog, asked, found, named)
    read_me.write(
        book,
        bundle,
        catalog,
        plan=asked.plan if asked else None,
        about=lines,
        rules=asked_of(asked.plan, catalog.labels.of_a_plan) if asked else (),
        fingerprint=bundle_print(bundle).text,
    )
    if asked and found and found.found:
        told = Budgeted(asked.plan, found, catalog, bundle, asked.host)
        for one in (inputs, budget, functions, dollars):
            one.write(book, told)
    years.write(book, outlook_view(bundle, catalog, solve=project))
    if bundle.scenarios:
        known = [one for one in options(bundle, catalog) if one.id == OURS or one.saved]
        sides = [side_of(one, catalog, solve=solve, project=project) for one in known]
        scenarios.write(book, sides, bundle, catalog)
    points.write(book, _as_read(bundle, catalog))
    sources.write(book, asked.plan if asked else None, catalog)
    return saved(book)


def _as_read(bundle: Bundle, catalog: Catalog) -> Bundle:
    return replace(bundle, rules=as_read(bundle.rules, catalog.labels)) if bundle.rules else bundle


def _about(
    bundle: Bundle, catalog: Catalog, asked: Terms | None, found: Allocation | None, host: str
) -> list[str]:
    if asked is None or found is None:
        return [
            say(
                "There is no plan yet, so this file has no budget. Make a plan on the page Team "
                "and budget first."
            )
        ]
    whose = about(bundle, catalog, host=host)
    if not found.found:
        return [
            whose,
            say(
                "No plan keeps all rules at this budget, so this file has no budget. The page Team "
                "and budget shows ways out."
            ),
        ]
    best = say("It is the best plan there is for this budget, proven so.")
    doubt = say("The search ran out of time: it is the best plan found, a better one may exist.")
    spent = told_apart(asked.plan, found).plain
    return [
        whose,
        best if found.status == "optimal" else doubt,
        say(
            "As it was made, before anybody changed a cell: {spent} {rest}",
            spent=spent,
            rest=rest(asked.plan, found, money).plain,
        ),
    ]
