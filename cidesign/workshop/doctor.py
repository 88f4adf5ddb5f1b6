"""Looks a store over, changes nothing in it, and says of whatever does not hold where, what, and
what to do.
"""

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from cidesign.acts.written import files_named
from cidesign.domain.problem import Problem
from cidesign.record.ledger import from_json
from cidesign.text import mark, say
from cidesign.workshop.backing_up import secret_beside
from cidesign.workshop.checking import faults
from cidesign.workshop.opening import Shape, as_it_is, must_exist, shape_of, shown
from cidesign.workshop.reading import whole
from cidesign.workshop.tables import (
    act,
    blob,
    document,
    everything,
    rehearsal,
    rehearsed,
    version,
    workshop,
)

LEAST_ROOM_BYTES = 200_000_000
"""On the disk of a store; or twice what it takes where that is more, for a copy of it to fit."""
_TOLD_AT_MOST = 20
_NAME_LETTERS = 60
_OTHERS_MAY = stat.S_IROTH | stat.S_IWOTH


@dataclass(frozen=True)
class Checked:
    """One thing that must hold of a store, and what of it does not; nothing: it holds."""

    id: str
    claim: str
    found: tuple[Problem, ...]


@dataclass(frozen=True)
class _Store:
    """What is looked over. ``file``: None where it lies on a server."""

    name: str
    engine: Engine
    file: Path | None


@dataclass(frozen=True)
class _Check:
    """What must hold, and the way to find out."""

    id: str
    claim: str
    find: Callable[[_Store], Iterable[Problem]]


def looked_over(url: str) -> tuple[Checked, ...]:
    """Everything that must hold of a store, each with what does not.

    What follows from something that does not hold is not looked at.

    Raises:
        BadInput: there is no store at this address.
    """
    address = must_exist(url)
    file = Path(str(address.database)) if address.get_backend_name() == "sqlite" else None
    store = _Store(shown(url) if file is None else str(file), as_it_is(address), file)
    try:
        return tuple(_all_of(store))
    finally:
        store.engine.dispose()


def _all_of(store: _Store) -> Iterator[Checked]:
    around = _AROUND_A_FILE if store.file else ()
    for checks in (_OF_IT_ALL, _OF_ROWS, _OF_REHEARSALS):
        checked = [_checked(check, store) for check in checks]
        yield from checked
        if any(one.found for one in checked):
            break
    yield from (_checked(check, store) for check in around)


def _checked(check: _Check, store: _Store) -> Checked:
    try:
        found = tuple(dict.fromkeys(check.find(store)))
    except DBAPIError as error:
        what = say("cannot be read ({said})", said=_said(error))
        found = (Problem(store.name, what, _take_a_backup()),)
    rest = len(found) - _TOLD_AT_MOST
    if rest > 0:
        more = Problem(store.name, say("{n} more of this kind", n=rest), found[-1].remedy)
        found = (*found[:_TOLD_AT_MOST], more)
    return Checked(check.id, say(check.claim), found)


def _take_a_backup() -> str:
    return say("put the last backup in its place: cidesign restore FILE --beside")


def _said(error: Exception) -> str:
    return " ".join(str(getattr(error, "orig", None) or error).split())[:200]


def _of_shape(store: _Store) -> Iterator[Problem]:
    with store.engine.connect() as db, db.begin():
        found = shape_of(db)
    if found is Shape.OLDER:
        what = say("was made by an older version of this program")
        yield Problem(
            store.name,
            what,
            say("copy it while no program works on it, then start the app once: it is moved"),
        )
    if found is Shape.NONE:
        what = say("is no store of this program")
        yield Problem(store.name, what, say("look at the address in CIDESIGN_STORE"))
    if found is Shape.NEWER:
        what = say("was made by a newer version of this program")
        yield Problem(store.name, what, say("update the program, or name another store"))


def _of_pages(store: _Store) -> Iterator[Problem]:
    """SQLite looks at its pages itself; of another database every row is read."""
    with store.engine.connect() as db, db.begin():
        if store.file is None:
            for table in everything.sorted_tables:
                for _ in db.execute(select(table).execution_options(yield_per=500)):
                    pass
            return
        told = [str(row[0]) for row in db.exec_driver_sql("PRAGMA integrity_check")]
    for one in told:
        if one != "ok":
            what = say("is damaged ({said})", said=" ".join(one.split()))
            yield Problem(store.name, what, _take_a_backup())


def _of_orphans(store: _Store) -> Iterator[Problem]:
    """Rows of no workshop, texts nobody names, names of texts that are gone."""
    with store.engine.connect() as db, db.begin():
        known = set(db.execute(select(workshop.c.id)).scalars())
        for table in everything.sorted_tables:
            if "workshop_id" not in table.c:
                continue
            lost = set(db.execute(select(table.c.workshop_id).distinct()).scalars()) - known
            for id in sorted(lost):
                what = say("has rows of a workshop that is not there: {id}", id=id)
                yield Problem(_table(table.name), what, _tell_us())
        for id in sorted(known):
            yield from _of_texts(db, id)


def _of_texts(db: Connection, id: str) -> Iterator[Problem]:
    held = set(db.execute(select(blob.c.sha256).where(blob.c.workshop_id == id)).scalars())
    stands = {
        sha
        for column in (document.c.sha256, version.c.sha256, version.c.before)
        for sha in db.execute(select(column).where(column.table.c.workshop_id == id)).scalars()
        if sha
    }
    for sha in sorted(stands - held):
        what = say("a text of workshop {id} is gone: {sha}", id=id, sha=sha[:12])
        yield Problem(_table(blob.name), what, _take_a_backup())
    acted = {
        sha
        for value in db.execute(select(act.c.value).where(act.c.workshop_id == id)).scalars()
        for sha in _named(value)
    }
    for sha in sorted(held - stands - acted):
        what = say("a text of workshop {id} belongs to nothing: {sha}", id=id, sha=sha[:12])
        yield Problem(_table(blob.name), what, _tell_us())


def _named(value: str) -> Iterable[str]:
    try:
        return files_named(from_json(value))
    except ValueError:
        return ()  # the chain tells of it


def _table(name: str) -> str:
    return say("Table {name}", name=name)


def _tell_us() -> str:
    return say("keep a backup as it is now, and tell whoever looks after the program")


def _of_workshops(store: _Store) -> Iterator[Problem]:
    """Each workshop against what its acts alone make of it."""
    with store.engine.connect() as db, db.begin():
        listed = db.execute(select(workshop.c.id, workshop.c.name).order_by(workshop.c.id)).all()
        for one in listed:
            where = say(
                "Workshop {name} ({id})", name=" ".join(one.name.split())[:_NAME_LETTERS], id=one.id
            )
            remedy = say("keep a backup as it is now, and open an export or backup made before")
            try:
                for told in faults(db, one.id):
                    yield Problem(where, told.rstrip("."), remedy)
            except (ValueError, LookupError, TypeError, AttributeError) as error:
                what = say("its changes cannot be read ({said})", said=_said(error))
                yield Problem(where, what, remedy)


def _of_rehearsals(store: _Store) -> Iterator[Problem]:
    """Nothing given in a rehearsal outlives it, and none is held beside real scores."""
    with store.engine.connect() as db, db.begin():
        began = set(db.execute(select(rehearsal.c.workshop_id)).scalars())
        given = set(db.execute(select(rehearsed.c.workshop_id).distinct()).scalars())
        for id in sorted(given - began):
            what = say("has levels of workshop {id} from a rehearsal that is not held", id=id)
            yield Problem(_table(rehearsed.name), what, _tell_us())
        for id in sorted(began):
            kept = whole(db, id)
            if kept is not None and kept.bundle.workshop.stage.against_a_rehearsal:
                what = say("holds a rehearsal of workshop {id}, which scores what is real", id=id)
                yield Problem(_table(rehearsal.name), what, _tell_us())


def _of_journal(store: _Store) -> Iterator[Problem]:
    with store.engine.connect() as db, db.begin():
        mode = str(db.exec_driver_sql("PRAGMA journal_mode").scalar())
    if mode != "wal":
        what = say("writes its journal in mode {mode}, so people wait for each other", mode=mode)
        remedy = say("keep it on a disk of this machine, and start the app once")
        yield Problem(store.name, what, remedy)


def _of_rights(store: _Store) -> Iterator[Problem]:
    """Nobody else on this machine reads the names and scores, or makes a pass of her own."""
    if os.name != "posix" or store.file is None:
        return
    secret = secret_beside(store.file)
    if secret.exists() and (mode := stat.S_IMODE(secret.stat().st_mode)) & 0o077:
        what = say("may be read by others on this machine (mode {mode})", mode=f"{mode:o}")
        remedy = say("say chmod 600 on it; if somebody may have read it, delete it too")
        yield Problem(str(secret), what, remedy)
    reached = all(one.stat().st_mode & stat.S_IXOTH for one in store.file.absolute().parents)
    if reached and (mode := stat.S_IMODE(store.file.stat().st_mode)) & _OTHERS_MAY:
        what = say("may be read by others on this machine (mode {mode})", mode=f"{mode:o}")
        yield Problem(str(store.file), what, say("say chmod 600 on it, or 700 on its folder"))


def _of_room(store: _Store) -> Iterator[Problem]:
    if store.file is None:
        return
    free = shutil.disk_usage(store.file.absolute().parent).free
    needed = max(LEAST_ROOM_BYTES, 2 * store.file.stat().st_size)
    if free < needed:
        what = say("{free} MB are free on its disk", free=free // 1_000_000)
        remedy = say("make room: it needs at least {needed} MB", needed=needed // 1_000_000)
        yield Problem(str(store.file), what, remedy)


_OF_IT_ALL = (
    _Check("shape", mark("The store is of this version of the program."), _of_shape),
    _Check("pages", mark("All of the store can be read."), _of_pages),
)
_OF_ROWS = (
    _Check("orphans", mark("No row of the store is without what it belongs to."), _of_orphans),
    _Check(
        "workshops",
        mark("Each change follows from the one before, and the rest from the changes."),
        _of_workshops,
    ),
)
_OF_REHEARSALS = (
    _Check(
        "rehearsals",
        mark("No rehearsal is held beside real scores, and nothing is left of one."),
        _of_rehearsals,
    ),
)
_AROUND_A_FILE = (
    _Check("journal", mark("Nobody waits to read while somebody writes."), _of_journal),
    _Check(
        "rights", mark("Nobody else on this machine can read the store or its secret."), _of_rights
    ),
    _Check("room", mark("There is room on the disk of the store."), _of_room),
)
