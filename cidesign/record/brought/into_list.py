"""Rows of a table that join a list of ours: known ones are written in their place, others get an
id, and nobody leaves.
"""

from collections.abc import Mapping, Sequence

from cidesign.domain.listed import Entry
from cidesign.domain.naming import id_from
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.listed import Line
from cidesign.record.brought.spelling import Known, folded
from cidesign.record.brought.table_at_hand import Findings
from cidesign.record.brought.understood import Counts
from cidesign.record.written_rows import WrittenTable, written_table
from cidesign.text import say, say_count

Cells = dict[str, str]


def rows_by_id(
    lines: Sequence[Line],
    here: Sequence[Entry],
    held: Mapping[str, Mapping[str, str]],
    findings: Findings,
    *,
    otherwise: str,
) -> list[Cells]:
    """The lines with the id each has in the list; of two of one name the second is left out.

    Args:
        lines: each with a ``name``.
        here: who stands on the list now.
        held: the rows that are here, by id.
        findings: is written to.
        otherwise: what the id of a name without letters is made of.
    """
    known = Known({one.id: (one.name, one.label) for one in here})
    taken = [*held, *(line.cells["id"] for line in lines if line.cells.get("id"))]
    rows: list[Cells] = []
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
            cells["id"] = id_from(cells["name"], taken, otherwise=otherwise)
            taken.append(cells["id"])
        rows.append({**cells, **{k: v for k, v in line.extra.items() if k not in cells}})
    return rows


def held_rows(bundle: Bundle, file: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of a list that are here, by id."""
    if file not in bundle.files:
        return {}
    rows = written_table(bundle.files[file], file).full
    return {row.cells.get("id", ""): row.cells for row in rows}


def into_list(
    rows: Sequence[Cells],
    bundle: Bundle,
    file: str,
    held: Mapping[str, Mapping[str, str]],
    findings: Findings,
    shape: str,
) -> Draft:
    """The whole list with these rows in it. ``shape``: what the table is like; already said."""
    missing = [one for one in held if one not in {row["id"] for row in rows}]
    if missing and rows:
        findings.odd.append(
            say_count(
                "{count} row that is here is not in the table; it stays as it is.",
                "{count} rows that are here are not in the table; they stay as they are.",
                len(missing),
                count=len(missing),
            )
        )
    return Draft(tuple(rows), _counts(rows, held), shape, _whole(bundle, file, rows))


def _counts(rows: Sequence[Cells], held: Mapping[str, Mapping[str, str]]) -> Counts:
    new = sum(row["id"] not in held for row in rows)
    same = sum(
        row["id"] in held
        and all(" ".join(held[row["id"]].get(key, "").split()) == cell for key, cell in row.items())
        for row in rows
    )
    return Counts(new, len(rows) - new - same, same)


def _whole(bundle: Bundle, file: str, rows: Sequence[Cells]) -> bytes:
    if not rows:
        return b""
    before = (
        written_table(bundle.files[file], file)
        if file in bundle.files
        else WrittenTable(("id", "name"), "id,name\n", ())
    )
    return before.with_rows(rows, ["id"]).text().encode("utf-8")
