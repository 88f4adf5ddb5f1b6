"""Candidates as people have them: a list of applicants, the export of a form, our own table filled
in.
"""

from collections.abc import Mapping
from decimal import Decimal

from cidesign.domain.naming import id_from
from cidesign.domain.value import plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.cells import month_in, number_in, yes_or_no
from cidesign.record.brought.dimensions import candidates as known_candidates
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.members import names_together
from cidesign.record.brought.spelling import folded, heard, mended
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import Counts
from cidesign.record.written_rows import WrittenTable, written_table
from cidesign.text import say, say_count

FILE = "candidates.csv"


def candidates(table: TableAtHand, findings: Findings) -> Draft:
    """The candidates of a table; those that stand here and not in it stay as they are."""
    grid, told = names_together(table.grids[0])
    if told:
        findings.odd.append(say("First and last names were put together."))
    at_hand = TableAtHand(table.name, (grid,), table.bundle, table.answers, table.separator)
    lines = listed(at_hand, fields(table.bundle), findings, first="name", keeps=True)
    known, held = known_candidates(table.bundle), _held(table.bundle)
    taken = [*held, *(line.cells["id"] for line in lines if line.cells.get("id"))]
    rows: list[dict[str, str]] = []
    named: dict[str, int] = {}
    for line in lines:
        cells = dict(line.cells)
        hit = known.find(cells["name"]) if not cells.get("id") else None
        if hit is not None:
            cells["id"] = hit.id
        if not cells.get("id"):
            cells["id"] = id_from(cells["name"], taken, otherwise="candidate")
            taken.append(cells["id"])
        before = named.setdefault(folded(cells["name"]), line.row)
        if before != line.row:
            findings.odd.append(
                say(
                    "{name} stands in rows {first} and {row}; write what tells the two apart.",
                    name=shown(cells["name"]),
                    first=before + 1,
                    row=line.row + 1,
                )
            )
        if (right := mended(cells["name"])) != cells["name"]:
            findings.odd.append(
                say(
                    "{name} looks garbled; it may have been {right}.",
                    name=shown(cells["name"]),
                    right=shown(right),
                )
            )
        rows.append({**cells, **{k: v for k, v in line.extra.items() if k not in cells}})
    missing = [one for one in held if one not in {row["id"] for row in rows}]
    if missing and rows:
        findings.odd.append(
            say_count(
                "{count} candidate that is here is not in the table; it stays as it is.",
                "{count} candidates that are here are not in the table; they stay as they are.",
                len(missing),
                count=len(missing),
            )
        )
    return Draft(
        tuple(rows),
        _counts(rows, held),
        say("one row for each candidate"),
        _whole(table.bundle, rows),
    )


def _held(bundle: Bundle) -> Mapping[str, Mapping[str, str]]:
    if FILE not in bundle.files:
        return {}
    rows = written_table(bundle.files[FILE], FILE).full
    return {row.cells.get("id", ""): row.cells for row in rows}


def _whole(bundle: Bundle, rows: list[dict[str, str]]) -> bytes:
    """The whole list with these rows in it."""
    if not rows:
        return b""
    before = (
        written_table(bundle.files[FILE], FILE)
        if FILE in bundle.files
        else WrittenTable(("id", "name"), "id,name\n", ())
    )
    calculated = [one.id for one in bundle.rules.criteria if one.calculated] if bundle.rules else []
    return before.with_columns(calculated).with_rows(rows, ["id"]).text().encode("utf-8")


def _counts(rows: list[dict[str, str]], held: Mapping[str, Mapping[str, str]]) -> Counts:
    new = changed = same = 0
    for row in rows:
        before = held.get(row["id"])
        if before is None:
            new += 1
        elif all(" ".join(before.get(key, "").split()) == cell for key, cell in row.items()):
            same += 1
        else:
            changed += 1
    return Counts(new, changed, same)


def fields(bundle: Bundle) -> tuple[Field, ...]:
    """The columns of candidates.csv in the words of forms, figures of the rule sheet last."""
    money, share = say("write dollars such as 18000"), say("write a share such as 0.12, or 12%")
    own = (
        Field("id", say("Short name (id)"), heard("short name", "candidate id")),
        Field(
            "name",
            say("Name"),
            heard(
                *("organization", "organisation", "organization name", "name of organization"),
                *("applicant", "applicant name", "candidate", "candidate name", "host"),
                *("company", "vendor", "bidder", "proposer", "lead applicant", "agency", "firm"),
                *(
                    "legal name",
                    "legal name of organization",
                    "school",
                    "institution",
                    "team",
                    "team name",
                    "project",
                    "project name",
                    "contestant",
                    "startup",
                    "фио",
                    "organization legal name",
                    "nominee",
                    "proposal",
                    "title",
                    "agency name",
                ),
            ),
        ),
        Field(
            "kind",
            say("Kind"),
            heard(
                "type",
                "organization type",
                "type of organization",
                "kind of organization",
                "sector",
            ),
        ),
        Field(
            "eligible",
            say("May it be chosen?"),
            heard("eligible", "eligibility", "is eligible", "qualified", "meets requirements"),
            yes_or_no,
            say("write yes or no"),
        ),
        Field(
            "eligible_reason",
            say("If not, why it may not be chosen"),
            heard(
                "eligible reason", "reason not eligible", "why not eligible", "ineligible because"
            ),
        ),
        Field(
            "offer_in_kind_usd",
            say("In kind, in dollars a year"),
            heard(
                "in kind", "in kind usd", "in kind offer", "in kind contribution", "in kind value"
            ),
            _money,
            money,
            number=True,
        ),
        Field(
            "offer_in_kind_offsets",
            say("What that stands for"),
            heard("in kind offsets", "in kind for", "offsets"),
        ),
        Field(
            "offer_overhead",
            say("What it charges"),
            heard("overhead", "overhead kind", "charges", "indirect or fee"),
            lambda text: text.casefold(),
        ),
        Field(
            "offer_rate",
            say("At which rate, in percent"),
            heard(
                "rate", "overhead rate", "indirect rate", "fee rate", "fee", "indirect cost rate"
            ),
            _share,
            share,
            number=True,
        ),
        Field(
            "offer_pay_scale",
            say("What it pays, in percent of our salaries"),
            heard("pay scale", "pays"),
            _share,
            share,
            number=True,
        ),
        Field(
            "offer_benefits_rate",
            say("Benefits, in percent of salary"),
            heard("benefits", "benefits rate", "fringe", "fringe rate"),
            _share,
            share,
            number=True,
        ),
        Field(
            "offer_start",
            say("Can start in"),
            heard(
                "start",
                "start month",
                "start date",
                "can start",
                "available from",
                "earliest start",
            ),
            month_in,
            say("write year and month, such as 2027-01"),
        ),
    )
    criteria = bundle.rules.criteria if bundle.rules else ()
    figures = (
        Field(
            one.id, one.name, (one.question,) if one.question else (), _figure, money, number=True
        )
        for one in criteria
        if one.calculated
    )
    return (*own, *figures)


def _money(text: str) -> str | None:
    number = number_in(text)
    if number is None or number.percent:
        return None
    return text if number.tidy else plain(number.value)


def _figure(text: str) -> str | None:
    number = number_in(text)
    if number is None:
        return None
    return text if number.tidy else plain(number.value)


def _share(text: str) -> str | None:
    number = number_in(text)
    if number is None:
        return None
    if number.percent:
        return plain(number.value / Decimal(100))
    return text if number.tidy else plain(number.value)
