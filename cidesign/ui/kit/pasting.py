"""A list that is pasted as text and added by one act: what is odd is told beside the button, by
line, and what was pasted stays until it is in.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from cidesign.domain.pasted import Read
from cidesign.text import say
from cidesign.ui.kit import drafts, session
from cidesign.ui.kit.attempts import attempt, forget, told
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import area
from cidesign.ui.kit.words import plain, small

Reads = Callable[[str], Read[Any]]
HEIGHT = 220


def paste(page: Page, place: str, label: str, *, hint: str, button: str, reads: Reads) -> None:
    """A field for a list, and the button that adds all of it.

    Args:
        page: the open page.
        place: ``page.list``, the key of the field.
        label: what to paste.
        hint: how a line looks, inside the empty field.
        button: what the button says.
        reads: what a list comes to.
    """
    area(page.workshop, place, label, placeholder=hint, height=HEIGHT)
    told(place, say("Nothing was added; what you pasted is still here."))
    nonce = session.nonce(place)
    st.button(button, key=f"{place}.add", on_click=_add, args=(page, place, reads, nonce))
    done(place)


def done(place: str) -> None:
    """What the last list at this place came to, with what was odd in it; also where the field is
    not asked for any more.
    """
    said, odd = session.value(f"_done.{place}") or ("", ())
    if said:
        st.success(plain(said), icon=":material/check:")
    if odd:
        st.markdown("  \n".join(small(plain(line)) for line in odd))


def _add(page: Page, place: str, reads: Reads, nonce: str) -> None:
    page.speak()
    if session.is_spent(nonce):
        return
    session.put(f"_done.{place}", None)
    forget(place)
    read = reads(str(session.value(place) or ""))
    if read.problems:  # all that is wrong is told at once
        session.put(f"_box.{place}", (*read.problems, *read.act.problems(page.bundle)))
    elif attempt(page, place, read.act, nonce):
        drafts.settle(page.workshop, place)
        session.put(f"_done.{place}", (read.done, read.told))
