"""Numbers in JSON: finite decimals exactly, else 12 significant digits; never NaN or Infinity."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.cli.exactly import json_text, number_text
from cidesign.domain.words import Function


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction("29.49"), "29.49"),
        (Fraction(10, 3), "3.33333333333"),
        (Fraction(-2, 3), "-0.666666666667"),
        (Fraction(1, 8), "0.125"),
        (Fraction(5), "5"),
        (Fraction(0), "0"),
        (Fraction(1, 2**40), "0.0000000000009094947017729282379150390625"),
        (Decimal("60.0"), "60"),
        (Decimal("-0.0"), "0"),
        (Decimal("123456789012345678.9"), "123456789012345678.9"),
        (0.1 + 0.2, "0.3"),
        (419999.99999999994, "420000"),
        (-0.0, "0"),
        (1e22, "10000000000000000000000"),
        (7, "7"),
    ],
)
def test_a_number_is_told_exactly_where_its_decimals_end(number, text):
    assert number_text(number) == text


@pytest.mark.parametrize(
    "number", [float("nan"), float("inf"), float("-inf"), Decimal("NaN"), Decimal("Infinity")]
)
def test_what_is_no_number_is_never_told(number):
    with pytest.raises(ValueError, match="cannot be told"):
        json_text({"x": number})


def test_something_without_a_shape_in_json_is_refused():
    with pytest.raises(TypeError):
        json_text({"x": object()})
    with pytest.raises(TypeError):
        json_text({1: 2})


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@pytest.mark.slow
@given(VALUES)
def test_any_other_reader_of_json_reads_the_same_value(value):
    assert json.loads(json_text(value)) == value


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=8, min_value=-(10**9), max_value=10**9
    )
)
def test_an_exact_decimal_comes_back_exactly(number):
    assert json.loads(json_text([Fraction(number)]), parse_float=Decimal, parse_int=Decimal) == [
        number
    ]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_float_comes_back_to_twelve_digits(number):
    assert json.loads(json_text(number), parse_int=float) == pytest.approx(
        number, rel=1e-11, abs=1e-320
    )


def test_keys_that_are_words_of_ours_are_told_as_their_id():
    assert json.loads(json_text({Function.VISION: Function.POLICY})) == {"vision": "policy"}


def test_a_tuple_is_a_list_and_keys_keep_their_order():
    assert json_text({"b": (), "a": {}}) == '{\n  "b": [],\n  "a": {}\n}'
