"""A form that saves on a button: what must be mended is told beside the form, what was typed stays,
and two clicks save once.
"""

from cidesign.acts import Act
from cidesign.domain.problem import Problem
from cidesign.ui.kit import session
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems


def attempt(page: Page, place: str, act: Act, nonce: str) -> bool:
    """Try an act; for callbacks.

    Args:
        page: the open page.
        place: of the form, ``page.form``; what is wrong is told by ``told`` with the same place.
        act: what is done.
        nonce: from ``session.nonce(place)`` when the form was drawn.

    Returns:
        Whether it is now kept.
    """
    if session.is_spent(nonce):
        return False
    forget(place)
    if not page.do(act, nonce=nonce, place=place):
        return False
    session.spend(place, nonce)
    return True


def told(place: str, unchanged: str) -> None:
    """What was wrong with the last attempt at this place, if anything was; ``unchanged`` says what
    was not done.
    """
    if found := session.value(f"_box.{place}"):
        problems(found, unchanged)


def refuse(place: str, *found: Problem) -> None:
    """Tell at this place what must be mended before anything is tried; for callbacks."""
    session.put(f"_box.{place}", found)


def forget(place: str) -> None:
    """Nothing was wrong there any more."""
    session.put(f"_box.{place}", ())
