"""The timer: everybody sees the same end; who leads the room sets it by one press."""

import streamlit as st

from cidesign.domain.problem import Problem
from cidesign.text import say
from cidesign.ui.kit import current, session
from cidesign.ui.kit.attempts import refuse, told
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import asked, written
from cidesign.ui.kit.words import plain, small
from cidesign.ui.room import live
from cidesign.ui.room.leading import lead
from cidesign.workshop import timing

TIMER, MINUTES = "room.timer", "room.minutes"
USUAL = (5, 10, 20, 30)


def timer(page: Page) -> None:
    """The time that is left, and the buttons that set it, for who facilitates."""
    heading(say("Timer"), say("Everybody sees the same end, after a reload too."))
    live.clock(page, lambda runs: _running(page) if runs else _none_runs())
    told(TIMER, say("The timer is as it was."))
    nonce = session.nonce(TIMER)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for minutes in USUAL:
            st.button(
                say("{n} min", n=minutes),
                key=f"{TIMER}.{minutes}",
                on_click=_set,
                args=(page, minutes, nonce),
            )
        with st.container(width=170):
            asked(
                page.workshop,
                MINUTES,
                say("Other minutes"),
                placeholder=say("such as 45"),
                then=lambda: _other(page, nonce),
            )


def _running(page: Page) -> None:
    at = (page, session.nonce(f"{TIMER}.stop"))
    st.button(say("Stop"), key=f"{TIMER}.stop", on_click=_stop, args=at)


def _none_runs() -> None:
    st.markdown(small(plain(say("No timer runs."))))


def _other(page: Page, nonce: str) -> None:
    page.speak()
    said = written(MINUTES)
    if not said:
        return
    if said.isascii() and said.isdigit() and len(said) <= 4:
        _set(page, int(said), nonce)
        session.put(MINUTES, "")
    else:
        what, remedy = say("this is no number of minutes"), say("write a number such as 45")
        refuse(TIMER, Problem(say("Timer"), what, remedy))


def _set(page: Page, minutes: int, nonce: str) -> None:
    page.speak()
    at = current.store(), page.workshop
    lead(TIMER, nonce, lambda by: timing.set_timer(*at, by, minutes=minutes))


def _stop(page: Page, nonce: str) -> None:
    page.speak()
    at = current.store(), page.workshop
    lead(f"{TIMER}.stop", nonce, lambda by: timing.stop_timer(*at, by))
