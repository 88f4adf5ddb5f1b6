"""The nearest initiatives: distances summed by hand, nothing guessed where a case is silent,
nothing scaled.
"""

import subprocess
import sys
from decimal import Decimal
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cidesign.domain.choices import CaseEntry, Feature
from cidesign.structure import nearest
from tests.structure.small import fact

OURS = {"trust": Decimal(4), "speed": Decimal(2), "money": Decimal(0), "place": Decimal(3)}


def case(id, **features):
    return CaseEntry(
        id=id,
        label=id,
        place="",
        structures=(),
        what=(),
        features={name: Feature(fact=fact(level)) for name, level in features.items()},
    )


def test_the_distance_is_the_root_mean_square_over_the_shared_questions():
    # 4-2, 2-2, 0-2, 3-3: the squares 4, 0, 4, 0 have the mean 2
    (found,) = nearest(OURS, [case("mill", trust=2, speed=2, money=2, place=3)]).found

    assert found.apart == pytest.approx(sqrt(2))
    assert found.differences == {"trust": 2, "speed": 0, "money": -2, "place": 0}
    assert found.shared == ("place", "speed", "money", "trust")


def test_what_a_case_does_not_describe_is_left_out_and_not_guessed():
    # Only three questions are shared: 1, 0, 1 make sqrt(2/3), whatever the fourth might have been.
    (found,) = nearest(OURS, [case("mill", trust=3, speed=2, money=1)]).found

    assert found.apart == pytest.approx(sqrt(2 / 3))
    assert len(found.shared) == 3


def test_what_we_did_not_answer_is_not_compared():
    (found,) = nearest(OURS, [case("mill", trust=4, speed=2, money=0, weather=4)]).found

    assert (found.apart, "weather" in found.shared) == (0, False)


def test_a_case_that_describes_too_little_is_counted_and_not_compared():
    found = nearest(
        OURS,
        [case("mill", trust=4, speed=2), case("dock", trust=0, speed=0, money=4), case("pier")],
    )

    assert ([one.case for one in found.found], found.silent) == (["dock"], 2)


def test_the_three_nearest_come_nearest_first():
    cases = [
        case(id, trust=4 - gap, speed=2, money=0, place=3)
        for id, gap in (("far", 4), ("near", 1), ("same", 0), ("mid", 2))
    ]

    assert [one.case for one in nearest(OURS, cases).found] == ["same", "near", "mid"]


def test_of_level_cases_the_one_with_more_in_common_comes_first_and_then_by_id():
    cases = [
        case("b", trust=4, speed=2, money=0),
        case("a", trust=4, speed=2, money=0),
        case("c", trust=4, speed=2, money=0, place=3),
    ]

    assert [one.case for one in nearest(OURS, cases).found] == ["c", "a", "b"]


def test_without_cases_or_answers_there_is_none_and_all_are_counted():
    assert nearest({}, [case("mill", trust=1, speed=1, money=1)]).silent == 1
    assert nearest(OURS, []).found == ()


LEVELS = st.dictionaries(
    st.sampled_from(["trust", "speed", "money", "place", "doors"]), st.integers(0, 4), max_size=5
)


@settings(max_examples=40)
@given(LEVELS, st.lists(LEVELS, max_size=5))
def test_the_distance_agrees_with_a_sum_written_out(ours, theirs):
    answers = {id: Decimal(level) for id, level in ours.items()}
    cases = [case(f"case{place}", **features) for place, features in enumerate(theirs)]

    found = nearest(answers, cases, shown=9)

    for one in found.found:
        features = theirs[int(one.case.removeprefix("case"))]
        shared = ours.keys() & features.keys()
        assert len(shared) >= 3
        assert one.apart == pytest.approx(
            sqrt(sum((ours[id] - features[id]) ** 2 for id in shared) / len(shared))
        )
    assert len(found.found) + found.silent == len(theirs)


@pytest.mark.slow
def test_the_app_starts_without_the_package_that_compares():
    asked = (
        "import sys, cidesign.ui, cidesign.views.structure.near; print('sklearn' in sys.modules)"
    )

    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False", (
        "importing scikit-learn takes over a second: keep it inside the function that needs it"
    )
