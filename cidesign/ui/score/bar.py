"""Where a member is on her sheet, the bar at the bottom of each screen, and how something is kept
from there.
"""

from typing import Any, Literal

import streamlit as st

from cidesign.acts import Act
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.score import asks

AT, SHEET = "_score.at", "score.sheet"
ME, WHO, JUST = "_score.me", "score.who", "_just.score"
BOX = f"_box.{SHEET}"
WIDTH = 640
PHONES = ("Mobi", "Android")
# The icon and colour of each state of what is on screen.
Look = tuple[str, Literal["green", "orange", "gray"]]
State = tuple[str, str, Literal["green", "orange", "gray"]]
SAVED: Look = (":material/check:", "green")
UNSAVED: Look = (":material/edit:", "orange")
NONE: Look = ("", "gray")


def at() -> tuple[str, int] | None:
    """Which candidate's sheet is open, and at which of its screens: criteria, then words, then the
    list of all.
    """
    where: tuple[str, int] | None = session.value(AT)
    return where


def go_to(candidate: str, place: int, just: str = "") -> None:
    """Open a screen; a callback. ``just``: what was saved on the way there."""
    session.put(AT, (candidate, place))
    session.put(BOX, ())
    session.put(JUST, just)


def leave() -> None:
    """Close the sheet; a callback."""
    session.put(AT, None)
    session.put(BOX, ())
    session.put(JUST, "")


def bar(
    back: tuple[Any, ...],
    state: State,
    label: str,
    forward: tuple[Any, ...],
    *,
    skip: tuple[Any, ...] = (),
    then: str = "",
) -> None:
    """Back, the state of what is on screen, and on: each act is a callback with what it is given.

    ``skip``: where one goes on to with something left open; to the next screen without.
    ``then``: what comes after this screen.
    """
    said, icon, colour = state
    with st.bottom, st.container(width=WIDTH, gap="xxsmall", key="score_told"):
        told(skip)
        if then and not session.value(BOX):
            st.markdown(small(plain(then)))
    with (
        st.bottom,
        st.container(
            width=WIDTH,
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
            key="score_bar",
        ),
    ):
        st.button(
            say("Back"),
            icon=":material/arrow_back:",
            key="score.back",
            on_click=back[0],
            args=back[1:],
        )
        st.badge(said, icon=icon or None, color=colour)
        st.button(label, type="primary", key="score.save", on_click=forward[0], args=forward[1:])


def row(
    key: str,
    name: str,
    state: str,
    label: str,
    act: tuple[Any, ...],
    *,
    button: str,
    primary: bool = False,
) -> None:
    """One line of a list that stays one line on a phone: a name with its state under it, both
    markdown, and a button at the right.
    """
    with st.container(
        key=f"row_{key}",
        horizontal=True,
        wrap=False,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="small",
    ):
        st.markdown(f"**{name}**  \n{state}")
        st.button(
            label,
            key=button,
            type="primary" if primary else "secondary",
            on_click=act[0],
            args=act[1:],
        )


def told(skip: tuple[Any, ...] = ()) -> None:
    """What was just saved, or what keeps it from being saved, above the bar, where the thumb is."""
    if just := session.value(JUST):
        st.markdown(f":green[:material/check: {plain(just)}]")
    found = session.value(BOX)
    if not found:
        return
    for one in found:
        st.markdown(f":orange[:material/edit: {plain(asks.refused(one))}]")
    where = at()
    if where is not None:
        act = skip or (go_to, where[0], where[1] + 1)
        st.button(say("Leave it open for now"), key="score.skip", on_click=act[0], args=act[1:])


def kept(page: Page, act: Act, spent: str, nonce: str) -> bool:
    """Try an act; what is wrong is told above the bar."""
    if not page.do(act, nonce=nonce, place=SHEET):
        return False
    session.spend(spent, nonce)
    return True


def resume(key: str, stored: Any) -> None:
    """Let a widget begin with what was left unsaved on its screen, or with what is saved.

    The first is said anew: the browser forgets it while another screen is open, and the session may
    not.
    """
    draft = session.take(f"_draft.{key}")
    if draft is None:
        remember(key, stored)
    else:
        session.put(key, draft)


def remember(key: str, value: Any) -> None:
    """Let a widget begin with what is saved, where it says nothing yet."""
    if session.value(key) is None and value not in (None, ""):
        session.put(key, value)


def via() -> str:
    """By what a score was given: ``phone``, or ``sheet`` on a larger screen."""
    agent = st.context.headers.get("User-Agent", "") or ""
    return "phone" if any(word in agent for word in PHONES) else "sheet"
