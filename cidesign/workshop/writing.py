"""Writes one act into the database, and what follows from it: documents, their versions, rows."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from cidesign.acts.act import Act, Personal
from cidesign.acts.written import written
from cidesign.domain.entry_rows import Row, rows_of
from cidesign.domain.person import Person
from cidesign.domain.workshop import Bundle
from cidesign.record.held import Files
from cidesign.record.ledger import Line, as_json, commitment, line
from cidesign.workshop.kept import changed_paths, with_letter
from cidesign.workshop.tables import (
    act as act_table,
)
from cidesign.workshop.tables import (
    blob,
    document,
    entries,
    letter,
    of_rehearsal,
    rehearsal,
    timer,
    version,
    workshop,
)


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def letters_for(letters: Mapping[str, str], one: Act) -> Mapping[str, str]:
    """The letters with one for the rater an act names, if it names one."""
    return with_letter(letters, getattr(one, one.rater_in)) if one.rater_in else letters


def append(
    db: Connection,
    id: str,
    one: Act,
    who: Person,
    *,
    nonce: str,
    seq: int,
    prev: str,
    letters: Mapping[str, str],
    at: datetime,
) -> Line:
    """One more line of the ledger, with the files the act brings."""
    pieces = written(one, letters)
    salt = secrets.token_hex(16) if pieces.held else ""
    told = line(
        seq=seq,
        at=at.isoformat(timespec="microseconds"),
        actor=_actor(one, who, letters),
        act=one.kind,
        object=one.document,
        value=pieces.value,
        commit=commitment(salt, pieces.held) if pieces.held else "",
        prev=prev,
    )
    db.execute(
        _INSERT_ACT,
        {
            "workshop_id": id,
            "seq": seq,
            "nonce": nonce,
            "kind": told.act,
            "actor": told.actor,
            "at": told.at,
            "object": told.object,
            "value": as_json(pieces.value),
            "held": as_json(pieces.held),
            "salt": salt,
            "commit": told.commit,
            "prev": told.prev,
            "hash": told.hash,
        },
    )
    keep_contents(db, id, pieces.files)
    return told


def _actor(one: Act, who: Person, letters: Mapping[str, str]) -> str:
    """Who did it, as the ledger names her: a member who acts for herself by her letter, else her
    name would stand beside it.
    """
    own = bool(who.member and one.rater_in) and getattr(one, one.rater_in) == who.member
    return letters[who.member] if own else who.name or who.id


def keep_letter(db: Connection, id: str, one: Act, letters: Mapping[str, str]) -> None:
    """Keep the letter of a rater who has none yet."""
    rater = getattr(one, one.rater_in)
    db.execute(insert(letter).values(workshop_id=id, rater=rater, letter=letters[rater]))


def keep_contents(db: Connection, id: str, files: Mapping[str, bytes]) -> None:
    """Keep files by their sha256, each once."""
    if not files:
        return
    asked = and_(blob.c.workshop_id == id, blob.c.sha256.in_(sorted(files)))
    known = set(db.execute(select(blob.c.sha256).where(asked)).scalars())
    new = [
        {"workshop_id": id, "sha256": sha, "content": content}
        for sha, content in files.items()
        if sha not in known
    ]
    if new:
        db.execute(insert(blob), new)


def fold(
    db: Connection, id: str, before: Bundle | None, after: Bundle, folded: Files, seq: int
) -> None:
    """Write what an act on shared documents left: every file that differs from the database's.

    Args:
        db: inside the act's transaction.
        id: the workshop.
        before: the record the act was done on; None where it began with this act.
        after: the record now.
        folded: the files as the documents hold them, before those of personal acts since.
        seq: of the act.
    """
    own = set(changed_paths(before, after)) if before else set(after.files)
    now_held = Files(after.files)
    for path in now_held.changed_from(folded):
        content = now_held.get(path)
        sha = _keep(db, id, content)
        where = {"workshop_id": id, "path": path}
        if path in own:
            was = _keep(db, id, before.files.get(path) if before else None)
            revision = 1 + (db.execute(_revision(id, path)).scalar_one_or_none() or 0)
            _put(db, document, where, {"revision": revision, "sha256": sha})
            made = {**where, "seq": seq, "revision": revision, "sha256": sha, "before": was}
            db.execute(insert(version).values(**made))
        else:
            known = db.execute(_revision(id, path)).scalar_one_or_none() or 0
            _put(db, document, where, {"revision": known, "sha256": sha})


def _keep(db: Connection, id: str, content: bytes | None) -> str | None:
    if content is None:
        return None
    sha = hashlib.sha256(content).hexdigest()
    keep_contents(db, id, {sha: content})
    return sha


def _revision(id: str, path: str) -> Any:
    return select(document.c.revision).where(
        and_(document.c.workshop_id == id, document.c.path == path)
    )


def put_rows(db: Connection, id: str, rows: Iterable[Row]) -> None:
    """Bring rows of the derived tables to what they are now."""
    for row in rows:
        table = entries[row.table.name]
        key = {"workshop_id": id, **dict(zip(row.table.key, row.key))}
        if row.values is None:
            db.execute(
                delete(table).where(and_(*(table.c[name] == it for name, it in key.items())))
            )
        else:
            _put(db, table, key, dict(zip(row.table.values, row.values)))


def rows_between(before: Bundle | None, after: Bundle) -> list[Row]:
    """The rows that differ between two states of a record."""
    was = rows_of(before) if before else {}
    now_held = rows_of(after)
    gone = [Row(row.table, row.key, None) for key, row in was.items() if key not in now_held]
    return gone + [row for key, row in now_held.items() if was.get(key) != row]


def rows_after(one: Act, before: Bundle | None, after: Bundle) -> Iterable[Row]:
    """The rows an act changes; of a personal one just its own."""
    if isinstance(one, Personal):
        return one.rows(after)
    same = before is not None and all(
        getattr(before, name) is getattr(after, name)
        for name in ("scores", "remarks", "declarations", "recusals", "weights", "notes")
    )
    return () if same else rows_between(before, after)


def derive(db: Connection, id: str, bundle: Bundle, seq: int) -> None:
    """Make all rows of a workshop anew."""
    for table in entries.values():
        db.execute(delete(table).where(table.c.workshop_id == id))
    put_rows(db, id, rows_of(bundle).values())
    db.execute(update(workshop).where(workshop.c.id == id).values(derived=seq))


def drop_rehearsal(db: Connection, id: str) -> None:
    """Nothing of a rehearsal is left, of one that was open not even its timer; nothing happens
    where none is held.
    """
    is_over = select(rehearsal.c.is_over).where(rehearsal.c.workshop_id == id)
    if db.execute(is_over).scalar_one_or_none() == False:  # noqa: E712 - None: none is held
        drop_timer(db, id)
    for table in of_rehearsal:
        db.execute(delete(table).where(table.c.workshop_id == id))


def drop_timer(db: Connection, id: str) -> None:
    """No timer runs any more; nothing happens where none does."""
    db.execute(delete(timer).where(timer.c.workshop_id == id))


def _put(db: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Insert a row, or bring the one with this key to these values."""
    db.execute(_upsert(table, tuple(key), tuple(values), db.dialect.name), {**key, **values})


@cache
def _upsert(table: Table, key: tuple[str, ...], values: tuple[str, ...], dialect: str) -> Any:
    put = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    return put.on_conflict_do_update(
        index_elements=list(key), set_={name: put.excluded[name] for name in values}
    )


_INSERT_ACT = insert(act_table)
