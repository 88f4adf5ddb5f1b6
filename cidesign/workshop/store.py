"""The shared store: workshops that many people read and change at once, without losing or doubling
a save.
"""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.workshop.opening import default_url, opened
from cidesign.workshop.tables import document, saved, workshop

_KEPT_IN_MEMORY = 16


class Conflict(Exception):  # noqa: N818 - the word people use for it
    """Somebody saved the same workshop meanwhile; nothing of this save was written."""


class NoSuchWorkshop(LookupError):  # noqa: N818 - likewise
    """There is no workshop with this id (any more)."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "There is no such workshop here. It was deleted, or its address is not complete; "
                "open it from the list again."
            )
        )


@dataclass(frozen=True)
class Kept:
    """A workshop as the store keeps it; ``revision`` counts its saves from 1."""

    id: str
    bundle: Bundle
    revision: int


class Store:
    """Every method is safe to call from many threads and many processes at once."""

    def __init__(
        self, url: str | None = None, *, read: Callable[[Mapping[str, bytes]], Bundle]
    ) -> None:
        """Open the store and bring it to the present shape.

        Args:
            url: SQLAlchemy's address of a database; ``default_url()`` when left out.
            read: makes a bundle of files; raises BadInput where they are none.

        Raises:
            BadInput: there is no database at this address that we could open.
        """
        self._read = read
        self._engine = opened(url or default_url())
        self._fresh: OrderedDict[str, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def create(self, bundle: Bundle, *, nonce: str | None = None) -> str:
        """Keep a new workshop; its id cannot be guessed. The same nonce twice makes one
        workshop.
        """
        id = secrets.token_urlsafe(16)
        try:
            with self._engine.begin() as db:
                if nonce and (before := _save_of(db, nonce)):
                    return before[0]
                db.execute(
                    insert(workshop).values(
                        id=id, name=bundle.workshop.name, revision=1, changed_at=_now()
                    )
                )
                _write(db, id, bundle.files, {})
                db.execute(
                    insert(saved).values(
                        nonce=nonce or secrets.token_urlsafe(16), workshop_id=id, revision=1
                    )
                )
        except IntegrityError:
            # Two at once with one nonce (PostgreSQL): the other was first, and ours was rolled
            # back.
            with self._engine.begin() as db:
                if nonce and (before := _save_of(db, nonce)):
                    return before[0]
            raise
        return id

    def names(self) -> tuple[tuple[str, str, datetime], ...]:
        """Id, name and last change (UTC) of every workshop, the latest first."""
        listed = select(workshop.c.id, workshop.c.name, workshop.c.changed_at).order_by(
            workshop.c.changed_at.desc(), workshop.c.id
        )
        with self._engine.connect().execution_options(readonly=True) as db, db.begin():
            return tuple((row.id, row.name, row.changed_at) for row in db.execute(listed))

    def revision(self, id: str) -> int:
        """How often a workshop was saved; cheap to ask.

        Raises:
            NoSuchWorkshop: there is none with this id.
        """
        with self._engine.connect().execution_options(readonly=True) as db, db.begin():
            found = db.execute(
                select(workshop.c.revision).where(workshop.c.id == id)
            ).scalar_one_or_none()
        if found is None:
            raise NoSuchWorkshop
        return int(found)

    def read(self, id: str) -> Kept:
        """A workshop as it was last saved.

        Raises:
            NoSuchWorkshop: there is none with this id.
            BadInput: its files are no bundle to this version of the program.
        """
        now = self.revision(id)
        with self._lock:
            kept = self._fresh.get(id)
        if kept is not None and kept.revision == now:
            return kept
        # One statement, so that the revision and the documents belong together on every database.
        joined = workshop.outerjoin(document, document.c.workshop_id == workshop.c.id)
        query = (
            select(workshop.c.revision, document.c.path, document.c.content)
            .select_from(joined)
            .where(workshop.c.id == id)
        )
        with self._engine.connect().execution_options(readonly=True) as db, db.begin():
            rows = db.execute(query).all()
        if not rows:
            raise NoSuchWorkshop
        kept = Kept(
            id,
            self._read({row.path: row.content for row in rows if row.path is not None}),
            int(rows[0].revision),
        )
        with self._lock:
            self._fresh[id] = kept
            self._fresh.move_to_end(id)
            while len(self._fresh) > _KEPT_IN_MEMORY:
                self._fresh.popitem(last=False)
        return kept

    def save(self, id: str, bundle: Bundle, *, revision: int, nonce: str) -> int:
        """Keep a changed workshop; only documents that differ are written.

        Args:
            id: the workshop.
            bundle: what it shall be.
            revision: the one the change was made on.
            nonce: new for each click of a person; a save that comes twice is written once.

        Returns:
            The new revision; for a nonce that was used before, that of the first save.

        Raises:
            Conflict: somebody else saved meanwhile.
            NoSuchWorkshop: there is none with this id.
        """
        with self._engine.begin() as db:
            if before := _save_of(db, nonce):
                return _revision_of(before, id)
            mine = update(workshop).where(
                and_(workshop.c.id == id, workshop.c.revision == revision)
            )
            done = db.execute(
                mine.values(revision=revision + 1, name=bundle.workshop.name, changed_at=_now())
            ).rowcount
            if not done:
                if before := _save_of(
                    db, nonce
                ):  # the same save, on PostgreSQL, while we waited for the row
                    return _revision_of(before, id)
                raise _refusal(db, id, revision)
            rows = db.execute(
                select(document.c.path, document.c.content).where(document.c.workshop_id == id)
            )
            _write(db, id, bundle.files, {row.path: row.content for row in rows})
            db.execute(insert(saved).values(nonce=nonce, workshop_id=id, revision=revision + 1))
        return revision + 1

    def delete(self, id: str) -> None:
        """Forget a workshop and all its documents; nothing happens where there is none."""
        with self._engine.begin() as db:
            db.execute(delete(document).where(document.c.workshop_id == id))
            db.execute(delete(saved).where(saved.c.workshop_id == id))
            db.execute(delete(workshop).where(workshop.c.id == id))
        with self._lock:
            self._fresh.pop(id, None)

    def close(self) -> None:
        """Close every connection; the store can be used again, and then opens new ones."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _now() -> datetime:
    return datetime.now(UTC)


def _save_of(db: Connection, nonce: str) -> tuple[str, int] | None:
    row = db.execute(
        select(saved.c.workshop_id, saved.c.revision).where(saved.c.nonce == nonce)
    ).one_or_none()
    return None if row is None else (row.workshop_id, row.revision)


def _revision_of(before: tuple[str, int], id: str) -> int:
    if before[0] != id:
        raise ValueError(
            "this nonce belongs to a save of another workshop; make a new one for each click"
        )
    return before[1]


def _refusal(db: Connection, id: str, revision: int) -> Exception:
    now = db.execute(select(workshop.c.revision).where(workshop.c.id == id)).scalar_one_or_none()
    if now is None:
        return NoSuchWorkshop()
    return Conflict(
        say(
            "Somebody saved this workshop while you were working: it is at save {now}, your change "
            "began at save "
            "{revision}. Nothing of yours was written. Look at the new state and make your change "
            "again.",
            now=now,
            revision=revision,
        )
    )


def _write(
    db: Connection, id: str, files: Mapping[str, bytes], before: Mapping[str, bytes]
) -> None:
    this = and_(document.c.workshop_id == id, document.c.path == bindparam("at"))
    new = [
        {"workshop_id": id, "path": path, "content": content}
        for path, content in files.items()
        if path not in before
    ]
    other = [
        {"at": path, "now": content}
        for path, content in files.items()
        if path in before and before[path] != content
    ]
    gone = [{"at": path} for path in before if path not in files]
    if new:
        db.execute(insert(document), new)
    if other:
        db.execute(update(document).where(this).values(content=bindparam("now")), other)
    if gone:
        db.execute(delete(document).where(this), gone)
