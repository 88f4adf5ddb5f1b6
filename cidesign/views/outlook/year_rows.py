"""The years of a team that stays, in rows: hours, money, and what is lost or lacking."""

from cidesign.domain.figures import hours, inside, money, percent
from cidesign.text import say
from cidesign.views.outlook.view import OutlookView

_DOLLAR = 0.5


def hours_by_year(view: OutlookView) -> list[dict[str, str]]:
    """Hours a month needed and covered, and the function covered least."""
    return [
        {
            say("Year"): row.label,
            say("Needed a month"): hours(row.need_hours),
            say("Covered"): say(
                "{hours}, {share}",
                hours=hours(row.capacity_hours),
                share=say("none") if row.covered is None else percent(row.covered),
            ),
            say("Weakest"): say(
                "{function} {share}",
                function=inside(row.weakest),
                share=percent(row.weakest_share or 0.0),
            )
            if row.weakest
            else say("none"),
        }
        for row in view.rows
    ]


def money_by_year(view: OutlookView) -> list[dict[str, str]]:
    """What a year costs, what is paid in it, and the free cash at its end."""
    return [
        {
            say("Year"): row.label,
            say("Cost"): money(row.raw.cost_usd),
            say("Money in"): money(row.raw.funding_usd),
            say("Free cash at the end"): money(row.raw.balance_usd),
        }
        for row in view.rows
    ]


def lost_or_lacking(view: OutlookView) -> list[dict[str, str]]:
    """Years in which a grant cannot be spent, or what is lacking grows; () where there are none."""
    return [
        {
            say("Year"): row.label,
            say("Cannot be spent"): money(row.raw.grants_unspendable_usd),
            say("Lacking more"): money(row.raw.gap_usd),
        }
        for row in view.rows
        if row.raw.grants_unspendable_usd >= _DOLLAR or row.raw.gap_usd >= _DOLLAR
    ]
