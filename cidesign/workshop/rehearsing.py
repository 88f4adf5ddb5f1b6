"""A rehearsal before the first round: begun and ended by a facilitator, read by members alone each,
seen by all when it is over, then deleted. It stands in tables of its own, and in no ledger.
"""

import json
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from cidesign.acts.hold_rehearsal import HoldRehearsal
from cidesign.acts.rehearsal import against_giving, against_rehearsing, readings, to_rehearse
from cidesign.acts.rehearsal_rights import Deed, against
from cidesign.domain.person import Person
from cidesign.domain.problem import BadInput
from cidesign.domain.rehearsal import Reading, Rehearsal
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.workshop.people import must_be_there
from cidesign.workshop.store import Store
from cidesign.workshop.tables import rehearsal, rehearsed
from cidesign.workshop.writing import drop_rehearsal, drop_timer

KEY_BYTES = 8


def held(store: Store, workshop: str) -> Rehearsal | None:
    """What everybody may know of the rehearsal that is held; None where none is."""
    with store.asking() as db:
        return _held(db, workshop)


def begin(store: Store, workshop: str, by: Person, *, candidates: Sequence[str]) -> Rehearsal:
    """A rehearsal begins, on the heaviest criteria. ``candidates``: ids of those that do not exist.

    Raises:
        BadInput: who begins it may not, one is held already, or the rule sheet is not ready.
        NoSuchWorkshop: there is none with this id.
    """
    with store.writing() as db:
        record, _ = _looked_at(store, db, workshop, by, Deed.BEGIN)
        if lacking := against_rehearsing(record):
            raise BadInput(lacking)
        criteria = tuple(one.id for one in to_rehearse(record))
        one = Rehearsal(secrets.token_hex(KEY_BYTES), tuple(candidates), criteria)
        db.execute(
            insert(rehearsal).values(
                workshop_id=workshop,
                key=one.key,
                candidates=json.dumps(one.candidates),
                criteria=json.dumps(one.criteria),
                is_over=False,
            )
        )
    return one


def give(
    store: Store,
    workshop: str,
    by: Person,
    *,
    key: str,
    candidate: str,
    criterion: str,
    score: Decimal | None,
    nonce: str,
) -> None:
    """A member gives a level of her own; what comes twice with one nonce is kept once.

    Args:
        store: where the workshop is.
        workshop: its id.
        by: the member.
        key: of the rehearsal she reads.
        candidate, criterion: ids of what she has read.
        score: the level; None takes it back.
        nonce: new for each press of hers.

    Raises:
        BadInput: she may not now, or there is no such level; nothing was written.
        NoSuchWorkshop: there is none with this id.
    """
    try:
        with store.writing() as db:
            record, found = _looked_at(store, db, workshop, by, Deed.GIVE, key=key)
            if found is None:
                raise BadInput(against(by, Deed.GIVE, record, None, workshop=workshop))
            if wrong := against_giving(record, found, candidate, criterion, score):
                raise BadInput(wrong)
            here = rehearsed.c.workshop_id == workshop
            last = db.execute(select(func.max(rehearsed.c.seq)).where(here)).scalar_one_or_none()
            db.execute(
                insert(rehearsed).values(
                    workshop_id=workshop,
                    nonce=nonce,
                    seq=(last or 0) + 1,
                    rater=by.rater,
                    candidate=candidate,
                    criterion=criterion,
                    score=None if score is None else plain(score),
                )
            )
    except IntegrityError:
        with store.asking() as db:
            if not _is_kept(db, workshop, nonce):
                raise


def mine(store: Store, workshop: str, by: Person) -> Mapping[tuple[str, str], Decimal]:
    """What a member gave, by candidate and criterion.

    Raises:
        BadInput: who asks is no member, or no rehearsal is held.
    """
    with store.asking() as db:
        _looked_at(store, db, workshop, by, Deed.READ_OWN, locked=False)
        return {cell: of[by.rater] for cell, of in _given(db, workshop).items() if by.rater in of}


def done(store: Store, workshop: str) -> int:
    """How many have read everything; never who, nor how."""
    with store.asking() as db:
        found, given = _held(db, workshop), _given(db, workshop)
    if found is None:
        return 0
    people = {rater for of in given.values() for rater in of}
    return sum(all(rater in given.get(cell, ()) for cell in found.cells) for rater in people)


def end(store: Store, workshop: str, by: Person) -> None:
    """The rehearsal is over, and its time: all see how far apart they read. That it was held, and
    how many took part, is an act.

    Raises:
        BadInput: who ends it may not, or there is none to end.
        NoSuchWorkshop: there is none with this id.
    """
    with store.writing() as db:
        _, found = _looked_at(store, db, workshop, by, Deed.END)
        took_part = len({rater for of in _given(db, workshop).values() for rater in of})
        here = rehearsal.c.workshop_id == workshop
        db.execute(update(rehearsal).where(here).values(is_over=True))
        drop_timer(db, workshop)
    if took_part and found is not None:
        act = HoldRehearsal(took_part=took_part)
        store.do(workshop, act, by, nonce=f"rehearsal.{workshop}.{found.key}")


def told(store: Store, workshop: str, by: Person) -> tuple[Reading, ...]:
    """How far apart each cell was read, without names.

    Raises:
        BadInput: it is not over yet, or none is held.
    """
    with store.asking() as db:
        _, found = _looked_at(store, db, workshop, by, Deed.READ_ALL, locked=False)
        return readings(found, _given(db, workshop)) if found else ()


def delete(store: Store, workshop: str, by: Person) -> None:
    """Nothing of the rehearsal is left.

    Raises:
        BadInput: who deletes it may not, or none is held.
        NoSuchWorkshop: there is none with this id.
    """
    with store.writing() as db:
        _looked_at(store, db, workshop, by, Deed.DELETE)
        drop_rehearsal(db, workshop)


def _looked_at(
    store: Store,
    db: Connection,
    workshop: str,
    by: Person,
    deed: Deed,
    *,
    key: str = "",
    locked: bool = True,
) -> tuple[Bundle, Rehearsal | None]:
    """The record and the rehearsal, of this moment of the transaction. ``key``: the one that is
    meant, where another may have taken its place.

    Raises:
        BadInput: this person may not do this now.
    """
    if locked:
        must_be_there(db, workshop)
    record, found = store.present(db, workshop).bundle, _held(db, workshop)
    meant = found if found is not None and key in ("", found.key) else None
    if refused := against(by, deed, record, meant, workshop=workshop):
        raise BadInput(refused)
    return record, meant


def _held(db: Connection, workshop: str) -> Rehearsal | None:
    row = db.execute(select(rehearsal).where(rehearsal.c.workshop_id == workshop)).one_or_none()
    if row is None:
        return None
    candidates, criteria = json.loads(row.candidates), json.loads(row.criteria)
    return Rehearsal(row.key, tuple(candidates), tuple(criteria), bool(row.is_over))


def _given(db: Connection, workshop: str) -> Mapping[tuple[str, str], dict[str, Decimal]]:
    """By cell what each rater gave last; what she took back is not there."""
    rows = db.execute(
        select(rehearsed).where(rehearsed.c.workshop_id == workshop).order_by(rehearsed.c.seq)
    )
    found: defaultdict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    for row in rows:
        of = found[row.candidate, row.criterion]
        of.pop(row.rater, None)
        if row.score is not None:
            of[row.rater] = Decimal(row.score)
    return found


def _is_kept(db: Connection, workshop: str, nonce: str) -> Any:
    asked = and_(rehearsed.c.workshop_id == workshop, rehearsed.c.nonce == nonce)
    return db.execute(select(rehearsed.c.seq).where(asked)).one_or_none()
