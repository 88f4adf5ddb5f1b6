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


def test_what_is_lacking_first_is_told_apart_from_what_later_years_lack():
    short = view(raising=Raising("2028-12", 275_000, 3), gaps=(0.0, 20_600.5, 380_000.0, 424_100.0))

    assert words.and_line(short) == (
        "$20,601 is lacking in the year from December 2028, and up to $424,100 in a later year. "
        "Nothing is counted that nobody has promised."
    )


def test_later_years_that_lack_less_or_nothing_are_not_told_as_lacking_more():
    less = words.and_line(view(raising=Raising("2029-01", 90_000, 2), gaps=(90_000.0, 40_000.0)))
    nothing = words.and_line(view(raising=Raising("2029-01", 90_000, 2), gaps=(90_000.0, 0.0)))

    assert less.startswith(
        "$90,000 is lacking in the year from January 2029, and no more in any later year. "
    )
    assert nothing.startswith("$90,000 is lacking in the year from January 2029. ")


def test_a_year_that_is_short_only_between_its_ends_lacks_nothing_that_could_be_told():
    assert (
        words.and_line(view(raising=Raising("2029-01", 90_000, 2), gaps=(0.0, 40_000.0)))
        == "Nothing is counted that nobody has promised."
    )


def test_what_is_missing_and_the_months_of_the_credit_are_told_beside_what_to_raise():
    needed = Raising("2029-01", 90_400, 1, 12_000.0, ("2029-03", "2029-05"))
    short = view(raising=needed, gaps=(90_400.0,))
    short = replace(short, outlook=replace(short.outlook, missing_usd=90_400.0))
    once = replace(short, raising=replace(needed, credit_months=("2029-03",)))

    assert words.and_line(short) == (
        "$90,400 is missing at the end; what to raise is rounded up to the next thousand. The credit "
        "is up to $12,000, in two months from March 2029 to May 2029. Nothing is counted that nobody "
        "has promised."
    )
    assert "The credit is up to $12,000, in March 2029." in words.and_line(once)


def test_where_money_lasts_with_a_credit_the_page_says_when():
    late = [
        replace(one, free_cash_usd=usd) for one, usd in zip(MONTHS, (-500.0, 0.0), strict=False)
    ]
    lasting = view(runs_out=None)
    lasting = replace(
        lasting, outlook=replace(lasting.outlook, months=tuple(late), bridge_usd=500.0)
    )

    assert words.and_line(lasting) == (
        "Until promised money is paid, a credit of up to $500 is needed in January 2027. All is well."
    )


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


def test_the_decision_keeps_the_answer_as_it_was_shown():
    kept = words.figures(view(0.8, None))

    assert kept["answer"] == "The money lasts."
    assert kept["covered"] == {"2027": "80%"}
