"""The lines of a funder's form on the sheet Budget: as others printed theirs, and as the page has
them.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.figures import money
from cidesign.views.team.funders_form import form_rows
from cidesign.views.team.terms import chosen_host, terms
from tests.budget.published import CASES, bundle_of, form_of, published
from tests.report.books import example, made, opened, solved


def form_in(bundle) -> dict[str, str]:
    """The lines below the heading of the form, with their dollars."""
    rows = [
        (row[0].value, row[2].value)
        for row in opened(made(bundle), values=True)["Budget"].iter_rows()
    ]
    first = rows.index(("As a funder's form", None)) + 1
    return {line: money(usd) for line, usd in rows[first:]}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_published_budget_stands_there_as_printed(path):
    budget = published(path)
    printed = dict(form_of(budget))

    told = form_in(bundle_of(budget))

    assert {line: told[line] for line in printed} == printed
    if "base" in budget["printed"]:
        assert told["Of it bearing indirect cost"] == money(budget["printed"]["base"])


def test_the_example_stands_there_as_on_the_page():
    bundle, catalog = example(), load()
    plan = terms(bundle, catalog, host=chosen_host(bundle)).plan
    page = form_rows(plan, solved(plan), catalog, catalog.labels)

    told = form_in(bundle)

    assert len(page) > 7
    assert {row["Line"]: told[row["Line"]] for row in page} == {
        row["Line"]: row["A year"] for row in page
    }
