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

CATALOG = load()


def told(**given):
    return Answers(**{"name": "Riverbend", "start": "2027-03", **given})


def drafted(**given):
    return beginning.drafted(told(**given), CATALOG)


def found(bundle):
    return allocate(with_need(bundle.plan, CATALOG.need_table()))


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
    usual = CATALOG.plan_roles()[0].salary_usd

    salary = drafted(region="ca").plan.roles[0].salary_usd

    assert salary == round(usual * level / 100 / 100) * 100


def test_the_other_drivers_follow_the_partners_in_the_usual_ratio_and_stay_within_bounds():
    usual = {driver.id: driver.usual for driver in CATALOG.drivers}
    twice = drivers(CATALOG, 2 * int(usual["partners"].value))

    for id, fact in usual.items():
        assert twice[id] == min(2 * fact.value, fact.range[1])
    assert drivers(CATALOG, 1)["sites"] == usual["sites"].range[0]
    assert drivers(CATALOG, None) == {id: fact.value for id, fact in usual.items()}


def test_money_phase_and_start_stand_in_plan_and_years():
    bundle = drafted(budget_usd=Decimal(700_000), phase="organize_for_impact")

    assert (bundle.plan.funding.budget_usd, bundle.plan.phase) == (700_000, "organize_for_impact")
    assert [award.usd for award in bundle.outlook.funding] == [700_000]
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


@pytest.mark.parametrize("budget", [2_000, 20_000, 60_000, 120_000, 240_000, 500_000, 2_000_000])
@pytest.mark.parametrize("partners", [1, 25, 200])
def test_whatever_money_is_in_sight_the_draft_has_a_plan(budget, partners):
    bundle = drafted(budget_usd=Decimal(budget), partners=partners)

    assert found(bundle).found


def test_little_money_makes_a_lean_draft_and_more_a_usual_one():
    little, usual = drafted(budget_usd=Decimal(60_000)), drafted(budget_usd=Decimal(560_000))

    assert not any(role.must_have for role in little.plan.roles)
    assert (little.plan.floor, little.plan.office.base_usd) == (0, 0)
    assert little.structure.answers["low_cost"] == 4
    assert any(role.must_have for role in usual.plan.roles)


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
