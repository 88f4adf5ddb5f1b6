"""The first year by month in sentences and rows: who starts, what hiring costs, who pays, the low
point, what must be raised by when.
"""

from typing import Any

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte, listed, money, money_up, month
from cidesign.domain.naming import payer_named
from cidesign.outlook import FirstYear
from cidesign.text import say
from cidesign.views.outlook.carried import kept_number

FIRST_YEAR = "first_year"
"""Under which a decision of the page Outlook keeps the first year that was on the screen."""


def as_kept(seen: FirstYear) -> dict[str, Any]:
    """What a decision keeps of it: the low point, what must be raised by when, the credit."""
    low = seen.months[seen.low].cash
    return {
        "low": {"month": low.month, "usd": kept_number(low.free_cash_usd)},
        "to_raise": [{"month": one.month, "usd": kept_number(one.usd)} for one in seen.to_raise],
        "credit_usd": kept_number(seen.credit_usd),
        "hiring_usd": kept_number(sum(one.hiring_usd for one in seen.months)),
    }


def claim(seen: FirstYear) -> str:
    """The heading: the low point, or what must be raised first."""
    low = seen.months[seen.low].cash
    return say("Cash is lowest in {month}", month=month(low.month))


def sentences(seen: FirstYear) -> tuple[str, ...]:
    """The low point, what must be raised by when, and the credit beside it."""
    low = seen.months[seen.low].cash
    said = [
        say(
            "At the end of {month} {usd} of free cash is there, the least of the year.",
            month=month(low.month),
            usd=money(low.free_cash_usd),
        )
        if low.free_cash_usd >= 0
        else say(
            "At the end of {month} free cash is {usd}, the least of the year.",
            month=month(low.month),
            usd=money(low.free_cash_usd),
        )
    ]
    said += to_raise(seen)
    return tuple(said)


def to_raise(seen: FirstYear) -> list[str]:
    """What must be raised by when; that nothing must be, where promised money is enough."""
    if not seen.to_raise:
        said = [say("Nothing more must be raised for the first year.")]
    else:
        first, *rest = seen.to_raise
        slots = {"first": money_up(first.usd), "by": month(first.month)}
        said = [
            say(
                "Raise {first} by {by}, and {most} in all by {later}, or start later.",
                **slots,
                most=money_up(rest[0].usd),
                later=month(rest[0].month),
            )
            if rest
            else say("Raise {first} by {by}, or start later.", **slots)
        ]
    if seen.credit_usd >= 1:
        said.append(
            say(
                "A credit of up to {usd} is needed beside, until promised money is paid.",
                usd=money(seen.credit_usd),
            )
        )
    return said


def start_rows(seen: FirstYear, catalog: Catalog) -> list[dict[str, str]]:
    """Who starts when, and what their hiring costs."""
    return [
        {
            say("Month"): month(one.cash.month),
            say("Starts"): listed(
                [
                    say("{role} {fte} FTE", role=catalog.labels.roles[who.role], fte=fte(who.fte))
                    for who in one.starts
                ]
            ),
            say("Hiring costs"): money(one.hiring_usd),
        }
        for one in seen.months
        if one.starts
    ]


def cash_rows(seen: FirstYear) -> list[dict[str, str]]:
    """What is paid by whom, what the month costs, and the free cash at its end."""
    return [
        {
            say("Month"): month(one.cash.month),
            say("Paid by"): listed(
                [
                    say("{who} {usd}", who=payer_named(id), usd=money(usd))
                    for id, usd in one.cash.received_usd.items()
                ]
            )
            or say("nobody"),
            say("Cost"): money(one.cash.cost_usd),
            say("Free cash at the end"): money(one.cash.free_cash_usd),
        }
        for one in seen.months
    ]
