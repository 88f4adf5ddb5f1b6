"""Who pays in words and on the calendar, what is promised, and what of its dates to look at once
more.
"""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import Problem
from cidesign.record import changed, read_files
from cidesign.views.funding import entered, words
from cidesign.views.funding.view import money_view, promise

CATALOG = load()
PLAN = {
    "need": {"vision": 130},
    "floor": 0,
    "roles": [
        {"id": "director", "salary_usd": 1, "min_fte": 1, "max_fte": 1, "does": {"vision": 1}}
    ],
    "lines": [{"id": "convening", "functions": {"vision": 1}, "fixed_usd": 5}],
    "funding": {"budget_usd": 550_000},
}
FREE = {"id": "foundation", "usd": 300_000, "from": "2027-01", "to": "2029-12"}
BOUND = {
    "id": "state_fund",
    "usd": 120_000,
    "from": "2027-07",
    "to": "2028-06",
    "pays": {"in_arrears_days": 60},
    "functions": ["measurement"],
    "roles": ["director"],
    "lines": ["convening"],
    "office": True,
    "indirect_cap": 0.1,
    "renewal": {"chance": 0.6, "usd": 80_000, "years": 2},
    "match": {"usd": 10_000, "note": "from members"},
}
BARE = read_files({"workshop.yaml": b"name: Ours\n"})


def ours(*sources, years=3, plan=PLAN, reserve=0):
    record = changed(BARE, "plan.yaml", {(): plan}) if plan else BARE
    if years:
        record = changed(record, "outlook.yaml", {(): {"start": "2027-01", "years": years}})
    sheet = {"opening_reserve_usd": reserve, "sources": list(sources)}
    return changed(record, "funding.yaml", {(): sheet})


def view(*sources, **more):
    return money_view(ours(*sources, **more), CATALOG)


def test_a_source_says_how_much_how_long_how_and_what_for():
    (row,) = view(BOUND).rows

    assert (row.name, row.usd) == ("State fund", "$120,000 a year, July 2027 to June 2028.")
    assert row.pays == (
        "Paid 60 days after it was spent. It may pay for shared measurement, director, convening "
        "and the office only."
    )
    assert row.more == (
        "It bears at most 10% of indirect cost.",
        "A renewal of $80,000 a year for two more years is hoped for, with a chance of 60%; it is "
        "not counted.",
        "$10,000 a year of it is paid only against a match: from members. It is counted as paid.",
    )


def test_its_months_are_counted_from_the_start():
    (row,) = view(BOUND).rows

    # July is the seventh month; the renewal's two years follow June 2028.
    assert (row.first, row.last, row.renewed_months, row.restricted) == (6, 17, 24, True)


@pytest.mark.parametrize(
    ("pays", "said"),
    [
        ("yearly_ahead", "Paid once a year, ahead."),
        ("quarterly_ahead", "Paid every three months, ahead."),
        ("monthly", "Paid every month."),
    ],
)
def test_free_money_may_pay_for_anything(pays, said):
    assert view({**FREE, "pays": pays}).rows[0].pays == f"{said} It may pay for anything."


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ((), "Nobody has promised any of the $550,000 yet."),
        # 300,000 and half of 120,000.
        (
            (FREE, BOUND),
            "$360,000 of the $550,000 is promised; $190,000 is still to raise.",
        ),
        (({**FREE, "usd": 550_000},), "All of the $550,000 is promised."),
        (
            ({**FREE, "usd": 600_000},),
            "$600,000 is promised, more than the budget of $550,000.",
        ),
    ],
)
def test_what_is_promised_is_said_with_what_is_still_to_raise(sources, said):
    assert view(*sources).promised == said


def test_without_a_plan_there_is_no_budget_to_speak_of():
    assert view(FREE, plan=None, years=0).promised == ""


def test_free_money_at_the_start_is_named_and_not_counted():
    record = ours(FREE, reserve=90_000)

    assert "The opening reserve of $90,000 is not counted" in words.rule(promise(record))


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ({"from": "2027-01", "to": "2027-12"}, ""),
        ({"from": "2025-01", "to": "2026-12"}, "It ends before January 2027"),
        ({"from": "2026-07", "to": "2027-06"}, "belongs into the opening reserve"),
        (
            {"from": "2026-07", "to": "2027-06", "functions": ["vision"]},
            "only the part of its months from then on is counted",
        ),
        ({"from": "2030-01", "to": "2030-12"}, "look at more years on the page Outlook"),
        ({"from": "2027-01", "to": "2027-12", "usd": 0}, "It pays nothing"),
    ],
)
def test_dates_that_may_be_a_slip_are_told_with_a_way_out(dates, says):
    (row,) = view({**FREE, **dates}).rows

    assert says in " ".join(row.watch)
    assert bool(says) == bool(row.watch)


def test_the_picture_shows_the_years_ahead_or_as_many_as_somebody_pays():
    long = {**FREE, "to": "2030-03"}

    assert view(long, years=4).years == 4
    assert view(long, years=0).years == 4  # January 2027 to March 2030: the fourth year
    assert view(years=0).years == 1


def test_the_heading_counts_who_pays():
    assert view(FREE, BOUND).claim == "Two sources pay, the last one until December 2029"
    assert view(FREE).claim == "One source pays, the last one until December 2029"
    assert view().claim == "Nobody who pays is listed yet"


@pytest.mark.parametrize("entry", [FREE, BOUND])
def test_a_form_that_is_saved_as_it_opens_says_the_same_source(entry):
    record = ours(entry)
    (source,) = record.funding.sources

    said = entered.said(entered.typed(source), source)

    assert (
        type(source).model_validate({key: one for key, one in said.items() if one is not None})
        == source
    )


def test_a_new_form_asks_for_one_year_from_the_start():
    form = entered.blank("2027-07")

    assert (form["from"], form["to"]) == ("July 2027", "June 2028")
    assert entered.said({**form, "id": "Oak", "usd": 5.0})["pays"] == "yearly_ahead"


def test_percent_dollars_and_months_are_read_as_they_are_meant():
    form = {**entered.blank("2027-07"), "id": "Oak", "usd": 1234.5, "indirect_cap": 7.5}

    said = entered.said({**form, "from": "3/2028", "pays": "in_arrears", "days": 30.0})

    assert (said["usd"], said["indirect_cap"]) == (Decimal("1234.5"), Decimal("0.075"))
    assert (said["from"], said["pays"]) == ("2028-03", {"in_arrears_days": 30})


def test_a_name_that_was_not_touched_keeps_its_id():
    (source,) = ours(BOUND).funding.sources
    form = entered.typed(source)

    assert form["id"] == "State fund"
    assert entered.said(form, source)["id"] == "state_fund"
    assert entered.said({**form, "id": "State of Ohio"}, source)["id"] == "State of Ohio"


def test_what_is_wrong_is_sorted_by_its_field():
    found = entered.by_field(
        [
            Problem("funding.yaml: sources[2].renewal.chance", "a", "b"),
            Problem("funding.yaml: sources.to", "c", "d"),
            Problem("plan.yaml: funding.budget_usd", "e", "f"),
            Problem("scenarios/lean.yaml", "g", "h"),
        ]
    )

    assert {key: [one.what for one in wrong] for key, wrong in found.items()} == {
        "renewal": ["a"],
        "to": ["c"],
        "budget_usd": ["e"],
        "": ["g"],
    }
