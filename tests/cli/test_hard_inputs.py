"""Zero funding, a grant above the budget, a role that needs one that is not there, nobody who may
lead, dates out of order, a source before the start, ten years: answered in words, each with a way
out.
"""

from pathlib import Path

import pytest

from tests.cli.files import OUTLOOK, PLAN, lay_out, lines, run

GRANT = "funding: {budget_usd: 200000, grants: [{id: state, usd: 250000, functions: [vision]}]}\n"
LED_BY_NOBODY = "supervision: {by: [], hours_per_person: 6}\n"
# The director may have no time at all, and only the director may lead the one who is left.
NO_LEADER = PLAN.replace(
    "min_fte: 0.5, max_fte: 1, must_have: true, does: {vision: 1, measurement: 0.25}",
    "min_fte: 0, max_fte: 0, does: {vision: 1, measurement: 0.25}",
).replace("need: {vision: 100, measurement: 120}", "need: {measurement: 120}")
BACKWARDS = OUTLOOK.replace("from: 2027-01, to: 2027-12", "from: 2027-12, to: 2027-01")
PHASES = """\
phases:
- {phase: sustain, from: 2028-01}
- {phase: organize_for_impact, from: 2027-01}
"""
BEFORE = "- {id: church, usd: 50000, from: 2025-01, to: 2026-06}\n"


def told(folder: Path, *words: str) -> str:
    """What a command says that must be answered."""
    result = run(*words, *(["outlook.yaml"] if words[0] == "outlook" else []))
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_no_money_at_all_names_the_budget_that_would_do(here):
    lay_out(here, plan_yaml=PLAN.replace("budget_usd: 200000", "budget_usd: 0"))

    assert "Each of these changes alone makes a plan possible:\n- Raise the budget to $" in told(
        here, "plan", "plan.yaml"
    )
    assert told(here, "outlook", "plan.yaml").endswith(
        "The first year's plan does not fit its budget.\n"
        "Mend the plan on the page Team and budget; then there are years to show.\n"
        "The command plan tells what would mend it.\n"
    )


def test_years_nobody_pays_for_say_where_to_say_who_does(here):
    lay_out(here, outlook_yaml=OUTLOOK.partition("funding:")[0])

    said = told(here, "outlook", "plan.yaml")

    assert "Nobody has promised money yet; our team of" in said
    assert said.endswith("Say who pays on the page Outlook, or in funding.yaml.\n")


@pytest.mark.parametrize(
    ("plan", "where", "way_out"),
    [
        (PLAN.replace("funding: {budget_usd: 200000}\n", GRANT), "grants", "250000"),
        (
            PLAN.replace("max_fte: 1, must_have: true, does: {measurement", "max_fte: 1, needs: [clerk], does: {measurement"),
            "roles[1] (data_manager).needs: \"clerk\" is no role of this plan",
            "write one of director",
        ),
        (PLAN + LED_BY_NOBODY, "supervision.by: nobody leads", "name the roles that may lead"),
    ],
    ids=["a grant above the budget", "a role that needs one that is not there", "nobody leads"],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_refused_with_a_way_out(here, plan, where, way_out):
    lay_out(here, plan_yaml=plan)

    (said,) = lines(run("plan", "plan.yaml"))

    assert said.startswith("plan.yaml: ")
    assert where in said
    assert way_out in said


def test_a_team_that_nobody_may_lead_names_who_could(here):
    team = NO_LEADER.replace(
        "min_fte: 0.5, max_fte: 1, must_have: true, does: {measurement: 1}",
        "min_fte: 2, max_fte: 2, must_have: true, does: {measurement: 1}",
    )
    led = "supervision: {by: [director], hours_per_person: 6}\n"
    lay_out(here, plan_yaml=team.replace("budget_usd: 200000", "budget_usd: 400000") + led)
    rich = told(here, "plan", "plan.yaml")
    lay_out(here, plan_yaml=team + led)
    poor = told(here, "plan", "plan.yaml")

    assert "6 h a month to lead each person, given by: director" in rich
    assert "alone makes a plan possible:\n- Allow 0.5 FTE director" in rich
    # 200,000 pay the two data managers and no director: no single change is enough.
    assert "No single change is enough: change more than one of these at once" in poor


@pytest.mark.parametrize(
    ("outlook", "where", "way_out"),
    [
        (BACKWARDS, "it ends in 2027-01, before it starts in 2027-12", "write a last month"),
        (OUTLOOK + PHASES, "does not start after the one before", "list the phases by month"),
    ],
    ids=["a source that ends before it starts", "phases out of order"],
)
def test_dates_out_of_order_are_refused_with_a_way_out(here, outlook, where, way_out):
    lay_out(here, outlook_yaml=outlook)

    (said,) = lines(run("outlook", "plan.yaml", "outlook.yaml"))

    assert where in said
    assert way_out in said


def test_a_source_from_before_the_start_is_told_with_what_to_do(here):
    lay_out(here, outlook_yaml=OUTLOOK + BEFORE)

    assert "Church: It ends before January 2027" in told(here, "outlook", "plan.yaml")
    assert "into the opening reserve" in told(here, "outlook", "plan.yaml")


def test_ten_years_are_answered_and_eleven_refused(here):
    long = OUTLOOK.replace("2027-12", "2036-12").replace("usd: 200000", "usd: 400000")
    lay_out(here, outlook_yaml=long.replace("years: 1", "years: 10"))
    ten = told(here, "outlook", "plan.yaml")
    lay_out(here, outlook_yaml=long.replace("years: 1", "years: 11"))

    assert "Promised money keeps our team of 1.5 FTE through 2036." in ten
    assert lines(run("outlook", "plan.yaml", "outlook.yaml")) == [
        "outlook.yaml: years: 11 is above 10; write 10 or less"
    ]
