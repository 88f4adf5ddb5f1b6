"""History on the overview: the last changes in words, by page, each with a way back."""

from datetime import UTC, datetime

import streamlit as st

from cidesign.acts import Shared
from cidesign.acts.bring_back import BringBack
from cidesign.acts.past import Past
from cidesign.domain.walk import WALK
from cidesign.text import say
from cidesign.ui.kit import current, session, who
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import asked
from cidesign.ui.kit.words import plain, small
from cidesign.views.overview.history import HistoryRow, history

WHICH, WHO = "overview.history.page", "overview.history.who"


def changes(page: Page) -> None:
    """The last changes, of all pages or of one."""
    left, right = st.columns(2, gap="large")
    labels = {"": say("All pages"), **{step.id: say(step.label) for step in WALK}}
    which = one_of(
        say("Changes of"),
        list(labels),
        format_func=lambda id: labels[id],
        key=WHICH,
        into=left,
    )
    if not page.reader:
        named = asked(
            "",
            WHO,
            say("Your name, for the record"),
            into=right,
            placeholder=say("Who sits at this device"),
            max_chars=120,
        )
        session.put("_who", named)
    past = _told(page)
    rows = history(past, page.bundle, datetime.now(UTC), page=which or "")
    for row in rows:
        _row(page, row)
    if not rows:
        st.markdown(small(say("Nothing was changed there yet.")))


def _told(page: Page) -> tuple[Past, ...]:
    """What was done. On a shared server nobody reads while a round is open that somebody else
    scored, wrote or weighed: how often and when tells who is where.
    """
    past = current.store().past(page.workshop)
    if page.reader and page.bundle.workshop.round_is_open:
        return tuple(one for one in past if isinstance(one.act, Shared))
    return past


def _row(page: Page, row: HistoryRow) -> None:
    key = f"row_act_{row.seq}"
    with st.container(
        key=key, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(small(plain(row.told)) if row.undone else plain(row.told))
        if row.undone:
            st.markdown(small(say("undone")))
        elif row.undoable and who.may(BringBack):
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
