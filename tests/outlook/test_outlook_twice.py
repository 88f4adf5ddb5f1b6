"""The cash of a team that stays agrees with a second program, written from the contract alone; and
its first year is the plan.
"""

import pytest

from cidesign.budget import allocate
from cidesign.domain.first_year import plan_of_first_year
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.outlook import project
from tests.outlook.by_month import story, told
from tests.outlook.cases import NO_TABLE

CENT = 0.01


def agrees(seed: int) -> None:
    given = story(seed)
    plan = Plan.model_validate(given["plan"])
    years = OutlookPlan.model_validate(given["years"])

    found = project(plan, years, NO_TABLE)

    expected = told(given)
    for year, wanted in zip(found.years, expected["years"], strict=True):
        for key, usd in wanted.items():
            assert getattr(year, key) == pytest.approx(usd, abs=CENT), (year.year, key)
    for key in ("runs_out", "short_from"):
        assert getattr(found, key) == expected[key]
    for key in ("missing_usd", "bridge_usd"):
        assert getattr(found, key) == pytest.approx(expected[key], abs=CENT), key
    first, planned = found.years[0], allocate(plan_of_first_year(plan, years))
    fee_rate = float(plan.overhead.fee_rate)
    without_fee = planned.cost_usd - fee_rate * float(plan.funding.budget_usd)
    covered = {id: share for id, share in first.coverage.items() if share is not None}
    assert (first.fte, first.plan_score, covered) == (
        planned.fte,
        planned.plan_score,
        planned.coverage,
    )
    assert first.cost_usd - fee_rate * first.funding_usd == pytest.approx(without_fee, abs=CENT)


@pytest.mark.parametrize(
    "seed",
    [*range(8), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(8, 100))],
)
def test_months_of_a_kept_team_agree_with_a_second_program(seed: int) -> None:
    agrees(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 500))
def test_months_of_many_kept_teams_agree_with_a_second_program(seed: int) -> None:
    agrees(seed)
