"""The cash of the outlook agrees with a second program, written from the contract alone, and keeps
a few laws.
"""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from cidesign.domain.outlook import Award, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.value import months_after
from cidesign.outlook import project, raising
from tests.outlook.by_month import Story, told
from tests.outlook.cases import NO_TABLE

START = "2027-05"
CENTS = 0.02  # function cost is told in cents, and a year has twelve of them


@some.composite
def stories(draw):
    first = draw(some.integers(-20, 30))
    days = draw(some.sampled_from([None, None, 0, 1, 30, 31, 60, 95]))
    return Story(
        salary=draw(some.sampled_from([60_000, 91_000, 120_000])),
        need=draw(some.sampled_from([80, 130, 200])),
        raises=draw(some.sampled_from([0, 0.03, 0.25])),
        office=draw(some.sampled_from([0, 7_000])),
        prices=draw(some.sampled_from([0, 0.025])),
        fee=draw(some.sampled_from([0, 0.08])),
        hiring=draw(some.sampled_from([0, 0.15])),
        ramp=draw(some.sampled_from([0, 0.25])),
        opening=draw(some.integers(0, 200_000)),
        years=draw(some.integers(1, 3)),
        usd=draw(some.integers(0, 220_000)),
        first=first,
        last=first + draw(some.integers(0, 40)),
        every=draw(some.sampled_from([1, 3, 12])),
        days=days,
        restricted=draw(some.booleans()),
    )


def inputs(story):
    post = {
        "id": "director", "salary_usd": story.salary, "min_fte": 1, "max_fte": 1, "must_have": True, "does": {"vision": 1},
    }  # fmt: skip
    plan = {
        "hours_per_fte_month": 130, "fte_step": 0.5, "floor": 0, "people_only_share": 0, "priorities": {"vision": 1},
        "benefit_curve": [{"coverage": 1, "benefit": 100}], "need": {"vision": story.need}, "roles": [post], "office": story.office,
        "overhead": {"kind": "fee", "rate": story.fee}, "funding": {"budget_usd": 500_000},
    }  # fmt: skip
    pays = {1: "monthly", 3: "quarterly_ahead", 12: "yearly_ahead"}[story.every]
    award = {
        "id": "award", "usd": story.usd, "from": months_after(START, story.first), "to": months_after(START, story.last),
        "pays": pays if story.days is None else {"in_arrears_days": story.days}, "functions": ["vision"] if story.restricted else [],
    }  # fmt: skip
    years = {
        "start": START, "years": story.years, "growth": {"salaries": story.raises, "other": story.prices},
        "hiring": {"cost_share": story.hiring, "ramp_up_loss": story.ramp}, "opening_reserve_usd": story.opening, "funding": [award],
    }  # fmt: skip
    return Plan.model_validate(plan), OutlookPlan.model_validate(years), NO_TABLE


@settings(max_examples=60)
@given(stories())
def test_two_programs_tell_the_same_story(story):
    expected = told(story)

    found = project(*inputs(story))

    near = [pytest.approx(year, abs=CENTS) for year in expected["years"]]
    assert [
        {
            "cost": y.cost_usd,
            "funding": y.funding_usd,
            "unspendable": y.grants_unspendable_usd,
            "reserve": y.reserve_usd,
            "gap": y.gap_usd,
        }
        for y in found.years
    ] == near
    assert [month.free_cash_usd for month in found.months] == pytest.approx(
        expected["months"], abs=CENTS
    )
    if all(abs(cash) > 2 * CENTS for cash in expected["months"]):
        assert found.runs_out == (
            None if expected["runs_out"] is None else months_after(START, expected["runs_out"])
        )


@settings(max_examples=15)
@given(stories(), some.integers(1, 100_000))
def test_more_opening_reserve_never_brings_the_run_out_nearer(story, more):
    before, after = (
        project(*inputs(story)),
        project(*inputs(replace(story, opening=story.opening + more))),
    )

    assert (after.runs_out or "9999-12") >= (before.runs_out or "9999-12")


@settings(max_examples=15)
@given(stories())
def test_what_must_be_raised_is_enough_and_no_dollar_is_too_much(story):
    plan, years, table = inputs(story)
    needed = raising(project(plan, years, table), fee_rate=plan.overhead.fee_rate)
    assume(needed is not None and needed.usd_per_year > 2)

    assert (
        project(plan, with_free_money(years, needed, needed.usd_per_year + 0.01), table).runs_out
        is None
    )
    assert (
        project(plan, with_free_money(years, needed, needed.usd_per_year - 1), table).runs_out
        is not None
    )


def with_free_money(years, needed, usd):
    end = months_after(years.start, 12 * years.years - 1)
    new = {
        "id": "new",
        "usd": round(usd, 6),
        "from": needed.from_month,
        "to": end,
        "pays": "yearly_ahead",
    }
    return years.model_copy(update={"funding": (*years.funding, Award.model_validate(new))})
