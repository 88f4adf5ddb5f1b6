"""candidates.csv: who applied, what is calculated about each, and what each offers as host."""

from typing import Any

from cidesign.domain.panel import Candidate, listed_apart
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import RuleSheet
from cidesign.domain.value import shown
from cidesign.record.brought.cells import month_in, yes_in
from cidesign.record.faults import valid_at
from cidesign.record.places import Place, spelled
from cidesign.record.table import Row, Table, table
from cidesign.text import say

_OWN = ("id", "name", "kind", "eligible", "eligible_reason")
_OFFER = (
    "offer_in_kind_usd",
    "offer_in_kind_offsets",
    "offer_overhead",
    "offer_rate",
    "offer_pay_scale",
    "offer_benefits_rate",
    "offer_start",
)
KNOWN_COLUMNS = (*_OWN, *_OFFER)
"""Those that mean something to us, beside a column for each calculated criterion."""
_YES = {"yes": True, "true": True, "": True, "no": False, "false": False}
_COLUMN_OF: dict[Place, str] = {
    ("offer", "in_kind", 0, "usd"): "offer_in_kind_usd",
    ("offer", "in_kind", 0, "offsets"): "offer_in_kind_offsets",
    ("offer", "overhead", "kind"): "offer_overhead",
    ("offer", "overhead", "rate"): "offer_rate",
    ("offer", "pay_scale"): "offer_pay_scale",
    ("offer", "benefits_rate"): "offer_benefits_rate",
    ("offer", "start"): "offer_start",
}


def candidates_in(content: bytes, name: str, rules: RuleSheet | None) -> tuple[Candidate, ...]:
    """The candidates in the order of the file, with one value for each criterion the rules
    calculate (blank: None).

    Raises:
        BadInput: every problem of the file; an id that stands twice; a calculated criterion without
            a column.
    """
    calculated = tuple(one.id for one in rules.criteria if one.calculated) if rules else ()
    found = table(content, name, needs=("id",), knows=(*_OWN, *_OFFER, *calculated))
    problems = [*_columns_missing(found, calculated), *_twice(found)]
    candidates = []
    for row in found.rows:
        try:
            candidates.append(_candidate(row, name, calculated))
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(problems)
    return listed_apart(candidates)


def _columns_missing(found: Table, calculated: tuple[str, ...]) -> list[Problem]:
    where = say("{name}: row 1", name=found.name)
    taken = [one for one in calculated if one in (*_OWN, *_OFFER)]
    return [
        *(
            Problem(
                where,
                say("column {column} cannot hold a calculated criterion too", column=one),
                say("rename criterion {criterion} in the rules", criterion=one),
            )
            for one in taken
        ),
        *(
            Problem(
                where,
                say(
                    "there is no column {column}, which the rules calculate with", column=shown(one)
                ),
                say("add it, blank where it is not known"),
            )
            for one in calculated
            if one not in found.columns
        ),
    ]


def _twice(found: Table) -> list[Problem]:
    problems = []
    first: dict[str, int] = {}
    for row in found.rows:
        id = row.cell("id")
        if id and id in first:
            what = say("candidate {id} stands in row {first} too", id=shown(id), first=first[id])
            problems.append(
                Problem(
                    say("{name}: row {number}, id", name=found.name, number=row.number),
                    what,
                    say("give each its own id, or delete a row"),
                )
            )
        first.setdefault(id, row.number)
    return problems


def _candidate(row: Row, name: str, calculated: tuple[str, ...]) -> Candidate:
    def where(place: Place) -> str:
        column = _COLUMN_OF.get(place) or (
            str(place[-1]) if place[:1] == ("values",) else spelled(place)
        )
        return (
            say("{name}: row {number}, {column}", name=name, number=row.number, column=column)
            if column
            else say("{name}: row {number}", name=name, number=row.number)
        )

    problems = _half_an_offer(row, where)
    eligible = row.cell("eligible").casefold()
    if eligible not in _YES:
        problems.append(
            Problem(
                where(("eligible",)),
                say("{cell} is neither yes nor no", cell=shown(row.cell("eligible"))),
                _yes_or_no(row.cell("eligible")),
            )
        )
    raw = {
        "id": row.cell("id"),
        "name": row.cell("name"),
        "kind": row.cell("kind"),
        "eligible": _YES.get(eligible, True),
        "eligible_reason": row.cell("eligible_reason"),
        "values": {one: row.cell(one) or None for one in calculated},
        "offer": _offer(row),
    }
    try:
        candidate = valid_at(Candidate, raw, where)
    except BadInput as error:
        raise BadInput([*problems, *error.problems]) from error
    if problems:
        raise BadInput(problems)
    return candidate


def _yes_or_no(cell: str) -> str:
    meant = yes_in(cell)
    if meant is None:
        return say("write yes or no")
    return say("write yes") if meant else say("write no")


def _offer(row: Row) -> dict[str, Any]:
    offer: dict[str, Any] = {}
    if usd := row.cell("offer_in_kind_usd"):
        offsets = row.cell("offer_in_kind_offsets") or "office"
        offer["in_kind"] = [{"id": f"offer_{row.cell('id')}", "usd": usd, "offsets": offsets}]
    if row.cell("offer_overhead") or row.cell("offer_rate"):
        kind = row.cell("offer_overhead").casefold() or "none"
        offer["overhead"] = {"kind": kind, "rate": row.cell("offer_rate") or "0"}
    for key in ("pay_scale", "benefits_rate", "start"):
        if cell := row.cell(f"offer_{key}"):
            offer[key] = month_in(cell) or cell if key == "start" else cell
    return offer


def _half_an_offer(row: Row, where: Any) -> list[Problem]:
    problems = []
    if row.cell("offer_in_kind_offsets") and not row.cell("offer_in_kind_usd"):
        problems.append(
            Problem(
                where(("offer_in_kind_usd",)),
                say("is blank, while the offer says what it offsets"),
                say("write the dollars"),
            )
        )
    if row.cell("offer_overhead").casefold() in ("indirect", "fee") and not row.cell("offer_rate"):
        problems.append(
            Problem(
                where(("offer_rate",)),
                say("is blank, while {kind} is charged", kind=row.cell("offer_overhead")),
                say("write a rate such as 0.1"),
            )
        )
    return problems
