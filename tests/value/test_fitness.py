"""A fitness check: every panel value against its mark, in the good direction, exactly; what nobody
scored is not passed.
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.rules import RuleSheet
from cidesign.value import fitness


def sheet(mark, *, worst=1, best=5):
    criterion = {"id": "trust", "weight": 1, "scale": {"worst": worst, "best": best}}
    return RuleSheet.model_validate(
        {"criteria": [criterion | ({} if mark is None else {"pass_mark": mark})]}
    )


def passed(mark, value, **scale):
    (fit,) = fitness(sheet(mark, **scale), {"trust": value})
    return fit.passed


@pytest.mark.parametrize(("value", "is_passed"), [("3", True), ("2.9999999", False), ("3.5", True)])
def test_the_mark_itself_is_enough_and_anything_worse_is_not(value, is_passed):
    assert passed(3, Fraction(value)) is is_passed


@pytest.mark.parametrize(("value", "is_passed"), [(60, True), (61, False), (0, True)])
def test_where_lower_is_better_a_larger_value_is_worse(value, is_passed):
    assert passed(60, Fraction(value), worst=200, best=0) is is_passed


def test_two_thirds_are_not_rounded_up_to_a_mark():
    assert passed("2.67", Fraction(8, 3)) is False  # 2.6666…


@pytest.mark.parametrize(("mark", "value"), [(None, Fraction(3)), (3, None)])
def test_without_a_mark_or_a_value_nothing_is_passed_or_failed(mark, value):
    assert passed(mark, value) is None


def test_shares_lie_on_the_scale_of_the_criterion():
    (fit,) = fitness(sheet(2, worst=1, best=5), {"trust": Fraction(4)})

    assert (fit.share, fit.mark_share) == (Fraction(3, 4), Fraction(1, 4))


@given(st.integers(1, 5), st.fractions(1, 5), st.fractions(0, 4))
def test_a_better_value_never_turns_a_pass_into_a_fail(mark, value, more):
    better = min(Fraction(5), value + more)

    assert passed(mark, better) or not passed(mark, value)
