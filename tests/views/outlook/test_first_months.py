"""The first year's months in words: the low point, what must be raised by when, who starts, who
pays.
"""

from cidesign.catalog import load
from cidesign.domain.outlook import OutlookMonth
from cidesign.domain.value import months_after
from cidesign.outlook import FirstYear
from cidesign.outlook.first_year import FirstMonth, Start, ToRaise
from cidesign.views.outlook import first_months

CATALOG = load()


def year(*cash, to_raise=(), credit=0.0, starts=()):
    """Months with these dollars of free cash at their end; ``starts`` in the first."""
    months = tuple(
        FirstMonth(
            starts if place == 0 else (),
            6_000.0 if place == 0 and starts else 0.0,
            OutlookMonth(months_after("2027-01", place), 500.0, 100.0, usd, 0.0, {"city": 500.0}),
        )
        for place, usd in enumerate(cash)
    )
    low = min(range(len(cash)), key=cash.__getitem__)
    return FirstYear(months, low, tuple(to_raise), credit, ("city",))


def test_enough_money_is_told_with_its_low_point():
    assert first_months.sentences(year(300.0, 200.0, 250.0)) == (
        "At the end of February 2027 $200 of free cash is there, the least of the year.",
        "Nothing more must be raised for the first year.",
    )


def test_what_must_be_raised_is_told_by_when_and_rounded_up():
    short = year(
        100.0,
        -7_200.0,
        -68_001.0,
        to_raise=(ToRaise("2027-02", 7_200.0), ToRaise("2027-03", 68_001.0)),
    )

    assert first_months.sentences(short) == (
        "At the end of March 2027 free cash is −$68,001, the least of the year.",
        "Raise $8,000 by February 2027, and $69,000 in all by March 2027, or start later.",
    )


def test_a_credit_is_told_beside_what_must_be_raised():
    late = year(-500.0, 100.0, credit=500.0)
    once = year(-500.0, to_raise=(ToRaise("2027-01", 500.0),))

    assert first_months.sentences(late)[1:] == (
        "Nothing more must be raised for the first year.",
        "A credit of up to $500 is needed beside, until promised money is paid.",
    )
    assert first_months.sentences(once)[1:] == ("Raise $1,000 by January 2027, or start later.",)


def test_rows_name_who_starts_and_who_pays():
    seen = year(300.0, 200.0, starts=(Start("director", 1.0), Start("facilitator", 0.5)))

    assert [tuple(row.values()) for row in first_months.start_rows(seen, CATALOG)] == [
        ("January 2027", "Director 1 FTE and Facilitator 0.5 FTE", "$6,000"),
    ]
    assert tuple(first_months.cash_rows(seen)[1].values()) == (
        "February 2027",
        "City $500",
        "$100",
        "$200",
    )


def test_a_decision_keeps_the_low_point_and_what_must_be_raised():
    kept = first_months.as_kept(
        year(100.0, -7_200.004, to_raise=(ToRaise("2027-02", 7_200.004),), credit=3.0)
    )

    assert {name: str(one) for name, one in kept["low"].items()} == {
        "month": "2027-02",
        "usd": "-7200",
    }
    assert str(kept["to_raise"][0]["usd"]) == "7200"
    assert (str(kept["credit_usd"]), str(kept["hiring_usd"])) == ("3", "0")
