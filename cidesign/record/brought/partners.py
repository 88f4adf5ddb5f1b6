"""Partners as people have them: a list of the organizations that take part, with what is known of
each.
"""

from cidesign.domain.value import plain
from cidesign.domain.work import PARTNERS
from cidesign.record.brought.cells import number_in
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.into_list import held_rows, into_list, rows_by_id
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.spelling import heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.text import say


def partners(table: TableAtHand, findings: Findings) -> Draft:
    """The partners of a table; those that stand here and not in it stay as they are."""
    lines = listed(table, fields(), findings, first="name", keeps=True)
    held = held_rows(table.bundle, PARTNERS)
    rows = rows_by_id(lines, table.bundle.partners, held, findings, otherwise="partner")
    return into_list(rows, table.bundle, PARTNERS, held, findings, say("one row for each partner"))


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
            _figure,
            say("write a number such as 400"),
            number=True,
        ),
        Field(
            "each_usd",
            say("Dollars for each person"),
            heard("cost per person", "unit cost", "cost for each person", "cost each"),
            _figure,
            say("write dollars such as 210"),
            number=True,
        ),
        Field(
            "alone_usd",
            say("Dollars for each person, were it alone"),
            heard("cost per person alone", "unit cost alone", "unit cost before", "cost before"),
            _figure,
            say("write dollars such as 260"),
            number=True,
        ),
        Field("id", say("Short name (id)"), heard("short name", "partner id")),
    )


def _figure(text: str) -> str | None:
    number = number_in(text)
    if number is None or number.percent:
        return None
    return text if number.tidy else plain(number.value)
