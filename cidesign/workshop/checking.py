"""Holds a workshop's acts against what is made from them: the chain, the documents, the rows."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, and_, select

from cidesign.acts.open_workshop import OpenWorkshop
from cidesign.domain.entry_rows import ENTRY_TABLES, rows_of
from cidesign.domain.person import OPERATOR
from cidesign.domain.workshop import Bundle, Workshop
from cidesign.record.held import Files
from cidesign.record.ledger import START, commitment, from_json, line
from cidesign.text import say
from cidesign.workshop.kept import NO_LETTERS, Kept
from cidesign.workshop.reading import acts_since, decoded, heads, whole, with_named
from cidesign.workshop.tables import blob, document, entries


def replayed(db: Connection, id: str) -> Kept | None:
    """A workshop made from its acts alone, from the last time it was opened on; None where it has
    none.
    """
    rows = acts_since(db, id, 0)
    opened = [place for place, row in enumerate(rows) if row.kind == OpenWorkshop.kind]
    if not opened:
        return None
    nothing = Bundle(files=Files({}), workshop=Workshop(name=OPERATOR.id))
    kept = Kept(id, nothing, 0, START, {}, NO_LETTERS, Files({}))
    for row in rows[opened[-1] :]:
        one = decoded(db, id, row)
        kept = kept.after(one, row.seq, row.hash, with_named(kept.letters, one, row))
    return kept


def faults(db: Connection, id: str) -> Iterator[str]:
    """Everything that does not hold in a workshop, one sentence each; nothing where all holds."""
    yield from faults_of_chain(db, id)
    yield from _of_contents(db, id)
    again, kept, head = replayed(db, id), whole(db, id), heads(db, id)
    if again is None or kept is None or head is None:
        yield say("The workshop has no first act.")
        return
    last = (again.revision, again.head)
    if (kept.revision, kept.head) != last or (head.seq, head.head) != last:
        yield say("The last act is not the one the workshop names.")
    for path in Files(kept.bundle.files).changed_from(Files(again.bundle.files)):
        yield say("{path} is not what the acts make of it.", path=path)
    if kept.bundle != again.bundle:
        yield say("The record is not what the acts make of it.")
    if {path: n for path, n in kept.revisions.items() if n} != dict(again.revisions):
        yield say("A document's revision is not what the acts make of it.")
    yield from _of_rows(db, id, again.bundle)


def faults_of_chain(db: Connection, id: str) -> Iterator[str]:
    """Likewise, of its acts alone: each follows from the one before, up to the last."""
    prev = START
    for place, row in enumerate(acts_since(db, id, 0), start=1):
        told = line(
            seq=row.seq,
            at=row.at,
            actor=row.actor,
            act=row.kind,
            object=row.object,
            value=from_json(row.value),
            commit=row.commit,
            prev=row.prev,
        )
        if (row.seq, row.prev, row.hash) != (place, prev, told.hash):
            yield say("Act {number} does not follow from the one before.", number=row.seq)
        if row.salt and commitment(row.salt, from_json(row.held)) != row.commit:
            yield say("What act {number} holds privately was changed.", number=row.seq)
        prev = row.hash


def _of_contents(db: Connection, id: str) -> Iterator[str]:
    held = select(document.c.path, document.c.sha256, blob.c.content).join(
        blob,
        and_(blob.c.workshop_id == document.c.workshop_id, blob.c.sha256 == document.c.sha256),
        isouter=True,
    )
    for row in db.execute(held.where(document.c.workshop_id == id)):
        if row.sha256 and hashlib.sha256(bytes(row.content or b"")).hexdigest() != row.sha256:
            yield say("The content of {path} was changed in the store.", path=row.path)


def _of_rows(db: Connection, id: str, bundle: Bundle) -> Iterator[str]:
    should = {key: row.values for key, row in rows_of(bundle).items()}
    held = {}
    for shape in ENTRY_TABLES:
        table = entries[shape.name]
        for row in db.execute(select(table).where(table.c.workshop_id == id)).mappings():
            key = tuple(row[name] for name in shape.key)
            held[shape.name, key] = tuple(row[name] for name in shape.values)
    for name, key in sorted({*should, *held}):
        if should.get((name, key)) != held.get((name, key)):
            yield say(
                "The row {key} of {name} is not what the acts make of it.",
                key=" / ".join(key),
                name=name,
            )
