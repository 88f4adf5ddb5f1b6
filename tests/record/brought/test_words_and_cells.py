"""What words name and what cells say, as people write them; and what is left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.record.brought.cells import (
    Decimals,
    decimals_of,
    is_nothing,
    month_in,
    number_in,
    told_number,
    yes_in,
)
from cidesign.record.brought.excel_safe import defused, taken_back
from cidesign.record.brought.spelling import Known, mended

ORGANIZATIONS = Known({"oak": ("Oak House",), "elm": ("Elm Fund",), "pena": ("Fundación Peña",)})
CRITERIA = Known.of(
    [("reach", ("Reach",)), ("trust", ("Perceived trust",)), ("hr", ("Human resources",))]
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4", "4"),
        (" 4.50 ", "4.5"),
        ("4,5", "4.5"),
        ("4 - Strong", "4"),
        ("4: Strong, but slow", "4"),
        ("(4) Strong", "4"),
        ("Strong (4)", "4"),
        ("4 = good", "4"),
        ("4/5", "4"),
        ("4 out of 5", "4"),
        ("4 points", "4"),
        ("$18,000", "18000"),
        ("$18,000.50", "18000.5"),
        ("USD 18,000", "18000"),
        ("18 000 €", "18000"),
        ("1.234,56", "1234.56"),
        ("1'234.50", "1234.5"),
        ("18k", "18000"),
        ("12%", "0.12"),
        ("12,5 %", "0.125"),
        ("($1,200)", "-1200"),
        ("1e3", "1000"),
        ("'4", "4"),
        ("\u200e4", "4"),
        ("\ufeff$18,000\u200b", "18000"),
    ],
)
def test_a_number_is_read_as_people_write_it(written, value):
    number = number_in(written)

    assert number is not None
    assert number.other is None
    assert told_number(number) == value


@pytest.mark.parametrize("written", ["", "great", "3-4", "2nd", "4.5.6", "1,2,3", "Jan-27", "4 4"])
def test_what_is_no_one_number_is_none(written):
    assert number_in(written) is None


@pytest.mark.parametrize(
    ("written", "sign", "value"),
    [
        ("18.000", None, "18"),
        ("18.000", Decimals.COMMA, "18000"),
        ("18,000", None, "18000"),
        ("18,000", Decimals.COMMA, "18"),
        ("€18.000", Decimals.COMMA, "18000"),
    ],
)
def test_three_digits_after_a_sign_can_be_meant_two_ways_until_a_column_says(written, sign, value):
    number = number_in(written, sign)

    assert told_number(number) == value
    assert (number.other is not None) == (sign is None)


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        (["18.000", "4,5"], Decimals.COMMA),
        (["18.000", "1.234.567"], Decimals.COMMA),
        (["18.000", "4.5"], Decimals.POINT),
        (["18,000", "12,000,000"], Decimals.POINT),
        (["18.000", "19.000"], None),
        (["4.5", "4,5"], None),
    ],
)
def test_a_column_tells_its_decimal_sign_or_leaves_it_open(column, sign):
    assert decimals_of(column) is sign


@pytest.mark.parametrize(
    "written",
    ["", "N/A", "n/a", "NA", "-", "–", "abstain", "Abstained", "#N/A", "(none)", "Not scored", "?"],
)
def test_a_mark_for_nothing_is_nothing(written):
    assert is_nothing(written)


@pytest.mark.parametrize("written", ["0", "4", "no", "yes", "Nothing but praise"])
def test_a_zero_or_a_word_is_something(written):
    assert not is_nothing(written)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("Jan-27", "2027-01"),
        ("2027-01", "2027-01"),
        ("2027-01-01", "2027-01"),
        ("1/1/2027", "2027-01"),
        ("15/3/2027", "2027-03"),
        ("3/15/2027", "2027-03"),
        ("01/2027", "2027-01"),
        ("January 2027", "2027-01"),
        ("janv.-27", "2027-01"),
        ("sept. 2027", "2027-09"),
        ("2027 Mar", "2027-03"),
        ("27-Jan", None),
        ("3/4/2027", None),
        ("spring 2027", None),
        ("2027", None),
        ("Jan", None),
    ],
)
def test_a_month_is_read_where_it_can_mean_but_one(written, month):
    assert month_in(written) == month


@pytest.mark.parametrize(
    ("written", "said"), [("Y", True), ("x", True), ("Yes.", True), ("N", False), ("maybe", None)]
)
def test_yes_and_no_in_short(written, said):
    assert yes_in(written) is said


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("oak", "oak"),
        ("Oak House", "oak"),
        ("  oak   HOUSE ", "oak"),
        ("Oak\u200b House", "oak"),
        ("Fundacion Pena", "pena"),
        ("FundaciÃ³n PeÃ±a", "pena"),
        ("Oak", "oak"),
        ("Oak Street", None),
        ("House", None),
    ],
)
def test_a_word_names_an_organization_only_where_it_is_its_name(written, id):
    found = ORGANIZATIONS.find(written)

    assert (found.id if found else None) == id


def test_a_name_that_two_have_names_neither():
    two = Known({"oak": ("Oak House",), "oak2": ("oak house",)})

    assert two.find("OAK HOUSE") is None
    assert two.twice("OAK HOUSE") == ("oak", "oak2")


@pytest.mark.parametrize(
    ("header", "id"),
    [
        ("Reach", "reach"),
        ("Reach [1-5]", "reach"),
        ("2. Perceived trust (20 points)", "trust"),
        ("Please rate each one [Perceived trust]", "trust"),
        ("How would you rate their reach?", "reach"),
        ("Trust", "trust"),
        ("perceived_trust", "trust"),
        ("Human", "hr"),
        ("Timestamp", None),
        ("Reach and perceived trust", "trust"),
    ],
)
def test_a_header_names_a_criterion_by_its_words(header, id):
    found = CRITERIA.guess(header)

    assert (found.id if found else None) == id


@given(st.text(max_size=40))
def test_a_cell_that_is_defused_and_taken_back_is_what_it_was(cell):
    sent = defused(cell)

    assert taken_back(sent) == cell
    assert not sent.startswith(("=", "@", "\t", "\r"))


@pytest.mark.parametrize("cell", ["-3", "+4.5", "-1,200"])
def test_a_number_with_a_sign_stays_a_number(cell):
    assert defused(cell) == cell


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=30))
def test_mending_leaves_text_that_was_never_garbled(text):
    if not any(letter in text for letter in "ÃÂâÄÅÐÑØÙ"):
        assert mended(text) == text
