"""People by group as somebody counted them: a row for each group and one for all, a column for the
community, the committee, the staff, and the staff of each candidate.
"""

from collections.abc import Mapping

from cidesign.domain.labels import labels_of
from cidesign.domain.listed import BETWEEN
from cidesign.domain.makeup import FEW, MAKEUP, hosts_cell, kept
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.into_list import Cells, held_rows, into_list, rows_by_id
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.spelling import folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.totals import is_sum
from cidesign.text import say

HOST = "host:"
"""Begins the id of a column that counts a candidate's staff."""
_FEW = heard("few", "a few", "fewer than four", "fewer than 4", "less than 4", "<4", "< 4", "1-3")
_ALL = heard("everybody", "everyone", "all people", "whole", "population", "in all")


def makeup(table: TableAtHand, findings: Findings) -> Draft:
    """The groups of a table; those that stand here and not in it stay as they are. One to three
    people are kept as a few.
    """
    lines = listed(table, fields(table.bundle), findings, first="name", keeps=True, sums=True)
    held = held_rows(table.bundle, MAKEUP)
    rows = rows_by_id(lines, table.bundle.makeup, held, findings, otherwise="group")
    every = {one.id for one in table.bundle.makeup if one.everybody}
    ids = {folded(row["name"]): row["id"] for row in rows}
    found = [_as_held(row, held, every, ids) for row in rows]
    shape = say("one row for each group")
    return into_list(found, table.bundle, MAKEUP, held, findings, shape)


def _as_held(
    row: Cells, held: Mapping[str, Mapping[str, str]], every: set[str], ids: Mapping[str, str]
) -> Cells:
    """A row as the record writes it: one cell for all candidates, ids for groups it is made of."""
    cells = {key: cell for key, cell in row.items() if not key.startswith(HOST)}
    if not every and (is_sum(row["name"]) or folded(row["name"]) in _ALL):
        cells["everybody"] = "yes"
    if "parts" in cells:
        parts = [one.strip() for one in cells["parts"].split(BETWEEN)]
        cells["parts"] = f"{BETWEEN} ".join(ids.get(folded(one), one) for one in parts if one)
    said = {key.removeprefix(HOST): cell for key, cell in row.items() if key.startswith(HOST)}
    if said:
        before = held.get(row["id"], {}).get("hosts", "")
        pairs = (one.rpartition("=") for one in before.split(BETWEEN) if one.strip())
        cells["hosts"] = hosts_cell({id.strip(): n.strip() for id, _, n in pairs} | said)
    return cells


def fields(bundle: Bundle) -> tuple[Field, ...]:
    """What is counted of a group; a field for each candidate."""
    hosts = [
        _count(f"{HOST}{id}", say("Staff of {host}", host=name), name, id)
        for id, name in labels_of(bundle).candidates.items()
    ]
    return (
        Field("name", say("Group"), heard("group", "name", "groups", "people", "category")),
        _count(
            "community", say("Community"), *heard("in the community", "residents", "county", "city")
        ),
        _count(
            "committee",
            say("Steering committee"),
            *heard("committee", "on the committee", "steering committee", "members", "board"),
        ),
        _count(
            "staff", say("Staff of the backbone"), *heard("staff", "backbone staff", "backbone")
        ),
        *hosts,
        Field("everybody", say("Everybody"), heard("all people"), _yes, say("write yes or no")),
        Field("parts", say("Who belongs to all of these groups"), heard("parts", "made of")),
        Field("brings", say("What it brings"), heard("brings", "strengths", "what they bring")),
        Field("id", say("Short name (id)"), heard("short name", "group id")),
    )


def _count(id: str, label: str, *words: str) -> Field:
    wants = say("write how many people, such as 12, or few for one to three")
    return Field(id, label, tuple(folded(one) for one in words), _people, wants, number=True)


def _people(text: str) -> str | None:
    told = FEW if folded(text) in _FEW else kept(text)
    return told if told == FEW or (told.isascii() and told.isdigit()) else None


def _yes(text: str) -> str | None:
    return {"yes": "yes", "x": "yes", "true": "yes", "no": ""}.get(folded(text))
