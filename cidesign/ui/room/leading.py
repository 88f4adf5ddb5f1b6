"""What a facilitator does with the people of a workshop: each press once, and what forbids it is
told beside the button.
"""

from collections.abc import Callable
from typing import TypeVar

from cidesign.domain.person import Person
from cidesign.domain.problem import BadInput
from cidesign.ui.kit import session, who
from cidesign.ui.kit.attempts import forget
from cidesign.workshop import NoSuchWorkshop

T = TypeVar("T")


def lead(place: str, nonce: str, does: Callable[[Person], T]) -> T | None:
    """Do it as who sits here; for callbacks.

    Args:
        place: ``page.thing``; what is wrong is told there by ``attempts.told``.
        nonce: from ``session.nonce(place)`` when the button was drawn.
        does: given who sits here.

    Returns:
        What came of it; None where it was done before, or may not be done.
    """
    here = who.person()
    if here is None or session.is_spent(nonce):
        return None
    forget(place)
    try:
        made = does(here)
    except BadInput as error:
        session.put(f"_box.{place}", error.problems)
        return None
    except NoSuchWorkshop:
        session.note(session.Note("missing", ""))
        return None
    session.spend(place, nonce)
    return made
