"""The shared store: acts appended to a chain, documents and rows made from them. Nothing else
writes what people decided, and ``do`` is the one door.
"""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy import URL, Connection, and_, bindparam, delete, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from cidesign.acts.act import Act, Shared
from cidesign.acts.bring_back import BringBack
from cidesign.acts.open_workshop import OpenWorkshop
from cidesign.acts.past import Past, past
from cidesign.acts.rights import no_right, refusal
from cidesign.acts.written import files_named
from cidesign.domain.person import OPERATOR, Person, Role
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import Refusal
from cidesign.domain.workshop import Bundle
from cidesign.record.held import Files
from cidesign.record.ledger import LEDGER, PRIVATE, START, from_json
from cidesign.text import mark, say
from cidesign.workshop import taken_along
from cidesign.workshop.checking import faults
from cidesign.workshop.failing import StoreFails
from cidesign.workshop.kept import Kept
from cidesign.workshop.opening import default_url, must_exist, opened
from cidesign.workshop.reading import acts_since, caught_up, contents, heads, whole
from cidesign.workshop.tables import act as act_table
from cidesign.workshop.tables import (
    blob,
    document,
    entries,
    letter,
    of_people,
    of_rehearsal,
    setting,
    version,
    workshop,
)
from cidesign.workshop.together import Together
from cidesign.workshop.writing import (
    append,
    derive,
    drop_rehearsal,
    drop_timer,
    fold,
    keep_letter,
    letters_for,
    now,
    put_rows,
    rows_after,
)

_KEPT_IN_MEMORY = 16
_NOT_HERS = Refusal(
    mark("only whoever runs this server begins a workshop"), mark("ask that person to begin it")
)


class NoSuchWorkshop(LookupError):  # noqa: N818 - the word people use for it
    """There is no workshop with this id (any more)."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "There is no such workshop here. It was deleted, or its address is not complete; "
                "open it from the list again."
            )
        )


class Conflict(Exception):  # noqa: N818 - likewise
    """Somebody changed the same document meanwhile; nothing of this act was written.

    Args:
        act: what was to be done.
        first: the acts that came first by their place in the ledger, as sentences, the latest last.
        revision: of the document now; the same act on it would go through.
    """

    def __init__(self, act: Shared, first: Mapping[int, str], revision: int) -> None:
        super().__init__(
            say(
                "Somebody changed this while you were working. Nothing of yours was written: look "
                "at the new state and make your change again."
            )
        )
        self.act, self.first, self.revision = act, first, revision

    @property
    def theirs(self) -> tuple[str, ...]:
        """The acts that came first, as sentences, the latest last."""
        return tuple(self.first.values())


@dataclass(frozen=True)
class Done:
    """An act that is kept: its place in the ledger, its hash, and the workshop after it."""

    seq: int
    hash: str
    kept: Kept


@dataclass(frozen=True)
class _Asked:
    """One act as it comes to the door."""

    act: Act
    who: Person
    nonce: str
    on: int | None


class Store:
    """Every method is safe to call from many threads and many processes at once."""

    def __init__(self, url: str | None = None) -> None:
        """Open the store and bring it to the present shape.

        Args:
            url: SQLAlchemy's address of a database; ``default_url()`` when left out.

        Raises:
            BadInput: there is no database at this address that we could open.
        """
        self._engine = opened(url or default_url())
        self._fresh: OrderedDict[str, Kept] = OrderedDict()
        self._lock = threading.Lock()
        # One for each workshop on which somebody acts just now: it goes with the last who waits.
        self._queues: WeakValueDictionary[str, Together[_Asked, Done]] = WeakValueDictionary()

    def create(
        self, bundle: Bundle, *, who: Person = OPERATOR, nonce: str | None = None, came: str = ""
    ) -> str:
        """Keep a new workshop; its id cannot be guessed. The same nonce twice makes one workshop.

        Args:
            bundle: what it begins with; a ledger in it goes on here.
            who: opens it.
            nonce: of the click.
            came: where it came from, for the ledger.

        Raises:
            BadInput: the ledger it brings is broken, or who has joined a workshop begins another.
        """
        if who.role is not Role.OPERATOR:
            raise BadInput([_NOT_HERS.at(say("Not saved"))])
        id, nonce = secrets.token_urlsafe(16), nonce or secrets.token_urlsafe(16)
        brought = taken_along.of(bundle.files)
        rest = {path: one for path, one in bundle.files.items() if path not in (LEDGER, PRIVATE)}
        act = OpenWorkshop(files=rest, came=came)
        try:
            with self._engine.begin() as db:
                if before := _done_with(db, nonce):
                    return before[0]
                at = now()
                db.execute(
                    insert(workshop).values(
                        id=id,
                        name=bundle.workshop.name,
                        seq=0,
                        head=START,
                        folded=0,
                        derived=0,
                        changed_at=at,
                    )
                )
                head, letters = taken_along.write(db, id, brought)
                seq = len(brought.lines) + 1
                told = append(
                    db, id, act, who, nonce=nonce, seq=seq, prev=head, letters=letters, at=at
                )
                after = act.change(bundle)
                fold(db, id, None, after, Files({}), seq)
                derive(db, id, after, seq)
                _set_head(db, id, told.hash, seq, at, bundle.workshop.name, folded=True)
        except IntegrityError:
            # Two at once with one nonce (PostgreSQL): the other was first, ours was rolled back.
            with self._engine.begin() as db:
                if before := _done_with(db, nonce):
                    return before[0]
            raise
        return id

    def do(
        self, id: str, act: Act, who: Person = OPERATOR, *, nonce: str, on: int | None = None
    ) -> Done:
        """Do one act: the only way to change a workshop.

        Args:
            id: the workshop.
            act: what is done.
            who: does it.
            nonce: new for each click of a person; an act that comes twice is done once.
            on: of a shared act, the revision of its document it was made on; None: on any.

        Raises:
            BadInput: this person may not do it now, or what else forbids it; nothing was written.
            StoreFails: the disk or the database does not go on; likewise.
            Conflict: somebody changed the same document meanwhile; likewise.
            NoSuchWorkshop: there is none with this id.
        """
        if id not in self._fresh:
            self.read(id)  # before the lock, so that little is left to do inside it
        return self._queue_of(id).do(_Asked(act, who, nonce, on))

    def _queue_of(self, id: str) -> "Together[_Asked, Done]":
        """In which all wait who act on this workshop at the same moment."""
        with self._lock:
            queue = self._queues.get(id)
            if queue is None:
                queue = Together(partial(self._do_alone, id), partial(self._in_one_go, id))
                self._queues[id] = queue
            return queue

    def _in_one_go(self, id: str, asked: Sequence[_Asked]) -> list[Done | None]:
        """Do what many ask for in one transaction, so that the disk is waited for once. None for
        one that is refused: it has written nothing, so the others go on.

        Raises:
            Exception: something stopped one that had begun to write; nothing of any is written.
        """
        found = list[Done | None]()
        with self._engine.begin() as db:
            kept = self._locked(db, id)
            for one in asked:
                try:
                    done = self._do(db, kept, one)
                except StoreFails:
                    raise
                except (BadInput, Conflict):
                    found.append(None)
                else:
                    kept = done.kept
                    found.append(done)
        self._remember(kept)
        return found

    def _do_alone(self, id: str, asked: _Asked) -> Done:
        try:
            with self._engine.begin() as db:
                done = self._do(db, self._locked(db, id), asked)
        except (BadInput, Conflict, IntegrityError) as error:
            # Nothing of ours was written. Was it done before? Asked here, not before each act.
            with self._reading() as db, db.begin():
                if _done_with(db, asked.nonce) is None:
                    raise error from None
                done = self._done_before(db, id, asked.nonce)
        self._remember(done.kept)
        return done

    def _locked(self, db: Connection, id: str) -> Kept:
        """The workshop now; nobody else acts on it until this transaction is over."""
        if heads(db, id, locked=True) is None:
            raise NoSuchWorkshop
        return self.present(db, id)

    def _do(self, db: Connection, kept: Kept, asked: _Asked) -> Done:
        id, act, who = kept.id, asked.act, asked.who
        if denied := no_right(who, act, id):
            raise BadInput(denied)  # before anything is told about what is there
        _look_at_conflict(db, kept, act, asked.on)
        found = tuple(act.problems(kept.bundle)) or refusal(who, act, kept.bundle)
        if found:
            raise BadInput(found)
        letters = letters_for(kept.letters, act)
        seq, at = kept.revision + 1, now()
        after = kept.after(act, seq, "", letters)
        told = append(
            db, id, act, who, nonce=asked.nonce, seq=seq, prev=kept.head, letters=letters, at=at
        )
        if letters is not kept.letters:
            keep_letter(db, id, act, letters)
        put_rows(db, id, rows_after(act, kept.bundle, after.bundle))
        if after.bundle.workshop.stage.against_a_rehearsal != (
            kept.bundle.workshop.stage.against_a_rehearsal
        ):
            drop_rehearsal(db, id)  # nothing of one is left once people score what is real
        if kept.bundle.workshop.round_is_open and not after.bundle.workshop.round_is_open:
            drop_timer(db, id)  # the time was that of the round
        shared = isinstance(act, Shared)
        if shared:
            fold(db, id, kept.bundle, after.bundle, kept.folded, seq)
        _set_head(db, id, told.hash, seq, at, after.bundle.workshop.name, folded=shared)
        return Done(seq, told.hash, replace(after, head=told.hash))

    def _done_before(self, db: Connection, id: str, nonce: str) -> Done:
        found = _done_with(db, nonce)
        if found is None or found[0] != id:
            raise ValueError(
                "this nonce belongs to an act on another workshop; make a new one for each click"
            )
        return Done(found[1], found[2], self.present(db, id))

    def present(self, db: Connection, id: str) -> Kept:
        """The workshop at this moment of a transaction; for the rest of this room.

        Raises:
            NoSuchWorkshop: there is none with this id.
        """
        with self._lock:
            known = self._fresh.get(id)
        kept = whole(db, id) if known is None else caught_up(db, known)
        if kept is None:
            raise NoSuchWorkshop
        return kept

    def _remember(self, kept: Kept) -> None:
        with self._lock:
            known = self._fresh.get(kept.id)
            if known is None or known.revision < kept.revision:
                self._fresh[kept.id] = kept
            self._fresh.move_to_end(kept.id)
            while len(self._fresh) > _KEPT_IN_MEMORY:
                self._fresh.popitem(last=False)

    def names(self) -> tuple[tuple[str, str, datetime], ...]:
        """Id, name and last change (UTC) of every workshop, the latest first."""
        listed = select(workshop.c.id, workshop.c.name, workshop.c.changed_at).order_by(
            workshop.c.changed_at.desc(), workshop.c.id
        )
        with self._reading() as db, db.begin():
            return tuple((row.id, row.name, row.changed_at) for row in db.execute(listed))

    def revision(self, id: str) -> int:
        """How many acts a workshop has; cheap to ask.

        Raises:
            NoSuchWorkshop: there is none with this id.
        """
        with self._reading() as db, db.begin():
            found = db.execute(
                select(workshop.c.seq).where(workshop.c.id == id)
            ).scalar_one_or_none()
        if found is None:
            raise NoSuchWorkshop
        return int(found)

    def read(self, id: str) -> Kept:
        """A workshop as it is now.

        Raises:
            NoSuchWorkshop: there is none with this id.
            BadInput: its files are no bundle to this version of the program.
        """
        with self._lock:
            known = self._fresh.get(id)
        with self._reading() as db, db.begin():
            head = heads(db, id)
            if head is None:
                with self._lock:
                    self._fresh.pop(id, None)
                raise NoSuchWorkshop
            if known is not None and known.revision == head.seq:
                return known
            kept = self.present(db, id)
        if head.derived == 0:
            self._derive(id)
        self._remember(kept)
        return kept

    def _derive(self, id: str) -> None:
        """Make the rows of a workshop that an older version kept."""
        with self._engine.begin() as db:
            head = heads(db, id, locked=True)
            if head is not None and head.derived == 0:
                derive(db, id, self.present(db, id).bundle, head.seq)

    def exported(self, id: str) -> Bundle:
        """The whole workshop as a bundle, with its ledger where anybody acted.

        Raises:
            NoSuchWorkshop: there is none with this id.
        """
        self.read(id)
        with self._reading() as db, db.begin():
            kept = self.present(db, id)
            ledger = taken_along.exported(acts_since(db, id, 0))
        return replace(kept.bundle, files=Files(kept.bundle.files).with_files(ledger))

    def past(self, id: str, *, most: int = 200) -> tuple[Past, ...]:
        """The last acts on a workshop, the latest first; those it brought along included.

        Raises:
            NoSuchWorkshop: there is none with this id.
        """
        with self._reading() as db, db.begin():
            head = heads(db, id)
            if head is None:
                raise NoSuchWorkshop
            rows = acts_since(db, id, max(0, head.seq - most))
            return tuple(_past(db, id, row) for row in reversed(rows))

    def way_back(self, id: str, seq: int) -> BringBack:
        """The act that brings back what an act changed, as it was before it.

        Raises:
            NoSuchWorkshop: there is none with this id.
            LookupError: there is no such act, or it is none that can be undone.
        """
        with self._reading() as db, db.begin():
            row = next(iter(acts_since(db, id, seq - 1)), None)
            if row is None or row.seq != seq:
                raise LookupError(f"there is no act {seq}")
            was = _past(db, id, row)
            act = was.act
            if act is None or not was.undoable:
                raise LookupError(f"act {seq} is none that can be undone")
            made = db.execute(
                select(version).where(and_(version.c.workshop_id == id, version.c.seq == seq))
            ).all()
            held = contents(db, id, {one.before for one in made if one.before})
        files = {one.path: held[one.before] if one.before else None for one in made}
        return BringBack(undone=seq, page_of=act.page, main=act.document, files=files)

    def faults(self, id: str) -> tuple[str, ...]:
        """Whatever in a workshop is not what its acts make of it, one sentence each."""
        with self._reading() as db, db.begin():
            return tuple(faults(db, id))

    def delete(self, id: str) -> None:
        """Forget a workshop and everything about it; nothing happens where there is none."""
        with self._engine.begin() as db:
            for table in (
                *entries.values(),
                *of_people,
                *of_rehearsal,
                letter,
                version,
                document,
                blob,
                act_table,
            ):
                db.execute(delete(table).where(table.c.workshop_id == id))
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

    def answers(self) -> bool:
        """Whether its database can be read now."""
        try:
            self.setting("")
        except (DBAPIError, StoreFails):
            return False
        return True

    def setting(self, name: str) -> str:
        """What this store keeps about itself under a name; empty where it keeps nothing."""
        with self.asking() as db:
            asked = select(setting.c.value).where(setting.c.name == name)
            return db.execute(asked).scalar_one_or_none() or ""

    def settle(self, name: str, value: str, *, anew: bool = False) -> bool:
        """Keep this about the store, where nothing is kept yet (or ``anew``); whether it is now."""
        try:
            with self.writing() as db:
                if anew:
                    db.execute(delete(setting).where(setting.c.name == name))
                db.execute(insert(setting).values(name=name, value=value))
        except IntegrityError:
            return False
        return True

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that writes; for the rest of this room."""
        return self._engine.begin()

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """One that reads everything as it was when it began, whoever writes meanwhile; likewise."""
        with self._reading() as db, db.begin():
            yield db

    @contextmanager
    def outside_transactions(self) -> Iterator[Connection]:
        """One on which each statement stands for itself."""
        own = {} if self.url.get_backend_name() == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
        with self._engine.connect().execution_options(bare=True, **own) as db:
            yield db

    @property
    def url(self) -> URL:
        """The address of its database."""
        return self._engine.url

    def _reading(self) -> Connection:
        # What is read in several statements must be of one moment; in SQLite it is by itself.
        sqlite = self.url.get_backend_name() == "sqlite"
        own = {} if sqlite else {"isolation_level": "REPEATABLE READ"}
        return self._engine.connect().execution_options(readonly=True, **own)


def there() -> Store:
    """The store of ``default_url()``, where there is one; none is made.

    Raises:
        BadInput: there is none, or it cannot be opened.
    """
    must_exist(default_url())
    return Store()


def _done_with(db: Connection, nonce: str) -> tuple[str, int, str] | None:
    """The workshop, place and hash of the act with this nonce."""
    asked = select(act_table.c.workshop_id, act_table.c.seq, act_table.c.hash)
    row = db.execute(asked.where(act_table.c.nonce == nonce)).one_or_none()
    return None if row is None else (row.workshop_id, row.seq, row.hash)


def _look_at_conflict(db: Connection, kept: Kept, act: Act, on: int | None) -> None:
    if on is None or not isinstance(act, Shared):
        return
    present = kept.revisions.get(act.document, 0)
    if present == on:
        return
    theirs = and_(
        version.c.workshop_id == kept.id,
        version.c.path == act.document,
        version.c.revision > on,
    )
    asked = (
        select(act_table)
        .join(
            version,
            and_(
                version.c.workshop_id == act_table.c.workshop_id, version.c.seq == act_table.c.seq
            ),
        )
        .where(theirs)
        .order_by(act_table.c.seq)
    )
    first = {int(row.seq): _past(db, kept.id, row) for row in db.execute(asked)}
    raise Conflict(act, {seq: one.told(kept.bundle) for seq, one in first.items()}, present)


def _past(db: Connection, id: str, row: Any) -> Past:
    line = taken_along.line_of(row)
    return past(line, from_json(row.held), contents(db, id, files_named(line.value)))


def _set_head(
    db: Connection, id: str, head: str, seq: int, at: datetime, name: str, *, folded: bool
) -> None:
    told = {"of": id, "seq": seq, "head": head, "derived": seq, "changed_at": at, "name": name}
    db.execute(_FOLDED if folded else _ADDED, {**told, "folded": seq} if folded else told)


_ADDED = (
    update(workshop)
    .where(workshop.c.id == bindparam("of"))
    .values({name: bindparam(name) for name in ("seq", "head", "derived", "changed_at", "name")})
)
_FOLDED = _ADDED.values(folded=bindparam("folded"))
