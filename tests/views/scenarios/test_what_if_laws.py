"""What must be true of any plan of which something is asked: money that is free, or pay that is
lower, never lowers its score; a source that is lost never raises it.
"""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cidesign.budget import allocate
from cidesign.domain.plan import Plan
from cidesign.domain.what_if import WhatIfs, would_be
from tests.budget.plans import random_plan
from tests.budget.test_laws import POINTS, score

pytestmark = pytest.mark.slow

plans = st.builds(random_plan, st.integers(0, 10**6))
with_grants = plans.filter(lambda plan: plan.funding.grants)


def score_if(plan: Plan, **asked: object) -> float:
    return score(allocate(would_be(plan, None, WhatIfs.model_validate(asked))[0]))


def ids(plan: Plan) -> list[str]:
    return [grant.id for grant in plan.funding.grants]


@settings(max_examples=10)
@given(plan=with_grants)
def test_a_grant_that_is_free_never_lowers_the_plan_score(plan: Plan) -> None:
    assert score_if(plan, unrestricted=ids(plan)) >= score_if(plan) - POINTS


@settings(max_examples=10)
@given(plan=with_grants)
def test_a_source_that_is_lost_never_raises_the_plan_score(plan: Plan) -> None:
    assert score_if(plan, source_lost=ids(plan)[:1]) <= score_if(plan) + POINTS


@settings(max_examples=10)
@given(plan=plans)
def test_one_more_of_every_post_never_lowers_the_plan_score(plan: Plan) -> None:
    more = [one.id for one in plan.roles if one.max_fte]

    assert score_if(plan, one_more=more) >= score_if(plan) - POINTS


@settings(max_examples=10)
@given(plan=plans.filter(lambda plan: 1 % plan.fte_step == 0))
def test_any_part_of_a_post_never_lowers_the_plan_score(plan: Plan) -> None:
    assert score_if(plan, smallest_post=Decimal(0)) >= score_if(plan) - POINTS


@settings(max_examples=10)
@given(plan=plans)
def test_more_budget_never_lowers_the_plan_score(plan: Plan) -> None:
    assert score_if(plan, budget=Decimal(50_000)) >= score_if(plan) - POINTS


@settings(max_examples=10)
@given(plan=plans, share=st.integers(1, 50))
def test_lower_pay_never_lowers_the_plan_score(plan: Plan, share: int) -> None:
    # A least share of cost for community work is a share of pay too, so it may ask for more then.
    free = plan.model_copy(update={"community_min_share": Decimal(0)})

    assert score_if(free, pay=Decimal(-share) / 100) >= score_if(free) - POINTS
