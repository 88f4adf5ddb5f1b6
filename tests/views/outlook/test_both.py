"""The one sentence of the years is true whatever was promised: every sum below is done by hand.

One director at $120,000 a year, whole or half, no other cost unless a test says so.
"""

from decimal import Decimal

import pytest

from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.outlook import hiring_plan, project, raising
from cidesign.views.outlook.both import both, kept_of
from cidesign.views.outlook.carried import carried_of

NO_TABLE = NeedTable({}, {})
DIRECTOR = {
    "id": "director",
    "salary_usd": 120_000,
    "min_fte": 0.5,
    "max_fte": 1,
    "must_have": True,
    "does": {"vision": 1},
}
PLAN = {
    "fte_step": 0.5,
    "floor": 0,
    "people_only_share": 0,
    "priorities": {"vision": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}],
    "need": {"vision": 130},
    "roles": [DIRECTOR],
    "funding": {"budget_usd": 120_000},
}


def source(usd, first="2027-01", last="2029-12", pays="yearly_ahead", **more):
    return {"id": "foundation", "usd": usd, "from": first, "to": last, "pays": pays, **more}


def said(*sources, reserve=0, plan=PLAN, years=3, hired=True, **more):
    """The sentence, from the engines themselves."""
    asked = Plan.model_validate(plan)
    ahead = OutlookPlan.model_validate(
        {
            "start": "2027-01",
            "years": years,
            "opening_reserve_usd": reserve,
            "funding": sources,
            **more,
        }
    )
    found = project(asked, ahead, NO_TABLE)
    carried = carried_of(hiring_plan(asked, ahead, NO_TABLE), asked, ahead) if hired else None
    kept = kept_of(found, raising(found, fee_rate=Decimal(0)), ahead)
    return both(kept, carried).plain


def test_money_for_half_a_post_runs_out_for_a_whole_one():
    # 60,000 a year pays half a director; a whole one costs 10,000 a month: the first year's money is
    # gone at the end of June, and 60,000 more a year pays the rest
    assert said(source(60_000)) == (
        "Promised money carries 0.5 FTE through 2029; our team of 1 FTE runs out of money in July "
        "2027, and $60,000 more a year from 2027 keeps it."
    )


def test_money_that_changes_carries_more_in_some_years_than_in_others():
    # 120,000 in the first year, 60,000 in the two after it; a whole director in the first year
    # leaves nothing: 1, 0.5, 0.5
    told = said(source(120_000, last="2027-12"), {**source(60_000, "2028-01"), "id": "city"})

    assert told == (
        "Promised money carries 0.5 to 1 FTE through 2029; our team of 1 FTE runs out of money in "
        "July 2028, and $60,000 more a year from 2028 keeps it."
    )


def test_everything_promised_keeps_the_team():
    assert said(source(120_000)) == (
        "Promised money carries 1 FTE through 2029; it keeps our team of 1 FTE through 2029."
    )


def test_money_that_comes_later_than_its_cost_asks_for_a_credit_and_no_more():
    # paid 60 days later: at the end of January and of February nothing has come, 20,000 are owed;
    # from March on 10,000 arrive a month
    told = said(source(120_000, pays={"in_arrears_days": 60}), hired=False)

    assert told == (
        "Promised money keeps our team of 1 FTE through 2029, with a credit of up to $20,000 for "
        "a time."
    )


def test_nobody_can_be_carried_where_money_pays_no_half_post():
    # half a director costs 60,000 a year; 1,000 a year is 2,999 in three years
    assert said(source(1_000)) == (
        "Promised money carries nobody; our team of 1 FTE runs out of money in January 2027, and "
        "$119,000 more a year from 2027 keeps it."
    )


def test_not_even_parting_can_be_paid():
    # a director in post: going costs 0.2 x 120,000 at once, and nothing is there
    plan = {**PLAN, "roles": [{**DIRECTOR, "in_post": 1}]}

    told = said(plan=plan, hiring={"severance_share": 0.2})

    assert told == (
        "Promised money carries nobody, and does not even pay for parting; our team of 1 FTE runs "
        "out of money in January 2027, and $120,000 more a year from 2027 keeps it."
    )


def test_nothing_promised_is_said_first():
    assert said(hired=False) == (
        "Nobody has promised money yet; our team of 1 FTE runs out of money in January 2027, and "
        "$120,000 more a year from 2027 keeps it."
    )
    assert said() == (
        "Nobody has promised money yet, and what there is carries nobody; our team of 1 FTE runs "
        "out of money in January 2027, and $120,000 more a year from 2027 keeps it."
    )


def test_a_reserve_alone_carries_the_first_year():
    # 130,000: a whole director for a year; kept, it is gone in the second year's first months
    assert said(reserve=130_000) == (
        "Nobody has promised money yet, and the $130,000 there carries 1 FTE through 2027; our team "
        "of 1 FTE runs out of money in February 2028, and $115,000 more a year from 2028 keeps it."
    )
    assert said(reserve=400_000, hired=False) == (
        "Nobody has promised money yet; what there is keeps our team of 1 FTE through 2029."
    )


def test_what_is_not_known_yet_is_left_out():
    assert said(source(60_000), hired=False) == (
        "Our team of 1 FTE runs out of money in July 2027, and $60,000 more a year from 2027 keeps "
        "it."
    )


def test_a_year_nobody_is_carried_in_is_named():
    # money for half a post in the first year, then a thousand a year; later half a post costs 66,000
    # and 72,600, more than all there is
    told = said(
        source(60_000, last="2027-12"),
        {**source(1_000, "2028-01"), "id": "city"},
        growth={"salaries": 0.1},
    )

    assert told.startswith("Promised money carries at most 0.5 FTE, and nobody in 2028 and 2029; ")


def test_what_is_needed_once_is_told_by_its_month():
    # 120,000 in two years, 60,000 in the third
    told = said(
        source(120_000, last="2028-12"), {**source(60_000, "2029-01"), "id": "city"}, hired=False
    )

    assert told == (
        "Our team of 1 FTE runs out of money in July 2029, and $60,000 more by January 2029 keeps it."
    )


def test_a_credit_that_is_needed_even_so_is_told():
    # in arrears by 60 days 60,000 a year comes as 5,000 a month from March on, the last 10,000 of
    # 2029 only after it: missing are 60,000 a year, paid in January. At the lowest, in November,
    # 110,000 are paid out of 60,000 + 45,000, and in December 120,000 out of 110,000: 10,000
    told = said(source(60_000, pays={"in_arrears_days": 60}), hired=False)

    assert told == (
        "Our team of 1 FTE runs out of money in January 2027, and $60,000 more a year from 2027 "
        "keeps it, with a credit for a time."
    )


def test_a_plan_that_hires_nobody_is_no_team():
    plan = {**PLAN, "roles": [{**DIRECTOR, "must_have": False}], "funding": {"budget_usd": 1_000}}

    assert said(source(1_000), plan=plan, hired=False) == (
        "Promised money keeps our plan, which hires nobody, through 2029."
    )


@pytest.mark.parametrize(
    ("start", "begins"), [("2027-01", "January 2028"), ("2026-07", "July 2027")]
)
def test_a_year_that_begins_in_summer_is_told_by_its_months(start, begins):
    plan = Plan.model_validate(PLAN)
    months = {"2027-01": "2027-12", "2026-07": "2027-06"}
    ahead = OutlookPlan.model_validate(
        {"start": start, "years": 2, "funding": [source(120_000, start, months[start])]}
    )
    found = project(plan, ahead, NO_TABLE)

    told = both(kept_of(found, raising(found), ahead), None).plain

    assert f"$120,000 more by {begins} keeps it" in told
