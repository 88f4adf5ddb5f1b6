"""The command line says of the years what the page says, each with a way out where there is none."""

from cidesign.catalog import load
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.views.command.view import years_ahead, years_hired, years_told
from tests.views.outlook.test_both import DIRECTOR, PLAN, source

CATALOG = load()


def told(plan, *, hired, **ahead):
    asked = Plan.model_validate(plan)
    years = OutlookPlan.model_validate({"start": "2027-01", "years": 3, **ahead})
    found = (years_hired if hired else years_ahead)(asked, years, CATALOG)
    return years_told(found, asked, years, CATALOG, hired=hired)


def test_a_team_that_stays_is_told_with_what_is_missing_and_what_is_only_a_bridge():
    # 60,000 a year two months late, against 120,000: 180,000 are missing and 10,000 on their way.
    # With the 180,000 there, 170,000 less 5,000 a month is left: nothing after 34 months
    paid = source(60_000, pays={"in_arrears_days": 60})

    assert told(PLAN, hired=False, funding=[paid]) == (
        "Our team of 1 FTE runs out of money in January 2027, and $60,000 more a year from 2027 "
        "keeps it, with a credit for a time.",
        "$180,000 is missing at the end.",
        "With the missing money there from the first day, a credit of up to $10,000 is still needed "
        "in two months from November 2029 to December 2029.",
    )


def test_what_is_late_and_no_more_is_a_bridge_of_so_many_months():
    # at the end of January 10,000 are spent and nothing has come, from February on always 20,000
    paid = source(120_000, pays={"in_arrears_days": 60})

    assert told(PLAN, hired=False, years=1, funding=[{**paid, "to": "2027-12"}]) == (
        "Promised money keeps our team of 1 FTE through 2027, with a credit of up to $20,000 for a "
        "time.",
        "Until promised money is paid, a credit of up to $20,000 is needed in 12 months from January "
        "2027 to December 2027.",
    )


def test_a_hiring_plan_is_told_with_its_posts_and_how_good_it_is():
    assert told(PLAN, hired=True, funding=[source(60_000)]) == (
        "Promised money carries 0.5 FTE through 2029.",
        "2027: director comes with 0.5 FTE.",
        "After that the posts stay as they are.",
        "No better plan exists, to a tenth of a percent.",
    )


def test_where_nobody_is_carried_the_way_out_is_told():
    in_post = {**PLAN, "roles": [{**DIRECTOR, "in_post": 1}]}

    nobody = told(PLAN, hired=True, funding=[source(1_000)])
    parting = told(in_post, hired=True, hiring={"severance_share": 0.2})

    assert nobody == (
        "Promised money carries nobody.",
        "No post costs as little as there is: add who pays, or allow a smaller post on Team and "
        "budget.",
    )
    assert parting[1].endswith("add who pays, or free money at the start.")


def test_a_first_year_that_does_not_fit_is_said_to():
    plan = {**PLAN, "funding": {"budget_usd": 1_000}}

    assert told(plan, hired=False) == (
        "The first year's plan does not fit its budget.",
        "Mend the plan on the page Team and budget; then there are years to show.",
        "The command plan tells what would mend it.",
    )


def test_money_from_before_the_start_is_told_with_what_to_do():
    before = {**source(50_000), "id": "church", "from": "2025-01", "to": "2026-06"}

    assert told(PLAN, hired=False, funding=[source(120_000), before])[-1] == (
        "Church: It ends before January 2027, when the first year begins, so nothing of it counts: "
        "write a later last month, or put what is left of it into the opening reserve."
    )


def test_where_nobody_pays_the_way_to_say_who_does_is_told():
    assert told(PLAN, hired=False)[-1] == "Say who pays on the page Outlook, or in funding.yaml."
