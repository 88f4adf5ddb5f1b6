"""What of the first year's budget is promised, and what is still to raise, by hand sums."""

import pytest

from cidesign.domain.promised import promised_of
from cidesign.record import changed, read_files

PLAN = {
    "need": {"vision": 130},
    "floor": 0,
    "roles": [
        {"id": "director", "salary_usd": 1, "min_fte": 1, "max_fte": 1, "does": {"vision": 1}}
    ],
    "funding": {"budget_usd": 550_000},
}
PLANNED = changed(read_files({"workshop.yaml": b"name: Ours\n"}), "plan.yaml", {(): PLAN})


def told(*sources, years=None, budget=550_000, reserve=0):
    record = changed(PLANNED, "plan.yaml", {("funding", "budget_usd"): budget})
    if years:
        record = changed(record, "outlook.yaml", {(): {"start": years}})
    sheet = {"opening_reserve_usd": reserve, "sources": list(sources)}
    record = changed(record, "funding.yaml", {(): sheet})
    found = promised_of(record.plan, record.funding, record.outlook)
    return found.promised_usd, found.to_raise_usd, found.beyond_usd


def source(id, usd, first, last, **more):
    return {"id": id, "usd": usd, "from": first, "to": last, **more}


@pytest.mark.parametrize(
    ("sources", "years", "sums"),
    [
        # Nobody pays yet: all of it is still to raise.
        ((), "2027-01", (0, 550_000, 0)),
        # A whole year of 300,000.
        ((source("f", 300_000, "2027-01", "2029-12"),), "2027-01", (300_000, 250_000, 0)),
        # Half a year of 120,000 beside it: 60,000.
        (
            (
                source("f", 300_000, "2027-01", "2029-12"),
                source("s", 120_000, "2027-07", "2028-06", functions=["vision"]),
            ),
            "2027-01",
            (360_000, 190_000, 0),
        ),
        # What begins after the first year, and what ended before it, is not in it.
        (
            (source("a", 9, "2028-01", "2028-12"), source("b", 9, "2025-01", "2026-12")),
            "2027-01",
            (0, 550_000, 0),
        ),
        # Without years the first year begins with the earliest source: 12 and 6 months.
        (
            (source("a", 120_000, "2026-07", "2028-06"), source("b", 60_000, "2027-01", "2027-12")),
            None,
            (150_000, 400_000, 0),
        ),
        # More than the budget.
        ((source("f", 600_000, "2027-01", "2027-12"),), "2027-01", (600_000, 0, 50_000)),
    ],
)
def test_promised_and_still_to_raise_are_twelfths_of_a_year(sources, years, sums):
    assert told(*sources, years=years) == sums


def test_free_cash_at_the_start_is_no_promise():
    assert told(source("f", 300_000, "2027-01", "2027-12"), years="2027-01", reserve=90_000) == (
        300_000,
        250_000,
        0,
    )


def test_a_grant_that_only_an_older_plan_lists_is_promised():
    grant = {"id": "g", "usd": 20_000, "functions": ["vision"]}
    older = changed(PLANNED, "plan.yaml", {("funding", "grants"): [grant]})

    found = promised_of(older.plan, older.funding, older.outlook)

    assert (found.promised_usd, found.to_raise_usd) == (20_000, 530_000)


def test_the_printed_two_year_request_brings_half_of_it_a_year():
    # PolicyEngine's request to PBIF: $498,000 over two years; the first year costs $254,375.
    request = source("PBIF", 249_000, "2027-01", "2028-12")

    assert told(request, years="2027-01", budget=254_375) == (249_000, 5_375, 0)
