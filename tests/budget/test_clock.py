"""The clock is hard, a stuck search harms nobody after it, two searches at once do not meet, and
nothing is printed.
"""

from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any

import pytest

from cidesign.budget import OutOfTimeError, Search, allocate
from cidesign.budget.clock import SearchFailedError
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS
from tests.budget.audit import faults_of
from tests.budget.counting import count_to, count_to_and_break, count_to_and_never_end
from tests.budget.milp import best_score
from tests.budget.plans import random_plan

pytestmark = pytest.mark.slow

GRACE_SECONDS = 3.0


def crowd() -> Plan:
    """Forty roles that differ a little, in steps of a hundredth, and thirty lines with fixed
    amounts: more than a second's work.
    """
    functions = [str(function) for function in FUNCTIONS]
    roles: list[dict[str, Any]] = [
        {
            "id": f"role_{k:02d}",
            "salary_usd": 61000 + 1373 * ((k * 17) % 41),
            "min_fte": "0.37",
            "max_fte": "1.13",
            "does": {
                functions[(k + j) % 6]: round(0.41 + 0.013 * ((k * 7 + j * 11) % 43), 3)
                for j in range(4)
            },
        }
        for k in range(40)
    ]
    lines = [
        {
            "id": f"line_{k:02d}",
            "functions": {functions[k % 6]: 3, functions[(k + 2) % 6]: 2},
            "fixed_usd": 3100 + 170 * ((k * 13) % 31),
            "fixed_hours_per_month": 3 + k % 4,
            "pieces": [{"usd": 7000 + 100 * k, "hours_per_month_per_1000_usd": 1}],
        }
        for k in range(30)
    ]
    return Plan.model_validate(
        {
            "fte_step": "0.01",
            "priorities": {function: 10 + k for k, function in enumerate(functions)},
            "need": {function: 211 + 37 * k for k, function in enumerate(functions)},
            "roles": roles,
            "lines": lines,
            "reserve_rate": "0.07",
            "funding": {
                "budget_usd": 611000,
                "grants": [{"id": "g", "usd": 150000, "functions": functions[:2]}],
            },
        }
    )


@pytest.mark.parametrize("seconds", [1e-6, 0.01, 0.3])
def test_when_time_is_short_the_status_says_so_and_the_figures_still_hold(seconds: float) -> None:
    plan = crowd()
    started = monotonic()

    told = allocate(plan, seconds=seconds)

    assert monotonic() - started < seconds + GRACE_SECONDS
    assert told.status in ("best_found", "none_found")
    if told.status == "none_found":
        assert (told.plan_score, told.coverage, told.fte) == (None, None, None)
        return
    assert faults_of(plan, told) == []
    assert told.gap is not None
    assert told.gap >= 0


def test_a_plan_found_in_too_short_a_time_is_never_better_than_the_best_and_says_how_far_it_may_be() -> (
    None
):
    plan = random_plan(27)
    best = best_score(plan)

    for seconds in (1e-6, 0.005, 0.01, 0.02, 0.05):
        told = allocate(plan, seconds=seconds)

        assert told.status in ("optimal", "best_found", "none_found")
        if told.plan_score is not None:
            assert faults_of(plan, told) == []
            assert told.plan_score <= best + 1e-4
            assert told.plan_score + told.gap >= best - 1e-4


def test_after_a_search_was_stopped_the_next_one_works() -> None:
    plan = random_plan(27)
    before = allocate(plan)

    allocate(crowd(), seconds=0.2)

    assert allocate(plan) == before


def test_searches_at_the_same_time_tell_what_each_tells_alone() -> None:
    plans = [random_plan(seed) for seed in range(16)]
    alone = [allocate(plan) for plan in plans]

    with ThreadPoolExecutor(max_workers=2) as pool:
        together = list(pool.map(allocate, plans))

    assert together == alone


def test_one_plan_asked_twice_at_once_is_told_the_same_twice() -> None:
    plan = random_plan(22)

    with ThreadPoolExecutor(max_workers=4) as pool:
        told = list(pool.map(lambda _: allocate(plan), range(8)))

    assert told == [told[0]] * 8


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    for seed in range(40):
        allocate(random_plan(seed))
    allocate(crowd(), seconds=0.1)

    assert tuple(capfd.readouterr()) == ("", "")


def test_a_search_tells_each_answer_in_turn_and_keeps_the_last() -> None:
    search = Search[int](10, count_to, 3)

    assert list(search) == [1, 2, 3]
    assert (search.latest, search.is_over) == (3, True)


def test_who_leaves_before_the_last_answer_stops_the_search() -> None:
    search = Search[int](600, count_to_and_never_end, 2)

    for number in search:
        if number == 2:
            break

    assert (search.latest, search.is_over) == (2, True)


def test_a_search_is_stopped_from_another_thread_and_keeps_what_it_told() -> None:
    search = Search[int](600, count_to_and_never_end, 1)
    waiting = iter(search)
    first = next(waiting)

    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(search.stop).result()

    assert (first, list(waiting), search.latest) == (1, [], 1)


def test_a_search_that_does_not_end_is_given_up() -> None:
    search = Search[int](0, count_to_and_never_end, 2)

    with pytest.raises(OutOfTimeError):
        list(search)

    assert search.is_over


def test_a_search_that_breaks_says_why() -> None:
    with pytest.raises(SearchFailedError, match="the abacus broke"):
        list(Search[int](10, count_to_and_break, 0))


def test_after_a_search_was_left_the_next_one_works() -> None:
    for _ in range(3):
        next(iter(Search[int](600, count_to_and_never_end, 1)))

    assert list(Search[int](10, count_to, 2)) == [1, 2]
