"""Saves a change as one act: read what is kept, change it, keep it, and say calmly when that did
not work.
"""

from collections.abc import Callable
from uuid import uuid4

from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.text import say, speak
from cidesign.ui.kit import session
from cidesign.ui.kit.current import store
from cidesign.ui.kit.language import language_of
from cidesign.workshop import Conflict, NoSuchWorkshop

TRIES = 20


def save(workshop: str, edit: Callable[[Bundle], Bundle], *, nonce: str | None = None) -> bool:
    """Change a kept workshop; for callbacks: nothing is drawn here, what went wrong is told at the
    next drawing.

    Args:
        workshop: its id.
        edit: from the bundle as it is kept to the bundle as it shall be; may raise BadInput.
        nonce: the same word twice saves once; without one every call is an act of its own.

    Returns:
        Whether the change is now kept.
    """
    try:
        kept = store().read(workshop)
        speak(language_of(kept.bundle))
        if session.seen_revision(workshop) not in (None, kept.revision):
            raise Conflict(workshop)
        revision = store().save(
            workshop, edit(kept.bundle), revision=kept.revision, nonce=nonce or uuid4().hex
        )
    except Conflict:
        session.note(session.Note("conflict", ""))
        return False
    except NoSuchWorkshop:
        session.note(session.Note("missing", ""))
        return False
    except BadInput as error:
        session.note(session.Note("problems", say("Nothing was saved."), error.problems))
        return False
    session.saw_revision(workshop, revision)
    return True


def append(workshop: str, edit: Callable[[Bundle], Bundle], *, nonce: str) -> bool:
    """Add something to a kept workshop that nobody else's save can be in the way of, such as a
    score; for callbacks.

    Args:
        workshop: its id.
        edit: adds to whatever is kept by then; may raise BadInput.
        nonce: the same word twice adds once.

    Returns:
        Whether the addition is now kept.
    """
    for _ in range(TRIES):
        try:
            kept = store().read(workshop)
            speak(language_of(kept.bundle))
            revision = store().save(
                workshop, edit(kept.bundle), revision=kept.revision, nonce=nonce
            )
        except Conflict:
            continue
        except NoSuchWorkshop:
            session.note(session.Note("missing", ""))
            return False
        except BadInput as error:
            session.note(session.Note("problems", say("Nothing was saved."), error.problems))
            return False
        session.saw_revision(workshop, revision)
        return True
    session.note(session.Note("conflict", ""))
    return False
