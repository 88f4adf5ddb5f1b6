"""Partners as people have them: a list of the organizations that take part, with what is known of
each.
"""

from collections.abc import Mapping

from cidesign.domain.naming import id_from
from cidesign.domain.value import shown
from cidesign.domain.work import PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.spelling import Known, folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import Counts
from cidesign.record.written_rows import WrittenTable, written_table
from cidesign.text import say, say_count


def partners(table: TableAtHand, findings: Findings) -> Draft:
    """The partners of a table; those that stand here and not in it stay as they are."""
    lines = listed(table, fields(), findings, first="name", keeps=True)
    known = Known({one.id: (one.name, one.label) for one in table.bundle.partners})
    held = held_rows(table.bundle)
    taken = [*held, *(line.cells["id"] for line in lines if line.cells.get("id"))]
    rows: list[dict[str, str]] = []
    named: dict[str, int] = {}
    for line in lines:
        cells = dict(line.cells)
        before = named.setdefault(folded(cells["name"]), line.row)
        if before != line.row:
            findings.odd.append(
                say(
                    "{name} stands in rows {first} and {row}; the second was left out.",
                    name=shown(cells["name"]),
                    first=before + 1,
                    row=line.row + 1,
                )
            )
            continue
        hit = known.find(cells["name"]) if not cells.get("id") else None
        if hit is not None:
            cells["id"] = hit.id
        if not cells.get("id"):
            cells["id"] = id_from(cells["name"], taken, otherwise="partner")
            taken.append(cells["id"])
        rows.append({**cells, **{k: v for k, v in line.extra.items() if k not in cells}})
    missing = [one for one in held if one not in {row["id"] for row in rows}]
    if missing and rows:
        findings.odd.append(
            say_count(
                "{count} partner that is here is not in the table; it stays as it is.",
                "{count} partners that are here are not in the table; they stay as they are.",
                len(missing),
                count=len(missing),
            )
        )
    shape = say("one row for each partner")
    return Draft(tuple(rows), _counts(rows, held), shape, _whole(table.bundle, rows))


def held_rows(bundle: Bundle) -> Mapping[str, Mapping[str, str]]:
    """The rows that are here, by id."""
    if PARTNERS not in bundle.files:
        return {}
    rows = written_table(bundle.files[PARTNERS], PARTNERS).full
    return {row.cells.get("id", ""): row.cells for row in rows}


def _counts(rows: list[dict[str, str]], held: Mapping[str, Mapping[str, str]]) -> Counts:
    new = sum(row["id"] not in held for row in rows)
    same = sum(
        row["id"] in held
        and all(" ".join(held[row["id"]].get(key, "").split()) == cell for key, cell in row.items())
        for row in rows
    )
    return Counts(new, len(rows) - new - same, same)


def _whole(bundle: Bundle, rows: list[dict[str, str]]) -> bytes:
    """The whole list with these rows in it."""
    if not rows:
        return b""
    before = (
        written_table(bundle.files[PARTNERS], PARTNERS)
        if PARTNERS in bundle.files
        else WrittenTable(("id", "name"), "id,name\n", ())
    )
    return before.with_rows(rows, ["id"]).text().encode("utf-8")


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
        Field("sector", say("Sector"), heard("field", "area", "industry")),
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
        Field("id", say("Short name (id)"), heard("short name", "partner id")),
    )
