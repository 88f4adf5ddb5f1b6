"""Forgets whole workshops: rows, names, links, texts, until no byte of them is left in the store. A
ledger whose lines lean on each other cannot forget one person and still be checked, so a workshop
goes whole or stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import DBAPIError

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import KEEP_DAYS
from cidesign.text import say
from cidesign.workshop.failing import StoreFails
from cidesign.workshop.store import Store
from cidesign.workshop.tables import everything
from cidesign.workshop.writing import now

_MARK = "forgotten."


@dataclass(frozen=True)
class Kept:
    """A workshop, and from when on it is to be forgotten (UTC)."""

    id: str
    name: str
    changed_at: datetime
    until: datetime

    @property
    def is_due(self) -> bool:
        """Whether that moment is past."""
        return self.until <= now()


def kept(store: Store, *, days: int = KEEP_DAYS) -> tuple[Kept, ...]:
    """Every workshop, the one to be forgotten first in front. ``days``: after its last change."""
    listed = (
        Kept(id, name, changed_at, changed_at + timedelta(days=days))
        for id, name, changed_at in store.names()
    )
    return tuple(sorted(listed, key=lambda one: (one.until, one.id)))


def called(store: Store, word: str) -> Kept:
    """The workshop with this id, or the only one with this name.

    Raises:
        BadInput: there is none, or several have this name.
    """
    found = [one for one in kept(store) if word in (one.id, one.name)]
    if len(found) == 1:
        return found[0]
    if not found:
        what, remedy = say("there is no such workshop"), say("take an id from --list")
        raise BadInput([Problem(word, what, remedy)])
    ids = ", ".join(one.id for one in found)
    what = say("{n} workshops have this name", n=len(found))
    raise BadInput([Problem(word, what, say("write the id of one: {ids}", ids=ids))])


def forget(store: Store, ids: Iterable[str]) -> None:
    """Forget workshops, and leave no byte of them in the store. A backup that still holds one does
    not bring it back here.

    Raises:
        BadInput: the rows are gone, but the bytes could not be wiped out.
    """
    for id in ids:
        store.settle(f"{_MARK}{id}", now().isoformat(timespec="seconds"), anew=True)
        store.delete(id)
    _wipe(store)


def forget_again(store: Store) -> None:
    """Forget what was forgotten once and came back, such as by a backup."""
    known = {id for id, _, _ in store.names()}
    back = [id for id in known if store.setting(f"{_MARK}{id}")]
    if back:
        forget(store, back)


def _wipe(store: Store) -> None:
    """Write the store anew without what was deleted, and empty its journal."""
    in_a_file = store.url.get_backend_name() == "sqlite"
    try:
        with store.outside_transactions() as db:
            if in_a_file:
                db.exec_driver_sql("VACUUM")
                busy, _, _ = db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            else:
                busy = 0
                for table in everything.sorted_tables:
                    db.exec_driver_sql(f"VACUUM (FULL) {table.name}")
    except StoreFails as failure:
        raise BadInput([_left(failure.problems[0].what)]) from failure
    except DBAPIError as error:
        raise BadInput([_left(" ".join(str(error.orig).split())[:200])]) from error
    if busy:
        raise BadInput([_left(say("somebody reads it just now"))])


def _left(said: str) -> Problem:
    what = say("its rows are gone, but their bytes may still be there ({said})", said=said)
    remedy = say("say cidesign forget --due --yes once nobody works on it")
    return Problem(say("The store"), what, remedy)
