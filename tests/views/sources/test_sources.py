"""The page Sources is made from the catalog: every figure is on it once, assumptions first, and can
be found.
"""

import dataclasses

import pytest

from cidesign.catalog import load
from cidesign.domain.fact import Basis
from cidesign.views.sources.view import (
    ON_A_PAGE,
    Asked,
    amounts,
    and_line,
    answer,
    cases,
    found,
    page_of,
    pages_of,
    source_lines,
    sources_view,
)

CATALOG = load()
VIEW = sources_view(CATALOG)
FACTS = [fact for _, fact in CATALOG.facts()]


def test_every_figure_is_on_the_page_once():
    assert len(VIEW.rows) == len(FACTS)
    assert sum(VIEW.counted.values()) == len(FACTS)


def test_assumptions_come_first_then_published_computed_and_judged():
    order = list(dict.fromkeys(row.basis for row in VIEW.rows))

    assert order == ["assumed", "published", "computed", "judged"]


def test_the_card_counts_figures_sources_and_assumptions():
    assumed = sum(fact.basis is Basis.ASSUMED for fact in FACTS)
    # Our own assumptions are the one source that nobody published.
    others = {fact.source for fact in FACTS} - {"own"}

    assert (
        answer(VIEW)
        == f"{len(FACTS)} figures from {len(others)} sources; {assumed} are our assumptions."
    )
    assert and_line(VIEW).startswith(
        f"{sum(fact.basis is Basis.PUBLISHED for fact in FACTS)} are published, "
    )


def test_a_row_tells_value_range_date_basis_and_source():
    (row,) = [
        row for row in found(VIEW, Asked("director: salary")) if row.what == "Director: salary"
    ]
    fact = CATALOG.entry("roles", "director").salary

    assert row.value == f"${fact.value:,} a full-time year"
    assert row.told == (
        f"{fact.basis} · range ${fact.range[0]:,} to ${fact.range[1]:,} · as of 1 May 2024 · "
        "U.S. Bureau of Labor Statistics, 2024"
    )


def test_a_search_needs_every_word_and_minds_no_capitals():
    rows = found(VIEW, Asked("DIRECTOR salary"))

    assert rows
    assert all("director" in row.found_by and "salary" in row.found_by for row in rows)
    assert found(VIEW, Asked("director zebra")) == ()


@pytest.mark.parametrize("basis", list(Basis))
def test_the_filter_by_basis_keeps_those_and_no_others(basis):
    rows = found(VIEW, Asked(basis=basis.value))

    assert len(rows) == sum(fact.basis is basis for fact in FACTS)


def test_the_filter_by_file_keeps_its_figures():
    rows = found(VIEW, Asked(kind="prices"))

    assert len(rows) == len(CATALOG.prices)
    assert set(VIEW.kinds) == {"", *(row.kind for row in VIEW.rows)}


def test_the_pages_together_hold_every_row_once_and_none_too_many():
    listed = [
        row for number in range(1, pages_of(VIEW.rows) + 1) for row in page_of(VIEW.rows, number)
    ]

    assert listed == list(VIEW.rows)
    assert len(page_of(VIEW.rows, 1)) == ON_A_PAGE
    assert page_of(VIEW.rows, 999) == page_of(VIEW.rows, pages_of(VIEW.rows))
    assert (pages_of(()), page_of((), 3)) == (1, ())


def test_every_source_is_listed_and_only_web_addresses_become_links():
    lines = source_lines(CATALOG)

    assert [title for title, _, _ in lines] == [source.title for source in CATALOG.sources]
    assert all(url == "" or url.startswith(("http://", "https://")) for _, url, _ in lines)


def test_a_source_that_was_read_second_hand_says_so():
    notes = {
        source.id: note for source, (_, _, note) in zip(CATALOG.sources, source_lines(CATALOG))
    }

    assert all(
        ("read second-hand" in notes[source.id]) == source.secondary for source in CATALOG.sources
    )


def test_an_address_that_is_none_is_no_link():
    odd = CATALOG.sources[0].model_copy(update={"url": "javascript:alert(1)"})
    broken = CATALOG.sources[1].model_copy(update={"url": "https://a.example/<b>"})
    catalog = dataclasses.replace(CATALOG, sources=(odd, broken, *CATALOG.sources[2:]))

    assert [url for _, url, _ in source_lines(catalog)[:2]] == ["", ""]


def test_every_case_and_every_amount_of_money_is_told():
    assert [name for name, _, _ in cases(CATALOG)] == [case.label for case in CATALOG.cases]
    assert sum(len(lines) for _, _, lines in amounts(CATALOG)) == sum(
        len(case.amounts) for case in CATALOG.cases
    )
