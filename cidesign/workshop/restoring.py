"""Puts a copy in the place of a store, unless the store holds anything the copy does not."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Any

from sqlalchemy import and_, delete, func, make_url, select, text
from sqlalchemy.exc import DBAPIError

from cidesign.domain.dates import day
from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say, say_count
from cidesign.workshop.backing_up import (
    Copy,
    alone_in_its_file,
    copy_rows,
    keep_secret,
    looked_at,
    must_be_whole,
    new_beside,
    put,
    secret_beside,
)
from cidesign.workshop.forgetting import forget_again
from cidesign.workshop.store import Store
from cidesign.workshop.tables import act, everything, person, setting, workshop
from cidesign.workshop.writing import now

_IN_USE = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


@dataclass(frozen=True)
class Restored:
    """What is now in the store, and under which name the one before is kept; empty: it is not."""

    copy: Copy
    kept_as: str


def restore(file: Path, url: str, *, beside: bool = False) -> Restored:
    """Put a copy in the place of the store. Whoever runs a server stops it before.

    Args:
        file: a copy; it stays as it is.
        url: the address of the store.
        beside: keep what is there under another name, whatever it holds.

    Raises:
        BadInput: the copy cannot be read, the store is in use, or it holds what the copy does not;
            nothing was changed.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return _into_database(file, url, beside=beside)
    place = Path(str(address.database)).absolute()
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with new_beside(place) as made:
        with _brought(file, made) as brought:
            if place.exists():
                _look_at_present(place, url, brought, beside=beside)
        alone_in_its_file(made)
        copy = looked_at(made)
        kept_as = _kept(place) if beside and place.exists() else ""
        _not_in_use(place)
        put(made, place)
    _take_secret(file, place, anew=bool(kept_as))
    Store(url).close()  # gives it the settings of a store people work on
    return Restored(replace(copy, file=file), kept_as)


def newer(present: Store, brought: Store) -> Iterator[Problem]:
    """What a store holds that a copy does not, workshop by workshop."""
    remedy = say("take a later backup, or keep the present store too: add --beside")
    with present.asking() as here, brought.asking() as there:
        for one in here.execute(select(workshop).order_by(workshop.c.name, workshop.c.id)):
            same = and_(act.c.workshop_id == one.id, act.c.seq == one.seq)
            hash = there.execute(select(act.c.hash).where(same)).scalar_one_or_none()
            if hash != one.head:
                last = select(func.max(act.c.seq)).where(act.c.workshop_id == one.id)
                known = there.execute(last).scalar_one()
                yield Problem(one.name, _more(one, known, hash), remedy)
            elif came := _came_since(here, there, one.id):
                what = say_count(
                    "{n} person was invited, came or was sent away since this backup",
                    "{n} people were invited, came or were sent away since this backup",
                    came,
                    n=came,
                )
                yield Problem(one.name, what, remedy)


def _more(one: Any, known: int | None, hash: str | None) -> str:
    when = day(one.changed_at.astimezone(UTC).isoformat())
    if known is None:
        return say("is not in this backup; its last change was on {when}", when=when)
    if hash is None:
        return say_count(
            "has {n} change that this backup does not have, made on {when}",
            "has {n} changes that this backup does not have, the last on {when}",
            one.seq - known,
            n=one.seq - known,
            when=when,
        )
    return say("went on another way than in this backup; its last change was on {when}", when=when)


def _came_since(here: Any, there: Any, id: str) -> int:
    def known(db: Any) -> dict[str, tuple[int, bool]]:
        rows = db.execute(select(person).where(person.c.workshop_id == id))
        return {row.id: (row.version, row.joined_at is not None) for row in rows}

    before = known(there)
    return sum(before.get(id, (0, False)) < state for id, state in known(here).items())


@contextmanager
def _brought(file: Path, made: Path) -> Iterator[Store]:
    """A copy of the copy, as a store of the present shape.

    Raises:
        BadInput: it is none.
    """
    if not file.is_file():
        what, remedy = say("there is no such file"), say("look at the spelling and the folder")
        raise BadInput([Problem(str(file), what, remedy)])
    beside = Path(f"{file}-wal")
    if beside.exists() and beside.stat().st_size:
        what = say("is a store that a program works on, and no backup")
        raise BadInput([Problem(str(file), what, say("make one with cidesign backup"))])
    shutil.copyfile(file, made)
    try:
        must_be_whole(made)
        with Store(f"sqlite:///{made.as_posix()}") as store:
            yield store
    except BadInput as bad:
        raise BadInput(
            Problem(str(file), one.what, one.remedy) if str(made) in one.where else one
            for one in bad.problems
        ) from bad
    except sqlite3.Error as error:
        what = say(
            "is no backup, or a damaged one ({said})", said=" ".join(str(error).split())[:200]
        )
        raise BadInput([Problem(str(file), what, say("take another backup"))]) from error


def _look_at_present(place: Path, url: str, brought: Store, *, beside: bool) -> None:
    """What is there now may keep a copy from taking its place, and says what was forgotten.

    Raises:
        BadInput: it holds more than the copy, and is not kept beside it.
    """
    _not_in_use(place)
    try:
        with Store(url) as present:
            found = () if beside else tuple(newer(present, brought))
            _keep_settings(present, brought)
    except (BadInput, DBAPIError) as error:
        if beside:
            return
        what = say("cannot be read, so nobody knows whether it holds more than this backup")
        remedy = say("keep it under another name: add --beside")
        raise BadInput([Problem(str(place), what, remedy)]) from error
    if found:
        raise BadInput(found)


def _keep_settings(present: Store, brought: Store) -> None:
    """What the store knows about itself stays: a new link of who runs it is not taken back, and a
    workshop that was forgotten does not come back.
    """
    with present.asking() as db:
        rows = [dict(row) for row in db.execute(select(setting)).mappings()]
    for row in rows:
        brought.settle(row["name"], row["value"], anew=True)
    forget_again(brought)


def _kept(place: Path) -> str:
    """Keep what is there under another name, with its secret.

    Raises:
        BadInput: a program works on it.
    """
    _not_in_use(place)
    kept = place.with_name(f"{place.name}.{now():%Y-%m-%d-%H%M%S}")
    for one, other in ((place, kept), (secret_beside(place), secret_beside(kept))):
        if one.exists():
            with new_beside(other) as made:
                shutil.copyfile(one, made)
                put(made, other)
    return str(kept)


def _not_in_use(place: Path) -> None:
    if not place.exists():
        return
    try:
        alone_in_its_file(place)
    except sqlite3.OperationalError as error:
        raise BadInput([_in_use(str(place))]) from error
    except sqlite3.DatabaseError:
        # It is damaged, so nothing can be taken in; what lies beside it belongs to it alone.
        for left in ("-wal", "-shm"):
            Path(f"{place}{left}").unlink(missing_ok=True)


def _in_use(where: str) -> Problem:
    return Problem(where, say("a program works on it"), say("stop the server, then try again"))


def _take_secret(file: Path, place: Path, *, anew: bool) -> None:
    theirs, ours = secret_beside(file), secret_beside(place)
    if theirs.exists() and (anew or not ours.exists()):
        keep_secret(theirs.read_bytes(), ours)


def _into_database(file: Path, url: str, *, beside: bool) -> Restored:
    with tempfile.TemporaryDirectory() as folder, Store(url) as present:
        made = Path(folder) / "store.db"
        with _brought(file, made) as brought:
            if beside:
                what = say("keeps a store in a file only")
                remedy = say("name another, empty database in CIDESIGN_STORE")
                raise BadInput([Problem("--beside", what, remedy)])
            with present.asking() as db:
                others = db.execute(_IN_USE).scalar_one()
            if others:
                raise BadInput([_in_use(say("The store"))])
            if found := tuple(newer(present, brought)):
                remedy = say("take a later backup, or name an empty database in CIDESIGN_STORE")
                raise BadInput(Problem(one.where, one.what, remedy) for one in found)
            _keep_settings(present, brought)
            with brought.asking() as source, present.writing() as db:
                for table in reversed(everything.sorted_tables):
                    db.execute(delete(table))
                copy_rows(source, db)
        alone_in_its_file(made)
        return Restored(replace(looked_at(made), file=file), "")
