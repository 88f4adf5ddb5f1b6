"""The first year by month: who starts, what hiring costs, who pays, the low point, what must be
raised by when. Every sum is done by hand.
"""

import pytest

from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.outlook import first_year, project
from cidesign.outlook.first_year import Start, ToRaise

NO_TABLE = NeedTable({}, {})
# A director at 120,000 from January on, and a helper at 60,000 from July on: 5,000 a month for six
# months; hiring costs a tenth of a salary in the month people start: 12,000 and 6,000.
PLAN = {
    "fte_step": 0.5,
    "floor": 0,
    "people_only_share": 0,
    "priorities": {"vision": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}],
    "need": {"vision": 260},
    "roles": [
        {"id": "director", "salary_usd": 120_000, "min_fte": 1, "max_fte": 1, "must_have": True,
         "does": {"vision": 1}},
        {"id": "helper", "salary_usd": 60_000, "min_fte": 1, "max_fte": 1, "must_have": True,
         "start_month": 7, "does": {"vision": 1}},
    ],
    "hiring": {"cost_share": 0.1},
    "funding": {"budget_usd": 200_000},
}  # fmt: skip


def seen(*sources, reserve=0):
    plan = Plan.model_validate(PLAN)
    years = OutlookPlan.model_validate(
        {"start": "2027-01", "years": 1, "opening_reserve_usd": reserve, "funding": sources}
    )
    return first_year(plan, project(plan, years, NO_TABLE))


def source(id, usd, pays="yearly_ahead", **more):
    return {"id": id, "usd": usd, "from": "2027-01", "to": "2027-12", "pays": pays, **more}


def test_people_start_in_their_month_with_what_their_hiring_costs():
    months = seen(source("city", 170_000)).months

    assert [one.starts for one in months] == [
        (Start("director", 1.0),), (), (), (), (), (), (Start("helper", 1.0),), (), (), (), (), (),
    ]  # fmt: skip
    assert (months[0].hiring_usd, months[6].hiring_usd) == (12_000, 6_000)
    assert months[0].cash.cost_usd == pytest.approx(22_000)
    assert months[6].cash.cost_usd == pytest.approx(21_000)
    assert months[7].cash.cost_usd == pytest.approx(15_000)


def test_money_that_comes_by_month_is_told_by_source():
    months = seen(
        source("city", 60_000, {"in_arrears_days": 60}, functions=["vision"]),
        source("church", 120_000, "quarterly_ahead"),
    ).months

    # City may claim 5,000 of January, paid two months later; Church pays 30,000 each quarter
    assert [dict(one.cash.received_usd) for one in months[:4]] == [
        {"church": 30_000},
        {},
        {"city": pytest.approx(5_000)},
        {"church": 30_000, "city": pytest.approx(5_000)},
    ]


def test_what_is_lacking_must_be_raised_when_it_is_first_lacking_and_when_most_is():
    # 100,000 in January; costs: 22,000, then 10,000 a month, from July 21,000 and 15,000. Free cash:
    # 28,000 at the end of June, 7,000 of July, -8,000 of August, -68,000 of December
    found = seen(source("city", 100_000))

    assert found.to_raise == (
        ToRaise("2027-08", pytest.approx(8_000)),
        ToRaise("2027-12", pytest.approx(68_000)),
    )
    assert found.months[found.low].cash.month == "2027-12"
    assert found.credit_usd == pytest.approx(0)


def test_money_on_its_way_asks_for_a_credit_and_is_not_raised_again():
    # 168,000 a year is what the year costs: 14,000 a month, two months late. At the end of February
    # 32,000 are paid and nothing has come: 32,000 are lacking, 28,000 of them on their way; January
    # alone lacks 22,000 - 14,000 = 8,000 that nobody owes yet.
    found = seen(source("city", 168_000, {"in_arrears_days": 60}))

    assert found.to_raise[0] == ToRaise("2027-01", pytest.approx(8_000))
    least = min(one.cash.free_cash_usd for one in found.months)
    most = max(one.usd for one in found.to_raise)
    assert found.credit_usd == pytest.approx(-least - most)


def test_where_there_is_no_plan_there_are_no_months():
    plan = Plan.model_validate({**PLAN, "funding": {"budget_usd": 1_000}})
    years = OutlookPlan.model_validate({"start": "2027-01"})

    assert first_year(plan, project(plan, years, NO_TABLE)) is None
