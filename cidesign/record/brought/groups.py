"""Working groups as people have them: a list with who chairs, leads and supports each, how often it
meets, and from when to when.
"""

import re

from cidesign.domain.value import MONTHS
from cidesign.domain.work import GROUPS, GroupKind
from cidesign.record.brought.cells import month_in, number_in, yes_or_no
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.into_list import Cells, held_rows, into_list, rows_by_id
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.partners_named import NOBODY, PartnersNamed
from cidesign.record.brought.rhythms import times_a_year
from cidesign.record.brought.spelling import folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.text import say

A_MONTH = "meetings_a_month"
"""A column that counts meetings by the month; the record has them by the year."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPEN = NOBODY | frozenset(heard("ongoing", "open-ended", "open ended", "continuing", "now"))
_SELDOM = NOBODY | frozenset(heard("as needed", "ad hoc", "when needed", "varies"))


def groups(table: TableAtHand, findings: Findings) -> Draft:
    """The groups of a table; those that stand here and not in it stay as they are. Who leads and
    supports is told by name, and is on the list of partners.
    """
    lines = listed(table, fields(), findings, first="name", keeps=True)
    held = held_rows(table.bundle, GROUPS)
    known = PartnersNamed(table, findings)
    rows = rows_by_id(lines, table.bundle.groups, held, findings, otherwise="group")
    found = [_as_held(row, known) for row in rows]
    shape = say("one row for each group")
    return into_list(found, table.bundle, GROUPS, held, findings, shape)


def _as_held(row: Cells, known: PartnersNamed) -> Cells:
    """A row as the record writes it: partners by id, one of them in the lead, meetings by the
    year.
    """
    cells = {key: cell for key, cell in row.items() if key != A_MONTH}
    if A_MONTH in row and not cells.get("meetings_a_year"):
        cells["meetings_a_year"] = row[A_MONTH]
    leads = known.ids(cells.get("lead", ""))
    helps = (*leads[1:], *known.ids(cells.get("supports", "")))
    if "lead" in cells:
        cells["lead"] = leads[0] if leads else ""
    if helps or "supports" in cells:
        cells["supports"] = "; ".join(one for one in dict.fromkeys(helps) if one not in leads[:1])
    return cells


def fields() -> tuple[Field, ...]:
    """What is known of a group."""
    rhythm = say("write how many meetings a year, such as 12, or a rhythm, such as monthly")
    month = say("write a month and its year, such as March 2027")
    yes = say("write yes or no")
    return (
        Field(
            "name",
            say("Group"),
            heard(
                *("name", "working group", "work group", "workgroup", "group name", "action team"),
                *("team", "task force", "committee", "network", "name of group", "workstream"),
            ),
        ),
        Field("kind", say("What it is"), heard("type", "group type", "type of group"), _kind),
        Field(
            "aim",
            say("Aim"),
            heard("goal", "goals", "purpose", "charge", "objective", "what it is to bring about"),
        ),
        Field(
            "element",
            say("Part of the agenda"),
            heard("strategy", "priority", "focus area", "pillar", "topic", "focus"),
        ),
        Field(
            "chair",
            say("Chair"),
            heard("chairs", "co-chairs", "co chairs", "chaired by", "convener", "facilitator"),
            _unless_open,
        ),
        Field(
            "lead",
            say("Led by"),
            heard(
                *("lead", "lead organization", "lead organisation", "lead partner", "leads"),
                *("lead agency", "backbone lead", "who leads", "anchor organization"),
            ),
            several=True,
        ),
        Field(
            "supports",
            say("Supported by"),
            heard(
                *("supporting partners", "support", "partners", "supporters", "members"),
                *("supporting organizations", "supporting organisations", "who helps"),
                *("participating organizations", "member organizations", "other partners"),
            ),
            several=True,
        ),
        Field(
            "people_affected",
            say("People who live with the problem sit in it"),
            heard("people affected", "lived experience", "residents", "people with experience"),
            yes_or_no,
            yes,
        ),
        Field(
            "evidence",
            say("Somebody in it brings data"),
            heard("evidence", "data", "data lead", "has data", "brings data"),
            yes_or_no,
            yes,
        ),
        Field(
            "meetings_a_year",
            say("Meetings a year"),
            heard(
                *("meetings per year", "how often they meet", "how often it meets", "rhythm"),
                *("meeting frequency", "frequency", "meets", "meetings", "meeting schedule"),
                *("how often", "meeting rhythm", "cadence", "when they meet"),
            ),
            _rhythm,
            rhythm,
        ),
        Field(
            A_MONTH,
            say("Meetings a month"),
            heard("meetings per month", "monthly meetings", "meetings each month"),
            _by_month,
            rhythm,
        ),
        Field(
            "begins",
            say("First month"),
            heard("start", "starts", "begin", "start date", "start month", "from", "since"),
            _begins,
            month,
        ),
        Field(
            "ends",
            say("Last month"),
            heard("end", "finish", "end date", "end month", "until", "to", "through"),
            _ends,
            month,
        ),
        Field("id", say("Short name (id)"), heard("short name", "group id")),
    )


def _kind(text: str) -> str:
    """Which kind of group; what is neither workstream nor committee is a working group."""
    told = folded(text)
    for kind, words in (
        (GroupKind.WORKSTREAM, heard("workstream", "work stream", "project")),
        (GroupKind.COMMITTEE, heard("committee", "board", "council", "cabinet")),
    ):
        if any(word in told for word in words):
            return kind
    return GroupKind.WORKING_GROUP


def _unless_open(text: str) -> str:
    return "" if folded(text) in NOBODY else text


def _rhythm(text: str) -> str | None:
    return "" if folded(text).strip(" .") in _SELDOM else times_a_year(text)


def _by_month(text: str) -> str | None:
    number = number_in(text)
    if number is None or number.percent:
        return _rhythm(text)
    return times_a_year(str(number.value * MONTHS))


def _begins(text: str) -> str | None:
    return _month(text, 1)


def _ends(text: str) -> str | None:
    return _month(text, MONTHS)


def _month(text: str, of_a_year: int) -> str | None:
    """A month; of a year alone its first or its last."""
    told = folded(text).strip(" .")
    if told in _OPEN:
        return ""
    return f"{told}-{of_a_year:02d}" if _YEAR.fullmatch(told) else month_in(text)
