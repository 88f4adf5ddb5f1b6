"""Partners as people have them: a list of the organizations that take part, with what is known of
each, what it puts in and what was promised.
"""

from decimal import Decimal

from cidesign.domain.value import exact, plain
from cidesign.domain.work import PARTNERS
from cidesign.record.brought.cells import is_nothing, month_in, number_in, yes_in
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.into_list import Cells, held_rows, into_list, rows_by_id
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.spelling import folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.text import say

OTHER_PERIODS = {
    "own_money_a_month": ("own_money_usd", 12),
    "volunteer_hours_a_month": ("volunteer_hours", 12),
    "volunteer_hours_a_week": ("volunteer_hours", 52),
}
"""Columns some lists have in place of ours, which are of a year; so many of theirs make one."""
_SIGNED = frozenset(heard("signed", "member", "formal", "formal member", "full member", "mou"))
_TAKES_PART = frozenset(
    heard("takes part", "partner", "not yet", "not signed", "unsigned", "pending", "in progress")
)
_A_MONTH = heard("/month", "/mo", "/mo.", "per month", "a month", "each month", "monthly")
_A_YEAR = heard(
    *("/year", "/yr", "/yr.", "per year", "a year", "each year", "annually", "yearly", "annual")
)


def partners(table: TableAtHand, findings: Findings) -> Draft:
    """The partners of a table; those that stand here and not in it stay as they are."""
    lines = listed(table, fields(), findings, first="name", keeps=True)
    held = held_rows(table.bundle, PARTNERS)
    rows = rows_by_id(lines, table.bundle.partners, held, findings, otherwise="partner")
    found = [_of_a_year(row) for row in rows]
    return into_list(found, table.bundle, PARTNERS, held, findings, say("one row for each partner"))


def _of_a_year(row: Cells) -> Cells:
    """What is told of a month or a week as the record has it; what is told of a year goes first."""
    cells = {column: cell for column, cell in row.items() if column not in OTHER_PERIODS}
    for column, (ours, times) in OTHER_PERIODS.items():
        if (cell := row.get(column)) and not cells.get(ours):
            cells[ours] = plain(exact(cell) * times)
    return cells


def fields() -> tuple[Field, ...]:
    """What is known of a partner."""
    return (
        Field(
            "name",
            say("Name"),
            heard(
                *("partner", "partner name", "name of partner", "partner organization"),
                *("organization", "organisation", "organization name", "name of organization"),
                *("agency", "company", "institution", "member organization"),
            ),
        ),
        Field("sector", say("Sector"), heard("field", "area", "industry"), carries=True),
        Field(
            "kind",
            say("Kind"),
            heard("type", "organization type", "type of organization", "kind of organization"),
        ),
        Field(
            "serves",
            say("Whom it serves"),
            heard("serves", "who they serve", "whom they serve", "population served", "clients"),
        ),
        Field(
            "good_at",
            say("What it is good at"),
            heard("good at", "strengths", "strength", "skills", "expertise", "brings", "offers"),
        ),
        Field(
            "people_a_year",
            say("People it helps a year"),
            heard("people helped", "people served", "people a year", "number served"),
            _count,
            say("write a number such as 400"),
            number=True,
        ),
        Field(
            "each_usd",
            say("Dollars for each person"),
            heard("cost per person", "unit cost", "cost for each person", "cost each"),
            _count,
            say("write dollars such as 210"),
            number=True,
        ),
        Field(
            "alone_usd",
            say("Dollars for each person, were it alone"),
            heard("cost per person alone", "unit cost alone", "unit cost before", "cost before"),
            _count,
            say("write dollars such as 260"),
            number=True,
        ),
        *_promises(),
        *_gifts(),
        Field("id", say("Short name (id)"), heard("short name", "partner id")),
    )


def _promises() -> tuple[Field, ...]:
    return (
        Field(
            "formal_member",
            say("Has it signed as a formal member?"),
            heard(
                *("formal member", "formal", "signed", "signed mou", "mou signed", "mou", "moa"),
                *("has signed", "signed agreement", "agreement signed", "signed on", "signatory"),
                *("date signed", "signed date", "member since", "full member"),
            ),
            _yes,
            say("write yes, no, or the month it signed"),
        ),
        Field(
            "has_committed",
            say("What it has committed to do"),
            heard(
                *("commitment", "commitments", "committed to", "commits to", "pledge", "pledges"),
                *("has committed", "agreed to do", "promised", "action commitment"),
            ),
        ),
        Field(
            "credit_wanted",
            say("What credit it wants for shared results"),
            heard(
                *("credit", "credit wanted", "recognition", "recognition wanted", "attribution"),
                *("how to credit", "how to recognize", "acknowledgement", "acknowledgment"),
            ),
        ),
    )


def _gifts() -> tuple[Field, ...]:
    money, hours = say("write dollars such as 18000"), say("write hours such as 120")
    return (
        Field(
            "own_money_usd",
            say("Its own money for this work, dollars a year"),
            heard(
                *("own money", "own funds", "contribution", "contributions", "cash contribution"),
                *("annual contribution", "yearly contribution", "contribution per year", "puts in"),
                *("leverage", "leveraged", "leveraged funds", "leveraged dollars", "invests"),
                *("annual investment", "partner investment", "match", "matching funds"),
                *("dollars a year", "own budget", "in house budget", "financial contribution"),
            ),
            _dollars_a_year,
            money,
            number=True,
        ),
        Field(
            "own_money_a_month",
            say("Its own money for this work, dollars a month"),
            heard("monthly contribution", "contribution per month", "dollars a month"),
            _count,
            money,
            number=True,
        ),
        Field(
            "volunteer_hours",
            say("Hours its volunteers give, a year"),
            heard(
                *("volunteer hours", "volunteer time", "volunteer hours per year", "hours a year"),
                *("annual volunteer hours", "donated hours", "hours donated", "in kind hours"),
            ),
            _count,
            hours,
            number=True,
        ),
        Field(
            "volunteer_hours_a_month",
            say("Hours its volunteers give, a month"),
            heard("volunteer hours per month", "monthly volunteer hours", "hours a month"),
            _count,
            hours,
            number=True,
        ),
        Field(
            "volunteer_hours_a_week",
            say("Hours its volunteers give, a week"),
            heard("volunteer hours per week", "weekly volunteer hours", "hours a week"),
            _count,
            hours,
            number=True,
        ),
    )


def _yes(text: str) -> str | None:
    """Yes also for the month or day on which it signed."""
    said, told = yes_in(text), folded(text).strip(".!")
    if said is None and (told in _SIGNED or month_in(text)):
        return "yes"
    if said is None:
        return "no" if told in _TAKES_PART or is_nothing(text) else None
    return "yes" if said else "no"


def _dollars_a_year(text: str) -> str | None:
    """Dollars of a year; those of a month where a cell says so are taken twelve times."""
    told = text.strip()
    for endings, times in ((_A_MONTH, 12), (_A_YEAR, 1)):
        for ending in endings:
            if folded(told).endswith(ending):
                usd = _count(told[: -len(ending)])
                return plain(exact(usd) * Decimal(times)) if usd else None
    return _count(told)


def _count(text: str) -> str | None:
    """A number from 0 as the record writes it; blank where somebody wrote that there is none."""
    number = number_in(text)
    if number is None:
        return "" if is_nothing(text) else None
    if number.percent or number.of is not None or number.words or number.value < 0:
        return None
    return text if number.tidy else plain(number.value)
