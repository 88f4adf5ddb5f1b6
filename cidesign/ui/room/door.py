"""The door: the code of the room, large, and who waits to be let in."""

import streamlit as st

from cidesign.charts.qr import qr
from cidesign.domain.person import Person, Role
from cidesign.text import say
from cidesign.ui.kit import current, session, who
from cidesign.ui.kit.attempts import told
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, plain
from cidesign.ui.room.leading import lead
from cidesign.views.room import words
from cidesign.views.room.view import MEMBER, RoomView, may_come_as, probably
from cidesign.workshop import people

OPEN, SHUT, DOOR = "room.open", "room.shut", "room.door"
QR_PX = 220


def code(page: Page) -> None:
    """The code of the room with its picture, opened and shut by a button."""
    here = who.person()
    if here is None:
        return
    heading(
        say("The code of the room"),
        say("For latecomers. It leads to the door alone; you let each of them in."),
    )
    told(OPEN, say("The door is as it was."))
    held = people.code_of(current.store(), page.workshop, here)
    if held:
        show_code(held)
    with st.container(horizontal=True):
        if held:
            at = (page, session.nonce(SHUT))
            st.button(say("Shut the door"), key=SHUT, on_click=_shut, args=at)
        else:
            at = (page, session.nonce(OPEN))
            st.button(say("Open the door"), key=OPEN, on_click=_open, args=at)


def show_code(held: str) -> None:
    """The code, to be read from the back of a room, and the picture that leads to it."""
    link = people.join_link(who.address(), held)
    with st.container(horizontal=True, gap="large", vertical_alignment="center"):
        st.image(qr(link), width=QR_PX, alt=say("A code to point a phone at, to join"))
        with st.container(width="stretch", gap="xsmall"):
            with st.container(key="room_code", gap=None):
                st.text(f"{held[:4]} {held[4:]}")
            at = people.join_link(who.address()).partition("//")[2]
            st.text(say("Point a phone at the square, or open {at}", at=at))


def at_the_door(page: Page, view: RoomView) -> None:
    """Who waits, each with the way in and the way back."""
    told(DOOR, say("Nobody was let in."))
    if not view.waiting:
        return
    heading(say("At the door"), say("Let in whom you see in the room."))
    for one in view.waiting:
        _waiting(page, view, one)


def _waiting(page: Page, view: RoomView, one: Person) -> None:
    offered = may_come_as(view)
    key = f"{DOOR}.as.{one.id}"
    if session.value(key) not in offered:  # somebody else has come as this member meanwhile
        session.put(key, probably(view, one.name))
    with st.container(
        key=f"row_door_{one.id}",
        horizontal=True,
        vertical_alignment="bottom",
        horizontal_alignment="distribute",
    ):
        with st.container(width=200):
            st.markdown(f"**{plain(one.name)}**")
        one_of(
            say("Let in as"),
            list(offered),
            format_func=lambda id: as_label(words.come_as(view, id)),
            key=key,
            width=240,
        )
        with st.container(horizontal=True, width="content"):
            one_press = (page, one.id, session.nonce(f"{DOOR}.{one.id}"))
            yes, no = f"{DOOR}.yes.{one.id}", f"{DOOR}.no.{one.id}"
            st.button(say("Let in"), key=yes, on_click=_admit, args=one_press)
            st.button(say("Not now"), key=no, on_click=_turn_away, args=one_press)


def _open(page: Page, nonce: str) -> None:
    page.speak()
    lead(OPEN, nonce, lambda by: people.open_room(current.store(), page.workshop, by))


def _shut(page: Page, nonce: str) -> None:
    page.speak()
    lead(SHUT, nonce, lambda by: people.shut_room(current.store(), page.workshop, by))


def _admit(page: Page, id: str, nonce: str) -> None:
    page.speak()
    chosen = str(session.value(f"{DOOR}.as.{id}") or "")
    member = chosen.removeprefix(MEMBER) if chosen.startswith(MEMBER) else ""
    role = Role.MEMBER if member else Role(chosen)

    def let_in(by: Person) -> people.Known:
        return people.admit(current.store(), page.workshop, by, id=id, role=role, member=member)

    lead(DOOR, nonce, let_in)


def _turn_away(page: Page, id: str, nonce: str) -> None:
    page.speak()
    lead(DOOR, nonce, lambda by: people.send_away(current.store(), page.workshop, by, id=id))
