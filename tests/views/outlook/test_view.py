"""The page Outlook says when the money runs out, what prevents it, and what is missing."""

from dataclasses import fields, replace

import pytest

from cidesign.catalog import load
from cidesign.domain.catalog import Catalog
from cidesign.domain.money import Overhead
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.panel import Candidate, Offer
from cidesign.domain.plan import Plan
from cidesign.domain.workshop import Bundle, Decision, Decisions, Workshop
from cidesign.outlook import Raising
from cidesign.views.outlook.view import outlook_view, years_ahead

NO_CATALOG = Catalog(*((),) * len(fields(Catalog)))
PLAN = {
    "fte_step": 0.5, "floor": 0, "people_only_share": 0, "priorities": {"vision": 1, "policy": 1},
    "benefit_curve": [{"coverage": 1, "benefit": 100}], "need": {"vision": 130, "policy": 70},
    "roles": [{"id": "director", "salary_usd": 120_000, "min_fte": 1, "max_fte": 1, "must_have": True, "does": {"vision": 1}}],
    "funding": {"budget_usd": 120_000},
}  # fmt: skip
AWARD = {
    "id": "foundation",
    "usd": 100_000,
    "from": "2027-01",
    "to": "2028-12",
    "pays": "yearly_ahead",
}
YEARS = {
    "start": "2027-01",
    "years": 2,
    "growth": {"salaries": 0.05},
    "opening_reserve_usd": 30_000,
    "funding": [AWARD],
}


def bundle(plan=PLAN, years=YEARS):
    return Bundle(
        files={},
        workshop=Workshop(name="Ours"),
        plan=None if plan is None else Plan.model_validate(plan),
        outlook=None if years is None else OutlookPlan.model_validate(years),
    )


def test_the_answer_names_the_month_and_what_prevents_it():
    # the contract's case: 16,000 are lacking at the end of 2028
    view = outlook_view(bundle(), NO_CATALOG)

    assert view.answer == "The money runs out in November 2028."
    assert view.and_line == "$16,000 more of free money by January 2028 prevents it."
    assert view.raising == Raising("2028-01", 16_000, 1)
    assert view.outlook.runs_out == "2028-11"


def test_what_is_to_be_raised_is_rounded_up_to_the_next_thousand_as_everywhere():
    # 16,000 less the 3.33 more that there is
    view = outlook_view(bundle(years={**YEARS, "opening_reserve_usd": "30003.33"}), NO_CATALOG)

    assert view.raising == Raising("2028-01", pytest.approx(15_996.67), 1)
    assert view.and_line == "$16,000 more of free money by January 2028 prevents it."


def test_a_remembered_outlook_may_take_the_place_of_a_new_one():
    remembered = years_ahead(
        Plan.model_validate(PLAN), OutlookPlan.model_validate(YEARS), NO_CATALOG
    )

    view = outlook_view(bundle(), NO_CATALOG, solve=lambda plan, years, catalog: remembered)

    assert view == outlook_view(bundle(), NO_CATALOG)
    assert view.outlook is remembered


def test_a_run_out_with_years_to_come_asks_for_an_amount_each_year():
    # 60,000 a year against 120,000: 60,000 more each year
    view = outlook_view(
        bundle(
            years={
                "start": "2027-01",
                "years": 3,
                "funding": [{**AWARD, "usd": 60_000, "to": "2029-12"}],
            }
        ),
        NO_CATALOG,
    )

    assert (
        view.and_line
        == "$60,000 more of free money a year, for three years from January 2027, prevents it."
    )


def test_money_that_lasts_is_measured_against_the_target():
    # 90,000 + 200,000 - 120,000 - 126,000 = 44,000: 4.2 months of 10,500
    view = outlook_view(bundle(years={**YEARS, "opening_reserve_usd": 90_000}), NO_CATALOG)

    assert view.answer == "The money lasts through December 2028."
    assert view.and_line == "At the end the reserve pays 4.2 months; the target is 3."
    assert view.raising is None
    assert [row.below_target for row in view.rows] == [False, False]


def test_a_year_tells_its_hours_its_weakest_function_and_its_reserve():
    row = outlook_view(bundle(), NO_CATALOG).rows[0]

    assert (row.label, row.need_hours, row.capacity_hours, row.fte) == (
        "2027",
        200,
        pytest.approx(130, abs=0.001),
        1,
    )
    assert row.covered == pytest.approx(0.65, abs=0.001)
    assert (row.weakest, row.weakest_share) == ("policy", 0)
    assert (row.reserve_months, row.below_target) == (1, True)


def test_a_year_across_two_calendar_years_is_named_after_both():
    view = outlook_view(bundle(years={**YEARS, "start": "2027-07"}), NO_CATALOG)

    assert [row.label for row in view.rows] == ["2027/28", "2028/29"]


def test_warnings_name_gap_reserve_and_the_end_of_promises():
    view = outlook_view(bundle(years={**YEARS, "years": 3}), NO_CATALOG)

    assert view.warnings == (
        "What is lacking grows by $16,000 in 2028.",
        "What is lacking grows by $132,300 in 2029.",
        "The reserve ends below the target of 3 months in 2027, 2028 and 2029.",
        "Nobody has promised money for the time after December 2028.",
    )


def test_a_grant_that_lapses_and_a_thin_year_are_warned_of():
    plan = {
        **PLAN,
        "need": {"vision": 130, "policy": 130},
        "funding": {"budget_usd": 150_000},
    }
    grant = {**AWARD, "usd": 150_000, "to": "2027-12", "functions": ["vision"]}

    view = outlook_view(
        bundle(plan, {**YEARS, "years": 1, "reserve_target_months": 0, "funding": [grant]}),
        NO_CATALOG,
    )

    assert view.warnings == (
        "Grants lose $30,000 in 2027: their functions do not cost as much before they end.",
        "In 2027 the team covers 50% of the hours needed; policy has least, 0%.",
    )


def test_assumptions_name_growth_hiring_fee_and_what_is_not_counted():
    plan = {**PLAN, "overhead": {"kind": "fee", "rate": 0.08}, "funding": {"budget_usd": 150_000}}
    renewed = {
        **AWARD,
        "renewal": {"chance": 0.5, "usd": 100_000, "years": 2},
        "match": {"usd": 10_000},
    }
    hiring = {"cost_share": 0.15, "ramp_up_loss": 0.25}

    said = outlook_view(
        bundle(
            plan, {**YEARS, "growth": {"salaries": 0.035}, "hiring": hiring, "funding": [renewed]}
        ),
        NO_CATALOG,
    ).assumptions

    assert "Salaries grow by 3.5% a year, other prices by 0%." in said
    assert (
        "Hiring costs 15% of salary in the month people start; new people lose 25% of their hours "
        "in the first year."
    ) in said
    assert "No grant is counted as renewed." in said
    assert (
        "What a source pays only against a match is counted; what the match itself must bring is not."
    ) in said
    assert "The host keeps 8% of all money as it arrives." in said
    assert "The need is given in the plan, so phases do not change it." in said


@pytest.mark.parametrize(
    ("plan", "years", "wanting"),
    [
        (None, YEARS, ["There is no plan yet: make one on the page Team and budget."]),
        (PLAN, None, ["There is nothing about the years yet: say when you start and who pays."]),
    ],
)
def test_without_a_plan_or_years_the_page_says_what_is_missing(plan, years, wanting):
    view = outlook_view(bundle(plan, years), NO_CATALOG)

    assert view.answer == "There is no outlook yet."
    assert list(view.missing) == wanting
    assert view.rows == ()


def test_a_plan_that_does_not_fit_its_budget_shows_the_way_to_the_team():
    view = outlook_view(bundle({**PLAN, "funding": {"budget_usd": 50_000}}), NO_CATALOG)

    assert view.answer == "The first year's plan does not fit its budget."
    assert view.missing == (
        "Mend the plan on the page Team and budget; then there are years to show.",
    )
    assert view.rows == ()


def test_the_catalog_turns_drivers_into_a_need():
    catalog = load()
    driver = catalog.drivers[0].id
    plan = {key: value for key, value in PLAN.items() if key != "need"} | {
        "drivers": {driver: 20},
        "phase": "initiate_action",
    }
    plan["priorities"] = dict.fromkeys(
        ["vision", "aligned", "measurement", "community", "policy", "resources"], 1
    )

    found = years_ahead(Plan.model_validate(plan), OutlookPlan.model_validate(YEARS), catalog)

    assert sum(found.years[0].need_hours.values()) > 0


def test_the_chosen_hosts_terms_reach_the_years_ahead():
    # a fee of 10% on 100,000 a year is 10,000 a year: with a salary of 120,000 and then 126,000,
    # costs are 130,000 and 136,000
    offer = Offer(overhead=Overhead(kind="fee", rate="0.1"))
    chosen = Decision(page="compare", what="Oak hosts", figures={"chosen": "oak"})
    own = bundle({**PLAN, "funding": {"budget_usd": 150_000}})
    hosted = replace(
        own,
        candidates=(Candidate(id="oak", name="Oak", offer=offer),),
        decisions=Decisions(decisions=(chosen,)),
    )

    view = outlook_view(hosted, NO_CATALOG)

    assert [row.raw.cost_usd for row in view.rows] == pytest.approx([130_000, 136_000])
    assert (
        "The terms of Oak, the chosen host, are counted in: pay scale, benefits, overhead and "
        "gifts."
    ) in view.assumptions


def test_a_first_year_that_counts_on_more_than_is_listed_is_warned_of():
    plan = {**PLAN, "funding": {"budget_usd": 150_000}}

    said = outlook_view(bundle(plan), NO_CATALOG).warnings

    assert (
        "The first year's plan costs $120k of $150k; the money listed here brings $100k in that "
        "year."
    ) in said
