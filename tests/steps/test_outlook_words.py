"""The sentences of the page Outlook: what must be raised, what the charts show."""

from dataclasses import replace

import pytest

from cidesign.domain.outlook import Outlook, OutlookMonth
from cidesign.domain.value import months_after
from cidesign.outlook import Raising
from cidesign.steps import outlook_words as words
from cidesign.steps.outlook import OutlookView, YearRow

MONTHS = tuple(OutlookMonth(months_after("2027-01", n), 1000, 2000, -1000.0 * (n + 1)) for n in range(24))


def view(*shares, runs_out="2029-03", raising=None) -> OutlookView:
    rows = tuple(YearRow(str(2027 + n), 100, 100, share, "", None, 1, 2.0, True, None) for n, share in enumerate(shares))
    return OutlookView("The money lasts.", "All is well.", rows=rows, raising=raising, outlook=Outlook("optimal", (), MONTHS, runs_out))


def test_the_answer_names_the_month_and_a_round_amount_that_is_enough():
    said = words.answer(view(raising=Raising("2029-01", 139_200.5, 3)))

    assert said == "The money runs out in March 2029 unless we raise $140,000 a year from 2029."


def test_a_year_that_begins_late_is_not_told_as_the_calendar_year():
    said = words.answer(view(raising=Raising("2028-12", 139_200.5, 3)))

    assert said == "The money runs out in March 2029 unless we raise $140,000 a year from December 2028."


def test_an_amount_needed_once_is_told_with_its_month():
    one = view(raising=Raising("2029-01", 16_000, 1))

    assert words.answer(one) == "The money runs out in March 2029 unless we raise $16,000 by January 2029."
    assert words.and_line(one).startswith("Free money, at the start of the year.")


def test_money_that_lasts_is_told_as_the_step_tells_it():
    lasting = view(runs_out=None)

    assert (words.answer(lasting), words.and_line(lasting)) == ("The money lasts.", "All is well.")
    assert words.cash_claim(lasting) == "Cash never falls below zero"


@pytest.mark.parametrize(
    ("shares", "claim"),
    [
        ((0.8, 0.7, 0.5), "The work outgrows the team"),
        ((0.5, 0.8), "The team catches up"),
        ((0.7, 0.9, 0.705), "The team keeps pace with the work"),
        ((0.7,), "The team keeps pace with the work"),
        ((None, None), "The team keeps pace with the work"),
    ],
)
def test_the_claim_over_the_work_follows_from_the_first_and_the_last_year(shares, claim):
    assert words.work_claim(view(*shares)) == claim


def test_the_first_year_has_twelve_months():
    rows = words.first_months(view())

    assert [row["Month"] for row in rows][::11] == ["January 2027", "December 2027"]
    assert rows[11] == {"Month": "December 2027", "Money in": "$1,000", "Cost": "$2,000", "Free cash at the end": "−$12,000"}


def test_the_decision_keeps_the_answer_as_it_was_shown():
    kept = words.figures(replace(view(0.8, None), raising=Raising("2029-01", 139_200.5, 3)))

    assert kept["answer"] == "The money runs out in March 2029 unless we raise $140,000 a year from 2029."
    assert kept["covered"] == {"2027": "80%"}
