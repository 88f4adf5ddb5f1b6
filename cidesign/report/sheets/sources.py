"""The sheet Sources: every figure of the catalog that the plan can rest on, assumptions first, each
with its range, date and source.
"""

from collections.abc import Iterator

from openpyxl import Workbook

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day
from cidesign.domain.fact import Fact
from cidesign.domain.plan import Plan
from cidesign.report.sheets import paper
from cidesign.text import say
from cidesign.views.sources.facts import place_words, range_words

_ALWAYS = ("prices", "drivers", "phases")


def write(book: Workbook, plan: Plan | None, catalog: Catalog) -> None:
    """Add the sheet."""
    made = paper.sheet(book, say("Sources"), (52, 16, 24, 26, 12, 12, 60, 44), wide=True)
    note = say(
        "Figures of the catalog behind this budget, assumptions first. A figure you changed stands "
        "on Inputs as your own."
    )
    row = paper.title(made, say("Sources"), note)
    heads = (
        say("Figure"),
        say("Value"),
        say("Honest bounds"),
        say("Unit"),
        say("As of"),
        say("Basis"),
        say("Source"),
        say("Where to read it"),
    )
    row = paper.headings(made, row, heads, figures={2})
    for place, fact in used(plan, catalog):
        source = catalog.source(fact.source)
        paper.words(made.cell(row, 1), place_words(place, catalog))
        paper.number(made.cell(row, 2), fact.value, "General")
        paper.words(made.cell(row, 3), range_words(fact))
        paper.words(made.cell(row, 4), fact.unit)
        paper.words(made.cell(row, 5), day(fact.as_of.isoformat()))
        paper.words(made.cell(row, 6), fact.basis.in_words)
        paper.words(
            made.cell(row, 7),
            ", ".join(part for part in (source.title, source.publisher, source.year) if part),
        )
        paper.words(made.cell(row, 8), source.url)
        row += 1
    made.auto_filter.ref = f"A{4}:H{max(row - 1, 4)}"


def used(plan: Plan | None, catalog: Catalog) -> list[tuple[str, Fact]]:
    """Place and fact, assumptions first: prices, drivers, phases, and the roles and lines the plan
    has.
    """
    return sorted(_of(plan, catalog), key=lambda one: (not one[1].assumed, one[0]))


def _of(plan: Plan | None, catalog: Catalog) -> Iterator[tuple[str, Fact]]:
    roles = {role.id for role in plan.roles} if plan else set()
    lines = {line.id for line in plan.lines} if plan else set()
    for place, fact in catalog.facts():
        kind, _, rest = place.partition(".")
        id = rest.partition(".")[0]
        if (
            kind in _ALWAYS
            or (kind == "roles" and id in roles)
            or (kind == "lines" and id in lines)
        ):
            yield place, fact
