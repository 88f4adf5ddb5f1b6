"""Order never matters, what is wrong is said, and what must be raised is worked by hand."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from cidesign.budget import allocate, with_need
from cidesign.domain.outlook import Outlook, OutlookMonth, OutlookPlan, OutlookYear
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import months_after
from cidesign.outlook import Raising, project, raising
from tests.outlook.cases import case, inputs, table

PLAN = {
    "fte_step": 0.5,
    "floor": 0,
    "priorities": {"vision": 2, "aligned": 1, "measurement": 2},
    "drivers": {"partners": 10, "sites": 3},
    "phase": "initiate_action",
    "roles": [
        {
            "id": "a",
            "salary_usd": 100_000,
            "min_fte": 0.5,
            "max_fte": 1,
            "must_have": True,
            "does": {"vision": 1, "aligned": 0.8},
        },
        {
            "id": "b",
            "salary_usd": 70_000,
            "benefits_rate": 0.25,
            "min_fte": 0,
            "max_fte": 1.5,
            "does": {"aligned": 1, "measurement": 0.9},
        },
    ],
    "lines": [
        {
            "id": "k",
            "functions": {"measurement": 2, "vision": 1},
            "pieces": [{"usd": 9_000, "hours_per_month_per_1000_usd": 2}],
        },
        {
            "id": "l",
            "functions": {"aligned": 1},
            "fixed_usd": 4_000,
            "fixed_hours_per_month": 9,
            "indirect": False,
        },
    ],
    "office": {"base_usd": 6_000, "per_fte_usd": 2_000},
    "overhead": {"kind": "indirect", "rate": 0.1},
    "in_kind": [
        {"id": "m", "usd": 3_000, "offsets": "office"},
        {"id": "n", "usd": 20_000, "offsets": "role:b"},
    ],
    "funding": {"budget_usd": 260_000},
}
YEARS = {
    "start": "2027-01",
    "years": 3,
    "phases": [{"phase": "organize_for_impact", "from": "2028-05"}],
    "growth": {"salaries": 0.03, "other": 0.02, "drivers": {"partners": 0.1}},
    "hiring": {"cost_share": 0.15, "ramp_up_loss": 0.25},
    "opening_reserve_usd": 20_000,
    "funding": [
        {"id": "p", "usd": 150_000, "from": "2027-01", "to": "2029-12"},
        {
            "id": "q",
            "usd": 60_000,
            "from": "2027-03",
            "to": "2028-08",
            "functions": ["vision", "measurement"],
        },
        {
            "id": "r",
            "usd": 90_000,
            "from": "2027-07",
            "to": "2029-06",
            "pays": {"in_arrears_days": 45},
            "functions": ["measurement"],
        },
        {
            "id": "s",
            "usd": 30_000,
            "from": "2027-01",
            "to": "2028-03",
            "pays": "quarterly_ahead",
            "functions": ["aligned", "vision"],
        },
    ],
}
TABLE = {
    "hours_per_driver": {
        "partners": {"vision": 6, "aligned": 8},
        "sites": {"measurement": 40, "aligned": 10},
    },
    "phase_factor": {
        "generate_ideas": {"vision": 1, "aligned": 1, "measurement": 1},
        "initiate_action": {"vision": 1.2, "aligned": 1, "measurement": 0.8},
        "organize_for_impact": {"vision": 0.9, "aligned": 1.1, "measurement": 1.2},
        "sustain": {"vision": 0, "aligned": 0, "measurement": 0},
    },
}


def shuffled(given, order):
    if isinstance(given, dict):
        return {key: shuffled(given[key], order) for key in order.sample(sorted(given), len(given))}
    if isinstance(given, list) and given and "id" in given[0]:
        return [shuffled(one, order) for one in order.sample(given, len(given))]
    return given


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_roles_lines_awards_and_keys_never_matters(seed):
    order = random.Random(seed)

    first = project(Plan.model_validate(PLAN), OutlookPlan.model_validate(YEARS), table(TABLE))
    again = project(
        Plan.model_validate(shuffled(PLAN, order)),
        OutlookPlan.model_validate(shuffled(YEARS, order)),
        table(TABLE),
    )

    assert len(first.years) == 3
    assert again == first


def test_the_first_year_costs_what_the_plan_costs_and_the_hiring():
    plan = Plan.model_validate(PLAN)
    found = allocate(with_need(plan, table(TABLE)))
    hiring = sum(0.15 * float(role.salary_usd) * found.fte[role.id] for role in plan.roles)

    years = project(plan, OutlookPlan.model_validate(YEARS), table(TABLE)).years

    assert years[0].fte == found.fte
    assert years[0].cost_usd == pytest.approx(found.cost_usd + hiring, abs=0.01)


def test_months_add_up_to_their_year():
    found = project(Plan.model_validate(PLAN), OutlookPlan.model_validate(YEARS), table(TABLE))

    for place, year in enumerate(found.years):
        months = found.months[12 * place : 12 * place + 12]
        assert sum(month.cost_usd for month in months) == pytest.approx(year.cost_usd)
        assert sum(month.funding_usd for month in months) == pytest.approx(year.funding_usd)
        assert year.reserve_usd - year.gap_usd == pytest.approx(months[-1].free_cash_usd)


def test_a_year_in_which_nothing_is_needed_has_no_coverage_and_still_costs():
    years = OutlookPlan.model_validate(
        {**YEARS, "years": 2, "phases": [{"phase": "sustain", "from": "2028-01"}]}
    )

    found = project(Plan.model_validate(PLAN), years, table(TABLE))

    assert set(found.years[1].coverage.values()) == {None}
    assert found.years[1].plan_score is None
    assert found.years[1].cost_usd > found.years[0].cost_usd / 2


def test_growth_of_an_unknown_driver_is_refused_by_name():
    years = OutlookPlan.model_validate({**YEARS, "growth": {"drivers": {"partner": 0.1}}})

    with pytest.raises(BadInput) as refused:
        project(Plan.model_validate(PLAN), years, table(TABLE))

    assert refused.value.problems == (
        Problem(
            "outlook.yaml: growth.drivers.partner",
            '"partner" is not a known driver',
            "did you mean partners?",
        ),
    )


def test_a_project_changes_nothing_it_was_given():
    given = inputs(case("contract"))
    before = [repr(value) for value in given]

    project(*given)

    assert [repr(value) for value in given] == before


def outlook(ends):
    """An outlook with these free balances at the end of each month; a year that ends below 0 is
    made good.
    """
    months = tuple(
        OutlookMonth(months_after("2027-01", place), 0, 0, cash) for place, cash in enumerate(ends)
    )
    blank = OutlookYear(2027, {}, {}, {}, None, {}, 0, 0, 0, 0, 0)
    years = tuple(
        replace(blank, year=2027 + n, gap_usd=max(0, -ends[12 * n + 11]))
        for n in range(len(ends) // 12)
    )
    return Outlook(
        "optimal",
        years,
        months,
        next((month.month for month in months if month.free_cash_usd < 0), None),
    )


def test_nothing_must_be_raised_where_the_money_lasts():
    assert raising(outlook([5.0] * 12)) is None


def test_the_amount_covers_the_deepest_month_of_the_years_it_is_paid_in():
    # 2027 lasts. 2028 dips to -30,000 in June and ends at -20,000; 2029 starts anew at 0 and ends
    # at -40,000, which is -60,000 in all. One payment must cover 30,000 by June 2028, two of them
    # 60,000 by the end of 2029: 30,000 a year do both.
    ends = (
        [10_000.0] * 12 + [0.0] * 5 + [-30_000.0] + [-20_000.0] * 6 + [-1_000.0] * 11 + [-40_000.0]
    )

    assert raising(outlook(ends)) == Raising("2028-01", 30_000, 2)


def test_a_host_that_keeps_a_fee_makes_the_amount_larger():
    # 90,000 must arrive after a fee of 10%: 100,000.
    assert raising(outlook([-90_000.0] * 12), fee_rate=Decimal("0.1")) == Raising(
        "2027-01", 100_000, 1
    )


@pytest.mark.parametrize(
    ("usd", "whole"), [(16_000.0, 16_000), (16_000.004, 16_000), (16_000.01, 16_001)]
)
def test_whole_dollars_to_raise_are_never_too_few(usd, whole):
    assert Raising("2027-01", usd, 1).whole_usd_per_year == whole
