"""The ledger a bundle takes along: read when it is opened here, written when it is exported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert

from cidesign.acts import rater_field
from cidesign.acts.open_workshop import OpenWorkshop
from cidesign.record.ledger import (
    LEDGER,
    PRIVATE,
    START,
    Line,
    Private,
    as_json,
    from_json,
    ledger_text,
    private_text,
    read_ledger,
    read_private,
)
from cidesign.workshop.tables import act, letter


@dataclass(frozen=True)
class TakenAlong:
    """The lines of a ledger and what is private of them."""

    lines: tuple[Line, ...] = ()
    held: tuple[Private, ...] = ()


def of(files: Mapping[str, bytes]) -> TakenAlong:
    """The ledger among a bundle's files; none where it has none.

    Raises:
        BadInput: it is broken.
    """
    lines = read_ledger(files[LEDGER]) if LEDGER in files else ()
    return TakenAlong(lines, read_private(files[PRIVATE]) if PRIVATE in files else ())


def write(db: Connection, id: str, brought: TakenAlong) -> tuple[str, Mapping[str, str]]:
    """Keep what a bundle brings; its last hash, and the letters of raters."""
    held = {one.seq: one for one in brought.held}
    nothing = Private(0, "", {})
    letters: dict[str, str] = {}
    for line in brought.lines:
        private = held.get(line.seq, nothing)
        db.execute(
            insert(act).values(
                workshop_id=id,
                seq=line.seq,
                nonce=f"{id}.{line.seq}",
                kind=line.act,
                actor=line.actor,
                at=line.at,
                object=line.object,
                value=as_json(line.value),
                held=as_json(private.held),
                salt=private.salt,
                commit=line.commit,
                prev=line.prev,
                hash=line.hash,
            )
        )
        named = rater_field(line.act)
        if named and named in private.held and isinstance(line.value, Mapping):
            letters[str(private.held[named])] = str(line.value[named])
    if letters:
        rows = [{"workshop_id": id, "rater": one, "letter": it} for one, it in letters.items()]
        db.execute(insert(letter), rows)
    return (brought.lines[-1].hash if brought.lines else START), letters


def exported(rows: Sequence[Any]) -> dict[str, bytes]:
    """``ledger.jsonl`` and ``private.jsonl`` of all acts of a workshop, in order. An opening that
    nobody acted upon leaves no trace, so that what was only looked at goes out as it came in.
    """
    told = list(rows)
    while told and told[-1].kind == OpenWorkshop.kind:
        told.pop()
    if not told:
        return {}
    lines = [line_of(row) for row in told]
    held = [Private(row.seq, row.salt, from_json(row.held)) for row in told if row.salt]
    private = {PRIVATE: private_text(held)} if held else {}
    return {LEDGER: ledger_text(lines), **private}


def line_of(row: Any) -> Line:
    """The ledger's line that a row of acts holds."""
    return Line(
        row.seq,
        row.at,
        row.actor,
        row.kind,
        row.object,
        from_json(row.value),
        row.commit,
        row.prev,
        row.hash,
    )
