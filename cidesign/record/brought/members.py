"""Members as people have them: a list of names, with the seat each has where it is known."""

from cidesign.domain.naming import id_from
from cidesign.domain.value import shown
from cidesign.record.brought.dimensions import PANEL
from cidesign.record.brought.dimensions import members as known_members
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.grids import Grid
from cidesign.record.brought.listed import Field, listed
from cidesign.record.brought.spelling import bare, folded, heard, mended
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import Counts
from cidesign.text import say, say_count

_GIVEN = heard("first name", "given name", "first", "firstname", "forename")
_FAMILY = heard("last name", "surname", "family name", "last", "lastname")


def members(table: TableAtHand, findings: Findings) -> Draft:
    """The members of a table; those that are here stay."""
    grid, told = names_together(table.grids[0])
    if told:
        findings.odd.append(say("First and last names were put together."))
    at_hand = TableAtHand(table.name, (grid,), table.bundle, table.answers, table.separator)
    lines = listed(at_hand, fields(), findings, first="name", keeps=False)
    here = {one.id: one for one in table.bundle.workshop.members}
    known = known_members(table.bundle)
    taken = set(here) | {line.cells["id"] for line in lines if line.cells.get("id")} | {PANEL}
    rows, named = [], dict[tuple[str, str], int]()
    new = changed = same = 0
    for line in lines:
        name = line.cells["name"]
        seat = line.cells.get("seat", "")
        before = named.setdefault((folded(name), folded(seat)), line.row)
        if before != line.row and not line.cells.get("id"):
            findings.odd.append(
                say(
                    "{name} stands in rows {first} and {row}; the second was left out.",
                    name=shown(name),
                    first=before + 1,
                    row=line.row + 1,
                )
            )
            continue
        if (right := mended(name)) != name:
            findings.odd.append(
                say(
                    "{name} looks garbled; it may have been {right}.",
                    name=shown(name),
                    right=shown(right),
                )
            )
        hit = known.find(line.cells.get("id") or name) if here else None
        id = hit.id if hit and hit.id in here else line.cells.get("id", "")
        if not id and here:
            there = [
                one
                for one in known.twice(name)
                if one in here and folded(here[one].seat) == folded(seat)
            ]
            id = there[0] if len(there) == 1 else ""
        if id in here:
            one = here[id]
            if one.name == name and seat in ("", one.seat):
                same += 1
                continue
            changed += 1
            if seat and one.seat and seat != one.seat:
                findings.odd.append(
                    say(
                        "{name} had the seat {before} and gets {after}.",
                        name=shown(name),
                        before=shown(one.seat),
                        after=shown(seat),
                    )
                )
        else:
            new += 1
            id = id or id_from(name, taken, otherwise="member")
            taken.add(id)
        rows.append({"id": id, "name": name, **({"seat": seat} if seat else {})})
    missing = len(here) - len({row["id"] for row in rows} & set(here)) - same
    if missing > 0 and lines:
        findings.odd.append(
            say_count(
                "{count} member who is here is not in the table; she stays.",
                "{count} members who are here are not in the table; they stay.",
                missing,
                count=missing,
            )
        )
    return Draft(tuple(rows), Counts(new, changed, same), say("one row for each member"))


def fields() -> tuple[Field, ...]:
    """What is known of a member."""
    return (
        Field(
            "name",
            say("Name"),
            heard(
                *("member", "member name", "full name", "name of member", "committee member"),
                *(
                    "steering committee member",
                    "person",
                    "participant",
                    "your name",
                    "rater",
                    "judge",
                    "reviewer",
                    "evaluator",
                    "juror",
                    "panelist",
                    "фио",
                    "имя",
                ),
            ),
        ),
        Field(
            "seat",
            say("Seat"),
            heard(
                *("sector", "represents", "representing", "organization", "organisation"),
                *("affiliation", "group", "constituency", "agency", "company", "stakeholder group"),
                *("role", "role on committee", "position", "capacity", "title", "job title"),
                *("sits for", "sitting for", "sits on behalf of", "on behalf of", "stands for"),
                *("speaks for", "speaking for", "seat for", "seat of", "seat held", "seat held by"),
                *("holds the seat of", "seat on the committee", "committee seat", "which seat"),
                *("representative of", "rep of", "delegate of", "delegated by", "sent by"),
                *("nominated by", "appointed by", "named by", "comes from", "from"),
                *("for whom", "whom she sits for", "who she sits for", "whom they sit for"),
                *("who they sit for", "whom do you sit for", "who do you sit for"),
                *("organization represented", "organisation represented", "sector represented"),
                *("group represented", "seat representing", "employer", "institution"),
            ),
        ),
        Field("id", say("Short name (id)"), heard("short name", "member id")),
    )


def names_together(grid: Grid) -> tuple[Grid, bool]:
    """First and last names in one column, where a table parts them."""
    for place, row in enumerate(grid.rows[:30]):
        told = [bare(cell) for cell in row]
        first = next((at for at, one in enumerate(told) if _is_name(one, _GIVEN)), None)
        last = next((at for at, one in enumerate(told) if _is_name(one, _FAMILY)), None)
        if first is None or last is None:
            continue
        rows = list(grid.rows)
        for at in range(place, len(rows)):
            cells = list(rows[at]) + [""] * (max(first, last) + 1 - len(rows[at]))
            if at == place:
                cells[first], cells[last] = say("Name"), ""
            else:
                together = f"{cells[first]} {cells[last]}".strip()
                cells[first], cells[last] = together, ""
            rows[at] = tuple(cells) if rows[at] else ()
        return Grid(grid.name, tuple(rows), grid.merged, grid.formulas), True
    return grid, False


def _is_name(header: str, words: tuple[str, ...]) -> bool:
    """Whether a header says a first or a last name: ``Judge FirstName`` does."""
    return header in words or any(
        header.endswith(f" {word}") for word in words if " " in word and len(header.split()) <= 4
    )
