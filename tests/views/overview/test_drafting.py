"""Ten minutes to a first plan: each answer goes where it belongs, what is left open is usual, and
what cannot be used is told.
"""

from decimal import Decimal

import pytest

from cidesign.budget import allocate, with_need
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.views.overview import beginning
from cidesign.views.overview.drafting import HINTS, HOSTING, QUESTIONS, Answers, drivers
from cidesign.views.overview.first_team import TEAMS

pytestmark = pytest.mark.slow

CATALOG = load()


def told(**given):
    return Answers(**{"name": "Riverbend", "start": "2027-03", **given})


def drafted(**given):
    return beginning.drafted(told(**given), CATALOG)


def found(bundle):
    return allocate(with_need(bundle.plan, CATALOG.need_table()))


def musts(bundle):
    return {role.id: role.min_fte for role in bundle.plan.roles if role.must_have}


def test_there_are_eight_questions_each_with_a_hint():
    assert len(QUESTIONS) == 8
    assert set(HINTS) == set(QUESTIONS)


def test_only_a_name_gives_the_same_as_start_ours():
    assert drafted() == beginning.begun("Riverbend", CATALOG, start="2027-03")


def test_a_draft_has_everything_a_page_needs_and_reads_the_same_from_its_files():
    bundle = drafted(
        change="Fewer evictions",
        region="ca",
        phase="organize_for_impact",
        partners=40,
        budget_usd=Decimal(700_000),
    )

    assert None not in (bundle.structure, bundle.rules, bundle.plan, bundle.outlook)
    assert read_files(bundle.files) == bundle


def test_the_profile_holds_what_was_told():
    one = drafted(
        change=" Fewer  evictions ", region="ca", partners=40, hosting="several"
    ).workshop.initiative

    assert (one.goal, one.place, one.state, one.partners, one.existing_backbone) == (
        "Fewer evictions",
        "California",
        "ca",
        40,
        "no",
    )


def test_where_a_backbone_works_nobody_has_to_be_chosen():
    assert drafted(hosting="at_work").workshop.has_a_backbone
    assert drafted().workshop.initiative.existing_backbone == ""


def test_salaries_follow_the_price_level_of_the_state():
    level = next(region for region in CATALOG.regions if region.id == "ca").index.value
    usual = CATALOG.plan_roles(2027)[0].salary_usd

    salary = drafted(region="ca").plan.roles[0].salary_usd

    assert salary == round(usual * level / 100 / 100) * 100


def test_the_other_drivers_follow_the_partners_in_the_usual_ratio_and_stay_within_bounds():
    usual = {driver.id: driver.usual for driver in CATALOG.drivers if driver.usual.value}
    twice = drivers(CATALOG, 2 * int(usual["partners"].value))

    for id, fact in usual.items():
        assert twice[id] == min(2 * fact.value, fact.range[1])
    assert drivers(CATALOG, 1)["sites"] == usual["sites"].range[0]
    assert drivers(CATALOG, None) == {id: fact.value for id, fact in usual.items()}


def test_money_phase_and_start_stand_in_plan_and_years():
    bundle = drafted(budget_usd=Decimal(700_000), phase="organize_for_impact")

    assert (bundle.plan.funding.budget_usd, bundle.plan.phase) == (700_000, "organize_for_impact")
    assert bundle.outlook.funding == ()  # money in sight is a budget; nobody promised it
    assert [(one.phase, one.from_) for one in bundle.outlook.phases] == [
        ("organize_for_impact", "2027-03"),
        ("sustain", "2029-03"),
    ]


def test_the_last_phase_has_none_after_it():
    assert [one.phase for one in drafted(phase="sustain").outlook.phases] == ["sustain"]


def test_the_rules_name_the_way_of_choosing_that_is_advised():
    # One organization able to do it makes a closed choice possible; several speak against it.
    assert drafted(hosting="one").rules.mode == "closed"
    assert drafted(hosting="several").rules.mode != "closed"


@pytest.mark.slow
@pytest.mark.parametrize("budget", [2_000, 20_000, 60_000, 120_000, 240_000, 500_000, 2_000_000])
@pytest.mark.parametrize("partners", [1, 25, 200])
def test_whatever_money_is_in_sight_the_draft_has_a_plan(budget, partners):
    bundle = drafted(budget_usd=Decimal(budget), partners=partners)

    assert found(bundle).found


def test_little_money_makes_a_lean_draft_and_more_a_usual_one():
    little, usual = drafted(budget_usd=Decimal(150_000)), drafted(budget_usd=Decimal(560_000))

    assert musts(little) == {"coordinator": 1}
    assert little.plan.office.base_usd == 0
    assert little.structure.answers["low_cost"] == 4
    assert musts(usual) == {"director": 1, "facilitator": Decimal("0.5")}
    assert usual.structure.answers["low_cost"] < 4


# What a board would sign: who is there, and that nobody is there for less than half the time.
@pytest.mark.parametrize(
    ("budget", "there", "leads"),
    [
        (100_000, {"coordinator"}, "coordinator"),
        (150_000, {"coordinator"}, "coordinator"),
        (200_000, {"coordinator", "facilitator"}, "coordinator"),
        (250_000, {"director", "coordinator"}, "director"),
        (400_000, {"director", "facilitator"}, "director"),
        (550_000, {"director", "facilitator", "data_manager", "community_manager"}, "director"),
        (750_000, {"director", "facilitator", "data_manager", "community_manager"}, "director"),
        (1_000_000, {"director", "facilitator", "data_manager", "community_manager"}, "director"),
    ],
)
def test_every_budget_buys_a_team_with_somebody_to_lead_it(budget, there, leads):
    bundle = drafted(budget_usd=Decimal(budget), start="2027-01")
    plan = bundle.plan
    hired = {role: fte for role, fte in found(bundle).fte.items() if fte}

    assert there <= set(hired)
    assert plan.supervision.by[0] == leads
    assert hired[leads] == 1 or budget == 100_000
    assert min(hired.values()) >= 0.5
    assert ("director" in hired) == (leads == "director")
    starts = {role.id: role.start_month for role in plan.roles if role.id in hired}
    assert starts == {role: 1 if role == leads else 3 for role in hired}


def test_a_coordinator_leads_none_who_need_a_director_however_much_money_there_is():
    bundle = drafted(budget_usd=Decimal(200_000), start="2027-01")
    plan = bundle.plan.model_copy(
        update={
            "funding": bundle.plan.funding.model_copy(update={"budget_usd": Decimal(650_000)}),
            "roles": tuple(
                role.model_copy(update={"max_fte": Decimal(0), "min_fte": Decimal(0)})
                if role.id == "director"
                else role
                for role in bundle.plan.roles
            ),
        }
    )

    hired = {
        role for role, fte in allocate(with_need(plan, CATALOG.need_table())).fte.items() if fte
    }

    assert hired <= {"coordinator", "facilitator", "administrator"}


@pytest.mark.parametrize(
    ("budget", "floor"), [(100_000, "0.05"), (250_000, "0.1"), (400_000, "0.2"), (550_000, "0.35")]
)
def test_least_coverage_is_the_most_of_four_that_the_money_carries(budget, floor):
    bundle = drafted(budget_usd=Decimal(budget), start="2027-01")

    assert bundle.plan.floor == Decimal(floor)
    assert min(found(bundle).coverage.values()) >= float(floor) - 1e-6


def test_what_hiring_costs_is_written_once_beside_the_years():
    bundle = drafted()

    assert bundle.outlook.hiring.cost_share == Decimal("0.15")
    assert b"ramp_up_loss" not in bundle.files["plan.yaml"]
    assert bundle.plan.hiring == bundle.outlook.hiring


def test_every_role_of_a_first_team_is_one_we_know():
    known = {role.id for role in CATALOG.roles}

    for team in TEAMS:
        assert set(team.posts) | set(team.led_by) <= known


def test_every_answer_that_cannot_be_used_is_told_under_its_question():
    wrong = told(
        name="",
        change="x" * 601,
        region="atlantis",
        phase="ripe",
        partners=0,
        budget_usd=Decimal(-5),
        hosting="me",
        start="soon",
    )

    with pytest.raises(BadInput) as caught:
        beginning.drafted(wrong, CATALOG)

    assert [problem.where for problem in caught.value.problems] == [
        QUESTIONS[one]
        for one in ("name", "change", "region", "phase", "hosting", "start", "partners", "budget")
    ]


@pytest.mark.parametrize("hosting", ["", *HOSTING])
def test_every_answer_about_hosts_makes_a_draft(hosting):
    assert drafted(hosting=hosting).workshop.name == "Riverbend"
