"""The facilitator opens the next round, or closes the one that is open after seeing what is
missing; offered on Score, and on the screen of whoever leads a room.
"""

from collections.abc import Mapping

import streamlit as st

from cidesign.acts.close_round import CloseRound, refuses_gaps, unfinished
from cidesign.acts.open_round import OpenRound, next_round
from cidesign.text import say
from cidesign.ui.kit import current, session
from cidesign.ui.kit import who as persons
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.ui.score.bar import leave
from cidesign.ui.score.put_right import CLOSE, put_right
from cidesign.views.room import rehearsal_words
from cidesign.views.score import rounds, words

OPEN = "score.open"
ASKED = "_score.asked"


def facilitator(page: Page) -> None:
    """The facilitator's box on Score; nothing for who may neither open nor close."""
    if not may_lead(page):
        return
    with st.container(border=True, key="score_facilitator"):
        heading(say("For the facilitator"), say("A round is opened and closed for all at once."))
        open_or_close(page)
        put_right(page, in_the_way(page))
        bring_in(page, "scores", "score.table")


def may_lead(page: Page) -> bool:
    """Whether who sits here may open or close a round, and there may be one."""
    final = page.bundle.workshop.stage.is_final
    return not final and persons.may(OpenRound, CloseRound)


def open_or_close(page: Page) -> None:
    """The one button: it opens the next round, or closes the one that is open."""
    if page.bundle.partial:
        _closing_unseen(page)
    elif page.bundle.workshop.round_is_open:
        _closing(page)
    else:
        _opening(page)


def in_the_way(page: Page) -> Mapping[str, str]:
    """Once closing was asked for and refused: whose unfinished sheets keep the round from being
    closed, name by id.
    """
    if not session.value(f"_box.{CLOSE}") or not refuses_gaps(page.bundle):
        return {}
    _, found = current.now(page.workshop)
    return {one.id: one.name for one in found.members if one.begun}


def _opening(page: Page) -> None:
    number = next_round(page.bundle)
    if number > 1:
        st.markdown(
            small(
                say(
                    "A new round keeps what was scored; each score stands until its owner changes "
                    "it."
                )
            )
        )
    told(OPEN, say("Nothing was opened."))
    silent = remembered(page, "score.undeclared", lambda: rounds.before_opening(page.bundle))
    nonce = session.nonce(OPEN)
    held = current.rehearsal(page.workshop, page.bundle.workshop)
    rehearses = held is not None and not held.is_over
    if rehearses:
        st.markdown(small(plain(rehearsal_words.until_then())))
    if silent:
        st.warning("\n\n".join(plain(line) for line in silent), icon=":material/pending:")
    st.button(
        say("Open round {round}", round=number),
        key=OPEN,
        type="primary" if number == 1 and not rehearses else "secondary",
        on_click=_open,
        args=(page, nonce),
    )


def _closing_unseen(page: Page) -> None:
    """On a shared server the facilitator does not hold what others gave, so how much is missing is
    told by the record itself, once she asks to close.
    """
    number = page.bundle.workshop.round
    told(CLOSE, say("The round is still open."))
    st.markdown(
        say("What is missing is told before the round is closed; never what somebody gave.")
    )
    nonce, held_up = session.nonce(CLOSE), in_the_way(page)
    with st.container(horizontal=True):
        st.button(
            say("Close round {round}", round=number),
            key=CLOSE,
            type="secondary" if held_up else "primary",  # then something must be put right first
            on_click=_close,
            args=(page, False, nonce),
        )
        if session.value(f"_box.{CLOSE}") and not held_up:
            st.button(
                say("Close with these missing"),
                key=f"{CLOSE}.anyway",
                on_click=_close,
                args=(page, True, nonce),
            )


def _closing(page: Page) -> None:
    lacking = remembered(
        page,
        "score.missing",
        lambda: (*words.missing(page.bundle), *rounds.no_rank(page.bundle)),
    )
    number = page.bundle.workshop.round
    told(CLOSE, say("The round is still open."))
    if lacking and unfinished(page.bundle):
        sentences(lacking)
        st.markdown(plain(words.on_missing(page.bundle)))
        return
    if session.value(ASKED) and lacking:
        st.warning(
            "\n\n".join(
                [
                    f"**{plain(say('Before round {round} is closed', round=number))}**",
                    *(plain(line) for line in lacking),
                ]
            )
            + f"\n\n{plain(words.on_missing(page.bundle))}",
            icon=":material/pending:",
        )
        with st.container(horizontal=True):
            nonce = session.nonce(CLOSE)
            st.button(
                say("Close with these missing"),
                key=f"{CLOSE}.anyway",
                on_click=_close,
                args=(page, True, nonce),
            )
            st.button(
                say("Keep it open"),
                key=f"{CLOSE}.keep",
                type="primary",
                on_click=session.put,
                args=(ASKED, False),
            )
        return
    if lacking:
        sentences(lacking)
        st.button(
            say("Close round {round}", round=number),
            key=CLOSE,
            on_click=session.put,
            args=(ASKED, True),
        )
    else:
        st.markdown(say("Every sheet is complete."))
        nonce = session.nonce(CLOSE)
        st.button(
            say("Close round {round}", round=number),
            key=CLOSE,
            type="primary",
            on_click=_close,
            args=(page, False, nonce),
        )


def _open(page: Page, nonce: str) -> None:
    attempt(page, OPEN, OpenRound(), nonce)


def _close(page: Page, accepted: bool, nonce: str) -> None:
    if attempt(page, CLOSE, CloseRound(accepted=accepted), nonce):
        session.put(ASKED, False)
        leave()
