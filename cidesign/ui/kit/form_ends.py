"""The end of a form for one entry of a list: save, leave as it was, take out, and the question
before that.
"""

from collections.abc import Callable

import streamlit as st

from cidesign.acts import Act
from cidesign.text import say
from cidesign.ui.kit import drafts, session
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.opened import NEW, ask_to_leave, close_form, is_leaving, leave
from cidesign.ui.kit.page import Page


def end(
    page: Page,
    form: str,
    id: str,
    makes: Callable[[], Act],
    leaves: Act | None,
    warning: str,
    *,
    save: str = "",
) -> None:
    """The buttons.

    Args:
        page: the open page.
        form: its key.
        id: of the entry; ``NEW`` for one that is not on the list yet.
        makes: the act of saving what stands in the fields; called once the button is pressed.
        leaves: the act of taking the entry out; None for a new one.
        warning: what is asked before, in Markdown; people's words in it made plain.
        save: the label of the first button; "Save" where it is empty.
    """
    told(form, say("Nothing was saved; what you typed is still here."))
    with st.container(horizontal=True):
        nonce = session.nonce(form)
        st.button(
            save or say("Save"),
            type="primary",
            key=f"{form}.save",
            on_click=_save,
            args=(page, form, id, makes, nonce),
        )
        st.button(
            say("Leave it as it was"),
            key=f"{form}.cancel",
            on_click=_close,
            args=(page, form, id),
        )
        if leaves is not None:
            st.button(say("Take it out"), key=f"{form}.out", on_click=ask_to_leave, args=(form, id))
    if leaves is not None and is_leaving(form, id):
        _ask(page, form, id, leaves, warning)


def _ask(page: Page, form: str, id: str, leaves: Act, warning: str) -> None:
    st.warning(warning, icon=":material/delete:")
    place = leave(form)
    told(place, say("It stays."))
    with st.container(horizontal=True):
        nonce = session.nonce(place)
        st.button(
            say("Yes, take it out"),
            key=f"{place}.yes",
            on_click=_leave,
            args=(page, form, id, leaves, nonce),
        )
        st.button(
            say("Keep it"),
            key=f"{place}.no",
            on_click=ask_to_leave,
            args=(form, None),
            type="primary",
        )


def _save(page: Page, form: str, id: str, makes: Callable[[], Act], nonce: str) -> None:
    page.speak()
    if attempt(page, form, makes(), nonce):
        _close(page, form, id)


def _close(page: Page, form: str, id: str) -> None:
    close_form(form)
    drafts.settle(page.workshop, f"{form}.", of=id or NEW)


def _leave(page: Page, form: str, id: str, leaves: Act, nonce: str) -> None:
    if attempt(page, leave(form), leaves, nonce):
        _close(page, form, id)
