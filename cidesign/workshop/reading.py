"""Reads a workshop out of the database: its documents, then the acts that came since."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, select

from cidesign.acts import act_kind
from cidesign.acts.act import Act
from cidesign.acts.written import files_named, read_back
from cidesign.record import read_files
from cidesign.record.held import Files
from cidesign.record.ledger import from_json
from cidesign.workshop.kept import Kept
from cidesign.workshop.tables import act, blob, document, letter, workshop

# Made once: an act asks each of them, and making them costs more than asking.
_HEADS = select(workshop).where(workshop.c.id == bindparam("of"))
_HEADS_LOCKED = _HEADS.with_for_update()
_ACTS_SINCE = (
    select(act)
    .where(and_(act.c.workshop_id == bindparam("of"), act.c.seq > bindparam("seq")))
    .order_by(act.c.seq)
)


def heads(db: Connection, id: str, *, locked: bool = False) -> Any:
    """The workshop's own row; None where there is none. ``locked``: nobody else acts on it until
    we are through.
    """
    return db.execute(_HEADS_LOCKED if locked else _HEADS, {"of": id}).one_or_none()


def whole(db: Connection, id: str) -> Kept | None:
    """A workshop from its documents and the acts they do not hold yet.

    Raises:
        BadInput: its files are no bundle to this version of the program.
    """
    head = heads(db, id)
    if head is None:
        return None
    held = document.join(
        blob,
        and_(blob.c.workshop_id == document.c.workshop_id, blob.c.sha256 == document.c.sha256),
        isouter=True,
    )
    documents = db.execute(
        select(document.c.path, document.c.revision, blob.c.content)
        .select_from(held)
        .where(document.c.workshop_id == id)
    ).all()
    files = {row.path: bytes(row.content) for row in documents if row.content is not None}
    letters = {
        row.rater: row.letter
        for row in db.execute(select(letter).where(letter.c.workshop_id == id))
    }
    kept = Kept(
        id,
        read_files(files),
        head.folded,
        head.head,  # of the last act; each that is caught up on brings its own
        {row.path: row.revision for row in documents},
        letters,
        Files(files),
    )
    return caught_up(db, kept, letters)


def caught_up(db: Connection, kept: Kept, letters: Mapping[str, str] | None = None) -> Kept:
    """The workshop with every act that was done since."""
    for row in acts_since(db, kept.id, kept.revision):
        one = decoded(db, kept.id, row)
        known = letters if letters is not None else with_named(kept.letters, one, row)
        kept = kept.after(one, row.seq, row.hash, known)
    return kept


def acts_since(db: Connection, id: str, seq: int) -> Sequence[Row[Any]]:
    """The rows of acts after one, in order."""
    return db.execute(_ACTS_SINCE, {"of": id, "seq": seq}).all()


def decoded(db: Connection, id: str, row: Any) -> Act:
    """The act that a row holds.

    Raises:
        KeyError: it is of a kind this version does not know, or a file it names is gone.
    """
    value = from_json(row.value)
    files = contents(db, id, files_named(value))
    return read_back(act_kind(row.kind), value, from_json(row.held), files)


def with_named(letters: Mapping[str, str], one: Act, row: Any) -> Mapping[str, str]:
    """The letters with the one under which this act names its rater."""
    if not one.rater_in:
        return letters
    rater = getattr(one, one.rater_in)
    return letters if rater in letters else {**letters, rater: from_json(row.value)[one.rater_in]}


def contents(db: Connection, id: str, named: Iterable[str]) -> dict[str, bytes]:
    """Files by their sha256."""
    asked = sorted(named)
    if not asked:
        return {}
    found = db.execute(
        select(blob.c.sha256, blob.c.content).where(
            and_(blob.c.workshop_id == id, blob.c.sha256.in_(asked))
        )
    )
    return {row.sha256: bytes(row.content) for row in found}
