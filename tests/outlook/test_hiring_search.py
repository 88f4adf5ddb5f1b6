"""A hiring plan is told as it is found, and the search for it can be stopped."""

import time

import pytest

from benchmarks.hiring import five_years
from cidesign.domain.outlook import HiringQuestion, HiringSoFar, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.outlook import hiring_plan, search_hiring
from cidesign.outlook.hiring import tell_hiring_plans
from tests.outlook.cases import case, inputs, table
from tests.outlook.test_outlook_laws import PLAN, TABLE, YEARS

QUESTIONS = list(HiringQuestion)


def search():
    return search_hiring(Plan.model_validate(PLAN), OutlookPlan.model_validate(YEARS), table(TABLE))


def test_plans_are_told_in_the_order_of_the_questions_the_best_last():
    told = list(search())

    asked = [QUESTIONS.index(one.question) for one in told]
    assert asked == sorted(asked)
    assert [one.found.status for one in told[:-1]] == ["best_found"] * (len(told) - 1)
    assert told[-1].found.status == "optimal"
    assert told[-1].found == hiring_plan(
        Plan.model_validate(PLAN), OutlookPlan.model_validate(YEARS), table(TABLE)
    )


def test_five_years_of_nine_roles_have_a_first_plan_with_its_gap_in_five_seconds():
    plan, years = five_years()
    began = time.process_time()  # of this process alone, however busy the machine is

    class FirstError(Exception):
        """Ends the search with its first plan."""

    def tell(so_far: HiringSoFar) -> None:
        first = so_far.found
        assert len(first.years) == 5
        assert 0 <= first.gap <= 1
        raise FirstError

    with pytest.raises(FirstError):
        tell_hiring_plans(tell, plan, years, (plan.need,) * 5, 60.0)

    assert time.process_time() - began < 5


def test_every_plan_told_on_the_way_is_whole_and_carries_itself():
    for one in search():
        assert len(one.found.years) == 3
        assert len(one.found.months) == 36
        assert one.found.missing_usd == 0


def test_a_search_that_is_stopped_keeps_its_first_plan():
    under_way = search()

    first = next(iter(under_way))

    assert under_way.is_over
    assert under_way.latest is not None
    assert len(first.found.years) == 3


def test_where_nobody_can_be_carried_the_only_word_is_that():
    told = list(search_hiring(*inputs(case("hire_nobody_can_be_carried"))))

    assert [one.found.status for one in told] == ["infeasible"]
