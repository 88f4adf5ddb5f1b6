"""A rehearsal in the room: begun, ended and deleted by who leads it; what came out is for
everybody.
"""

import streamlit as st

from cidesign.acts.rehearsal import against_rehearsing
from cidesign.charts import strips
from cidesign.domain.person import Person
from cidesign.domain.problem import BadInput
from cidesign.domain.rehearsal import Rehearsal
from cidesign.text import say
from cidesign.ui.kit import current, session, who
from cidesign.ui.kit.answer import answer as card
from cidesign.ui.kit.attempts import told
from cidesign.ui.kit.evidence import chart, heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain
from cidesign.ui.room import live
from cidesign.ui.room.leading import lead
from cidesign.views.room import rehearsal as apart
from cidesign.views.room import rehearsal_words as words
from cidesign.workshop import rehearsing, timing

REHEARSAL = "room.rehearsal"
MINUTES = 10


def rehearsal(page: Page, held: Rehearsal | None) -> None:
    """The buttons of who leads the room, and what comes out. ``held``: the one that is held."""
    shop = page.bundle.workshop
    lacking = against_rehearsing(page.bundle)
    if shop.has_a_backbone or shop.stage.against_a_rehearsal or (lacking and held is None):
        return
    # What came out needs all the width there is on a phone.
    is_over = held is not None and held.is_over
    with st.container(border=not is_over, key="room_rehearsal"):
        if is_over:
            outcome(page)
        elif held is not None:
            heading(words.is_open(), words.nothing_counts())
            live.far_in_rehearsal(page)
        else:
            heading(say("Rehearse first"), words.what_for())
        told(REHEARSAL, say("The rehearsal is as it was."))
        _buttons(page, held)


def for_the_others(page: Page, held: Rehearsal | None) -> None:
    """What everybody else sees of it: the way to her own sheet, and what comes out."""
    if held is None:
        return
    if held.is_over:
        outcome(page)
    elif who.rater():
        _to_the_sheet()  # that one is open stands above


def is_open_for_me(page: Page) -> bool:
    """Whether who sits here may read in one now."""
    if not who.is_shared() or not who.rater():
        return False
    held = current.rehearsal(page.workshop, page.bundle.workshop)
    return held is not None and not held.is_over


def notice() -> None:
    """That one is open, with the way to the sheet."""
    with st.container(border=True, key="rehearsal_notice"):
        heading(words.is_open(), words.how_to_read())
        _to_the_sheet()


def _to_the_sheet() -> None:
    st.link_button(words.to_the_sheet(), "/sheet", type="primary")


def outcome(page: Page) -> None:
    """How far apart everybody read, once it is over."""
    rows = _rows(page)
    heading(words.over(), apart.note(rows) if rows else words.nothing_counts())
    st.markdown(f"**{plain(apart.answer(rows))}**")
    _picture(page, rows)


def on_the_wall(page: Page) -> None:
    """The same large: what to talk about first is the answer."""
    rows = _rows(page)
    card(apart.answer(rows), apart.note(rows) if rows else words.nothing_counts())
    _picture(page, rows)


def _rows(page: Page) -> tuple[apart.ReadApart, ...]:
    here = who.person()
    if here is None:
        return ()
    try:
        found = rehearsing.told(current.store(), page.workshop, here)
    except BadInput:
        st.rerun()  # it was deleted this very moment
    return apart.read_apart(found, page.bundle, page.catalog)


def _picture(page: Page, rows: tuple[apart.ReadApart, ...]) -> None:
    """A strip of dots for each, where there are enough people, and what to say of each."""
    dotted = [one for one in rows if one.levels]
    if not dotted:
        _in_words(rows)
        return
    left, right = st.columns(2, gap="large")
    with left:
        drawn = strips.draw(dotted, mode=page.mode)
        chart(drawn, alt=strips.alt(dotted), key="room.apart", rows=strips.table(dotted))
    with right:
        _in_words(rows)


def _in_words(rows: tuple[apart.ReadApart, ...]) -> None:
    """In their order; what has a strip is named there."""
    said = (
        one.words if one.levels else words.named(one.candidate, one.criterion, one.words)
        for one in rows
    )
    st.markdown("\n".join(f"{number}. {plain(text)}" for number, text in enumerate(said, start=1)))


def _buttons(page: Page, held: Rehearsal | None) -> None:
    at = (page, session.nonce(REHEARSAL))
    with st.container(horizontal=True):
        if held is None:
            label = say("Begin: {n} minutes", n=MINUTES)
            st.button(label, key=f"{REHEARSAL}.begin", on_click=_begin, args=at)
            return
        if not held.is_over:
            label = say("End it, and look together")
            key = f"{REHEARSAL}.end"
            st.button(label, key=key, type="primary", on_click=_end, args=at)
        st.button(say("Delete the rehearsal"), key=f"{REHEARSAL}.delete", on_click=_delete, args=at)


def _begin(page: Page, nonce: str) -> None:
    page.speak()
    at = current.store(), page.workshop
    candidates = [one.id for one in page.catalog.invented]

    def begin(by: Person) -> None:
        rehearsing.begin(*at, by, candidates=candidates)
        timing.set_timer(*at, by, minutes=MINUTES)

    lead(REHEARSAL, nonce, begin)


def _end(page: Page, nonce: str) -> None:
    page.speak()
    at = current.store(), page.workshop

    lead(REHEARSAL, nonce, lambda by: rehearsing.end(*at, by))


def _delete(page: Page, nonce: str) -> None:
    page.speak()
    lead(REHEARSAL, nonce, lambda by: rehearsing.delete(current.store(), page.workshop, by))
