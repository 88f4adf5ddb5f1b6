"""What changes while people work, drawn anew every few seconds: who is here, who is done, how long
the timer runs. Each look reads who takes part and a count, and no score.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from cidesign.acts.progress import Asked, Progress
from cidesign.domain.rehearsal import Rehearsal
from cidesign.domain.workshop import Workshop
from cidesign.text import say
from cidesign.ui.kit import current, session, who
from cidesign.ui.kit.answer import answer as card
from cidesign.ui.kit.evidence import heading, rows_as_table
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.ui.room.door import at_the_door
from cidesign.views.room import rehearsal_words, words
from cidesign.views.room.view import RoomView, room_view
from cidesign.workshop import NoSuchWorkshop, people, rehearsing, timing

EVERY_SECONDS = 3
EVERY_SECOND = 1
ONE_TABLE = 5
"""More members than these stand in two tables side by side."""


@st.fragment(run_every=EVERY_SECONDS)
def answer(page: Page) -> None:
    """Who leads the room reads how many are here and done, what happens next, and below it who
    waits at the door.
    """
    page.speak()
    view = seen_now(page)
    card(words.answer(view), words.next_up(page.bundle))
    _knocking(view)
    at_the_door(page, view)


@st.fragment(run_every=EVERY_SECONDS)
def answer_to_all(page: Page) -> None:
    """What everybody may read, on the wall too."""
    page.speak()
    _to_all(page)
    if who.facilitates() and (waiting := len(seen_now(page).waiting)):
        st.text(words.at_the_door(waiting))


@st.fragment(run_every=EVERY_SECONDS)
def answer_and_time(page: Page) -> None:
    """Likewise with the time that is left, in one look: forty phones may show it."""
    page.speak()
    _to_all(page)
    _time(page)


def rehearsal(page: Page) -> Rehearsal | None:
    """The rehearsal that is held as the page is drawn; when it is another, or ends, the page is
    drawn anew.
    """
    held = current.rehearsal(page.workshop, page.bundle.workshop)
    session.put(_REHEARSED, (page.workshop, held))
    return held


@st.fragment(run_every=EVERY_SECONDS)
def far_in_rehearsal(page: Page) -> None:
    """How many have read all of a rehearsal, never who."""
    page.speak()
    shop, _ = _now(page)
    st.markdown(plain(_far(page, len(shop.members)) or rehearsal_words.what_next()))


@st.fragment(run_every=EVERY_SECONDS)
def rehearsal_stands(page: Page) -> None:
    """Nothing to see: once the rehearsal that is shown is deleted, the page is drawn anew."""
    _now(page)


def _far(page: Page, of: int) -> str:
    return rehearsal_words.far(rehearsing.done(current.store(), page.workshop), of)


def _to_all(page: Page) -> None:
    shop, found = _now(page)
    _, held = session.value(_REHEARSED, ("", None))
    if held is not None and not held.is_over:
        far = _far(page, len(shop.members))
        more = " ".join(filter(None, (far, rehearsal_words.what_next())))
        card(rehearsal_words.is_open(), more)
        return
    card(words.answer_to_all(page.bundle, found.to_all), words.next_up(page.bundle))


@st.fragment(run_every=EVERY_SECOND)
def clock(page: Page, beside: Callable[[bool], None] | None = None) -> None:
    """The time that is left, large; nothing where no timer was set. ``beside``: drawn with it,
    given whether a timer runs.
    """
    page.speak()
    runs = _time(page)
    if beside is not None:
        beside(runs)


def _time(page: Page) -> bool:
    """Whether a timer runs, which is then told."""
    ends_at = timing.ends_at(current.store(), page.workshop)
    if ends_at is None:
        return False
    with st.container(key="room_clock", gap=None):
        st.text(words.time_left(ends_at, datetime.now(UTC)))
        st.markdown(small(plain(say("Ends at {time}", time=session.local(ends_at)[11:16]))))
    return True


@st.fragment(run_every=EVERY_SECONDS)
def everybody(page: Page) -> None:
    """Each member with how far she is, in counts."""
    page.speak()
    rows = words.of_members(seen_now(page))
    if not rows:
        return
    heading(
        say("Who is here, who is done"),
        say("What somebody gave is told to nobody before the close."),
    )
    half = (len(rows) + 1) // 2 if len(rows) > ONE_TABLE else len(rows)
    for side, some in zip(st.columns(2, gap="large"), (rows[:half], rows[half:]), strict=True):
        if some:
            with side:
                rows_as_table(some)


def _knocking(view: RoomView) -> None:
    """That somebody waits at the door, in sight wherever on the page one is."""
    if view.waiting:
        with st.container(key="room_knock"):
            st.text(words.knocks([one.name for one in view.waiting]))


def seen_now(page: Page) -> RoomView:
    """The room this very moment, for its facilitator."""
    shop, found = _now(page)
    here = who.person()
    known = people.people_of(current.store(), page.workshop, here) if here else ()
    return room_view(
        found, [one.id for one in shop.members], [(one.person, one.presence) for one in known]
    )


def _now(page: Page) -> tuple[Workshop, Progress]:
    """Where the workshop stands; where that is elsewhere than when the page was drawn, or nobody
    we know sits here any more, the whole page is drawn anew.
    """
    try:
        shop, found = current.now(page.workshop)
    except NoSuchWorkshop:
        st.rerun()
    drawn = page.bundle.workshop
    if (shop.stage, shop.round, shop.members) != (drawn.stage, drawn.round, drawn.members):
        st.rerun()
    held = current.rehearsal(page.workshop, drawn)
    if session.value(_REHEARSED) not in (None, (page.workshop, held)):
        st.rerun()
    # Only who facilitates reads by name who has declared; forty phones need not draw a page anew.
    names = found.asked is Asked.TIES and who.facilitates()
    if names and session.value(_DECLARED) != (page.revision, found):
        before = session.value(_DECLARED)
        session.put(_DECLARED, (page.revision, found))
        if before and before[0] == page.revision:  # who has declared is told above the button
            st.rerun()
    return shop, found


_DECLARED, _REHEARSED = "_room.declared", "_room.rehearsed"
