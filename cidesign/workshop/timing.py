"""The timer on the wall: a facilitator says how many minutes, and everybody in the workshop sees
the same end. It stands in the store, so a reload or a restart of the server does not lose it.
"""

from datetime import datetime, timedelta

from sqlalchemy import insert, select

from cidesign.domain.person import Person
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import Refusal
from cidesign.text import mark, say
from cidesign.workshop.people import must_be_there, must_facilitate
from cidesign.workshop.store import Store
from cidesign.workshop.tables import timer
from cidesign.workshop.writing import drop_timer, now

MOST_MINUTES = 240
_NO_TIME = Refusal(
    mark("a timer runs for 1 to 240 minutes"), mark("write a number of minutes between them")
)


def set_timer(store: Store, workshop: str, by: Person, *, minutes: int) -> datetime:
    """The timer begins anew; when it ends.

    Raises:
        BadInput: who sets it may not, or this is no number of minutes.
        NoSuchWorkshop: there is none with this id.
    """
    must_facilitate(by, workshop)
    if not 1 <= minutes <= MOST_MINUTES:
        raise BadInput([_NO_TIME.at(say("Timer"))])
    ends_at = now() + timedelta(minutes=minutes)
    with store.writing() as db:
        must_be_there(db, workshop)
        drop_timer(db, workshop)
        db.execute(insert(timer).values(workshop_id=workshop, ends_at=ends_at))
    return ends_at


def stop_timer(store: Store, workshop: str, by: Person) -> None:
    """No timer runs any more.

    Raises:
        BadInput: who stops it may not.
    """
    must_facilitate(by, workshop)
    with store.writing() as db:
        drop_timer(db, workshop)


def ends_at(store: Store, workshop: str) -> datetime | None:
    """When the timer of a workshop ends, or did; None where none was set."""
    with store.asking() as db:
        asked = select(timer.c.ends_at).where(timer.c.workshop_id == workshop)
        found: datetime | None = db.execute(asked).scalar_one_or_none()
    return found
