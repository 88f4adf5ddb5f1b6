"""Does one act on a kept workshop, and says calmly when that did not work."""

from dataclasses import dataclass
from uuid import uuid4

from cidesign.acts import Act, Shared
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.text import say, speak
from cidesign.ui.kit import current, session, who
from cidesign.ui.kit.current import store
from cidesign.ui.kit.language import language_of
from cidesign.workshop import Conflict, NoSuchWorkshop

CONFLICT = "_conflict"


@dataclass(frozen=True)
class Waiting:
    """An act that came second: what somebody did meanwhile, in sentences, and the revision it would
    go through on.
    """

    workshop: str
    act: Shared
    theirs: tuple[str, ...]
    revision: int


def do(workshop: str, act: Act, *, nonce: str | None = None, place: str = "") -> bool:
    """Do an act; for callbacks: nothing is drawn here, what went wrong is told at the next drawing.

    Args:
        workshop: its id.
        act: what is done.
        nonce: the same word twice acts once; without one every call is an act of its own.
        place: ``page.form``: where what must be mended is told; at the top of the page without.

    Returns:
        Whether it is now kept.
    """
    on = session.seen_revision(workshop, act.document) if isinstance(act, Shared) else None
    return _do(workshop, act, on, nonce or uuid4().hex, place)


def keep_mine(waiting: Waiting) -> None:
    """Do the act that came second all the same, on what the other left; a callback."""
    session.put(CONFLICT, None)
    _do(waiting.workshop, waiting.act, waiting.revision, uuid4().hex, "")


def take_theirs() -> None:
    """Let go of the act that came second; a callback."""
    session.put(CONFLICT, None)


def present(workshop: str) -> Bundle:
    """The record as it is now, as who sits here may see it."""
    return current.present(workshop).bundle


def _do(workshop: str, act: Act, on: int | None, nonce: str, place: str) -> bool:
    here = who.person_now()
    if here is None:
        session.note(session.Note("missing", ""))
        return False
    try:
        speak(language_of(store().read(workshop).bundle))
        done = store().do(workshop, act, here, nonce=nonce, on=on)
    except Conflict as found:
        # A second press may come before the first one is drawn: it is made on an older revision,
        # and nobody else was there.
        theirs = [told for seq, told in found.first.items() if not session.has_done(workshop, seq)]
        if not theirs and on != found.revision:
            return _do(workshop, act, found.revision, nonce, place)
        session.put(CONFLICT, Waiting(workshop, found.act, tuple(theirs), found.revision))
        return False
    except NoSuchWorkshop:
        session.note(session.Note("missing", ""))
        return False
    except BadInput as error:
        if place:
            session.put(f"_box.{place}", error.problems)
        else:
            session.note(session.Note("problems", say("Nothing was saved."), error.problems))
        return False
    session.did(workshop, done.seq)
    session.saw_revision(workshop, act.document, done.kept.revisions.get(act.document, 0))
    return True
