"""A copy of the whole store as it was at one moment, while people go on working: a file that is a
store itself, whatever database the first one lies in.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, insert, select
from sqlalchemy.exc import DBAPIError

from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say
from cidesign.workshop import passes
from cidesign.workshop.checking import faults_of_chain
from cidesign.workshop.failing import StoreFails
from cidesign.workshop.opening import opened
from cidesign.workshop.store import Store
from cidesign.workshop.tables import everything, workshop

_ROWS = 500
_NAME_LETTERS = 60


@dataclass(frozen=True)
class Copied:
    """A workshop in a copy: how many acts it has, and when the last one was done (UTC)."""

    id: str
    name: str
    acts: int
    changed_at: datetime


@dataclass(frozen=True)
class Copy:
    """What a copy holds. ``faults``: what in it does not hold, as it did not in the store."""

    file: Path
    workshops: tuple[Copied, ...]
    faults: tuple[Problem, ...]
    with_secret: bool


def back_up(store: Store, file: Path) -> Copy:
    """Write a copy of the store to a new file, open it again and look at every chain in it. The
    file is there whole or not at all, for our own eyes only.

    Beside it lies a copy of the secret that passes are signed with, where the store has one of its
    own: with both, another machine goes on where this one stopped.

    Raises:
        BadInput: the file is there already, or cannot be written or read again.
    """
    secret = passes.secret_file(store)
    own = secret.read_bytes() if secret is not None and secret.exists() else None
    for one in (file, secret_beside(file)):
        if one.exists():
            what, remedy = say("is there already"), say("name a file that does not exist yet")
            raise BadInput([Problem(str(one), what, remedy)])
    try:
        with new_beside(file) as made:
            _copy(store, made)
            copy = looked_at(made)
            if own is not None:
                keep_secret(own, secret_beside(file))
            put(made, file)
    except (OSError, sqlite3.Error, DBAPIError, StoreFails) as error:
        said = " ".join(str(getattr(error, "orig", None) or error).split())[:200]
        what = say("could not be written or read again ({said})", said=said)
        remedy = say("look at the folder, its rights and the room on its disk, or take another")
        raise BadInput([Problem(str(file), what, remedy)]) from error
    return replace(copy, file=file, with_secret=own is not None)


def looked_at(file: Path) -> Copy:
    """What a copy holds, read anew from its file and not changed by it.

    Raises:
        sqlite3.Error: it is no database, or damaged.
        DBAPIError: likewise.
    """
    must_be_whole(file)
    engine = create_engine("sqlite://", creator=lambda: _read_only(file), poolclass=NullPool)
    with engine.connect() as db, db.begin():
        listed = db.execute(select(workshop).order_by(workshop.c.name, workshop.c.id)).all()
        held = tuple(Copied(one.id, one.name, one.seq, one.changed_at) for one in listed)
        faults = tuple(fault for one in held for fault in _faults(db, one))
    engine.dispose()
    return Copy(file, held, faults, secret_beside(file).exists())


def must_be_whole(file: Path) -> None:
    """Look at every page of a store in a file, without changing it.

    Raises:
        sqlite3.Error: it is no store, or damaged.
    """
    db = _read_only(file)
    try:
        db.execute("SELECT version_num FROM alembic_version").fetchall()
        told = [str(row[0]) for row in db.execute("PRAGMA integrity_check(5)")]
        if told != ["ok"]:
            raise sqlite3.DatabaseError(" ".join(told))
    finally:
        db.close()


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def secret_beside(file: Path) -> Path:
    """Where the secret lies that goes with a store in a file."""
    return Path(f"{file}.secret")


def keep_secret(secret: bytes, file: Path) -> None:
    """Write a secret to a file of our own eyes only."""
    with new_beside(file) as made:
        made.write_bytes(secret)
        put(made, file)


@contextmanager
def new_beside(file: Path) -> Iterator[Path]:
    """An empty file for our own eyes only, in the same folder; gone again unless it was put
    somewhere.
    """
    handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=".writing-")
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for left in ("", "-journal", "-wal", "-shm"):
            Path(f"{name}{left}").unlink(missing_ok=True)


def put(made: Path, file: Path) -> None:
    """Give a whole file its name, once all of it lies on the disk."""
    to_disk(made)
    made.replace(file)
    to_disk(file.absolute().parent)


def copy_rows(source: Connection, target: Connection) -> None:
    """Every row of a store into another one that is empty."""
    for table in everything.sorted_tables:
        found = source.execute(select(table).execution_options(yield_per=_ROWS)).mappings()
        for rows in found.partitions():
            target.execute(insert(table), [dict(row) for row in rows])


def alone_in_its_file(file: Path) -> None:
    """Take in what a store in a file has beside it, so that the file is all of it.

    Raises:
        sqlite3.OperationalError: another program has it open.
    """
    db = sqlite3.connect(file, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        db.close()


def to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, lie on the disk."""
    if path.is_dir() and os.name != "posix":
        return  # Windows opens no folder, and keeps its names by itself
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(store: Store, file: Path) -> None:
    target = opened(f"sqlite:///{file.as_posix()}")
    try:
        with store.asking() as source, target.begin() as db:
            copy_rows(source, db)
    finally:
        target.dispose()
    alone_in_its_file(file)


def _faults(db: Connection, one: Copied) -> Iterator[Problem]:
    remedy = say("look at the store itself with cidesign doctor")
    for told in faults_of_chain(db, one.id):
        yield Problem(one.name[:_NAME_LETTERS], told.rstrip("."), remedy)
