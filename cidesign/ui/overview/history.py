"""History on the overview: the last changes in words, by page, each with a way back."""

from datetime import UTC, datetime

import streamlit as st

from cidesign.domain.walk import WALK
from cidesign.text import say
from cidesign.ui.kit import current, session
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.overview.history import HistoryRow, history

OPEN, WHICH, WHO = "overview.history", "overview.history.page", "overview.history.who"


def history_fold(page: Page) -> None:
    """A fold that is read when it is opened."""
    fold = st.expander(say("What was changed, and undo"), key=OPEN, on_change="rerun")
    if not fold.open:
        return
    with fold:
        left, right = st.columns(2, gap="large")
        labels = {"": say("All pages"), **{step.id: say(step.label) for step in WALK}}
        which = left.selectbox(
            say("Changes of"), list(labels), format_func=lambda id: labels[id], key=WHICH
        )
        session.follow(WHO, str(session.value("_who") or ""))
        right.text_input(
            say("Your name, for the record"),
            placeholder=say("Who sits at this device"),
            key=WHO,
            on_change=_named,
            max_chars=120,
        )
        past = current.store().past(page.workshop)
        rows = history(past, page.bundle, datetime.now(UTC), page=which or "")
        for row in rows:
            _row(page, row)
        if not rows:
            st.markdown(small(say("Nothing was changed there yet.")))


def _row(page: Page, row: HistoryRow) -> None:
    key = f"row_act_{row.seq}"
    with st.container(
        key=key, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(plain(row.told))
        if row.undoable:
            st.button(
                say("Undo"),
                key=f"overview.undo.{row.seq}",
                on_click=_undo,
                args=(page, row.seq, session.nonce(key)),
                type="tertiary",
            )


def _undo(page: Page, seq: int, nonce: str) -> None:
    if not session.is_spent(nonce) and page.do(
        current.store().way_back(page.workshop, seq), nonce=nonce
    ):
        session.spend(f"row_act_{seq}", nonce)


def _named() -> None:
    session.put("_who", str(session.value(WHO) or ""))
