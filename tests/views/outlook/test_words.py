"""The sentences of the page Outlook: what must be raised, what the charts show."""

from dataclasses import replace

import pytest

from cidesign.domain.outlook import Outlook, OutlookMonth, OutlookYear
from cidesign.domain.value import months_after
from cidesign.outlook import Raising
from cidesign.views.outlook import words
from cidesign.views.outlook.view import OutlookView, YearRow

MONTHS = tuple(
    OutlookMonth(months_after("2027-01", n), 1000, 2000, -1000.0 * (n + 1)) for n in range(24)
)


def year_short_by(usd: float) -> OutlookYear:
    return OutlookYear(2027, {}, {}, {}, None, {}, 100.0, 100.0, 0.0, 0.0, usd)


def view(*shares, runs_out="2029-03", raising=None, gaps=()) -> OutlookView:
    rows = tuple(
        YearRow(str(2027 + n), 100, 100, share, "", None, 1, 2.0, True, None)
        for n, share in enumerate(shares)
    )
    years = tuple(year_short_by(usd) for usd in gaps)
    return OutlookView(
        "The money lasts.",
        "All is well.",
        rows=rows,
        raising=raising,
        outlook=Outlook("optimal", years, MONTHS, runs_out),
    )


def test_the_answer_tells_the_first_years_need_apart_from_what_later_years_need():
    short = view(raising=Raising("2028-12", 275_000, 3), gaps=(0.0, 20_600.5, 380_000.0, 424_100.0))

    assert words.answer(short) == (
        "The money runs out in March 2029: $21,000 is lacking in the year from December 2028, and "
        "up to $425,000 in a later year."
    )
    assert words.and_line(short) == (
        "Raised evenly, $275,000 of free money at the start of each year, for three years from "
        "December 2028, prevents it. "
        "Nothing is counted that nobody has promised."
    )


def test_later_years_that_lack_less_or_nothing_are_not_told_as_needing_more():
    less = words.answer(view(raising=Raising("2029-01", 90_000, 2), gaps=(90_000.0, 40_000.0)))
    nothing = words.answer(view(raising=Raising("2029-01", 90_000, 2), gaps=(90_000.0, 0.0)))

    assert less.endswith(
        "$90,000 is lacking in the year from January 2029, and less in later years."
    )
    assert nothing.endswith("$90,000 is lacking in the year from January 2029.")


def test_a_year_that_is_short_only_between_its_ends_is_told_by_its_month_alone():
    assert (
        words.answer(view(raising=Raising("2029-01", 90_000, 2), gaps=(0.0, 40_000.0)))
        == "The money runs out in March 2029."
    )


def test_an_amount_needed_once_is_told_with_its_month():
    one = view(raising=Raising("2029-01", 16_000, 1))

    assert (
        words.answer(one)
        == "The money runs out in March 2029 unless we raise $16,000 by January 2029."
    )
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
        ((0.5, 0.5, 0.8), "The team catches up"),
        ((0.51, 0.66, 0.61, 0.61, 0.61), "The team covers 51% to 66%"),
        ((0.7, 0.9, 0.705), "The team covers 70% to 90%"),
        ((0.7, 0.704, 0.706), "The team keeps pace with the work"),
        ((0.7,), "The team keeps pace with the work"),
        ((None, None), "The team keeps pace with the work"),
    ],
)
def test_the_claim_over_the_work_holds_for_every_single_year(shares, claim):
    assert words.work_claim(view(*shares)) == claim


def test_the_first_year_has_twelve_months():
    rows = words.first_months(view())

    assert [row["Month"] for row in rows][::11] == ["January 2027", "December 2027"]
    assert rows[11] == {
        "Month": "December 2027",
        "Money in": "$1,000",
        "Cost": "$2,000",
        "Free cash at the end": "−$12,000",
    }


def test_the_decision_keeps_the_answer_as_it_was_shown():
    kept = words.figures(replace(view(0.8, None), raising=Raising("2029-01", 139_200.5, 1)))

    assert (
        kept["answer"]
        == "The money runs out in March 2029 unless we raise $140,000 by January 2029."
    )
    assert kept["covered"] == {"2027": "80%"}
